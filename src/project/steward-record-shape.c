/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-record-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-edition.h"
#include "steward-error.h"
#include "steward-ledger.h"
#include "steward-meeting.h"
#include "steward-own-link.h"
#include "steward-papers.h"
#include "steward-sections.h"

#define SHA256_CHARS 64
#define UUID_CHARS   36

#define TEXT(type, name, most)   { STEWARD_MEMBER_TEXT, G_STRUCT_OFFSET (type, name), .max = (most) }
#define NEEDED(type, name, most) { STEWARD_MEMBER_TEXT, G_STRUCT_OFFSET (type, name), .max = (most), .needed = TRUE }
#define DAY(type, name)          { STEWARD_MEMBER_DAY, G_STRUCT_OFFSET (type, name) }
#define NEEDED_DAY(type, name)   { STEWARD_MEMBER_DAY, G_STRUCT_OFFSET (type, name), .needed = TRUE }
#define WORD(type, name, list)   { STEWARD_MEMBER_WORD, G_STRUCT_OFFSET (type, name), .words = (list) }
#define LIST(type, name, most, shape) \
  { STEWARD_MEMBER_LIST, G_STRUCT_OFFSET (type, name), .max = (most), .of = (shape) }
#define SHAPE(text, record, list) \
  .type = (text), .size = sizeof (record), .members = (list), .n_members = G_N_ELEMENTS (list)

static const char *const document_states[] = {
  "made", "printed", "sent", "signed", "scanned", "declined", "replaced", NULL
};
static const char *const step_kinds[] = {
  "drafted", "printed", "sent", "signed", "declined", "reminded", "changed", "suspended", "resumed", "stage-closed",
  "closed", NULL
};
static const char *const presences[] = { "present", "absent", "excused", NULL };
static const char *const opinions[] = { "", "agree", "conditions", "disagree", NULL };
static const char *const edit_fields[] = {
  "special-steps", "fees", "key-points", "optimisation", "name", "note", "reasons", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (document_states) == STEWARD_N_DOCUMENT_STATES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (step_kinds) == STEWARD_N_ENTRUSTMENT_STEPS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (presences) == STEWARD_N_PRESENCES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (opinions) == STEWARD_N_OPINIONS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (edit_fields) == STEWARD_N_EDIT_FIELDS + 1);

