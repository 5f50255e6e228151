#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper is printed, signed by hand, and its scan attached: what was printed
and what came back are kept together, with the day of signing."""
import hashlib
import os
import re
import struct
import time
import zlib

from driver import wait_for
from journey import run
from papers import PapersJourney

PAPER = '项目审批帮办代办服务委托书'
SIGNED_ON = '2026-08-11'


def picture(path, width=620, height=877):
    """A grey page, as a scanner of an office would send it."""
    def chunk(kind, body):
        return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))

    rows = (b'\0' + b'\xe0' * width) * height
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>2I5B', width, height, 8, 0, 0, 0, 0))
                   + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class ScanJourney(PapersJourney):
    name = 'scan'

    def start(self, *arguments):
        # The printer that is a file writes where the program was started.
        self.command, self.ctl = os.path.abspath(self.command), os.path.abspath(self.ctl)
        os.chdir(self.screen.folder)
        super().start(*arguments)

    def printed_files(self):
        return [name for name in os.listdir(self.screen.folder) if name.endswith('.pdf')]

    # The steps, in order.

    def it_is_printed(self):
        self.turn_to('委托书')
        self.program.key('ctrl+p')
        self.program.find(None, '打印到文件', self.window('^%s$' % PAPER))
        self.program.key('Tab', 'space')
        # The file is offered once the printer is known.
        self.program.find(None, re.compile('[.]pdf$'), self.window('^%s$' % PAPER))
        self.picture('1-printer')
        self.program.key('alt+p')
        self.wait_for_end(PAPER)
        wait_for('file', self.printed_files)

    def what_was_printed_is_on_record(self):
        papers = wait_for('record', lambda: self.documents('entrustment'))
        assert [paper['state'] for paper in papers] == ['printed'], papers
        self.printed = papers[0]
        # The printer gets the bytes that are kept, not another drawing.
        with open(self.printed_files()[0], 'rb') as file:
            assert hashlib.sha256(file.read()).hexdigest() == self.printed['sha256'], self.printed

    def its_scan_is_attached(self):
        scan = os.path.join(self.screen.folder, 'scan.png')
        picture(scan)
        self.program.key('ctrl+i')
        self.choose_file('附扫描件', scan)
        # Enter attaches, so nothing but the day is typed.
        time.sleep(0.5)
        self.program.key('ctrl+a')
        self.type(SIGNED_ON)
        self.picture('2-day')
        self.program.key('Return')
        self.wait_for_end('附扫描件')

    def both_are_kept_together(self):
        papers = wait_for('scan', lambda: [paper for paper in self.documents('entrustment')
                                           if paper['state'] == 'scanned'])
        assert [paper['day'] for paper in papers] == [SIGNED_ON], papers
        printed = self.project()['documents'][papers[0]['of']]
        assert printed['state'] == 'printed' and printed['sha256'] == self.printed['sha256'], printed
        self.picture('3-kept')


run(ScanJourney, [ScanJourney.it_is_printed, ScanJourney.what_was_printed_is_on_record,
                  ScanJourney.its_scan_is_attached, ScanJourney.both_are_kept_together])
