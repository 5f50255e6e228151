/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-section-file.h"

#include "steward-printer-private.h"

static void
write_texts (StewardPrinter   *out,
             GPtrArray        *pieces,
             StewardPieceKind  kind,
             const char       *key)
{
  steward_printer_open (out, key, '{');
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      if (piece->kind == kind)
        steward_printer_string (out, piece->key, g_variant_get_string (piece->value, NULL));
    }
  steward_printer_close (out, '}');
}

static void
write_ticks (StewardPrinter *out,
             GPtrArray      *pieces)
{
  steward_printer_open (out, "ticks", '{');
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];
      const char *by, *at;
      gboolean on;

      if (piece->kind != STEWARD_PIECE_TICK)
        continue;
      g_variant_get (piece->value, "(b&s&s)", &on, &by, &at);
      steward_printer_open (out, piece->key, '{');
      steward_printer_boolean (out, "on", on);
      steward_printer_optional (out, "by", by);
      steward_printer_optional (out, "at", at);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, '}');
}

static void
write_rows (StewardPrinter *out,
            GPtrArray      *pieces)
{
  steward_printer_open (out, "rows", '[');
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];
      const char *box, *text, *by, *at;
      int limit;

      if (piece->kind != STEWARD_PIECE_ROW)
        continue;
      g_variant_get (piece->value, "(u&s&s&s&si)", NULL, &box, &text, &by, &at, &limit);
      steward_printer_open (out, NULL, '{');
      steward_printer_string (out, "id", piece->key);
      steward_printer_string (out, "box", box);
      steward_printer_string (out, "text", text);
      steward_printer_optional (out, "by", by);
      steward_printer_optional (out, "at", at);
      if (limit >= 0)
        steward_printer_integer (out, "limit", limit);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

static void
write_state (StewardPrinter *out,
             GPtrArray      *pieces,
             const char     *key)
{
  steward_printer_open (out, key, '{');
  write_ticks (out, pieces);
  write_rows (out, pieces);
  write_texts (out, pieces, STEWARD_PIECE_TEXT, "texts");
  steward_printer_close (out, '}');
}

static void
write_places (StewardPrinter           *out,
              const StewardSectionForm *form)
{
  steward_printer_open (out, "places", '[');
  for (guint i = 0; i < form->places->len; i++)
    {
      const StewardSectionPlace *place = form->places->pdata[i];

      steward_printer_open (out, NULL, '{');
      steward_printer_string (out, "id", place->id);
      steward_printer_string (out, "label", place->label);
      steward_printer_string (out, "kind", place->text ? "text" : place->blank ? "slot" : "box");
      steward_printer_optional (out, "stands_for", place->stands_for);
      steward_printer_optional (out, "same_as", place->same_as);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

static void
write_head (StewardPrinter           *out,
            const StewardSectionForm *form)
{
  steward_printer_open (out, "pack", '{');
  steward_printer_string (out, "id", form->pack);
  steward_printer_string (out, "version", form->version);
  steward_printer_string (out, "sha256", form->sha256);
  steward_printer_close (out, '}');
  steward_printer_open (out, "project", '{');
  steward_printer_string (out, "id", form->project);
  steward_printer_optional (out, "name", form->name);
  steward_printer_close (out, '}');
  write_texts (out, form->about, STEWARD_PIECE_FACT, "facts");
  write_texts (out, form->about, STEWARD_PIECE_ANSWER, "answers");
  steward_printer_open (out, "section", '{');
  steward_printer_string (out, "id", form->section);
  steward_printer_string (out, "name", form->section_name);
  steward_printer_optional (out, "officer", form->officer);
  steward_printer_close (out, '}');
  steward_printer_string (out, "sent", form->sent);
  steward_printer_optional (out, "sent_by", form->sent_by);
}

GBytes *
steward_section_file_write (const StewardSectionForm *form)
{
  StewardPrinter printer = { .pretty = TRUE };
  StewardPrinter *out = &printer;
  gboolean is_answer;

  g_return_val_if_fail (form != NULL, NULL);

  is_answer = steward_section_form_is_answer (form);
  printer.text = g_string_new (NULL);
  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "format", is_answer ? "steward-answer" : "steward-request");
  steward_printer_integer (out, "format_version", 1);
  write_head (out, form);
  write_places (out, form);
  write_state (out, form->base, "base");
  if (is_answer)
    {
      steward_printer_string (out, "answered_by", form->answered_by);
      steward_printer_string (out, "answered_at", form->answered_at);
      steward_printer_optional (out, "note", form->note);
      write_state (out, form->answer, "answer");
    }
  steward_printer_close (out, '}');
  g_string_append_c (printer.text, '\n');
  return g_string_free_to_bytes (printer.text);
}

char *
steward_section_file_name (const StewardSectionForm *form)
{
  g_autofree char *name = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (form != NULL, NULL);

  name = g_strdelimit (g_strdup (*form->name ? form->name : form->project), "/\\:*?\"<>|\r\n\t", ' ');
  cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 40));
  g_free (name);
  name = g_strdelimit (g_strdup (form->section_name), "/\\:*?\"<>|\r\n\t", ' ');
  return g_strconcat (g_strstrip (cut), " - ", name,
                      steward_section_form_is_answer (form) ? STEWARD_ANSWER_SUFFIX : STEWARD_REQUEST_SUFFIX, NULL);
}
