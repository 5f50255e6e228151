#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Habits of the source tree that no compiler checks."""
import re

import tap

MAX_FILE_LINES = 700
MAX_FUNCTION_LINES = 60

CODE = ('.c', '.h', '.ui', '.css', '.py', '.sh', '.build', '.yml', '.xml', '.in', '.svg',
        '.page', '.po', '.supp', '.desktop')


def wants_licence(name):
    if name.startswith('tests/') and ('/data/' in name or '/golden/' in name or '/corpus/' in name):
        return False
    if name.endswith(CODE):
        return True
    return name in ('run', 'check', '.ci/run', '.editorconfig', '.clang-format',
                    'po/POTFILES', 'po/LINGUAS', 'help/LINGUAS', 'meson_options.txt')


def every_file_names_its_licence():
    for name in tap.tracked():
        if wants_licence(name) and 'SPDX-License-Identifier:' not in tap.read(name)[:600]:
            yield '%s: no SPDX-License-Identifier in the first lines' % name


def files_are_short():
    for name in tap.tracked('.c', '.h', '.py', '.ui', '.sh'):
        lines = tap.read(name).count('\n')
        if lines > MAX_FILE_LINES:
            yield '%s: %d lines, at most %d' % (name, lines, MAX_FILE_LINES)


def functions_are_short():
    """A function of the GNOME style opens and closes in the first column."""
    for name in tap.tracked('.c'):
        start = None
        for number, line in enumerate(tap.read(name).split('\n'), 1):
            if line == '{':
                start = number
            elif line.startswith('}') and start is not None:
                if line == '}' and number - start + 1 > MAX_FUNCTION_LINES:
                    yield '%s:%d: function of %d lines, at most %d' % (
                        name, start, number - start + 1, MAX_FUNCTION_LINES)
                start = None


def headers_are_guarded():
    for name in tap.tracked('.h'):
        if '#pragma once' not in tap.read(name):
            yield '%s: no #pragma once' % name


def no_marks_of_unfinished_work():
    mark = re.compile(r'\b(TO' r'DO|FIX' r'ME|X' r'XX)\b')
    for name in tap.tracked('.c', '.h', '.py', '.ui', '.sh', '.build'):
        for number, line in enumerate(tap.read(name).split('\n'), 1):
            if mark.search(line):
                yield '%s:%d: %s' % (name, number, line.strip())


def nothing_belongs_to_one_machine():
    """No folder of a person or a machine, no address of a package mirror."""
    place = re.compile(r'(?<![\w.])/(?:home|root|Users|work|srv)/\w' r'|\.\./shar' r'ed/'
                       r'|(?:deb|ftp[\w.]*|snapshot|mirrors?[\w.]*)\.(?:debian|ubuntu)\.(?:org|com)')
    for name in tap.tracked():
        if name == 'tests/house/test-sources.py' or name.endswith('.png'):
            continue
        try:
            text = tap.read(name)
        except UnicodeDecodeError:
            continue        # a malformed input of a test
        for number, line in enumerate(text.split('\n'), 1):
            if place.search(line):
                yield '%s:%d: %s' % (name, number, line.strip()[:100])


def public_headers():
    return [name for name in tap.tracked('.h')
            if name.startswith('src/') and not name.endswith('-private.h')]


def blocks(text):
    """Runs of lines without an empty line between them, comments kept whole."""
    block, inside = [], 0
    in_comment = False
    for number, line in enumerate(text.split('\n') + [''], 1):
        if line.strip() == '' and inside == 0 and not in_comment:
            if block:
                yield block
            block = []
            continue
        if '/*' in line:
            in_comment = True
        if '*/' in line:
            in_comment = False
        if not in_comment:
            inside += line.count('{') - line.count('}')
        block.append((number, line))


DECLARES = re.compile(r'^(typedef\s+(struct|enum|union)\b.*(\{|$)|G_DECLARE_|[A-Za-z_].*\bsteward_\w+\s*\()')
FUNCTION = re.compile(r'\b(steward_\w+)\s*\(')


def words_of(type_name):
    return re.sub(r'(?<!^)(?=[A-Z])', '_', type_name).lower()


def is_forward(line, documented):
    """A type named early that is documented where it is defined."""
    found = re.match(r'typedef struct _(Steward\w+) \1;$', line)
    return found is not None and words_of(found.group(1)) + '_' in documented


def public_headers_are_documented():
    """Every type and every group of functions has a comment right above it.

    A group may do without when all its functions are named after a type that
    is documented in the same header (its constructor, destructor, getters).
    """
    for name in public_headers():
        text = tap.read(name)
        documented = tuple(words_of(found) + '_'
                           for found in re.findall(r'^ \* (?:STEWARD_TYPE_)?(Steward\w+):', text, re.M))
        above = ''
        for block in blocks(text):
            first = block[0][1].strip()
            commented = first.startswith('/*') or above.endswith('*/')
            above = block[-1][1].strip()
            body = [(number, line) for number, line in block
                    if DECLARES.match(line) and 'G_DEFINE_AUTOPTR' not in line
                    and not is_forward(line, documented)]
            if not body or commented or '/*' in block[0][1]:
                continue
            types = [line for _, line in body if line.startswith(('typedef', 'G_DECLARE_'))]
            functions = [found for _, line in body for found in FUNCTION.findall(line)]
            macro_above = any(line.startswith('G_DECLARE_') for line in types)
            if (not types or macro_above) and documented and \
                    all(function.startswith(documented) for function in functions):
                continue
            yield '%s:%d: no comment above: %s' % (name, block[0][0], block[0][1].strip()[:70])


def every_room_is_described():
    text = tap.read('src/DESIGN.md')
    rooms = {name.split('/')[1] for name in tap.tracked('meson.build') if name.count('/') == 2 and name.startswith('src/')}
    told = set(re.findall(r'^\*\*(\w+)\*\* – ', text, re.M))
    for room in sorted(rooms ^ told):
        yield 'src/DESIGN.md and src/ do not agree about the room %s' % room


tap.main([
    every_file_names_its_licence,
    files_are_short,
    functions_are_short,
    headers_are_guarded,
    no_marks_of_unfinished_work,
    nothing_belongs_to_one_machine,
    public_headers_are_documented,
    every_room_is_described,
])
