/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-day-watch.h"

/* A timeout does not run while the computer sleeps, so that one to midnight
 * could come hours late. */
#define LOOK_EVERY_SECONDS (10 * 60)

struct _StewardDayWatch
{
  GObject     parent_instance;

  StewardDay  today;
  guint       timeout;
};

enum
{
  DAY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardDayWatch, steward_day_watch, G_TYPE_OBJECT)

static guint
seconds_to_look (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int left = 24 * 3600 - (g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 +
                          g_date_time_get_second (now));

  return CLAMP (left + 1, 1, LOOK_EVERY_SECONDS);
}

static gboolean
timeout_cb (gpointer user_data)
{
  StewardDayWatch *self = user_data;

  self->timeout = g_timeout_add_seconds (seconds_to_look (), timeout_cb, self);
  steward_day_watch_check (self);
  return G_SOURCE_REMOVE;
}

void
steward_day_watch_check (StewardDayWatch *self)
{
  StewardDay today = steward_day_today ();

  g_return_if_fail (STEWARD_IS_DAY_WATCH (self));

  if (self->today == today)
    return;
  self->today = today;
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

StewardDay
steward_day_watch_get_today (StewardDayWatch *self)
{
  g_return_val_if_fail (STEWARD_IS_DAY_WATCH (self), STEWARD_DAY_NONE);

  return self->today;
}

static void
steward_day_watch_dispose (GObject *object)
{
  g_clear_handle_id (&STEWARD_DAY_WATCH (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (steward_day_watch_parent_class)->dispose (object);
}

static void
steward_day_watch_class_init (StewardDayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_day_watch_dispose;
  signals[DAY_CHANGED] = g_signal_new ("day-changed", STEWARD_TYPE_DAY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
steward_day_watch_init (StewardDayWatch *self)
{
  self->today = steward_day_today ();
  self->timeout = g_timeout_add_seconds (seconds_to_look (), timeout_cb, self);
}

StewardDayWatch *
steward_day_watch_new (void)
{
  return g_object_new (STEWARD_TYPE_DAY_WATCH, NULL);
}
