/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-sections.h"

G_BEGIN_DECLS

struct _StewardSections
{
  StewardPack *pack;
  GPtrArray   *list;       /* StewardSection */
  GHashTable  *assigned;   /* id of a box or group → id of a section, both owned */
  char        *rest;       /* NULL for none */
};

/* Adds a section under its own id. */
void steward_sections_put (StewardSections *self,
                           const char      *id,
                           const char      *name,
                           const char      *officer,
                           gboolean         added);

G_END_DECLS
