/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-changes-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-check.h"
#include "steward-gate.h"
#include "steward-lever.h"

/* As much of a name as fits a menu or a toast. */
#define NAME_CHARS 24

typedef struct
{
  GPtrArray      *changes;   /* all that were made, to find the names of what is gone */
  StewardProject *project;
} Context;

/* Its first line, shortened. (transfer full) */
static char *
shorten (const char *name)
{
  g_autofree char *line = g_strndup (name, strcspn (name, "\n"));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= NAME_CHARS && strlen (line) == strlen (name))
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), NAME_CHARS - 1));
  return g_strconcat (start, "…", NULL);
}

/* @format has one %s. (transfer full) */
static char *
say (const char *format,
     const char *name)
{
  g_autofree char *text = shorten (name);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, text);
#pragma GCC diagnostic pop
}

/* A member of the value of a change by its name, for tuples. */
static const char *
get_member (const StewardPieceChange *change,
            const char               *name)
{
  const char * const *names = steward_piece_kind_get_names (change->kind);
  GVariant *value = change->after ? change->after : change->before;

  for (guint i = 0; names[i]; i++)
    {
      g_autoptr(GVariant) member = NULL;

      if (strcmp (names[i], name) != 0)
        continue;
      /* The text stays with the tuple. */
      member = g_variant_get_child_value (value, i);
      return g_variant_get_string (member, NULL);
    }
  g_return_val_if_reached ("");
}

static const StewardPieceChange *
find (GPtrArray        *changes,
      StewardPieceKind  kind,
      const char       *key)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *change = changes->pdata[i];

      if (change->kind == kind && strcmp (change->key, key) == 0)
        return change;
    }
  return NULL;
}

static const char *
name_item (const Context *context,
           const char    *id)
{
  const StewardItem *item = steward_pack_find_item (steward_project_get_pack (context->project), id);
  const StewardRow *row = steward_project_find_row (context->project, id);
  const StewardPieceChange *change;

  if (item)
    return item->short_name;
  if (row)
    return row->text;
  change = find (context->changes, STEWARD_PIECE_ROW, id);
  return change ? get_member (change, "text") : id;
}

static const char *
name_box (const Context *context,
          const char    *id)
{
  const StewardBox *box = steward_pack_find_box (steward_project_get_pack (context->project), id);

  if (box == NULL)
    return id;
  return box->item ? box->item->short_name : *box->label ? box->label : id;
}

static const char *
name_question (const Context *context,
               const char    *id)
{
  GPtrArray *questions = steward_pack_get_questions (steward_project_get_pack (context->project));

  for (guint i = 0; i < questions->len; i++)
    {
      const StewardQuestion *question = questions->pdata[i];

      if (strcmp (question->id, id) == 0)
        return question->text;
    }
  return id;
}

static const char *
name_activity (const Context *context,
               const char    *id)
{
  GPtrArray *activities = steward_pack_get_activities (steward_project_get_pack (context->project));

  for (guint i = 0; i < activities->len; i++)
    {
      const StewardActivity *activity = activities->pdata[i];

      if (strcmp (activity->id, id) == 0)
        return activity->name;
    }
  return id;
}

static const char *
name_group (const Context *context,
            const char    *id)
{
  const StewardGroup *group = steward_pack_find_group (steward_project_get_pack (context->project), id);

  if (group && group->title && *group->title)
    return group->title;
  return group && group->heading && *group->heading ? group->heading : id;
}

static const char *
name_stage (const Context *context,
            const char    *id)
{
  const StewardStage *stage = steward_pack_find_stage (steward_project_get_pack (context->project), id);

  return stage ? stage->name : id;
}

/* The events of a case, none when there is no case. (transfer full) */
static GVariant *
get_events (GVariant *value)
{
  const char * const *names = steward_piece_kind_get_names (STEWARD_PIECE_CASE);
  gsize place = 0;

  while (strcmp (names[place], "events") != 0)
    place++;
  return value ? g_variant_get_child_value (value, place) : g_variant_ref_sink (g_variant_new ("a(ussssss)", NULL));
}

/* TRUE when @longer is @shorter with one or more events behind it. */
static gboolean
continues (GVariant *longer,
           GVariant *shorter)
{
  gsize length = g_variant_n_children (shorter);

  if (g_variant_n_children (longer) <= length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr(GVariant) a = g_variant_get_child_value (longer, i), b = g_variant_get_child_value (shorter, i);

      if (!g_variant_equal (a, b))
        return FALSE;
    }
  return TRUE;
}

