/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-gates-private.h"

#include <glib/gi18n-lib.h>

#include "steward-gate.h"

static void
build_line (JsonBuilder           *builder,
            const StewardGateLine *line)
{
  g_autofree char *remedy = steward_gate_get_remedy (line);

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "name", line->name);
  steward_ctl_add_text (builder, "state", steward_gate_state_to_word (line->state));
  steward_ctl_add_text (builder, "clause", line->source ? line->source->clause : NULL);
  steward_ctl_add_text (builder, "remedy", remedy);
  json_builder_end_object (builder);
}

void
steward_ctl_build_gates (JsonBuilder    *builder,
                         StewardProject *project)
{
  json_builder_set_member_name (builder, "gates");
  json_builder_begin_array (builder);
  for (guint kind = 0; kind < STEWARD_N_GATES; kind++)
    {
      g_autoptr (StewardGate) gate = steward_gate_new (project, kind);

      if (gate == NULL)
        continue;
      json_builder_begin_object (builder);
      steward_ctl_add_text (builder, "gate", steward_gate_kind_to_word (kind));
      steward_ctl_add_boolean (builder, "passed", gate->passed);
      json_builder_set_member_name (builder, "lines");
      json_builder_begin_array (builder);
      for (guint i = 0; i < gate->lines->len; i++)
        build_line (builder, gate->lines->pdata[i]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
steward_ctl_print_gates (StewardProject *project)
{
  for (guint kind = 0; kind < STEWARD_N_GATES; kind++)
    {
      g_autoptr (StewardGate) gate = steward_gate_new (project, kind);

      for (guint i = 0; gate != NULL && !gate->passed && i < gate->lines->len; i++)
        {
          const StewardGateLine *line = gate->lines->pdata[i];
          g_autofree char *remedy = steward_gate_get_remedy (line);

          if (line->state == STEWARD_GATE_OPEN || line->state == STEWARD_GATE_MISSING)
            steward_ctl_print ("%s  %s  %s\n    %s\n", _("gate"), steward_gate_get_title (kind), line->name, remedy);
        }
    }
}
