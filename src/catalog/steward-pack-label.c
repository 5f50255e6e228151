/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-diff.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* A key of the pack format and what people call it. */
typedef struct
{
  const char *key;
  const char *label;
} Label;

static const Label list_labels[] = {
  { "basis", NC_("pack", "Documents") },
  { "bureaus", NC_("pack", "Bureaus") },
  { "sections", NC_("pack", "Sections") },
  { "events", NC_("pack", "Events") },
  { "suspension_grounds", NC_("pack", "Grounds for suspension") },
  { "eligibility", NC_("pack", "Eligibility") },
  { "start_gate", NC_("pack", "Conditions to start") },
  { "entrustment_gate", NC_("pack", "Conditions of entrustment") },
  { "roles", NC_("pack", "Roles") },
  { "members", NC_("pack", "Members") },
  { "accountability", NC_("pack", "Accountability") },
  { "routing", NC_("pack", "Ways to other levels") },
  { "light_codes", NC_("pack", "Light codes") },
  { "joint_activities", NC_("pack", "Joint activities") },
  { "modules", NC_("pack", "Modules") },
  { "scenarios", NC_("pack", "Scenarios") },
  { "other", NC_("pack", "Other") },
  { "stages", NC_("pack", "Stages") },
  { "blocks", NC_("pack", "Blocks") },
  { "items", NC_("pack", "Items") },
  { "materials", NC_("pack", "Materials") },
  { "parts", NC_("pack", "Parts of the form") },
  { "groups", NC_("pack", "Groups of the form") },
  { "boxes", NC_("pack", "Boxes") },
  { "questions", NC_("pack", "Questions") },
  { "suggestions", NC_("pack", "Suggestions") },
  { "timers", NC_("pack", "Timers") },
  { "activities", NC_("pack", "Activities") },
  { "levers", NC_("pack", "Levers") },
  { "checks", NC_("pack", "Checks") },
  { "indicators", NC_("pack", "Indicators") },
  { "setting", NC_("pack", "Settings") },
  { "form", NC_("pack", "Wording of forms") },
  { "forms", NC_("pack", "Wording of forms") },
  { "pack", NC_("pack", "The pack itself") },
};

static const Label field_labels[] = {
  { "name", NC_("pack", "Name") },
  { "short_name", NC_("pack", "Short name") },
  { "title", NC_("pack", "Title") },
  { "text", NC_("pack", "Text") },
  { "label", NC_("pack", "Label") },
  { "stage", NC_("pack", "Stage") },
  { "block", NC_("pack", "Block") },
  { "group", NC_("pack", "Group") },
  { "kind", NC_("pack", "Kind") },
  { "lane", NC_("pack", "Lane") },
  { "level", NC_("pack", "Level") },
  { "levels", NC_("pack", "Levels") },
  { "limit", NC_("pack", "Limit (working days)") },
  { "limit_note", NC_("pack", "Limit in words") },
  { "bureaus", NC_("pack", "Bureaus") },
  { "any_bureau", NC_("pack", "One bureau is enough") },
  { "section", NC_("pack", "Section") },
  { "zone", NC_("pack", "Paired bureau of the zone") },
  { "applies_when", NC_("pack", "Applies when") },
  { "after", NC_("pack", "After") },
  { "materials", NC_("pack", "Materials") },
  { "aliases", NC_("pack", "Other names") },
  { "special_steps", NC_("pack", "Special steps") },
  { "fees", NC_("pack", "Fees") },
  { "default_on", NC_("pack", "On without asking") },
  { "note", NC_("pack", "Note") },
  { "commitment.listed", NC_("pack", "Open to commitment") },
  { "commitment.condition", NC_("pack", "Condition of the commitment") },
  { "validity.months", NC_("pack", "Valid for (months)") },
  { "form", NC_("pack", "Form") },
  { "deferrable", NC_("pack", "May be handed in later, as") },
  { "main", NC_("pack", "Main material") },
  { "personal_data", NC_("pack", "Personal data") },
  { "days", NC_("pack", "Working days") },
  { "from", NC_("pack", "From") },
  { "to", NC_("pack", "To") },
  { "severity", NC_("pack", "Weight") },
  { "remedy", NC_("pack", "Remedy") },
  { "within_stage", NC_("pack", "Beside the chain of its stage") },
  { "source.basis", NC_("pack", "Document") },
  { "source.clause", NC_("pack", "Clause") },
  { "source.quote", NC_("pack", "Quoted words") },
  { "reason", NC_("pack", "Reason") },
  { "all", NC_("pack", "When all of these hold") },
  { "boxes", NC_("pack", "Boxes that are suggested") },
  { "question", NC_("pack", "Question") },
  { "op", NC_("pack", "Answer that") },
  { "value", NC_("pack", "Value") },
  { "choices", NC_("pack", "Answers") },
  { "unit", NC_("pack", "Unit (of a number)") },
  { "in_force", NC_("pack", "In force unless decided otherwise") },
  { "each", NC_("pack", "Decided for each item") },
  { "credit", NC_("pack", "Barred after a breach of credit") },
  { "effects", NC_("pack", "Effects") },
  { "when", NC_("pack", "Only when") },
  { "gate", NC_("pack", "What has to be made sure of (one per line)") },
  { "agree", NC_("pack", "Who must agree (one per line)") },
  { "line", NC_("pack", "Sentence in the plan") },
  { "items", NC_("pack", "Items") },
  { "blocks", NC_("pack", "Blocks") },
  { "stages", NC_("pack", "Stages") },
  { "waits", NC_("pack", "What need not be waited for") },
  { "settings.segments-pair", NC_("pack", "Segments of the same name follow one another") },
  { "settings.yellow-days", NC_("pack", "Yellow light: days left") },
  { "settings.yellow-percent", NC_("pack", "Yellow light: percent left") },
  { "settings.notice-days", NC_("pack", "Days to say what is missing") },
  { "settings.delivery-days", NC_("pack", "Days to deliver the result") },
  { "settings.instant-limit", NC_("pack", "A decision on the day of acceptance is suspicious from this limit on") },
  { "settings.stale-days", NC_("pack", "Days after which a status is stale") },
  { "settings.deferral-days", NC_("pack", "Days to supply deferred material") },
  { "settings.acceptance-day-counts", NC_("pack", "The day of acceptance counts") },
  { "document", NC_("pack", "Document number") },
  { "issuer", NC_("pack", "Issuer") },
  { "date", NC_("pack", "Date") },
};

