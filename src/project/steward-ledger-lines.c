/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ledger.h"

#include <string.h>

#include "steward-adjustments.h"
#include "steward-edition.h"
#include "steward-meeting.h"
#include "steward-papers.h"

/* The ledger is an official paper: its words are Chinese in every language of
 * the program, and stand together here. */
static const char *const status_words[] = {
  [STEWARD_CASE_RECEIVED] = "收件",
  [STEWARD_CASE_WITHDRAWN] = "撤回",
  [STEWARD_CASE_ACCEPTED] = "受理",
  [STEWARD_CASE_NOT_ACCEPTED] = "不予受理",
  [STEWARD_CASE_REFUSED] = "退件",
  [STEWARD_CASE_CORRECTION_STARTS] = "要求补正",
  [STEWARD_CASE_CORRECTION_ENDS] = "补正完成",
  [STEWARD_CASE_BUREAU_STARTS] = "部门开始办理",
  [STEWARD_CASE_PROCEDURE_STARTS] = "特别程序开始",
  [STEWARD_CASE_PROCEDURE_ENDS] = "特别程序结束",
  [STEWARD_CASE_GRANTED] = "准予许可",
  [STEWARD_CASE_GRANTED_DEFERRED] = "容缺办结",
  [STEWARD_CASE_NOT_GRANTED] = "不予许可",
  [STEWARD_CASE_REVOKED_APPLICATION] = "撤回申请",
  [STEWARD_CASE_REVOKED] = "撤销",
};
static const char *const step_words[STEWARD_N_ENTRUSTMENT_STEPS] = {
  "拟稿", "打印", "送达", "签订", "谢绝", "催促", "变更", "中止", "恢复", "阶段办结", "办结"
};
static const char *const document_words[STEWARD_N_DOCUMENT_STATES] = {
  "制作", "打印", "送达", "签署", "扫描", "谢绝", "被替换"
};

static void
line_free (StewardLedgerLine *line)
{
  g_free (line->source);
  g_free (line->kind);
  g_free (line->text);
  g_free (line->result);
  g_free (line);
}

static StewardLedgerLine *
add_line (GPtrArray  *lines,
          StewardDay  day,
          char       *source,
          char       *text,
          const char *result)
{
  StewardLedgerLine *line = g_new0 (StewardLedgerLine, 1);

  line->day = day;
  line->source = source;
  line->kind = g_strdup ("");
  line->text = text;
  line->result = g_strdup (result);
  g_ptr_array_add (lines, line);
  return line;
}

/* @text, with @note in brackets where there is one. */
static char *
with_note (char       *text,
           const char *note)
{
  char *joined;

  if (note == NULL || *note == '\0')
    return text;
  joined = g_strconcat (text, "（", note, "）", NULL);
  g_free (text);
  return joined;
}

static void
add_typed (StewardProject *project,
           GPtrArray      *lines)
{
  GPtrArray *ledger = steward_project_get_ledger (project);

  for (guint i = 0; i < ledger->len; i++)
    {
      const StewardLedgerEntry *entry = ledger->pdata[i];
      StewardLedgerLine *line = add_line (lines, entry->day, g_strdup (""), g_strdup (entry->text), entry->result);

      line->number = entry->number;
      g_free (line->kind);
      line->kind = g_strdup (entry->kind);
    }
}

/* As the plan calls it. */
static const char *
name_item (StewardProject *project,
           const char     *id)
{
  const StewardEdit *edit = steward_project_get_edit (project, id, STEWARD_EDIT_NAME);
  const StewardItem *item = steward_pack_find_item (steward_project_get_pack (project), id);
  const StewardRow *row = steward_project_find_row (project, id);

  return edit ? edit->text : item ? item->name : row ? row->text : id;
}

static gboolean
is_decision (StewardCaseStatus status)
{
  return status == STEWARD_CASE_GRANTED || status == STEWARD_CASE_GRANTED_DEFERRED ||
         status == STEWARD_CASE_NOT_GRANTED || status == STEWARD_CASE_REVOKED;
}

/* An event is known by its status and day, and when there are several such by
 * which of them it is: an event that is put in before it changes nothing of
 * that. Wordings of old name it by its place in the case, and still hold. */
static char *
name_event (StewardProject    *project,
            const StewardCase *handled,
            guint              index)
{
  const StewardEvent *event = handled->events->pdata[index];
  g_autofree char *place = g_strdup_printf ("case %s %u", handled->id, index + 1);
  g_autofree char *day = steward_day_format (event->day);
  g_autofree char *name = NULL;
  guint nth = 1;

  for (guint i = 0; i < index; i++)
    {
      const StewardEvent *other = handled->events->pdata[i];

      nth += other->status == event->status && other->day == event->day;
    }
  name = nth > 1 ? g_strdup_printf ("case %s %d %s %u", handled->id, event->status, day, nth)
                 : g_strdup_printf ("case %s %d %s", handled->id, event->status, day);
  if (steward_project_get_wording (project, name) == NULL && steward_project_get_wording (project, place) != NULL)
    return g_steal_pointer (&place);
  return g_steal_pointer (&name);
}

