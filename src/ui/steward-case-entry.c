/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-entry.h"

#include <glib/gi18n-lib.h>

#include "steward-case-text.h"
#include "steward-compat.h"
#include "steward-day-entry.h"
#include "steward-ui-text.h"

struct _StewardCaseEntry
{
  AdwBin            parent_instance;

  GtkLabel         *heading;
  GtkDropDown      *kind;
  GtkEntry         *day;
  GtkLabel         *day_text;
  GtkWidget        *pause;
  GtkEntry         *pause_kind;
  GtkMenuButton    *kinds_button;
  GtkEntry         *written;
  GtkEntry         *actor;
  GtkEntry         *note;
  GtkLabel         *proof;
  GtkWidget        *detach;
  GtkWidget        *cancel;
  GtkButton        *record;
  GtkWidget        *message_box;
  GtkLabel         *message;
  GtkWidget        *anyway;
  GtkLabel         *outlook;

  StewardCase      *whole;       /* the case as it is */
  StewardCase      *handled;     /* without the event that is changed */
  StewardCalendar  *calendar;    /* of the rule */
  StewardEventRule  rule;
  char             *bureau;
  char             *unit;
  char             *offered;     /* the name put in by itself */
  int               editing;     /* index, or -1 */
};

enum { RECORD, FORESEE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardCaseEntry, steward_case_entry, ADW_TYPE_BIN)

static StewardCaseStatus
get_status (StewardCaseEntry *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  return selected == GTK_INVALID_LIST_POSITION ? STEWARD_CASE_RECEIVED : selected + STEWARD_CASE_RECEIVED;
}

static gboolean
read_day (StewardCaseEntry *self,
          GtkEntry         *entry,
          StewardDay       *day)
{
  return self->calendar != NULL
         && steward_day_parse_entry (gtk_editable_get_text (GTK_EDITABLE (entry)), self->calendar,
                                     self->rule.today, day);
}

static gboolean
is_empty (GtkEntry *entry)
{
  return gtk_entry_get_text_length (entry) == 0;
}

static void
say (StewardCaseEntry    *self,
     StewardEventVerdict  verdict,
     const char          *text)
{
  gboolean ask = verdict == STEWARD_EVENT_UNLIKELY;

  gtk_widget_remove_css_class (self->message_box, "error-text");
  gtk_widget_remove_css_class (self->message_box, "warning-text");
  if (verdict != STEWARD_EVENT_LIKELY)
    gtk_widget_add_css_class (self->message_box, ask ? "warning-text" : "error-text");
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (self->message_box, text != NULL && *text != '\0');
  gtk_widget_set_visible (self->anyway, ask);
}

static void
show_day (StewardCaseEntry *self)
{
  StewardDay day;
  g_autofree char *text = NULL;
  gboolean wrong = !is_empty (self->day) && !read_day (self, self->day, &day);

  if (wrong)
    text = g_strdup (_("not a day"));
  else if (!is_empty (self->day))
    text = steward_case_describe_day (day, self->calendar, self->rule.today);
  gtk_label_set_text (self->day_text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day_text), text != NULL);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Who acts follows from what happened, until somebody typed a name. */
static void
offer_actor (StewardCaseEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->actor));
  const char *name = steward_case_status_of_unit (get_status (self)) ? self->unit : self->bureau;

  if (*typed != '\0' && g_strcmp0 (typed, self->offered) != 0)
    return;

  g_free (self->offered);
  self->offered = g_strdup (name != NULL ? name : "");
  gtk_editable_set_text (GTK_EDITABLE (self->actor), self->offered);
}

/* The kind of the procedure that is open, so that its end finds it. */
static const char *
open_kind (StewardCaseEntry  *self,
           StewardCaseStatus  ends)
{
  StewardCaseStatus begins = ends == STEWARD_CASE_PROCEDURE_ENDS ? STEWARD_CASE_PROCEDURE_STARTS
                                                                 : STEWARD_CASE_CORRECTION_STARTS;

  for (guint i = self->handled != NULL ? self->handled->events->len : 0; i > 0; i--)
    {
      const StewardEvent *event = g_ptr_array_index (self->handled->events, i - 1);

      if (event->status == begins)
        return event->kind;
    }

  return "";
}

