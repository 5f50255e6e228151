/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-style.h"

#define RGB(hex)     { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }

/* Office machines may have the Source Han fonts under their own names; the
 * last family is the one this project installs. */
#define FONT "Source Han Sans SC,Source Han Sans CN,Noto Sans CJK SC"

static const StewardStyle styles[] = {
  [STEWARD_STYLE_LIGHT] = {
    .paper = RGB (0xfafafa), .card = RGB (0xffffff), .band = RGB (0xf0f0f3), .line = RGB (0xc6c6cd),
    .text = RGB (0x241f31), .dim = RGB (0x5e5c64), .accent = RGB (0x1a5fb4),
    .plan = RGB (0x99c1f1), .plan_line = RGB (0x3f74b5),
    .critical = RGB (0x241f31), .rest = RGB (0xececf1), .holiday = RGB (0xfbe3d6), .make_up = RGB (0xdcefe0),
    .today = RGB (0xc64600), .commitment = RGB (0x613583), .deferral = RGB (0x865e3c), .due = RGB (0xc01c28),
    .lights = { RGB (0x777780), RGB (0x1c71d8), RGB (0x813d9c), RGB (0x1f8455),
                RGB (0x5e5c64), RGB (0xb07500), RGB (0xc01c28) },
    .font = FONT
  },
  [STEWARD_STYLE_DARK] = {
    .paper = RGB (0x1e1e22), .card = RGB (0x2b2b31), .band = RGB (0x35353c), .line = RGB (0x56565f),
    .text = RGB (0xf6f5f4), .dim = RGB (0xb9b7be), .accent = RGB (0x78aeed),
    .plan = RGB (0x3c6496), .plan_line = RGB (0x86b0e0),
    .critical = RGB (0xf6f5f4), .rest = RGB (0x29292f), .holiday = RGB (0x4a3228), .make_up = RGB (0x24402f),
    .today = RGB (0xff9d4d), .commitment = RGB (0xb48cd6), .deferral = RGB (0xc29468), .due = RGB (0xff7b72),
    .lights = { RGB (0xa3a3ad), RGB (0x62a0ea), RGB (0xc58be0), RGB (0x57c98a),
                RGB (0xc0bfbc), RGB (0xf8c847), RGB (0xff6b61) },
    .font = FONT
  },
  [STEWARD_STYLE_CONTRAST] = {
    .paper = RGB (0xffffff), .card = RGB (0xffffff), .band = RGB (0xe4e4e4), .line = RGB (0x000000),
    .text = RGB (0x000000), .dim = RGB (0x222222), .accent = RGB (0x00308f),
    .plan = RGB (0xa9c7f0), .plan_line = RGB (0x00308f),
    .critical = RGB (0x000000), .rest = RGB (0xdcdcdc), .holiday = RGB (0xffd2b8), .make_up = RGB (0xc2ecc9),
    .today = RGB (0x9c3300), .commitment = RGB (0x4a1a70), .deferral = RGB (0x5b3413), .due = RGB (0xa00010),
    .lights = { RGB (0x444444), RGB (0x0047b3), RGB (0x66188a), RGB (0x006b35),
                RGB (0x222222), RGB (0x8a5a00), RGB (0xa00010) },
    .font = FONT
  },
  [STEWARD_STYLE_GREY] = {
    .paper = RGB (0xffffff), .card = RGB (0xffffff), .band = RGB (0xf0f0f0), .line = RGB (0xa8a8a8),
    .text = RGB (0x000000), .dim = RGB (0x484848), .accent = RGB (0x303030),
    .plan = RGB (0xd2d2d2), .plan_line = RGB (0x585858),
    .critical = RGB (0x000000), .rest = RGB (0xededed), .holiday = RGB (0xdedede), .make_up = RGB (0xfafafa),
    .today = RGB (0x202020), .commitment = RGB (0x303030), .deferral = RGB (0x6a6a6a), .due = RGB (0x000000),
    .lights = { RGB (0x727272), RGB (0x5a5a5a), RGB (0x2a2a2a), RGB (0x7a7a7a),
                RGB (0x606060), RGB (0x4a4a4a), RGB (0x000000) },
    .font = FONT
  },
};

static const char * const words[] = { "light", "dark", "contrast", "grey" };

const StewardStyle *
steward_style_get (StewardStyleKind kind)
{
  g_return_val_if_fail (kind >= STEWARD_STYLE_LIGHT && kind <= STEWARD_STYLE_GREY, &styles[0]);

  return &styles[kind];
}

gboolean
steward_style_from_word (const char       *word,
                         StewardStyleKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_strcmp0 (word, words[i]) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}