static const StewardMember receipt_members[] = {
  NEEDED_DAY (StewardReceipt, day),
  TEXT (StewardReceipt, note, STEWARD_TEXT_MAX_CHARS),
  TEXT (StewardReceipt, by, STEWARD_NAME_MAX_CHARS),
};
static const StewardMember order_members[] = {
  { STEWARD_MEMBER_STRINGS, G_STRUCT_OFFSET (StewardOrder, items), .max = STEWARD_LIST_MAX, .needed = TRUE },
};
static const StewardMember edit_members[] = {
  TEXT (StewardEdit, text, STEWARD_TEXT_MAX_CHARS),
  TEXT (StewardEdit, by, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardEdit, at, STEWARD_TIME_MAX_CHARS),
};
static const StewardMember edition_members[] = {
  NEEDED_DAY (StewardEdition, day),
  TEXT (StewardEdition, by, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardEdition, at, STEWARD_TIME_MAX_CHARS),
  TEXT (StewardEdition, reason, STEWARD_TEXT_MAX_CHARS),
  NEEDED (StewardEdition, content, STEWARD_EDITION_MAX_CONTENT_CHARS),
  TEXT (StewardEdition, paper, SHA256_CHARS),
  DAY (StewardEdition, notified),
};
static const StewardMember request_members[] = {
  DAY (StewardRequest, sent),
  TEXT (StewardRequest, by, STEWARD_NAME_MAX_CHARS),
  DAY (StewardRequest, answered),
  TEXT (StewardRequest, answered_by, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardRequest, note, STEWARD_TEXT_MAX_CHARS),
};
static const StewardMember signature_members[] = {
  TEXT (StewardDocumentSignature, field, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardDocumentSignature, signer, STEWARD_ANSWER_MAX_CHARS),
  TEXT (StewardDocumentSignature, time, STEWARD_TIME_MAX_CHARS),
  TEXT (StewardDocumentSignature, verdict, STEWARD_ANSWER_MAX_CHARS),
};
static const StewardShape signature_shape = { SHAPE ("(ssss)", StewardDocumentSignature, signature_members) };
static const StewardMember document_members[] = {
  NEEDED (StewardDocument, form, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardDocument, subject, STEWARD_ROW_ID_MAX_CHARS),
  TEXT (StewardDocument, title, STEWARD_PROOF_MAX_CHARS),
  WORD (StewardDocument, state, document_states),
  DAY (StewardDocument, day),
  TEXT (StewardDocument, sha256, SHA256_CHARS),
  TEXT (StewardDocument, name, STEWARD_PROOF_MAX_CHARS),
  TEXT (StewardDocument, of, UUID_CHARS),
  TEXT (StewardDocument, by, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardDocument, at, STEWARD_TIME_MAX_CHARS),
  LIST (StewardDocument, signatures, STEWARD_LIST_MAX, &signature_shape),
};
static const StewardMember step_members[] = {
  NEEDED_DAY (StewardEntrustmentStep, day),
  WORD (StewardEntrustmentStep, kind, step_kinds),
  TEXT (StewardEntrustmentStep, ground, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardEntrustmentStep, note, STEWARD_TEXT_MAX_CHARS),
  TEXT (StewardEntrustmentStep, by, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardEntrustmentStep, document, UUID_CHARS),
};
static const StewardMember attendance_members[] = {
  NEEDED (StewardAttendance, bureau, STEWARD_NAME_MAX_CHARS),
  WORD (StewardAttendance, presence, presences),
  TEXT (StewardAttendance, person, STEWARD_NAME_MAX_CHARS),
};
static const StewardShape attendance_shape = { SHAPE ("(sss)", StewardAttendance, attendance_members) };
static const StewardMember opinion_members[] = {
  NEEDED (StewardOpinion, bureau, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardOpinion, about, STEWARD_ROW_ID_MAX_CHARS),
  WORD (StewardOpinion, verdict, opinions),
  TEXT (StewardOpinion, text, STEWARD_TEXT_MAX_CHARS),
};
static const StewardShape opinion_shape = { SHAPE ("(ssss)", StewardOpinion, opinion_members) };
static const StewardMember meeting_members[] = {
  NEEDED_DAY (StewardMeeting, day),
  TEXT (StewardMeeting, title, STEWARD_PROOF_MAX_CHARS),
  TEXT (StewardMeeting, place, STEWARD_PROOF_MAX_CHARS),
  LIST (StewardMeeting, attendance, STEWARD_MEETING_MAX_ENTRIES, &attendance_shape),
  LIST (StewardMeeting, opinions, STEWARD_MEETING_MAX_ENTRIES, &opinion_shape),
  TEXT (StewardMeeting, minutes, STEWARD_TEXT_MAX_CHARS),
};
static const StewardMember timer_members[] = {
  NEEDED (StewardStartedTimer, timer, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardStartedTimer, subject, STEWARD_ROW_ID_MAX_CHARS),
  NEEDED_DAY (StewardStartedTimer, from),
  DAY (StewardStartedTimer, due),
  DAY (StewardStartedTimer, done),
  TEXT (StewardStartedTimer, note, STEWARD_TEXT_MAX_CHARS),
};
static const StewardMember wording_members[] = {
  TEXT (StewardLedgerWording, text, STEWARD_TEXT_MAX_CHARS),
  TEXT (StewardLedgerWording, result, STEWARD_TEXT_MAX_CHARS),
};
static const StewardMember link_members[] = {
  TEXT (StewardOwnLink, by, STEWARD_NAME_MAX_CHARS),
  TEXT (StewardOwnLink, at, STEWARD_TIME_MAX_CHARS),
  TEXT (StewardOwnLink, note, STEWARD_TEXT_MAX_CHARS),
};

