#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese interface is complete: every string is found and translated."""
import pathlib
import re
import subprocess
import tempfile

import tap

KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
CALL = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext) ?\(|translatable="(?:yes|true|1)"')
CUT = re.compile(r'\b(?:_|N_|C_|ngettext) ?\((?:[^()"]|"(?:[^"\\]|\\.)*")*?\b(G_G\w+_(?:FORMAT|MODIFIER))')


def potfiles():
    return [line for line in tap.read('po/POTFILES').split('\n') if line and not line.startswith('#')]


def languages(folder):
    return [line for line in tap.read(folder + '/LINGUAS').split('\n') if line and not line.startswith('#')]


def gettext(*command):
    done = subprocess.run(command, cwd=tap.ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError('%s: %s' % (command[0], done.stderr))
    return done.stdout


def entries(po, *options):
    """msgids that msgattrib leaves over, without the header entry."""
    text = gettext('msgattrib', '--no-wrap', '--no-obsolete', *options, str(po))
    found = re.findall(r'^msgid (".*"(?:\n".*")*)', text, re.M)
    return [entry for entry in found if entry != '""']


def every_file_with_strings_is_listed():
    listed = set(potfiles())
    for name in sorted(listed):
        if not (tap.ROOT / name).is_file():
            yield 'po/POTFILES lists %s, which is not there' % name
    for name in tap.tracked('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in', '.gschema.xml', '.mime.xml.in'):
        if not name.startswith(('src/', 'data/')) or name in listed:
            continue
        if not name.startswith('src/') or CALL.search(tap.read(name)):
            yield '%s has strings for users and is missing in po/POTFILES' % name


def no_string_is_cut_by_a_macro():
    """xgettext reads the macros of inttypes.h, but ends a string at GLib's."""
    for name in tap.tracked('.c'):
        for found in CUT.finditer(tap.read(name)):
            yield '%s: a translated string goes through %s; write PRId64 and the like' % (name, found[1])


def incomplete(po, template):
    with tempfile.TemporaryDirectory() as folder:
        merged = pathlib.Path(folder) / 'merged.po'
        gettext('msgmerge', '-q', '--no-fuzzy-matching', '-o', str(merged), po, str(template))
        for entry in entries(merged, '--untranslated'):
            yield '%s: not translated: %s' % (po, entry)
        for entry in entries(merged, '--only-fuzzy'):
            yield '%s: fuzzy: %s' % (po, entry)


def every_string_of_the_program_is_translated():
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / 'steward.pot'
        gettext('xgettext', '--from-code=UTF-8', '-o', str(template),
                *('--keyword=' + word for word in KEYWORDS), *potfiles())
        if len(entries(template)) < 20:
            yield 'xgettext found hardly any string: the test looks in the wrong place'
        for language in languages('po'):
            yield from incomplete('po/%s.po' % language, template)


def every_paragraph_of_the_help_is_translated():
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / 'help.pot'
        gettext('itstool', '-o', str(template), *tap.tracked('.page'))
        for language in languages('help'):
            yield from incomplete('help/%s/%s.po' % (language, language), template)


def translations_are_well_formed():
    for name in tap.tracked('.po'):
        done = subprocess.run(['msgfmt', '--check', '--check-accelerators=_', '-o', '/dev/null', name],
                              cwd=tap.ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            yield from done.stderr.splitlines()


tap.main([
    every_file_with_strings_is_listed,
    no_string_is_cut_by_a_macro,
    every_string_of_the_program_is_translated,
    every_paragraph_of_the_help_is_translated,
    translations_are_well_formed,
])
