/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

static StewardChoice *
find_choice (const StewardQuestion *question,
             const char            *value)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      StewardChoice *choice = g_ptr_array_index (question->choices, i);

      if (g_strcmp0 (choice->value, value) == 0)
        return choice;
    }
  return NULL;
}

static void
read_choices (StewardPackReader     *reader,
              const StewardJsonNode *node,
              StewardQuestion       *question)
{
  static const char * const keys[] = { "value", "label", NULL };
  g_autoptr(GPtrArray) choices = steward_pack_reader_objects (reader, node, "choices");

  question->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_choice_free);
  for (guint i = 0; i < choices->len; i++)
    {
      const StewardJsonNode *element = g_ptr_array_index (choices, i);
      StewardChoice *choice = g_new0 (StewardChoice, 1);

      steward_json_check_keys (element, keys, reader->problems);
      choice->value = steward_pack_reader_text (reader, element, "value", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_ID);
      choice->label = steward_pack_reader_text (reader, element, "label", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
      if (choice->value != NULL && find_choice (question, choice->value) != NULL)
        steward_json_node_complain (steward_json_node_get_member (element, "value"), reader->problems,
                                    _("“%s” is named twice."), choice->value);
      g_ptr_array_add (question->choices, choice);
    }
  if (question->kind == STEWARD_QUESTION_CHOICE && question->choices->len < 2)
    steward_json_node_complain (node, reader->problems, _("A choice needs two “choices” or more."));
  if (question->kind != STEWARD_QUESTION_CHOICE && question->choices->len > 0)
    steward_json_node_complain (steward_json_node_get_member (node, "choices"), reader->problems,
                                _("Only a question of the kind “choice” has “choices”."));
}

static void
read_question (StewardPackReader     *reader,
               const StewardJsonNode *node)
{
  static const char * const keys[] = { "id", "text", "kind", "unit", "choices", "source", NULL };
  static const char * const kinds[] = { "choice", "yes-no", "number", NULL };
  StewardQuestion *question = g_new0 (StewardQuestion, 1);

  g_ptr_array_add (reader->pack->questions, question);
  steward_json_check_keys (node, keys, reader->problems);
  question->id = steward_pack_reader_id (reader, node);
  question->text = steward_pack_reader_text (reader, node, "text", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  question->kind = steward_json_read_word (node, "kind", STEWARD_JSON_REQUIRED, kinds, STEWARD_QUESTION_YES_NO, reader->problems);
  question->unit = steward_pack_reader_text (reader, node, "unit", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_ID);
  if (question->unit != NULL && question->kind != STEWARD_QUESTION_NUMBER)
    steward_json_node_complain (steward_json_node_get_member (node, "unit"), reader->problems,
                                _("Only a question of the kind “number” has a “unit”."));
  read_choices (reader, node, question);
  question->source = steward_pack_reader_source (reader, node);
  steward_pack_reader_register (reader, STEWARD_SPACE_QUESTION, question->id, question, node);
}

void
steward_pack_read_questions (StewardPackReader *reader)
{
  g_autoptr(GPtrArray) questions = steward_pack_reader_collect (reader, NULL, "questions");

  for (guint i = 0; i < questions->len; i++)
    read_question (reader, g_ptr_array_index (questions, i));
}

/* A number written as a number, or as the text of one. */
static gboolean
read_number_value (const StewardJsonNode *value,
                   double                *number)
{
  char *end;

  if (steward_json_node_get_kind (value) == STEWARD_JSON_NUMBER)
    {
      *number = steward_json_node_get_number (value);
      return TRUE;
    }
  if (steward_json_node_get_kind (value) != STEWARD_JSON_STRING || !g_ascii_isdigit (*steward_json_node_get_string (value)))
    return FALSE;
  *number = g_ascii_strtod (steward_json_node_get_string (value), &end);
  return *end == '\0';
}

/* The value must be an answer the question can have, and the operator must
 * make sense for it. */
static void
read_condition_value (StewardPackReader     *reader,
                      const StewardJsonNode *node,
                      const StewardQuestion *question,
                      StewardCondition      *condition)
{
  const StewardJsonNode *value = steward_json_node_get_member (node, "value");
  const char *text;

  if (value == NULL || steward_json_node_get_kind (value) == STEWARD_JSON_NULL)
    {
      steward_json_node_complain (node, reader->problems, _("“%s” is required here."), "value");
      return;
    }
  if (question->kind == STEWARD_QUESTION_NUMBER)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      if (!read_number_value (value, &condition->number))
        steward_json_node_complain (value, reader->problems, _("Expected a number: “%s” asks for one."), question->id);
      condition->value = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", condition->number));
      return;
    }

  if (condition->op > STEWARD_IS_NOT)
    steward_json_node_complain (steward_json_node_get_member (node, "op"), reader->problems,
                                _("Only the answer to a question of the kind “number” can be larger or smaller."));
  text = steward_json_read_string (node, "value", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_ID, reader->problems);
  if (text == NULL)
    return;
  if (question->kind == STEWARD_QUESTION_YES_NO ? strcmp (text, "yes") != 0 && strcmp (text, "no") != 0
                                                : find_choice (question, text) == NULL)
    steward_json_node_complain (value, reader->problems, _("“%s” is not an answer to “%s”."), text, question->id);
  condition->value = g_strdup (text);
}

