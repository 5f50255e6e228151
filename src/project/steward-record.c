/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-record-private.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-own-link.h"

#define FIELD(record, member, type) G_STRUCT_MEMBER (type, record, (member)->offset)

static void     clear_members (const StewardShape *shape,
                               gpointer            record);
static gpointer read_members  (const StewardShape *shape,
                               GVariant           *value);

/* Its place in the array of tables. */
static GHashTable *
table_of (StewardProject   *self,
          StewardPieceKind  kind)
{
  return self->records[kind - STEWARD_PIECE_MATERIAL];
}

/* Lists free their elements, of which they know the shape by a function. */
static void
free_list (const StewardShape *shape,
           GPtrArray          *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      clear_members (shape, list->pdata[i]);
      g_free (list->pdata[i]);
    }
  g_ptr_array_unref (list);
}

static void
clear_members (const StewardShape *shape,
               gpointer            record)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const StewardMember *member = &shape->members[i];

      if (member->kind == STEWARD_MEMBER_TEXT)
        g_free (FIELD (record, member, char *));
      else if (member->kind == STEWARD_MEMBER_STRINGS)
        g_strfreev (FIELD (record, member, char **));
      else if (member->kind == STEWARD_MEMBER_LIST)
        free_list (member->of, FIELD (record, member, GPtrArray *));
    }
}

static void
free_record (StewardPieceKind kind,
             gpointer         record)
{
  clear_members (steward_record_get_shape (kind), record);
  g_free (G_STRUCT_MEMBER (char *, record, 0));
  g_free (record);
}

static GPtrArray *
read_list (const StewardShape *shape,
           GVariant           *value)
{
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) element = g_variant_get_child_value (value, i);

      g_ptr_array_add (list, read_members (shape, element));
    }
  return list;
}

static void
read_member (const StewardMember *member,
             gpointer             record,
             GVariant            *value)
{
  StewardDay day = STEWARD_DAY_NONE;

  switch (member->kind)
    {
    case STEWARD_MEMBER_TEXT:
      FIELD (record, member, char *) = g_variant_dup_string (value, NULL);
      break;
    case STEWARD_MEMBER_DAY:
      if (!steward_day_parse (g_variant_get_string (value, NULL), &day))
        day = STEWARD_DAY_NONE;
      FIELD (record, member, StewardDay) = day;
      break;
    case STEWARD_MEMBER_WORD:
      FIELD (record, member, guint) = MAX (0, steward_record_find_word (member->words,
                                                                        g_variant_get_string (value, NULL)));
      break;
    case STEWARD_MEMBER_STRINGS:
      FIELD (record, member, char **) = g_variant_dup_strv (value, NULL);
      break;
    case STEWARD_MEMBER_LIST:
    default:
      FIELD (record, member, GPtrArray *) = read_list (member->of, value);
      break;
    }
}

/* A new struct of @value, which was checked. */
static gpointer
read_members (const StewardShape *shape,
              GVariant           *value)
{
  gpointer record = g_malloc0 (shape->size);

  for (guint i = 0; i < shape->n_members; i++)
    {
      g_autoptr (GVariant) member = shape->bare ? g_variant_ref (value) : g_variant_get_child_value (value, i);

      read_member (&shape->members[i], record, member);
    }
  return record;
}

static GVariant *write_members (const StewardShape *shape,
                                gconstpointer       record,
                                gboolean            clean);

/* As the setters of texts clean them: boxes keep their lines, names are cut. */
static GVariant *
write_text (const StewardMember *member,
            const char          *text,
            gboolean             clean)
{
  if (!clean)
    return g_variant_new_string (text ? text : "");
  if (member->max == STEWARD_TEXT_MAX_CHARS)
    return g_variant_new_take_string (steward_project_clean_text (text));
  return g_variant_new_take_string (steward_project_clip (text, member->max));
}

