/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-link-hand.h"

#include "steward-consequence.h"
#include "steward-link-edit.h"
#include "steward-ui-text.h"

/* What follows is computed when the hand rests for a moment: at once in a
 * project of usual size. */
#define REST_MS 20

struct _StewardLinkHand
{
  GObject             parent_instance;

  StewardSession     *session;
  char               *from;
  char               *to;
  char               *prompt;
  StewardLinkOutcome  outcome;
  GPtrArray          *shifted;   /* of StewardShiftedRow */
  guint               rest;
};

enum { TOLD, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardLinkHand, steward_link_hand, G_TYPE_OBJECT)

static void
set_shifted (StewardLinkHand *self,
             GPtrArray       *shifted)
{
  g_clear_pointer (&self->shifted, g_ptr_array_unref);
  self->shifted = shifted;
}

static void
let_go (StewardLinkHand *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->prompt, g_free);
  set_shifted (self, NULL);
  self->outcome = STEWARD_LINK_REFUSED;
}

static gboolean
rest_cb (gpointer user_data)
{
  StewardLinkHand *self = user_data;
  const StewardSchedule *now = steward_session_get_schedule (self->session), *then;
  g_autoptr (StewardSession) trial = NULL;
  g_autofree char *link = NULL, *row = NULL, *others = NULL, *text = NULL;

  self->rest = 0;
  if (now == NULL || self->to == NULL)
    return G_SOURCE_REMOVE;

  trial = steward_session_new_trial (self->session);
  steward_link_edit_apply (trial, self->from, self->to);
  then = steward_session_get_schedule (trial);
  if (then == NULL)
    {
      g_signal_emit (self, signals[TOLD], 0, steward_session_get_error (trial)->message);
      return G_SOURCE_REMOVE;
    }

  set_shifted (self, steward_consequence_list (now, then, self->from));
  steward_link_edit_try (self->session, self->from, self->to, &link);
  row = steward_consequence_describe_row (now, then, self->to);
  others = steward_consequence_describe (now, then, self->shifted->len - (*row != '\0' ? 1 : 0));
  text = steward_ui_join (link, row, others, NULL);
  g_signal_emit (self, signals[TOLD], 0, text);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
steward_link_hand_finalize (GObject *object)
{
  let_go (STEWARD_LINK_HAND (object));

  G_OBJECT_CLASS (steward_link_hand_parent_class)->finalize (object);
}

static void
steward_link_hand_class_init (StewardLinkHandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_link_hand_finalize;

  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_link_hand_init (StewardLinkHand *self)
{
}

StewardLinkHand *
steward_link_hand_new (void)
{
  return g_object_new (STEWARD_TYPE_LINK_HAND, NULL);
}

void
steward_link_hand_begin (StewardLinkHand *self,
                         StewardSession  *session,
                         const char      *from,
                         const char      *prompt)
{
  g_return_if_fail (STEWARD_IS_LINK_HAND (self));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (from != NULL && prompt != NULL);

  let_go (self);
  self->session = g_object_ref (session);
  self->from = g_strdup (from);
  self->prompt = g_strdup (prompt);
  g_signal_emit (self, signals[TOLD], 0, self->prompt);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
steward_link_hand_lead (StewardLinkHand *self,
                        const char      *to)
{
  g_autofree char *text = NULL;

  g_return_if_fail (STEWARD_IS_LINK_HAND (self));
  g_return_if_fail (self->from != NULL);

  if (g_strcmp0 (to, self->from) == 0)
    to = NULL;
  if (g_strcmp0 (to, self->to) == 0)
    return;

  g_clear_handle_id (&self->rest, g_source_remove);
  set_shifted (self, NULL);
  g_free (self->to);
  self->to = g_strdup (to);
  self->outcome = STEWARD_LINK_REFUSED;
  if (self->to != NULL)
    self->outcome = steward_link_edit_try (self->session, self->from, self->to, &text);
  g_signal_emit (self, signals[TOLD], 0, text != NULL ? text : self->prompt);
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->outcome != STEWARD_LINK_REFUSED)
    self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

gboolean
steward_link_hand_finish (StewardLinkHand *self,
                          gboolean         tell)
{
  g_autoptr (StewardSession) session = NULL;
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (STEWARD_IS_LINK_HAND (self), FALSE);

  if (self->outcome == STEWARD_LINK_REFUSED)
    return FALSE;

  if (tell && self->rest != 0)
    {
      g_clear_handle_id (&self->rest, g_source_remove);
      rest_cb (self);
    }
  session = g_object_ref (self->session);
  from = g_steal_pointer (&self->from);
  to = g_steal_pointer (&self->to);
  let_go (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return steward_link_edit_apply (session, from, to);
}

gboolean
steward_link_hand_cancel (StewardLinkHand *self)
{
  g_return_val_if_fail (STEWARD_IS_LINK_HAND (self), FALSE);

  if (self->from == NULL)
    return FALSE;

  let_go (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

gboolean
steward_link_hand_is_active (StewardLinkHand *self)
{
  g_return_val_if_fail (STEWARD_IS_LINK_HAND (self), FALSE);

  return self->from != NULL;
}

const char *
steward_link_hand_get_from (StewardLinkHand *self)
{
  g_return_val_if_fail (STEWARD_IS_LINK_HAND (self), NULL);

  return self->from;
}

const char *
steward_link_hand_get_to (StewardLinkHand *self)
{
  g_return_val_if_fail (STEWARD_IS_LINK_HAND (self), NULL);

  return self->to;
}

gboolean
steward_link_hand_is_allowed (StewardLinkHand *self)
{
  g_return_val_if_fail (STEWARD_IS_LINK_HAND (self), FALSE);

  return self->outcome != STEWARD_LINK_REFUSED;
}

GPtrArray *
steward_link_hand_get_shifted (StewardLinkHand *self)
{
  g_return_val_if_fail (STEWARD_IS_LINK_HAND (self), NULL);

  return self->shifted;
}
