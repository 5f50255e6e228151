/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-editions.h"

#include <glib/gi18n-lib.h>

#include "steward-day-ask.h"
#include "steward-edition-paper.h"
#include "steward-edition-text.h"
#include "steward-plan-row.h"
#include "steward-ui-text.h"

struct _StewardPlanEditions
{
  AdwBin          parent_instance;

  StewardSession *session;
  GtkStack       *stack;
  GtkListBox     *editions;
  GtkDropDown    *older;
  GtkDropDown    *newer;
  GtkLabel       *summary;
  GtkListBox     *differences;
  GtkButton      *paper;       /* shows the differences on paper */
  GArray         *numbers;     /* of the editions, as in the drop-downs */
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (StewardPlanEditions, steward_plan_editions, ADW_TYPE_BIN)

/* The edition that a row or button is about. */
static guint
get_number (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "edition"));
}

static char *
name_edition (guint number)
{
  return number > 0 ? g_strdup_printf (_("Edition %u"), number) : g_strdup (_("Now"));
}

/* What a question about the day of the notice needs. */
typedef struct
{
  StewardSession *session;
  guint           number;
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_object_unref (notice->session);
  g_free (notice);
}

static gboolean
notify (StewardDay   day,
        gpointer     user_data,
        GError     **error)
{
  const Notice *notice = user_data;
  StewardProject *project = steward_session_get_project (notice->session);

  steward_session_flush (notice->session);
  if (!steward_project_complete_edition (project, notice->number, NULL, day, error))
    return FALSE;
  steward_session_flush (notice->session);

  return TRUE;
}

static void
notify_clicked_cb (StewardPlanEditions *self,
                   GtkButton           *button)
{
  Notice *notice = g_new0 (Notice, 1);

  notice->session = g_object_ref (self->session);
  notice->number = get_number (button);
  steward_day_ask (GTK_WIDGET (button), _("The unit was told on"), steward_session_get_calendar (self->session),
                   notify, notice, notice_free);
}

static void
open_clicked_cb (StewardPlanEditions *self,
                 GtkButton           *button)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (STEWARD_IS_WINDOW (root))
    steward_edition_paper_open (STEWARD_WINDOW (root), self->session, get_number (button));
}

static void
activated_cb (StewardPlanEditions *self,
              GtkListBoxRow       *row)
{
  steward_plan_editions_compare (self, get_number (row), 0);
}

