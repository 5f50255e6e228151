#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two commands: their shell parses, and their verdict cannot lie."""
import json
import os
import subprocess
import sys
import tempfile

import tap

SCRIPTS = ['run', 'check', '.ci/run']


def shell_scripts_parse():
    for name in SCRIPTS + tap.tracked('.sh'):
        done = subprocess.run(['bash', '-n', name], cwd=tap.ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            yield done.stderr.strip()
        if name in SCRIPTS and not os.access(tap.ROOT / name, os.X_OK):
            yield '%s cannot be executed' % name


def wrong_use_is_refused():
    done = subprocess.run(['./check', '--no-such-option'], cwd=tap.ROOT, capture_output=True, check=False)
    if done.returncode != 2:
        yield './check --no-such-option gives exit status %d, not 2' % done.returncode


def verdict(records, *options):
    """Last line and exit status of the count over a log of Meson."""
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for record in records:
            log.write(json.dumps(record) + '\n')
        log.flush()
        done = subprocess.run([sys.executable, 'scripts/count-tests.py', *options, log.name],
                              cwd=tap.ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip().splitlines()[-1], done.returncode


# What happened, options, last line, exit status.
CASES = [
    ('two good tests', [('OK', 'ok 1 /a\nok 2 /b\n')], [], '2 passed, 0 failed', 0),
    ('a program without TAP', [('OK', '')], [], '1 passed, 0 failed', 0),
    ('one test of two fails', [('ERROR', 'ok 1 /a\nnot ok 2 /b\n')], [], '1 passed, 1 failed', 1),
    ('a crash after a good test', [('FAIL', 'ok 1 /a\n')], [], '1 passed, 1 failed', 1),
    ('a time-out', [('TIMEOUT', '')], [], '0 passed, 1 failed', 1),
    ('a skipped test', [('OK', 'ok 1 /a\nok 2 /b # SKIP no screen\n')], [], '1 passed, 0 failed', 0),
    ('a broken build beside good tests', [('OK', 'ok 1 /a\n')], ['--broken', '1'], '1 passed, 1 failed', 1),
    ('no test at all', [], [], '0 passed, 1 failed', 1),
]


def the_verdict_counts_what_happened():
    for name, results, options, line, status in CASES:
        records = [{'name': 'x', 'result': result, 'stdout': stdout} for result, stdout in results]
        got = verdict(records, *options)
        if got != (line, status):
            yield '%s: expected %s, got %s' % (name, (line, status), got)


tap.main([
    shell_scripts_parse,
    wrong_use_is_refused,
    the_verdict_counts_what_happened,
])
