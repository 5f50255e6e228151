#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A steward opens a sample and ticks an item; plan, dates and drawings follow.

Arguments: the program, the folder for the pictures. Speaks TAP. Only keys are
used, so the journey also says that the way can be gone without a mouse.
"""
import os
import re
import sys
import time
import traceback

from driver import Atspi, Program, Screen, wait_for

SAMPLE = '虚构云冈广场商业综合体项目'
# The only item of its block, last on the main flow: without it the block and
# its days are gone.
ITEM = '房屋建筑和市政基础设施工程竣工验收备案'
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
CHECKED = Atspi.StateType.CHECKED


class Journey:
    def __init__(self, screen, program, pictures):
        self.program = Program(screen, program)
        self.pictures = pictures
        self.pages = {}

    def show(self, page):
        """Turns to a page by key and returns its widget once it has its place."""
        key, names = PAGES[page]
        self.program.key(key)
        time.sleep(0.3)
        if page not in self.pages:
            self.pages[page] = wait_for('page ' + page, lambda: self.find_page(re.compile('^(%s)$' % names)))
        return self.pages[page]

    def find_page(self, names):
        # All pages are children of one stack, so the first page found leads
        # to the others without a walk through the long form.
        known = next(iter(self.pages.values()), None)
        nodes = self.program.children(known.get_parent()) if known else self.program.matches(name=names)
        return next((node for node in nodes
                     if names.search(node.get_name() or '') and node.get_role_name() in CONTAINERS), None)

    def picture(self, name):
        self.program.screenshot(os.path.join(self.pictures, name + '.png'))

    def toggle(self, on):
        box = self.program.find('check box', ITEM, self.show('assessment'))
        self.program.tab_to(box)
        self.program.key('space')
        wait_for('%s “%s”' % ('tick at' if on else 'empty box at', ITEM),
                 lambda: self.program.has(box, CHECKED) == on)

    def texts(self, page):
        return self.program.texts(self.show(page))

    def facts(self):
        """What each page says about the project, to be compared later."""
        overview = self.texts('overview')
        return {
            'days': next((text for text in overview if re.fullmatch(r'\d{1,3}', text)), None),
            'finish': sorted({text for text in overview if re.search(r'\d{4}-\d\d-\d\d|\d{4}年', text)}),
            'plan': any(ITEM in text for text in self.texts('plan')),
            'flowchart': any(ITEM in text for text in self.texts('flowchart')),
            'flowchart drawing': self.program.pixels(self.show('flowchart')),
            'timeline drawing': self.program.pixels(self.show('timeline')),
        }

    # The steps, in order.

    def a_sample_opens_by_keyboard(self):
        row = self.program.find('list item', re.compile(SAMPLE))
        self.program.tab_to(row)
        self.program.key('Return')
        self.program.find('frame', re.compile(SAMPLE))
        self.show('overview')
        self.picture('1-overview')

    def the_plan_has_the_item(self):
        self.before = self.facts()
        assert self.before['days'] == '34', 'approval days of the sample: %s' % self.before['days']
        assert self.before['plan'], 'the plan does not list the item'
        assert self.before['flowchart'], 'the flowchart does not show the item'

    def clearing_the_tick_shortens_the_plan(self):
        self.toggle(False)
        self.picture('2-assessment-cleared')
        self.without = self.facts()
        assert int(self.without['days']) < 34, 'still %s days' % self.without['days']
        assert self.without['finish'] != self.before['finish'], 'the dates did not change'
        assert not self.without['plan'], 'the plan still lists the item'
        assert not self.without['flowchart'], 'the flowchart still shows the item'
        for drawing in ('flowchart drawing', 'timeline drawing'):
            assert self.without[drawing] != self.before[drawing], 'the %s did not change' % drawing

    def ticking_brings_everything_back(self):
        self.toggle(True)
        self.picture('3-assessment-ticked')
        after = self.facts()
        for fact in ('days', 'finish', 'plan', 'flowchart'):
            assert after[fact] == self.before[fact], '%s: %s is not %s' % (fact, after[fact], self.before[fact])
        for drawing in ('flowchart drawing', 'timeline drawing'):
            assert after[drawing] == self.before[drawing], 'the %s is not as before' % drawing
        for number, page in enumerate(('plan', 'flowchart', 'timeline', 'documents'), 4):
            self.show(page)
            time.sleep(1 if page == 'documents' else 0.2)
            self.picture('%d-%s' % (number, page))

    def the_window_closes_without_complaint(self):
        self.program.key('ctrl+q')
        assert self.program.wait() == 0, 'exit status %s' % self.program.process.returncode


def main():
    steps = [Journey.a_sample_opens_by_keyboard, Journey.the_plan_has_the_item,
             Journey.clearing_the_tick_shortens_the_plan, Journey.ticking_brings_everything_back,
             Journey.the_window_closes_without_complaint]
    print('1..%d' % (len(steps) + 1), flush=True)
    failed = False
    with Screen() as screen:
        journey = Journey(screen, sys.argv[1], sys.argv[2])
        for number, step in enumerate(steps, 1):
            name = '/journey/' + step.__name__.replace('_', '-')
            if failed:
                print('not ok %d %s\n# the step before it failed' % (number, name))
                continue
            try:
                step(journey)
                print('ok %d %s' % (number, name), flush=True)
            except Exception:
                failed = True
                print('not ok %d %s' % (number, name))
                print('# ' + traceback.format_exc().replace('\n', '\n# '), flush=True)
                journey.picture('failed-%d' % number)
        complaints = journey.program.complaints()
        print('%sok %d /journey/no-warning-was-written' % ('not ' if complaints else '', len(steps) + 1))
        for line in complaints:
            print('# ' + line)
    sys.exit(1 if failed or complaints else 0)


main()
