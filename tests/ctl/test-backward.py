#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`stewardctl backward`, tried from outside on the built binary.

Usage: test-backward.py STEWARDCTL
"""
import json

from ctl import FAILED, FOLDER, GOOD, USAGE, fails, fresh_plan, good, main, run, test

AS_OF = ("--as-of", "2026-03-02")


def backward(status, *words):
    result = run("backward", *words, *AS_OF, "--format", "json")
    assert result.status == status and result.err == "", (words, result)
    return json.loads(result.out)


def sample():
    """A project that asks for papers; nothing of it has happened on the day looked at."""
    path = FOLDER / "sample.steward"
    good("new", "--pack", "datong-2025", "--sample", "--force", "-o", path)
    return path


def construction(status, day, path=None):
    return backward(status, path or fresh_plan(), "--activity", "dt.construction", "--finish-by", day)


@test
def the_forecast_itself_is_just_possible():
    day = construction(GOOD, "2026-12-31")["forecast"]
    just = construction(GOOD, day)
    assert just["possible"] and just["slack"] == 0 and just["why"] == ""
    assert min(row["slack"] for row in just["rows"] if row["bound"] and not row["outside"]) == 0
    assert just["start"] == "2026-03-02"


@test
def a_day_before_the_forecast_is_impossible():
    forecast = construction(GOOD, "2026-12-31")["forecast"]
    assert forecast == "2026-03-31", forecast
    told = construction(FAILED, "2026-03-30")
    assert not told["possible"] and told["slack"] == -1 and told["forecast"] == forecast
    assert "1 working day too late" in told["why"] and "had to begin by 2026-02-28" in told["why"]
    late = [row for row in told["rows"] if row["slack"] < 0]
    assert late and all(row["why"] for row in late)


@test
def later_days_give_more_slack_to_all():
    near, far = construction(GOOD, "2026-09-01"), construction(GOOD, "2026-09-02")
    assert far["slack"] == near["slack"] + 1
    for a, b in zip(near["rows"], far["rows"]):
        assert a["row"] == b["row"] and a["bound"] == b["bound"]
        if a["bound"] and not a["outside"]:
            assert b["slack"] == a["slack"] + 1 and b["latest_start"] > a["latest_start"], a


@test
def papers_are_due_with_the_first_that_needs_them():
    told = construction(GOOD, "2026-09-01", sample())
    rows = {row["row"]: row for row in told["rows"]}
    days = [paper["latest"] for paper in told["papers"]]
    assert days and days == sorted(days)
    for paper in told["papers"]:
        assert paper["used_for"] and not paper["late"] and paper["latest"] == rows[paper["row"]]["latest_start"], paper
    assert any(paper["late"] for paper in construction(FAILED, "2026-03-20", sample())["papers"])


@test
def without_an_activity_the_whole_plan_counts():
    begin, finish = construction(GOOD, "2028-12-29"), backward(GOOD, fresh_plan(), "--finish-by", "2028-12-29")
    assert finish["activity"] == "" and finish["forecast"] > begin["forecast"]
    bound = [sum(row["bound"] for row in told["rows"]) for told in (begin, finish)]
    assert bound[0] < bound[1]
    assert finish["provisional"], "no holidays of that year are published"


@test
def text_lists_rows_and_papers():
    words = ("backward", sample(), "--activity", "dt.construction", *AS_OF, "--finish-by")
    text = good(*words, "2026-09-01").out
    assert text.startswith("“施工” shall begin on 2026-09-01.\nPossible. As things stand")
    assert "Latest start\tLatest end\tSlack\tItem\n" in text and "Hand in by\tPaper\tUsed for\n" in text
    late = run(*words, "2026-03-20")
    assert late.status == FAILED and late.err == "" and "\nAlready impossible. As things stand" in late.out
    table = late.out.split("Slack\tItem\n")[1].split("\n\n")[0].split("\n")
    slacks = [int(line.split("\t")[2]) for line in table]
    assert slacks[0] < 0 and slacks.index(min(slacks)) == 0, "what is too late comes first"
    assert " !\t" in late.out


@test
def wrong_questions_are_wrong_usage():
    fails(USAGE, "--finish-by is missing", "backward", fresh_plan())
    fails(USAGE, "not a date", "backward", fresh_plan(), "--finish-by", "soon")
    fails(USAGE, "no activity “dancing”", "backward", fresh_plan(), "--finish-by", "2026-09-01",
          "--activity", "dancing")
    fails(USAGE, "", "backward", "--finish-by", "2026-09-01")
    fails(FAILED, "none.steward", "backward", "--finish-by", "2026-09-01", FOLDER / "none.steward")


main("backward")