static GtkWidget *
button_new (StewardPlanEditions *self,
            const char          *label,
            guint                number,
            GCallback            callback)
{
  g_autofree char *edition = name_edition (number);
  g_autofree char *name = steward_ui_join (edition, label, NULL);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "edition", GUINT_TO_POINTER (number));
  steward_ui_set_label (button, name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

/* What the unit is told of an edition that changes the one before. */
static GtkWidget *
change_button_new (guint number)
{
  g_autofree char *edition = name_edition (number);
  g_autofree char *name = steward_ui_join (edition, _("Notice of Change"), NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Notice of Change"));

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.change-notice");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  steward_ui_set_tooltip (button, _("The paper that tells the unit what is another than in the edition before"));
  steward_ui_set_label (button, name);

  return button;
}

static GtkWidget *
edition_row (StewardPlanEditions  *self,
             const StewardEdition *edition)
{
  g_autofree char *name = name_edition (edition->number);
  g_autofree char *day = steward_ui_date (edition->day, FALSE);
  g_autofree char *title = steward_ui_join (name, day, NULL);
  g_autofree char *subtitle = steward_ui_join (edition->by, edition->reason, NULL);
  g_autofree char *key = g_strdup_printf ("edition %u", edition->number);
  g_autofree char *told = NULL;
  g_autofree char *label = NULL;
  GtkWidget *row = steward_plan_row_new (NULL, title, subtitle);

  if (edition->notified != STEWARD_DAY_NONE)
    {
      g_autofree char *notified = steward_ui_date (edition->notified, FALSE);

      told = g_strdup_printf (_("unit told %s"), notified);
      steward_plan_row_append (row, steward_plan_figure_new (told, "dim-label"));
    }
  else
    {
      steward_plan_row_append (row, button_new (self, _("Unit Told…"), edition->number,
                                                G_CALLBACK (notify_clicked_cb)));
    }
  if (edition->number > 1)
    steward_plan_row_append (row, change_button_new (edition->number));
  if (*edition->paper != '\0')
    steward_plan_row_append (row, button_new (self, _("Open PDF"), edition->number, G_CALLBACK (open_clicked_cb)));

  g_object_set_data (G_OBJECT (row), "edition", GUINT_TO_POINTER (edition->number));
  steward_plan_row_set_key (row, key);
  label = steward_ui_join (title, subtitle, told != NULL ? told : "", NULL);
  steward_ui_set_label (row, label);
  steward_ui_set_tooltip (row, _("Enter: what has changed since"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static GtkWidget *
difference_row (StewardPlanEditions         *self,
                const StewardPlanDifference *difference)
{
  StewardPack *pack = steward_project_get_pack (steward_session_get_project (self->session));
  const StewardStage *stage = steward_pack_find_stage (pack, difference->stage);
  g_autofree char *head = steward_edition_difference_head (difference);
  g_autofree char *values = steward_edition_difference_values (pack, difference);
  g_autofree char *subtitle = steward_ui_join (stage != NULL ? stage->plan_name : "", values, NULL);
  g_autofree char *label = steward_ui_join (head, difference->name, subtitle, NULL);
  const char *css_class = difference->before == NULL ? "accent" : difference->after == NULL ? "refused" : NULL;
  GtkWidget *row = steward_plan_row_new (NULL, difference->name, subtitle);

  steward_plan_row_append (row, steward_ui_chip_new (head, css_class));
  steward_ui_set_label (row, label);

  return row;
}

static guint
get_chosen (StewardPlanEditions *self,
            GtkDropDown         *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected < self->numbers->len ? g_array_index (self->numbers, guint, selected) : 0;
}

static void
show_differences (StewardPlanEditions *self)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint older = get_chosen (self, self->older), newer = get_chosen (self, self->newer);

  /* The plan as it is now is not issued: no unit is told of it. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), older > 0 && newer > older);
  steward_ui_clear (GTK_WIDGET (self->differences));
  if (older > 0)
    differences = steward_project_compare_editions (steward_session_get_project (self->session), older, newer, &error);
  if (differences == NULL)
    text = g_strdup (error != NULL ? error->message : "");
  else if (differences->len == 0)
    text = g_strdup (_("They are the same."));
  else
    text = g_strdup_printf (ngettext ("%u difference", "%u differences", differences->len), differences->len);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->differences), differences != NULL && differences->len > 0);
  for (guint i = 0; differences != NULL && i < differences->len; i++)
    gtk_list_box_append (self->differences, difference_row (self, differences->pdata[i]));
}

static void
paper_clicked_cb (StewardPlanEditions *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (STEWARD_IS_WINDOW (root))
    steward_edition_paper_compare (STEWARD_WINDOW (root), self->session, get_chosen (self, self->older),
                                   get_chosen (self, self->newer));
}

static void
chosen_cb (StewardPlanEditions *self)
{
  if (!self->filling && self->session != NULL && self->numbers->len > 0)
    show_differences (self);
}

static guint
find_number (StewardPlanEditions *self,
             guint                number)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, guint, i) == number)
      return i;

  return self->numbers->len;
}

/* The drop-downs hold all editions, the second one the plan of now as well. */
static void
fill_choices (StewardPlanEditions *self,
              GPtrArray           *editions)
{
  g_autoptr (GtkStringList) older = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) newer = gtk_string_list_new (NULL);

  g_array_set_size (self->numbers, 0);
  for (guint i = editions->len; i-- > 0;)
    {
      guint number = ((const StewardEdition *) editions->pdata[i])->number;
      g_autofree char *name = name_edition (number);

      g_array_append_val (self->numbers, number);
      gtk_string_list_append (older, name);
      gtk_string_list_append (newer, name);
    }
  gtk_string_list_append (newer, _("Now"));
  gtk_drop_down_set_model (self->older, G_LIST_MODEL (older));
  gtk_drop_down_set_model (self->newer, G_LIST_MODEL (newer));
}

static void
fill (StewardPlanEditions *self,
      gboolean             anew)
{
  g_autoptr (GPtrArray) editions = steward_project_list_editions (steward_session_get_project (self->session));
  guint n_before = self->numbers->len;
  guint older = get_chosen (self, self->older), newer = get_chosen (self, self->newer);

  gtk_stack_set_visible_child_name (self->stack, editions->len > 0 ? "editions" : "none");
  steward_ui_clear (GTK_WIDGET (self->editions));
  for (guint i = editions->len; i-- > 0;)
    gtk_list_box_append (self->editions, edition_row (self, editions->pdata[i]));

  self->filling = TRUE;
  fill_choices (self, editions);
  /* Of a new edition one wants to know what has changed since. */
  if (anew || n_before != editions->len)
    older = newer = 0;
  gtk_drop_down_set_selected (self->older, older > 0 ? find_number (self, older) : 0);
  gtk_drop_down_set_selected (self->newer, find_number (self, newer));
  self->filling = FALSE;
  if (editions->len > 0)
    show_differences (self);
}

static void
steward_plan_editions_dispose (GObject *object)
{
  StewardPlanEditions *self = STEWARD_PLAN_EDITIONS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->numbers, g_array_unref);
  /* AdwBin does not notice that its child is taken away. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_PLAN_EDITIONS);

  G_OBJECT_CLASS (steward_plan_editions_parent_class)->dispose (object);
}

static void
steward_plan_editions_class_init (StewardPlanEditionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_plan_editions_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-plan-editions.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPlanEditions, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanEditions, editions);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanEditions, older);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanEditions, newer);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanEditions, summary);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanEditions, differences);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanEditions, paper);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_clicked_cb);
}

static void
steward_plan_editions_init (StewardPlanEditions *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
steward_plan_editions_show (StewardPlanEditions *self,
                            StewardSession      *session)
{
  g_autofree char *focus = NULL;
  gboolean anew;
  guint place = 0;

  g_return_if_fail (STEWARD_IS_PLAN_EDITIONS (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  anew = session != self->session;
  focus = !anew ? steward_plan_rows_find_focus (GTK_WIDGET (self->editions), &place) : NULL;
  g_set_object (&self->session, session);
  if (session == NULL)
    {
      steward_ui_clear (GTK_WIDGET (self->editions));
      steward_ui_clear (GTK_WIDGET (self->differences));
      g_array_set_size (self->numbers, 0);
      return;
    }

  fill (self, anew);
  if (focus != NULL)
    steward_plan_rows_focus (GTK_WIDGET (self->editions), focus, place);
}

void
steward_plan_editions_compare (StewardPlanEditions *self,
                               guint                older,
                               guint                newer)
{
  g_return_if_fail (STEWARD_IS_PLAN_EDITIONS (self));

  if (self->session == NULL || self->numbers->len == 0)
    return;

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->older, MIN (find_number (self, older), self->numbers->len - 1));
  gtk_drop_down_set_selected (self->newer, find_number (self, newer));
  self->filling = FALSE;
  show_differences (self);
}

void
steward_plan_editions_focus (StewardPlanEditions *self)
{
  g_return_if_fail (STEWARD_IS_PLAN_EDITIONS (self));

  if (self->numbers->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->editions), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
