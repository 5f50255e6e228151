/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl.h"
#include "steward-locale.h"

int
main (int   argc,
      char *argv[])
{
  steward_locale_init ();

  return steward_ctl_main (argc, argv);
}
