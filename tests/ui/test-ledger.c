/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened is written into the ledger in seconds. */
#include "steward-ledger-box.h"
#include "steward-ledger-dialog.h"
#include "steward-ledger.h"
#include "steward-project-file.h"
#include "ui-desk.h"

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (STEWARD_IS_LEDGER_DIALOG (window))
        return window;
    }
  return NULL;
}

static GtkEditable *
get_entry (GtkWidget  *dialog,
           const char *name)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (dialog, STEWARD_TYPE_LEDGER_DIALOG, name));
}

static const char *
get_message (GtkWidget *dialog)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (dialog, STEWARD_TYPE_LEDGER_DIALOG,
                                                                       "message")));
}

static const StewardLedgerEntry *
get_last (Desk *desk)
{
  GPtrArray *ledger = steward_project_get_ledger (desk_get_project (desk));

  return ledger->len > 0 ? ledger->pdata[ledger->len - 1] : NULL;
}

static void
test_entry (Desk          *desk,
            gconstpointer  data)
{
  const char * const *kinds;
  g_autoptr (StewardProject) stored = NULL;
  GtkWidget *dialog;
  guint before;
  GPtrArray *ledger;

  desk_import_sample (desk, "jincheng-factory");
  before = steward_project_get_ledger (desk_get_project (desk))->len;
  desk_activate (desk, "win.ledger-entry");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  ui_test_settle ();
  /* One types at once. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         GTK_WIDGET (get_entry (dialog, "text"))));
  g_assert_true (gtk_widget_activate_action (dialog, "ledger.kind", "u", 3));
  gtk_editable_set_text (get_entry (dialog, "text"), "电话提醒虚构公司补交材料");
  g_assert_true (steward_ledger_dialog_record (STEWARD_LEDGER_DIALOG (dialog)));
  ui_test_wait (desk_is_settled, desk);
  g_assert_null (find_dialog ());

  stored = desk_load_stored (desk, steward_project_get_id (desk_get_project (desk)));
  ledger = steward_project_get_ledger (stored);
  g_assert_cmpuint (ledger->len, ==, before + 1);
  kinds = steward_pack_get_wordings (steward_project_get_pack (stored), "ledger", "entry_kinds");
  g_assert_cmpstr (((StewardLedgerEntry *) ledger->pdata[before])->kind, ==, kinds[3]);
  g_assert_cmpstr (((StewardLedgerEntry *) ledger->pdata[before])->text, ==, "电话提醒虚构公司补交材料");
  g_assert_cmpint (((StewardLedgerEntry *) ledger->pdata[before])->day, ==, steward_day_from_ymd (2026, 8, 12));

  /* The next one is proposed to be of that kind. */
  desk_activate (desk, "win.ledger-entry");
  dialog = find_dialog ();
  gtk_editable_set_text (get_entry (dialog, "text"), "再次提醒");
  gtk_editable_set_text (get_entry (dialog, "day"), "8.10");
  g_assert_true (steward_ledger_dialog_record (STEWARD_LEDGER_DIALOG (dialog)));
  g_assert_cmpstr (get_last (desk)->kind, ==, kinds[3]);
  g_assert_cmpint (get_last (desk)->day, ==, steward_day_from_ymd (2026, 8, 10));
}

static void
assert_refused (GtkWidget  *dialog,
                const char *text,
                const char *day,
                const char *message)
{
  gtk_editable_set_text (get_entry (dialog, "text"), text);
  gtk_editable_set_text (get_entry (dialog, "day"), day);
  g_assert_false (steward_ledger_dialog_record (STEWARD_LEDGER_DIALOG (dialog)));
  g_assert_nonnull (strstr (get_message (dialog), message));
}

static void
test_faults (Desk          *desk,
             gconstpointer  data)
{
  GtkWidget *dialog;
  guint before;

  desk_import_sample (desk, "jincheng-factory");
  before = steward_project_get_ledger (desk_get_project (desk))->len;
  desk_activate (desk, "win.ledger-entry");
  dialog = find_dialog ();
  assert_refused (dialog, "  ", "2026-08-12", "what happened");
  assert_refused (dialog, "电话", "2026-02-30", "no day");
  assert_refused (dialog, "电话", "2026-08-13", "future");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_settle ();
  g_assert_cmpuint (steward_project_get_ledger (desk_get_project (desk))->len, ==, before);
}

static void
test_edit (Desk          *desk,
           gconstpointer  data)
{
  const StewardLedgerEntry entry = { steward_day_from_ymd (2026, 8, 3), (char *) "走访", (char *) "到现场",
                                     (char *) "", 0 };
  GtkWidget *dialog;
  guint number, before;

  desk_import_sample (desk, "jincheng-factory");
  steward_project_add_ledger_entry (desk_get_project (desk), &entry);
  number = get_last (desk)->number;
  before = steward_project_get_ledger (desk_get_project (desk))->len;
  dialog = GTK_WIDGET (steward_ledger_dialog_new (GTK_WINDOW (desk->window), desk_get_session (desk)));
  g_assert_false (steward_ledger_dialog_edit (STEWARD_LEDGER_DIALOG (dialog), number + 7));
  g_assert_true (steward_ledger_dialog_edit (STEWARD_LEDGER_DIALOG (dialog), number));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog, "text")), ==, "到现场");
  gtk_editable_set_text (get_entry (dialog, "result"), "已答复");
  g_assert_true (steward_ledger_dialog_record (STEWARD_LEDGER_DIALOG (dialog)));
  g_assert_cmpuint (steward_project_get_ledger (desk_get_project (desk))->len, ==, before);
  /* A kind that the pack does not have stays. */
  g_assert_cmpstr (get_last (desk)->kind, ==, "走访");
  g_assert_cmpstr (get_last (desk)->result, ==, "已答复");
  g_assert_cmpint (get_last (desk)->day, ==, entry.day);
}

