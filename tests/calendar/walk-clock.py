#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A slow clock that walks from day to day, made without looking at the fast one.

It reads the notices beside it, and writes the table of questions and answers
that the fast clock must give (clock-vectors.tsv). With --check FILE it says
whether that table is still what it would write.
"""
import argparse
import datetime
import math
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
DAY = datetime.timedelta(days=1)
DATE = re.compile(r'(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日')
YELLOW_DAYS, YELLOW_PERCENT = 1, 30     # the thresholds when a pack names none
COLUMNS = ['from', 'days', 'extension', 'from counts', 'pauses', 'finished', 'as of',
           'due', 'used', 'remaining', 'light', 'provisional']


def read_dates(text, year):
    dates, month = [], None
    for found in DATE.finditer(text):
        year = int(found[1] or year)
        month = int(found[2] or month)
        dates.append(datetime.date(year, month, int(found[3])))
    return dates


def read_notices():
    """The blocks of days off, in order, and the days made up for."""
    blocks, work = [], set()
    for line in (HERE / 'notices.txt').read_text('utf-8').splitlines():
        if not line or line.startswith('#'):
            continue
        year, rest = line.split(' ', 1)
        off, _, made_up = rest.partition('放假')
        span = read_dates(off, int(year))
        first, last = span[0], span[-1]
        if '与周末连休' in made_up:
            while (first - DAY).weekday() >= 5:
                first -= DAY
            while (last + DAY).weekday() >= 5:
                last += DAY
        blocks.append((first, last))
        work.update(read_dates(made_up, int(year)))
    return blocks, work


class Clock:
    def __init__(self):
        self.blocks, self.work = read_notices()
        self.off = {first + i * DAY for first, last in self.blocks
                    for i in range((last - first).days + 1)}

    def works(self, day):
        return day in self.work or (day.weekday() < 5 and day not in self.off)

    def counts(self, day, question):
        start = question['from']
        first_counts = question['from_counts'] and question['total'] > 0
        if day < start or (day == start and not first_counts) or not self.works(day):
            return False
        return not any(a < day and (b is None or day <= b) for a, b in question['pauses'])

    def due(self, question):
        """None: an open pause keeps it from ever coming."""
        day, left = question['from'], question['total']
        for _ in range(3000):
            if left == 0:
                return day
            if self.counts(day, question):
                left -= 1
                if left == 0:
                    return day
            day += DAY
        return None

    def ask(self, question):
        finished, as_of = question['finished'], question['as_of']
        if finished and finished > as_of:
            finished = None
        stop = finished or as_of
        if finished:            # a pause that is open ends with the decision
            question = dict(question, pauses=[(a, b or finished) for a, b in question['pauses']])
        due, used, day = self.due(question), 0, question['from']
        while day <= stop:
            used += self.counts(day, question)
            day += DAY
        remaining = question['total'] - used
        return {'due': due, 'used': used, 'remaining': remaining,
                'light': self.light(question, finished, due, remaining),
                'provisional': self.is_provisional(question, due, stop)}

    def is_provisional(self, question, due, stop):
        """A day that may count, up to the due day and to today, lies in a year
        without a notice."""
        first = question['from']
        if question['total'] > 0 and not question['from_counts']:
            first += DAY
        last = max(first, stop, due or first)
        return first.year < 2020 or last.year > 2026

    def light(self, question, finished, due, remaining):
        as_of = question['as_of']
        if as_of < question['from']:
            return 'not-started'
        if finished:
            return 'done-late' if due and finished > due else 'done'
        if due and as_of > due:
            return 'red'
        # The day a procedure begins still counts, but is one of its days.
        if any(a <= as_of and (b is None or a < b and as_of <= b) for a, b in question['pauses']):
            return 'paused'
        share = math.ceil(question['total'] * YELLOW_PERCENT / 100)
        return 'green' if remaining > max(YELLOW_DAYS, share) else 'yellow'


def make_question(start, days, as_of, *, extension=0, from_counts=False, pauses=(), finished=None):
    return {'from': start, 'days': days, 'extension': extension, 'from_counts': from_counts,
            'pauses': list(pauses), 'finished': finished, 'as_of': as_of,
            'total': days + extension}


def around_holidays(clock):
    """Every holiday of every year: cases accepted shortly before, asked in it
    and after it; decided on its last day and on the day after."""
    for n, (first, last) in enumerate(clock.blocks):
        before, after = first - (1 + n % 4) * DAY, last + (1 + n % 6) * DAY
        yield make_question(before, n % 3, first)
        yield make_question(before, 3 + n % 5, last)
        yield make_question(before, 5 + n % 16, after, from_counts=n % 2 == 0)
        yield make_question(before, 7, after + 20 * DAY, extension=n % 11, finished=after)
        yield make_question(first, 1 + n % 10, after, from_counts=True)
        yield make_question(before - 5 * DAY, 10, last, pauses=[(before, last + (n % 5) * DAY)])
        yield make_question(before - 9 * DAY, 4 + n % 20, after, extension=n % 4,
                            pauses=[(before - 3 * DAY, first), (before, after)], finished=last)


def around_work(clock):
    """Every day made up for: accepted, due, paused and decided on it."""
    for n, day in enumerate(sorted(clock.work)):
        yield make_question(day, 1 + n % 5, day + 3 * DAY, from_counts=n % 2 == 1)
        yield make_question(day - 3 * DAY, 2, day, finished=day)
        yield make_question(day - 6 * DAY, 5, day + 2 * DAY, pauses=[(day - DAY, day)])
        yield make_question(day - 2 * DAY, 8, day, pauses=[(day - (n % 2) * DAY, None)])


def beyond_the_calendar():
    for n in range(1, 8):
        start = datetime.date(2026, 12, 31) - 3 * n * DAY
        yield make_question(start, 3 * n, start)
        yield make_question(start, 3 * n + 5, start + 2 * n * DAY, pauses=[(start + DAY, start + 4 * n * DAY)])


def write_day(day):
    return day.isoformat() if day else '-'


def write_row(question, answer):
    pauses = ' '.join(f'{write_day(a)}..{write_day(b)}' for a, b in question['pauses'])
    return '\t'.join(map(str, [
        write_day(question['from']), question['days'], question['extension'],
        int(question['from_counts']), pauses or '-', write_day(question['finished']),
        write_day(question['as_of']), write_day(answer['due']), answer['used'],
        answer['remaining'], answer['light'], int(answer['provisional'])]))


def make_table():
    clock = Clock()
    questions = [*around_holidays(clock), *around_work(clock), *beyond_the_calendar()]
    rows = [write_row(question, clock.ask(question)) for question in questions]
    return '\n'.join(['# SPDX-License-Identifier: GPL-3.0-or-later',
                      '# Written by walk-clock.py.', '# ' + '\t'.join(COLUMNS), *rows, ''])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--check', metavar='FILE', type=pathlib.Path)
    options = parser.parse_args()
    if not options.check:
        sys.stdout.write(make_table())
    elif options.check.read_text('utf-8') != make_table():
        sys.exit(f'{options.check} is not what walk-clock.py writes')


if __name__ == '__main__':
    main()
