/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-ctl-store-private.h"
#include "steward-pdf-verify.h"

static void
build_signature (JsonBuilder               *builder,
                 const StewardPdfSignature *signature)
{
  g_autofree char *time = signature->time != NULL ? g_date_time_format_iso8601 (signature->time) : NULL;

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "field", signature->field);
  steward_ctl_add_text (builder, "signer", signature->signer);
  steward_ctl_add_text (builder, "time", time);
  steward_ctl_add_boolean (builder, "intact", signature->intact);
  steward_ctl_add_boolean (builder, "trusted", signature->trusted);
  steward_ctl_add_boolean (builder, "covers_whole", signature->covers_whole);
  json_builder_set_member_name (builder, "changed_after");
  json_builder_begin_array (builder);
  for (guint i = 0; i < signature->changes->len; i++)
    {
      g_autofree char *id = steward_pdf_change_get_id (&g_array_index (signature->changes, StewardPdfChange, i));

      json_builder_add_string_value (builder, id);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const StewardPdfVerification *verification)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "signatures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verification->signatures->len; i++)
    build_signature (builder, verification->signatures->pdata[i]);
  json_builder_end_array (builder);
  steward_ctl_add_text (builder, "verdict", steward_pdf_verdict_get_id (verification->verdict));
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static void
print_signature (const StewardPdfSignature *signature,
                 guint                      number)
{
  g_autofree char *time = signature->time != NULL ? g_date_time_format (signature->time, "%Y-%m-%d %H:%M")
                                                  : g_strdup (_("unknown time"));

  steward_ctl_print (_("%u. Signed by %s in the field “%s”, by the signer's clock: %s\n"), number,
                     signature->signer != NULL ? signature->signer : _("somebody unknown"), signature->field, time);
  if (!signature->intact)
    {
      steward_ctl_print (_("   NOT INTACT: %s\n"), signature->problem);
      return;
    }
  steward_ctl_print (_("   Intact: what was signed is exactly as it was.\n"));
  if (signature->trusted)
    steward_ctl_print (_("   Trusted: a trusted authority says who signed.\n"));
  else
    steward_ctl_print (_("   NOT TRUSTED: %s\n"), signature->trust_problem != NULL ? signature->trust_problem : "");
  if (signature->changes->len > 0)
    steward_ctl_print (_("   CHANGED AFTERWARDS:\n"));
  else if (!signature->covers_whole)
    steward_ctl_print (_("   Afterwards only further signatures were added.\n"));
  for (guint i = 0; i < signature->changes->len; i++)
    {
      g_autofree char *text = steward_pdf_change_describe (&g_array_index (signature->changes, StewardPdfChange, i));

      steward_ctl_print ("   - %s\n", text);
    }
}

static void
print_text (const StewardPdfVerification *verification,
            const char                   *name)
{
  g_autofree char *verdict = steward_pdf_verdict_describe (verification->verdict);

  for (guint i = 0; i < verification->signatures->len; i++)
    print_signature (verification->signatures->pdata[i], i + 1);
  for (guint i = 0; i < verification->empty_fields->len; i++)
    steward_ctl_print (_("Not signed yet: the field “%s”\n"), (const char *) verification->empty_fields->pdata[i]);
  steward_ctl_print ("%s: %s\n", name, verdict);
}

static StewardCtlStatus
verify (const char       *name,
        const char       *roots,
        StewardCtlFormat  format)
{
  g_autoptr (GFile) folder = roots != NULL ? g_file_new_for_commandline_arg (roots) : NULL;
  g_autoptr (StewardTrust) trust = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (StewardPdfVerification) verification = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *origin = NULL;

  if (folder != NULL)
    trust = steward_trust_load (folder, &error);
  if (error == NULL)
    pdf = steward_ctl_read (name, STEWARD_PDF_MAX_BYTES, &origin, &error);
  if (pdf != NULL)
    verification = steward_pdf_verify (pdf, trust, NULL, &error);
  if (verification == NULL)
    {
      steward_ctl_complain ("%s: %s", origin != NULL ? origin : roots, error->message);
      return STEWARD_CTL_FAILED;
    }
  if (format == STEWARD_CTL_JSON)
    print_json (verification);
  else
    print_text (verification, origin);
  return verification->verdict == STEWARD_PDF_GOOD ? STEWARD_CTL_GOOD : STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_verify (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_autofree char *roots = NULL;
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "roots", 0, 0, G_OPTION_ARG_FILENAME, &roots, N_("Folder with the certificates that are trusted"), N_("FOLDER") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format))
    return STEWARD_CTL_USAGE;
  return verify (argv[1], roots, format);
}

const StewardCtlCommand steward_ctl_verify = {
  "verify",
  "FILE",
  N_("Say of a PDF whether its signatures hold, and what was changed after them."),
  N_("Three things are told apart for each signature: whether what was signed is\n"
     "intact, whether somebody trusted says who signed, and what was changed\n"
     "afterwards. A further signature in a place kept for it is no change.\n"
     "Certificates are read from files of the folder that end in .pem, .crt or .cer;\n"
     "without --roots nobody is trusted. “-” reads the standard input.\n"
     "\n"
     "JSON has signatures (field, signer, time, intact, trusted, covers_whole,\n"
     "changed_after) and verdict: good, untrusted, changed, broken or unsigned. Only\n"
     "“good” gives the exit status 0.\n"
     "\n"
     "Example:\n"
     "  stewardctl verify --roots roots --format json entrustment.pdf"),
  run_verify
};
