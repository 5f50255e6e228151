/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-route.h"

#include <glib/gi18n-lib.h>

static const StewardNamed *
find_bureau (const StewardPack *pack,
             const char        *id)
{
  GPtrArray *bureaus = steward_pack_get_bureaus (pack);

  for (guint i = 0; i < bureaus->len; i++)
    {
      const StewardNamed *bureau = bureaus->pdata[i];

      if (g_str_equal (bureau->id, id))
        return bureau;
    }
  return NULL;
}

static void
add_once (GPtrArray          *list,
          const StewardNamed *named)
{
  if (named != NULL && !g_ptr_array_find (list, named, NULL))
    g_ptr_array_add (list, (gpointer) named);
}

/* Who handles the case, else who the pack says is competent. */
static void
find_bureaus (StewardRoute          *self,
              const StewardPlanItem *item)
{
  if (item->case_ != NULL && *item->case_->bureau != '\0')
    {
      add_once (self->bureaus, find_bureau (self->pack, item->case_->bureau));
      return;
    }
  for (guint i = 0; item->item != NULL && item->item->bureau_ids[i] != NULL; i++)
    add_once (self->bureaus, find_bureau (self->pack, item->item->bureau_ids[i]));
}

/* A pair is written down once, at the bureau, and read from both sides. */
static void
find_partners (StewardRoute *self)
{
  GPtrArray *all = steward_pack_get_bureaus (self->pack);

  for (guint i = 0; i < self->bureaus->len; i++)
    {
      const StewardNamed *bureau = self->bureaus->pdata[i];
      const char *zone = steward_named_get (bureau, "zone");

      if (zone != NULL)
        add_once (self->partners, find_bureau (self->pack, zone));
      for (guint j = 0; j < all->len; j++)
        if (g_strcmp0 (steward_named_get (all->pdata[j], "zone"), bureau->id) == 0)
          add_once (self->partners, all->pdata[j]);
    }
}

static void
find_rules (StewardRoute *self)
{
  GPtrArray *routing = steward_pack_get_list (self->pack, STEWARD_LIST_ROUTING);

  for (guint i = 0; i < routing->len; i++)
    {
      const StewardNamed *rule = routing->pdata[i];
      const char *levels = steward_named_get (rule, "levels");
      g_auto(GStrv) words = levels != NULL ? g_strsplit (levels, " ", -1) : NULL;

      if (words != NULL && g_strv_contains ((const char * const *) words, steward_level_to_word (self->level)))
        g_ptr_array_add (self->rules, (gpointer) rule);
    }
}

StewardRoute *
steward_route_new (const StewardPlan     *plan,
                   const StewardPlanItem *item)
{
  StewardRoute *self;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (item != NULL, NULL);

  self = g_new0 (StewardRoute, 1);
  self->pack = steward_pack_ref (plan->pack);
  self->own = steward_pack_get_level (plan->pack);
  self->level = item->case_ != NULL && item->case_->level != STEWARD_LEVEL_UNKNOWN ? item->case_->level : item->level;
  self->pushed = self->level != STEWARD_LEVEL_UNKNOWN && self->level != self->own;
  self->rules = g_ptr_array_new ();
  self->bureaus = g_ptr_array_new ();
  self->partners = g_ptr_array_new ();
  find_bureaus (self, item);
  find_partners (self);
  if (self->pushed)
    {
      find_rules (self);
      self->timer = steward_pack_find_timer (self->pack, STEWARD_TIMER_PUSH);
    }
  return self;
}

void
steward_route_free (StewardRoute *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->bureaus);
  g_ptr_array_unref (self->partners);
  steward_pack_unref (self->pack);
  g_free (self);
}

gboolean
steward_route_is_plain (const StewardRoute *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return !self->pushed && self->partners->len == 0;
}

/* A line of its own for @line. Takes @line. */
static void
append_line (GString *text,
             char    *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
describe_rule (const StewardNamed *rule)
{
  const StewardSource *source = rule->source;
  g_autofree char *said = NULL;

  /* Translators: a rule and what it says. */
  said = rule->note != NULL ? g_strdup_printf (_("%s: %s"), rule->name, rule->note) : g_strdup (rule->name);
  if (source == NULL || source->basis == NULL)
    return g_steal_pointer (&said);
  /* Translators: a rule, and the document and clause that it stands in. */
  return g_strdup_printf (_("%s (%s %s)"), said, source->basis->document, source->clause != NULL ? source->clause : "");
}

char *
steward_route_to_text (const StewardRoute *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->rules->len; i++)
    append_line (text, describe_rule (self->rules->pdata[i]));
  if (self->timer != NULL && self->timer->days >= 0)
    append_line (text, g_strdup_printf (ngettext ("%s: within %d working day", "%s: within %d working days",
                                                  self->timer->days), self->timer->name, self->timer->days));
  for (guint i = 0; i < self->partners->len; i++)
    {
      const StewardNamed *partner = self->partners->pdata[i];

      /* Translators: a bureau that works together with the competent one. */
      append_line (text, g_strdup_printf (_("Paired with %s"), partner->name));
    }
  return g_string_free (text, FALSE);
}
