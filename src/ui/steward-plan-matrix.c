/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "steward-canvas-node.h"
#include "steward-papers.h"
#include "steward-plan-matrix-private.h"
#include "steward-plan-row.h"
#include "steward-ui-text.h"

/* Further than any table reaches. */
#define FAR 100000

struct _StewardPlanMatrix
{
  StewardCanvas  parent_instance;

  StewardMatrix *matrix;        /* NULL: nothing to show */
  int            row;
  int            column;
  char          *text;          /* of the current cell */
  char          *hit;           /* what steward_canvas_hit() gave last */
  /* Two places for the focus to go back and forth between: a screen reader
   * speaks when the focus moves, and no cell needs a widget. */
  GtkWidget     *nodes[2];
  guint          node;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardPlanMatrix, steward_plan_matrix, STEWARD_TYPE_CANVAS)

/* Cells are known to the canvas as "row column". */
static char *
make_id (int row,
         int column)
{
  return g_strdup_printf ("%d %d", row, column);
}

static gboolean
parse_id (const char *id,
          int        *row,
          int        *column)
{
  return id != NULL && sscanf (id, "%d %d", row, column) == 2;
}

static const StewardMatrixRow *
get_row (StewardPlanMatrix *self,
         int                row)
{
  return self->matrix != NULL && row >= 0 && row < (int) self->matrix->rows->len
         ? self->matrix->rows->pdata[row] : NULL;
}

static const StewardMatrixColumn *
get_column (StewardPlanMatrix *self,
            int                column)
{
  return self->matrix != NULL && column >= 0 && column < (int) self->matrix->columns->len
         ? self->matrix->columns->pdata[column] : NULL;
}

static void
steward_plan_matrix_layout (StewardCanvas *canvas,
                            double         width,
                            double         height,
                            double         text_scale,
                            double        *content_width,
                            double        *content_height)
{
  StewardPlanMatrix *self = STEWARD_PLAN_MATRIX (canvas);

  *content_width = width;
  *content_height = height;
  if (self->matrix == NULL)
    return;

  steward_matrix_lay_out (self->matrix, width, text_scale);
  *content_width = self->matrix->width;
  *content_height = self->matrix->head_height + self->matrix->rows->len * self->matrix->row_height;
}

static void
steward_plan_matrix_paint (StewardCanvas           *canvas,
                           cairo_t                 *cr,
                           const StewardStyle      *style,
                           const cairo_rectangle_t *clip,
                           const char              *focus)
{
  StewardPlanMatrix *self = STEWARD_PLAN_MATRIX (canvas);
  int row = self->row, column = self->column;

  parse_id (focus, &row, &column);
  if (self->matrix != NULL)
    steward_matrix_paint (self->matrix, cr, style, clip, row, column);
}

static const char *
steward_plan_matrix_hit (StewardCanvas *canvas,
                         double         x,
                         double         y)
{
  StewardPlanMatrix *self = STEWARD_PLAN_MATRIX (canvas);
  int row, column;

  g_clear_pointer (&self->hit, g_free);
  if (self->matrix != NULL && steward_matrix_find (self->matrix, x, y, &row, &column))
    self->hit = make_id (row, column);

  return self->hit;
}

static void
steward_plan_matrix_head (StewardCanvas *canvas,
                          double        *width,
                          double        *height)
{
  StewardPlanMatrix *self = STEWARD_PLAN_MATRIX (canvas);

  *width = self->matrix != NULL ? self->matrix->name_width : 0;
  *height = self->matrix != NULL ? self->matrix->head_height : 0;
}