static const StewardShape shapes[STEWARD_N_PIECES] = {
  [STEWARD_PIECE_MATERIAL] = { SHAPE ("(sss)", StewardReceipt, receipt_members), .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_ORDER] = { SHAPE ("as", StewardOrder, order_members), .bare = TRUE,
                            .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_EDIT] = { SHAPE ("(sss)", StewardEdit, edit_members), .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_EDITION] = { SHAPE ("(sssssss)", StewardEdition, edition_members), .numbered = TRUE,
                              .max = STEWARD_PROJECT_MAX_EDITIONS },
  [STEWARD_PIECE_REQUEST] = { SHAPE ("(sssss)", StewardRequest, request_members), .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_DOCUMENT] = { SHAPE ("(ssssssssssa(ssss))", StewardDocument, document_members),
                               .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_STEP] = { SHAPE ("(ssssss)", StewardEntrustmentStep, step_members), .numbered = TRUE,
                           .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_MEETING] = { SHAPE ("(sssa(sss)a(ssss)s)", StewardMeeting, meeting_members), .numbered = TRUE,
                              .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_TIMER] = { SHAPE ("(ssssss)", StewardStartedTimer, timer_members), .numbered = TRUE,
                            .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_WORDING] = { SHAPE ("(ss)", StewardLedgerWording, wording_members),
                              .max = STEWARD_PROJECT_MAX_RECORDS },
  [STEWARD_PIECE_LINK] = { SHAPE ("(sss)", StewardOwnLink, link_members), .max = STEWARD_PROJECT_MAX_RECORDS },
};

const StewardShape *
steward_record_get_shape (StewardPieceKind kind)
{
  g_return_val_if_fail (STEWARD_IS_RECORD_KIND (kind) && kind < STEWARD_N_PIECES, NULL);

  return &shapes[kind];
}

static gboolean
unknown (GError     **error,
         const char  *format,
         ...) G_GNUC_PRINTF (2, 3);

static gboolean
unknown (GError     **error,
         const char  *format,
         ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, message);
  return FALSE;
}

