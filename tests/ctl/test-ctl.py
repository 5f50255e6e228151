#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stable interface of stewardctl, tried from outside on the built binary.

Usage: test-ctl.py STEWARDCTL
"""
import json
import os
import re
import subprocess

from ctl import CTL, ENVIRONMENT, FAILED, FOLDER, GOOD, PACKS, USAGE, fails, good, main, put, run, test

COMMANDS = [["due"], ["pack", "list"], ["pack", "show"], ["pack", "check"], ["pack", "versions"], ["pack", "diff"], ["pack", "move"], ["new"], ["validate"],
            ["schedule"], ["check"], ["plan"], ["levers"], ["backward"]]


def due(*words):
    result = good("due", *words)
    assert result.out.count("\n") == 1, result
    return json.loads(result.out)


def network(name="network.json", **changes):
    value = {"start": "2026-01-04", "calendar": "official",
             "tasks": [{"id": "a", "days": 3}, {"id": "b", "days": 2, "after": ["a"]},
                       {"id": "side", "days": 1}, {"id": "end", "days": 0, "after": ["b", "side"]}]}
    value.update(changes)
    return put(name, json.dumps(value))


def sample(name="sample.steward", pack="datong-2025"):
    good("new", "--pack", pack, "--sample", "--force", "-o", FOLDER / name)
    return FOLDER / name


# The program as a whole


@test
def help_is_there_for_every_command():
    listed = good("--help").out
    for words in COMMANDS:
        assert " ".join(words) in listed, words
        told = good(*words, "--help").out
        assert "Usage:" in told and " ".join(["stewardctl", *words]) in told, told
        assert "Example" in told, told


@test
def families_and_version_are_told():
    assert "pack check" in good("pack", "--help").out
    assert good("--version").out.startswith("stewardctl ")


@test
def wrong_usage_gives_2():
    fails(USAGE, "Commands:")
    fails(USAGE, "no command “frobnicate”", "frobnicate")
    fails(USAGE, "“pack” needs another word; one of these is: pack list, pack show", "pack")
    for words in COMMANDS:
        fails(USAGE, "--help", *words, "--frobnicate")
    for words in (["pack", "show"], ["pack", "check"], ["validate"], ["schedule"], ["plan", "-o", "x"]):
        fails(USAGE, "missing", *words)
    for words in (["due", "--from", "2026-01-05", "--days", "1", "x"], ["pack", "list", "x"],
                  ["pack", "show", "a", "b"], ["new", "--pack", "a", "-o", "b", "c"], ["plan", "a", "b", "-o", "c"]):
        fails(USAGE, "too much", *words)
    fails(USAGE, "not a format", "pack", "list", "--format", "xml")
    fails(USAGE, "not a format", "pack", "list", "--format", "csv")
    fails(USAGE, "not a format", "schedule", "--format", "pdf", "x")


@test
def output_is_utf8_in_any_locale():
    plain = dict(ENVIRONMENT, LC_ALL="C")
    assert "大同" in run("pack", "list", env=plain).out
    assert "国庆节" in run("due", "--from", "2026-09-30", "--days", "1", "--explain", env=plain).out


@test
def a_full_disk_is_noticed():
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "wb") as full:
        done = subprocess.run([CTL, "pack", "list"], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    assert done.returncode == FAILED and b"could not be written" in done.stderr, done


# due


@test
def due_knows_the_make_up_days():
    for start, days, expected, trap in [
        ("2022-12-30", 1, "2023-01-03", "2022-12-31 is off by the notice for 2023"),
        ("2024-02-08", 1, "2024-02-09", "the eve of 2024 is worked"),
        ("2024-02-09", 1, "2024-02-18", "Sunday 2024-02-18 is worked"),
        ("2025-12-31", 1, "2026-01-04", "Sunday 2026-01-04 is worked"),
        ("2026-09-18", 1, "2026-09-20", "Sunday 2026-09-20 is worked"),
        ("2026-10-09", 1, "2026-10-10", "Saturday 2026-10-10 is worked"),
        ("2020-01-23", 1, "2020-02-03", "the extension of 2020 took Saturday 2020-02-01 back"),
        ("2020-01-17", 1, "2020-01-19", "Sunday 2020-01-19 is worked"),
        ("2026-03-02", 5, "2026-03-09", "an ordinary week"),
        ("2026-03-02", 0, "2026-03-02", "no day is the same day"),
        ("2026-01-01", 0, "2026-01-01", "even on a holiday"),
    ]:
        answer = due("--from", start, "--days", days)
        assert answer["due"] == expected and answer["provisional"] is False, (trap, answer)


@test
def due_has_exactly_the_promised_keys():
    answer = due("--from", "2026-03-02", "--days", 5, "--as-of", "2026-03-04")
    assert list(answer) == ["due", "provisional", "used", "remaining", "light"], answer
    assert answer == {"due": "2026-03-09", "provisional": False, "used": 2, "remaining": 3, "light": "green"}, answer
    assert list(due("--from", "2026-03-02", "--days", 5, "--explain"))[-1] == "days"


@test
def dates_after_the_last_notice_are_provisional():
    answer = due("--from", "2026-12-31", "--days", 1)
    assert answer["due"] == "2027-01-01" and answer["provisional"] is True, answer
    assert "provisional" in good("due", "--from", "2026-12-31", "--days", 1, "--format", "text").out
    assert due("--from", "2026-12-31", "--days", 1, "--calendar", "weekdays")["provisional"] is False


@test
def calendars_differ():
    def end(calendar):
        return due("--from", "2026-09-18", "--days", 3, "--calendar", calendar)["due"]
    assert end("official") == "2026-09-22" and end("weekdays") == "2026-09-23" and end("every-day") == "2026-09-21"


@test
def pauses_are_united_and_extensions_added():
    start = ["--from", "2026-03-02", "--days", 5, "--as-of", "2026-03-02"]
    first = ["--pause", "2026-03-03..2026-03-05"]
    second = ["--pause", "2026-03-04..2026-03-06"]
    assert due(*start, *first)["due"] == "2026-03-11"
    assert due(*start, *first, *second)["due"] == "2026-03-12"
    assert due(*start, *second, *first)["due"] == "2026-03-12"
    assert due(*start, *first, *first)["due"] == "2026-03-11"
    assert due(*start, "--extend", 2)["due"] == "2026-03-11"
    assert due(*start, "--extend", 2)["remaining"] == 7


@test
def an_open_pause_freezes_the_clock():
    base = ["--from", "2026-03-02", "--days", 5, "--pause", "2026-03-04.."]
    for day in ("2026-03-04", "2026-03-20", "2026-12-31"):
        answer = due(*base, "--as-of", day)
        assert answer["used"] == 2 and answer["remaining"] == 3, (day, answer)
    assert answer["due"] is None and answer["light"] == "paused", answer
    assert "not known" in good("due", *base, "--as-of", "2026-03-20", "--format", "text").out


@test
def lights_follow_the_days():
    base = ["--from", "2026-03-02", "--days", 5]
    for day, light in [("2026-03-03", "green"), ("2026-03-06", "yellow"), ("2026-03-09", "yellow"), ("2026-03-10", "red")]:
        assert due(*base, "--as-of", day)["light"] == light, day
    assert due(*base, "--finished", "2026-03-09")["light"] == "done"
    assert due("--from", "2026-03-02", "--days", 4, "--finished", "2026-03-07")["light"] == "done-late", "a Saturday"
    late = due(*base, "--finished", "2026-03-11")
    assert late["light"] == "done-late" and late["remaining"] == -2 and late["used"] == 7, late
    assert due(*base, "--finished", "2026-09-01")["light"] == "done-late", "a decision in the future"
    then = ["--as-of", "2026-03-05"]
    assert due(*base, "--finished", "2026-03-09", *then) == due(*base, *then), "not yet known then"


@test
def today_is_the_default():
    assert due("--from", "2026-08-10", "--days", 5) == due("--from", "2026-08-10", "--days", 5, "--as-of", "2026-08-12")


@test
def explanations_agree_with_the_answer():
    for extra in ([], ["--pause", "2026-09-21..2026-09-24"], ["--extend", 3], ["--calendar", "weekdays"]):
        answer = due("--from", "2026-09-16", "--days", 8, "--as-of", "2026-10-20", "--explain", *extra)
        days = answer["days"]
        assert list(days[0]) == ["date", "counted", "number", "kind", "reason"], days[0]
        assert days[0]["date"] == "2026-09-16" and days[0]["kind"] == "acceptance" and not days[0]["counted"]
        assert all(day["reason"] for day in days)
        limit = 8 + (3 if "--extend" in extra else 0)
        counted = [day for day in days if day["counted"]]
        assert [day["number"] for day in counted] == list(range(1, len(counted) + 1))
        assert counted[limit - 1]["date"] == answer["due"], (extra, answer["due"])
        assert days[-1]["number"] == answer["used"], extra
    paused = due("--from", "2026-09-16", "--days", 8, "--pause", "2026-09-21..2026-09-24", "--explain")["days"]
    kinds = {day["date"]: day["kind"] for day in paused}
    assert kinds["2026-09-20"] == "make-up" and kinds["2026-09-22"] == "paused" and kinds["2026-09-25"] == "holiday"
    assert kinds["2026-09-19"] == "rest" and kinds["2026-09-18"] == "working", kinds


@test
def explanations_stop_at_the_due_day():
    past = ["--from", "2026-03-02", "--days", 5, "--explain"]
    answer = due(*past)
    assert answer["due"] == answer["days"][-1]["date"] == "2026-03-09", "no list up to today"
    assert answer["light"] == "red" and answer["used"] > 100, "the answer is still that of today"
    assert due(*past, "--as-of", "2026-03-20")["days"][-1]["date"] == "2026-03-20", "a day that is asked for"
    assert due(*past, "--as-of", "2026-03-04")["days"][-1]["date"] == "2026-03-09"
    assert due(*past, "--finished", "2026-03-11")["days"][-1]["date"] == "2026-03-11", "how late it was"
    assert due(*past, "--pause", "2026-03-04..")["days"][-1]["date"] == "2026-08-12", "no due day to stop at"
    assert due("--from", "2026-08-10", "--days", 5, "--explain")["days"][-1]["date"] == "2026-08-17"


@test
def bad_questions_are_wrong_usage():
    base = ["due", "--from", "2026-03-02", "--days", "5"]
    fails(USAGE, "required", "due", "--days", "5")
    fails(USAGE, "required", "due", "--from", "2026-03-02")
    for date in ("2026-02-30", "2026-13-01", "yesterday", "", "20260302", "2026-3-2", "１-1-1", "2026-03-02T00:00", "9999-01-01"):
        fails(USAGE, "not a date", "due", "--from", date, "--days", "5")
        fails(USAGE, "not a date", *base, "--as-of", date)
        fails(USAGE, "not a date", *base, "--finished", date)
    for number in ("-1", "10001", "2147483647"):
        fails(USAGE, "from 0 to 10000", "due", "--from", "2026-03-02", "--days", number)
        fails(USAGE, "from 0 to 10000", *base, "--extend", number)
    for number in ("five", "1.5", "99999999999999999999", ""):
        fails(USAGE, "--help", "due", "--from", "2026-03-02", "--days", number)
    for pause in ("2026-03-03", "..", "..2026-03-03", "2026-03-03..x", "2026-03-03..2026-02-31", ""):
        fails(USAGE, "not a pause", *base, "--pause", pause)
    fails(USAGE, "ends before it starts", *base, "--pause", "2026-03-05..2026-03-03")
    fails(USAGE, "before the acceptance", *base, "--finished", "2026-03-01")
    fails(USAGE, "not a calendar", *base, "--calendar", "lunar")


# pack


@test
def packs_are_listed_and_shown():
    ids = {"datong-2025", "dazhou-2022", "jincheng-2022", "national-supplement", "yingkou-2022"}
    listed = json.loads(good("pack", "list", "--format", "json").out)
    assert ids <= {pack["id"] for pack in listed}
    text = good("pack", "list").out
    assert all(name in text for name in ids)
    for pack in listed:
        assert len(pack["sha256"]) == 64
        shown = json.loads(good("pack", "show", pack["id"], "--format", "json").out)
        assert shown["id"] == pack["id"] and shown["version"] == pack["version"]
        good("pack", "show", pack["id"])


@test
def facts_of_the_notices_are_shown():
    datong = json.loads(good("pack", "show", "datong-2025", "--format", "json").out)
    assert [stage["limit"] for stage in datong["stages"]] == [8, 7, 6, 13] and datong["total_limit"] == 34
    assert len(datong["blocks"]) == 10 and len(datong["items"]) == 27
    jincheng = json.loads(good("pack", "show", "jincheng-2022", "--format", "json").out)
    assert jincheng["boxes"] == {"items": 18, "materials": 76, "fees": 2, "blanks": 18}
    assert "114 boxes" in good("pack", "show", "jincheng-2022").out
    assert all(item["document"] for item in jincheng["items"])


@test
def an_unknown_pack_is_a_failure():
    for name in ("atlantis", "../../etc/passwd", "", "x" * 1000):
        fails(FAILED, "no pack", "pack", "show", name)
    fails(FAILED, "“atlantis”", "new", "--pack", "atlantis", "-o", FOLDER / "never.steward")
    assert not (FOLDER / "never.steward").exists()


@test
def pack_check_lists_every_mistake():
    result = good("pack", "check", *sorted(PACKS.glob("*-20??.json")))
    assert result.out.count("no problems") == 4, result
    text = (PACKS / "datong-2025.json").read_text(encoding="utf-8")
    broken = put("broken.json", text.replace('"lane": "utility"', '"lane": "fast"', 1).replace('"limit": 8', '"limit": 9', 1))
    result = fails(FAILED, "broken.json:", "pack", "check", broken, PACKS / "datong-2025.json")
    assert "fast" in result.err and "longest chain" in result.err, result
    line = next(line for line in result.err.splitlines() if "fast" in line)
    number = next(i for i, row in enumerate(broken.read_text(encoding="utf-8").splitlines(), 1) if '"fast"' in row)
    assert line.startswith(f"{broken}:{number}:") and ": blocks[" in line, line
    result = run("pack", "check", "--format", "json", broken, PACKS / "datong-2025.json")
    first, second = map(json.loads, result.out.splitlines())
    assert result.status == FAILED and not first["good"] and second["good"]
    assert len(first["problems"]) == 2 and first["problems"][0]["line"] > 0, first
    good("pack", "check", "-", stdin=text.encode("utf-8"))


@test
def a_user_pack_joins_the_list():
    home = FOLDER / "home" / "steward" / "packs"
    home.mkdir(parents=True)
    head = {"format": "steward-pack", "format_version": 1, "id": "my-county", "version": "7", "title": "某县"}
    (home / "my-county.json").write_text(json.dumps(dict(head, extends="datong-2025")), encoding="utf-8")
    try:
        assert "my-county  7" in good("pack", "list").out
        assert json.loads(good("pack", "show", "my-county", "--format", "json").out)["total_limit"] == 34
        (home / "my-county.json").write_text(json.dumps(dict(head, extends="atlantis")), encoding="utf-8")
        listed = fails(FAILED, "atlantis", "pack", "list")
        assert "datong-2025" in listed.out, "one bad pack must not hide the others"
    finally:
        (home / "my-county.json").unlink()


# new and validate


@test
def new_makes_files_that_are_valid():
    for pack in ("datong-2025", "jincheng-2022"):
        for extra in ([], ["--sample"]):
            path = FOLDER / f"{pack}{len(extra)}.steward"
            good("new", "--pack", pack, *extra, "-o", path)
            assert "no problems" in good("validate", path).out
            value = json.loads(path.read_text(encoding="utf-8"))
            assert value["format"] == "steward-project" and value["pack"]["id"] == pack
            printed = good("new", "--pack", pack, *extra, "-o", "-").out
            assert printed == path.read_text(encoding="utf-8")


@test
def samples_are_fictional():
    assert "虚构" in json.loads(sample().read_text(encoding="utf-8"))["facts"]["name"]


@test
def a_sample_can_be_named():
    def name(*words):
        return json.loads(good("new", "--pack", "jincheng-2022", *words, "-o", "-").out)["facts"]["name"]
    school, factory = name("--sample=jincheng-school"), name("--sample=jincheng-factory")
    assert school != factory and "虚构" in school and "虚构" in factory
    assert name("--sample") == factory, "without an id the first one"
    assert name("--sample", "jincheng-school") == school
    for wrong in ("atlantis", "datong-complex", "jincheng-school.steward", "", "../x"):
        fails(FAILED, "jincheng-factory, jincheng-school", "new", "--pack", "jincheng-2022", f"--sample={wrong}",
              "-o", FOLDER / "never.steward")
    assert not (FOLDER / "never.steward").exists()


@test
def new_never_overwrites_by_accident():
    path = put("precious.steward", "precious")
    fails(FAILED, "exists already", "new", "--pack", "datong-2025", "-o", path)
    assert path.read_text() == "precious"
    good("new", "--pack", "datong-2025", "--force", "-o", path)
    assert path.read_text() != "precious"
    fails(USAGE, "required", "new", "--pack", "datong-2025")
    fails(USAGE, "required", "new", "-o", path)
    fails(FAILED, "no sample", "new", "--pack", "yingkou-2022", "--sample", "-o", FOLDER / "none.steward")
    fails(FAILED, "could not be written", "new", "--pack", "datong-2025", "-o", FOLDER / "no" / "such" / "folder.steward")


@test
def validate_lists_all_mistakes_of_each_file():
    text = sample().read_text(encoding="utf-8")
    value = json.loads(text)
    value["colour"] = 1
    value["facts"]["shoe_size"] = "44"
    bad = put("bad.steward", json.dumps(value, ensure_ascii=False, indent=1))
    result = fails(FAILED, "bad.steward:", "validate", bad, FOLDER / "sample.steward")
    assert "colour" in result.err and "shoe_size" in result.err, result
    assert "no problems" in result.out, result
    result = run("validate", "--format", "json", bad, FOLDER / "sample.steward")
    first, second = map(json.loads, result.out.splitlines())
    assert not first["good"] and len(first["problems"]) == 2 and second["good"]
    good("validate", "-", stdin=text.encode("utf-8"))


@test
def validate_knows_networks():
    good("validate", network())
    ring = network("ring.json", tasks=[{"id": "a", "days": 1, "after": ["b"]}, {"id": "b", "days": 1, "after": ["a"]}])
    fails(FAILED, "ring.json", "validate", ring)
    unknown = network("unknown.json", tasks=[{"id": "a", "days": 1, "after": ["ghost"]}])
    fails(FAILED, "“ghost”", "validate", unknown)


# schedule


@test
def a_network_is_scheduled():
    answer = json.loads(good("schedule", network()).out)
    assert list(answer) == ["days", "start", "finish", "provisional", "tasks"], answer
    assert answer["days"] == 5 and answer["start"] == "2026-01-04" and answer["finish"] == "2026-01-09", answer
    tasks = {task["id"]: task for task in answer["tasks"]}
    assert tasks["b"]["start"] == "2026-01-07" and tasks["b"]["finish"] == "2026-01-09"
    assert tasks["b"]["binding"] == "a" and tasks["b"]["critical"] is True
    assert tasks["side"]["total_float"] == 4 and tasks["side"]["critical"] is False
    assert tasks["end"]["early_start"] == tasks["end"]["early_finish"] == 5, "a milestone"
    keys = {"id", "start", "finish", "early_start", "early_finish", "late_start", "late_finish",
            "total_float", "free_float", "critical", "binding"}
    assert all(keys <= set(task) for task in answer["tasks"])


@test
def networks_have_three_calendars_and_local_days():
    def finish(**changes):
        return json.loads(good("schedule", network("calendar.json", **changes)).out)["finish"]
    assert finish(calendar="weekdays") == "2026-01-09"
    assert finish(calendar="every-day") == "2026-01-09"
    assert finish(off=["2026-01-07"]) == "2026-01-12"
    assert finish(work=["2026-01-01"], start="2025-12-31") == "2026-01-07"


@test
def formats_of_a_schedule():
    path = network()
    lines = good("schedule", "--format", "csv", path).out.splitlines()
    assert len(lines) == 5 and lines[0].lstrip("\ufeff").startswith("id,"), lines
    text = good("schedule", "--format", "text", path).out
    assert "2026-01-09" in text and "5 working days" in text and len(text.splitlines()) == 5
    assert json.loads(good("schedule", "--format", "json", path).out) == json.loads(good("schedule", path).out)
    assert good("schedule", "-", stdin=path.read_bytes()).out == good("schedule", path).out


@test
def several_files_give_one_document_per_line():
    result = good("schedule", network(), sample(), network())
    lines = result.out.splitlines()
    assert len(lines) == 3 and lines[0] == lines[2]
    assert json.loads(lines[1])["tasks"]
    missing = FOLDER / "missing.json"
    result = fails(FAILED, "missing.json", "schedule", network(), missing, network())
    assert len(result.out.splitlines()) == 2, "one bad file must not hide the others"


@test
def a_project_is_scheduled():
    path = sample()
    answer = json.loads(good("schedule", path, "--as-of", "2026-08-12").out)
    assert {"days", "start", "finish", "provisional", "tasks"} <= set(answer)
    items = {item["id"] for item in json.loads(good("pack", "show", "datong-2025", "--format", "json").out)["items"]}
    assert items <= {task["id"] for task in answer["tasks"]}, "the sample uses all 27 items"
    for task in answer["tasks"]:
        assert {"id", "start", "finish", "critical", "total_float", "due", "used", "remaining", "light"} <= set(task), task
    assert good("schedule", "--format", "csv", path).out.count("\n") == len(answer["tasks"]) + 1
    assert good("schedule", "--format", "text", path).out.count("\n") == len(answer["tasks"]) + 1


@test
def bad_networks_are_precise_errors():
    for name, changes, message in [
        ("cycle", {"tasks": [{"id": "a", "days": 1, "after": ["b"]}, {"id": "b", "days": 1, "after": ["a"]}]}, "a"),
        ("self", {"tasks": [{"id": "a", "days": 1, "after": ["a"]}]}, "itself"),
        ("unknown", {"tasks": [{"id": "a", "days": 1, "after": ["ghost"]}]}, "“ghost”"),
        ("twice", {"tasks": [{"id": "a", "days": 1}, {"id": "a", "days": 1}]}, "“a”"),
        ("negative", {"tasks": [{"id": "a", "days": -1}]}, "tasks[0].days"),
        ("absurd", {"tasks": [{"id": "a", "days": 10 ** 12}]}, "tasks[0].days"),
        ("date", {"start": "2026-02-30"}, "start"),
        ("calendar", {"calendar": "lunar"}, "calendar"),
        ("key", {"colour": 1}, "colour"),
    ]:
        path = network(f"bad-{name}.json", **changes)
        result = fails(FAILED, message, "schedule", path)
        assert str(path) in result.err and result.out == "", (name, result)


# check


def checked(*words, status=FAILED):
    result = run("check", "--format", "json", *words)
    assert result.status == status and result.err == "", result
    return [json.loads(line) for line in result.out.splitlines()]


def case_of(project, item):
    return next(case for case in project["cases"] if case["item"] == item)


def changed_sample(name, change):
    """The sample, without what it shows on purpose, and with @change."""
    project = json.loads(sample(name).read_text("utf-8"))
    case_of(project, "dt.s1.flood-impact")["events"][-1]["day"] = "2026-06-02"
    case_of(project, "dt.s2.lightning-design")["events"].append({"status": 7, "day": "2026-06-29"})
    change(project)
    return put(name, json.dumps(project))


@test
def check_tells_code_clause_and_remedy():
    told, = checked(sample())
    assert told["file"].endswith("sample.steward") and told["as_of"] == "2026-08-12" and not told["good"], told
    assert "虚构" in told["project"], told
    assert [told[key] for key in ("errors", "warnings", "acknowledged", "notes")] == [1, 1, 0, 0], told
    late = told["findings"][0]
    assert set(late) == {"code", "severity", "row", "case", "name", "stage", "day", "text", "rule", "clause", "remedy",
                         "acknowledged"}, late
    assert (late["code"], late["severity"], late["row"]) == ("over-limit", "error", "dt.s1.flood-impact"), late
    assert (late["case"], late["stage"], late["day"]) == ("c06", "dt.s1", "2026-06-03"), late
    assert "2026-06-02" in late["text"] and late["remedy"] and late["rule"] == "超过办理时限", late
    assert late["clause"]["document"] == "同政办发〔2025〕12号" and "7 个工作日" in late["clause"]["quote"], late
    assert late["acknowledged"] is None, late


@test
def check_ends_with_0_when_nothing_is_left_to_do():
    path = changed_sample("clean.steward", lambda project: None)
    told, = checked(path, status=GOOD)
    assert told["good"] and told["errors"] == told["warnings"] == 0, told
    assert "errors 0, warnings 0" in good("check", path).out


@test
def check_goes_by_the_day_that_is_asked_about():
    path = changed_sample("early.steward", lambda project: None)
    assert checked("--as-of", "2026-08-20", path, status=FAILED)[0]["as_of"] == "2026-08-20"
    fails(USAGE, "not a date", "check", "--as-of", "2026-02-30", path)


@test
def check_lists_acknowledged_warnings_with_their_reason():
    def forget(project):
        del case_of(project, "dt.s1.eia")["events"][2]["written"]

    def acknowledge(project):
        forget(project)
        project["acknowledgements"] = [{"check": "notice-not-written", "row": "dt.s1.eia", "reason": "已口头告知",
                                        "by": "虚构", "at": "2026-06-01T09:00:00+08"}]

    told, = checked(changed_sample("open.steward", forget))
    assert told["warnings"] == 1 and told["acknowledged"] == 0, told
    path = changed_sample("known.steward", acknowledge)
    told, = checked(path, status=GOOD)
    assert told["good"] and told["acknowledged"] == 1, told
    known = next(finding for finding in told["findings"] if finding["code"] == "notice-not-written")
    assert known["acknowledged"] == {"reason": "已口头告知", "by": "虚构", "at": "2026-06-01T09:00:00+08"}, known
    text = good("check", path).out
    assert "已口头告知" in text and "acknowledged 1" in text, text


@test
def check_takes_several_files_and_those_that_cannot_be_read():
    lines = checked_mixed(sample("one.steward"), changed_sample("two.steward", lambda project: None),
                          put("broken.steward", "{"), FOLDER / "nowhere.steward")
    assert [line["good"] for line in lines] == [False, True, False, False], lines
    assert "findings" in lines[0] and "problems" in lines[2] and lines[3]["problems"], lines


def checked_mixed(*paths):
    result = run("check", "--format", "json", *paths)
    assert result.status == FAILED and "broken.steward" in result.err, result
    return [json.loads(line) for line in result.out.splitlines()]


# plan


FILES = sorted(["plan.json", "assessment.pdf", "service-plan.pdf", "entrustment.pdf", "closing.pdf", "ledger.pdf",
                "suggestion.pdf", "flowchart.pdf", "flowchart.svg", "flowchart.png", "timeline.pdf", "timeline.svg",
                "timeline.png"])
MAGIC = {".json": b"{", ".pdf": b"%PDF-", ".svg": b"<?xml", ".png": b"\x89PNG"}


def leftovers():
    return [path.name for path in FOLDER.iterdir() if path.name.startswith("papers.") or path.name.startswith("fresh.")]


@test
def a_plan_is_a_folder_of_papers():
    folder = FOLDER / "deep" / "papers"
    result = run("plan", sample(), "-o", folder)
    assert result.status == GOOD, result
    assert sorted(path.name for path in folder.iterdir()) == FILES
    assert sorted(os.path.basename(line) for line in result.out.splitlines()) == FILES
    for name in FILES:
        data = (folder / name).read_bytes()
        assert data.startswith(MAGIC[os.path.splitext(name)[1]]) and len(data) > 500, name
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    assert plan["total_limit"] == plan["approval_days"] == 34
    assert [stage["limit"] for stage in plan["stages"]] == [8, 7, 6, 13]
    notes = result.err.splitlines()
    assert len(notes) == len(set(notes)), "each substituted font is told once"
    assert [path.name for path in (FOLDER / "deep").iterdir()] == ["papers"]


@test
def the_timeline_fills_its_page():
    for name in ("datong-complex", "jincheng-factory", "jincheng-school"):
        project = FOLDER / f"{name}.steward"
        good("new", "--pack", name.split("-")[0] + {"d": "-2025", "j": "-2022"}[name[0]], f"--sample={name}",
             "-o", project)
        assert run("plan", project, "-o", FOLDER / name).status == GOOD
        boxes = subprocess.run(["pdftotext", "-bbox", FOLDER / name / "timeline.pdf", "-"], check=True,
                               capture_output=True, encoding="utf-8").stdout
        page = float(re.search(r'<page width="([0-9.]+)"', boxes)[1])
        left = min(map(float, re.findall(r'xMin="([0-9.]+)"', boxes)))
        right = max(map(float, re.findall(r'xMax="([0-9.]+)"', boxes)))
        assert left < 0.03 * page and right > 0.97 * page, (name, left, right, page)


@test
def an_existing_folder_keeps_other_files():
    folder = FOLDER / "papers"
    folder.mkdir()
    (folder / "scan.jpg").write_bytes(b"scan")
    (folder / "plan.json").write_bytes(b"old")
    result = run("plan", sample(), "-o", folder, "--format", "json")
    assert result.status == GOOD, result
    listed = json.loads(result.out)["files"]
    assert sorted(os.path.basename(name) for name in listed) == FILES and all(os.path.exists(name) for name in listed)
    assert (folder / "scan.jpg").read_bytes() == b"scan" and (folder / "plan.json").read_bytes() != b"old"
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES + ["scan.jpg"]), "no draft is left"


@test
def nothing_is_left_when_a_plan_fails():
    blocked = put("blocked", "a file")
    for folder in (blocked, blocked / "papers"):
        result = run("plan", sample(), "-o", folder)
        assert result.status == FAILED and "could not be written" in result.err and result.out == "", result
    assert blocked.read_text() == "a file"
    taken = FOLDER / "taken"
    (taken / "timeline.png").mkdir(parents=True)
    fails(FAILED, "timeline.png", "plan", sample(), "-o", taken)
    assert not [path for path in taken.iterdir() if path.name.startswith(".")], "no draft is left"
    fails(FAILED, "missing.steward", "plan", FOLDER / "missing.steward", "-o", FOLDER / "fresh")
    fails(FAILED, "bad", "plan", put("bad.steward", "{}"), "-o", FOLDER / "fresh")
    assert not (FOLDER / "fresh").exists() and leftovers() == []
    fails(USAGE, "-o is required", "plan", sample())
    fails(USAGE, "not a date", "plan", sample(), "-o", FOLDER / "fresh", "--as-of", "soon")


@test
def an_empty_project_has_a_plan_too():
    path = FOLDER / "empty.steward"
    good("new", "--pack", "jincheng-2022", "--force", "-o", path)
    result = run("plan", path, "-o", FOLDER / "empty")
    assert result.status == GOOD, result
    assert sorted(item.name for item in (FOLDER / "empty").iterdir()) == FILES


# Bad input of every kind, to every command that reads a file


def huge():
    path = FOLDER / "huge.json"
    if not path.exists():
        with open(path, "wb") as file:
            file.write(b'{"tasks": [')
            file.truncate(50 * 1024 * 1024)
    return path


@test
def bad_files_are_failures_not_crashes():
    os.makedirs(FOLDER / "folder", exist_ok=True)
    bad = [FOLDER / "does-not-exist", FOLDER / "folder", huge(), "/dev/zero",
           put("empty.json", b""), put("junk.json", bytes(range(256)) * 64), put("zip.json", b"PK\x03\x04" * 100),
           put("utf16.json", '{"id": "项目"}'.encode("utf-16")), put("gbk.json", '{"id": "项目"}'.encode("gbk")),
           put("cut.json", (PACKS / "datong-2025.json").read_bytes()[:5000]), put("deep.json", "[" * 100000),
           put("nan.json", '{"tasks": NaN}'), put("twice.json", '{"id": 1, "id": 2}'), put("null.json", "null"),
           put("list.json", "[]"), put("number.json", '{"format_version": 1e999}'), put("two.json", "{} {}")]
    for words in (["pack", "check"], ["validate"], ["schedule"], ["check"], ["levers"]):
        for path in bad:
            result = run(*words, path)
            assert result.status == FAILED, (words, path, result)
            assert str(path) in result.err, (words, path, result)
    for path in bad:
        result = run("plan", path, "-o", FOLDER / "fresh")
        assert result.status == FAILED and str(path) in result.err, (path, result)
        assert not (FOLDER / "fresh").exists()
    for words in (["pack", "check"], ["validate"], ["schedule"], ["check"]):
        fails(FAILED, "standard input", *words, "-", stdin=b"\x00\xff")


@test
def file_names_may_look_like_anything():
    for name in ("带 空格 的文件.json", "it's.json", "-dash.json", "new\nline.json"):
        path = network(name)
        good("schedule", path)
        good("schedule", "--", name)


main("ctl")
