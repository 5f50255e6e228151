/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-filter.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

/* One check button: what it stands for and how many it would show. */
typedef struct
{
  GtkCheckButton *button;
  GtkLabel       *count;
  char           *name;
  char           *id;        /* of a stage or pack, else NULL */
  guint           value;     /* light, state or order */
} Choice;

struct _StewardProjectFilter
{
  GtkPopover  parent_instance;

  GtkBox     *mine_box;
  GtkBox     *light_box;
  GtkBox     *stage_box;
  GtkBox     *pack_box;
  GtkBox     *state_box;
  GtkBox     *sort_box;
  GtkWidget  *stage_section;
  GtkWidget  *pack_section;

  GPtrArray  *mine;          /* Choice, one */
  GPtrArray  *lights;        /* Choice */
  GPtrArray  *stages;
  GPtrArray  *packs;
  GPtrArray  *states;
  GPtrArray  *sorts;
  gboolean    quiet;         /* choices are being changed by the program */
  GHashTable *loaded;        /* id → StewardPack */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardProjectFilter, steward_project_filter, GTK_TYPE_POPOVER)

/* What people look for first stands first. */
static const StewardLight light_order[] = {
  STEWARD_LIGHT_RED, STEWARD_LIGHT_YELLOW, STEWARD_LIGHT_GREEN, STEWARD_LIGHT_PAUSED,
  STEWARD_LIGHT_NOT_STARTED, STEWARD_LIGHT_DONE, STEWARD_LIGHT_DONE_LATE,
};

static void
choice_free (Choice *choice)
{
  g_free (choice->name);
  g_free (choice->id);
  g_free (choice);
}

static void
toggled_cb (StewardProjectFilter *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void single_cb (StewardProjectFilter *self,
                       GtkCheckButton       *button);

static Choice *
add_choice (StewardProjectFilter *self,
            GPtrArray            *choices,
            GtkBox               *box,
            const char           *name,
            const char           *id,
            guint                 value)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *count = gtk_label_new (NULL);

  choice->name = g_strdup (name);
  choice->id = g_strdup (id);
  choice->value = value;
  choice->button = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (name));
  choice->count = GTK_LABEL (count);
  gtk_widget_set_hexpand (GTK_WIDGET (choice->button), TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (choice->button));
  gtk_box_append (GTK_BOX (row), count);
  gtk_box_append (box, row);
  g_ptr_array_add (choices, choice);
  g_signal_connect_object (choice->button, "toggled", id ? G_CALLBACK (single_cb) : G_CALLBACK (toggled_cb),
                           self, G_CONNECT_SWAPPED);

  return choice;
}

static gboolean
is_chosen (const Choice *choice)
{
  return gtk_check_button_get_active (choice->button);
}

static guint
chosen_bits (GPtrArray *choices)
{
  guint bits = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = choices->pdata[i];

      if (is_chosen (choice))
        bits |= 1u << choice->value;
    }
  return bits;
}

static const Choice *
find_chosen (GPtrArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    if (is_chosen (choices->pdata[i]))
      return choices->pdata[i];
  return NULL;
}

void
steward_project_filter_fill (StewardProjectFilter *self,
                             const char           *steward,
                             StewardListQuery     *query)
{
  const Choice *stage, *pack, *sort;

  g_return_if_fail (STEWARD_IS_PROJECT_FILTER (self));
  g_return_if_fail (query != NULL);

  stage = find_chosen (self->stages);
  pack = find_chosen (self->packs);
  sort = find_chosen (self->sorts);
  query->steward = find_chosen (self->mine) ? steward : NULL;
  query->lights = chosen_bits (self->lights);
  query->states = chosen_bits (self->states);
  query->stage = stage ? stage->id : NULL;
  query->pack = pack ? pack->id : NULL;
  query->sort = sort ? sort->value : STEWARD_SORT_DUE;
}

gboolean
steward_project_filter_is_active (StewardProjectFilter *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT_FILTER (self), FALSE);

  return find_chosen (self->mine) || find_chosen (self->lights) || find_chosen (self->states) ||
         find_chosen (self->stages) || find_chosen (self->packs);
}

