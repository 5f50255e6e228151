/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-private.h"

#include <string.h>

static gboolean
is_chosen (const StewardEntrustment *entrustment,
           const StewardPlanStage   *stage)
{
  if (entrustment->stages == NULL || entrustment->stages[0] == NULL)
    return stage->items->len > 0;
  return g_strv_contains ((const char *const *) entrustment->stages, stage->stage->id);
}

static gboolean
is_item_chosen (const StewardEntrustment *entrustment,
                const StewardPlanItem    *item)
{
  if (entrustment->items == NULL || entrustment->items[0] == NULL)
    return TRUE;
  return g_strv_contains ((const char *const *) entrustment->items, item->base);
}

/* What the wording says after the blank of the stages. */
static const char *
find_following (const StewardForm *self,
                const char        *blank)
{
  const char *const *clauses = steward_pack_get_wordings (self->pack, self->name, "clauses");

  for (guint i = 0; clauses != NULL && clauses[i] != NULL; i++)
    {
      const char *found = strstr (clauses[i], blank);

      if (found != NULL)
        return found + strlen (blank);
    }
  return "";
}

static void
set_scope (StewardForm *self)
{
  const StewardEntrustment *entrustment = steward_project_get_entrustment (self->project);
  const char *following = find_following (self, "{stages}");
  g_autoptr (GString) stages = g_string_new (NULL);
  g_autoptr (GString) items = g_string_new (NULL);

  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);
      g_autofree char *name = NULL;

      if (!is_chosen (entrustment, stage))
        continue;
      name = steward_form_drop_overlap (stage->stage->plan_name, following);
      g_string_append_printf (stages, "%s%s", stages->len > 0 ? "、" : "", name);
      for (guint j = 0; j < stage->items->len; j++)
        {
          const StewardPlanItem *item = g_ptr_array_index (stage->items, j);
          g_autofree char *item_name = steward_plan_name_item (self->plan, item);

          if (item->part == 0 && is_item_chosen (entrustment, item))
            g_string_append_printf (items, "%s%s", items->len > 0 ? "、" : "", item_name);
        }
    }
  steward_form_set_blank (self, "stages", stages->str);
  steward_form_set_blank (self, "items", items->str);
}

static void
add_paragraph (StewardForm *self,
               const char  *wording)
{
  g_autoptr (StewardText) text = steward_text_new (&steward_style_body);

  steward_form_fill (self, text, wording);
  steward_flow_add_text (self->flow, text);
}

void
steward_form_write_entrustment (StewardForm *self)
{
  const char *const *clauses = steward_pack_get_wordings (self->pack, self->name, "clauses");

  set_scope (self);
  steward_form_write_title (self, &steward_style_title);
  add_paragraph (self, steward_form_get_wording (self, "lead"));
  for (guint i = 0; clauses != NULL && clauses[i] != NULL; i++)
    {
      if (clauses[i + 1] == NULL)
        steward_form_keep_signatures (self, 1);
      add_paragraph (self, clauses[i]);
    }
  steward_form_write_signature (self, "sign_unit", "unit");
  steward_form_write_footnote (self, &steward_style_note);
}