static void
add_case (StewardProject    *project,
          const StewardCase *handled,
          GPtrArray         *lines)
{
  g_autofree char *name = with_note (g_strdup (name_item (project, handled->item)), handled->segment);

  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];
      const char *word = status_words[event->status];
      char *text = with_note (g_strdup_printf ("%s：%s", name, word), event->kind);

      add_line (lines, event->day, name_event (project, handled, i), with_note (text, event->note),
                is_decision (event->status) ? word : "");
    }
  if (handled->delivered != STEWARD_DAY_NONE)
    add_line (lines, handled->delivered, g_strdup_printf ("case %s delivered", handled->id),
              g_strdup_printf ("%s：结果送达项目单位", name), "");
}

static void
add_steps (StewardProject *project,
           GPtrArray      *lines)
{
  g_autoptr (GPtrArray) steps = steward_project_list_steps (project);
  StewardPack *pack = steward_project_get_pack (project);
  GPtrArray *grounds = steward_pack_get_suspension_grounds (pack);

  for (guint i = 0; i < steps->len; i++)
    {
      const StewardEntrustmentStep *step = steps->pdata[i];
      const StewardStage *stage = steward_pack_find_stage (pack, step->ground);
      const char *ground = stage ? stage->name : "";

      for (guint j = 0; j < grounds->len; j++)
        if (strcmp (((StewardNamed *) grounds->pdata[j])->id, step->ground) == 0)
          ground = ((StewardNamed *) grounds->pdata[j])->name;
      add_line (lines, step->day, g_strdup_printf ("step %u", step->number),
                with_note (with_note (g_strdup_printf ("委托：%s", step_words[step->kind]), ground), step->note), "");
    }
}

static void
add_documents (StewardProject *project,
               GPtrArray      *lines)
{
  g_autoptr (GPtrArray) documents = steward_project_list_documents (project);

  for (guint i = 0; i < documents->len; i++)
    {
      const StewardDocument *document = documents->pdata[i];

      if (document->day != STEWARD_DAY_NONE)
        add_line (lines, document->day, g_strdup_printf ("document %s", document->id),
                  g_strdup_printf ("文件：%s（%s）", *document->title ? document->title : document->name,
                                   document_words[document->state]), "");
    }
}

static void
add_meetings (StewardProject *project,
              GPtrArray      *lines)
{
  g_autoptr (GPtrArray) meetings = steward_project_list_meetings (project);

  for (guint i = 0; i < meetings->len; i++)
    {
      const StewardMeeting *meeting = meetings->pdata[i];

      add_line (lines, meeting->day, g_strdup_printf ("meeting %u", meeting->number),
                with_note (g_strdup_printf ("会商：%s", meeting->title), meeting->place), "");
    }
}

static void
add_editions (StewardProject *project,
              GPtrArray      *lines)
{
  g_autoptr (GPtrArray) editions = steward_project_list_editions (project);

  for (guint i = 0; i < editions->len; i++)
    {
      const StewardEdition *edition = editions->pdata[i];

      add_line (lines, edition->day, g_strdup_printf ("edition %u", edition->number),
                with_note (g_strdup_printf ("发出方案第%u版", edition->number), edition->reason), "");
      if (edition->notified != STEWARD_DAY_NONE)
        add_line (lines, edition->notified, g_strdup_printf ("edition %u notified", edition->number),
                  g_strdup_printf ("方案第%u版告知项目单位", edition->number), "");
    }
}

static void
add_timers (StewardProject *project,
            GPtrArray      *lines)
{
  g_autoptr (GPtrArray) timers = steward_project_list_timers (project);
  GPtrArray *known = steward_pack_get_timers (steward_project_get_pack (project));

  for (guint i = 0; i < timers->len; i++)
    {
      const StewardStartedTimer *timer = timers->pdata[i];
      const char *name = timer->timer;

      if (timer->done == STEWARD_DAY_NONE)
        continue;
      for (guint j = 0; j < known->len; j++)
        if (strcmp (((StewardTimer *) known->pdata[j])->id, timer->timer) == 0)
          name = ((StewardTimer *) known->pdata[j])->name;
      add_line (lines, timer->done, g_strdup_printf ("timer %u", timer->number),
                with_note (g_strdup_printf ("完成：%s", name), timer->note), "");
    }
}

/* Lines of one day stay as they were added. */
static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      unused)
{
  const StewardLedgerLine *line = *(const StewardLedgerLine *const *) a, *other = *(const StewardLedgerLine *const *) b;

  return line->day < other->day ? -1 : line->day > other->day;
}

static void
replace (char       **text,
         const char  *other)
{
  if (*other == '\0')
    return;
  g_free (*text);
  *text = g_strdup (other);
}

static void
reword (StewardProject    *project,
        StewardLedgerLine *line)
{
  const StewardLedgerWording *wording = *line->source ? steward_project_get_wording (project, line->source) : NULL;

  if (wording == NULL)
    return;
  replace (&line->text, wording->text);
  replace (&line->result, wording->result);
  line->reworded = TRUE;
}

GPtrArray *
steward_ledger_new (StewardProject *self)
{
  GPtrArray *lines, *cases;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  cases = steward_project_get_cases (self);
  add_typed (self, lines);
  add_steps (self, lines);
  add_editions (self, lines);
  for (guint i = 0; i < cases->len; i++)
    add_case (self, cases->pdata[i], lines);
  add_documents (self, lines);
  add_meetings (self, lines);
  add_timers (self, lines);
  /* GLib's sorting keeps equal elements in order. */
  g_ptr_array_sort_with_data (lines, compare_days, NULL);
  for (guint i = 0; i < lines->len; i++)
    reword (self, lines->pdata[i]);
  return lines;
}
