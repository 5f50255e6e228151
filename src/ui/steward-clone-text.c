/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clone-text.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-own-link.h"
#include "steward-ui-text.h"

const StewardClonePart *
steward_clone_list_parts (gsize *n_parts)
{
  static const StewardClonePart parts[] = {
    { STEWARD_CLONE_FACTS, STEWARD_PIECE_FACT },
    { STEWARD_CLONE_ANSWERS, STEWARD_PIECE_ANSWER },
    { STEWARD_CLONE_TICKS, STEWARD_PIECE_TICK },
    { STEWARD_CLONE_ROWS, STEWARD_PIECE_ROW },
    { STEWARD_CLONE_TEXTS, STEWARD_PIECE_TEXT },
    { STEWARD_CLONE_EDITS, STEWARD_PIECE_EDIT },
    { STEWARD_CLONE_ORDER, STEWARD_PIECE_ORDER },
    { STEWARD_CLONE_LEVERS, STEWARD_PIECE_LEVER },
    { STEWARD_CLONE_LINKS, STEWARD_PIECE_LINK },
  };

  g_return_val_if_fail (n_parts != NULL, NULL);

  *n_parts = G_N_ELEMENTS (parts);
  return parts;
}

const char *
steward_clone_part_name (const StewardClonePart *part)
{
  g_return_val_if_fail (part != NULL, "");

  switch (part->flag)
    {
    case STEWARD_CLONE_FACTS:
      return _("Kind of project");
    case STEWARD_CLONE_ANSWERS:
      return _("Answers to the questions");
    case STEWARD_CLONE_TICKS:
      return _("Ticks of the form");
    case STEWARD_CLONE_ROWS:
      return _("Rows typed into the form");
    case STEWARD_CLONE_TEXTS:
      return _("Texts of the form");
    case STEWARD_CLONE_EDITS:
      return _("Own wording of the plan");
    case STEWARD_CLONE_ORDER:
      return _("Own order of the plan");
    case STEWARD_CLONE_LINKS:
      return _("Own links of the plan");
    case STEWARD_CLONE_LEVERS:
    case STEWARD_CLONE_ALL:
    default:
      return _("Levers that were decided on");
    }
}

static char *
describe_fact (const StewardPiece *piece)
{
  StewardFact fact;

  return g_strdup_printf (_("%s: %s"),
                          steward_fact_from_key (piece->key, &fact) ? steward_ui_fact_label (fact) : piece->key,
                          g_variant_get_string (piece->value, NULL));
}

static char *
describe_answer (const StewardPiece *piece,
                 StewardPack        *pack)
{
  const StewardQuestion *question = steward_pack_find_question (pack, piece->key);
  const char *answer = g_variant_get_string (piece->value, NULL);

  if (question == NULL)
    return g_strdup_printf (_("%s: %s"), piece->key, answer);
  return g_strdup_printf (_("%s: %s"), question->text, steward_question_get_answer_label (question, answer));
}

static char *
describe_tick (const StewardPiece *piece,
               StewardPack        *pack)
{
  const StewardBox *box = steward_pack_find_box (pack, piece->key);
  gboolean on;

  g_variant_get_child (piece->value, 0, "b", &on);
  return g_strdup_printf (on ? "☑ %s" : _("☐ %s (left out)"), box != NULL ? box->label : piece->key);
}

/* What a key begins with: an item, a row or a stage. */
static char *
name_subject (const char     *key,
              StewardProject *project)
{
  StewardPack *pack = steward_project_get_pack (project);
  g_autofree char *id = g_strndup (key, strcspn (key, " "));
  const StewardItem *item = steward_pack_find_item (pack, id);
  const StewardStage *stage = steward_pack_find_stage (pack, id);
  const StewardRow *row = steward_project_find_row (project, id);

  return g_strdup (item != NULL ? item->name : row != NULL ? row->text : stage != NULL ? stage->plan_name : id);
}

static char *
describe_edit (const StewardPiece *piece,
               StewardProject     *project)
{
  g_autofree char *subject = name_subject (piece->key, project);
  g_autofree char *text = NULL;

  g_variant_get_child (piece->value, 0, "s", &text);
  return g_strdup_printf (_("%s: %s"), subject, text);
}

static char *
describe_text (const StewardPiece *piece,
               StewardPack        *pack)
{
  const StewardGroup *group = steward_pack_find_group (pack, piece->key);
  const char *name = group == NULL ? piece->key
                     : group->title != NULL && *group->title != '\0' ? group->title : group->heading;

  return g_strdup_printf (_("%s: %s"), name != NULL ? name : "", g_variant_get_string (piece->value, NULL));
}

static char *
describe_lever (const StewardPiece *piece,
                StewardProject     *project)
{
  g_autofree char *id = g_strndup (piece->key, strcspn (piece->key, " "));
  const char *of = strchr (piece->key, ' ');
  const StewardLever *lever = steward_pack_find_lever (steward_project_get_pack (project), id);
  g_autofree char *subject = of != NULL ? name_subject (of + 1, project) : g_strdup ("");
  gboolean on;

  g_variant_get_child (piece->value, 0, "b", &on);
  return steward_ui_join (lever != NULL ? lever->name : id, subject, on ? _("used") : _("not used"), NULL);
}

