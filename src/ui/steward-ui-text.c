/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ui-text.h"

#include <glib/gi18n-lib.h>

#define TOOLTIP_KEY "steward-tooltip"

const char *
steward_ui_light_name (StewardLight light)
{
  switch (light)
    {
    case STEWARD_LIGHT_NOT_STARTED: return _("Not started");
    case STEWARD_LIGHT_DONE:        return _("Finished on time");
    case STEWARD_LIGHT_DONE_LATE:   return _("Finished late");
    case STEWARD_LIGHT_GREEN:       return _("In time");
    case STEWARD_LIGHT_PAUSED:      return _("Paused");
    case STEWARD_LIGHT_YELLOW:      return _("Due soon");
    case STEWARD_LIGHT_RED:         return _("Overdue");
    default:                        g_return_val_if_reached ("");
    }
}

const char *
steward_ui_state_name (StewardState state)
{
  switch (state)
    {
    case STEWARD_STATE_OPEN:      return C_("state", "In progress");
    case STEWARD_STATE_SUSPENDED: return C_("state", "Suspended");
    case STEWARD_STATE_CLOSED:    return C_("state", "Closed");
    case STEWARD_STATE_REMOVED:   return C_("state", "Removed");
    case STEWARD_N_STATES:
    default:                      g_return_val_if_reached ("");
    }
}

const char *
steward_ui_light_glyph (StewardLight light)
{
  /* The drawings mark what was late with a small square beside the tick. */
  return light == STEWARD_LIGHT_DONE_LATE ? "✓▪" : steward_light_to_glyph (light);
}

const char *
steward_ui_lane_name (StewardLane lane)
{
  switch (lane)
    {
    case STEWARD_LANE_MAIN:     return _("Main flow");
    case STEWARD_LANE_PARALLEL: return _("Parallel");
    case STEWARD_LANE_JOINT:    return _("Joint acceptance");
    case STEWARD_LANE_SELF:     return _("Self acceptance");
    case STEWARD_LANE_UTILITY:  return _("Utilities");
    case STEWARD_LANE_AFTER:    return _("Afterwards");
    default:                    g_return_val_if_reached ("");
    }
}

const char *
steward_ui_level_name (StewardLevel level)
{
  switch (level)
    {
    case STEWARD_LEVEL_NATION:   return C_("level", "Nation");
    case STEWARD_LEVEL_PROVINCE: return C_("level", "Province");
    case STEWARD_LEVEL_CITY:     return C_("level", "City");
    case STEWARD_LEVEL_COUNTY:   return C_("level", "County");
    case STEWARD_LEVEL_TOWN:     return C_("level", "Town");
    case STEWARD_LEVEL_ZONE:     return C_("level", "Zone");
    case STEWARD_LEVEL_UNKNOWN:
    default:                     return NULL;
    }
}

const char *
steward_ui_form_name (StewardMaterialForm form)
{
  switch (form)
    {
    case STEWARD_FORM_ORIGINAL_SEALED:  return _("Original, sealed");
    case STEWARD_FORM_ORIGINAL:         return _("Original");
    case STEWARD_FORM_COPY:             return _("Copy");
    case STEWARD_FORM_COPY_UNLESS_OURS: return _("Copy, unless issued by the city bureau");
    case STEWARD_FORM_NOT_STATED:
    default:                            return _("Form not stated");
    }
}

const char *
steward_ui_mode_name (StewardMode mode)
{
  switch (mode)
    {
    case STEWARD_MODE_DEFERRAL:   return _("Deferral");
    case STEWARD_MODE_COMMITMENT: return _("Informed commitment");
    case STEWARD_MODE_NORMAL:
    default:                      return NULL;
    }
}

const char *
steward_ui_fact_label (StewardFact fact)
{
  return steward_fact_get_name (fact);
}

const char *
steward_ui_stale_glyph (void)
{
  return "⁇";
}

