#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`stewardctl levers`, tried from outside on the built binary.

Usage: test-levers.py STEWARDCTL
"""
import json

from ctl import FAILED, FOLDER, USAGE, fails, fresh_plan, good, main, test


def levers(*words):
    return json.loads(good("levers", *words, "--as-of", "2026-03-02", "--format", "json").out)


@test
def levers_tell_what_they_save():
    told = levers(fresh_plan())
    by_id = {lever["lever"]: lever for lever in told["levers"]}
    assert list(by_id) == ["parallel", "deferral", "commitment"] and "scenario" not in told
    assert by_id["deferral"]["saved"] == by_id["deferral"]["saved_approval"] == 8
    assert by_id["deferral"]["eligible"] == "open" and by_id["deferral"]["reasons"]
    assert by_id["deferral"]["gate"] and by_id["deferral"]["agree"]
    assert [lever["on"] for lever in told["levers"]] == [True, False, False], "none is on by itself"
    text = good("levers", fresh_plan(), "--as-of", "2026-03-02").out
    assert "saves 8 working days" in text and "☐ 容缺受理" in text and "☑ 并联审批" in text


@test
def levers_ask_for_the_credit_record():
    for standing, eligible in (("good", "yes"), ("breach", "no"), ("repaired", "yes")):
        told = levers(fresh_plan(credit={"standing": standing}))
        assert [lever["eligible"] for lever in told["levers"]] == ["yes", eligible, eligible], standing


@test
def levers_are_tried_out():
    path = fresh_plan()
    before = path.read_bytes()
    told = levers(path, "--with", "deferral", "--without", "parallel:dt.s1.eia")
    assert told["scenario"]["approval_days_now"] == 34
    # By itself in the order of the list: one item before it, three behind it.
    assert told["scenario"]["approval_days"] == 34 - 8 + 2 * 7
    assert told["scenario"]["saved"] == told["scenario"]["saved_approval"] == 8 - 2 * 7 and told["scenario"]["rows"]
    assert [lever["on"] for lever in told["levers"]] == [True, True, False]
    assert path.read_bytes() == before
    text = good("levers", path, "--with", "deferral", "--as-of", "2026-03-02").out
    assert "Saved: 8 working days" in text


@test
def levers_are_listed_for_each_item():
    told = levers(fresh_plan(), "--items", "deferral")
    saved = {lever["item"]: lever["saved"] for lever in told["levers"]}
    assert saved["dt.s2.construction-planning-permit"] == 3 and saved["dt.s1.eia"] == 0


@test
def decided_levers_are_on():
    path = fresh_plan(levers={"deferral": {"on": True, "by": "科"}})
    told = levers(path)
    lever = told["levers"][1]
    assert lever["on"] and lever["decided"] and lever["saved"] == 8


@test
def wrong_levers_are_wrong_usage():
    other = FOLDER / "jc.steward"
    good("new", "--pack", "jincheng-2022", "--sample", "-o", other)
    fails(USAGE, "no lever “dancing”", "levers", fresh_plan(), "--with", "dancing")
    fails(USAGE, "no item “nothing”", "levers", fresh_plan(), "--with", "deferral:nothing")
    fails(USAGE, "for each item", "levers", other, "--with", "commitment")
    fails(FAILED, "no lever “dancing”", "levers", fresh_plan(), "--items", "dancing")
    fails(USAGE, "not a date", "levers", fresh_plan(), "--as-of", "soon")
    fails(USAGE, "", "levers")


main("levers")