char *
steward_project_filter_describe (StewardProjectFilter *self)
{
  GPtrArray *all[] = { self->mine, self->lights, self->stages, self->packs, self->states };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (STEWARD_IS_PROJECT_FILTER (self), NULL);

  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    for (guint i = 0; i < all[k]->len; i++)
      if (is_chosen (all[k]->pdata[i]))
        g_ptr_array_add (names, ((Choice *) all[k]->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" · ", (char **) names->pdata);
}

void
steward_project_filter_clear (StewardProjectFilter *self)
{
  GPtrArray *all[] = { self->mine, self->lights, self->stages, self->packs, self->states };

  g_return_if_fail (STEWARD_IS_PROJECT_FILTER (self));

  if (!steward_project_filter_is_active (self))
    return;
  self->quiet = TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    for (guint i = 0; i < all[k]->len; i++)
      gtk_check_button_set_active (((Choice *) all[k]->pdata[i])->button, FALSE);
  self->quiet = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_count (Choice   *choice,
            gboolean  known,
            guint     count)
{
  g_autofree char *text = known ? g_strdup_printf ("%u", count) : NULL;

  g_autofree char *spoken = steward_ui_join (choice->name, text, NULL);

  gtk_label_set_text (choice->count, text ? text : "");
  steward_ui_set_label (GTK_WIDGET (choice->button), spoken);
}

static void
drop_others (GPtrArray      *choices,
             GtkCheckButton *button)
{
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *other = choices->pdata[i];

      if (other->button != button)
        gtk_check_button_set_active (other->button, FALSE);
    }
}

/* Only one stage, and only one pack, can be asked for; a radio button could
 * not be taken back, so the others are switched off by hand. */
static void
single_cb (StewardProjectFilter *self,
           GtkCheckButton       *button)
{
  if (self->quiet)
    return;
  if (gtk_check_button_get_active (button))
    {
      gboolean stage = gtk_widget_is_ancestor (GTK_WIDGET (button), GTK_WIDGET (self->stage_box));

      self->quiet = TRUE;
      drop_others (stage ? self->stages : self->packs, button);
      self->quiet = FALSE;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static const Choice *
find_id (GPtrArray  *choices,
         const char *id)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (((Choice *) choices->pdata[i])->id, id) == 0)
      return choices->pdata[i];
  return NULL;
}

/* Where the stages of @pack stand. */
static GtkWidget *
get_stage_section (StewardProjectFilter *self,
                   StewardPack          *pack)
{
  const char *id = steward_pack_get_id (pack);
  GtkWidget *section;
  GtkWidget *caption;

  for (section = gtk_widget_get_first_child (GTK_WIDGET (self->stage_box)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    if (g_str_equal (gtk_widget_get_name (section), id))
      return section;

  section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  caption = steward_ui_label_new (steward_pack_get_title (pack), "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 24);
  gtk_widget_set_name (section, id);
  gtk_box_append (GTK_BOX (section), caption);
  gtk_box_append (self->stage_box, section);
  return section;
}

/* The stages of @pack that projects are in, under its name: packs have stages
 * of the same name. */
static void
offer_stages (StewardProjectFilter    *self,
              StewardPack             *pack,
              const StewardListCounts *counts)
{
  GPtrArray *stages = steward_pack_get_stages (pack);
  GtkWidget *section = NULL;

  for (guint i = 0; i < stages->len; i++)
    {
      const StewardStage *stage = stages->pdata[i];

      if (!g_hash_table_contains (counts->stages, stage->id) || find_id (self->stages, stage->id) != NULL)
        continue;
      section = section != NULL ? section : get_stage_section (self, pack);
      add_choice (self, self->stages, GTK_BOX (section), stage->name, stage->id, 0);
    }
}

/* Packs that projects have; one that is not installed any more is offered by
 * its id. */
static void
offer_pack (StewardProjectFilter    *self,
            const char              *id,
            const StewardListCounts *counts)
{
  StewardPack *pack = g_hash_table_lookup (self->loaded, id);

  if (pack == NULL)
    {
      pack = steward_pack_library_load (id, NULL);
      if (pack != NULL)
        g_hash_table_insert (self->loaded, g_strdup (id), pack);
    }
  if (find_id (self->packs, id) == NULL)
    add_choice (self, self->packs, self->pack_box, pack ? steward_pack_get_title (pack) : id, id, 0);
  if (pack != NULL)
    offer_stages (self, pack, counts);
}

static void
update_table (GPtrArray  *choices,
              GHashTable *table)
{
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *choice = choices->pdata[i];

      show_count (choice, table != NULL,
                  table ? GPOINTER_TO_UINT (g_hash_table_lookup (table, choice->id)) : 0);
    }
}

static void
update_list (GPtrArray   *choices,
             const guint *counts)
{
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *choice = choices->pdata[i];

      show_count (choice, counts != NULL, counts ? counts[choice->value] : 0);
    }
}

void
steward_project_filter_set_counts (StewardProjectFilter    *self,
                                   const StewardListCounts *counts)
{
  g_return_if_fail (STEWARD_IS_PROJECT_FILTER (self));

  if (counts != NULL)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, counts->packs);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        offer_pack (self, id, counts);
    }
  show_count (self->mine->pdata[0], counts != NULL, counts ? counts->mine : 0);
  update_list (self->lights, counts ? counts->lights : NULL);
  update_list (self->states, counts ? counts->states : NULL);
  update_table (self->stages, counts ? counts->stages : NULL);
  update_table (self->packs, counts ? counts->packs : NULL);
  gtk_widget_set_visible (self->stage_section, self->stages->len > 0);
  gtk_widget_set_visible (self->pack_section, self->packs->len > 1 || find_chosen (self->packs));
}

