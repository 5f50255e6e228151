/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * STEWARD_ERROR:
 *
 * The one error domain of the program. Rooms translate foreign errors into
 * it at their edge; the interface translates its codes into advice.
 */
#define STEWARD_ERROR (steward_error_quark ())

/**
 * StewardError:
 * @STEWARD_ERROR_READ: the bytes could not be read (missing, no permission)
 * @STEWARD_ERROR_WRITE: the bytes could not be written; nothing was replaced
 * @STEWARD_ERROR_SYNTAX: the bytes are not the format they claim to be
 * @STEWARD_ERROR_INVALID: well-formed, but a value is wrong; the message
 *   names file, line, column, path and what was expected
 * @STEWARD_ERROR_LIMIT: larger, deeper or longer than the documented limit
 * @STEWARD_ERROR_UNKNOWN: names something that does not exist (pack, item)
 * @STEWARD_ERROR_CYCLE: precedence runs in a circle
 * @STEWARD_ERROR_RENDER: a drawing or paper could not be made
 * @STEWARD_ERROR_CONFLICT: somebody else changed the same thing meanwhile;
 *   nothing was changed
 * @STEWARD_ERROR_BUSY: another program holds the database; try again
 * @STEWARD_ERROR_FULL: the disk is full; nothing was changed
 * @STEWARD_ERROR_CORRUPT: the database file is damaged
 * @STEWARD_ERROR_NEWER: made by a newer version of this program
 */
typedef enum
{
  STEWARD_ERROR_READ,
  STEWARD_ERROR_WRITE,
  STEWARD_ERROR_SYNTAX,
  STEWARD_ERROR_INVALID,
  STEWARD_ERROR_LIMIT,
  STEWARD_ERROR_UNKNOWN,
  STEWARD_ERROR_CYCLE,
  STEWARD_ERROR_RENDER,
  STEWARD_ERROR_CONFLICT,
  STEWARD_ERROR_BUSY,
  STEWARD_ERROR_FULL,
  STEWARD_ERROR_CORRUPT,
  STEWARD_ERROR_NEWER
} StewardError;

GQuark steward_error_quark (void);

G_END_DECLS
