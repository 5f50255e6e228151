/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

void
steward_locale_init (void)
{
  const char *folder = g_getenv ("STEWARD_LOCALE_DIR");

  if (folder == NULL || *folder == '\0')
    folder = STEWARD_LOCALE_DIR;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
