/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-strip.h"

#include <math.h>

#include "steward-canvas-node.h"
#include "steward-case-text.h"
#include "steward-clock-strip.h"
#include "steward-ui-text.h"

/* Further than any strip reaches. */
#define FAR 10000

struct _StewardCaseStrip
{
  StewardCanvas      parent_instance;

  StewardSession    *session;
  char              *row;
  StewardClockStrip *strip;
  StewardDay         day;
  char              *hit;         /* what steward_canvas_hit() gave last */
  /* Two places for the focus to go back and forth between: a screen reader
   * speaks when the focus moves, and years of days need no more widgets. */
  GtkWidget         *nodes[2];
  guint              node;
};

G_DEFINE_FINAL_TYPE (StewardCaseStrip, steward_case_strip, STEWARD_TYPE_CANVAS)

static const StewardScheduleRow *
find_row (StewardCaseStrip       *self,
          const StewardSchedule **schedule)
{
  *schedule = self->session != NULL ? steward_session_get_schedule (self->session) : NULL;

  return *schedule != NULL && self->row != NULL ? steward_schedule_find_row (*schedule, self->row) : NULL;
}

static StewardClockStrip *
lay_out (StewardCaseStrip *self,
         double            width,
         double            text_scale)
{
  const StewardSchedule *schedule;
  const StewardScheduleRow *row = find_row (self, &schedule);
  StewardClockStripOptions options = { NULL, FALSE, width, text_scale };
  StewardClockQuestion question;

  if (row == NULL)
    return NULL;

  steward_schedule_get_question (schedule, row, &question);
  options.limitless = row->limit < 0;

  return steward_clock_strip_layout (schedule->calendar, &question, &options);
}

static void
steward_case_strip_layout (StewardCanvas *canvas,
                           double         width,
                           double         height,
                           double         text_scale,
                           double        *content_width,
                           double        *content_height)
{
  StewardCaseStrip *self = STEWARD_CASE_STRIP (canvas);

  *content_width = width;
  *content_height = height;
  g_clear_pointer (&self->strip, steward_clock_strip_free);
  self->strip = lay_out (self, width, text_scale);
  if (self->strip != NULL)
    steward_clock_strip_get_size (self->strip, content_width, content_height);
}

static void
steward_case_strip_paint (StewardCanvas           *canvas,
                          cairo_t                 *cr,
                          const StewardStyle      *style,
                          const cairo_rectangle_t *clip,
                          const char              *focus)
{
  StewardCaseStrip *self = STEWARD_CASE_STRIP (canvas);
  StewardDay day = self->day;

  steward_day_parse (focus, &day);
  if (self->strip != NULL)
    steward_clock_strip_paint (self->strip, cr, style, clip, day);
}

/* Days are their own ids, as text. */
static const char *
steward_case_strip_hit (StewardCanvas *canvas,
                        double         x,
                        double         y)
{
  StewardCaseStrip *self = STEWARD_CASE_STRIP (canvas);
  const StewardClockStripDay *day = self->strip != NULL ? steward_clock_strip_hit (self->strip, x, y) : NULL;

  g_free (self->hit);
  self->hit = day != NULL ? steward_day_format (day->day) : NULL;

  return self->hit;
}

static void
steward_case_strip_head (StewardCanvas *canvas,
                         double        *width,
                         double        *height)
{
  StewardCaseStrip *self = STEWARD_CASE_STRIP (canvas);

  *width = 0;
  *height = self->strip != NULL ? steward_clock_strip_get_head (self->strip) : 0;
}

