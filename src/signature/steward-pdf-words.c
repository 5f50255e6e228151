/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts and changes in words: fixed ones for programs, others for people. */
#include <glib/gi18n-lib.h>

#include "steward-pdf-verify.h"

const char *
steward_pdf_verdict_get_id (StewardPdfVerdict verdict)
{
  static const char * const ids[] = { "unsigned", "broken", "changed", "untrusted", "good" };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (ids), NULL);

  return ids[verdict];
}

char *
steward_pdf_verdict_describe (StewardPdfVerdict verdict)
{
  static const char * const texts[] = {
    N_("The paper carries no signature."),
    N_("The paper is not what was signed: do not rely on it."),
    N_("What was signed is intact, but the paper was changed after that."),
    N_("The paper is intact and unchanged; who signed it is not proven."),
    N_("The paper is intact and unchanged, and all who signed are known and trusted."),
  };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (texts), NULL);

  return g_strdup (_(texts[verdict]));
}

char *
steward_pdf_change_get_id (const StewardPdfChange *change)
{
  static const char * const ids[] = {
    "content", "page", "annotation", "form", "signature", "information", "document", "object", "bytes"
  };
  GString *text;

  g_return_val_if_fail (change != NULL && change->kind < G_N_ELEMENTS (ids), NULL);

  text = g_string_new (ids[change->kind]);
  if (change->page > 0)
    g_string_append_printf (text, " page=%u", change->page);
  if (change->object > 0)
    g_string_append_printf (text, " object=%u", change->object);
  return g_string_free (text, FALSE);
}

char *
steward_pdf_change_describe (const StewardPdfChange *change)
{
  static const char * const texts[] = {
    N_("what is printed on the page"),
    N_("the page itself: its size, fonts or pictures, or which pages there are"),
    N_("a note, stamp or mark on the page"),
    N_("a form field was added, filled in or removed"),
    N_("a signature or the place for one"),
    N_("title, author and other information about the file"),
    N_("settings of the whole document"),
    N_("another part of the file"),
    N_("something was put behind the end that belongs to nothing"),
  };
  g_autofree char *object = NULL;

  g_return_val_if_fail (change != NULL && change->kind < G_N_ELEMENTS (texts), NULL);

  object = change->object > 0 ? g_strdup_printf (_(" (object %u)"), change->object) : g_strdup ("");
  if (change->page > 0)
    return g_strdup_printf (_("Page %u: %s%s"), change->page, _(texts[change->kind]), object);
  return g_strconcat (_(texts[change->kind]), object, NULL);
}
