#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One byte of a signed paper is changed on the disk. Opened again, the window says
in plain words that it is not what was signed; and what was put behind it is told
as well."""
import os
import re

from driver import wait_for
from journey import run
from papers import PASSWORD, UNIT, PapersJourney


class TamperJourney(PapersJourney):
    name = 'tamper'

    def start(self, *arguments):
        key = self.make_key('unit', UNIT)
        password = os.path.join(self.screen.folder, 'password')
        with open(password, 'w', encoding='utf-8') as file:
            file.write(PASSWORD + '\n')
        self.paper = os.path.join(self.screen.folder, 'signed.pdf')
        project = os.path.join(self.screen.folder, 'blank.steward')
        self.tell('new', '--pack', self.pack, '--sample', '-o', project)
        self.tell('form', 'entrustment', project, '-o', self.paper)
        self.tell('sign', '--field', 'unit', '--key', key, '--password-file', password, self.paper)
        super().start(*arguments)

    def open(self):
        self.program.key('ctrl+shift+o')
        self.choose_file('验证 PDF', self.paper)

    # The steps, in order.

    def it_is_intact(self):
        self.open()
        texts = self.read('文书完整且未改动')
        assert '1. 项目单位，签名人“%s”' % UNIT in texts, texts
        self.picture('1-intact')
        self.close_paper()

    def write(self, data):
        with open(self.paper, 'wb') as file:
            file.write(data)

    def one_byte_is_changed(self):
        with open(self.paper, 'rb') as file:
            self.signed = file.read()
        changed = bytearray(self.signed)
        # Somewhere in what is drawn, far from what says how the file is made.
        changed[changed.index(b'stream\n') + 40] ^= 1
        self.write(changed)
        self.open()
        texts = self.read('文书与所签内容不符，不可采信')
        assert '完整性：不完整' in texts, texts
        self.picture('2-changed')
        self.close_paper()

    def something_is_appended(self):
        self.write(self.signed + b'\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')
        self.open()
        texts = self.read('所签内容完整，但文书在签名后有改动')
        assert '请索要原件，或者请对方重新签名' in texts, texts
        self.picture('3-appended')
        self.close_paper()

    def put_back_it_is_intact_again(self):
        self.write(self.signed)
        self.open()
        self.read('文书完整且未改动')
        self.close_paper()


run(TamperJourney, [TamperJourney.it_is_intact, TamperJourney.one_byte_is_changed,
                    TamperJourney.something_is_appended, TamperJourney.put_back_it_is_intact_again])
