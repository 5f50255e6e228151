/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-gate.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-papers.h"

/* What divides the clauses of a fact. */
#define CLAUSES "；;，,。\n"

/* Whether one clause of @text is @words. Only whole clauses count: what is not
 * the case is often written with the same words and one more before them. */
static gboolean
has_clause (const char *text,
            const char *words)
{
  const char *start = text;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gboolean ends = *at == '\0' || g_utf8_strchr (CLAUSES, -1, g_utf8_get_char (at)) != NULL;

      if (ends)
        {
          g_autofree char *clause = g_strndup (start, at - start);

          if (strcmp (g_strstrip (clause), words) == 0)
            return TRUE;
          start = *at ? g_utf8_next_char (at) : at;
        }
      if (*at == '\0')
        return FALSE;
    }
}

static StewardFact
fact_called (const char *name)
{
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    if (strcmp (steward_fact_get_label (i), name) == 0)
      return i;
  return STEWARD_N_FACTS;
}

static StewardGateLine *
add_line (StewardGate         *self,
          const char          *name,
          const char          *note,
          const StewardSource *source)
{
  StewardGateLine *line = g_new0 (StewardGateLine, 1);

  line->handed_in = STEWARD_DAY_NONE;
  line->name = name;
  line->note = note;
  line->source = source;
  line->fact = STEWARD_N_FACTS;
  g_ptr_array_add (self->lines, line);
  return line;
}

/* A paper is the same in each stage that asks for it. */
static StewardDay
find_receipt (StewardProject *project,
              const char     *materials)
{
  StewardPack *pack = steward_project_get_pack (project);
  g_autoptr (GPtrArray) receipts = steward_project_list_receipts (project);
  g_auto (GStrv) ids = g_strsplit (materials, " ", -1);

  for (guint r = 0; r < receipts->len; r++)
    {
      const StewardReceipt *receipt = receipts->pdata[r];
      const StewardMaterial *brought = steward_pack_find_material (pack, receipt->id);

      for (guint i = 0; brought != NULL && ids[i] != NULL; i++)
        {
          const StewardMaterial *wanted = steward_pack_find_material (pack, ids[i]);

          if (wanted != NULL && strcmp (wanted->same_as, brought->same_as) == 0)
            return receipt->day;
        }
    }
  return STEWARD_DAY_NONE;
}

static void
look_for_papers (StewardGateLine    *line,
                 StewardProject     *project,
                 const StewardNamed *named)
{
  line->id = named->id;
  line->materials = steward_named_get (named, "materials");
  if (line->materials == NULL)
    return;
  line->handed_in = find_receipt (project, line->materials);
  if (line->handed_in != STEWARD_DAY_NONE)
    line->state = STEWARD_GATE_MET;
}

/* One of several, which stands on record as a clause of @fact. */
static void
add_alternative (StewardGate        *self,
                 StewardProject     *project,
                 const StewardNamed *named,
                 StewardFact         fact)
{
  StewardGateLine *line = add_line (self, named->name, named->note, named->source);

  line->fact = fact;
  line->alternative = TRUE;
  line->claimable = TRUE;
  line->state = has_clause (steward_project_get_fact (project, fact), named->name) ? STEWARD_GATE_MET
                                                                                   : STEWARD_GATE_OPEN;
  look_for_papers (line, project, named);
}

static void
add_fact (StewardGate        *self,
          StewardProject     *project,
          const StewardNamed *named)
{
  StewardGateLine *line = add_line (self, named->name, named->note, named->source);

  line->fact = fact_called (named->name);
  if (line->fact == STEWARD_N_FACTS)
    line->state = STEWARD_GATE_OPEN;
  else
    line->state = *steward_project_get_fact (project, line->fact) ? STEWARD_GATE_MET : STEWARD_GATE_MISSING;
  look_for_papers (line, project, named);
}

/* Where one alternative holds, the others are not needed. */
static void
spare_alternatives (StewardGate *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardGateLine *line = self->lines->pdata[i];

      any = any || (line->alternative && line->state == STEWARD_GATE_MET);
    }
  for (guint i = 0; any && i < self->lines->len; i++)
    {
      StewardGateLine *line = self->lines->pdata[i];

      if (line->alternative && line->state != STEWARD_GATE_MET)
        line->state = STEWARD_GATE_SPARED;
    }
}

