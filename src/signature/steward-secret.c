/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-secret.h"

#include <openssl/crypto.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct _StewardSecret
{
  char  *memory;
  gsize  size;
};

/* Whole pages of their own, because locking works on pages, and unlocking one
 * must not unlock a neighbour. A system that does not let us lock (a limit of
 * the user) still gives a password that is wiped. */
StewardSecret *
steward_secret_new (const char *text,
                    gsize       length)
{
  StewardSecret *self;
  gsize page = sysconf (_SC_PAGESIZE);
  gsize size = (STEWARD_SECRET_MAX_BYTES + 1 + page - 1) / page * page;
  char *memory;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length > STEWARD_SECRET_MAX_BYTES)
    return NULL;
  memory = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    return NULL;
  mlock (memory, size);
#ifdef MADV_DONTDUMP
  madvise (memory, size, MADV_DONTDUMP);
#endif
  if (length > 0)
    memcpy (memory, text, length);
  self = g_new (StewardSecret, 1);
  self->memory = memory;
  self->size = size;
  return self;
}

void
steward_secret_free (StewardSecret *self)
{
  if (self == NULL)
    return;
  OPENSSL_cleanse (self->memory, self->size);
  munlock (self->memory, self->size);
  munmap (self->memory, self->size);
  g_free (self);
}

const char *
steward_secret_peek (const StewardSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->memory;
}

void
steward_secret_wipe (gpointer memory,
                     gsize    length)
{
  if (memory != NULL)
    OPENSSL_cleanse (memory, length);
}
