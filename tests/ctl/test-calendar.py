#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of a database: years that were published since, and which dates
they move."""
import json
import re
import sqlite3

from ctl import FAILED, FOLDER, USAGE, fails, good, main, put, run, test

ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//虚构//CN
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20270101
DTEND;VALUE=DATE:20270104
SUMMARY:元旦 假期 第1天/共3天
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20270206
SUMMARY:春节（休）
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20270220
DTEND;VALUE=DATE:20270221
SUMMARY:春节（班）
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART;VALUE=DATE:20270308
SUMMARY:三八妇女节
END:VEVENT
BEGIN:VEVENT
UID:5
DTSTART;VALUE=DATE:20270405
SUMMARY:Qingming
X-APPLE-SPECIAL-DAY:WORK-HOLIDAY
END:VEVENT
BEGIN:VEVENT
UID:6
DTSTART;VALUE=DATE:20260501
SUMMARY:劳动节（休）
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
NOTICE = ("--year", "2027", "--notice", "虚构〔2026〕1号")


def lines(result):
    return [json.loads(line) for line in result.out.splitlines()]


def database(name):
    path = FOLDER / name
    good("store", "init", path)
    good("new", "--pack", "jincheng-2022", "--sample=jincheng-factory", "--force", "-o", "factory.steward")
    good("store", "import", "--db", path, "factory.steward")
    return path


def years(path):
    return {line["year"]: line for line in lines(good("calendar", "list", "--db", path, "--format", "json"))}


@test
def an_ics_file_gives_a_year():
    path = database("ics.db")
    assert 2027 not in years(path) and years(path)[2026]["working_days"] > 240
    good("calendar", "add", "--db", path, *NOTICE, put("2027.ics", ICS.encode()))
    # 261 weekdays, without 元旦 on a Friday and 清明 on a Monday, and one worked Saturday.
    assert years(path)[2027] == {"year": 2027, "working_days": 260, "notice": "虚构〔2026〕1号"}, years(path)[2027]
    assert years(path)[2026]["notice"].startswith("国办发明电")


@test
def days_are_named_by_hand_and_years_add_up():
    path = database("hand.db")
    good("calendar", "add", "--db", path, *NOTICE, "--off", "2027-01-01..2027-01-03=元旦", "--work", "2027-01-09")
    good("calendar", "add", "--db", path, "--year", "2028", "--notice", "二", "--off", "2028-01-03")
    assert [years(path)[year]["working_days"] for year in (2027, 2028)] == [261, 259], years(path)
    good("calendar", "add", "--db", path, *NOTICE, "--off", "2027-01-01")
    assert [years(path)[year]["working_days"] for year in (2027, 2028)] == [260, 259], years(path)


@test
def the_dates_that_move_are_told_and_no_other():
    path = database("moved.db")
    before = {row["id"]: row for row in lines(good("store", "list", "--db", path, "--format", "json"))}
    words = ("calendar", "add", "--db", path, "--format", "json", *NOTICE, "--off", "2027-01-01..2027-12-20=停")
    rehearsed = lines(good(*words, "--dry-run"))
    texts = good(*(word for word in words if word not in ("--format", "json")), "--dry-run").out.splitlines()
    assert 2027 not in years(path)
    # A year that is known has no asterisk.
    short = good("calendar", "add", "--db", path, *NOTICE, "--off", "2027-01-04..2027-01-05", "--dry-run").out
    assert re.search(r"^2027-..-..\* → 2027-..-..  ", short, re.MULTILINE), short
    assert not re.search(r"→ 2027-..-..\*", short), short
    told = lines(good(*words))
    assert told == rehearsed and told, told
    assert all(line["before"] != line["after"] and line["after"] > "2027-01-01" for line in told), told
    # 2028 is not known in either calendar, 2027 not in the one before.
    for line in told:
        assert line["before_provisional"] or line["before"] < "2027", line
        assert line["after_provisional"] == (line["after"] >= "2028"), line
    for line, text in zip(told, texts, strict=True):
        star = {True: "*", False: ""}
        assert text.startswith(line["before"] + star[line["before_provisional"]] + " → " +
                               line["after"] + star[line["after_provisional"]] + "  "), text
    assert any("* → 2028" in text for text in texts), texts
    assert {line["project_name"] for line in told} == {"虚构太行精工智能零部件工厂项目"}
    assert lines(good(*words)) == []
    after = {row["id"]: row for row in lines(good("store", "list", "--db", path, "--format", "json"))}
    assert before.keys() == after.keys()


@test
def what_is_wrong_is_told_and_nothing_changes():
    path = database("wrong.db")
    add = ("calendar", "add", "--db", path)
    for status, message, words in (
            (USAGE, "Expected a calendar file", ()),
            (USAGE, "Expected a calendar file", ("2027.ics",)),
            (USAGE, "Expected a calendar file", ("--year", "20270", "--notice", "x", "--off", "2027-01-01")),
            (FAILED, "2027-01-32", (*NOTICE, "--off", "2027-01-32")),
            (FAILED, "no iCalendar file", (*NOTICE, put("none.ics", "hello"))),
            (FAILED, "none of its 1 events",
             (*NOTICE, put("other.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:休\r\n"
                                        "DTSTART;VALUE=DATE:20260101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))),
            (FAILED, "c.json:1:", (put("c.json", "{"),)),
            (FAILED, "years[0].holidays[0].off[0]",
             (put("d.json", json.dumps({"format": "steward-calendar", "format_version": 1, "years": [
                 {"year": 2027, "notice": "n", "date": "2026-11-01", "work": [],
                  "holidays": [{"name": "h", "off": ["2026-01-01"]}]}]})),))):
        fails(status, message, *add, *words)
    assert 2027 not in years(path)
    assert run("calendar", "add", "--db", FOLDER / "none.db", *NOTICE, "--off", "2027-01-01").status == FAILED


@test
def an_added_year_is_taken_out():
    path = database("remove.db")
    text = ("--format", "json")
    fails(FAILED, "2027", "calendar", "remove", "--db", path, "2027")
    moved = lines(good("calendar", "add", "--db", path, *text, *NOTICE, "--off", "2027-01-01..2027-12-20=停"))
    tried = lines(good("calendar", "remove", "--db", path, *text, "--dry-run", "2027"))
    assert 2027 in years(path)
    back = lines(good("calendar", "remove", "--db", path, *text, "2027"))
    assert back == tried and back, (back, tried)
    assert [(line["row"], line["after"]) for line in back] == [(line["row"], line["before"]) for line in moved]
    assert 2027 not in years(path) and 2026 in years(path)
    fails(FAILED, "2027", "calendar", "remove", "--db", path, "2027")


def log(path):
    return [(entry["project"], entry["actor"], entry["label"])
            for entry in lines(good("store", "log", "--db", path, "--format", "json"))]


@test
def who_added_and_removed_a_year_is_in_the_log():
    path = database("log.db")
    n = len(log(path))
    good("calendar", "add", "--db", path, *NOTICE, "--off", "2027-01-01", "--actor", "张")
    good("calendar", "remove", "--db", path, "2027", "--dry-run", "--actor", "王")
    good("calendar", "remove", "--db", path, "2027", "--actor", "李")
    assert log(path)[n:] == [
        ("", "张", "The year 2027 is in the calendar now (虚构〔2026〕1号)"),
        ("", "李", "The year 2027 is no longer in the calendar"),
    ], log(path)[n:]
    good("store", "verify", "--db", path)
    good("store", "undo", "--db", path)
    assert lines(good("store", "list", "--db", path, "--format", "json")) == [], "the import is what was undone"


@test
def a_year_that_a_release_brings_is_told_once():
    path = database("release.db")
    assert good("calendar", "news", "--db", path).out == "", "nothing at first"
    connection = sqlite3.connect(path)
    kept = json.loads(connection.execute("SELECT value FROM settings WHERE key = 'official-calendar'").fetchone()[0])
    year = kept["years"].pop()["year"]
    with connection:
        connection.execute("UPDATE settings SET value = ? WHERE key = 'official-calendar'", (json.dumps(kept),))
    connection.close()
    told = lines(good("calendar", "news", "--db", path, "--dry-run", "--format", "json"))
    assert told[0] == {"year": year, "change": "added", "covered": False}, told
    assert told[1:] and all(row["before"] != row["after"] for row in told[1:]), told
    assert f"The year {year} is in the calendar now" in good("calendar", "news", "--db", path, "--actor", "张").out
    assert good("calendar", "news", "--db", path).out == ""
    assert log(path)[-1][:2] == ("", "张")


main("calendar")
