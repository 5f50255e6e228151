#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample projects show what the program is for, and are plainly fictional.

Whether they can be read is the reader's to say. Here: that nobody can take
them for a real project, that their codes have the shape and check digits of
real ones, that events fall on working days, and that every kind of event and
every light is there to be seen on the day the tests pretend it is.
"""
import collections
import datetime
import json
import pathlib
import re
import sys

from checks import none, run, same

DATA = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "data"
AS_OF = datetime.date(2026, 8, 12)
DAY = datetime.timedelta(1)
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def load(path):
    return json.loads(path.read_text("utf-8"))


SAMPLES = {path.stem: load(path) for path in sorted((DATA / "samples").glob("*.steward"))}
PACKS = {path.stem: load(path) for path in (DATA / "packs").glob("*-*.json")}


def official_days():
    off, work = set(), set()
    for year in load(DATA / "calendar" / "official.json")["years"]:
        for holiday in year["holidays"]:
            off.update(datetime.date.fromisoformat(day) for day in holiday["off"])
        work.update(datetime.date.fromisoformat(day) for day in year["work"])
    return off, work


OFF, WORK = official_days()


def is_working(day):
    return day in WORK or (day.weekday() < 5 and day not in OFF)


def packs_of(sample):
    city = PACKS[sample["pack"]["id"]]
    return [city] + [PACKS[name] for name in city.get("supplements", [])]


def days(case, *statuses):
    return [datetime.date.fromisoformat(event["day"]) for event in case.get("events", [])
            if event["status"] in statuses]


def limit_of(sample, case):
    """Promised limit, else the one of the item, else its block's."""
    if "limit" in case:
        return case["limit"] + case.get("extension", 0)
    for pack in packs_of(sample):
        blocks = {block["id"]: block.get("limit") for block in pack.get("blocks", [])}
        for item in pack.get("items", []):
            if item["id"] == case["item"]:
                return item.get("limit", blocks.get(item.get("block")))
    return None


