# SPDX-License-Identifier: GPL-3.0-or-later
"""The few lines of TAP that the tests of the tree need."""
import pathlib
import subprocess
import sys
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tracked(*suffixes):
    """Files of the repository as relative paths, build folders left out."""
    listed = subprocess.run(['git', '-c', 'safe.directory=*', 'ls-files', '-z', '-co', '--exclude-standard'],
                            cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode().rstrip('\0').split('\0')
    else:
        # A tarball has no git; its build folders begin with an underscore.
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob('*') if path.is_file()]
        names = [name for name in names if not name.startswith(('_', '.git/', 'out/'))]
    return sorted(name for name in names
                  if (ROOT / name).is_file() and (not suffixes or name.endswith(suffixes)))


def read(name):
    return (ROOT / name).read_text(encoding='utf-8')


def main(tests):
    """Runs functions that yield one line per mistake; exit status 1 on any."""
    print('1..%d' % len(tests))
    failed = False
    for number, test in enumerate(tests, 1):
        try:
            mistakes = list(test())
        except Exception:
            mistakes = traceback.format_exc().splitlines()
        name = test.__name__.replace('_', '-')
        print('%sok %d /house/%s' % ('not ' if mistakes else '', number, name))
        for mistake in mistakes:
            print('# ' + mistake)
        failed = failed or bool(mistakes)
    sys.exit(1 if failed else 0)