static GVariant *
write_list (const StewardMember *member,
            GPtrArray           *list,
            gboolean             clean)
{
  g_autofree char *type = g_strconcat ("a", member->of->type, NULL);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (type));
  for (guint i = 0; list && i < list->len; i++)
    g_variant_builder_add_value (&builder, write_members (member->of, list->pdata[i], clean));
  return g_variant_builder_end (&builder);
}

static GVariant *
write_strings (char * const *strings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; strings && strings[i]; i++)
    {
      if (*strings[i] && g_hash_table_add (seen, strings[i]))
        g_variant_builder_add (&builder, "s", strings[i]);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
write_member (const StewardMember *member,
              gconstpointer        record,
              gboolean             clean)
{
  switch (member->kind)
    {
    case STEWARD_MEMBER_TEXT:
      return write_text (member, FIELD (record, member, const char *), clean);
    case STEWARD_MEMBER_DAY:
      return g_variant_new_take_string (steward_day_format (FIELD (record, member, StewardDay)));
    case STEWARD_MEMBER_WORD:
      return g_variant_new_string (member->words[FIELD (record, member, guint)]);
    case STEWARD_MEMBER_STRINGS:
      return write_strings (FIELD (record, member, char **));
    case STEWARD_MEMBER_LIST:
    default:
      return write_list (member, FIELD (record, member, GPtrArray *), clean);
    }
}

/* (transfer floating) */
static GVariant *
write_members (const StewardShape *shape,
               gconstpointer       record,
               gboolean            clean)
{
  GVariantBuilder builder;

  if (shape->bare)
    return write_member (&shape->members[0], record, clean);
  g_variant_builder_init (&builder, G_VARIANT_TYPE (shape->type));
  for (guint i = 0; i < shape->n_members; i++)
    g_variant_builder_add_value (&builder, write_member (&shape->members[i], record, clean));
  return g_variant_builder_end (&builder);
}

static gboolean check_members (const StewardShape  *shape,
                               GVariant            *value,
                               GError             **error);

static gboolean
check_empty (gsize    length,
             GError **error)
{
  if (length > 0)
    return TRUE;
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                       _("An empty text is no value: it has to be left out."));
  return FALSE;
}

