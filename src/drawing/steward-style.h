/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "steward-clock.h"

G_BEGIN_DECLS

/**
 * StewardStyleKind:
 *
 * The four ways a drawing can look. Screen, projector, printer and files use
 * the same table.
 */
typedef enum
{
  STEWARD_STYLE_LIGHT,
  STEWARD_STYLE_DARK,
  STEWARD_STYLE_CONTRAST,
  STEWARD_STYLE_GREY
} StewardStyleKind;

/* Each part from 0 to 1, alpha not multiplied in. */
typedef struct { double red, green, blue, alpha; } StewardColor;

/**
 * StewardStyle:
 * @lights: indexed by #StewardLight
 * @font: Pango family list ending in a font the project installs
 *
 * Text keeps a contrast of 4.5 and shapes keep 3 against all that they may
 * stand on; letters on a coloured chip have the colour of @paper.
 *
 * The one colour and type table.
 */
typedef struct
{
  StewardColor  paper;
  StewardColor  card;
  StewardColor  band;
  StewardColor  line;
  StewardColor  text;
  StewardColor  dim;
  StewardColor  accent;
  StewardColor  plan;        /* planned bar */
  StewardColor  plan_line;   /* its outline, and the line of the first plan */
  StewardColor  critical;    /* not the red of lights */
  StewardColor  rest;
  StewardColor  holiday;
  StewardColor  make_up;
  StewardColor  today;
  StewardColor  commitment;  /* 承 */
  StewardColor  deferral;    /* 容 */
  StewardColor  due;         /* tick of the last day in time */
  StewardColor  lights[7];
  const char   *font;
} StewardStyle;

const StewardStyle *steward_style_get       (StewardStyleKind    kind);
/* "light", "dark", "contrast", "grey". */
gboolean            steward_style_from_word (const char         *word,
                                             StewardStyleKind   *kind);

G_END_DECLS
