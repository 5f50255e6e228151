/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-text-private.h"

G_BEGIN_DECLS

/* Half a letter of an empty gap: an object of its own, so that a long blank
 * can be broken over lines anywhere. It leaves nothing in the PDF's text. */
#define STEWARD_GAP "\357\277\274"
/* Word joiner. */
#define STEWARD_JOINT "\342\201\240"

/* The check boxes. */
#define STEWARD_BOX_OPEN 0x2610
#define STEWARD_BOX_TICKED 0x2611

typedef enum { STEWARD_SPAN_FACE, STEWARD_SPAN_GAP, STEWARD_SPAN_RULE } StewardSpanKind;

/* Bytes @start to @end of the text: set in a face, empty room of half of
 * @size for each character, or with a rule below. */
typedef struct
{
  StewardSpanKind kind;
  StewardFace     face;
  double          size;
  gsize           start;
  gsize           end;
} StewardSpan;

struct _StewardText
{
  StewardTextStyle  style;
  GString          *text;
  GArray           *spans;      /* of StewardSpan */
};

G_END_DECLS
