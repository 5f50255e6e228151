/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-notifier.h"

#include <glib/gi18n-lib.h>

/* Of what is late, so many are remembered to see what is new. */
#define MAX_LINES 2000
#define SETTING_DAY "notified-on"

struct _StewardNotifier
{
  GObject       parent_instance;

  GApplication *application;
  GSettings    *settings;
  StewardStore *store;
  GHashTable   *red;          /* project and row of what is red, NULL before the first look */
  StewardDay    today;
};

G_DEFINE_FINAL_TYPE (StewardNotifier, steward_notifier, G_TYPE_OBJECT)

/* What a look found. */
typedef struct
{
  StewardDay  today;
  char       *steward;    /* NULL: everybody's */
  gboolean    daily;      /* asked whether the day is new, too */
  GPtrArray  *lines;      /* StewardAgendaLine up to today */
  gboolean    first;      /* nobody has told of this day yet */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->lines, g_ptr_array_unref);
  g_free (look->steward);
  g_free (look);
}

/* TRUE in @first when nobody has told of @day yet; from now on somebody has. */
static gboolean
claim_day (StewardDatabase  *database,
           StewardDay        day,
           gboolean         *first,
           GError          **error)
{
  g_autofree char *today = steward_day_format (day);
  g_autofree char *told = steward_database_get_setting (database, SETTING_DAY, error);

  if (told == NULL)
    return FALSE;
  *first = strcmp (told, today) < 0;
  return !*first || steward_database_set_setting (database, SETTING_DAY, today, error);
}

static gpointer
look_around (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  const Look *question = data;
  Look *look = g_new0 (Look, 1);

  look->today = question->today;
  look->lines = steward_database_read_agenda (database, question->steward, question->today, question->today,
                                              MAX_LINES, error);
  if (look->lines == NULL || (question->daily && !claim_day (database, question->today, &look->first, error)))
    {
      look_free (look);
      return NULL;
    }
  return look;
}

static void
send (StewardNotifier *self,
      const char      *id,
      const char      *title,
      const char      *body)
{
  g_autoptr (GNotification) notification = NULL;

  if (!g_settings_get_boolean (self->settings, "notifications"))
    return;
  /* Without a session bus there is nobody who could show it. */
  if (g_application_get_dbus_connection (self->application) == NULL)
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.today");
  g_application_send_notification (self->application, id, notification);
}

static void
tell_day (StewardNotifier *self,
          const Look      *look)
{
  guint late = 0, due = 0;
  g_autofree char *late_text = NULL;
  g_autofree char *due_text = NULL;
  g_autofree char *body = NULL;

  for (guint i = 0; i < look->lines->len; i++)
    {
      const StewardAgendaLine *line = look->lines->pdata[i];

      if (line->light == STEWARD_LIGHT_RED)
        late++;
      else if (line->due == look->today)
        due++;
    }
  if (late + due == 0)
    return;
  late_text = g_strdup_printf (ngettext ("%u is late", "%u are late", late), late);
  due_text = g_strdup_printf (ngettext ("%u is due today", "%u are due today", due), due);
  body = g_strdup_printf ("%s, %s", late_text, due_text);
  send (self, "today", _("What is due today"), body);
}

static void
tell_red (StewardNotifier         *self,
          const StewardAgendaLine *line)
{
  g_autofree char *title = g_strdup_printf (_("“%s” is late"), line->name);

  send (self, line->row, title, line->project_name);
}

/* Remembers what is red, and tells of what was not before. */
static void
compare (StewardNotifier *self,
         const Look      *look)
{
  g_autoptr (GHashTable) red = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < look->lines->len; i++)
    {
      const StewardAgendaLine *line = look->lines->pdata[i];
      char *key;

      if (line->light != STEWARD_LIGHT_RED)
        continue;
      key = g_strconcat (line->project, " ", line->row, NULL);
      if (self->red != NULL && !look->first && !g_hash_table_contains (self->red, key))
        tell_red (self, line);
      g_hash_table_add (red, key);
    }
  g_clear_pointer (&self->red, g_hash_table_unref);
  self->red = g_steal_pointer (&red);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardNotifier) self = user_data;
  Look *look = steward_store_run_finish (STEWARD_STORE (object), result, NULL);

  if (look == NULL)
    return;
  if (STEWARD_STORE (object) == self->store)
    {
      if (look->first)
        tell_day (self, look);
      compare (self, look);
    }
  look_free (look);
}

static void
look (StewardNotifier *self,
      gboolean         daily)
{
  g_autofree char *steward = g_settings_get_string (self->settings, "steward-name");
  Look *question;

  if (self->store == NULL)
    return;
  question = g_new0 (Look, 1);
  question->today = self->today;
  question->daily = daily;
  question->steward = *steward ? g_steal_pointer (&steward) : NULL;
  /* On the worker that writes only one of several looks is the first of a day. */
  steward_store_run_async (self->store, daily ? STEWARD_STORE_WRITE : STEWARD_STORE_READ, look_around, question,
                           look_free, look_free, NULL, looked_cb, g_object_ref (self));
}

static void
changed_cb (StewardNotifier *self)
{
  look (self, FALSE);
}

void
steward_notifier_set_store (StewardNotifier *self,
                            StewardStore    *store)
{
  g_return_if_fail (STEWARD_IS_NOTIFIER (self));
  g_return_if_fail (store == NULL || STEWARD_IS_STORE (store));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_pointer (&self->red, g_hash_table_unref);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  look (self, TRUE);
}

void
steward_notifier_check (StewardNotifier *self,
                        StewardDay       today)
{
  g_return_if_fail (STEWARD_IS_NOTIFIER (self));

  self->today = today;
  look (self, TRUE);
}

static void
steward_notifier_dispose (GObject *object)
{
  StewardNotifier *self = STEWARD_NOTIFIER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->application);
  g_clear_pointer (&self->red, g_hash_table_unref);

  G_OBJECT_CLASS (steward_notifier_parent_class)->dispose (object);
}

static void
steward_notifier_class_init (StewardNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_notifier_dispose;
}

static void
steward_notifier_init (StewardNotifier *self)
{
  self->today = steward_day_today ();
}

StewardNotifier *
steward_notifier_new (GApplication *application,
                      GSettings    *settings)
{
  StewardNotifier *self = g_object_new (STEWARD_TYPE_NOTIFIER, NULL);

  self->application = g_object_ref (application);
  self->settings = g_object_ref (settings);
  return self;
}