/* What a text of a form is: by its whole key, by how it begins, or by how it
 * ends. The first that fits counts. */
static const Label wording_labels[] = {
  { "title", NC_("wording", "Title") },
  { "annex", NC_("wording", "Line above the title") },
  { "subtitle", NC_("wording", "Second title") },
  { "title_in_annex_list", NC_("wording", "Other name of the form") },
  { "footnote", NC_("wording", "Footnote") },
  { "lead", NC_("wording", "Opening paragraphs") },
  { "first_lead", NC_("wording", "Opening paragraphs of the first edition") },
  { "clauses", NC_("wording", "Clauses (one paragraph per line)") },
  { "close", NC_("wording", "Closing paragraphs") },
  { "to", NC_("wording", "Main recipient") },
  { "number", NC_("wording", "Number of the document") },
  { "receipt", NC_("wording", "What is signed for on receipt") },
  { "entry_kinds", NC_("wording", "Kinds of entries") },
  { "contact", NC_("wording", "Line with the contact") },
  { "none", NC_("wording", "When there is nothing") },
  { "columns", NC_("wording", "Columns of the table (one per line)") },
  { "promise", NC_("wording", "Promise") },
  { "no_*", NC_("wording", "When there is nothing") },
  { "sign_*", NC_("wording", "Line for a signature") },
  { "level_*", NC_("wording", "Word for a level") },
  { "lane_*", NC_("wording", "Word for a lane") },
  { "mode_*", NC_("wording", "Word for a way of handling") },
  { "material_not_*", NC_("wording", "Word for the form of a material") },
  { "material_original*", NC_("wording", "Word for the form of a material") },
  { "material_copy*", NC_("wording", "Word for the form of a material") },
  { "verdict_*", NC_("wording", "Word for an opinion") },
  { "kind_*", NC_("wording", "Word for what was changed") },
  { "field_*", NC_("wording", "Word for what was changed") },
  { "*date", NC_("wording", "Line for the date") },
  { "date_line", NC_("wording", "Line for the date") },
  { "*unknown", NC_("wording", "When it is not known") },
  { "*_label", NC_("wording", "Label") },
  { "*_heading", NC_("wording", "Heading") },
  { "*_columns", NC_("wording", "Columns of the table (one per line)") },
  { "*_line", NC_("wording", "A line") },
  { "*_lines", NC_("wording", "Lines") },
  { "*", NC_("wording", "Text") },
};

static const char *
find_label (const Label *labels,
            gsize        n,
            const char  *key)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (labels[i].key, key) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "pack", labels[i].label);
  return key;
}

const char *
steward_pack_get_list_label (const char *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return find_label (list_labels, G_N_ELEMENTS (list_labels), list);
}

const char *
steward_pack_get_field_label (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return find_label (field_labels, G_N_ELEMENTS (field_labels), field);
}

const char *
steward_pack_get_wording_label (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wording_labels); i++)
    if (g_pattern_match_simple (wording_labels[i].key, key))
      return g_dpgettext2 (GETTEXT_PACKAGE, "wording", wording_labels[i].label);
  g_return_val_if_reached (key);
}

const char *
steward_pack_diff_kind_to_word (StewardPackDiffKind kind)
{
  static const char * const words[] = { "added", "dropped", "changed" };

  g_return_val_if_fail (kind <= STEWARD_PACK_CHANGED, NULL);

  return words[kind];
}

static void
append_field (GString                    *text,
              const StewardPackDiffField *field)
{
  const char *label = steward_pack_get_field_label (field->field);
  const char *before = field->before != NULL ? field->before : _("nothing");
  const char *after = field->after != NULL ? field->after : _("nothing");

  if (*label != '\0')
    /* Translators: a field of a rule, its value before and after. */
    g_string_append_printf (text, _("    %s: %s → %s\n"), label, before, after);
  else
    g_string_append_printf (text, "    %s → %s\n", before, after);
}

char *
steward_pack_diff_to_text (GPtrArray *differences)
{
  GString *text;
  const char *list = NULL;

  g_return_val_if_fail (differences != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      static const char marks[] = { '+', '-', '*' };
      const StewardPackDiff *diff = differences->pdata[i];

      if (g_strcmp0 (list, diff->list) != 0)
        g_string_append_printf (text, "%s\n", steward_pack_get_list_label (diff->list));
      list = diff->list;
      g_string_append_printf (text, "  %c %s\n", marks[diff->kind], diff->name);
      for (guint j = 0; j < diff->fields->len; j++)
        append_field (text, diff->fields->pdata[j]);
    }
  return g_string_free (text, FALSE);
}
