/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-pdf-sign.h"
#include "steward-pkcs12-signer.h"

#define MAX_SEAL_BYTES (32 * 1024 * 1024)

typedef struct
{
  char   *field;
  char   *key;
  char   *password_file;
  char   *seal;
  double  seal_width;
  char   *caption;
  char   *reason;
  char   *place;
  char   *output;
  gboolean force;
} StewardSignOptions;

static void
steward_sign_options_clear (StewardSignOptions *options)
{
  g_free (options->field);
  g_free (options->key);
  g_free (options->password_file);
  g_free (options->seal);
  g_free (options->caption);
  g_free (options->reason);
  g_free (options->place);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StewardSignOptions, steward_sign_options_clear)

/* The first line of @fd. It is in no other memory than this array, which is
 * wiped, and the secret. */
static StewardSecret *
read_line (int      fd,
           GError **error)
{
  char text[STEWARD_SECRET_MAX_BYTES + 2];
  gsize length = 0;
  gssize n;
  StewardSecret *secret = NULL;
  const char *end;

  do
    {
      n = read (fd, text + length, sizeof text - length);
      length += MAX (n, 0);
    }
  while (((n < 0 && errno == EINTR) || n > 0) && length < sizeof text && memchr (text, '\n', length) == NULL);
  end = memchr (text, '\n', length);
  if (end != NULL)
    length = end - text;
  if (length > 0 && text[length - 1] == '\r')
    length--;
  if (n < 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ, _("The password could not be read: %s"), g_strerror (errno));
  else if (memchr (text, '\0', length) == NULL && memchr (text, 3, length) == NULL)
    secret = steward_secret_new (text, length);
  if (secret == NULL && n >= 0)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("This is not a password."));
  steward_secret_wipe (text, sizeof text);
  return secret;
}

/* Asks on the terminal, where nothing of it is seen. Signals are off as well:
 * a program that is stopped here would leave the terminal blind. */
static StewardSecret *
ask_password (const char  *key,
              GError     **error)
{
  int fd = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  struct termios usual, blind;
  StewardSecret *secret;
  g_autofree char *shown = g_filename_display_name (key);

  if (fd < 0 || tcgetattr (fd, &usual) != 0)
    {
      if (fd >= 0)
        close (fd);
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_READ,
                           _("There is no terminal to ask for the password; --password-file names a file."));
      return NULL;
    }
  blind = usual;
  blind.c_lflag &= ~(ECHO | ISIG);
  tcsetattr (fd, TCSAFLUSH, &blind);
  fprintf (stderr, _("Password of %s: "), shown);
  secret = read_line (fd, error);
  tcsetattr (fd, TCSAFLUSH, &usual);
  fputc ('\n', stderr);
  close (fd);
  return secret;
}

static StewardSecret *
read_password_file (const char  *name,
                    GError     **error)
{
  int fd = strcmp (name, "-") == 0 ? STDIN_FILENO : open (name, O_RDONLY | O_CLOEXEC);
  StewardSecret *secret;

  if (fd < 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ, _("The password could not be read: %s"),
                   g_strerror (errno));
      return NULL;
    }
  secret = read_line (fd, error);
  if (fd != STDIN_FILENO)
    close (fd);
  return secret;
}

static StewardSigner *
open_signer (const StewardSignOptions  *options,
             GError                   **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->key);
  g_autoptr (GBytes) pkcs12 = steward_file_read (file, STEWARD_PKCS12_MAX_BYTES, NULL, error);
  g_autoptr (StewardSecret) password = NULL;

  if (pkcs12 == NULL)
    return NULL;
  password = options->password_file != NULL ? read_password_file (options->password_file, error)
                                            : ask_password (options->key, error);
  return password != NULL ? steward_pkcs12_signer_new (pkcs12, password, error) : NULL;
}

