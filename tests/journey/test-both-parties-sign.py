#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The project unit signs the entrustment, and then it and the steward sign the
closing form, in the window, with keys that are made for this run."""
from driver import wait_for
from journey import run
from papers import PASSWORD, STEWARD, UNIT, PapersJourney

INTACT = '文书完整且未改动'


class SignJourney(PapersJourney):
    name = 'sign'

    def start(self, *arguments):
        self.keys = {'unit': self.make_key('unit', UNIT), 'steward': self.make_key('steward', STEWARD)}
        super().start(*arguments)

    def sign(self, party):
        """Ctrl+G, the file of the key, its password, and the answer."""
        self.program.key('ctrl+g')
        self.window('^签署文书$')
        self.program.key('alt+h')
        self.choose_file('密钥和证书', self.keys[party])
        self.type(PASSWORD)
        self.program.key('alt+s')
        self.wait_for_end('签署文书')

    # The steps, in order.

    def the_unit_signs_the_entrustment(self):
        self.turn_to('委托书')
        self.sign('unit')
        texts = self.read(INTACT)
        assert '1. 项目单位，签名人“%s”' % UNIT in texts, texts
        self.picture('1-entrustment')
        self.close_paper()
        signed = [paper for paper in self.documents('entrustment') if paper['state'] == 'signed']
        assert [mark['signer'] for mark in signed[0]['signatures']] == [UNIT], signed

    def the_unit_signs_the_closing_form(self):
        self.turn_to('办结单')
        self.sign('unit')
        assert '2. ' not in self.read(INTACT)

    def the_steward_signs_below(self):
        self.sign('steward')
        self.read('^2[.] 项目长，签名人“%s”' % STEWARD)
        texts = self.read(INTACT)
        # What the unit signed is as it was, and says what came after it.
        assert texts.count('完整，所签内容与签名时一致') == 2, texts
        assert '签名之后：只增加了后续的签名' in texts, texts
        assert '与留存的文书完全一致' in texts, texts
        # A certificate that anybody can make does not prove who signed.
        assert '签名人身份未经证明' in texts, texts
        self.picture('2-both')

    def both_are_on_record(self):
        self.close_paper()
        signed = wait_for('record', lambda: [paper for paper in self.documents('closing')
                                             if len(paper.get('signatures', [])) == 2])
        assert [mark['signer'] for mark in signed[0]['signatures']] == [UNIT, STEWARD], signed
        assert [mark['field'] for mark in signed[0]['signatures']] == ['unit', 'steward'], signed


run(SignJourney, [SignJourney.the_unit_signs_the_entrustment, SignJourney.the_unit_signs_the_closing_form,
                  SignJourney.the_steward_signs_below, SignJourney.both_are_on_record])
