/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "steward-baseline.h"
#include "steward-project-copy.h"

struct _StewardDrawing
{
  StewardProjectCopy *project;
  StewardSchedule    *schedule;
  char               *title;
  gboolean            is_timeline;
  int                 stage;
  StewardZoom         scale;
  StewardFlowchartArrangement arrangement;
  StewardTimelineGroup group;
  guint               edition;
  StewardBaseline    *baseline;    /* once the project is read */
  GPtrArray          *projects;    /* of many, instead of the one above; or NULL */
  StewardCalendar    *calendar;
  StewardDay          today;

  StewardFlowchart   *flowchart;
  StewardTimeline    *timeline;
};

static StewardDrawing *
drawing_new (StewardSession *session)
{
  StewardDrawing *self = g_new0 (StewardDrawing, 1);

  self->project = steward_project_copy_new (session);
  self->title = g_strdup (steward_session_get_title (session));

  return self;
}

StewardDrawing *
steward_drawing_new_flowchart (StewardSession              *session,
                               int                          stage,
                               StewardFlowchartArrangement  arrangement)
{
  StewardDrawing *self = drawing_new (session);

  self->stage = stage;
  self->arrangement = arrangement;

  return self;
}

StewardDrawing *
steward_drawing_new_timeline (StewardSession       *session,
                              StewardZoom           scale,
                              StewardTimelineGroup  group,
                              guint                 baseline)
{
  StewardDrawing *self = drawing_new (session);

  self->is_timeline = TRUE;
  self->scale = scale;
  self->group = group;
  self->edition = baseline;

  return self;
}

StewardDrawing *
steward_drawing_new_portfolio (GPtrArray       *projects,
                               StewardCalendar *calendar,
                               StewardDay       today,
                               StewardZoom      scale)
{
  StewardDrawing *self;

  g_return_val_if_fail (projects != NULL, NULL);
  g_return_val_if_fail (calendar != NULL, NULL);

  self = g_new0 (StewardDrawing, 1);
  self->title = g_strdup (_("Projects"));
  self->is_timeline = TRUE;
  self->scale = scale;
  self->projects = g_ptr_array_ref (projects);
  self->calendar = steward_calendar_ref (calendar);
  self->today = today;

  return self;
}

void
steward_drawing_free (StewardDrawing *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->flowchart, steward_flowchart_free);
  g_clear_pointer (&self->timeline, steward_timeline_free);
  g_clear_pointer (&self->baseline, steward_baseline_free);
  g_clear_pointer (&self->schedule, steward_schedule_free);
  g_clear_pointer (&self->project, steward_project_copy_free);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_free (self->title);
  g_free (self);
}

const char *
steward_drawing_get_name (const StewardDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->projects != NULL)
    return _("Overview of Projects");

  return self->is_timeline ? _("Timeline") : _("Flowchart");
}

const char *
steward_drawing_get_title (const StewardDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

gboolean
steward_drawing_read (StewardDrawing  *self,
                      GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->schedule == NULL, FALSE);

  if (self->projects != NULL)
    return TRUE;
  self->schedule = steward_project_copy_read (self->project, error);
  if (self->schedule == NULL || self->edition == 0)
    return self->schedule != NULL;

  self->baseline = steward_baseline_new (self->schedule->plan->project, self->edition, error);

  return self->baseline != NULL;
}

static void
lay_out_flowchart (StewardDrawing *self,
                   double          width,
                   double          height)
{
  StewardFlowchartOptions options = { .width = width, .height = height, .stage = self->stage, .text_scale = 1,
                                      .arrangement = self->arrangement };

  g_clear_pointer (&self->flowchart, steward_flowchart_free);
  self->flowchart = steward_flowchart_layout (self->schedule, &options);
}

static StewardTimeline *
make_timeline (const StewardTimelineOptions *options,
               gpointer                      data)
{
  StewardDrawing *self = data;

  return self->projects != NULL ? steward_portfolio_layout (self->projects, self->calendar, self->today, options)
                                : steward_timeline_layout (self->schedule, options);
}

/* @height is 0 when rows may go on on other pages. */
static void
lay_out_timeline (StewardDrawing *self,
                  double          width,
                  double          height)
{
  StewardTimelineOptions options = { .width = width, .zoom = height > 0 ? STEWARD_ZOOM_FIT : self->scale,
                                     .text_scale = 1, .height = height, .stage = self->stage, .group = self->group };

  steward_baseline_apply (self->baseline, &options);
  g_clear_pointer (&self->timeline, steward_timeline_free);
  self->timeline = height > 0 ? steward_sheets_fill_page (&options, make_timeline, self)
                              : make_timeline (&options, self);
}

StewardSheets *
steward_drawing_make_sheets (StewardDrawing    *self,
                             StewardStyleKind   style,
                             double             page_width,
                             double             page_height,
                             gboolean           one_page,
                             GError           **error)
{
  double least_scale = one_page ? 0 : STEWARD_SHEETS_READABLE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->schedule != NULL || self->projects != NULL, NULL);

  if (!self->is_timeline)
    {
      lay_out_flowchart (self, page_width, page_height);
      return steward_sheets_of_flowchart (self->flowchart, style, page_width, page_height, least_scale, error);
    }

  lay_out_timeline (self, page_width, one_page ? page_height : 0);
  return steward_sheets_of_timeline (self->timeline, style, page_width, page_height, least_scale, error);
}

GBytes *
steward_drawing_make_picture (StewardDrawing        *self,
                              StewardPictureFormat   format,
                              StewardStyleKind       style,
                              int                    pixels,
                              GError               **error)
{
  double width, height, scale;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->schedule != NULL || self->projects != NULL, NULL);

  if (self->is_timeline)
    {
      lay_out_timeline (self, STEWARD_DRAWING_WIDTH, STEWARD_DRAWING_HEIGHT);
      steward_timeline_get_size (self->timeline, &width, &height);
    }
  else
    {
      lay_out_flowchart (self, STEWARD_DRAWING_WIDTH, STEWARD_DRAWING_HEIGHT);
      steward_flowchart_get_size (self->flowchart, &width, &height);
    }
  scale = format == STEWARD_PICTURE_PNG ? pixels / width : 1;
  /* Exactly that many: no part of one is left to be rounded. */
  width = format == STEWARD_PICTURE_PNG ? pixels : width;
  height = format == STEWARD_PICTURE_PNG ? MAX (1, round (height * scale)) : height;

  return self->is_timeline
         ? steward_picture_of_timeline (self->timeline, format, style, width, height, 0, error)
         : steward_picture_of_flowchart (self->flowchart, format, style, width, height, 0, error);
}