char *
steward_ui_row_state (const StewardScheduleRow *row)
{
  const char *light;

  g_return_val_if_fail (row != NULL, NULL);

  light = steward_ui_light_name (row->answer.light);

  return row->stale_since != STEWARD_DAY_NONE ? g_strdup_printf ("%s %s", light, _("⁇ not verified")) : g_strdup (light);
}

char *
steward_ui_bureau (const StewardPlanItem *item)
{
  if (item == NULL || item->bureau == NULL)
    return g_strdup ("");

  /* Translators: names of bureaus, of which one decides. */
  return item->bureau_open ? g_strdup_printf (_("either of %s"), item->bureau)
                           : g_strdup (item->bureau);
}

char *
steward_ui_date (StewardDay day,
                 gboolean   provisional)
{
  g_autofree char *text = NULL;

  if (day == STEWARD_DAY_NONE)
    return g_strdup ("–");

  text = steward_day_format (day);
  if (!provisional)
    return g_steal_pointer (&text);

  /* Translators: a date in a year whose holidays are not published yet. */
  return g_strdup_printf (_("%s (provisional)"), text);
}

char *
steward_ui_days (int days)
{
  if (days < 0)
    return g_strdup ("");
  if (days == 0)
    return g_strdup (_("Same day"));

  return g_strdup_printf (ngettext ("%d working day", "%d working days", days), days);
}

char *
steward_ui_remaining (const StewardClockAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  switch (answer->light)
    {
    case STEWARD_LIGHT_GREEN:
    case STEWARD_LIGHT_YELLOW:
    case STEWARD_LIGHT_PAUSED:
      return g_strdup_printf (ngettext ("%d day left", "%d days left", answer->remaining),
                              answer->remaining);
    case STEWARD_LIGHT_RED:
      /* On a rest day after the due day it is late by no working day. */
      if (answer->remaining == 0)
        return g_strdup (_("Overdue"));
      return g_strdup_printf (ngettext ("%d day late", "%d days late", -answer->remaining),
                              -answer->remaining);
    default:
      return g_strdup ("");
    }
}

char *
steward_ui_source (const StewardSource *source)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (source == NULL || source->basis == NULL)
    return g_strdup (_("The pack names no source."));

  g_string_append (text, source->basis->document != NULL ? source->basis->document : source->basis->id);
  if (source->basis->title != NULL && *source->basis->title != '\0')
    g_string_append_printf (text, "\n%s", source->basis->title);
  if (source->clause != NULL && *source->clause != '\0')
    g_string_append_printf (text, "\n%s", source->clause);
  if (source->quote != NULL && *source->quote != '\0')
    g_string_append_printf (text, "\n“%s”", source->quote);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
steward_ui_join (const char *first,
                 ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *part = first;
  va_list args;

  /* An absent part is "", because NULL ends the list. */
  va_start (args, first);
  while (part != NULL)
    {
      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
      part = va_arg (args, const char *);
    }
  va_end (args);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
steward_ui_file_name (const char *name,
                      const char *part,
                      const char *suffix)
{
  /* File systems count bytes, 255 of them, and a character may take four. */
  g_autofree char *first = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 40));
  g_autofree char *stem = g_strjoin ("-", first, part, NULL);

  g_strdelimit (stem, "/\\:*?\"<>|\n\r\t", '-');

  return g_strconcat (stem, ".", suffix, NULL);
}

/* Whether a line may end between the two: not before what closes or divides,
 * and not behind what opens. */
static gboolean
may_break (gunichar before,
           gunichar after)
{
  GUnicodeType opens = g_unichar_type (before);
  GUnicodeType closes = g_unichar_type (after);

  return g_unichar_iswide (before)
         && opens != G_UNICODE_OPEN_PUNCTUATION
         && opens != G_UNICODE_INITIAL_PUNCTUATION
         && closes != G_UNICODE_CLOSE_PUNCTUATION
         && closes != G_UNICODE_FINAL_PUNCTUATION
         && closes != G_UNICODE_OTHER_PUNCTUATION;
}

