# SPDX-License-Identifier: GPL-3.0-or-later
"""A way through the window in steps, told in TAP.

A Journey knows the pages of the window; run() walks its steps, keeps a picture
of the one that failed, and wants a program that ended well and wrote no
warning.
"""
import os
import re
import sys
import time
import traceback

from driver import Program, Screen, wait_for

# Key, and what the page is called for a screen reader.
PAGES = {
    'overview': ('alt+1', 'StewardOverviewPage|概览'),
    'assessment': ('alt+2', 'StewardAssessmentPage|研判'),
    'plan': ('alt+3', 'StewardPlanPage|方案'),
    'flowchart': ('alt+4', 'StewardFlowchartPage|流程图'),
    'timeline': ('alt+5', 'StewardTimelinePage|进度图'),
    'documents': ('alt+6', 'StewardDocumentsPage|文书'),
}
CONTAINERS = ('filler', 'panel', 'grouping')


class Journey:
    """Arguments of the test: the program, the folder for the pictures, stewardctl."""
    name = 'journey'

    def __init__(self, screen, program, pictures, ctl):
        self.screen, self.command, self.pictures, self.ctl = screen, program, pictures, ctl
        self.complaints = []
        self.start()

    def start(self, *arguments):
        self.program = Program(self.screen, self.command, *arguments)
        self.pages = {}

    def stop(self):
        self.program.key('ctrl+q')
        assert self.program.wait() == 0, 'exit status %s' % self.program.process.returncode
        self.complaints += self.program.complaints()

    def the_window_closes(self):
        self.stop()

    def show(self, page):
        """Turns to a page by key and returns its widget once it has its place."""
        key, names = PAGES[page]
        self.program.key(key)
        time.sleep(0.3)
        if page not in self.pages:
            self.pages[page] = wait_for('page ' + page, lambda: self.find_page(re.compile('^(%s)$' % names)))
        return self.pages[page]

    def find_page(self, names):
        # All pages have their place in one stack, so the first page found leads
        # to the others without a walk through the long form. Either the place or
        # the page in it has the name.
        known = next(iter(self.pages.values()), None)
        if known:
            places = self.program.children(known.get_parent().get_parent())
            nodes = [node for place in places for node in [place] + self.program.children(place)]
        else:
            nodes = self.program.matches(name=names)
        return next((node for node in nodes
                     if names.search(node.get_name() or '') and node.get_role_name() in CONTAINERS), None)

    def texts(self, page):
        return self.program.texts(self.show(page))

    def picture(self, name):
        self.program.screenshot(os.path.join(self.pictures, '%s-%s.png' % (self.name, name)))


def walk(journey, steps):
    """TRUE when all steps were taken."""
    failed = False
    for number, step in enumerate(steps, 1):
        name = '/journey/' + step.__name__.replace('_', '-')
        if failed:
            print('not ok %d %s\n# the step before it failed' % (number, name))
            continue
        begin = time.monotonic()
        try:
            step(journey)
            print('ok %d %s\n# %.1f s' % (number, name, time.monotonic() - begin), flush=True)
        except Exception:
            failed = True
            print('not ok %d %s' % (number, name))
            print('# ' + traceback.format_exc().replace('\n', '\n# '), flush=True)
            journey.picture('failed-%d' % number)
    return not failed


def run(kind, steps):
    steps = steps + [kind.the_window_closes]
    print('1..%d' % (len(steps) + 1), flush=True)
    with Screen() as screen:
        journey = kind(screen, *sys.argv[1:])
        good = walk(journey, steps)
        complaints = journey.complaints or journey.program.complaints()
        print('%sok %d /journey/no-warning-was-written' % ('not ' if complaints else '', len(steps) + 1))
        for line in complaints:
            print('# ' + line)
    sys.exit(0 if good and not complaints else 1)
