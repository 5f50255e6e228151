#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the tests of one or more Meson logs: the last line of `check`.

Each program speaks TAP, so its `ok` and `not ok` lines are the tests. A
program that fails without saying which test failed (a crash, a time-out)
counts as one failure, so that nothing bad can look good.
"""
import argparse
import json
import re
import sys

TEST_LINE = re.compile(r'^(not )?ok\b(.*)$', re.M)
GOOD = {'OK', 'SKIP', 'EXPECTEDFAIL'}


def count(record):
    """(passed, failed, skipped, names of failures) of one test program."""
    passed, skipped, failures = 0, 0, []
    for bad, rest in TEST_LINE.findall(record.get('stdout', '')):
        if re.search(r'#\s*(skip|todo)', rest, re.I):
            skipped += 1
        elif bad:
            failures.append(rest.strip(' -0123456789'))
        else:
            passed += 1
    if record['result'] not in GOOD:
        if not failures:
            failures.append(record['result'])
    elif passed == 0 and skipped == 0:
        if record['result'] == 'SKIP':
            skipped = 1
        else:
            passed = 1
    return passed, skipped, failures


def read(path):
    with open(path, encoding='utf-8', errors='replace') as log:
        return [json.loads(line) for line in log if line.strip()]


def list_failed(path):
    """The names of failed programs, as `meson test` wants them."""
    for record in read(path):
        if record['result'] not in GOOD:
            print(record['name'].rpartition(' / ')[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--broken', type=int, default=0,
                        help='number of failed steps that are not tests')
    parser.add_argument('--programs', metavar='LOG',
                        help='only list the programs of one log that failed')
    parser.add_argument('logs', nargs='*')
    arguments = parser.parse_args()
    if arguments.programs:
        list_failed(arguments.programs)
        return 0

    passed, skipped, failed, programs = 0, 0, arguments.broken, 0
    for path in arguments.logs:
        try:
            records = read(path)
        except OSError as error:
            print('%s: %s' % (path, error.strerror))
            failed += 1
            continue
        for record in records:
            programs += 1
            good, left, failures = count(record)
            passed += good
            skipped += left
            failed += len(failures)
            for name in failures:
                print('FAILED  %s  %s' % (record['name'], name))
    if programs == 0:
        print('No test ran.')
        failed = max(failed, 1)
    if skipped:
        print('%d skipped' % skipped)
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
