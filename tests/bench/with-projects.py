# SPDX-License-Identifier: GPL-3.0-or-later
"""with-projects.py MAKE-PROJECTS FOLDER COUNT SOURCE… -- COMMAND…

Runs COMMAND with the path of a database of COUNT fictional projects added.
It is made once and kept in FOLDER while the SOURCEs stay what they are."""
import hashlib
import os
import subprocess
import sys
import time


def main():
    maker, folder, count = sys.argv[1:4]
    middle = sys.argv.index('--')
    digest = hashlib.sha256()
    for source in sys.argv[4:middle]:
        with open(source, 'rb') as file:
            digest.update(file.read())
    path = os.path.join(folder, 'projects-%s-%s.db' % (count, digest.hexdigest()[:12]))
    if not os.path.exists(path):
        for name in os.listdir(folder):     # of other sources, or half made
            if name.startswith('projects-%s-' % count):
                os.remove(os.path.join(folder, name))
        began = time.monotonic()
        subprocess.run([maker, count, '2026', path + '.part'], check=True)
        os.rename(path + '.part', path)
        print('made %s projects in %.0f s, %.0f MB'
              % (count, time.monotonic() - began, os.path.getsize(path) / 1e6), flush=True)
    os.execv(sys.argv[middle + 1], sys.argv[middle + 1:] + [path])


main()
