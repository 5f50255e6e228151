#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two boxes of the flowchart are linked, once with the mouse and once with keys.

The project that comes of it is the same, and undo brings the one before back.
"""
import json
import re
import subprocess
import time

from driver import wait_for
from journey import Journey, run

SAMPLE = '虚构云冈广场商业综合体项目'
FIRST, SECOND = '建设工程质量监督注册', '安全监督备案'


class LinkJourney(Journey):
    name = 'link'

    def store(self, *words):
        done = subprocess.run([self.ctl, 'store', *words], env=self.screen.environment, capture_output=True,
                              text=True, timeout=60, check=False)
        assert done.returncode == 0, 'stewardctl store %s: %s' % (' '.join(words), done.stderr)
        return done.stdout

    def saved(self):
        """The project as it is on the disk, without the times of day."""
        project = json.loads(self.store('list', '--format', 'json').splitlines()[0])['id']
        return re.sub(r'T\d\d:\d\d:\d\d', 'T', self.store('export', project, '-o', '-'))

    def wait_for_project(self, what, good):
        wait_for(what, lambda: good(self.saved()))
        time.sleep(0.5)      # until it is drawn
        return self.saved()

    def box(self, name):
        return self.program.find('push button', re.compile(name), self.show('flowchart'))

    def mouse(self, *words):
        self.screen.output_of('xdotool', *map(str, words))
        time.sleep(0.1)

    # The steps, in order.

    def the_flowchart_is_edited(self):
        row = self.program.find('list item', re.compile(SAMPLE))
        self.program.tab_to(row)
        self.program.key('Return')
        self.program.find('frame', re.compile(SAMPLE))
        self.show('flowchart')
        self.program.key('ctrl+e')
        self.before = self.saved()

    def a_drag_links_two_boxes(self):
        begin, end = (self.program.middle(self.box(name)) for name in (FIRST, SECOND))
        self.mouse('mousemove', *begin)
        # No key until it is let go: xdotool would let go itself.
        self.mouse('mousedown', 1)
        self.mouse('mousemove', (begin[0] + end[0]) // 2, (begin[1] + end[1]) // 2)
        self.mouse('mousemove', *end)
        assert self.saved() == self.before, 'something was changed before it was let go'
        self.mouse('mouseup', 1)
        self.dragged = self.wait_for_project('link that is dragged', lambda project: project != self.before)
        assert '"links"' in self.dragged, 'there is no link'
        self.picture('1-dragged')
        self.program.key('ctrl+z')
        self.wait_for_project('project without the link', lambda project: project == self.before)

    def keys_make_the_same(self):
        self.program.tab_to(self.box(FIRST))
        self.program.key('l')
        self.program.tab_to(self.box(SECOND))
        self.program.key('Return')
        typed = self.wait_for_project('link by keys', lambda project: project != self.before)
        assert typed == self.dragged, 'keys make something else than the mouse'
        self.picture('2-typed')
        # The same once more takes it away.
        self.program.tab_to(self.box(FIRST), 'shift+Tab')
        self.program.key('l')
        self.program.tab_to(self.box(SECOND))
        self.program.key('Return')
        self.wait_for_project('link that is taken away', lambda project: project == self.before)


run(LinkJourney, [LinkJourney.the_flowchart_is_edited, LinkJourney.a_drag_links_two_boxes,
                  LinkJourney.keys_make_the_same])
