#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new project takes over what was decided about a similar one, by keys alone,
and one undo takes it away again."""
import json
import os
import re
import subprocess
import time

from driver import wait_for
from journey import Journey, run

NAME = 'xinchang'


class LikeJourney(Journey):
    name = 'like'

    def start(self, *arguments):
        path = os.path.join(self.screen.folder, 'school.steward')
        self.run('new', '--pack', 'jincheng-2022', '--sample', '-o', path)
        with open(path, encoding='utf-8') as file:
            self.source = json.load(file)
        super().start(path)
        self.program.find('frame', re.compile('虚构'))

    def run(self, *words):
        done = subprocess.run([self.ctl, *words], env=self.screen.environment, capture_output=True, text=True,
                              timeout=60, check=False)
        assert done.returncode == 0, 'stewardctl %s: %s' % (' '.join(words), done.stderr)
        return done.stdout

    def projects(self):
        return [json.loads(line) for line in self.run('store', 'list', '--format', 'json').splitlines()]

    def windows(self):
        return len(self.program.children(self.program.root))

    # The steps, in order.

    def what_is_taken_is_told(self):
        self.program.key('ctrl+shift+n')
        wait_for('window', lambda: self.windows() == 2)
        window = self.program.children(self.program.root)[1]
        # The kind of the project finds it as well as its name.
        self.program.key(*'qy')
        self.program.key('Return')
        self.program.find(None, re.compile('带入 %d 项' % len(self.source['ticks'])), window)
        texts = '\n'.join(self.program.texts(window))
        for words in ('带入的内容', '研判表的勾选', '不带入的内容', '项目名称', '办件'):
            assert words in texts, words
        self.picture('1-chosen')

    def the_new_one_has_it(self):
        # Enter led from the search to the name.
        self.program.key(*NAME, 'Return')
        wait_for('end of the window', lambda: self.windows() == 1)
        self.program.find('frame', re.compile(NAME))
        self.picture('2-made')
        made = next(line for line in self.projects() if line['name'] == NAME)
        made = json.loads(self.run('store', 'export', made['id'], '-o', '-'))
        assert {box: tick['on'] for box, tick in made['ticks'].items()} \
            == {box: tick['on'] for box, tick in self.source['ticks'].items()}
        assert made['texts'] == self.source['texts'] and made['answers'] == self.source['answers']
        assert [row['text'] for row in made['rows']] == [row['text'] for row in self.source['rows']]
        assert not made.get('cases') and 'unit' not in made['facts'] and 'contact' not in made['facts']

    def one_undo_takes_it_away(self):
        # Off the name, where undo would be that of the typing.
        self.program.key('alt+3')
        time.sleep(0.5)
        self.program.key('ctrl+z')
        wait_for('one project', lambda: len(self.projects()) == 1)
        self.picture('3-undone')
        self.program.key('ctrl+shift+z')
        wait_for('two projects', lambda: len(self.projects()) == 2)


run(LikeJourney, [LikeJourney.what_is_taken_is_told, LikeJourney.the_new_one_has_it,
                  LikeJourney.one_undo_takes_it_away])
