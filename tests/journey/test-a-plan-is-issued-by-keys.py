#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a new project to the issued plan with its PDF, by keys alone.

The keys that are pressed and the seconds they take are counted and told, so
that both can be lowered. Characters that are typed count as keys too.
"""
import re
import time

from driver import Atspi, wait_for
from journey import Journey, run

NAME = 'xugou'
REASON = 'ld'
# More keys than this means that a default or a shortcut was lost.
MOST_KEYS = 18


class IssueJourney(Journey):
    name = 'issue'
    keys = 0
    begin = None

    def press(self, *keys):
        self.keys += len(keys)
        self.program.key(*keys)

    def show_page(self):
        """The page that was just turned to, which is found without another key."""
        return wait_for('page', lambda: self.find_page(re.compile('^(StewardAssessmentPage|研判)$')))

    # The steps, in order.

    def a_new_project_is_named(self):
        self.begin = time.monotonic()
        self.press('ctrl+n')
        wait_for('menu of packs', lambda: next(self.program.matches('menu item'), None))
        self.press('Return')
        self.program.find('frame', re.compile('新项目'))
        # The name is where the keyboard is.
        time.sleep(0.5)
        self.press(*NAME)
        self.program.find('frame', re.compile(NAME))

    def items_are_ticked(self):
        self.press('alt+2')
        # The first box is where the keyboard is.
        box = self.program.find('check box', re.compile('项目备案'), self.show_page())
        wait_for('focus in the form', lambda: self.program.has(box, Atspi.StateType.FOCUSED))
        for _ in range(3):
            self.press('space', 'Down')
        self.picture('1-assessment')

    def the_plan_is_issued(self):
        self.press('alt+3')
        time.sleep(0.5)
        self.press('alt+i')
        # Windows are counted: a search through the long form takes its time.
        wait_for('question', lambda: len(self.program.children(self.program.root)) == 2)
        time.sleep(0.3)
        self.press('Return')
        wait_for('end of the question', lambda: len(self.program.children(self.program.root)) == 1)
        # The editions are only looked at to see that it is done.
        time.sleep(0.5)
        self.program.key('alt+e')
        self.page = wait_for('plan', lambda: self.find_page(re.compile('^(StewardPlanPage|方案)$')))
        self.program.find('list item', re.compile('第 1 版'), self.page)
        seconds = time.monotonic() - self.begin
        self.picture('2-issued')
        print('# %d keys, %.1f s from the new project to the issued plan' % (self.keys, seconds))
        assert self.keys <= MOST_KEYS, '%d keys' % self.keys

    def the_edition_has_its_paper(self):
        self.program.find(None, re.compile('打开 PDF'), self.page)
        self.picture('3-editions')

    def where_little_is_known_a_reason_is_wanted(self):
        # This pack names what has to be known before an assessment.
        self.program.key('ctrl+n')
        wait_for('menu of packs', lambda: next(self.program.matches('menu item'), None))
        self.program.tab_to(self.program.find('menu item', re.compile('晋城')), 'Down', 5)
        self.program.key('Return')
        self.program.find('frame', re.compile('新项目'))
        time.sleep(0.5)
        self.program.key('alt+2')
        time.sleep(1)
        self.program.key('space', 'alt+3')
        time.sleep(0.5)
        self.program.key('alt+i')
        wait_for('question', lambda: len(self.program.children(self.program.root)) == 2)
        question = self.program.children(self.program.root)[1]
        self.program.find(None, re.compile('建设规模'), question)
        self.program.find(None, re.compile('必须明确项目类型'), question)
        # Enter alone issues nothing.
        self.program.key('Return')
        time.sleep(0.3)
        assert len(self.program.children(self.program.root)) == 2
        self.picture('4-open')
        self.program.key(*REASON, 'Return')
        wait_for('end of the question', lambda: len(self.program.children(self.program.root)) == 1)
        time.sleep(0.5)
        self.program.key('alt+e')
        self.program.find('list item', re.compile('第 1 版'), self.page)


run(IssueJourney, [IssueJourney.a_new_project_is_named, IssueJourney.items_are_ticked,
                   IssueJourney.the_plan_is_issued, IssueJourney.the_edition_has_its_paper,
                   IssueJourney.where_little_is_known_a_reason_is_wanted])