static void
steward_plan_matrix_placed (StewardCanvas *canvas)
{
  StewardPlanMatrix *self = STEWARD_PLAN_MATRIX (canvas);
  double zoom = steward_canvas_get_zoom (canvas);
  GtkAllocation place = { 0, 0, 1, 1 };

  if (get_row (self, self->row) != NULL)
    {
      cairo_rectangle_t cell;
      double x, y;

      steward_matrix_get_cell (self->matrix, self->row, self->column, &cell);
      steward_canvas_to_widget (canvas, cell.x, cell.y, &x, &y);
      place = (GtkAllocation) { floor (self->column < 0 ? 0 : x), floor (y), ceil (cell.width * zoom),
                                ceil (cell.height * zoom) };
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    {
      gtk_widget_measure (self->nodes[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->nodes[i], &place, -1);
    }
}

static const char *
use_text (StewardMaterialUse use)
{
  switch (use)
    {
    case STEWARD_USE_FIRST:
      return _("handed in here");
    case STEWARD_USE_AGAIN:
      return _("used again, not asked for again");
    case STEWARD_USE_STAGE:
      return _("asked for in this stage, the form does not say by which item");
    case STEWARD_USE_NONE:
    default:
      return _("not needed");
    }
}

static char *
describe (StewardPlanMatrix *self)
{
  const StewardMatrixRow *row = get_row (self, self->row);
  const StewardMatrixColumn *column = get_column (self, self->column);
  const char *handed_in;

  if (row == NULL)
    return g_strdup ("");

  handed_in = row->handed_in ? _("handed in") : "";
  if (column == NULL)
    return steward_ui_join (row->name, row->form, row->used, handed_in, NULL);

  return steward_ui_join (row->name, column->name,
                          use_text (steward_matrix_get_use (self->matrix, self->row, self->column)), handed_in, NULL);
}

static void
go_to (StewardPlanMatrix *self,
       int                row,
       int                column,
       gboolean           focus)
{
  g_autofree char *id = make_id (row, column);
  cairo_rectangle_t cell;

  focus = focus || gtk_widget_has_focus (self->nodes[self->node]);
  self->row = row;
  self->column = column;
  self->node = !self->node;
  g_free (self->text);
  self->text = describe (self);
  steward_canvas_set_selected (STEWARD_CANVAS (self), id);
  steward_ui_set_label (self->nodes[self->node], self->text);
  steward_ui_set_tooltip (GTK_WIDGET (self), self->text);
  if (self->matrix->row_height > 0)
    {
      steward_matrix_get_cell (self->matrix, row, MAX (column, 0), &cell);
      steward_canvas_reveal (STEWARD_CANVAS (self), cell.x, cell.y, cell.width, cell.height);
      steward_plan_matrix_placed (STEWARD_CANVAS (self));
    }
  gtk_widget_set_focusable (self->nodes[self->node], TRUE);
  if (focus)
    gtk_widget_grab_focus (self->nodes[self->node]);
  gtk_widget_set_focusable (self->nodes[!self->node], FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

/* The next material from @row in the direction of @step, over the headings of
 * stages; @row itself when there is none. */
static int
walk (StewardPlanMatrix *self,
      int                row,
      int                step)
{
  int last = (int) self->matrix->rows->len - 1;
  int to = CLAMP (row + step, 0, last);
  int way = step < 0 ? -1 : 1;

  /* A far step lands on what is next to the end. */
  while (to >= 0 && to <= last && get_row (self, to)->id == NULL)
    to += way;
  if (to < 0 || to > last)
    {
      to = CLAMP (row + step, 0, last);
      while (to >= 0 && to <= last && get_row (self, to)->id == NULL)
        to -= way;
    }

  return to;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardPlanMatrix *self = STEWARD_PLAN_MATRIX (widget);
  int over, down;

  if (get_row (self, self->row) == NULL)
    return FALSE;

  g_variant_get (arguments, "(ii)", &over, &down);
  go_to (self, down != 0 ? walk (self, self->row, down) : self->row,
         CLAMP (self->column + over, -1, (int) self->matrix->columns->len - 1), TRUE);

  return TRUE;
}

static void
selected_cb (StewardPlanMatrix *self,
             const char        *id)
{
  int row, column;

  if (parse_id (id, &row, &column) && get_row (self, row) != NULL)
    go_to (self, row, column, TRUE);
}

static void
add_stage_rows (StewardMatrix          *matrix,
                const StewardPlan      *plan,
                const StewardPlanStage *stage)
{
  StewardMatrixRow *row;

  if (stage->materials->len == 0)
    return;

  row = g_new0 (StewardMatrixRow, 1);
  row->name = g_strdup (stage->stage->name);
  g_ptr_array_add (matrix->rows, row);
  for (guint i = 0; i < stage->materials->len; i++)
    {
      const StewardPlanMaterial *material = stage->materials->pdata[i];

      row = g_new0 (StewardMatrixRow, 1);
      row->id = g_strdup (material->id);
      row->name = g_strdup (material->name);
      row->used = steward_plan_used_text (material);
      row->form = material->form != STEWARD_FORM_NOT_STATED ? steward_ui_form_name (material->form) : "";
      row->handed_in = steward_project_get_receipt (plan->project, material->id) != NULL;
      g_ptr_array_add (matrix->rows, row);
    }
}

static void
add_stage_columns (StewardMatrix          *matrix,
                   const StewardPlanStage *stage)
{
  for (guint i = 0; i < stage->items->len; i++)
    {
      const StewardPlanItem *item = stage->items->pdata[i];
      StewardMatrixColumn *column = g_new0 (StewardMatrixColumn, 1);

      column->id = g_strdup (item->id);
      column->name = g_strdup (item->name);
      column->head = g_strdup (item->short_name);
      column->stage = matrix->stages->len;
      g_ptr_array_add (matrix->columns, column);
    }
  g_ptr_array_add (matrix->stages, g_strdup (stage->stage->name));
}

static void
add_cells (StewardMatrix     *matrix,
           const StewardPlan *plan)
{
  guint at = 0;

  matrix->cells = g_new0 (guint8, MAX (matrix->rows->len * matrix->columns->len, 1));
  for (guint i = 0; i < plan->stages->len; i++)
    {
      const StewardPlanStage *stage = plan->stages->pdata[i];

      at += stage->materials->len > 0 ? 1 : 0;
      for (guint j = 0; j < stage->materials->len; j++, at++)
        {
          for (guint k = 0; k < matrix->columns->len; k++)
            {
              const StewardMatrixColumn *column = matrix->columns->pdata[k];

              matrix->cells[at * matrix->columns->len + k] =
                steward_plan_material_get_use (stage->materials->pdata[j], steward_plan_find_item (plan, column->id));
            }
        }
    }
}

static StewardMatrix *
read_plan (const StewardPlan *plan)
{
  StewardMatrix *matrix = g_new0 (StewardMatrix, 1);

  matrix->rows = g_ptr_array_new ();
  matrix->columns = g_ptr_array_new ();
  matrix->stages = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < plan->stages->len; i++)
    {
      add_stage_rows (matrix, plan, plan->stages->pdata[i]);
      add_stage_columns (matrix, plan->stages->pdata[i]);
    }
  add_cells (matrix, plan);

  return matrix;
}

static void
steward_plan_matrix_dispose (GObject *object)
{
  StewardPlanMatrix *self = STEWARD_PLAN_MATRIX (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    g_clear_pointer (&self->nodes[i], gtk_widget_unparent);
  g_clear_pointer (&self->matrix, steward_matrix_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->hit, g_free);

  G_OBJECT_CLASS (steward_plan_matrix_parent_class)->dispose (object);
}

static void
steward_plan_matrix_class_init (StewardPlanMatrixClass *klass)
{
  static const struct { guint key; int over; int down; } moves[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
    { GDK_KEY_Home, -FAR, 0 }, { GDK_KEY_End, FAR, 0 }, { GDK_KEY_Page_Up, 0, -10 }, { GDK_KEY_Page_Down, 0, 10 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardCanvasClass *canvas_class = STEWARD_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_plan_matrix_dispose;
  canvas_class->layout = steward_plan_matrix_layout;
  canvas_class->paint = steward_plan_matrix_paint;
  canvas_class->hit = steward_plan_matrix_hit;
  canvas_class->head = steward_plan_matrix_head;
  canvas_class->placed = steward_plan_matrix_placed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "(ii)", moves[i].over, moves[i].down);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, move_cb, "(ii)", -FAR, -FAR);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, GDK_CONTROL_MASK, move_cb, "(ii)", FAR, FAR);
}

static void
steward_plan_matrix_init (StewardPlanMatrix *self)
{
  self->row = self->column = -1;
  self->text = g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (self->nodes); i++)
    {
      self->nodes[i] = steward_canvas_node_new (i == 0 ? "cell" : "next-cell");
      gtk_widget_set_focusable (self->nodes[i], FALSE);
      gtk_widget_set_parent (self->nodes[i], GTK_WIDGET (self));
    }
  steward_ui_set_label (GTK_WIDGET (self), _("Materials and items"));
  g_signal_connect (self, "selected", G_CALLBACK (selected_cb), NULL);
}

static int
find_row (StewardPlanMatrix *self,
          const char        *id)
{
  for (guint i = 0; id != NULL && i < self->matrix->rows->len; i++)
    if (g_strcmp0 (get_row (self, i)->id, id) == 0)
      return i;

  return walk (self, 0, 0);
}

static int
find_column (StewardPlanMatrix *self,
             const char        *id)
{
  for (guint i = 0; id != NULL && i < self->matrix->columns->len; i++)
    if (g_str_equal (get_column (self, i)->id, id))
      return i;

  return -1;
}

void
steward_plan_matrix_show (StewardPlanMatrix     *self,
                          const StewardSchedule *schedule)
{
  g_autofree char *material = NULL;
  g_autofree char *item = NULL;

  g_return_if_fail (STEWARD_IS_PLAN_MATRIX (self));

  material = g_strdup (steward_plan_matrix_get_material (self));
  item = g_strdup (steward_plan_matrix_get_item (self));
  g_clear_pointer (&self->matrix, steward_matrix_free);
  self->row = self->column = -1;
  if (schedule != NULL && schedule->plan->materials->len > 0)
    {
      self->matrix = read_plan (schedule->plan);
      go_to (self, find_row (self, material), find_column (self, item), FALSE);
    }
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

const char *
steward_plan_matrix_get_material (StewardPlanMatrix *self)
{
  const StewardMatrixRow *row;

  g_return_val_if_fail (STEWARD_IS_PLAN_MATRIX (self), NULL);

  row = get_row (self, self->row);

  return row != NULL ? row->id : NULL;
}

const char *
steward_plan_matrix_get_item (StewardPlanMatrix *self)
{
  const StewardMatrixColumn *column;

  g_return_val_if_fail (STEWARD_IS_PLAN_MATRIX (self), NULL);

  column = get_column (self, self->column);

  return column != NULL ? column->id : NULL;
}

const char *
steward_plan_matrix_describe (StewardPlanMatrix *self)
{
  g_return_val_if_fail (STEWARD_IS_PLAN_MATRIX (self), "");

  return self->text;
}

void
steward_plan_matrix_focus (StewardPlanMatrix *self)
{
  g_return_if_fail (STEWARD_IS_PLAN_MATRIX (self));

  if (get_row (self, self->row) != NULL)
    gtk_widget_grab_focus (self->nodes[self->node]);
}
