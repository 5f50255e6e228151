/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-facts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "steward-case-edit.h"
#include "steward-day-entry.h"
#include "steward-ui-text.h"

struct _StewardCaseFacts
{
  AdwBin          parent_instance;

  AdwEntryRow    *number;
  AdwEntryRow    *limit;
  AdwEntryRow    *planned;
  AdwComboRow    *mode;
  AdwComboRow    *level;
  AdwComboRow    *bureau;
  AdwEntryRow    *delivered;
  AdwEntryRow    *segment;
  AdwEntryRow    *extension;
  AdwEntryRow    *extension_by;
  AdwEntryRow    *extension_reason;
  GtkLabel       *message;
  GtkWidget      *extend;

  StewardSession *session;
  char           *item;
  char           *extended;    /* the extension as it was shown last */
  GPtrArray      *bureaus;     /* ids, as they stand in the choice */
  gboolean        filling;
};

G_DEFINE_FINAL_TYPE (StewardCaseFacts, steward_case_facts, ADW_TYPE_BIN)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
mark (AdwEntryRow *row,
      gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

/* Working days as people type them: full-width digits, a word behind. */
static gboolean
read_days (const char *text,
           int         most,
           int        *days)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  char *end;
  gint64 number;

  if (plain == NULL)
    return FALSE;
  g_strstrip (plain);
  if (!g_ascii_isdigit (*plain))
    return FALSE;
  number = g_ascii_strtoll (plain, &end, 10);
  g_strchug (end);
  if (number > most || (*end != '\0' && !g_str_equal (end, "天") && !g_str_equal (end, "工作日")
                        && !g_str_equal (end, "个工作日")))
    return FALSE;

  *days = (int) number;
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

/* The text that the row had last when nobody had typed in it. */
static const char *
get_shown (AdwEntryRow *row)
{
  const char *shown = g_object_get_data (G_OBJECT (row), "shown");

  return shown != NULL ? shown : "";
}

static void
set_shown (AdwEntryRow *row,
           const char  *text)
{
  g_object_set_data_full (G_OBJECT (row), "shown", g_strdup (text), g_free);
}

static gboolean
is_typed (AdwEntryRow *row)
{
  return !g_str_equal (get_text (row), get_shown (row));
}

static StewardCase *
begin (StewardCaseFacts *self)
{
  return self->session != NULL && self->item != NULL && !self->filling
         ? steward_case_edit_begin (self->session, self->item) : NULL;
}

/* Keeps what is typed in @row as the text at @offset of the case. */
static void
keep_text (StewardCaseFacts *self,
           AdwEntryRow      *row,
           gsize             offset)
{
  g_autoptr (StewardCase) handled = begin (self);
  g_autofree char *text = g_strstrip (g_strdup (get_text (row)));
  char **field;

  if (handled == NULL || !is_typed (row))
    return;
  set_shown (row, get_text (row));
  field = G_STRUCT_MEMBER_P (handled, offset);
  if (g_str_equal (*field, text))
    return;

  g_free (*field);
  *field = g_steal_pointer (&text);
  steward_case_edit_end (self->session, handled);
}

static void
number_cb (StewardCaseFacts *self)
{
  keep_text (self, self->number, G_STRUCT_OFFSET (StewardCase, number));
}

static void
segment_cb (StewardCaseFacts *self)
{
  keep_text (self, self->segment, G_STRUCT_OFFSET (StewardCase, segment));
}

static void
limit_cb (StewardCaseFacts *self)
{
  g_autoptr (StewardCase) handled = begin (self);
  int days = -1;
  gboolean wrong = !is_blank (get_text (self->limit))
                   && !read_days (get_text (self->limit), STEWARD_MAX_DAYS, &days);

  mark (self->limit, wrong);
  if (handled == NULL || wrong || !is_typed (self->limit))
    return;
  set_shown (self->limit, get_text (self->limit));
  if (handled->limit == days)
    return;

  handled->limit = days;
  steward_case_edit_end (self->session, handled);
}

/* Keeps what is typed in @row as the day at @offset of the case. */
static void
keep_day (StewardCaseFacts *self,
          AdwEntryRow      *row,
          gsize             offset)
{
  g_autoptr (StewardCase) handled = begin (self);
  StewardDay day = STEWARD_DAY_NONE;
  StewardDay *field;
  gboolean wrong = handled != NULL && !is_blank (get_text (row))
                   && !steward_day_parse_entry (get_text (row), steward_session_get_calendar (self->session),
                                                steward_day_today (), &day);

  mark (row, wrong);
  if (handled == NULL || wrong || !is_typed (row))
    return;
  set_shown (row, get_text (row));
  field = G_STRUCT_MEMBER_P (handled, offset);
  if (*field == day)
    return;

  *field = day;
  steward_case_edit_end (self->session, handled);
}

static void
planned_cb (StewardCaseFacts *self)
{
  keep_day (self, self->planned, G_STRUCT_OFFSET (StewardCase, planned_start));
}

static void
delivered_cb (StewardCaseFacts *self)
{
  keep_day (self, self->delivered, G_STRUCT_OFFSET (StewardCase, delivered));
}

static GPtrArray *
get_bureaus (StewardCaseFacts *self)
{
  return steward_pack_get_list (steward_project_get_pack (steward_session_get_project (self->session)),
                                STEWARD_LIST_BUREAUS);
}

/* The first choice is always what the item says by itself. */
static void
choice_cb (StewardCaseFacts *self)
{
  g_autoptr (StewardCase) handled = begin (self);
  guint bureau = adw_combo_row_get_selected (self->bureau);
  const char *bureau_id = "";

  if (handled == NULL)
    return;

  if (bureau < self->bureaus->len)
    bureau_id = g_ptr_array_index (self->bureaus, bureau);
  if (handled->mode == adw_combo_row_get_selected (self->mode)
      && handled->level == adw_combo_row_get_selected (self->level) && g_str_equal (handled->bureau, bureau_id))
    return;

  handled->mode = adw_combo_row_get_selected (self->mode);
  handled->level = adw_combo_row_get_selected (self->level);
  g_free (handled->bureau);
  handled->bureau = g_strdup (bureau_id);
  steward_case_edit_end (self->session, handled);
}

static void
say (StewardCaseFacts *self,
     const char       *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
}

/* An extension is all of days, approver and reason, or none of them. */
static void
extend_cb (StewardCaseFacts *self)
{
  g_autoptr (StewardCase) handled = begin (self);
  const char *by = get_text (self->extension_by);
  const char *reason = get_text (self->extension_reason);
  int days = 0;

  if (handled == NULL)
    return;

  if (!is_blank (get_text (self->extension))
      && !read_days (get_text (self->extension), STEWARD_CASE_MAX_EXTENSION, &days))
    {
      say (self, _("The further working days are not a number."));
      return;
    }
  if (days > 0 && (is_blank (by) || is_blank (reason)))
    {
      say (self, _("An extension needs who approved it, and why."));
      gtk_widget_grab_focus (GTK_WIDGET (is_blank (by) ? self->extension_by : self->extension_reason));
      return;
    }

  say (self, NULL);
  handled->extension = days;
  g_free (handled->extension_by);
  g_free (handled->extension_reason);
  handled->extension_by = g_strdup (days > 0 ? by : "");
  handled->extension_reason = g_strdup (days > 0 ? reason : "");
  steward_case_edit_end (self->session, handled);
}

static void
left_cb (StewardCaseFacts *self)
{
  steward_case_facts_commit (self);
}

/* Leaves alone what is being typed, unless it is about another item by now. */
static void
show_text (AdwEntryRow *row,
           const char  *text,
           gboolean     anew)
{
  gboolean typing = (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (typing && !anew && is_typed (row) && !g_str_equal (get_text (row), text))
    return;
  set_shown (row, text);
  if (g_str_equal (get_text (row), text))
    return;

  /* Set by the program, it is nothing to apply. */
  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (row, TRUE);
  mark (row, FALSE);
}

/* These three are entered together, so that half of them stays as typed while
 * something else changes. */
static void
show_extension (StewardCaseFacts  *self,
                const StewardCase *handled,
                gboolean           anew)
{
  const char *by = handled != NULL ? handled->extension_by : "";
  const char *reason = handled != NULL ? handled->extension_reason : "";
  int days = handled != NULL ? handled->extension : 0;
  g_autofree char *text = days > 0 ? g_strdup_printf ("%d", days) : g_strdup ("");
  g_autofree char *now = g_strdup_printf ("%s\n%s\n%s", text, by, reason);

  if (!anew && g_strcmp0 (now, self->extended) == 0)
    return;

  g_free (self->extended);
  self->extended = g_steal_pointer (&now);
  gtk_editable_set_text (GTK_EDITABLE (self->extension), text);
  gtk_editable_set_text (GTK_EDITABLE (self->extension_by), by);
  gtk_editable_set_text (GTK_EDITABLE (self->extension_reason), reason);
}

static void
show_texts (StewardCaseFacts  *self,
            const StewardCase *handled,
            gboolean           anew)
{
  g_autofree char *limit = handled != NULL && handled->limit >= 0 ? g_strdup_printf ("%d", handled->limit) : NULL;
  g_autofree char *planned = handled != NULL ? steward_day_format (handled->planned_start) : NULL;
  g_autofree char *delivered = handled != NULL ? steward_day_format (handled->delivered) : NULL;

  show_text (self->number, handled != NULL ? handled->number : "", anew);
  show_text (self->limit, limit != NULL ? limit : "", anew);
  show_text (self->planned, planned != NULL ? planned : "", anew);
  show_text (self->delivered, delivered != NULL ? delivered : "", anew);
  show_text (self->segment, handled != NULL ? handled->segment : "", anew);
  show_extension (self, handled, anew);
}

static void
show_modes (StewardCaseFacts *self,
            StewardMode       selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("With all materials"));
  for (int i = STEWARD_MODE_DEFERRAL; i <= STEWARD_MODE_COMMITMENT; i++)
    gtk_string_list_append (names, steward_ui_mode_name (i));
  adw_combo_row_set_model (self->mode, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->mode, selected);
}

static void
show_levels (StewardCaseFacts      *self,
             const StewardPlanItem *item,
             StewardLevel           selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *own = steward_ui_level_name (item->item != NULL ? item->item->level : STEWARD_LEVEL_UNKNOWN);
  g_autofree char *first = own != NULL ? g_strdup_printf (_("As the item: %s"), own) : g_strdup (_("As the item"));

  gtk_string_list_append (names, first);
  for (int i = STEWARD_LEVEL_UNKNOWN + 1; steward_ui_level_name (i) != NULL; i++)
    gtk_string_list_append (names, steward_ui_level_name (i));
  adw_combo_row_set_model (self->level, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->level, selected);
}

static void
offer_bureau (StewardCaseFacts   *self,
              GtkStringList      *names,
              const StewardNamed *bureau)
{
  if (bureau == NULL || g_ptr_array_find_with_equal_func (self->bureaus, bureau->id, g_str_equal, NULL))
    return;
  gtk_string_list_append (names, bureau->name);
  g_ptr_array_add (self->bureaus, g_strdup (bureau->id));
}

static const StewardNamed *
find_bureau (const GPtrArray *bureaus,
             const char      *id)
{
  for (guint i = 0; i < bureaus->len; i++)
    if (g_str_equal (((const StewardNamed *) g_ptr_array_index (bureaus, i))->id, id))
      return g_ptr_array_index (bureaus, i);

  return NULL;
}

/* What the item says by itself, the bureaus that it names, then all others. */
static void
show_bureaus (StewardCaseFacts      *self,
              const StewardPlanItem *item,
              const char            *selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *all = get_bureaus (self);
  g_autofree char *open = item->bureau_open ? steward_ui_bureau (item) : NULL;
  guint index = 0;

  g_ptr_array_set_size (self->bureaus, 0);
  g_ptr_array_add (self->bureaus, g_strdup (""));
  gtk_string_list_append (names, open != NULL ? open : _("As the item"));
  for (guint i = 0; item->item != NULL && item->item->bureau_ids != NULL && item->item->bureau_ids[i] != NULL; i++)
    offer_bureau (self, names, find_bureau (all, item->item->bureau_ids[i]));
  for (guint i = 0; i < all->len; i++)
    offer_bureau (self, names, g_ptr_array_index (all, i));
  g_ptr_array_find_with_equal_func (self->bureaus, selected, g_str_equal, &index);
  adw_combo_row_set_model (self->bureau, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->bureau, index < self->bureaus->len ? index : 0);
}

/* Says the title of the row where one types in it. */
static void
label_row (AdwEntryRow *row)
{
  steward_ui_set_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static void
show_limit_title (StewardCaseFacts         *self,
                  const StewardScheduleRow *row)
{
  const StewardCase *handled = row->item->case_;
  g_autofree char *days = steward_ui_days (row->limit);
  g_autofree char *title = NULL;

  if (row->limit >= 0 && (handled == NULL || handled->limit < 0))
    title = g_strdup_printf (_("Promised working days (empty: %s)"), days);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->limit),
                                 title != NULL ? title : _("Promised working days"));
  label_row (self->limit);
}

