/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-driver-private.h"

G_DEFINE_ABSTRACT_TYPE (StewardDriver, steward_driver, G_TYPE_OBJECT)

static void
steward_driver_class_init (StewardDriverClass *klass)
{
}

static void
steward_driver_init (StewardDriver *self)
{
}

gboolean
steward_driver_begin (StewardDriver  *self,
                      GError        **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->begin (self, error);
}

gboolean
steward_driver_begin_reading (StewardDriver  *self,
                              GError        **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->begin_reading (self, error);
}

gboolean
steward_driver_commit (StewardDriver  *self,
                       GError        **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->commit (self, error);
}

void
steward_driver_rollback (StewardDriver *self)
{
  g_return_if_fail (STEWARD_IS_DRIVER (self));

  STEWARD_DRIVER_GET_CLASS (self)->rollback (self);
}

gboolean
steward_driver_execute (StewardDriver  *self,
                        const char     *sql,
                        GError        **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->execute (self, sql, error);
}

StewardStatement *
steward_driver_prepare (StewardDriver  *self,
                        const char     *sql,
                        GError        **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  return STEWARD_DRIVER_GET_CLASS (self)->prepare (self, sql, error);
}

void
steward_driver_set_cancellable (StewardDriver *self,
                                GCancellable  *cancellable)
{
  g_return_if_fail (STEWARD_IS_DRIVER (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  STEWARD_DRIVER_GET_CLASS (self)->set_cancellable (self, cancellable);
}

gboolean
steward_driver_check (StewardDriver  *self,
                      GPtrArray      *findings,
                      GError        **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->check (self, findings, error);
}

gboolean
steward_driver_copy_to (StewardDriver    *self,
                        GFile            *target,
                        StewardProgress   progress,
                        gpointer          user_data,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->copy_to (self, target, progress, user_data, cancellable, error);
}

gboolean
steward_driver_copy_from (StewardDriver    *self,
                          GFile            *source,
                          StewardProgress   progress,
                          gpointer          user_data,
                          GCancellable     *cancellable,
                          GError          **error)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (source), FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->copy_from (self, source, progress, user_data, cancellable, error);
}

gboolean
steward_driver_has_changed (StewardDriver *self)
{
  g_return_val_if_fail (STEWARD_IS_DRIVER (self), FALSE);

  return STEWARD_DRIVER_GET_CLASS (self)->has_changed (self);
}

static StewardDriverClass *
class_of (StewardStatement *statement)
{
  return STEWARD_DRIVER_GET_CLASS (statement->driver);
}

void
steward_statement_bind_text (StewardStatement *self,
                             int               parameter,
                             const char       *value)
{
  class_of (self)->bind_text (self, parameter, value);
}

void
steward_statement_bind_integer (StewardStatement *self,
                                int               parameter,
                                gint64            value)
{
  class_of (self)->bind_integer (self, parameter, value);
}

void
steward_statement_bind_bytes (StewardStatement *self,
                              int               parameter,
                              GBytes           *value)
{
  class_of (self)->bind_bytes (self, parameter, value);
}

StewardStep
steward_statement_step (StewardStatement  *self,
                        GError           **error)
{
  return class_of (self)->step (self, error);
}

gboolean
steward_statement_run (StewardStatement  *self,
                       GError           **error)
{
  StewardStep step = steward_statement_step (self, error);

  steward_statement_reset (self);
  return step == STEWARD_STEP_DONE;
}

const char *
steward_statement_get_text (StewardStatement *self,
                            int               column)
{
  const char *text = class_of (self)->get_text (self, column);

  return text ? text : "";
}

gint64
steward_statement_get_integer (StewardStatement *self,
                               int               column)
{
  return class_of (self)->get_integer (self, column);
}

GBytes *
steward_statement_get_bytes (StewardStatement *self,
                             int               column)
{
  return class_of (self)->get_bytes (self, column);
}

gboolean
steward_statement_is_null (StewardStatement *self,
                           int               column)
{
  return class_of (self)->is_null (self, column);
}

void
steward_statement_reset (StewardStatement *self)
{
  class_of (self)->reset (self);
}