static gboolean
invalid (GError     **error,
         const char  *message)
{
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_material (StewardProject  *self,
                const char      *key,
                GError         **error)
{
  const StewardBox *slot;

  if (steward_pack_find_material (self->pack, key))
    return TRUE;
  slot = steward_piece_find_slot (self, key);
  return (slot && slot->group->kind == STEWARD_GROUP_MATERIALS) ||
         unknown (error, _("Neither the pack nor the rows of the form have a material “%s”."), key);
}

static gboolean
check_edit_key (StewardProject  *self,
                const char      *key,
                GError         **error)
{
  const char *space = strrchr (key, ' ');
  g_autofree char *of = space ? g_strndup (key, space - key) : NULL;
  StewardEditField field;

  if (of == NULL || !steward_edit_field_from_word (space + 1, &field))
    return unknown (error, _("“%s” is no text of a plan that can be changed."), key);
  if (field == STEWARD_EDIT_REASONS)
    return strcmp (of, STEWARD_EDIT_POLICY) == 0 || unknown (error, _("“%s” is no text of a plan that can be changed."), key);
  return field <= STEWARD_EDIT_OPTIMISATION ? steward_piece_check_stage (self, of, error)
                                            : steward_piece_check_item (self, of, error);
}

/* An item, a row, one case of them that is a row of its own, or an activity. */
static gboolean
check_link_end (StewardProject  *self,
                const char      *id,
                GError         **error)
{
  const char *slash = strchr (id, '/');
  g_autofree char *base = g_strndup (id, slash ? (gsize) (slash - id) : strlen (id));

  if (!steward_piece_check_length (id, STEWARD_ROW_ID_MAX_CHARS, error))
    return FALSE;
  return (slash == NULL && steward_project_has_activity (self, id)) ||
         ((slash == NULL || slash[1] != '\0') && steward_piece_check_item (self, base, NULL)) ||
         unknown (error, _("“%s” is nothing that a plan of this pack can have."), id);
}

static gboolean
check_link_key (StewardProject  *self,
                const char      *key,
                GError         **error)
{
  g_autofree char *from = NULL, *to = NULL;

  if (!steward_own_link_split (key, &from, &to))
    return unknown (error, _("“%s” does not name two ends of a link."), key);
  if (strcmp (from, to) == 0)
    return invalid (error, _("Nothing can wait for itself."));
  return check_link_end (self, from, error) && check_link_end (self, to, error);
}

static gboolean
has_named (GPtrArray  *list,
           const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      if (strcmp (((StewardNamed *) list->pdata[i])->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_uuid (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return strcmp (lower, text) == 0 && g_uuid_string_is_valid (text);
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == SHA256_CHARS && strspn (text, "0123456789abcdef") == SHA256_CHARS;
}

gboolean
steward_record_check_key (StewardProject    *self,
                          StewardPieceKind   kind,
                          const char        *key,
                          GError           **error)
{
  if (shapes[kind].numbered)
    return steward_piece_key_to_number (key) > 0 || unknown (error, _("“%s” is not the number of a record."), key);
  switch (kind)
    {
    case STEWARD_PIECE_MATERIAL:
      return check_material (self, key, error);
    case STEWARD_PIECE_ORDER:
      return steward_piece_check_stage (self, key, error);
    case STEWARD_PIECE_EDIT:
      return check_edit_key (self, key, error);
    case STEWARD_PIECE_REQUEST:
      /* A section that users added stands in the directory, not in the pack. */
      return has_named (steward_pack_get_sections (self->pack), key) ||
             (g_str_has_prefix (key, STEWARD_SECTION_ADDED) && strlen (key) <= STEWARD_NAME_MAX_CHARS) ||
             unknown (error, _("The pack has no section “%s”."), key);
    case STEWARD_PIECE_DOCUMENT:
      return is_uuid (key) || unknown (error, _("“%s” is not the id of a document."), key);
    case STEWARD_PIECE_LINK:
      return check_link_key (self, key, error);
    default:
      if (*key == '\0')
        return invalid (error, _("The id is empty."));
      return steward_piece_check_length (key, STEWARD_ROW_ID_MAX_CHARS, error);
    }
}

/* A member that is one text, by its place in the tuple. */
static const char *
get_text (GVariant *value,
          gsize     index)
{
  g_autoptr (GVariant) member = g_variant_get_child_value (value, index);

  /* The text stays with the tuple. */
  return g_variant_get_string (member, NULL);
}

/* Only what is computed can be replaced by nothing. */
static gboolean
may_be_empty (const char *key)
{
  return !g_str_has_suffix (key, " name") && !g_str_has_suffix (key, " note") && !g_str_has_suffix (key, " reasons");
}

static gboolean
check_order (GVariant  *value,
             GError   **error)
{
  g_autofree const char **items = g_variant_get_strv (value, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; items[i]; i++)
    {
      if (*items[i] == '\0' || !g_hash_table_add (seen, (gpointer) items[i]))
        return invalid (error, _("An order names each item once."));
    }
  return TRUE;
}

static gboolean
check_step (StewardProject  *self,
            GVariant        *value,
            GError         **error)
{
  const char *kind = get_text (value, 1), *ground = get_text (value, 2), *document = get_text (value, 5);

  if (*document && !is_uuid (document))
    return invalid (error, _("This is not the id of a document."));
  if (*ground == '\0')
    return TRUE;
  if (strcmp (kind, step_kinds[STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED]) == 0)
    return steward_piece_check_stage (self, ground, error);
  return has_named (steward_pack_get_suspension_grounds (self->pack), ground) ||
         unknown (error, _("The pack has no ground for a suspension “%s”."), ground);
}

static gboolean
check_timer (StewardProject  *self,
             const char      *timer,
             GError         **error)
{
  GPtrArray *timers = steward_pack_get_timers (self->pack);

  for (guint i = 0; i < timers->len; i++)
    {
      if (strcmp (((StewardTimer *) timers->pdata[i])->id, timer) == 0)
        return TRUE;
    }
  return unknown (error, _("The pack has no timer “%s”."), timer);
}

static gboolean
check_file (const char  *sha256,
            GError     **error)
{
  return *sha256 == '\0' || is_sha256 (sha256) || invalid (error, _("Expected 64 hexadecimal digits in lower case."));
}

gboolean
steward_record_check_whole (StewardProject    *self,
                            StewardPieceKind   kind,
                            const char        *key,
                            GVariant          *value,
                            GError           **error)
{
  switch (kind)
    {
    case STEWARD_PIECE_ORDER:
      return check_order (value, error);
    case STEWARD_PIECE_EDIT:
      return *get_text (value, 0) || may_be_empty (key) ||
             invalid (error, _("An empty text is no value: it has to be left out."));
    case STEWARD_PIECE_EDITION:
      if (*get_text (value, 3) == '\0' && steward_piece_key_to_number (key) > 1)
        return invalid (error, _("Another edition needs a reason."));
      return check_file (get_text (value, 5), error);
    case STEWARD_PIECE_DOCUMENT:
      if (*get_text (value, 7) && !is_uuid (get_text (value, 7)))
        return invalid (error, _("This is not the id of a document."));
      return check_file (get_text (value, 5), error);
    case STEWARD_PIECE_STEP:
      return check_step (self, value, error);
    case STEWARD_PIECE_TIMER:
      return check_timer (self, get_text (value, 0), error);
    case STEWARD_PIECE_WORDING:
      return *get_text (value, 0) || *get_text (value, 1) ||
             invalid (error, _("This says nothing: it has to be left out."));
    default:
      return TRUE;
    }
}

int
steward_record_find_word (const char * const *words,
                          const char         *word)
{
  for (int i = 0; word && words[i]; i++)
    {
      if (strcmp (words[i], word) == 0)
        return i;
    }
  return -1;
}

static gboolean
from_word (const char * const *words,
           const char         *word,
           guint              *value)
{
  int found = steward_record_find_word (words, word);

  if (found >= 0)
    *value = found;
  return found >= 0;
}

const char *
steward_document_state_to_word (StewardDocumentState state)
{
  g_return_val_if_fail ((guint) state < STEWARD_N_DOCUMENT_STATES, NULL);

  return document_states[state];
}

gboolean
steward_document_state_from_word (const char           *word,
                                  StewardDocumentState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  return from_word (document_states, word, state);
}

const char *
steward_entrustment_kind_to_word (StewardEntrustmentKind kind)
{
  g_return_val_if_fail ((guint) kind < STEWARD_N_ENTRUSTMENT_STEPS, NULL);

  return step_kinds[kind];
}

gboolean
steward_entrustment_kind_from_word (const char             *word,
                                    StewardEntrustmentKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  return from_word (step_kinds, word, kind);
}

const char *
steward_presence_to_word (StewardPresence presence)
{
  g_return_val_if_fail ((guint) presence < STEWARD_N_PRESENCES, NULL);

  return presences[presence];
}

const char *
steward_opinion_to_word (StewardOpinionVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < STEWARD_N_OPINIONS, NULL);

  return opinions[verdict];
}

const char *
steward_edit_field_to_word (StewardEditField field)
{
  g_return_val_if_fail ((guint) field < STEWARD_N_EDIT_FIELDS, NULL);

  return edit_fields[field];
}

gboolean
steward_edit_field_from_word (const char       *word,
                              StewardEditField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return from_word (edit_fields, word, field);
}
