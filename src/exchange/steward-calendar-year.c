/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-calendar-year-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "steward-calendar.h"
#include "steward-error.h"

typedef struct
{
  char *name;
  char *day;
} DayOff;

static void
day_off_free (gpointer data)
{
  DayOff *day_off = data;

  g_free (day_off->name);
  g_free (day_off->day);
  g_free (day_off);
}

StewardCalendarYear *
steward_calendar_year_new (int         year,
                           const char *notice,
                           StewardDay  date)
{
  StewardCalendarYear *self = g_new0 (StewardCalendarYear, 1);

  self->year = year;
  self->notice = g_strdup (notice);
  self->date = date;
  self->off = g_tree_new_full ((GCompareDataFunc) (GCallback) g_strcmp0, NULL, NULL, day_off_free);
  self->work = g_tree_new_full ((GCompareDataFunc) (GCallback) g_strcmp0, NULL, g_free, NULL);
  return self;
}

/* A day of a file that was checked. */
static StewardDay
read_day (JsonArray *array,
          guint      i)
{
  StewardDay day = STEWARD_DAY_NONE;

  steward_day_parse (json_array_get_string_element (array, i), &day);
  return day;
}

static StewardCalendarYear *
read_year (JsonObject *object)
{
  StewardDay date = STEWARD_DAY_NONE;
  JsonArray *holidays = json_object_get_array_member (object, "holidays");
  JsonArray *work = json_object_get_array_member (object, "work");
  StewardCalendarYear *self;

  steward_day_parse (json_object_get_string_member (object, "date"), &date);
  self = steward_calendar_year_new (json_object_get_int_member (object, "year"),
                                    json_object_get_string_member (object, "notice"), date);
  for (guint i = 0; i < json_array_get_length (holidays); i++)
    {
      JsonObject *holiday = json_array_get_object_element (holidays, i);
      JsonArray *off = json_object_get_array_member (holiday, "off");

      for (guint j = 0; j < json_array_get_length (off); j++)
        steward_calendar_year_take_off (self, json_object_get_string_member (holiday, "name"),
                                        read_day (off, j), read_day (off, j));
    }
  for (guint i = 0; i < json_array_get_length (work); i++)
    steward_calendar_year_work (self, read_day (work, i));
  return self;
}

/* The one of @years that is meant, or NULL with an error that names them. */
static JsonObject *
choose_year (JsonArray   *years,
             const char  *origin,
             int          year,
             GError     **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = json_array_get_length (years);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_array_get_object_element (years, i);
      int found = json_object_get_int_member (object, "year");

      if (found == year || n == 1)
        return object;
      g_string_append_printf (names, names->len > 0 ? ", %d" : "%d", found);
    }
  if (n == 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("%s: there is no year in it."), origin);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("%s has the years %s, but not %d."), origin,
                 names->str, year);
  return NULL;
}

StewardCalendarYear *
steward_calendar_year_new_from_file (GBytes      *bytes,
                                     const char  *origin,
                                     int          year,
                                     GError     **error)
{
  g_autoptr (StewardCalendar) checked = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *text;
  JsonObject *object;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  checked = steward_calendar_new_from_bytes (bytes, origin, error);
  text = g_bytes_get_data (bytes, &size);
  if (checked == NULL || !json_parser_load_from_data (parser, text, size, error))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  object = choose_year (json_object_get_array_member (object, "years"), origin, year, error);
  return object ? read_year (object) : NULL;
}

void
steward_calendar_year_free (StewardCalendarYear *self)
{
  if (self == NULL)
    return;
  g_free (self->notice);
  g_tree_unref (self->off);
  g_tree_unref (self->work);
  g_free (self);
}

static gboolean
is_in_year (const StewardCalendarYear *self,
            StewardDay                 day)
{
  int year;

  steward_day_to_ymd (day, &year, NULL, NULL);
  return year == self->year;
}

void
steward_calendar_year_take_off (StewardCalendarYear *self,
                                const char          *name,
                                StewardDay           first,
                                StewardDay           last)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  /* A wrong file may name a thousand years. */
  first = MAX (first, steward_day_from_ymd (self->year, 1, 1));
  last = MIN (last, steward_day_from_ymd (self->year, 12, 31));
  for (StewardDay day = first; day <= last; day++)
    {
      DayOff *day_off = g_new0 (DayOff, 1);

      day_off->name = g_strdup (name);
      day_off->day = steward_day_format (day);
      g_tree_replace (self->off, day_off->day, day_off);
    }
}

