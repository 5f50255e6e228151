#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A header of a room that may not be used cannot even be included.

Compiles one line with the very flags of a room, taken from the build folder
(first argument): a header of its own layer or below must be found, one above
must not. If somebody adds an include folder too many, this fails.
"""
import json
import os
import shlex
import subprocess
import sys

import tap

BUILD = sys.argv[1]

# room, a header it may use, a header it must not be able to see
CASES = [
    ('base', 'steward-error.h', 'steward-pack.h'),
    ('base', 'steward-json.h', 'steward-calendar.h'),
    ('calendar', 'steward-json.h', 'steward-pack.h'),
    ('catalog', 'steward-clock.h', 'steward-project.h'),
    ('project', 'steward-pack.h', 'steward-network.h'),
    ('schedule', 'steward-project.h', 'steward-flowchart.h'),
    ('schedule', 'steward-plan.h', 'cairo.h'),
    ('store', 'steward-digest.h', 'steward-flowchart.h'),
    ('store', 'steward-schedule.h', 'steward-project-file.h'),
    ('drawing', 'steward-schedule.h', 'steward-paper.h'),
    ('drawing', 'steward-schedule.h', 'steward-database.h'),
    ('signature', 'steward-file.h', 'steward-project.h'),
    ('scan', 'steward-pdf-verify.h', 'steward-project.h'),
    ('scanner', 'steward-scan.h', 'steward-project.h'),
    ('document', 'steward-flowchart.h', 'steward-project-file.h'),
    ('exchange', 'steward-paper.h', 'gtk/gtk.h'),
    ('ctl', 'steward-project-file.h', 'gtk/gtk.h'),
    ('ctl', 'steward-database.h', 'gtk/gtk.h'),
    ('ctl', 'steward-paper.h', 'adwaita.h'),
]


def flags_of_rooms():
    with open(os.path.join(BUILD, 'compile_commands.json'), encoding='utf-8') as file:
        commands = json.load(file)
    flags = {}
    for command in commands:
        parts = os.path.normpath(os.path.join(BUILD, command['file'])).split(os.sep)
        if 'src' not in parts[:-2]:
            continue
        room = parts[len(parts) - 2]
        words = shlex.split(command['command'])
        # The compiler may be two words, as in `ccache cc`.
        first = next(i for i, word in enumerate(words) if word.startswith('-'))
        keep = [word for word in words[first:] if word.startswith(('-I', '-D', '-isystem'))]
        flags.setdefault(room, (command['directory'], words[:first], keep))
    return flags


def compiles(room, header, flags):
    directory, compiler, words = flags[room]
    source = '#include <%s>\nint room;\n' % header if '/' in header or not header.startswith('steward') \
        else '#include "%s"\nint room;\n' % header
    done = subprocess.run([*compiler, *words, '-fsyntax-only', '-x', 'c', '-'], input=source,
                          cwd=directory, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stderr


def headers_of_lower_rooms_are_found():
    flags = flags_of_rooms()
    for room, allowed, _ in CASES:
        good, message = compiles(room, allowed, flags)
        if not good:
            yield '%s should be able to include %s: %s' % (room, allowed, message)


def headers_of_higher_rooms_are_not_found():
    flags = flags_of_rooms()
    for room, _, forbidden in CASES:
        good, message = compiles(room, forbidden, flags)
        if good:
            yield '%s must not be able to include %s' % (room, forbidden)
        elif 'No such file' not in message:
            yield '%s with %s failed for another reason: %s' % (room, forbidden, message)


tap.main([
    headers_of_lower_rooms_are_found,
    headers_of_higher_rooms_are_not_found,
])
