/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signatures of a paper are worth, in words of the office. */
#include "steward-verdict.h"

#include <glib/gi18n-lib.h>

#include "steward-pdf-sign.h"
#include "steward-ui-text.h"

/* Longer lists help nobody; the command line tells all. */
#define MAX_CHANGES 12

typedef enum
{
  GOOD,
  DOUBTFUL,
  BAD,
  NEUTRAL
} Tone;

const char *
steward_verdict_get_party (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (g_str_equal (field, STEWARD_FIELD_UNIT))
    return _("Project unit");
  if (g_str_equal (field, STEWARD_FIELD_STEWARD))
    return _("Steward of the project");
  return field;
}

static Tone
verdict_tone (StewardPdfVerdict verdict)
{
  static const Tone tones[] = { NEUTRAL, BAD, BAD, DOUBTFUL, GOOD };

  return tones[verdict];
}

GtkWidget *
steward_verdict_banner_new (const StewardPaperPreview *preview,
                            StewardPaperMatch          match)
{
  static const char * const icons[] = {
    "emblem-ok-symbolic", "dialog-warning-symbolic", "dialog-error-symbolic", "dialog-information-symbolic"
  };
  static const char * const classes[] = { "good", "doubtful", "bad", "neutral" };
  Tone tone;
  GtkWidget *box, *icon, *label;
  g_autofree char *text = NULL;

  g_return_val_if_fail (preview != NULL && preview->verification != NULL, NULL);

  tone = match == STEWARD_MATCH_DIFFERENT ? BAD : verdict_tone (preview->verification->verdict);
  text = match == STEWARD_MATCH_DIFFERENT ? g_strdup (_("This is not the paper as it was recorded."))
                                          : steward_pdf_verdict_describe (preview->verification->verdict);
  box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "spacing", 12, NULL);
  icon = gtk_image_new_from_icon_name (icons[tone]);
  label = steward_ui_label_new (text, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "verdict-banner");
  gtk_widget_add_css_class (box, classes[tone]);
  steward_ui_set_label (box, text);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* A mark and a sentence; the sentence says all that the mark says. */
static void
add_line (GtkWidget  *box,
          Tone        tone,
          const char *text)
{
  static const char * const glyphs[] = { "✓", "!", "✗", "·" };
  static const char * const classes[] = { "success", "warning-text", "error-text", "dim-label" };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *glyph = gtk_label_new (glyphs[tone]);
  GtkWidget *label = steward_ui_label_new (text, NULL);

  gtk_widget_add_css_class (glyph, classes[tone]);
  gtk_widget_add_css_class (glyph, "verdict-glyph");
  gtk_widget_set_valign (glyph, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (glyph), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_width_chars (GTK_LABEL (glyph), 2);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), glyph);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_changes (GtkWidget                 *box,
             const StewardPdfSignature *signature)
{
  if (signature->changes->len == 0)
    {
      add_line (box, GOOD, signature->covers_whole ? _("Afterwards: nothing was added or changed.")
                                                   : _("Afterwards: only further signatures were added."));
      return;
    }
  add_line (box, BAD, _("Afterwards: the paper was changed after this signature:"));
  for (guint i = 0; i < MIN (signature->changes->len, MAX_CHANGES); i++)
    {
      g_autofree char *text = steward_pdf_change_describe (&g_array_index (signature->changes, StewardPdfChange, i));

      add_line (box, NEUTRAL, text);
    }
  if (signature->changes->len > MAX_CHANGES)
    {
      guint more = signature->changes->len - MAX_CHANGES;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      add_line (box, NEUTRAL, text);
    }
}

static void
add_person (GtkWidget                 *box,
            const StewardPdfSignature *signature,
            gboolean                   has_roots)
{
  g_autofree char *text = NULL;

  if (signature->trusted)
    add_line (box, GOOD, _("Signer: known. An authority that you trust says who it is."));
  else if (signature->self_made)
    add_line (box, DOUBTFUL, _("Signer: not proven. The certificate is self-made: anybody can make one with "
                               "any name in it."));
  else if (!has_roots)
    add_line (box, DOUBTFUL, _("Signer: not proven. No trusted certificates were chosen in the preferences, "
                               "so nobody is trusted."));
  else
    {
      text = g_strdup_printf (_("Signer: not proven. %s"),
                              signature->trust_problem != NULL ? signature->trust_problem : "");
      add_line (box, DOUBTFUL, text);
    }
}

