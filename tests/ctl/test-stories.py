#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random histories of cases, told by every command and drawing: the figures
never disagree with one another, nor with a clock that walks from day to day."""
import collections
import csv
import datetime
import importlib.util
import io
import json
import pathlib
import random
import subprocess

from ctl import FOLDER, GOOD, good, main, run, test

DAY = datetime.timedelta(days=1)
RECEIVED, ACCEPTED, STARTS, ENDS, GRANTED = 1, 3, 9, 10, 11
ROUNDS = 6
SEED = random.SystemRandom().randrange(1 << 32)
CHANCE = random.Random(SEED)


def load_walking_clock():
    path = pathlib.Path(__file__).resolve().parents[1] / 'calendar' / 'walk-clock.py'
    spec = importlib.util.spec_from_file_location('walk_clock', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WALK = load_walking_clock()
CLOCK = WALK.Clock()


def make_history(handled):
    """A case accepted by the bureau, with procedures one after the other, that
    may overrun its limit, and may be decided."""
    day = datetime.date(2025, 9, 1) + CHANCE.randrange(300) * DAY
    events = [{'status': RECEIVED, 'day': day}, {'status': ACCEPTED, 'day': day}]
    for _ in range(CHANCE.choice([0, 0, 1, 1, 2, 3])):
        day += CHANCE.randrange(1, 9) * DAY
        events.append({'status': STARTS, 'day': day, 'kind': '专家评审'})
        day += CHANCE.randrange(1, 30) * DAY
        events.append({'status': ENDS, 'day': day, 'kind': '专家评审'})
    if CHANCE.random() < 0.3:
        events.append({'status': STARTS, 'day': day, 'kind': '听证'})
    elif CHANCE.random() < 0.5:
        events.append({'status': GRANTED, 'day': day + CHANCE.randrange(25) * DAY})
    handled['limit'] = CHANCE.choice([0, 1, 3, 5, 7, 10, 15, 20])
    handled['extension'] = CHANCE.choice([0, 0, 0, 5, 10])
    handled['events'] = events


def ask(handled, as_of):
    """The story as the walking clock tells it."""
    seen = [event for event in handled['events'] if event['day'] <= as_of]
    pauses, finished = [], None
    for event in seen:
        if event['status'] == STARTS:
            pauses.append((event['day'], None))
        elif event['status'] == ENDS:
            pauses[-1] = (pauses[-1][0], event['day'])
        elif event['status'] == GRANTED:
            finished = event['day']
    if not seen:
        return None
    question = WALK.make_question(seen[0]['day'], handled['limit'], as_of,
                                  extension=handled['extension'], pauses=pauses, finished=finished)
    return question, CLOCK.ask(question)


def make_project():
    good('new', '--pack', 'jincheng-2022', '--sample=jincheng-factory', '-o', 'sample.steward', '--force')
    project = json.loads((FOLDER / 'sample.steward').read_text('utf-8'))
    # Some items are handled in segments: a second case of the same item.
    for handled in list(project['cases']):
        handled['row'] = handled['item']
        if CHANCE.random() < 0.4:
            project['cases'].append(dict(handled, id=handled['id'] + '-2', segment='二期',
                                         row=f"{handled['item']}/{handled['id']}-2"))
    for handled in project['cases']:
        make_history(handled)
    return project


def write(project, name, until=datetime.date.max):
    copy = dict(project)
    copy['cases'] = [dict(handled, events=[dict(event, day=str(event['day'])) for event in handled['events']
                                           if event['day'] <= until])
                     for handled in project['cases']]
    for handled in copy['cases']:
        del handled['row']
    (FOLDER / name).write_text(json.dumps(copy, ensure_ascii=False), 'utf-8')
    return name


def pick_day(project):
    days = [event['day'] for handled in project['cases'] for event in handled['events']]
    return CHANCE.choice(days) + CHANCE.randrange(-2, 12) * DAY


def label(answer):
    """What stands beside the bar of a case."""
    used, remaining = answer['used'], answer['remaining']
    return {
        'done': '当日办结' if used == 0 else f'用{used}天',
        'done-late': '超期' if remaining == 0 else f'超期{-remaining}天',
        'paused': '暂停',
        'red': '超' if remaining == 0 else f'超{-remaining}天',
    }.get(answer['light'], '今天到期' if remaining == 0 else f'剩{remaining}天')


def check_due(question, answer):
    words = ['due', '--from', question['from'], '--days', question['days'], '--extend', question['extension'],
             '--as-of', question['as_of']]
    for start, end in question['pauses']:
        words += ['--pause', f"{start}..{end or ''}"]
    if question['finished']:
        words += ['--finished', question['finished']]
    check_row(json.loads(good(*words).out), answer)


def check_row(row, answer):
    assert (row['due'] or None) == (str(answer['due']) if answer['due'] else None), (row, answer)
    assert int(row['used']) == answer['used'], (row, answer)
    assert int(row['remaining']) == answer['remaining'], (row, answer)
    assert row['light'] == answer['light'], (row, answer)


def make_plan(name, folder, as_of):
    # Fonts that are replaced are told on the standard error.
    result = run('plan', name, '-o', folder, '--as-of', as_of)
    assert result.status == GOOD, result
    plan = json.loads((FOLDER / folder / 'plan.json').read_text('utf-8'))
    return {item['id']: item for stage in plan['stages'] for item in stage['items']}


def read_drawing(folder):
    done = subprocess.run(['pdftotext', '-layout', FOLDER / folder / 'timeline.pdf', '-'],
                          capture_output=True, check=True)
    return ''.join(done.stdout.decode('utf-8').split())


@test
def every_figure_tells_the_same_story():
    for n in range(ROUNDS):
        project = make_project()
        as_of = pick_day(project)
        name, folder = write(project, f'story-{n}.steward'), f'papers-{n}'
        tasks = {row['id']: row for row in json.loads(good('schedule', '--as-of', as_of, name).out)['tasks']}
        lines = {row['id']: row for row in
                 csv.DictReader(io.StringIO(good('schedule', '--as-of', as_of, '--format', 'csv', name).out))}
        items = make_plan(name, folder, as_of)
        labels = collections.Counter()
        for handled in project['cases']:
            story = ask(handled, as_of)
            if story is None:
                continue
            question, answer = story
            check_row(tasks[handled['row']], answer)
            check_row(lines[handled['row']], answer)
            check_row(items[handled['row']], answer)
            check_due(question, answer)
            labels[label(answer)] += 1
        drawn = read_drawing(folder)
        for text, times in labels.items():
            assert drawn.count(text) >= times, (text, times, drawn)


@test
def a_history_replayed_day_by_day_equals_the_whole():
    project = make_project()
    whole = write(project, 'whole.steward')
    days = sorted({event['day'] for handled in project['cases'] for event in handled['events']})
    for day in CHANCE.sample(days, min(len(days), 25)):
        part = write(project, 'part.steward', until=day)
        then = json.loads(good('schedule', '--as-of', day, part).out)
        now = json.loads(good('schedule', '--as-of', day, whole).out)
        for then_row, now_row in zip(then['tasks'], now['tasks']):
            for key in ('id', 'due', 'used', 'remaining', 'light'):
                assert then_row.get(key) == now_row.get(key), (day, key, then_row, now_row)


print(f'# seed {SEED}')
main('stories')