static char *
space_out (const char *text)
{
  GString *spaced = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (spaced, c);
      if (may_break (c, g_utf8_get_char (g_utf8_next_char (p))))
        g_string_append_unichar (spaced, 0x200b);
    }

  return g_string_free (spaced, FALSE);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TOOLTIP_KEY);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/* gtk_widget_set_tooltip_text() asks the display where the pointer is, each
 * time: too long for the rows of a list. What is there is said when asked. */
void
steward_ui_set_tooltip (GtkWidget  *widget,
                        const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text == NULL || *text == '\0')
    {
      g_object_set_data (G_OBJECT (widget), TOOLTIP_KEY, NULL);
      gtk_widget_set_tooltip_text (widget, NULL);
      return;
    }

  if (g_object_get_data (G_OBJECT (widget), TOOLTIP_KEY) == NULL)
    {
      g_signal_handlers_disconnect_by_func (widget, query_tooltip_cb, NULL);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
      gtk_widget_set_has_tooltip (widget, TRUE);
    }
  g_object_set_data_full (G_OBJECT (widget), TOOLTIP_KEY, space_out (text), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
steward_ui_space_tooltips (GtkWidget *widget)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  text = g_strdup (gtk_widget_get_tooltip_text (widget));
  if (text != NULL)
    steward_ui_set_tooltip (widget, text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    steward_ui_space_tooltips (child);
}

void
steward_ui_set_light (GtkLabel     *label,
                      StewardLight  light)
{
  char name[32];
  const char *classes[] = { "light", name, NULL };

  g_return_if_fail (GTK_IS_LABEL (label));

  g_snprintf (name, sizeof name, "light-%s", steward_light_to_word (light));
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
  gtk_label_set_text (label, steward_ui_light_glyph (light));
  steward_ui_set_tooltip (GTK_WIDGET (label), steward_ui_light_name (light));
}

void
steward_ui_set_label (GtkWidget  *widget,
                      const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

GtkWidget *
steward_ui_label_new (const char *text,
                      const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
steward_ui_stage_label_new (const StewardStage *stage)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  g_return_val_if_fail (stage != NULL, NULL);

  text = g_strdup_printf ("%d %s", stage->number, stage->plan_name);
  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 3);

  return label;
}

GtkWidget *
steward_ui_chip_new (const char *text,
                     const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "chip");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Once it has its place. */
static gboolean
reveal_cb (GtkWidget     *row,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t place;

  if (scroller == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_compute_bounds (row, scroller, &place))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  place.origin.y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);

  return G_SOURCE_REMOVE;
}

void
steward_ui_set_turn (GtkWidget *row,
                     gboolean   turn)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  if (!turn)
    {
      gtk_widget_remove_css_class (row, "turn");
      return;
    }

  gtk_widget_add_css_class (row, "turn");
  gtk_widget_add_tick_callback (row, reveal_cb, NULL, NULL);
}

void
steward_ui_clear (GtkWidget *container)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (container) || GTK_IS_LIST_BOX (container));

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    {
      if (GTK_IS_BOX (container))
        gtk_box_remove (GTK_BOX (container), child);
      else
        gtk_list_box_remove (GTK_LIST_BOX (container), child);
    }
}

void
steward_ui_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

void
steward_ui_show_tooltip (GtkTooltip *tooltip,
                         const char *text)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_TOOLTIP (tooltip));
  g_return_if_fail (text != NULL);

  label = steward_ui_label_new (text, NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_tooltip_set_custom (tooltip, label);
}

const char *
steward_ui_verdict_name (StewardOpinionVerdict verdict)
{
  switch (verdict)
    {
    case STEWARD_OPINION_AGREE:
      return C_("opinion", "Agrees");
    case STEWARD_OPINION_CONDITIONS:
      return C_("opinion", "With conditions");
    case STEWARD_OPINION_DISAGREE:
      return C_("opinion", "Does not agree");
    default:
      return C_("opinion", "No opinion");
    }
}