static GtkWidget *
signature_new (const StewardPdfSignature *signature,
               guint                      number,
               gboolean                   has_roots)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *time = signature->time != NULL ? g_date_time_format (signature->time, "%Y-%m-%d %H:%M") : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *said = NULL;
  g_autofree char *problem = NULL;

  heading = g_strdup_printf (_("%u. %s, signed by “%s”"), number, steward_verdict_get_party (signature->field),
                             signature->signer != NULL ? signature->signer : _("somebody unknown"));
  said = steward_ui_join (time != NULL ? time : _("unknown time"), signature->reason != NULL ? signature->reason : "",
                          signature->place != NULL ? signature->place : "", _("all as the signer says"), NULL);
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (heading, "heading"));
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (said, "dim-label"));
  if (!signature->intact)
    {
      problem = g_strdup_printf (_("Intact: NO. %s"), signature->problem);
      add_line (box, BAD, problem);
      return box;
    }
  add_line (box, GOOD, _("Intact: what was signed is exactly as it was."));
  add_person (box, signature, has_roots);
  add_changes (box, signature);
  return box;
}

/* Articles 13 and 14 say what makes a signature reliable, and what that does.
 * Nothing here calls a signature reliable: whether the signer alone had the
 * key cannot be seen in a file. */
static const char *
describe_worth (StewardPdfVerdict verdict,
                gboolean          self_made)
{
  switch (verdict)
    {
    case STEWARD_PDF_UNSIGNED:
      return _("Without an electronic signature a PDF proves nothing by itself: a seal that is seen in it is only a "
               "picture, which anybody can copy.");
    case STEWARD_PDF_BROKEN:
    case STEWARD_PDF_CHANGED:
      return _("A changed paper does not show the will of those who signed it. Ask for the original, or for a new "
               "signature.");
    case STEWARD_PDF_UNTRUSTED:
      if (self_made)
        return _("A self-made certificate shows that nothing was changed, but not who signed: no authority checked "
                 "the name. By itself it does not make a reliable electronic signature (Electronic Signature Law, "
                 "Art. 13), unless both sides agreed on it. The picture of a seal adds nothing to that.");
      return _("That nothing was changed is certain; who signed is not. A reliable electronic signature (Electronic "
               "Signature Law, Art. 13) has to belong to the signer alone. The picture of a seal adds nothing to "
               "that.");
    case STEWARD_PDF_GOOD:
    default:
      return _("A reliable electronic signature has the same force as a signature by hand or a seal (Electronic "
               "Signature Law, Art. 14). For that the key must have belonged to the signer alone and been under his "
               "sole control when he signed (Art. 13), which no program can see. The picture of the seal itself "
               "proves nothing.");
    }
}

static gboolean
is_self_made (const StewardPdfVerification *verification)
{
  for (guint i = 0; i < verification->signatures->len; i++)
    if (((const StewardPdfSignature *) verification->signatures->pdata[i])->self_made)
      return TRUE;
  return FALSE;
}

/* Bytes that are gone are seen in no signature: only who noted down the hash
 * can tell. */
static void
add_match (GtkWidget         *box,
           StewardPaperMatch  match)
{
  if (match == STEWARD_MATCH_SAME)
    add_line (box, GOOD, _("Record: exactly the paper that was recorded."));
  else if (match == STEWARD_MATCH_CONTINUED)
    add_line (box, DOUBTFUL, _("Record: begins with the recorded paper; what was added since is not recorded. Attach "
                               "this file to the paper if it is to be kept."));
  else if (match == STEWARD_MATCH_DIFFERENT)
    add_line (box, BAD, _("Record: differs from the recorded paper. Something was changed, or a part that was there is "
                          "missing. Rely on the recorded one."));
}

GtkWidget *
steward_verdict_details_new (const StewardPaperPreview *preview,
                             StewardPaperMatch          match)
{
  const StewardPdfVerification *verification = preview->verification;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "verdict-details");
  add_match (box, match);
  for (guint i = 0; i < verification->signatures->len; i++)
    gtk_box_append (GTK_BOX (box), signature_new (verification->signatures->pdata[i], i + 1, preview->has_roots));
  for (guint i = 0; i < verification->empty_fields->len; i++)
    {
      const char *field = verification->empty_fields->pdata[i];
      g_autofree char *text = g_strdup_printf (_("Not signed yet: %s"), steward_verdict_get_party (field));

      add_line (box, NEUTRAL, text);
    }
  if (preview->trust_problem != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The trusted certificates could not be read, so nobody is trusted: "
                                                 "%s"), preview->trust_problem);

      add_line (box, DOUBTFUL, text);
    }
  if (preview->n_pages > preview->pages->len)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Only the first of its %u pages is shown.",
                                                         "Only the first pages of its %u are shown.",
                                                         preview->n_pages), preview->n_pages);

      add_line (box, DOUBTFUL, text);
    }
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (describe_worth (verification->verdict,
                                                                       is_self_made (verification)), "dim-label"));
  return box;
}