static gboolean
read_seal (const StewardSignOptions  *options,
           StewardSeal               *seal,
           GError                   **error)
{
  g_autoptr (GFile) file = options->seal != NULL ? g_file_new_for_commandline_arg (options->seal) : NULL;

  seal->width_mm = options->seal_width;
  seal->caption = options->caption;
  if (file != NULL)
    seal->png = steward_file_read (file, MAX_SEAL_BYTES, NULL, error);
  return file == NULL || seal->png != NULL;
}

static StewardCtlStatus
sign (const StewardSignOptions *options,
      const char               *name)
{
  g_autoptr (GFile) source = g_file_new_for_commandline_arg (name);
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (options->output != NULL ? options->output : name);
  g_autoptr (StewardSigner) signer = NULL;
  g_autoptr (GError) error = NULL;
  StewardSeal seal = { NULL };
  const StewardPdfSigning signing = { options->field, &seal, options->reason, options->place, NULL };
  gboolean good;

  if (!g_file_equal (source, target) && !options->force && g_file_query_exists (target, NULL))
    {
      steward_ctl_complain (_("%s: the file exists already; --force replaces it."), options->output);
      return STEWARD_CTL_FAILED;
    }
  good = read_seal (options, &seal, &error) && (signer = open_signer (options, &error)) != NULL &&
         steward_pdf_sign_file (source, target, &signing, signer, NULL, &error);
  g_clear_pointer (&seal.png, g_bytes_unref);
  if (good)
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static gboolean
parse_sign (const StewardCtlCommand *command,
            StewardSignOptions      *options,
            int                     *argc,
            char                  ***argv)
{
  const GOptionEntry entries[] = {
    { "field", 0, 0, G_OPTION_ARG_STRING, &options->field, N_("Place for the signature: unit or steward"), N_("NAME") },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &options->key, N_("Key and certificate, a PKCS#12 file"), N_("FILE") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &options->password_file,
      N_("File whose first line is the password, “-” for the standard input"), N_("FILE") },
    { "seal", 0, 0, G_OPTION_ARG_FILENAME, &options->seal, N_("Picture of the seal, a PNG file"), N_("FILE") },
    { "seal-width", 0, 0, G_OPTION_ARG_DOUBLE, &options->seal_width, N_("Width of the seal (default: 40)"), N_("MM") },
    { "caption", 0, 0, G_OPTION_ARG_STRING, &options->caption, N_("Small print below the seal"), N_("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason, N_("Why it is signed"), N_("TEXT") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options->place, N_("Where it is signed"), N_("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("File to write (default: FILE itself)"), N_("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->force, N_("Replace an existing file"), NULL },
    { NULL }
  };

  return steward_ctl_parse (command, entries, argc, argv, 1, 1);
}

static StewardCtlStatus
run_sign (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto (StewardSignOptions) options = { NULL };

  if (!parse_sign (command, &options, &argc, &argv))
    return STEWARD_CTL_USAGE;
  if (options.field == NULL || options.key == NULL)
    {
      steward_ctl_complain_usage (command, _("--field and --key are required."));
      return STEWARD_CTL_USAGE;
    }
  if (!isfinite (options.seal_width) || options.seal_width < 0 || options.seal_width > 200)
    {
      steward_ctl_complain_usage (command, _("--seal-width has to lie between 0 and 200."));
      return STEWARD_CTL_USAGE;
    }
  return sign (&options, argv[1]);
}

const StewardCtlCommand steward_ctl_sign = {
  "sign",
  "--field NAME --key FILE FILE",
  N_("Sign a paper in a place that is kept for it."),
  N_("The signature is appended: what was in the file stays as it was, and signatures\n"
     "that it carries stay valid. The project unit signs first, then the steward.\n"
     "The result is verified before it replaces anything. The password is asked for on\n"
     "the terminal unless --password-file is given; it never stands on the command\n"
     "line, where other users of the computer could read it.\n"
     "\n"
     "Example:\n"
     "  stewardctl sign --field unit --key unit.p12 --seal seal.png entrustment.pdf"),
  run_sign
};
