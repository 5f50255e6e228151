/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-view.h"

#include <glib/gi18n-lib.h>

#include "steward-rules-form.h"
#include "steward-ui-text.h"

static StewardPackDraftOrigin
get_origin (const StewardPackDraft *draft,
            const char             *list,
            const char             *id)
{
  StewardPackDraftOrigin origin = STEWARD_DRAFT_OWN;

  if (*list != '\0')
    steward_pack_draft_get_origin (draft, list, id, &origin);
  return origin;
}

char *
steward_rules_view_describe_place (const StewardPackDraft *draft,
                                   const char             *list,
                                   const char             *id)
{
  StewardPackDraftOrigin origin;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (list != NULL && id != NULL, NULL);

  origin = get_origin (draft, list, id);
  if (origin == STEWARD_DRAFT_SUPPLEMENT)
    return g_strdup (_("This belongs to a supplement and can only be changed there."));
  if (origin == STEWARD_DRAFT_BELOW)
    return g_strdup (_("This belongs to the rules below and can only be changed there."));
  if (g_str_equal (list, "forms"))
    return g_strdup (_("Words in braces, such as {project_name}, are filled in when the form is made."));
  if (g_str_equal (list, "suggestions"))
    return g_strdup (_("When all conditions hold, the boxes are suggested with this reason."));
  return g_strdup (*id != '\0' ? id : steward_pack_draft_get_id (draft));
}

/* A form has as many fields as it has texts. */
static GArray *
collect_wording (StewardPackDraft *draft,
                 JsonObject       *entry,
                 const char       *form)
{
  GArray *specs = g_array_new (TRUE, TRUE, sizeof (StewardRulesFieldSpec));
  g_autoptr (GList) keys = json_object_get_members (entry);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      StewardRulesFieldSpec spec;

      steward_rules_form_describe_wording (draft, form, link->data, &spec);
      g_array_append_val (specs, spec);
    }
  return specs;
}

void
steward_rules_view_fill (GtkBox           *form,
                         StewardPackDraft *draft,
                         const char       *list,
                         const char       *id,
                         GCallback         edited,
                         GObject          *user)
{
  const StewardRulesFieldSpec *specs;
  StewardPackDraftOrigin origin;
  g_autoptr (JsonObject) entry = NULL;
  g_autoptr (GArray) wording = NULL;

  g_return_if_fail (GTK_IS_BOX (form));
  g_return_if_fail (draft != NULL);
  g_return_if_fail (list != NULL && id != NULL);

  steward_ui_clear (GTK_WIDGET (form));
  origin = get_origin (draft, list, id);
  specs = steward_rules_form_get_fields (list);
  if (g_str_equal (list, "forms"))
    {
      entry = steward_pack_draft_get (draft, list, id);
      wording = collect_wording (draft, entry, id);
      specs = (const StewardRulesFieldSpec *) wording->data;
    }
  for (; specs->field != NULL; specs++)
    {
      GtkWidget *field = steward_rules_field_new (draft, *list != '\0' ? list : NULL, *list != '\0' ? id : NULL, "",
                                                  specs);

      gtk_widget_set_sensitive (field, origin != STEWARD_DRAFT_SUPPLEMENT && origin != STEWARD_DRAFT_BELOW);
      g_signal_connect_object (field, "edited", edited, user, G_CONNECT_SWAPPED);
      gtk_box_append (form, field);
    }
}