static void
show_kind (StewardCaseEntry *self)
{
  StewardCaseStatus status = get_status (self);
  gboolean begins = steward_case_status_begins (status);

  gtk_widget_set_visible (self->pause, begins || steward_case_status_ends (status));
  gtk_widget_set_visible (GTK_WIDGET (self->written), begins);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds_button), status == STEWARD_CASE_PROCEDURE_STARTS
                                                           || status == STEWARD_CASE_PROCEDURE_ENDS);
}

/* Why the event cannot be as typed, beyond what the rule of events knows;
 * NULL for nothing. */
static const char *
find_gap (StewardCaseEntry *self,
          StewardDay       *day,
          StewardDay       *written)
{
  *written = STEWARD_DAY_NONE;
  if (is_empty (self->day))
    return _("Type the day: . is today, -2 two working days ago, 8-12 the nearest such day.");
  if (!read_day (self, self->day, day))
    return _("This is not a day. Type . for today, -2, 8-12 or 2026-08-12.");
  if (!steward_case_status_begins (get_status (self)) || is_empty (self->written))
    return NULL;
  if (!read_day (self, self->written, written))
    return _("The day of the written notice is not a day.");

  return NULL;
}

static StewardEventVerdict
judge (StewardCaseEntry  *self,
       StewardEvent      *event,
       char             **why)
{
  const char *gap;

  *event = (StewardEvent) { .status = get_status (self), .written = STEWARD_DAY_NONE };
  gap = find_gap (self, &event->day, &event->written);
  if (gap != NULL)
    {
      *why = g_strdup (gap);
      return STEWARD_EVENT_IMPOSSIBLE;
    }
  if (gtk_widget_get_visible (self->pause))
    event->kind = (char *) gtk_editable_get_text (GTK_EDITABLE (self->pause_kind));
  event->actor = (char *) gtk_editable_get_text (GTK_EDITABLE (self->actor));
  event->note = (char *) gtk_editable_get_text (GTK_EDITABLE (self->note));
  event->proof = (char *) gtk_label_get_text (self->proof);
  if (self->handled->events->len >= STEWARD_CASE_MAX_EVENTS)
    {
      *why = g_strdup (_("This case has too many events."));
      return STEWARD_EVENT_IMPOSSIBLE;
    }

  return steward_event_rule_may_add (&self->rule, self->handled, event->status, event->day,
                                     event->kind != NULL ? event->kind : "", why);
}

/* Says at once what speaks against the event, without asking yet. */
static void
foresee (StewardCaseEntry *self)
{
  g_autofree char *why = NULL;
  StewardEvent event;
  StewardEventVerdict verdict;

  if (self->handled == NULL || is_empty (self->day))
    {
      say (self, STEWARD_EVENT_LIKELY, NULL);
      g_signal_emit (self, signals[FORESEE], 0);
      return;
    }

  verdict = judge (self, &event, &why);
  say (self, verdict, why);
  gtk_widget_set_visible (self->anyway, FALSE);
  g_signal_emit (self, signals[FORESEE], 0);
}

static void
kind_cb (StewardCaseEntry *self)
{
  StewardCaseStatus status = get_status (self);

  if (self->handled == NULL)
    return;

  if (steward_case_status_ends (status) && is_empty (self->pause_kind))
    gtk_editable_set_text (GTK_EDITABLE (self->pause_kind), open_kind (self, status));
  show_kind (self);
  offer_actor (self);
  foresee (self);
}

static void
changed_cb (StewardCaseEntry *self)
{
  if (self->handled == NULL)
    return;

  show_day (self);
  foresee (self);
}