static void
add_named (StewardGate     *self,
           StewardProject  *project,
           StewardPackList  list,
           StewardFact      fact)
{
  GPtrArray *all = steward_pack_get_list (self->pack, list);

  for (guint i = 0; i < all->len; i++)
    {
      const StewardNamed *named = all->pdata[i];

      if (g_strcmp0 (steward_named_get (named, "kind"), "fact") == 0)
        add_fact (self, project, named);
      else
        add_alternative (self, project, named, fact);
    }
}

/* An answer whose words are one of @list; NULL when no question has them. */
static const StewardQuestion *
find_question (StewardPack        *pack,
               const char * const *list)
{
  GPtrArray *questions = steward_pack_get_questions (pack);

  for (guint i = 0; i < questions->len; i++)
    {
      const StewardQuestion *question = questions->pdata[i];

      for (guint c = 0; c < question->choices->len; c++)
        if (g_strv_contains (list, ((const StewardChoice *) question->choices->pdata[c])->label))
          return question;
    }
  return NULL;
}

static StewardGateState
judge_answer (StewardProject        *project,
              const StewardQuestion *question,
              const char            *name)
{
  const char *answer = steward_project_get_answer (project, question->id);

  if (answer == NULL)
    return STEWARD_GATE_OPEN;
  for (guint c = 0; c < question->choices->len; c++)
    {
      const StewardChoice *choice = question->choices->pdata[c];

      if (strcmp (choice->value, answer) == 0)
        return strcmp (choice->label, name) == 0 ? STEWARD_GATE_MET : STEWARD_GATE_MISSING;
    }
  return STEWARD_GATE_OPEN;
}

/* The questionnaire may have asked the same thing. */
static void
add_scope (StewardGate    *self,
           StewardProject *project)
{
  const char * const *list = steward_pack_get_wordings (self->pack, "applies", "construction");
  const StewardQuestion *question = list ? find_question (self->pack, list) : NULL;

  for (; list && *list; list++)
    {
      StewardGateLine *line = add_line (self, *list, NULL, question ? question->source : NULL);

      line->fact = STEWARD_FACT_TYPE;
      line->alternative = TRUE;
      line->claimable = question == NULL;
      line->state = question ? judge_answer (project, question, *list) : STEWARD_GATE_OPEN;
      if (has_clause (steward_project_get_fact (project, STEWARD_FACT_TYPE), *list))
        line->state = STEWARD_GATE_MET;
    }
  self->note = steward_pack_get_wording (self->pack, "applies", "note");
}

gboolean
steward_gate_line_fails (const StewardGateLine *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  return line->state == STEWARD_GATE_OPEN || line->state == STEWARD_GATE_MISSING;
}

static gboolean
is_passed (const StewardGate *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (steward_gate_line_fails (self->lines->pdata[i]))
      return FALSE;
  return TRUE;
}

StewardGate *
steward_gate_new (StewardProject  *project,
                  StewardGateKind  kind)
{
  static const struct
  {
    StewardPackList list;
    StewardFact     fact;
  } gates[STEWARD_N_GATES] = {
    [STEWARD_GATE_ELIGIBILITY] = { STEWARD_LIST_ELIGIBILITY, STEWARD_FACT_TYPE },
    [STEWARD_GATE_START]       = { STEWARD_LIST_START_GATE, STEWARD_FACT_LAND },
    [STEWARD_GATE_ENTRUSTMENT] = { STEWARD_LIST_ENTRUSTMENT_GATE, STEWARD_FACT_LAND },
  };
  StewardGate *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (kind < STEWARD_N_GATES, NULL);

  self = g_new0 (StewardGate, 1);
  self->kind = kind;
  self->pack = steward_pack_ref (steward_project_get_pack (project));
  self->lines = g_ptr_array_new_with_free_func (g_free);
  if (kind == STEWARD_GATE_SCOPE)
    add_scope (self, project);
  else
    add_named (self, project, gates[kind].list, gates[kind].fact);
  if (self->lines->len == 0)
    {
      steward_gate_free (self);
      return NULL;
    }
  spare_alternatives (self);
  self->passed = is_passed (self);
  return self;
}

