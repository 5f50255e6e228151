/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-trim-private.h"

#include <cairo-ft.h>
#include <hb-subset.h>

/* Fonts below this size are embedded quickly as they are. */
#define LEAST_OUTLINES (1024 * 1024)

/* Trimmed fonts an owner keeps at most. */
#define MOST_KEPT 32

#define OUTLINES HB_TAG ('C', 'F', 'F', ' ')
#define VARIATIONS HB_TAG ('f', 'v', 'a', 'r')

/* Only what sets text needs these, and it has been set. */
static const hb_tag_t dropped[] = {
  HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'S', 'U', 'B'),
  HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x'),
};

/* What a font face made by FreeType lives on. Each has its own library,
 * since Cairo may let go of it in any thread. */
typedef struct
{
  FT_Library  library;
  FT_Face     face;
  hb_blob_t  *data;
} Ground;

typedef struct
{
  StewardTrim  trim;
  hb_face_t   *font;
  hb_set_t    *wanted;
} Kept;

static G_DEFINE_QUARK (steward-trims, steward_trims)

static unsigned int
table_size (hb_face_t *font,
            hb_tag_t   tag)
{
  hb_blob_t *table = hb_face_reference_table (font, tag);
  unsigned int size = hb_blob_get_length (table);

  hb_blob_destroy (table);
  return size;
}

gboolean
steward_trim_is_useful (hb_face_t *font)
{
  return table_size (font, OUTLINES) >= LEAST_OUTLINES && table_size (font, VARIATIONS) == 0;
}

static void
ground_free (gpointer data)
{
  Ground *ground = data;

  if (ground->face != NULL)
    FT_Done_Face (ground->face);
  if (ground->library != NULL)
    FT_Done_FreeType (ground->library);
  hb_blob_destroy (ground->data);
  g_free (ground);
}

/* Takes @data. */
static cairo_font_face_t *
make_face (hb_blob_t *data)
{
  static const cairo_user_data_key_t key;
  Ground *ground = g_new0 (Ground, 1);
  unsigned int size;
  const char *bytes = hb_blob_get_data (data, &size);
  cairo_font_face_t *face;

  ground->data = data;
  if (FT_Init_FreeType (&ground->library) != 0
      || FT_New_Memory_Face (ground->library, (const FT_Byte *) bytes, size, 0, &ground->face) != 0)
    {
      ground_free (ground);
      return NULL;
    }
  face = cairo_ft_font_face_create_for_ft_face (ground->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data (face, &key, ground, ground_free) == CAIRO_STATUS_SUCCESS)
    return face;
  cairo_font_face_destroy (face);
  ground_free (ground);
  return NULL;
}

static hb_subset_plan_t *
make_plan (hb_face_t      *font,
           const hb_set_t *wanted)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_subset_plan_t *plan;

  if (input == NULL)
    return NULL;
  hb_set_union (hb_subset_input_glyph_set (input), wanted);
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
  plan = hb_subset_plan_create_or_fail (font, input);
  hb_subset_input_destroy (input);
  return plan;
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->trim.face, cairo_font_face_destroy);
  hb_map_destroy (kept->trim.glyphs);
  hb_set_destroy (kept->wanted);
  hb_face_destroy (kept->font);
  g_free (kept);
}

/* Without a face when it fails, which is also kept: it would fail again. */
static Kept *
make_kept (hb_face_t      *font,
           const hb_set_t *wanted)
{
  Kept *kept = g_new0 (Kept, 1);
  hb_subset_plan_t *plan = make_plan (font, wanted);
  hb_face_t *trimmed = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;

  kept->font = hb_face_reference (font);
  kept->wanted = hb_set_copy (wanted);
  kept->trim.glyphs = plan != NULL ? hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan)) : hb_map_create ();
  if (trimmed != NULL)
    kept->trim.face = make_face (hb_face_reference_blob (trimmed));
  hb_face_destroy (trimmed);
  hb_subset_plan_destroy (plan);
  return kept;
}

static GPtrArray *
get_all_kept (GObject *owner)
{
  GPtrArray *all = g_object_get_qdata (owner, steward_trims_quark ());

  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func (kept_free);
      g_object_set_qdata_full (owner, steward_trims_quark (), all, (GDestroyNotify) g_ptr_array_unref);
    }
  return all;
}

const StewardTrim *
steward_trim_lookup (GObject        *owner,
                     hb_face_t      *font,
                     const hb_set_t *glyphs)
{
  GPtrArray *all = get_all_kept (owner);
  Kept *found = NULL;

  for (guint i = 0; found == NULL && i < all->len; i++)
    {
      Kept *kept = g_ptr_array_index (all, i);

      if (kept->font == font && hb_set_is_equal (kept->wanted, glyphs))
        found = g_ptr_array_steal_index (all, i);
    }
  if (found == NULL)
    found = make_kept (font, glyphs);
  /* The last ones used are at the end; the first goes. */
  if (all->len >= MOST_KEPT)
    g_ptr_array_remove_index (all, 0);
  g_ptr_array_add (all, found);
  return found->trim.face != NULL ? &found->trim : NULL;
}