static gboolean
letter_cb (StewardCaseEntry *self,
           guint             keyval,
           guint             keycode,
           GdkModifierType   state)
{
  StewardCaseStatus status;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !steward_case_status_from_letter (gdk_keyval_to_unicode (keyval), &status))
    return GDK_EVENT_PROPAGATE;

  gtk_drop_down_set_selected (self->kind, status - STEWARD_CASE_RECEIVED);

  return GDK_EVENT_STOP;
}

static void
activate_cb (StewardCaseEntry *self)
{
  steward_case_entry_record (self, FALSE);
}

static void
anyway_cb (StewardCaseEntry *self)
{
  steward_case_entry_record (self, TRUE);
}

static void
show_proof (StewardCaseEntry *self,
            const char       *name)
{
  gtk_label_set_text (self->proof, name);
  steward_ui_set_tooltip (GTK_WIDGET (self->proof), name);
  gtk_widget_set_visible (self->detach, *name != '\0');
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (file == NULL)
    return;

  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  show_proof (user_data, shown);
}

static void
attach_cb (StewardCaseEntry *self)
{
  steward_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Attach a Proof"), NULL,
                              NULL, NULL, chosen_cb, g_object_ref (self), g_object_unref);
}

static void
detach_cb (StewardCaseEntry *self)
{
  show_proof (self, "");
}

static void
kind_chosen_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardCaseEntry *self = STEWARD_CASE_ENTRY (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->pause_kind), g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->pause_kind));
}

static void
fill_kinds (StewardCaseEntry   *self,
            const char * const *kinds)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; kinds != NULL && kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (kinds[i], NULL);

      g_menu_item_set_action_and_target (item, "case-entry.kind", "s", kinds[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->kinds_button, G_MENU_MODEL (menu));
}

static void
fill_statuses (StewardCaseEntry *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = STEWARD_CASE_RECEIVED; i <= STEWARD_CASE_REVOKED; i++)
    {
      /* Translators: the letter by which an event is typed, and its name. */
      g_autofree char *text = g_strdup_printf (_("%c  %s"), g_ascii_toupper (steward_case_status_letter (i)),
                                               steward_case_status_name (i));

      gtk_string_list_append (names, text);
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
}

static void
steward_case_entry_dispose (GObject *object)
{
  StewardCaseEntry *self = STEWARD_CASE_ENTRY (object);

  g_clear_pointer (&self->whole, steward_case_free);
  g_clear_pointer (&self->handled, steward_case_free);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_clear_pointer (&self->bureau, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->offered, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEWARD_TYPE_CASE_ENTRY);

  G_OBJECT_CLASS (steward_case_entry_parent_class)->dispose (object);
}

static void
steward_case_entry_class_init (StewardCaseEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_case_entry_dispose;

  /* What was typed is to be kept. */
  signals[RECORD] =
    g_signal_new ("record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[FORESEE] =
    g_signal_new ("foresee", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-case-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, heading);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, kind);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, day);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, day_text);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, pause);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, pause_kind);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, kinds_button);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, written);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, actor);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, note);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, proof);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, detach);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, cancel);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, record);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, message_box);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, message);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, anyway);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseEntry, outlook);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, letter_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, anyway_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_cb);
  gtk_widget_class_bind_template_callback (widget_class, detach_cb);
  gtk_widget_class_bind_template_callback (widget_class, steward_case_entry_clear);
  gtk_widget_class_install_action (widget_class, "case-entry.kind", "s", kind_chosen_cb);
}

static void
steward_case_entry_init (StewardCaseEntry *self)
{
  self->editing = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
  gtk_entry_set_max_length (self->actor, STEWARD_NAME_MAX_CHARS);
  gtk_entry_set_max_length (self->pause_kind, STEWARD_NAME_MAX_CHARS);
  gtk_entry_set_max_length (self->note, STEWARD_TEXT_MAX_CHARS);
  fill_statuses (self);
  steward_case_entry_clear (self);
}