static GtkWidget *
find_labelled (GtkWidget  *widget,
               GType       type,
               const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_ancestor (widget, type);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Each line can be changed above the paper, newest first. */
static void
test_box (Desk          *desk,
          gconstpointer  data)
{
  const StewardLedgerEntry entry = { steward_day_from_ymd (2026, 8, 12), (char *) "走访", (char *) "到虚构现场",
                                     (char *) "", 0 };
  g_autoptr (GPtrArray) lines = NULL;
  GtkWidget *box, *line;

  desk_import_sample (desk, "jincheng-factory");
  steward_project_add_ledger_entry (desk_get_project (desk), &entry);
  lines = steward_ledger_new (desk_get_project (desk));
  g_assert_cmpuint (lines->len, >, steward_project_get_ledger (desk_get_project (desk))->len);
  box = g_object_ref_sink (steward_ledger_box_new (desk_get_session (desk)));
  line = find_labelled (box, GTK_TYPE_BOX, "到虚构现场");
  g_assert_nonnull (line);
  g_assert_cmpuint (ui_test_count (box, GTK_TYPE_BUTTON), ==, 2 + MIN (lines->len, STEWARD_LEDGER_BOX_LINES));
  g_object_unref (box);
}

static char *
find_line (Desk       *desk,
           const char *source)
{
  g_autoptr (GPtrArray) lines = steward_ledger_new (desk_get_project (desk));

  for (guint i = 0; i < lines->len; i++)
    {
      const StewardLedgerLine *line = lines->pdata[i];

      if (source == NULL ? *line->source != '\0' : g_str_equal (line->source, source))
        return g_strdup (source == NULL ? line->source : line->text);
    }
  g_assert_not_reached ();
}

static void
test_reword (Desk          *desk,
             gconstpointer  data)
{
  g_autofree char *source = NULL, *computed = NULL, *changed = NULL, *again = NULL;
  GtkWindow *dialog;

  desk_import_sample (desk, "jincheng-factory");
  source = find_line (desk, NULL);
  computed = find_line (desk, source);
  dialog = steward_ledger_dialog_new (GTK_WINDOW (desk->window), desk_get_session (desk));
  g_assert_false (steward_ledger_dialog_reword (STEWARD_LEDGER_DIALOG (dialog), "case nobody 1"));
  g_assert_true (steward_ledger_dialog_reword (STEWARD_LEDGER_DIALOG (dialog), source));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (GTK_WIDGET (dialog), "text")), ==, computed);
  gtk_editable_set_text (get_entry (GTK_WIDGET (dialog), "text"), "虚构的另一种说法");
  g_assert_true (steward_ledger_dialog_record (STEWARD_LEDGER_DIALOG (dialog)));
  changed = find_line (desk, source);
  g_assert_cmpstr (changed, ==, "虚构的另一种说法");
  dialog = steward_ledger_dialog_new (GTK_WINDOW (desk->window), desk_get_session (desk));
  g_assert_true (steward_ledger_dialog_reword (STEWARD_LEDGER_DIALOG (dialog), source));
  gtk_editable_set_text (get_entry (GTK_WIDGET (dialog), "text"), "");
  gtk_editable_set_text (get_entry (GTK_WIDGET (dialog), "result"), "");
  g_assert_true (steward_ledger_dialog_record (STEWARD_LEDGER_DIALOG (dialog)));
  again = find_line (desk, source);
  g_assert_cmpstr (again, ==, computed);
}

/* Without a project nothing is lost: one is asked for. */
static void
test_no_project (Desk          *desk,
                 gconstpointer  data)
{
  desk_activate (desk, "win.ledger-entry");
  ui_test_settle ();
  g_assert_null (find_dialog ());
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/ledger/a-line-in-seconds", Desk, NULL, desk_set_up, test_entry, desk_tear_down);
  g_test_add ("/ledger/what-is-missing-is-said", Desk, NULL, desk_set_up, test_faults, desk_tear_down);
  g_test_add ("/ledger/a-line-is-changed", Desk, NULL, desk_set_up, test_edit, desk_tear_down);
  g_test_add ("/ledger/an-automatic-line-is-worded-anew", Desk, NULL, desk_set_up, test_reword, desk_tear_down);
  g_test_add ("/ledger/lines-are-listed", Desk, NULL, desk_set_up, test_box, desk_tear_down);
  g_test_add ("/ledger/without-a-project-one-is-asked-for", Desk, NULL, desk_set_up, test_no_project, desk_tear_down);
  return g_test_run ();
}
