/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-notifier.h"

#include <glib/gi18n-lib.h>

/* Of what is red, the latest are remembered to see what is new. */
#define MAX_LINES 500
/* More that turn red at once are told of in one notification. */
#define MAX_SINGLE 3
#define SETTING_DAY "notified-on"

struct _StewardNotifier
{
  GObject       parent_instance;

  GApplication *application;
  GSettings    *settings;
  StewardStore *store;
  GHashTable   *red;          /* project and row of what is red, NULL before the first look */
  StewardDay    horizon;      /* what was due on this day or before need not be among them */
  StewardDay    today;
  guint         n_looks;      /* that are on their way */
  gboolean      outdated;     /* something changed since they were asked for */
};

G_DEFINE_FINAL_TYPE (StewardNotifier, steward_notifier, G_TYPE_OBJECT)

/* What a look found. */
typedef struct
{
  StewardDay  today;
  char       *steward;    /* NULL: everybody's */
  gboolean    daily;      /* asked whether the day is new, too */
  guint       counts[STEWARD_N_SECTIONS];
  GPtrArray  *red;        /* StewardAgendaLine, latest first */
  gboolean    first;      /* nobody has told of this day yet */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->red, g_ptr_array_unref);
  g_free (look->steward);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

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
  g_autoptr (Look) look = g_new0 (Look, 1);

  look->today = question->today;
  look->red = steward_database_read_red (database, question->steward, question->today, MAX_LINES, error);
  if (look->red == NULL)
    return NULL;
  if (question->daily && !claim_day (database, question->today, &look->first, error))
    return NULL;
  if (look->first
      && !steward_database_count_sections (database, question->steward, question->today, question->today,
                                           look->counts, error))
    return NULL;

  return g_steal_pointer (&look);
}

static void
send (StewardNotifier *self,
      const char      *id,
      const char      *title,
      const char      *body,
      const char      *action)
{
  g_autoptr (GNotification) notification = NULL;

  if (!g_settings_get_boolean (self->settings, "notifications"))
    return;
  /* Without a session bus there is nobody who could show it. */
  if (g_application_get_dbus_connection (self->application) == NULL)
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, action);
  g_application_send_notification (self->application, id, notification);
}

static void
tell_day (StewardNotifier *self,
          const Look      *look)
{
  guint late = look->counts[STEWARD_SECTION_LATE], due = look->counts[STEWARD_SECTION_DUE];
  g_autofree char *late_text = NULL;
  g_autofree char *due_text = NULL;
  g_autofree char *body = NULL;

  if (late + due == 0)
    return;
  late_text = g_strdup_printf (ngettext ("%u is late", "%u are late", late), late);
  due_text = g_strdup_printf (ngettext ("%u is due today", "%u are due today", due), due);
  body = g_strdup_printf ("%s, %s", late_text, due_text);
  send (self, "today", _("What is due today"), body, "app.today");
}

static char *
make_key (const StewardAgendaLine *line)
{
  return g_strconcat (line->project, " ", line->row, NULL);
}

static void
tell_red (StewardNotifier *self,
          GPtrArray       *turned)
{
  g_autofree char *text = NULL;

  if (turned->len > MAX_SINGLE)
    {
      text = g_strdup_printf (ngettext ("%u has just turned late", "%u have just turned late", turned->len),
                              turned->len);
      send (self, "red", _("More is late"), text, "app.today");
      return;
    }
  for (guint i = 0; i < turned->len; i++)
    {
      const StewardAgendaLine *line = turned->pdata[i];
      g_autofree char *title = g_strdup_printf (_("“%s” is late"), line->name);
      g_autofree char *key = make_key (line);
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new ("(ss)", line->project, line->row));
      g_autofree char *action = g_action_print_detailed_name ("app.show-case", target);

      send (self, key, title, line->project_name, action);
    }
}

/* Remembers what is red, and finds what was not before. (transfer full)
 * (element-type StewardAgendaLine), borrowed from @look */
static GPtrArray *
find_turned (StewardNotifier *self,
             const Look      *look)
{
  g_autoptr (GHashTable) red = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *turned = g_ptr_array_new ();

  for (guint i = 0; i < look->red->len; i++)
    {
      StewardAgendaLine *line = look->red->pdata[i];
      char *key = make_key (line);

      if (self->red != NULL && line->due > self->horizon && !g_hash_table_contains (self->red, key))
        g_ptr_array_add (turned, line);
      g_hash_table_add (red, key);
    }
  g_clear_pointer (&self->red, g_hash_table_unref);
  self->red = g_steal_pointer (&red);
  self->horizon = look->red->len == MAX_LINES ? ((StewardAgendaLine *) look->red->pdata[MAX_LINES - 1])->due
                                              : STEWARD_DAY_NONE;
  return turned;
}

static void look (StewardNotifier *self,
                  gboolean         daily);

static void
tell (StewardNotifier *self,
      const Look      *found)
{
  g_autoptr (GPtrArray) turned = find_turned (self, found);

  /* What turned red overnight is among what is late today. */
  if (found->first)
    tell_day (self, found);
  else if (turned->len > 0)
    tell_red (self, turned);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardNotifier) self = user_data;
  g_autoptr (Look) found = steward_store_run_finish (STEWARD_STORE (object), result, NULL);

  self->n_looks--;
  if (found != NULL && STEWARD_STORE (object) == self->store)
    tell (self, found);
  /* Many changes in a row are looked at together. */
  if (self->n_looks == 0 && self->outdated)
    look (self, FALSE);
}

static void
look (StewardNotifier *self,
      gboolean         daily)
{
  g_autofree char *steward = g_settings_get_string (self->settings, "steward-name");
  Look *question;

  if (self->store == NULL)
    return;
  if (!daily)
    self->outdated = FALSE;
  self->n_looks++;
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
  if (self->n_looks > 0)
    self->outdated = TRUE;
  else
    look (self, FALSE);
}

/* Other projects are looked at now, and what was red there is no news. */
static void
steward_name_cb (StewardNotifier *self)
{
  g_clear_pointer (&self->red, g_hash_table_unref);
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
  g_signal_connect_object (settings, "changed::steward-name", G_CALLBACK (steward_name_cb), self, G_CONNECT_SWAPPED);
  return self;
}