void
steward_gate_free (StewardGate *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  steward_pack_unref (self->pack);
  g_free (self);
}

/* The code of its acknowledgements, beside those of the checks. (transfer full) */
static char *
make_code (StewardGateKind kind)
{
  return g_strconcat ("gate-", steward_gate_kind_to_word (kind), NULL);
}

const StewardAcknowledgement *
steward_gate_find_reason (StewardProject        *project,
                          const StewardGate     *gate,
                          const StewardGateLine *line)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (gate != NULL && line != NULL, NULL);

  code = make_code (gate->kind);
  return steward_project_find_acknowledgement (project, code, line->id);
}

gboolean
steward_gate_wants_reason (StewardProject    *project,
                           const StewardGate *gate)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (gate != NULL, FALSE);

  for (guint i = 0; i < gate->lines->len; i++)
    if (steward_gate_line_fails (gate->lines->pdata[i]) &&
        steward_gate_find_reason (project, gate, gate->lines->pdata[i]) == NULL)
      return TRUE;
  return FALSE;
}

gboolean
steward_gate_override (StewardProject  *project,
                       StewardGateKind  kind,
                       const char      *reason,
                       const char      *by)
{
  g_autoptr (StewardGate) gate = NULL;
  g_autofree char *code = NULL;
  gboolean given = TRUE;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (reason != NULL && by != NULL, FALSE);

  gate = steward_gate_new (project, kind);
  code = make_code (kind);
  for (guint i = 0; gate != NULL && i < gate->lines->len; i++)
    {
      const StewardGateLine *line = gate->lines->pdata[i];

      if (steward_gate_line_fails (line) && steward_gate_find_reason (project, gate, line) == NULL)
        given = steward_project_acknowledge (project, code, line->id, reason, by, NULL) && given;
    }
  return given;
}

gboolean
steward_gate_claim (StewardProject        *project,
                    const StewardGateLine *line)
{
  const char *value;
  g_autofree char *text = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (line != NULL && line->claimable, FALSE);

  value = steward_project_get_fact (project, line->fact);
  if (has_clause (value, line->name))
    return TRUE;
  text = g_strconcat (line->name, *value ? "；" : "", value, NULL);
  if ((gsize) g_utf8_strlen (text, -1) > steward_fact_get_max (line->fact))
    return FALSE;
  steward_project_set_fact (project, line->fact, text);
  return TRUE;
}

const char *
steward_gate_get_title (StewardGateKind kind)
{
  static const char *const titles[STEWARD_N_GATES] = {
    [STEWARD_GATE_SCOPE]       = N_("Scope of the policy pack"),
    [STEWARD_GATE_ELIGIBILITY] = N_("Projects that get a steward"),
    [STEWARD_GATE_START]       = N_("Start of the assessment"),
    [STEWARD_GATE_ENTRUSTMENT] = N_("Before the entrustment"),
  };

  g_return_val_if_fail (kind < STEWARD_N_GATES, "");

  return _(titles[kind]);
}

const char *
steward_gate_kind_to_word (StewardGateKind kind)
{
  static const char *const words[STEWARD_N_GATES] = { "scope", "eligibility", "start", "entrustment" };

  g_return_val_if_fail (kind < STEWARD_N_GATES, "");

  return words[kind];
}

const char *
steward_gate_state_to_word (StewardGateState state)
{
  static const char *const words[] = { "met", "spared", "open", "missing" };

  g_return_val_if_fail (state < G_N_ELEMENTS (words), "");

  return words[state];
}

char *
steward_gate_get_remedy (const StewardGateLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  switch (line->state)
    {
    case STEWARD_GATE_MISSING:
      return line->alternative ? g_strdup (_("The questionnaire says otherwise."))
                               : g_strdup_printf (_("Fill in “%s” on the overview."), line->name);
    case STEWARD_GATE_OPEN:
      if (line->claimable && line->materials != NULL)
        return g_strdup (_("Record the paper as handed in, or confirm that it holds; one of these is enough."));
      return g_strdup (line->claimable ? _("Confirm it if it holds; one of these is enough.")
                                       : _("Answer the questionnaire; one of these is enough."));
    case STEWARD_GATE_MET:
    case STEWARD_GATE_SPARED:
    default:
      return g_strdup ("");
    }
}
