#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every box of the 研判表 can be reached and decided by its label: the labelled
ones are ticked, the blank slots typed into, and all of it is on the paper.

Boxes are found by their accessible names, as a screen reader finds them; they
are gone through with the arrow keys, ticked with space, typed into and entered.
"""
import json
import os
import pathlib
import re
import subprocess

from driver import Atspi, wait_for
from journey import Journey, run

PACK = pathlib.Path(__file__).resolve().parents[2] / 'data' / 'packs' / 'jincheng-2022.json'
CHECKED = Atspi.StateType.CHECKED
ROLES = ('check box', 'text')
# Keys cannot type Chinese.
TYPED = 'zz%02d'


def boxes():
    """Labels of the labelled boxes, and titles of the blank slots, in order."""
    pack = json.loads(PACK.read_text('utf-8'))
    names = {entry['id']: entry['name'] for entry in pack['items'] + pack['materials']}
    stages = {stage['id']: stage.get('form_name') or stage['name'] for stage in pack['stages']}
    labels, slots = [], []
    for part in pack['assessment']['parts']:
        for group in part['groups']:
            for box in group.get('boxes', []):
                if box.get('blank'):
                    slots.append(group.get('title') or stages[part['stage']])
                else:
                    labels.append(box.get('label') or box.get('fee') or names[box.get('item') or box['material']])
    return labels, slots


def squeeze(text):
    return re.sub(r'\s', '', text)


class EveryBoxJourney(Journey):
    name = 'every-box'

    def start(self, *arguments):
        path = os.path.join(self.screen.folder, 'empty.steward')
        self.run('new', '--pack', 'jincheng-2022', '-o', path)
        self.n_ticked = self.n_typed = 0
        super().start(path)

    def run(self, *words):
        done = subprocess.run([self.ctl, *words], env=self.screen.environment, capture_output=True, text=True,
                              timeout=60, check=False)
        assert done.returncode == 0, 'stewardctl %s: %s' % (' '.join(words), done.stderr)
        return done.stdout

    def stops(self, node):
        """What can be ticked or typed into, in the order of the page."""
        role = node.get_role_name()
        if role in ROLES:
            yield role, node.get_name() or '', node
            return
        for child in self.program.children(node):
            yield from self.stops(child)

    def press(self, keys):
        if keys:
            self.screen.output_of('xdotool', 'key', '--delay', '15', *keys)
        self.n_ticked += keys.count('space')

    def stored(self):
        line = self.run('store', 'list', '--format', 'json').splitlines()[0]
        return json.loads(self.run('store', 'export', json.loads(line)['id'], '-o', '-'))

    # The steps, in order.

    def every_box_is_there_by_its_label(self):
        self.labels, self.slots = boxes()
        assert (len(self.labels), len(self.slots)) == (96, 18), (len(self.labels), len(self.slots))
        # The parts of the form come one after the other, and a button to each.
        page = self.show('assessment')
        self.program.find('push button', re.compile('：.*竣工验收'), page)
        self.form = list(self.stops(page))
        self.checks = [node for role, _, node in self.form if role == 'check box'][:96]
        self.blanks = [(name, node) for role, name, node in self.form
                       if role == 'text' and name.startswith('空白栏')][:18]
        names = [node.get_name() for node in self.checks]
        assert sorted(names) == sorted(self.labels), set(names) ^ set(self.labels)
        told = [re.split('[：:]', name, maxsplit=1)[1].strip() for name, _ in self.blanks]
        assert sorted(told) == sorted(self.slots), (told, self.slots)

    def every_box_is_decided_by_keys(self):
        # Down goes from box to box, but not out of a text of several lines.
        keys, last = [], False
        for role, name, node in self.form:
            if role == 'check box' and keys.count('space') + self.n_ticked == 96:
                break
            if role == 'check box' and not last:
                self.press(keys)
                keys = []
                self.program.tab_to(node)
            slot = role == 'text' and name.startswith('空白栏')
            last = role == 'check box' or (last and slot)
            if last and slot:
                self.n_typed += 1
                keys += [*(TYPED % self.n_typed), 'Return', 'Down']
            elif last:
                keys += ['space', 'Down']
        self.press(keys)
        wait_for('96 ticks', lambda: all(self.program.has(node, CHECKED) for node in self.checks))
        self.picture('1-ticked')

    def all_is_on_the_disk(self):
        project = wait_for('114 decisions', lambda: (found := self.stored()) and len(found.get('rows', [])) == 18
                           and len(found['ticks']) == 96 and found)
        assert all(tick['on'] for tick in project['ticks'].values())
        self.path = os.path.join(self.screen.folder, 'full.steward')
        with open(self.path, 'w', encoding='utf-8') as file:
            json.dump(project, file)

    def all_is_on_the_paper(self):
        pdf = os.path.join(self.screen.folder, 'form.pdf')
        self.run('form', 'assessment', self.path, '-o', pdf)
        text = squeeze(subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, text=True, timeout=60,
                                      check=True).stdout)
        missing = [label for label in self.labels if squeeze(label) not in text]
        missing += [number for number in range(1, 19) if TYPED % number not in text]
        assert not missing, 'not on the paper: %s' % missing


run(EveryBoxJourney, [EveryBoxJourney.every_box_is_there_by_its_label,
                      EveryBoxJourney.every_box_is_decided_by_keys,
                      EveryBoxJourney.all_is_on_the_disk,
                      EveryBoxJourney.all_is_on_the_paper])