static void
steward_case_strip_placed (StewardCanvas *canvas)
{
  StewardCaseStrip *self = STEWARD_CASE_STRIP (canvas);
  const StewardClockStripDay *day = self->strip != NULL ? steward_clock_strip_find (self->strip, self->day) : NULL;
  double zoom = steward_canvas_get_zoom (canvas);
  GtkAllocation place = { 0, 0, 1, 1 };
  double x, y;

  if (day != NULL)
    {
      steward_canvas_to_widget (canvas, day->x, day->y, &x, &y);
      place = (GtkAllocation) { floor (x), floor (y), ceil (day->width * zoom), ceil (day->height * zoom) };
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    {
      gtk_widget_measure (self->nodes[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->nodes[i], &place, -1);
    }
}

static char *
describe (StewardCaseStrip *self,
          StewardDay        day)
{
  const StewardSchedule *schedule;
  const StewardScheduleRow *row = find_row (self, &schedule);
  StewardClockQuestion question;
  g_autoptr (GArray) lines = NULL;

  if (row == NULL)
    return g_strdup ("");

  steward_schedule_get_question (schedule, row, &question);
  lines = steward_clock_explain (schedule->calendar, &question);
  if (lines->len == 0 || day < question.from || day - question.from >= (int) lines->len)
    return g_strdup ("");

  return steward_case_explain_day (&g_array_index (lines, StewardClockDay, day - question.from), &row->answer,
                                   schedule->as_of);
}

static void
go_to (StewardCaseStrip *self,
       StewardDay        day,
       gboolean          focus)
{
  const StewardClockStripDay *found = self->strip != NULL ? steward_clock_strip_find (self->strip, day) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;

  if (found == NULL)
    return;

  self->day = day;
  self->node = !self->node;
  text = describe (self, day);
  id = steward_day_format (day);
  steward_canvas_set_selected (STEWARD_CANVAS (self), id);
  steward_ui_set_label (self->nodes[self->node], text);
  steward_ui_set_tooltip (GTK_WIDGET (self), text);
  steward_canvas_reveal (STEWARD_CANVAS (self), found->x, found->y, found->width, found->height);
  steward_case_strip_placed (STEWARD_CANVAS (self));
  gtk_widget_set_focusable (self->nodes[self->node], TRUE);
  if (focus)
    gtk_widget_grab_focus (self->nodes[self->node]);
  gtk_widget_set_focusable (self->nodes[!self->node], FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardCaseStrip *self = STEWARD_CASE_STRIP (widget);
  StewardDay first, last;

  if (self->strip == NULL || steward_clock_strip_get_n_days (self->strip) == 0)
    return FALSE;

  first = steward_clock_strip_get_day (self->strip, 0)->day;
  last = first + (int) steward_clock_strip_get_n_days (self->strip) - 1;
  go_to (self, CLAMP (self->day + g_variant_get_int32 (arguments), first, last), TRUE);

  return TRUE;
}

static void
selected_cb (StewardCaseStrip *self,
             const char       *id)
{
  StewardDay day;

  if (steward_day_parse (id, &day))
    go_to (self, day, TRUE);
}

/* Where one begins to walk: today, as long as the strip reaches it. */
static void
settle (StewardCaseStrip *self)
{
  guint n;

  g_clear_pointer (&self->strip, steward_clock_strip_free);
  self->strip = lay_out (self, MAX (600, gtk_widget_get_width (GTK_WIDGET (self))), 1.0);
  n = self->strip != NULL ? steward_clock_strip_get_n_days (self->strip) : 0;
  gtk_widget_set_focusable (self->nodes[self->node], n > 0);
  if (n == 0)
    {
      self->day = STEWARD_DAY_NONE;
      steward_canvas_set_selected (STEWARD_CANVAS (self), NULL);
    }
  else
    {
      StewardDay first = steward_clock_strip_get_day (self->strip, 0)->day;
      StewardDay day = self->day != STEWARD_DAY_NONE ? self->day : steward_day_today ();
      g_autofree char *text = NULL;

      self->day = CLAMP (day, first, first + (int) n - 1);
      text = describe (self, self->day);
      steward_ui_set_label (self->nodes[self->node], text);
    }
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

static void
steward_case_strip_dispose (GObject *object)
{
  StewardCaseStrip *self = STEWARD_CASE_STRIP (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    g_clear_pointer (&self->nodes[i], gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->strip, steward_clock_strip_free);
  g_clear_pointer (&self->row, g_free);
  g_clear_pointer (&self->hit, g_free);

  G_OBJECT_CLASS (steward_case_strip_parent_class)->dispose (object);
}

static void
steward_case_strip_class_init (StewardCaseStripClass *klass)
{
  static const struct { guint key; int days; } moves[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_Up, -7 }, { GDK_KEY_Down, 7 },
    { GDK_KEY_Home, -FAR }, { GDK_KEY_End, FAR }, { GDK_KEY_Page_Up, -28 }, { GDK_KEY_Page_Down, 28 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardCanvasClass *canvas_class = STEWARD_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_case_strip_dispose;
  canvas_class->layout = steward_case_strip_layout;
  canvas_class->paint = steward_case_strip_paint;
  canvas_class->hit = steward_case_strip_hit;
  canvas_class->head = steward_case_strip_head;
  canvas_class->placed = steward_case_strip_placed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "i", moves[i].days);
}

static void
steward_case_strip_init (StewardCaseStrip *self)
{
  self->day = STEWARD_DAY_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    {
      self->nodes[i] = steward_canvas_node_new (i == 0 ? "day" : "next-day");
      gtk_widget_set_focusable (self->nodes[i], FALSE);
      gtk_widget_set_parent (self->nodes[i], GTK_WIDGET (self));
    }
  g_signal_connect (self, "selected", G_CALLBACK (selected_cb), NULL);
}

void
steward_case_strip_show (StewardCaseStrip *self,
                         StewardSession   *session,
                         const char       *row)
{
  g_return_if_fail (STEWARD_IS_CASE_STRIP (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  if (session != self->session || g_strcmp0 (row, self->row) != 0)
    self->day = STEWARD_DAY_NONE;
  g_set_object (&self->session, session);
  g_free (self->row);
  self->row = g_strdup (row);
  settle (self);
}

StewardDay
steward_case_strip_get_day (StewardCaseStrip *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_STRIP (self), STEWARD_DAY_NONE);

  return self->day;
}

void
steward_case_strip_set_day (StewardCaseStrip *self,
                            StewardDay        day)
{
  g_return_if_fail (STEWARD_IS_CASE_STRIP (self));

  go_to (self, day, FALSE);
}