void
steward_calendar_year_work (StewardCalendarYear *self,
                            StewardDay           day)
{
  g_return_if_fail (self != NULL);

  if (is_in_year (self, day))
    g_tree_replace (self->work, steward_day_format (day), NULL);
}

int
steward_calendar_year_get_year (const StewardCalendarYear *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

const char *
steward_calendar_year_get_notice (const StewardCalendarYear *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->notice;
}

StewardDay
steward_calendar_year_get_date (const StewardCalendarYear *self)
{
  g_return_val_if_fail (self != NULL, STEWARD_DAY_NONE);

  return self->date;
}

const char *
steward_calendar_year_find_name (const StewardCalendarYear *self,
                                 const char                *date)
{
  const DayOff *day_off = g_tree_lookup (self->off, date);

  return day_off ? day_off->name : NULL;
}

gboolean
steward_calendar_year_is_empty (const StewardCalendarYear *self)
{
  return g_tree_nnodes (self->off) == 0 && g_tree_nnodes (self->work) == 0;
}

/* Days in order; those of one name that follow one another share an entry. */
static void
build_holidays (const StewardCalendarYear *self,
                JsonBuilder               *builder)
{
  const char *name = NULL;

  for (GTreeNode *node = g_tree_node_first (self->off); node; node = g_tree_node_next (node))
    {
      const DayOff *day_off = g_tree_node_value (node);

      if (g_tree_lookup_node (self->work, day_off->day))
        continue;
      if (g_strcmp0 (name, day_off->name) != 0)
        {
          if (name)
            {
              json_builder_end_array (builder);
              json_builder_end_object (builder);
            }
          name = day_off->name;
          json_builder_begin_object (builder);
          json_builder_set_member_name (builder, "name");
          json_builder_add_string_value (builder, name);
          json_builder_set_member_name (builder, "off");
          json_builder_begin_array (builder);
        }
      json_builder_add_string_value (builder, day_off->day);
    }
  if (name)
    {
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
}

static void
build_year (const StewardCalendarYear *self,
            JsonBuilder               *builder)
{
  g_autofree char *date = steward_day_format (self->date);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, self->year);
  json_builder_set_member_name (builder, "notice");
  json_builder_add_string_value (builder, self->notice);
  json_builder_set_member_name (builder, "date");
  json_builder_add_string_value (builder, date);
  json_builder_set_member_name (builder, "holidays");
  json_builder_begin_array (builder);
  build_holidays (self, builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "work");
  json_builder_begin_array (builder);
  for (GTreeNode *node = g_tree_node_first (self->work); node; node = g_tree_node_next (node))
    json_builder_add_string_value (builder, g_tree_node_key (node));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The years of @bytes but @left_out, which the calendar has read before.
 * @n_left_out and @n_kept count them. */
static gboolean
build_others (int            left_out,
              JsonBuilder   *builder,
              GBytes        *bytes,
              guint         *n_left_out,
              guint         *n_kept,
              GError       **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  JsonArray *years = NULL;

  if (!json_parser_load_from_data (parser, text, size, error))
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      JsonNode *node = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "years");

      years = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
    }
  for (guint i = 0; years && i < json_array_get_length (years); i++)
    {
      JsonNode *year = json_array_get_element (years, i);
      gboolean kept = JSON_NODE_HOLDS_OBJECT (year) &&
                      json_object_get_int_member_with_default (json_node_get_object (year), "year", 0) != left_out;

      *n_left_out += !kept;
      *n_kept += kept;
      if (kept)
        json_builder_add_value (builder, json_node_copy (year));
    }
  return TRUE;
}

static void
begin_file (JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, "steward-calendar");
  json_builder_set_member_name (builder, "format_version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "years");
  json_builder_begin_array (builder);
}

static char *
end_file (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = NULL;

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

char *
steward_calendar_year_to_file (StewardCalendarYear  *self,
                               GBytes               *others,
                               GError              **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n_left_out = 0, n_kept = 0;

  g_return_val_if_fail (self != NULL, NULL);

  begin_file (builder);
  if (others && !build_others (self->year, builder, others, &n_left_out, &n_kept, error))
    return NULL;
  build_year (self, builder);
  return end_file (builder);
}

char *
steward_calendar_year_remove (GBytes  *bytes,
                              int      year,
                              GError **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n_left_out = 0, n_kept = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  begin_file (builder);
  if (g_bytes_get_size (bytes) > 0 && !build_others (year, builder, bytes, &n_left_out, &n_kept, error))
    return NULL;
  if (n_left_out == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("Nobody has added the year %d."), year);
      return NULL;
    }
  return n_kept > 0 ? end_file (builder) : g_strdup ("");
}