def light(sample, case):
    """The legal clock in its plainest form: one day after the other."""
    accepted, finished = days(case, 3), days(case, 11, 12)
    limit = limit_of(sample, case)
    if not accepted:
        return "not started"
    pauses = list(zip(days(case, 9), days(case, 10) + [datetime.date.max]))
    day, used = accepted[0], 0
    while day < (finished[0] if finished else AS_OF):
        day += DAY
        used += is_working(day) and not any(start < day <= end for start, end in pauses)
    if limit is None:
        return "no limit"
    if finished:
        return "finished" if used <= limit else "finished late"
    if pauses and pauses[-1][1] > AS_OF:
        return "paused"
    left = limit - used
    return "red" if left < 0 else "yellow" if left <= max(1, -(-limit * 30 // 100)) else "green"


def test_three_samples():
    same({name: sample["pack"]["id"] for name, sample in SAMPLES.items()},
         {"datong-complex": "datong-2025", "jincheng-factory": "jincheng-2022", "jincheng-school": "jincheng-2022"},
         "samples")
    for name, sample in SAMPLES.items():
        same(sample["pack"]["version"], PACKS[sample["pack"]["id"]]["version"], name + " pack version")


def test_samples_are_plainly_fictional():
    for name, sample in SAMPLES.items():
        facts = sample["facts"]
        none([key for key in ("name", "unit", "place", "plot", "note") if "虚构" not in facts[key]], name + " not fictional")
        none([key for key in ("contact", "steward") if not facts[key].endswith("示例")], name + " names of people")
        none([case["number"] for case in sample["cases"] if "虚构" not in case.get("number", "虚构")], name + " numbers")
        if not re.fullmatch(r"0\d{2,3}-000000\d", facts["phone"]):
            raise AssertionError(f"{name}: a telephone somebody might have")
        none(re.findall(r"(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])", json.dumps(sample, ensure_ascii=False)), name + " identity numbers")


def test_codes_have_their_check_digits():
    for name, sample in SAMPLES.items():
        code = sample["facts"]["code"]
        if not re.fullmatch(r"\d{4}-\d{6}-\d{2}-\d{2}-\d{6}", code):
            raise AssertionError(f"{name}: {code}")
        product = 10
        for digit in code.replace("-", "")[:19]:
            product = ((product + int(digit)) % 10 or 10) * 2 % 11
        same(int(code[-1]), (11 - product) % 10, name + " project code")
        credit = sample["facts"]["credit_code"]
        same(len(credit), 18, name + " credit code")
        total = sum(CREDIT.index(sign) * pow(3, place, 31) for place, sign in enumerate(credit[:17]))
        same(CREDIT.index(credit[17]), (31 - total % 31) % 31, name + " credit code")


def test_everything_points_into_the_pack():
    for name, sample in SAMPLES.items():
        groups = [group for pack in packs_of(sample) for part in pack["assessment"]["parts"] for group in part["groups"]]
        boxes = {box["id"]: box for group in groups for box in group.get("boxes", [])}
        items = {item["id"] for pack in packs_of(sample) for item in pack["items"]}
        none([box for box in sample["ticks"] if box not in boxes or "blank" in boxes[box]], name + " ticks")
        none([row["id"] for row in sample["rows"] if "blank" not in boxes.get(row["box"], {})], name + " rows")
        none([text for text in sample["texts"] if text not in {group["id"] for group in groups if group.get("text")}], name + " texts")
        ticked = {boxes[box].get("item") for box, tick in sample["ticks"].items() if tick["on"]}
        rows = {row["id"] for row in sample["rows"]}
        none([case["item"] for case in sample["cases"] if case["item"] not in rows
              and (case["item"] not in items or case["item"] not in ticked)], name + " cases of items not ticked")
        questions = {question["id"] for pack in packs_of(sample) for question in pack.get("questions", [])}
        none(set(sample["answers"]) - questions, name + " answers to nothing")


def test_datong_uses_every_item():
    sample = SAMPLES["datong-complex"]
    items = {item["id"] for item in PACKS["datong-2025"]["items"]}
    same(len(items), 27, "items of the pack")
    same({case["item"] for case in sample["cases"]}, items, "items with a case")
    none([case["item"] for case in sample["cases"] if "limit" in case], "promised limits that change the 34 days")


def test_jincheng_cases_have_promised_limits():
    for name in ("jincheng-factory", "jincheng-school"):
        none([case["item"] for case in SAMPLES[name]["cases"] if "limit" not in case], name + " without a limit")


def test_events_are_in_order_and_on_working_days():
    for name, sample in SAMPLES.items():
        for case in sample["cases"]:
            found = days(case, *range(1, 16))
            same(found, sorted(found), f"{name} {case['item']}")
            none([str(day) for day in found if not is_working(day)], f"{name} {case['item']} on a day off")
            none([str(day) for day in found if day > AS_OF], f"{name} {case['item']} in the future")
        none([entry["day"] for entry in sample["ledger"]
              if not is_working(datetime.date.fromisoformat(entry["day"]))], name + " ledger on a day off")


def test_every_kind_of_event_is_shown():
    seen = collections.Counter(event["status"] for sample in SAMPLES.values()
                               for case in sample["cases"] for event in case.get("events", []))
    none({1, 3, 6, 7, 9, 10, 11, 12} - set(seen), "statuses nobody has")
    same({case.get("mode", "normal") for sample in SAMPLES.values() for case in sample["cases"]},
         {"normal", "deferral", "commitment"}, "modes")
    none([name for name, sample in SAMPLES.items()
          if not (sample["entrustment"]["signed_on"] and sample["closings"] and sample["ledger"] and sample["suggestion"]
                  and sample["activities"])], "samples with an empty paper")


def test_every_light_is_shown():
    seen = {name: {light(sample, case) for case in sample["cases"]} for name, sample in SAMPLES.items()}
    same(seen["jincheng-factory"], {"finished", "not started", "green", "yellow", "red", "paused"}, "factory")
    same(seen["jincheng-school"], {"finished", "finished late", "not started", "green", "yellow", "paused"}, "school")
    same(seen["datong-complex"], {"finished", "finished late", "not started", "no limit", "yellow", "paused"}, "complex")


def test_the_schema_takes_them():
    try:
        import jsonschema
    except ImportError:
        return "python3-jsonschema is not installed"
    validator = jsonschema.Draft7Validator(load(DATA / "project.schema.json"))
    for name, sample in SAMPLES.items():
        none([f"{list(error.path)}: {error.message[:120]}" for error in validator.iter_errors(sample)], name)
        linked = dict(sample, links={"a b": {"by": "虚构"}})
        none([error.message[:120] for error in validator.iter_errors(linked)], f"{name} with a link")
        if validator.is_valid(dict(sample, surprise=1)) or validator.is_valid(dict(sample, links={"a": {}})):
            raise AssertionError("the schema lets unknown keys or half a link pass")
    return None


run(dict(globals()))
