/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

static void
read_material (StewardPackReader     *reader,
               const StewardJsonNode *node)
{
  static const char * const keys[] = {
    "id", "name", "short_name", "form", "main", "deferrable", "personal_data", "same_as", "note", "source", NULL
  };
  StewardMaterial *material = g_new0 (StewardMaterial, 1);
  g_autofree char *note = NULL;

  g_ptr_array_add (reader->pack->materials, material);
  steward_json_check_keys (node, keys, reader->problems);
  material->id = steward_pack_reader_id (reader, node);
  material->name = steward_pack_reader_name (reader, node);
  material->short_name = steward_pack_reader_text (reader, node, "short_name", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  if (material->short_name == NULL)
    material->short_name = g_strdup (material->name);
  material->form = steward_json_read_word (node, "form", STEWARD_JSON_OPTIONAL, steward_material_form_words,
                                           STEWARD_FORM_NOT_STATED, reader->problems);
  material->main = steward_json_read_boolean (node, "main", FALSE, reader->problems);
  material->deferrable = steward_pack_reader_text (reader, node, "deferrable", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  if (material->main && material->deferrable != NULL)
    steward_json_node_complain (steward_json_node_get_member (node, "deferrable"), reader->problems,
                                _("A main material cannot be deferred."));
  material->personal_data = steward_json_read_boolean (node, "personal_data", FALSE, reader->problems);
  material->same_as = steward_pack_reader_text (reader, node, "same_as", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_ID);
  if (material->same_as == NULL)
    material->same_as = g_strdup (material->id);
  material->supplement = reader->scope->supplement;
  note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  material->source = steward_pack_reader_source (reader, node);
  steward_pack_reader_register (reader, STEWARD_SPACE_MATERIAL, material->id, material, node);
}

void
steward_pack_read_materials (StewardPackReader *reader)
{
  g_autoptr(GPtrArray) materials = steward_pack_reader_collect (reader, NULL, "materials");

  for (guint i = 0; i < materials->len; i++)
    read_material (reader, g_ptr_array_index (materials, i));
}

/* Which of the four things the box stands for, or -1. */
static int
read_box_kind (StewardPackReader     *reader,
               const StewardJsonNode *node)
{
  static const char * const members[] = { "item", "material", "fee", "blank" };
  int kind = -1;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const StewardJsonNode *member = steward_json_node_get_member (node, members[i]);

      if (member != NULL && steward_json_node_get_kind (member) != STEWARD_JSON_NULL)
        {
          kind = i;
          n++;
        }
    }
  if (n == 1)
    return kind;

  steward_json_node_complain (node, reader->problems,
                              _("A box needs exactly one of “item”, “material”, “fee” and “blank”; this one has %u."), n);
  return -1;
}

static gboolean
box_fits_group (StewardBoxKind   box,
                StewardGroupKind group)
{
  switch (group)
    {
    case STEWARD_GROUP_ITEMS:     return box == STEWARD_BOX_ITEM || box == STEWARD_BOX_BLANK;
    case STEWARD_GROUP_MATERIALS: return box == STEWARD_BOX_MATERIAL || box == STEWARD_BOX_BLANK;
    case STEWARD_GROUP_FEES:      return box == STEWARD_BOX_FEE || box == STEWARD_BOX_BLANK;
    case STEWARD_GROUP_TEXT:
    default:                      return FALSE;
    }
}

/* What the box stands for. Materials and items that do not state their form
 * or level have the one their group states. */
static void
read_box_target (StewardPackReader     *reader,
                 const StewardJsonNode *node,
                 StewardBox            *box)
{
  const StewardGroup *group = box->group;

  if (box->kind == STEWARD_BOX_ITEM)
    {
      StewardItem *item = steward_pack_reader_resolve (reader, STEWARD_SPACE_ITEM, node, "item", STEWARD_JSON_REQUIRED);

      box->item = item;
      if (item == NULL)
        return;
      if (item->level == STEWARD_LEVEL_UNKNOWN)
        item->level = group->level;
      if (item->stage != NULL && group->stage != NULL && item->stage != group->stage)
        steward_json_node_complain (steward_json_node_get_member (node, "item"), reader->problems,
                                    _("The item belongs to the stage “%s”, this part of the form to “%s”."),
                                    item->stage->id, group->stage->id);
      if (steward_pack_find_item_box (reader->pack, item->id) != NULL)
        steward_json_node_complain (steward_json_node_get_member (node, "item"), reader->problems,
                                    _("The item already has the box “%s”."),
                                    steward_pack_find_item_box (reader->pack, item->id)->id);
      else
        g_hash_table_insert (reader->pack->index[STEWARD_SPACE_ITEM_BOX], g_strdup (item->id), box);
    }
  else if (box->kind == STEWARD_BOX_MATERIAL)
    {
      StewardMaterial *material = steward_pack_reader_resolve (reader, STEWARD_SPACE_MATERIAL, node, "material",
                                                               STEWARD_JSON_REQUIRED);

      box->material = material;
      if (material != NULL && material->form == STEWARD_FORM_NOT_STATED &&
          steward_json_node_get_member (g_hash_table_lookup (reader->nodes, material), "form") == NULL)
        material->form = group->form;
    }
}

static char *
read_box_label (StewardPackReader     *reader,
                const StewardJsonNode *node,
                const StewardBox      *box)
{
  g_autofree char *label = steward_pack_reader_text (reader, node, "label", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);

  if (box->kind == STEWARD_BOX_BLANK || box->kind == STEWARD_BOX_FEE)
    {
      if (label != NULL)
        steward_json_node_complain (steward_json_node_get_member (node, "label"), reader->problems,
                                    box->kind == STEWARD_BOX_BLANK
                                    ? _("A blank slot has no label: it is there for typing.")
                                    : _("The label of a fee box is its “fee”."));
      if (box->kind == STEWARD_BOX_BLANK)
        return g_strdup ("");
      g_free (label);
      label = steward_pack_reader_text (reader, node, "fee", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
    }
  else if (label == NULL && box->item != NULL)
    label = g_strdup (box->item->name);
  else if (label == NULL && box->material != NULL)
    label = g_strdup (box->material->name);

  return label != NULL ? g_steal_pointer (&label) : g_strdup ("");
}

static void
read_box (StewardPackReader     *reader,
          const StewardJsonNode *node,
          StewardGroup          *group)
{
  static const char * const keys[] = {
    "id", "item", "material", "fee", "blank", "label", "right", "source", NULL
  };
  StewardBox *box = g_new0 (StewardBox, 1);
  int kind;

  g_ptr_array_add (group->boxes, box);
  steward_json_check_keys (node, keys, reader->problems);
  box->group = group;
  box->id = steward_pack_reader_id (reader, node);
  kind = read_box_kind (reader, node);
  box->kind = kind >= 0 ? kind : STEWARD_BOX_BLANK;
  if (kind >= 0)
    {
      if (!box_fits_group (box->kind, group->kind))
        steward_json_node_complain (node, reader->problems, _("This kind of box does not fit the kind of its group."));
      if (kind == STEWARD_BOX_BLANK && !steward_json_read_boolean (node, "blank", TRUE, reader->problems))
        steward_json_node_complain (steward_json_node_get_member (node, "blank"), reader->problems,
                                    _("“%s” can only be true."), "blank");
      read_box_target (reader, node, box);
      box->label = read_box_label (reader, node, box);
    }
  else
    {
      box->label = g_strdup ("");
    }
  box->right = steward_json_read_boolean (node, "right", group->right, reader->problems);
  box->source = steward_pack_reader_source (reader, node);
  steward_pack_reader_register (reader, STEWARD_SPACE_BOX, box->id, box, node);
}

static void
read_group_heading (StewardPackReader     *reader,
                    const StewardJsonNode *node,
                    StewardGroup          *group)
{
  group->heading_number = steward_pack_reader_text (reader, node, "heading_number", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_ID);
  group->heading = steward_pack_reader_text (reader, node, "heading", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  group->number = steward_pack_reader_text (reader, node, "number", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_ID);
  group->title = steward_pack_reader_text (reader, node, "title", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  group->note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  if (group->number == NULL)
    group->number = g_strdup ("");
  if (group->title == NULL)
    group->title = g_strdup ("");
}

static void
read_group_kind (StewardPackReader     *reader,
                 const StewardJsonNode *node,
                 StewardGroup          *group)
{
  static const char * const kinds[] = { "items", "materials", "text", "fees", NULL };
  static const char * const roles[] = { "special-steps", "fees", "key-points", "optimisation", NULL };
  int role;
  int level;

  group->kind = steward_json_read_word (node, "kind", STEWARD_JSON_REQUIRED, kinds, STEWARD_GROUP_ITEMS, reader->problems);
  role = steward_json_read_word (node, "role", STEWARD_JSON_OPTIONAL, roles, -1, reader->problems);
  group->role = (StewardGroupRole) (role + 1);
  group->form = steward_json_read_word (node, "form", STEWARD_JSON_OPTIONAL, steward_material_form_words,
                                        STEWARD_FORM_NOT_STATED, reader->problems);
  level = steward_json_read_word (node, "level", STEWARD_JSON_OPTIONAL, steward_level_words, -1, reader->problems);
  group->level = (StewardLevel) (level + 1);
  group->text = steward_json_read_boolean (node, "text", group->kind == STEWARD_GROUP_TEXT, reader->problems);
  group->right = steward_json_read_boolean (node, "right", FALSE, reader->problems);
  if (group->role != STEWARD_ROLE_NONE && !group->text)
    steward_json_node_complain (steward_json_node_get_member (node, "role"), reader->problems,
                                _("Only a group with a text can have a role."));
}

static void
read_group (StewardPackReader     *reader,
            const StewardJsonNode *node,
            StewardPart           *part)
{
  static const char * const keys[] = {
    "id", "kind", "role", "heading_number", "heading", "number", "title", "note", "form", "level", "right",
    "text", "boxes", "source", NULL
  };
  StewardGroup *group = g_new0 (StewardGroup, 1);
  g_autoptr(GPtrArray) boxes = NULL;

  g_ptr_array_add (part->groups, group);
  group->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_box_free);
  group->stage = part->stage;
  steward_json_check_keys (node, keys, reader->problems);
  group->id = steward_pack_reader_id (reader, node);
  read_group_kind (reader, node, group);
  read_group_heading (reader, node, group);
  group->source = steward_pack_reader_source (reader, node);
  steward_pack_reader_register (reader, STEWARD_SPACE_GROUP, group->id, group, node);

  boxes = steward_pack_reader_objects (reader, node, "boxes");
  for (guint i = 0; i < boxes->len; i++)
    read_box (reader, g_ptr_array_index (boxes, i), group);
  if (boxes->len == 0 && !group->text)
    steward_json_node_complain (node, reader->problems, _("A group needs boxes or a text."));
}

static void
read_part (StewardPackReader     *reader,
           const StewardJsonNode *node)
{
  static const char * const keys[] = { "stage", "title", "supplement", "groups", NULL };
  StewardPart *part = g_new0 (StewardPart, 1);
  g_autoptr(GPtrArray) groups = NULL;

  g_ptr_array_add (reader->pack->parts, part);
  part->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_group_free);
  steward_json_check_keys (node, keys, reader->problems);
  part->stage = steward_pack_reader_stage (reader, node);
  part->title = steward_pack_reader_text (reader, node, "title", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  part->supplement = steward_json_read_boolean (node, "supplement", FALSE, reader->problems) || reader->scope->supplement;
  part->banner = g_strdup (reader->scope->banner);

  groups = steward_pack_reader_objects (reader, node, "groups");
  for (guint i = 0; i < groups->len; i++)
    read_group (reader, g_ptr_array_index (groups, i), part);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const StewardPart *first = *(const StewardPart * const *) a;
  const StewardPart *second = *(const StewardPart * const *) b;

  return (first->stage != NULL ? first->stage->number : 0) - (second->stage != NULL ? second->stage->number : 0);
}

/* No keys but `parts` in any `assessment`. */
static void
check_assessment_keys (StewardPackReader *reader)
{
  static const char * const keys[] = { "parts", NULL };

  for (guint i = 0; i < reader->scope->layers->len; i++)
    {
      const StewardJsonNode *root = g_ptr_array_index (reader->scope->layers, i);
      const StewardJsonNode *assessment = steward_json_node_get_member (root, "assessment");

      if (assessment != NULL && steward_json_node_get_kind (assessment) == STEWARD_JSON_OBJECT)
        steward_json_check_keys (assessment, keys, reader->problems);
    }
}

void
steward_pack_read_assessment (StewardPackReader *reader)
{
  g_autoptr(GPtrArray) parts = steward_pack_reader_collect (reader, "assessment", "parts");

  check_assessment_keys (reader);
  for (guint i = 0; i < parts->len; i++)
    read_part (reader, g_ptr_array_index (parts, i));
  g_ptr_array_sort (reader->pack->parts, compare_parts);
}
