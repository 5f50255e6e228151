#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A steward opens a sample and ticks an item; plan, dates and drawings follow.

Only keys are
used, so the journey also says that the way can be gone without a mouse.
"""
import re
import time

from driver import Atspi, wait_for
from journey import Journey, run

SAMPLE = '虚构云冈广场商业综合体项目'
# The only item of its block, last on the main flow: without it the block and
# its days are gone.
ITEM = '房屋建筑和市政基础设施工程竣工验收备案'
CHECKED = Atspi.StateType.CHECKED


class TickJourney(Journey):
    name = 'tick'

    def toggle(self, on):
        box = self.program.find('check box', ITEM, self.show('assessment'))
        self.program.tab_to(box)
        self.program.key('space')
        wait_for('%s “%s”' % ('tick at' if on else 'empty box at', ITEM),
                 lambda: self.program.has(box, CHECKED) == on)

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


run(TickJourney, [TickJourney.a_sample_opens_by_keyboard, TickJourney.the_plan_has_the_item,
                  TickJourney.clearing_the_tick_shortens_the_plan, TickJourney.ticking_brings_everything_back])
