/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StewardCtlStatus:
 * @STEWARD_CTL_GOOD: done, nothing found
 * @STEWARD_CTL_FAILED: findings, or it could not be done
 * @STEWARD_CTL_USAGE: the command line makes no sense
 *
 * Exit status of `stewardctl`, part of its stable interface.
 */
typedef enum
{
  STEWARD_CTL_GOOD,
  STEWARD_CTL_FAILED,
  STEWARD_CTL_USAGE
} StewardCtlStatus;

/* Runs one command line from the program name on; gives its exit status. */
StewardCtlStatus steward_ctl_main (int    argc,
                                   char **argv);

G_END_DECLS