static char *
describe_link (const StewardPiece *piece,
               StewardProject     *project)
{
  g_autofree char *from = NULL, *to = NULL, *first = NULL, *second = NULL;

  if (!steward_own_link_split (piece->key, &from, &to))
    return g_strdup (piece->key);

  first = name_subject (from, project);
  second = name_subject (to, project);

  return g_strdup_printf ("%s → %s", first, second);
}

char *
steward_clone_describe_piece (const StewardPiece *piece,
                              StewardProject     *project)
{
  StewardPack *pack;
  g_autofree char *text = NULL;

  g_return_val_if_fail (piece != NULL, NULL);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  pack = steward_project_get_pack (project);
  switch (piece->kind)
    {
    case STEWARD_PIECE_FACT:
      return describe_fact (piece);
    case STEWARD_PIECE_ANSWER:
      return describe_answer (piece, pack);
    case STEWARD_PIECE_TICK:
      return describe_tick (piece, pack);
    case STEWARD_PIECE_ROW:
      g_variant_get_child (piece->value, 2, "s", &text);
      return g_steal_pointer (&text);
    case STEWARD_PIECE_TEXT:
      return describe_text (piece, pack);
    case STEWARD_PIECE_EDIT:
      return describe_edit (piece, project);
    case STEWARD_PIECE_ORDER:
      return name_subject (piece->key, project);
    case STEWARD_PIECE_LEVER:
      return describe_lever (piece, project);
    case STEWARD_PIECE_LINK:
      return describe_link (piece, project);
    default:
      return g_strdup (piece->key);
    }
}

/* (transfer full) */
static char *
count (StewardPieceKind kind,
       guint            n)
{
  switch (kind)
    {
    case STEWARD_PIECE_CASE:
      return g_strdup_printf (ngettext ("%u case with what happened in it", "%u cases with what happened in them", n), n);
    case STEWARD_PIECE_ACTIVITY:
      return g_strdup_printf (ngettext ("Dates of %u activity", "Dates of %u activities", n), n);
    case STEWARD_PIECE_ENTRUSTMENT:
      return g_strdup (_("The entrustment"));
    case STEWARD_PIECE_STEP:
      return g_strdup_printf (ngettext ("%u step of the entrustment", "%u steps of the entrustment", n), n);
    case STEWARD_PIECE_CLOSING:
      return g_strdup_printf (ngettext ("%u closing form", "%u closing forms", n), n);
    case STEWARD_PIECE_LEDGER:
      return g_strdup_printf (ngettext ("%u line of the ledger", "%u lines of the ledger", n), n);
    case STEWARD_PIECE_WORDING:
      return g_strdup_printf (ngettext ("%u wording in the ledger", "%u wordings in the ledger", n), n);
    case STEWARD_PIECE_SUGGESTION:
      return g_strdup (_("The suggestion form"));
    case STEWARD_PIECE_ACKNOWLEDGEMENT:
      return g_strdup_printf (ngettext ("%u acknowledged warning", "%u acknowledged warnings", n), n);
    case STEWARD_PIECE_CREDIT:
      return g_strdup (_("The credit record of the enterprise"));
    case STEWARD_PIECE_MATERIAL:
      return g_strdup_printf (ngettext ("%u material that was handed in", "%u materials that were handed in", n), n);
    case STEWARD_PIECE_EDITION:
      return g_strdup_printf (ngettext ("%u issued edition of the plan", "%u issued editions of the plan", n), n);
    case STEWARD_PIECE_REQUEST:
      return g_strdup_printf (ngettext ("%u request to a section", "%u requests to sections", n), n);
    case STEWARD_PIECE_DOCUMENT:
      return g_strdup_printf (ngettext ("%u paper on record", "%u papers on record", n), n);
    case STEWARD_PIECE_MEETING:
      return g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n);
    case STEWARD_PIECE_TIMER:
      return g_strdup_printf (ngettext ("%u timer", "%u timers", n), n);
    case STEWARD_PIECE_LINK:
      return g_strdup_printf (ngettext ("%u own link", "%u own links", n), n);
    default:
      return g_strdup_printf (ngettext ("%u other entry", "%u other entries", n), n);
    }
}

char *
steward_clone_describe_left (GPtrArray        *left,
                             StewardPieceKind  kind)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  StewardFact fact;
  guint n = 0;

  g_return_val_if_fail (left != NULL, NULL);

  for (guint i = 0; i < left->len; i++)
    {
      const StewardPiece *piece = left->pdata[i];

      if (piece->kind != kind)
        continue;
      n++;
      if (kind == STEWARD_PIECE_FACT)
        g_string_append_printf (facts, "%s%s", facts->len > 0 ? _(", ") : "",
                                steward_fact_from_key (piece->key, &fact) ? steward_ui_fact_label (fact) : piece->key);
    }
  if (n == 0)
    return NULL;

  return kind == STEWARD_PIECE_FACT ? g_string_free (g_steal_pointer (&facts), FALSE) : count (kind, n);
}
