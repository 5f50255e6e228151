/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "steward-application.h"
#include "steward-locale.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (StewardApplication) application = NULL;

  steward_locale_init ();
  g_set_application_name (_("Steward"));
  application = steward_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