static const char *
name_last_event (GVariant *events)
{
  g_autoptr(GVariant) event = g_variant_get_child_value (events, g_variant_n_children (events) - 1);
  guint32 status;

  g_variant_get_child (event, 0, "u", &status);
  return steward_case_status_get_name (status);
}

static char *
describe_case (const Context            *context,
               const StewardPieceChange *change)
{
  g_autoptr(GVariant) before = get_events (change->before), after = get_events (change->after);
  g_autofree char *name = shorten (name_item (context, get_member (change, "item")));

  /* Translators: the first is what happened, the second an item, as in
   * Record “accepted” for 施工许可 */
  if (continues (after, before))
    return g_strdup_printf (_("Record “%s” for %s"), name_last_event (after), name);
  if (change->before == NULL)
    return g_strdup_printf (_("Add the case of %s"), name);
  if (change->after == NULL)
    return g_strdup_printf (_("Remove the case of %s"), name);
  if (continues (before, after))
    return g_strdup_printf (_("Take “%s” from %s"), name_last_event (before), name);
  return g_strdup_printf (_("Change the case of %s"), name);
}

static char *
describe_row (const StewardPieceChange *change)
{
  const char *text = get_member (change, "text");

  if (change->before == NULL)
    return say (_("Type “%s”"), text);
  if (change->after == NULL)
    return say (_("Remove “%s”"), text);
  return say (_("Change “%s”"), text);
}

static char *
describe_tick (const Context            *context,
               const StewardPieceChange *change)
{
  const char *name = name_box (context, change->key);
  gboolean on;

  if (change->after == NULL)
    return say (_("Leave %s undecided"), name);
  g_variant_get_child (change->after, 0, "b", &on);
  return on ? say (_("Tick %s"), name) : say (_("Untick %s"), name);
}

static char *
describe_ledger (const StewardPieceChange *change)
{
  const char *text = get_member (change, "text");

  if (change->before == NULL)
    return say (_("Write “%s” in the ledger"), text);
  if (change->after == NULL)
    return say (_("Remove “%s” from the ledger"), text);
  return say (_("Change “%s” in the ledger"), text);
}

static char *
describe_record (const Context            *context,
                 const StewardPieceChange *change)
{
  const StewardPieceChange *fact = find (context->changes, STEWARD_PIECE_FACT, steward_fact_get_key (STEWARD_FACT_NAME));
  GVariant *named = fact ? (change->after ? fact->after : fact->before) : NULL;
  const char *name = named ? g_variant_get_string (named, NULL)
                           : steward_project_get_fact (context->project, STEWARD_FACT_NAME);
  g_autofree char *old = NULL, *new = NULL;
  StewardState state;

  if (change->before == NULL)
    return *name ? say (_("Create %s"), name) : g_strdup (_("Create project"));
  if (change->after == NULL)
    return *name ? say (_("Delete %s"), name) : g_strdup (_("Delete project"));
  g_variant_get_child (change->before, 3, "s", &old);
  g_variant_get_child (change->after, 3, "s", &new);
  if (strcmp (old, new) == 0 || !steward_state_from_word (new, &state))
    return g_strdup (_("Change of the pack"));
  switch (state)
    {
    case STEWARD_STATE_SUSPENDED:
      return g_strdup (_("Suspend project"));
    case STEWARD_STATE_CLOSED:
      return g_strdup (_("Close project"));
    case STEWARD_STATE_REMOVED:
      return g_strdup (_("Remove project"));
    case STEWARD_STATE_OPEN:
    default:
      return g_strdup (strcmp (old, "removed") == 0 ? _("Bring project back") : _("Resume project"));
    }
}

static char *
describe_fact (const StewardPieceChange *change)
{
  StewardFact fact;

  return say (_("Change %s"), steward_fact_from_key (change->key, &fact) ? steward_fact_get_name (fact) : change->key);
}

/* The part of a key behind its first word, NULL when there is none. */
static const char *
get_second (const char *key)
{
  const char *space = strchr (key, ' ');

  return space ? space + 1 : NULL;
}

/* As the pack calls it, or the program; else its code. (transfer full) */
static char *
name_check (const Context *context,
            const char    *key)
{
  g_autofree char *word = g_strndup (key, strcspn (key, " "));
  StewardCheckCode code;

  if (steward_check_code_from_word (word, &code))
    return shorten (steward_check_get_name (steward_project_get_pack (context->project), code));
  return g_steal_pointer (&word);
}

