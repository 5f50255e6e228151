# SPDX-License-Identifier: GPL-3.0-or-later
"""What journeys with papers have in common: the page of papers of a project,
windows beside the main one, files that are chosen, keys that are made for the run."""
import json
import os
import re
import subprocess
import time

from driver import wait_for
from journey import Journey

PASSWORD = 'secret-1'
UNIT, STEWARD = '虚构建设公司', '虚构项目长'


class PapersJourney(Journey):
    pack = 'datong-2025'

    def start(self, *arguments):
        path = os.path.join(self.screen.folder, 'project.steward')
        self.tell('new', '--pack', self.pack, '--sample', '-o', path)
        super().start(path, *arguments)
        self.program.find('frame', re.compile('虚构'))

    def tell(self, *words):
        done = subprocess.run([self.ctl, *words], env=self.screen.environment, capture_output=True, text=True,
                              timeout=60, check=False)
        assert done.returncode == 0, 'stewardctl %s: %s' % (' '.join(words), done.stderr)
        return done.stdout

    def make_key(self, party, name):
        """A key and a certificate that nobody but itself vouches for."""
        path = {kind: os.path.join(self.screen.folder, '%s.%s' % (party, kind)) for kind in ('key', 'crt', 'p12')}
        for command in (['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-utf8',
                         '-days', '3650', '-subj', '/CN=' + name, '-keyout', path['key'], '-out', path['crt']],
                        ['pkcs12', '-export', '-inkey', path['key'], '-in', path['crt'], '-out', path['p12'],
                         '-passout', 'pass:' + PASSWORD]):
            subprocess.run(['openssl', *command], check=True, capture_output=True, timeout=30)
        return path['p12']

    def project(self):
        """The project as the database has it."""
        line = json.loads(self.tell('store', 'list', '--format', 'json').splitlines()[0])
        return json.loads(self.tell('store', 'export', line['id'], '-o', '-'))

    def documents(self, form):
        found = self.project().get('documents', {})
        return [document for document in found.values() if document['form'] == form]

    def type(self, text):
        self.screen.output_of('xdotool', 'type', '--clearmodifiers', '--delay', '15', text)

    # Windows beside the main one.

    def windows(self):
        return self.program.children(self.program.root)

    def has_window(self, name):
        """Asks the screen: a window on its way out had better not be asked itself."""
        return bool(self.screen.output_of('xdotool', 'search', '--onlyvisible', '--name', '^%s$' % name).strip())

    def window(self, name):
        name = re.compile(name)
        return wait_for('window ' + name.pattern, lambda: next(
            (window for window in self.windows() if name.search(window.get_name() or '')), None))

    def wait_for_end(self, name):
        wait_for('end of ' + name, lambda: not self.has_window(name))
        time.sleep(0.2)

    def find_chooser(self, title):
        """The window with that title that opens a file; what asks next may be called the same."""
        for window in self.windows():
            if window.get_name() == title and next(self.program.matches('push button', re.compile('打开|Open'), window),
                                                   None):
                return window
        return None

    def choose_file(self, title, path):
        """Types the name of a file where one is asked for."""
        wait_for('chooser ' + title, lambda: self.find_chooser(title))
        self.program.key('ctrl+l', 'ctrl+a')
        self.type(path)
        wait_for('end of the chooser', lambda: self.is_chosen(title))

    def is_chosen(self, title):
        # A chooser takes no name while it still reads its folder.
        self.program.key('Return')
        time.sleep(0.6)
        return not self.has_window(title) or not self.find_chooser(title)

    # The page of papers.

    def walk_back(self, node):
        """Widgets from the last one on: the page of papers lies behind a long form."""
        for child in reversed(self.program.children(node)):
            yield child
            yield from self.walk_back(child)

    def turn_to(self, paper):
        self.program.key('alt+6')
        wanted = re.compile(paper)
        row = wait_for('row ' + paper, lambda: next(
            (node for node in self.walk_back(self.windows()[0]) if node.get_role_name() == 'list item'
             and wanted.search(node.get_name() or '') and self.program.extents(node).width > 0), None))
        self.program.click(row)
        # It is drawn when the button that puts it on record can be pressed.
        time.sleep(1.5)

    def read(self, words):
        """All that the window of a paper says, once it says @words."""
        paper = self.window('[.]pdf$')
        self.program.find(None, re.compile(words), paper)
        return '\n'.join(self.program.texts(paper))

    def close_paper(self):
        self.program.key('Escape')
        wait_for('end of the window', lambda: len(self.windows()) == 1)
