#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole meeting about a project of 27 items, by keys alone: who came, what each
bureau says of each item, a power cut in the middle, minutes, the papers, undo.

The keys that lead through it are counted; what is typed in words is not.
"""
import os
import re
import subprocess
import time

from driver import wait_for
from journey import Journey, run

WORDS = 'buzheng'
MINUTES = 'tongyi'
# More keys than this means that a default or a shortcut was lost: one for each
# slide and screen, one for the rest of each, and what is said besides.
MOST_KEYS = 40


class MeetingJourney(Journey):
    name = 'meeting'
    keys = 0

    def start(self, *arguments):
        file = os.path.join(self.screen.folder, 'a.steward')
        if not os.path.exists(file):
            subprocess.run([self.ctl, 'new', '--pack', 'datong-2025', '--sample', '-o', file], check=True)
            arguments = (file,)
        super().start(*arguments)
        self.program.find('frame', re.compile('虚构'))

    def press(self, *keys):
        self.keys += len(keys)
        self.program.key(*keys)
        time.sleep(0.3)

    def papers(self):
        names = [window.get_name() for window in self.program.children(self.program.root)]
        return [match for name in names for match in re.findall('会商意见书|会议纪要', name)]

    def windows(self):
        return len(self.program.children(self.program.root))

    def desk(self):
        """The window on the desk; the form in the main window is a long way through."""
        return next(window for window in self.program.children(self.program.root) if window.get_name() == '会议')

    def slide(self):
        """Number of the slide and its title."""
        return self.program.find('label', re.compile(r'^\d/\d：'), self.desk()).get_name()

    def heard(self):
        """How many opinions of the stage were given, and asked for."""
        label = self.program.find('label', re.compile(r'^已表态 \d+/\d+$'), self.desk())
        return tuple(int(number) for number in re.findall(r'\d+', label.get_name()))

    def next_slide(self):
        """Over all screens of a stage; a slow machine must not be a slide behind."""
        before = self.slide()
        while self.slide() == before:
            self.press('Page_Down')
            time.sleep(0.7)

    # The steps, in order.

    def it_is_noted_who_came(self):
        time.sleep(1)
        self.press('F5')
        wait_for('both windows', lambda: self.windows() == 3)
        time.sleep(1)
        self.press('Page_Down', '2', 'a')
        wait_for('second slide', lambda: self.slide().startswith('2/8'))
        self.picture('1-attendance')

    def each_bureau_is_heard_on_each_item(self):
        self.next_slide()
        # The approval bureau is excused: its items are passed over.
        self.press('1', '2')
        self.program.key(*WORDS)
        self.press('Return')
        wait_for('opinions', lambda: self.heard()[0] == 2)
        self.picture('2-stage')
        self.press('a')
        self.first_stage = self.heard()
        for _ in range(3):
            self.next_slide()
            self.press('a')
        said, asked = self.heard()
        assert 0 < said < asked, '%d of %d' % (said, asked)

    def a_power_cut_loses_nothing(self):
        # Written a moment after the last change.
        time.sleep(2)
        self.complaints += self.program.complaints()
        self.program.process.kill()
        self.program.process.wait()
        self.start()
        time.sleep(1)
        self.press('F5')
        wait_for('question', lambda: self.windows() == 2)
        self.press('Return')
        wait_for('both windows', lambda: self.windows() == 3)
        time.sleep(1)
        self.press('Page_Down', 'Page_Down')
        assert self.heard() == self.first_stage, self.heard()
        self.picture('3-again')

    def the_whole_project_is_judged(self):
        self.press('o', 'a')
        self.picture('4-opinions')
        self.press('Page_Down', 'm')
        self.program.key(*MINUTES)
        texts = wait_for('minutes among what was decided', lambda: [
            label for label in self.program.matches('label', re.compile(MINUTES), self.desk())])
        assert texts
        self.picture('5-decisions')

    def it_ends_with_its_papers(self):
        self.press('Escape', 'Escape')
        wait_for('question', lambda: self.windows() == 4)
        self.press('Return')
        wait_for('papers', lambda: {'会商意见书', '会议纪要'} <= set(self.papers()))
        self.picture('6-papers')
        print('# %d keys' % self.keys)
        assert self.keys <= MOST_KEYS, '%d keys' % self.keys

    def undo_takes_it_back_at_once(self):
        self.program.key('ctrl+w')
        wait_for('one paper less', lambda: self.windows() == 2)
        self.program.key('ctrl+w')
        wait_for('no paper', lambda: self.windows() == 1)
        time.sleep(0.5)
        self.program.key('ctrl+z')
        # All of it is one step, which could be taken again.
        self.program.find('push button', re.compile('^重做“'))
        self.picture('7-undone')


run(MeetingJourney, [MeetingJourney.it_is_noted_who_came, MeetingJourney.each_bureau_is_heard_on_each_item,
                     MeetingJourney.a_power_cut_loses_nothing, MeetingJourney.the_whole_project_is_judged,
                     MeetingJourney.it_ends_with_its_papers, MeetingJourney.undo_takes_it_back_at_once])