static void
clear_cb (StewardProjectFilter *self)
{
  steward_project_filter_clear (self);
}

static void
steward_project_filter_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_PROJECT_FILTER);

  G_OBJECT_CLASS (steward_project_filter_parent_class)->dispose (object);
}

static void
steward_project_filter_finalize (GObject *object)
{
  StewardProjectFilter *self = STEWARD_PROJECT_FILTER (object);

  g_ptr_array_unref (self->mine);
  g_ptr_array_unref (self->lights);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->packs);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->sorts);
  g_hash_table_unref (self->loaded);

  G_OBJECT_CLASS (steward_project_filter_parent_class)->finalize (object);
}

static void
steward_project_filter_class_init (StewardProjectFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steward_project_filter_dispose;
  object_class->finalize = steward_project_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", STEWARD_TYPE_PROJECT_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-project-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, mine_box);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, light_box);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, stage_box);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, pack_box);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, state_box);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, sort_box);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, stage_section);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectFilter, pack_section);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
add_lights (StewardProjectFilter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (light_order); i++)
    {
      StewardLight light = light_order[i];
      g_autofree char *name = g_strdup_printf ("%s %s", steward_light_to_glyph (light), steward_ui_light_name (light));

      add_choice (self, self->lights, self->light_box, name, NULL, light);
    }
}

static void
add_sorts (StewardProjectFilter *self)
{
  const char *names[] = { _("Next due first"), _("By name"), _("Last changed first") };
  Choice *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Choice *choice = add_choice (self, self->sorts, self->sort_box, names[i], NULL, i);

      if (first == NULL)
        first = choice;
      else
        gtk_check_button_set_group (choice->button, first->button);
    }
  gtk_check_button_set_active (first->button, TRUE);
}

static void
steward_project_filter_init (StewardProjectFilter *self)
{
  GPtrArray **lists[] = { &self->mine, &self->lights, &self->stages, &self->packs, &self->states, &self->sorts };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);

  self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) steward_pack_unref);

  self->quiet = TRUE;
  add_choice (self, self->mine, self->mine_box, _("Only my projects"), NULL, 0);
  add_lights (self);
  for (guint i = 0; i < STEWARD_N_STATES; i++)
    add_choice (self, self->states, self->state_box, steward_ui_state_name (i), NULL, i);
  add_sorts (self);
  self->quiet = FALSE;
}

StewardProjectFilter *
steward_project_filter_new (void)
{
  return g_object_new (STEWARD_TYPE_PROJECT_FILTER, NULL);
}
