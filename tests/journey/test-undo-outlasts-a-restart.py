#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A project comes from the questionnaire into the list, is found by the initials
of its name, and three changes are undone, before and after a restart.

Another program writes and reads the same database all the while.
"""
import json
import os
import re
import subprocess
import time

from driver import Atspi, wait_for
from journey import PAGES, Journey, run

NAME, INITIALS = '虚构晨光路小学新建工程', 'cglxx'
SAMPLE = '虚构云冈广场商业综合体项目'
BOXES = ('建设项目环境影响评价', '固定资产投资项目节能审查', '生产建设项目水土保持方案')
CHECKED = Atspi.StateType.CHECKED


class UndoJourney(Journey):
    name = 'undo'

    def store(self, *words):
        done = subprocess.run([self.ctl, 'store', *words], env=self.screen.environment, capture_output=True,
                              text=True, timeout=60, check=False)
        assert done.returncode == 0, 'stewardctl store %s: %s' % (' '.join(words), done.stderr)
        return done.stdout

    def log(self):
        return [json.loads(line) for line in self.store('log', '--format', 'json').splitlines()]

    def start(self, *arguments):
        super().start(*arguments)
        self.known = {}

    def once(self, role, name, page=None):
        """A widget that stays: looking through the long form for it takes its time."""
        if name not in self.known:
            self.known[name] = self.program.find(role, name, self.show(page) if page else None)
        return self.known[name]

    def undo_button(self):
        return self.once('push button', re.compile('^撤销')).get_name()

    def redo_button(self):
        return self.once('push button', re.compile('^重做')).get_name()

    def ticked(self):
        return [self.program.has(self.once('check box', name, 'assessment'), CHECKED) for name in BOXES]

    def wait_for_ticks(self, *ticks):
        # A page that is not shown catches up when it is.
        self.show('assessment')
        wait_for('ticks %s' % (ticks,), lambda: self.ticked() == list(ticks))

    def projects(self):
        """The lines of the list, as a screen reader tells them."""
        names = [node.get_name() for node in self.program.matches('panel', root=self.once('list', '项目'))]
        return [name for name in names if name.startswith('虚构')]

    # The steps, in order.

    def the_questionnaire_makes_a_project(self):
        self.program.find('list', '示例')
        self.program.key('ctrl+n')
        self.program.find('menu item', re.compile('大同'))
        self.program.key('Return')
        # What an input method would do: keys cannot type Chinese.
        Atspi.EditableText.set_text_contents(self.program.find('text', '项目名称'), NAME)
        self.program.find('frame', NAME)
        self.program.click(self.program.find('push button', re.compile('^问题'), self.show('assessment')))
        for _ in range(3):
            self.program.key('space')
            time.sleep(0.3)
            self.program.key('Down', 'Return', 'Tab')
            time.sleep(0.3)
        self.picture('1-hints')
        self.program.click(self.program.find('push button', re.compile('^全部采纳'), self.show('assessment')))
        label = wait_for('ticks from hints', lambda: next(self.program.matches(
            'label', re.compile('已勾选 [1-9]'), self.show('assessment')), None))
        assert label, 'accepted hints ticked nothing'
        wait_for('the project in the list', lambda: any(name.startswith(NAME) for name in self.projects()))
        assert len(self.log()) >= 5, 'answers and ticks are not in the log: %s' % self.log()

    def what_another_program_writes_appears(self):
        path = os.path.join(self.screen.folder, 'sample.steward')
        subprocess.run([self.ctl, 'new', '--pack', 'datong-2025', '--sample', '-o', path],
                       env=self.screen.environment, capture_output=True, timeout=60, check=True)
        self.store('import', path)
        wait_for('two projects', lambda: len(self.projects()) == 2)

    def looking_around_changes_nothing(self):
        before = self.log()
        for page in PAGES:
            self.show(page)
            self.program.key('Page_Down', 'Page_Up')
        self.program.key('alt+0')
        self.program.find('frame', '项目长')
        self.picture('2-today')
        assert self.log() == before, 'looking was logged: %s' % self.log()[len(before):]

    def initials_find_it(self):
        before = self.log()
        self.program.key('ctrl+k')
        time.sleep(0.2)
        for letter in INITIALS:
            self.program.key(letter)
        wait_for('only %s' % NAME, lambda: (found := self.projects()) and len(found) == 1
                 and found[0].startswith(NAME))
        self.picture('3-found')
        self.program.key('Return')
        self.program.find('frame', NAME)
        self.program.key('ctrl+k', 'Escape')
        wait_for('all projects again', lambda: len(self.projects()) == 2)
        assert self.log() == before, 'searching was logged: %s' % self.log()[len(before):]

    def three_changes_are_undone(self):
        for name in BOXES:
            self.program.click(self.once('check box', name, 'assessment'))
        self.wait_for_ticks(True, True, True)
        self.labels = [entry['label'] for entry in wait_for(
            'three entries', lambda: [entry for entry in self.log()[-3:] if entry['label'].startswith('勾选')]
            if len(self.log()) > 3 else None)]
        assert len(self.labels) == 3, 'labels of three ticks: %s' % self.labels
        # Each from another page: undo belongs to the project, not to a page.
        for page, label, ticks in (('assessment', self.labels[2], (True, True, False)),
                                   ('plan', self.labels[1], (True, False, False)),
                                   ('overview', self.labels[0], (False, False, False))):
            self.show(page)
            if page == 'overview':
                # A field's own undo would empty it. The toast may lie over its middle.
                self.program.click(self.program.find('text', '项目名称', self.show(page)), 0.1)
            wait_for('undo of ' + label, lambda wanted=label: self.undo_button() == '撤销“%s”' % wanted)
            self.program.key('ctrl+z')
            wait_for('redo of ' + label, lambda wanted=label: self.redo_button() == '重做“%s”' % wanted)
            self.wait_for_ticks(*ticks)
        self.program.find('frame', NAME)
        self.picture('4-undone')

    def a_restart_keeps_what_can_be_redone(self):
        self.stop()
        self.start()
        self.program.find('frame', NAME)
        self.wait_for_ticks(False, False, False)
        for label, ticks in ((self.labels[0], (True, False, False)), (self.labels[1], (True, True, False)),
                             (self.labels[2], (True, True, True))):
            wait_for('redo of ' + label, lambda wanted=label: self.redo_button() == '重做“%s”' % wanted)
            self.program.key('ctrl+shift+z')
            self.wait_for_ticks(*ticks)
        wait_for('nothing to redo', lambda: self.redo_button() == '重做')
        self.picture('5-redone')

    def the_log_is_whole(self):
        entries = self.log()
        assert [entry['sequence'] for entry in entries] == list(range(1, len(entries) + 1)), 'gaps in the log'
        assert sum(1 for entry in entries if entry['undoes']) == 6, 'three undone and redone: %s' % entries
        self.store('verify')


run(UndoJourney, [UndoJourney.the_questionnaire_makes_a_project,
                  UndoJourney.what_another_program_writes_appears,
                  UndoJourney.looking_around_changes_nothing,
                  UndoJourney.initials_find_it,
                  UndoJourney.three_changes_are_undone,
                  UndoJourney.a_restart_keeps_what_can_be_redone,
                  UndoJourney.the_log_is_whole])