StewardCondition *
steward_pack_reader_condition (StewardPackReader     *reader,
                               const StewardJsonNode *node)
{
  static const char * const keys[] = { "question", "op", "value", NULL };
  static const char * const ops[] = { "is", "is-not", "at-least", "more-than", "less-than", NULL };
  StewardCondition *condition = g_new0 (StewardCondition, 1);
  const StewardQuestion *question;

  steward_json_check_keys (node, keys, reader->problems);
  question = steward_pack_reader_resolve (reader, STEWARD_SPACE_QUESTION, node, "question", STEWARD_JSON_REQUIRED);
  condition->op = steward_json_read_word (node, "op", STEWARD_JSON_REQUIRED, ops, STEWARD_IS, reader->problems);
  if (question != NULL)
    {
      condition->question = g_strdup (question->id);
      read_condition_value (reader, node, question, condition);
    }
  return condition;
}

static void
check_boxes (StewardPackReader     *reader,
             const StewardJsonNode *node)
{
  const StewardJsonNode *array = steward_json_read_array (node, "boxes", STEWARD_JSON_REQUIRED, reader->problems);

  if (array == NULL)
    return;
  if (steward_json_node_get_length (array) == 0)
    steward_json_node_complain (array, reader->problems, _("A suggestion needs at least one box."));

  for (guint i = 0; i < steward_json_node_get_length (array); i++)
    {
      const StewardJsonNode *element = steward_json_node_get_element (array, i);
      const StewardBox *box;

      if (steward_json_node_get_kind (element) != STEWARD_JSON_STRING)
        continue;
      box = steward_pack_find_box (reader->pack, steward_json_node_get_string (element));
      if (box == NULL)
        steward_json_node_complain (element, reader->problems, _("There is no %s with the id “%s”."), _("box"),
                                    steward_json_node_get_string (element));
      else if (box->kind == STEWARD_BOX_BLANK)
        steward_json_node_complain (element, reader->problems, _("A blank slot cannot be suggested."));
    }
}

static void
read_suggestion (StewardPackReader     *reader,
                 const StewardJsonNode *node)
{
  static const char * const keys[] = { "all", "boxes", "reason", "source", NULL };
  StewardSuggestion *suggestion = g_new0 (StewardSuggestion, 1);
  g_autoptr(GPtrArray) all = steward_pack_reader_objects (reader, node, "all");

  g_ptr_array_add (reader->pack->suggestions, suggestion);
  steward_json_check_keys (node, keys, reader->problems);
  suggestion->all = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_condition_free);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (suggestion->all, steward_pack_reader_condition (reader, g_ptr_array_index (all, i)));
  if (all->len == 0)
    steward_json_node_complain (node, reader->problems, _("A suggestion needs at least one condition in “all”."));
  check_boxes (reader, node);
  suggestion->boxes = steward_pack_reader_strings (reader, node, "boxes");
  suggestion->reason = steward_pack_reader_text (reader, node, "reason", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_TEXT);
  suggestion->source = steward_pack_reader_source (reader, node);
}

void
steward_pack_read_suggestions (StewardPackReader *reader)
{
  g_autoptr(GPtrArray) suggestions = steward_pack_reader_collect (reader, NULL, "suggestions");

  for (guint i = 0; i < suggestions->len; i++)
    read_suggestion (reader, g_ptr_array_index (suggestions, i));
}