static char *
name_lever (const Context *context,
            const char    *key)
{
  g_autofree char *id = g_strndup (key, strcspn (key, " "));
  const StewardLever *lever = steward_pack_find_lever (steward_project_get_pack (context->project), id);

  return lever ? shorten (lever->name) : g_steal_pointer (&id);
}

/* Conditions of a gate are acknowledged as warnings are. NULL for a warning. */
static const char *
name_gate (const char *key)
{
  for (guint kind = 0; kind < STEWARD_N_GATES; kind++)
    {
      g_autofree char *code = g_strconcat ("gate-", steward_gate_kind_to_word (kind), NULL);

      if (strncmp (key, code, strlen (code)) == 0 && (key[strlen (code)] == '\0' || key[strlen (code)] == ' '))
        return steward_gate_get_title (kind);
    }
  return NULL;
}

static char *
describe_acknowledgement (const Context            *context,
                          const StewardPieceChange *change)
{
  const char *gate = name_gate (change->key);
  g_autofree char *check = name_check (context, change->key);
  const char *row = get_second (change->key);
  g_autofree char *name = row ? shorten (name_item (context, row)) : NULL;

  /* Translators: conditions of a gate, such as Start of the assessment */
  if (gate)
    return say (change->after ? _("Go on with open conditions: %s") : _("Take back going on with open conditions: %s"),
                gate);
  /* Translators: the code of a check, and the item it is about */
  if (name)
    return g_strdup_printf (change->after ? _("Acknowledge %s of %s") : _("Take back the acknowledgement of %s of %s"),
                            check, name);
  return g_strdup_printf (change->after ? _("Acknowledge %s") : _("Take back the acknowledgement of %s"), check);
}

static char *
describe_lever (const Context            *context,
                const StewardPieceChange *change)
{
  g_autofree char *lever = name_lever (context, change->key);
  const char *item = get_second (change->key);
  g_autofree char *name = item ? shorten (name_item (context, item)) : NULL;
  gboolean on = FALSE;

  if (change->after)
    g_variant_get_child (change->after, 0, "b", &on);
  else
    return say (_("Leave the lever %s undecided"), lever);
  /* Translators: a lever, and the item it is switched for */
  if (name)
    return g_strdup_printf (on ? _("Use the lever %s for %s") : _("Do not use the lever %s for %s"), lever, name);
  return g_strdup_printf (on ? _("Use the lever %s") : _("Do not use the lever %s"), lever);
}

static char *
describe_one (const Context            *context,
              const StewardPieceChange *change)
{
  g_autofree char *subject = NULL;
  const char *format;

  switch (change->kind)
    {
    case STEWARD_PIECE_RECORD:
      return describe_record (context, change);
    case STEWARD_PIECE_FACT:
      return describe_fact (change);
    case STEWARD_PIECE_ANSWER:
      return say (change->after ? _("Answer “%s”") : _("Take back the answer to “%s”"),
                  name_question (context, change->key));
    case STEWARD_PIECE_TICK:
      return describe_tick (context, change);
    case STEWARD_PIECE_ROW:
      return describe_row (change);
    case STEWARD_PIECE_TEXT:
      return say (_("Change %s"), name_group (context, change->key));
    case STEWARD_PIECE_CASE:
      return describe_case (context, change);
    case STEWARD_PIECE_ACTIVITY:
      return say (_("Change the dates of %s"), name_activity (context, change->key));
    case STEWARD_PIECE_ENTRUSTMENT:
      return g_strdup (_("Change the entrustment"));
    case STEWARD_PIECE_CLOSING:
      return say (_("Change the closing form of %s"), name_stage (context, change->key));
    case STEWARD_PIECE_LEDGER:
      return describe_ledger (change);
    case STEWARD_PIECE_SUGGESTION:
      return g_strdup (_("Change the suggestion form"));
    case STEWARD_PIECE_ACKNOWLEDGEMENT:
      return describe_acknowledgement (context, change);
    case STEWARD_PIECE_LEVER:
      return describe_lever (context, change);
    case STEWARD_PIECE_CREDIT:
      return g_strdup (_("Change the credit record of the enterprise"));
    default:
      format = steward_changes_describe_record (change, context->project, &subject);
      g_return_val_if_fail (format != NULL, g_strdup (""));
      return say (format, subject);
    }
}