static void
steward_case_facts_dispose (GObject *object)
{
  StewardCaseFacts *self = STEWARD_CASE_FACTS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->extended, g_free);
  g_clear_pointer (&self->bureaus, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEWARD_TYPE_CASE_FACTS);

  G_OBJECT_CLASS (steward_case_facts_parent_class)->dispose (object);
}

static void
steward_case_facts_class_init (StewardCaseFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_case_facts_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-case-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, number);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, limit);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, planned);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, mode);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, level);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, bureau);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, segment);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, delivered);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, extension);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, extension_by);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, extension_reason);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, message);
  gtk_widget_class_bind_template_child (widget_class, StewardCaseFacts, extend);
  gtk_widget_class_bind_template_callback (widget_class, number_cb);
  gtk_widget_class_bind_template_callback (widget_class, segment_cb);
  gtk_widget_class_bind_template_callback (widget_class, limit_cb);
  gtk_widget_class_bind_template_callback (widget_class, planned_cb);
  gtk_widget_class_bind_template_callback (widget_class, delivered_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, extend_cb);
}

static void
watch (StewardCaseFacts *self,
       AdwEntryRow      *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  label_row (row);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

static void
steward_case_facts_init (StewardCaseFacts *self)
{
  self->bureaus = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  watch (self, self->number);
  watch (self, self->limit);
  watch (self, self->planned);
  watch (self, self->delivered);
  watch (self, self->segment);
  watch (self, self->extension);
  watch (self, self->extension_by);
  watch (self, self->extension_reason);
}

void
steward_case_facts_show (StewardCaseFacts         *self,
                         StewardSession           *session,
                         const StewardScheduleRow *row)
{
  const StewardCase *handled;
  gboolean anew;

  g_return_if_fail (STEWARD_IS_CASE_FACTS (self));
  g_return_if_fail (row == NULL || (session != NULL && row->item != NULL));

  anew = row == NULL || session != self->session || g_strcmp0 (self->item, row->id) != 0;
  if (anew)
    say (self, NULL);
  session = row != NULL ? session : NULL;
  g_set_object (&self->session, session);
  g_free (self->item);
  self->item = g_strdup (row != NULL ? row->id : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), row != NULL);
  if (row == NULL)
    return;

  handled = row->item->case_;
  self->filling = TRUE;
  show_texts (self, handled, anew);
  show_limit_title (self, row);
  show_modes (self, handled != NULL ? handled->mode : STEWARD_MODE_NORMAL);
  show_levels (self, row->item, handled != NULL ? handled->level : STEWARD_LEVEL_UNKNOWN);
  show_bureaus (self, row->item, handled != NULL ? handled->bureau : "");
  self->filling = FALSE;
}

void
steward_case_facts_commit (StewardCaseFacts *self)
{
  g_return_if_fail (STEWARD_IS_CASE_FACTS (self));

  number_cb (self);
  limit_cb (self);
  planned_cb (self);
  delivered_cb (self);
  segment_cb (self);
}
