/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-der-private.h"

#include <openssl/objects.h>

void
steward_der_append (GByteArray   *to,
                    guint8        tag,
                    const guint8 *content,
                    gsize         length)
{
  guint8 head[2 + sizeof length] = { tag };
  guint n = 2;

  if (length < 0x80)
    {
      head[1] = length;
    }
  else
    {
      guint bytes = 0;

      for (gsize rest = length; rest > 0; rest >>= 8)
        bytes++;
      head[1] = 0x80 | bytes;
      for (guint i = 0; i < bytes; i++)
        head[n++] = length >> (8 * (bytes - 1 - i));
    }
  g_byte_array_append (to, head, n);
  if (length > 0)
    g_byte_array_append (to, content, length);
}

void
steward_der_append_all (GByteArray *to,
                        guint8      tag,
                        GByteArray *content)
{
  steward_der_append (to, tag, content->data, content->len);
  g_byte_array_unref (content);
}

void
steward_der_append_oid (GByteArray *to,
                        const char *oid)
{
  ASN1_OBJECT *object = OBJ_txt2obj (oid, 1);
  unsigned char *der = NULL;
  int length;

  g_return_if_fail (object != NULL);

  length = i2d_ASN1_OBJECT (object, &der);
  if (length > 0)
    g_byte_array_append (to, der, length);
  OPENSSL_free (der);
  ASN1_OBJECT_free (object);
}
