/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came out of a consultation: the opinions for the unit (会商意见), and the
 * minutes (会议纪要). */
#include "steward-letter-private.h"

static const char *
get_bureau (const StewardForm *self,
            const char        *bureau)
{
  const char *name = steward_pack_get_bureau_name (self->pack, bureau);

  return name != NULL ? name : bureau;
}

/* The name of the item, or the words that were typed. */
static const char *
get_about (const StewardForm    *self,
           const StewardOpinion *opinion)
{
  const StewardPlanItem *planned = steward_plan_find_item (self->plan, opinion->about);
  const StewardItem *item = steward_pack_find_item (self->pack, opinion->about);

  if (planned != NULL)
    return planned->name;
  return item != NULL ? item->name : opinion->about;
}

static const char *
get_verdict (const StewardForm    *self,
             StewardOpinionVerdict verdict)
{
  const char *word = steward_opinion_to_word (verdict);
  g_autofree char *key = g_strconcat ("verdict_", *word != '\0' ? word : "none", NULL);

  return steward_form_get_wording (self, key);
}

/* Bureaus that were there, or not, with who came. */
static char *
list_bureaus (const StewardForm *self,
              StewardPresence    presence)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; self->meeting != NULL && i < self->meeting->attendance->len; i++)
    {
      const StewardAttendance *attendance = g_ptr_array_index (self->meeting->attendance, i);

      if (attendance->presence != presence)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "，" : "", get_bureau (self, attendance->bureau));
      if (*attendance->person != '\0')
        g_string_append_printf (names, "（%s）", attendance->person);
    }
  return g_string_free (names, FALSE);
}

static void
set_meeting (StewardForm *self)
{
  g_autofree char *number = NULL;

  if (self->meeting == NULL)
    return;
  number = g_strdup_printf ("%u", self->meeting->number);
  steward_form_set_blank (self, "issue", number);
  steward_form_set_blank (self, "meeting", self->meeting->title);
  /* The place of the meeting, not that of the project. */
  steward_form_set_blank (self, "venue", self->meeting->place);
  steward_form_set_date (self, self->meeting->day);
}

static void
add_opinion_table (StewardForm *self)
{
  static const double shares[] = { 1.2, 3.2, 3.2, 2.5, 5 };
  g_autoptr (StewardTable) table = steward_letter_table_new (self, "columns", shares, G_N_ELEMENTS (shares));

  for (guint i = 0; i < self->meeting->opinions->len; i++)
    {
      const StewardOpinion *opinion = g_ptr_array_index (self->meeting->opinions, i);
      const char *about = *opinion->about != '\0' ? get_about (self, opinion)
                                                 : steward_form_get_wording (self, "about_project");
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      steward_letter_table_add (table, (const char *[]) { number, get_bureau (self, opinion->bureau),
                                                          about, get_verdict (self, opinion->verdict),
                                                          opinion->text }, 1 << 0 | 1 << 3);
    }
  steward_letter_place_table (self, table);
}

static void
set_counts (StewardForm *self)
{
  static const char *const blanks[STEWARD_N_OPINIONS] = { "remarks", "agree", "conditions", "disagree" };
  guint counts[STEWARD_N_OPINIONS] = { 0 };
  g_autofree char *total = g_strdup_printf ("%u", self->meeting->opinions->len);

  for (guint i = 0; i < self->meeting->opinions->len; i++)
    counts[((const StewardOpinion *) g_ptr_array_index (self->meeting->opinions, i))->verdict]++;
  steward_form_set_blank (self, "total", total);
  for (guint i = 0; i < STEWARD_N_OPINIONS; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);

      steward_form_set_blank (self, blanks[i], count);
    }
  steward_letter_add_all (self, "count_line");
  if (counts[STEWARD_OPINION_CONDITIONS] + counts[STEWARD_OPINION_DISAGREE] > 0)
    steward_letter_add_all (self, "conditions_line");
}

static void
add_missing_bureaus (StewardForm *self)
{
  g_autofree char *absent = list_bureaus (self, STEWARD_PRESENCE_ABSENT);
  g_autofree char *excused = list_bureaus (self, STEWARD_PRESENCE_EXCUSED);
  g_autofree char *bureaus = g_strdup_printf ("%s%s%s", absent, *absent != '\0' && *excused != '\0' ? "，" : "", excused);

  if (*bureaus == '\0')
    return;
  steward_form_set_blank (self, "bureaus", bureaus);
  steward_letter_add_all (self, "absent_line");
}

void
steward_form_write_opinion (StewardForm *self)
{
  set_meeting (self);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  if (self->meeting == NULL || self->meeting->opinions->len == 0)
    {
      steward_letter_add_all (self, "no_opinions");
    }
  else
    {
      add_opinion_table (self);
      set_counts (self);
    }
  add_missing_bureaus (self);
  steward_letter_add_close (self, "close");
  steward_letter_end (self);
}

static void
add_opinion_lines (StewardForm *self)
{
  steward_letter_add_heading (self, "opinions_heading");
  if (self->meeting == NULL || self->meeting->opinions->len == 0)
    steward_letter_add_all (self, "no_opinions");
  for (guint i = 0; self->meeting != NULL && i < self->meeting->opinions->len; i++)
    {
      const StewardOpinion *opinion = g_ptr_array_index (self->meeting->opinions, i);
      const char *about = get_about (self, opinion);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *brackets = NULL;

      steward_form_set_blank (self, "number", number);
      steward_form_set_blank (self, "bureau", get_bureau (self, opinion->bureau));
      steward_form_set_blank (self, "about", about);
      brackets = steward_form_expand (self, steward_form_get_wording (self, "about_line"));
      steward_form_set_or_omit (self, "about", *about != '\0' ? brackets : "");
      steward_form_set_blank (self, "verdict", get_verdict (self, opinion->verdict));
      steward_form_set_or_omit (self, "text", opinion->text);
      steward_letter_add_all (self, "opinion_line");
    }
}

/* The minutes may be a document of their own; its id is no text. */
static void
add_decisions (StewardForm *self)
{
  steward_letter_add_heading (self, "decisions_heading");
  if (self->meeting == NULL || *self->meeting->minutes == '\0' || g_uuid_string_is_valid (self->meeting->minutes))
    steward_letter_add_all (self, "no_decisions");
  else
    steward_letter_add_typed (self, self->meeting->minutes);
}

static void
add_attendance (StewardForm *self)
{
  static const char *const keys[STEWARD_N_PRESENCES] = {
    [STEWARD_PRESENCE_PRESENT] = "present",
    [STEWARD_PRESENCE_EXCUSED] = "excused",
    [STEWARD_PRESENCE_ABSENT] = "absent",
  };
  static const StewardPresence order[] = { STEWARD_PRESENCE_PRESENT, STEWARD_PRESENCE_EXCUSED, STEWARD_PRESENCE_ABSENT };

  steward_flow_advance (self->flow, STEWARD_LETTER_LINE);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *bureaus = list_bureaus (self, order[i]);

      if (*bureaus != '\0' || order[i] == STEWARD_PRESENCE_PRESENT)
        steward_letter_add_labelled (self, steward_form_get_wording (self, keys[order[i]]), bureaus);
    }
}

void
steward_form_write_minutes (StewardForm *self)
{
  set_meeting (self);
  steward_letter_begin (self);
  steward_letter_add_centered (self, "issue");
  steward_letter_add_all (self, "meeting_lines");
  add_opinion_lines (self);
  add_decisions (self);
  add_attendance (self);
  steward_form_write_signature (self, "sign_steward", "steward");
}
