/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer that is no file, as a smart card will be: it works, and what it
 * does wrong never reaches a paper. */
#include <string.h>

#include "signature-fixture.h"
#include "steward-error.h"

typedef enum
{
  CARD_GOOD,
  CARD_REFUSES,                 /* wrong PIN */
  CARD_LIES,                    /* signs something else */
  CARD_TALKS,                   /* far more bytes than a signature has */
  CARD_IS_ANOTHER,              /* shows a certificate that is not its own */
  CARD_IS_EMPTY                 /* has no certificate */
} CardMood;

#define TEST_TYPE_CARD (test_card_get_type ())
G_DECLARE_FINAL_TYPE (TestCard, test_card, TEST, CARD, GObject)

struct _TestCard
{
  GObject        parent_instance;

  CardMood       mood;
  StewardSigner *key;
  GPtrArray     *certificates;
  guint          n_signed;
};

static void test_card_signer_init (StewardSignerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestCard, test_card, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (STEWARD_TYPE_SIGNER, test_card_signer_init))

static GPtrArray *
get_certificates (StewardSigner *signer)
{
  return TEST_CARD (signer)->certificates;
}

static const StewardSignerMethod *
get_method (StewardSigner *signer)
{
  return steward_signer_get_method (TEST_CARD (signer)->key);
}

static GBytes *
sign (StewardSigner  *signer,
      GBytes         *data,
      GCancellable   *cancellable,
      GError        **error)
{
  TestCard *self = TEST_CARD (signer);
  g_autoptr (GBytes) other = g_bytes_new_static ("something else", 14);

  self->n_signed++;
  switch (self->mood)
    {
    case CARD_REFUSES:
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, "The PIN is wrong.");
      return NULL;
    case CARD_LIES:
      return steward_signer_sign (self->key, other, cancellable, error);
    case CARD_TALKS:
      return g_bytes_new_take (g_malloc0 (100000), 100000);
    case CARD_GOOD:
    case CARD_IS_ANOTHER:
    case CARD_IS_EMPTY:
    default:
      return steward_signer_sign (self->key, data, cancellable, error);
    }
}

static void
test_card_signer_init (StewardSignerInterface *iface)
{
  iface->get_certificates = get_certificates;
  iface->get_method = get_method;
  iface->sign = sign;
}

static void
test_card_finalize (GObject *object)
{
  TestCard *self = TEST_CARD (object);

  g_ptr_array_unref (self->certificates);
  G_OBJECT_CLASS (test_card_parent_class)->finalize (object);
}

static void
test_card_class_init (TestCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_card_finalize;
}

static void
test_card_init (TestCard *self)
{
}

static TestCard *
new_card (TestKeys *keys,
          CardMood  mood)
{
  TestCard *card = g_object_new (TEST_TYPE_CARD, NULL);

  card->mood = mood;
  card->key = keys->unit;
  if (mood == CARD_IS_EMPTY)
    card->certificates = g_ptr_array_new ();
  else
    card->certificates =
      g_ptr_array_ref (steward_signer_get_certificates (mood == CARD_IS_ANOTHER ? keys->expired : keys->unit));
  return card;
}

static void
test_good_card (void)
{
  TestKeys *keys = test_keys_new ();
  TestCard *card = new_card (keys, CARD_GOOD);
  g_autofree char *name = steward_signer_get_name (STEWARD_SIGNER (card));
  g_autoptr (GBytes) paper = test_paper (TEST_PACKED);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, STEWARD_SIGNER (card));
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, once);

  g_assert_cmpstr (name, ==, "虚构建设公司");
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_GOOD);
  /* A card asks for a PIN each time. */
  g_assert_cmpuint (card->n_signed, ==, 1);
  g_assert_finalize_object (G_OBJECT (card));
  test_keys_free (keys);
}

static void
test_bad_cards (void)
{
  static const struct { CardMood mood; StewardError code; const char *words; } cases[] = {
    { CARD_REFUSES, STEWARD_ERROR_INVALID, "PIN" },
    { CARD_LIES, STEWARD_ERROR_INVALID, "did not hold" },
    { CARD_TALKS, STEWARD_ERROR_LIMIT, "larger" },
    { CARD_IS_ANOTHER, STEWARD_ERROR_INVALID, "did not hold" },
    { CARD_IS_EMPTY, STEWARD_ERROR_INVALID, "no certificate" },
  };
  TestKeys *keys = test_keys_new ();
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autofree char *path = test_put (keys, "paper.pdf", paper);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestCard *card = new_card (keys, cases[i].mood);
      const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, NULL, NULL, NULL, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_false (steward_pdf_sign_file (file, file, &signing, STEWARD_SIGNER (card), NULL, &error));
      g_assert_error (error, STEWARD_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      after = g_file_load_bytes (file, NULL, NULL, NULL);
      g_assert_true (g_bytes_equal (after, paper));
      g_assert_finalize_object (G_OBJECT (card));
    }
  test_keys_free (keys);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signer/what-is-no-file-can-sign", test_good_card);
  g_test_add_func ("/signer/a-signer-in-error-leaves-the-paper-alone", test_bad_cards);
  return g_test_run ();
}