static gboolean
check_list (const StewardMember  *member,
            GVariant             *value,
            GError              **error)
{
  gsize length = g_variant_n_children (value);

  if (!steward_piece_check_range (length, 0, member->max, error))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GVariant) element = g_variant_get_child_value (value, i);

      if (!check_members (member->of, element, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_strings (const StewardMember  *member,
               GVariant             *value,
               GError              **error)
{
  gsize length = g_variant_n_children (value);
  g_autofree const char **strings = g_variant_get_strv (value, NULL);

  if (!steward_piece_check_range (length, 0, member->max, error) || (member->needed && !check_empty (length, error)))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!steward_piece_check_length (strings[i], STEWARD_ROW_ID_MAX_CHARS, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_word (const StewardMember  *member,
            const char           *word,
            GError              **error)
{
  if (steward_record_find_word (member->words, word) >= 0)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” is not one of the words that are possible here."),
               word);
  return FALSE;
}

static gboolean
check_member (const StewardMember  *member,
              GVariant             *value,
              GError              **error)
{
  const char *text;

  if (member->kind == STEWARD_MEMBER_LIST)
    return check_list (member, value, error);
  if (member->kind == STEWARD_MEMBER_STRINGS)
    return check_strings (member, value, error);
  text = g_variant_get_string (value, NULL);
  if (member->kind == STEWARD_MEMBER_DAY)
    return steward_piece_check_day (text, member->needed, error);
  if (member->kind == STEWARD_MEMBER_WORD)
    return check_word (member, text, error);
  return (!member->needed || check_empty (strlen (text), error)) &&
         steward_piece_check_length (text, member->max, error);
}

static gboolean
check_members (const StewardShape  *shape,
               GVariant            *value,
               GError             **error)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      g_autoptr (GVariant) member = shape->bare ? g_variant_ref (value) : g_variant_get_child_value (value, i);

      if (!check_member (&shape->members[i], member, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
steward_record_check (StewardProject    *self,
                      StewardPieceKind   kind,
                      const char        *key,
                      GVariant          *value,
                      GError           **error)
{
  const StewardShape *shape = steward_record_get_shape (kind);
  GHashTable *table = table_of (self, kind);

  if (!steward_record_check_key (self, kind, key, error))
    return FALSE;
  if (value == NULL)
    return TRUE;
  return check_members (shape, value, error) &&
         steward_record_check_whole (self, kind, key, value, error) &&
         steward_piece_check_range ((gint64) g_hash_table_size (table) + !g_hash_table_contains (table, key), 0,
                                    shape->max, error);
}

/* The tables free their records through these, as a destroy function is told
 * nothing but the record. */
#define FREE_FUNC(name, kind) static void name (gpointer record) { free_record (kind, record); }
FREE_FUNC (free_receipt, STEWARD_PIECE_MATERIAL)
FREE_FUNC (free_order, STEWARD_PIECE_ORDER)
FREE_FUNC (free_edit, STEWARD_PIECE_EDIT)
FREE_FUNC (free_edition, STEWARD_PIECE_EDITION)
FREE_FUNC (free_request, STEWARD_PIECE_REQUEST)
FREE_FUNC (free_document, STEWARD_PIECE_DOCUMENT)
FREE_FUNC (free_step, STEWARD_PIECE_STEP)
FREE_FUNC (free_meeting, STEWARD_PIECE_MEETING)
FREE_FUNC (free_timer, STEWARD_PIECE_TIMER)
FREE_FUNC (free_wording, STEWARD_PIECE_WORDING)
FREE_FUNC (free_link, STEWARD_PIECE_LINK)

void
steward_project_init_records (StewardProject *self)
{
  static const GDestroyNotify free_funcs[STEWARD_N_RECORD_KINDS] = {
    free_receipt, free_order, free_edit, free_edition, free_request, free_document, free_step, free_meeting,
    free_timer, free_wording, free_link,
  };

  for (guint i = 0; i < STEWARD_N_RECORD_KINDS; i++)
    self->records[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_funcs[i]);
}

void
steward_project_clear_records (StewardProject *self)
{
  for (guint i = 0; i < STEWARD_N_RECORD_KINDS; i++)
    g_hash_table_unref (self->records[i]);
}

void
steward_record_put (StewardProject   *self,
                    StewardPieceKind  kind,
                    const char       *key,
                    GVariant         *value)
{
  const StewardShape *shape = steward_record_get_shape (kind);
  gpointer record;

  if (value == NULL)
    {
      g_hash_table_remove (table_of (self, kind), key);
      return;
    }
  record = read_members (shape, value);
  G_STRUCT_MEMBER (char *, record, 0) = g_strdup (key);
  if (shape->numbered)
    G_STRUCT_MEMBER (guint, record, sizeof (char *)) = steward_piece_key_to_number (key);
  g_hash_table_replace (table_of (self, kind), G_STRUCT_MEMBER (char *, record, 0), record);
}

gpointer
steward_record_lookup (StewardProject   *self,
                       StewardPieceKind  kind,
                       const char       *key)
{
  return g_hash_table_lookup (table_of (self, kind), key);
}

GVariant *
steward_record_get (StewardProject   *self,
                    StewardPieceKind  kind,
                    const char       *key)
{
  gconstpointer record = steward_record_lookup (self, kind, key);

  return record ? write_members (steward_record_get_shape (kind), record, FALSE) : NULL;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (**(char *const *const *) a, **(char *const *const *) b);
}

/* Numbers without leading zeros, so a shorter one is smaller. */
static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const char *first = **(char *const *const *) a, *second = **(char *const *const *) b;
  gsize length = strlen (first), other = strlen (second);

  return length != other ? (length < other ? -1 : 1) : strcmp (first, second);
}

GPtrArray *
steward_record_list (StewardProject   *self,
                     StewardPieceKind  kind)
{
  GHashTable *table = table_of (self, kind);
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (list, record);
  g_ptr_array_sort (list, steward_record_get_shape (kind)->numbered ? compare_numbers : compare_keys);
  return list;
}

gboolean
steward_record_store (StewardProject    *self,
                      StewardPieceKind   kind,
                      const char        *key,
                      gconstpointer      value,
                      GError           **error)
{
  GVariant *clean = write_members (steward_record_get_shape (kind), value, TRUE);

  return steward_project_set_piece (self, kind, key, clean, error);
}

static guint
next_number (StewardProject   *self,
             StewardPieceKind  kind)
{
  g_autoptr (GPtrArray) list = steward_record_list (self, kind);

  if (list->len == 0)
    return 1;
  return G_STRUCT_MEMBER (guint, list->pdata[list->len - 1], sizeof (char *)) + 1;
}

guint
steward_record_store_numbered (StewardProject    *self,
                               StewardPieceKind   kind,
                               guint              number,
                               gconstpointer      value,
                               GError           **error)
{
  g_autofree char *key = NULL;

  if (number == 0)
    number = next_number (self, kind);
  key = g_strdup_printf ("%u", number);
  return steward_record_store (self, kind, key, value, error) ? number : 0;
}

void
steward_record_remove (StewardProject   *self,
                       StewardPieceKind  kind,
                       const char       *key)
{
  /* The key may be that of the record itself. */
  g_autofree char *mine = g_strdup (key);

  if (g_hash_table_contains (table_of (self, kind), mine))
    steward_project_set_piece (self, kind, mine, NULL, NULL);
}

void
steward_record_remove_numbered (StewardProject   *self,
                                StewardPieceKind  kind,
                                guint             number)
{
  g_autofree char *key = g_strdup_printf ("%u", number);

  steward_record_remove (self, kind, key);
}

/* Whether one of the ends of the link is @row, or a case of it. */
static gboolean
link_names (const StewardOwnLink *link,
            const char           *row)
{
  g_autofree char *from = NULL, *to = NULL;

  return steward_own_link_split (link->id, &from, &to) &&
         (steward_own_link_end_is_of (from, row) || steward_own_link_end_is_of (to, row));
}

/* The next row may get the same id, and has nothing to do with them. */
static StewardChange
drop_links (StewardProject *self,
            const char     *row)
{
  GHashTable *table = table_of (self, STEWARD_PIECE_LINK);
  g_autoptr (GPtrArray) links = steward_record_list (self, STEWARD_PIECE_LINK);
  StewardChange change = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const StewardOwnLink *link = links->pdata[i];
      g_autofree char *key = NULL;

      if (!link_names (link, row))
        continue;
      key = g_strdup (link->id);
      g_hash_table_remove (table, key);
      steward_project_emit_piece (self, STEWARD_PIECE_LINK, key);
      change = STEWARD_CHANGE_PLAN;
    }
  return change;
}

StewardChange
steward_record_drop_row (StewardProject *self,
                         const char     *row)
{
  g_autofree char *name = g_strconcat (row, " name", NULL), *note = g_strconcat (row, " note", NULL);
  const struct
  {
    StewardPieceKind  kind;
    const char       *key;
    StewardChange     change;
  } pieces[] = {
    { STEWARD_PIECE_MATERIAL, row, STEWARD_CHANGE_RECORDS },
    { STEWARD_PIECE_EDIT, name, STEWARD_CHANGE_PLAN },
    { STEWARD_PIECE_EDIT, note, STEWARD_CHANGE_PLAN },
  };
  gboolean gone[G_N_ELEMENTS (pieces)];
  StewardChange change = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    gone[i] = g_hash_table_remove (table_of (self, pieces[i].kind), pieces[i].key);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      if (!gone[i])
        continue;
      steward_project_emit_piece (self, pieces[i].kind, pieces[i].key);
      change |= pieces[i].change;
    }
  return change | drop_links (self, row);
}