static gboolean
is_same_event (const StewardEvent *a,
               const StewardEvent *b)
{
  return a->status == b->status && a->day == b->day && a->written == b->written && g_str_equal (a->kind, b->kind)
         && g_str_equal (a->actor, b->actor) && g_str_equal (a->note, b->note) && g_str_equal (a->proof, b->proof);
}

static gboolean
has_same_events (const StewardCase *one,
                 const StewardCase *other)
{
  if (one == NULL || other == NULL || !g_str_equal (one->id, other->id) || one->events->len != other->events->len)
    return FALSE;

  for (guint i = 0; i < one->events->len; i++)
    {
      if (!is_same_event (one->events->pdata[i], other->events->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/* Takes over the case as it is now, and leaves what is typed. */
static void
take_case (StewardCaseEntry  *self,
           const StewardCase *handled)
{
  g_clear_pointer (&self->whole, steward_case_free);
  g_clear_pointer (&self->handled, steward_case_free);
  self->whole = steward_case_copy (handled);
  self->handled = steward_case_copy (handled);
  if (self->editing >= 0)
    g_ptr_array_remove_index (self->handled->events, self->editing);
}

static void
set_text (char       **field,
          const char  *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

void
steward_case_entry_set (StewardCaseEntry              *self,
                        const StewardCaseEntrySetting *setting)
{
  gboolean typing, same;

  g_return_if_fail (STEWARD_IS_CASE_ENTRY (self));

  same = setting != NULL && has_same_events (setting->handled, self->whole);
  typing = setting != NULL && self->whole != NULL && g_str_equal (setting->handled->id, self->whole->id)
           && self->editing < 0 && !(is_empty (self->day) && is_empty (self->note));
  gtk_widget_set_sensitive (GTK_WIDGET (self), setting != NULL);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  if (setting == NULL)
    {
      g_clear_pointer (&self->whole, steward_case_free);
      steward_case_entry_clear (self);
      return;
    }

  self->rule = setting->rule;
  self->calendar = steward_calendar_ref ((StewardCalendar *) setting->rule.calendar);
  set_text (&self->bureau, setting->bureau);
  set_text (&self->unit, setting->unit);
  fill_kinds (self, setting->kinds);
  /* What is being typed stays, also when something came from another desk;
   * only an event that is being changed may be another one by now. */
  if (same || typing)
    {
      take_case (self, setting->handled);
      offer_actor (self);
      changed_cb (self);
      return;
    }

  g_clear_pointer (&self->whole, steward_case_free);
  self->whole = steward_case_copy (setting->handled);
  steward_case_entry_clear (self);
}

void
steward_case_entry_clear (StewardCaseEntry *self)
{
  const StewardEvent *last = NULL;

  g_return_if_fail (STEWARD_IS_CASE_ENTRY (self));

  self->editing = -1;
  g_clear_pointer (&self->handled, steward_case_free);
  if (self->whole != NULL)
    self->handled = steward_case_copy (self->whole);
  if (self->whole != NULL && self->whole->events->len > 0)
    last = g_ptr_array_index (self->whole->events, self->whole->events->len - 1);
  gtk_label_set_text (self->heading, _("Record what happened"));
  gtk_button_set_label (self->record, _("_Record"));
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->day), "");
  gtk_editable_set_text (GTK_EDITABLE (self->pause_kind), "");
  gtk_editable_set_text (GTK_EDITABLE (self->written), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_editable_set_text (GTK_EDITABLE (self->actor), "");
  show_proof (self, "");
  gtk_drop_down_set_selected (self->kind, steward_case_status_after (last != NULL ? last->status : 0)
                                          - STEWARD_CASE_RECEIVED);
  show_kind (self);
  show_day (self);
  kind_cb (self);
  say (self, STEWARD_EVENT_LIKELY, NULL);
}

void
steward_case_entry_edit (StewardCaseEntry *self,
                         guint             index)
{
  g_autofree char *day = NULL;
  g_autofree char *written = NULL;
  g_autofree char *heading = NULL;
  const StewardEvent *event;

  g_return_if_fail (STEWARD_IS_CASE_ENTRY (self));
  g_return_if_fail (self->whole != NULL && index < self->whole->events->len);

  steward_case_entry_clear (self);
  event = g_ptr_array_index (self->whole->events, index);
  day = steward_day_format (event->day);
  written = steward_day_format (event->written);
  heading = g_strdup_printf (_("Change “%s” of %s"), steward_case_status_name (event->status), day);
  gtk_label_set_text (self->heading, heading);
  gtk_button_set_label (self->record, _("_Change"));
  gtk_widget_set_visible (self->cancel, TRUE);
  gtk_drop_down_set_selected (self->kind, event->status - STEWARD_CASE_RECEIVED);
  gtk_editable_set_text (GTK_EDITABLE (self->pause_kind), event->kind);
  gtk_editable_set_text (GTK_EDITABLE (self->written), written);
  gtk_editable_set_text (GTK_EDITABLE (self->actor), event->actor);
  gtk_editable_set_text (GTK_EDITABLE (self->note), event->note);
  show_proof (self, event->proof);
  self->editing = (int) index;
  g_ptr_array_remove_index (self->handled->events, index);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
}

gboolean
steward_case_entry_is_editing (StewardCaseEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_ENTRY (self), FALSE);

  return self->editing >= 0;
}

StewardCase *
steward_case_entry_get_case (StewardCaseEntry  *self,
                             const StewardCase *current)
{
  g_autofree char *why = NULL;
  StewardCase *handled;
  StewardEvent event;

  g_return_val_if_fail (STEWARD_IS_CASE_ENTRY (self) && self->handled != NULL, NULL);
  g_return_val_if_fail (current != NULL, NULL);

  handled = steward_case_copy (current);
  for (guint i = 0; self->editing >= 0 && i < handled->events->len; i++)
    {
      if (!is_same_event (handled->events->pdata[i], self->whole->events->pdata[self->editing]))
        continue;
      g_ptr_array_remove_index (handled->events, i);
      break;
    }
  judge (self, &event, &why);
  if (event.kind == NULL)
    event.kind = (char *) "";
  steward_case_put_event (handled, &event);

  return handled;
}

gboolean
steward_case_entry_record (StewardCaseEntry *self,
                           gboolean          surely)
{
  g_autofree char *why = NULL;
  StewardEvent event;
  StewardEventVerdict verdict;

  g_return_val_if_fail (STEWARD_IS_CASE_ENTRY (self), FALSE);

  if (self->handled == NULL)
    return FALSE;

  verdict = judge (self, &event, &why);
  if (verdict == STEWARD_EVENT_LIKELY || (verdict == STEWARD_EVENT_UNLIKELY && surely))
    {
      g_signal_emit (self, signals[RECORD], 0);
      return TRUE;
    }

  say (self, verdict, why);
  if (verdict == STEWARD_EVENT_UNLIKELY)
    gtk_widget_grab_focus (self->anyway);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));

  return FALSE;
}

gboolean
steward_case_entry_is_possible (StewardCaseEntry *self)
{
  g_autofree char *why = NULL;
  StewardEvent event;

  g_return_val_if_fail (STEWARD_IS_CASE_ENTRY (self), FALSE);

  return self->handled != NULL && judge (self, &event, &why) != STEWARD_EVENT_IMPOSSIBLE;
}

void
steward_case_entry_set_outlook (StewardCaseEntry *self,
                                const char       *text)
{
  g_return_if_fail (STEWARD_IS_CASE_ENTRY (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (self->outlook, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outlook), *text != '\0');
}

const char *
steward_case_entry_get_outlook (StewardCaseEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_ENTRY (self), "");

  return gtk_label_get_text (self->outlook);
}

const char *
steward_case_entry_get_message (StewardCaseEntry *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_ENTRY (self), "");

  return gtk_label_get_text (self->message);
}

void
steward_case_entry_focus (StewardCaseEntry *self)
{
  g_return_if_fail (STEWARD_IS_CASE_ENTRY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}