/* Only its place among its like is another one. */
static gboolean
only_moves (const StewardPieceChange *change)
{
  gsize length;

  if ((change->kind != STEWARD_PIECE_ROW && change->kind != STEWARD_PIECE_CASE &&
       change->kind != STEWARD_PIECE_CLOSING) || change->before == NULL || change->after == NULL)
    return FALSE;
  length = g_variant_n_children (change->after);
  for (gsize i = 1; i < length; i++)
    {
      g_autoptr(GVariant) before = g_variant_get_child_value (change->before, i);
      g_autoptr(GVariant) after = g_variant_get_child_value (change->after, i);

      if (!g_variant_equal (before, after))
        return FALSE;
    }
  return TRUE;
}

/* Its own wording, or that it was handed in. */
static gboolean
is_about_row (const StewardPieceChange *change,
              const char               *row)
{
  gsize length = strlen (row);

  if (change->kind == STEWARD_PIECE_MATERIAL)
    return strcmp (change->key, row) == 0;
  return change->kind == STEWARD_PIECE_EDIT && strncmp (change->key, row, length) == 0 && change->key[length] == ' ';
}

/* What a removed row takes with it: its case, what is recorded about it, and
 * its place in the entrustment. */
static gboolean
follows_row (GPtrArray                *changes,
             const StewardPieceChange *change)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *row = changes->pdata[i];

      if (row->kind != STEWARD_PIECE_ROW || row->after)
        continue;
      if (change->kind == STEWARD_PIECE_ENTRUSTMENT ||
          (change->after == NULL && is_about_row (change, row->key)) ||
          (change->kind == STEWARD_PIECE_CASE && change->after == NULL &&
           strcmp (get_member (change, "item"), row->key) == 0))
        return TRUE;
    }
  return FALSE;
}

/* What was meant: without what only follows from it. (transfer container) */
static GPtrArray *
list_meant (GPtrArray *changes)
{
  GPtrArray *meant = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    if (!only_moves (changes->pdata[i]) && !follows_row (changes, changes->pdata[i]))
      g_ptr_array_add (meant, changes->pdata[i]);
  return meant;
}

/* Levers, and what is written about them. */
static gboolean
is_adoption (GPtrArray *meant)
{
  guint n_levers = 0;

  for (guint i = 0; i < meant->len; i++)
    {
      const StewardPieceChange *change = meant->pdata[i];

      if (change->kind != STEWARD_PIECE_LEVER && change->kind != STEWARD_PIECE_TEXT)
        return FALSE;
      n_levers += change->kind == STEWARD_PIECE_LEVER;
    }
  return n_levers > 0;
}

/* Conditions of one gate, which somebody goes on without at once. */
static gboolean
is_gate (GPtrArray *meant)
{
  const char *gate = NULL;

  for (guint i = 0; i < meant->len; i++)
    {
      const StewardPieceChange *change = meant->pdata[i];
      const char *other = change->kind == STEWARD_PIECE_ACKNOWLEDGEMENT ? name_gate (change->key) : NULL;

      if (other == NULL || (gate != NULL && strcmp (gate, other) != 0))
        return FALSE;
      gate = other;
    }
  return TRUE;
}

/* What an edition, else a step of the entrustment, brings along needs no words
 * of its own. */
static const StewardPieceChange *
find_leading (GPtrArray *meant)
{
  const StewardPieceChange *leading = NULL;

  for (guint i = 0; i < meant->len; i++)
    {
      const StewardPieceChange *change = meant->pdata[i];

      if (change->kind == STEWARD_PIECE_EDITION)
        return change;
      if (change->kind == STEWARD_PIECE_STEP && leading == NULL)
        leading = change;
    }
  return leading;
}

char *
steward_changes_describe (GPtrArray      *changes,
                          StewardProject *project)
{
  Context context = { changes, project };
  g_autoptr(GPtrArray) meant = NULL;
  const StewardPieceChange *record, *leading;

  g_return_val_if_fail (changes != NULL, NULL);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  record = find (changes, STEWARD_PIECE_RECORD, "");
  if (record)
    return describe_record (&context, record);
  meant = list_meant (changes);
  if (meant->len == 1 || (meant->len > 1 && is_gate (meant)))
    return describe_one (&context, meant->pdata[0]);
  if (meant->len == 0)
    return g_strdup (_("Change the order"));
  leading = find_leading (meant);
  if (leading)
    return describe_one (&context, leading);
  if (is_adoption (meant))
    return g_strdup (_("Adopt a scenario of levers"));
  return g_strdup_printf (ngettext ("%u change", "%u changes", meant->len), meant->len);
}
