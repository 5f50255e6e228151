#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The family `stewardctl store`, tried from outside on real databases.

Usage: test-store.py STEWARDCTL
"""
import json
import os
import shutil
import sqlite3
import subprocess

from ctl import CTL, ENVIRONMENT, FAILED, FOLDER, GOOD, PACKS, USAGE, fails, good, main, put, run, test

SAMPLES = PACKS.parent / "samples"
COMMANDS = ["init", "import", "export", "list", "search", "today", "experience", "log", "undo", "state", "verify", "backup",
            "backups", "restore"]
FACTORY, SCHOOL, COMPLEX = "2604-140500-89-01-000009", "2602-140500-83-01-000006", "2605-140200-89-01-000006"


def lines(result):
    return [json.loads(line) for line in result.out.splitlines()]


def samples():
    return sorted(SAMPLES.glob("*.steward"))


def database(name, *files):
    """A new database with the projects of @files in it."""
    path = FOLDER / name
    for old in FOLDER.glob(name + "*"):
        old.unlink()
    good("store", "init", path)
    if files:
        good("store", "import", "--db", path, "--actor", "李示例", *files)
    return path


def listed(path, *words):
    return lines(good("store", "list", "--db", path, "--format", "json", *words))


def change(path, word, **facts):
    """Changes facts of a project the way another desk would: by its file."""
    file = FOLDER / "changed.steward"
    good("store", "export", "--db", path, word, "--force", "-o", file)
    value = json.loads(file.read_text(encoding="utf-8"))
    value["facts"].update(facts)
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return lines(good("store", "import", "--db", path, "--format", "json", "--actor", "周示例", file))[0]


def exported(path, word):
    return good("store", "export", "--db", path, word, "-o", "-").out


@test
def help_is_there_for_every_command():
    everything = good("--help").out
    family = good("store", "--help").out
    for word in COMMANDS:
        told = good("store", word, "--help").out
        assert "Usage:" in told and "Example" in told, told
        assert f"store {word} " in everything and f"store {word} " in family, word


@test
def wrong_usage_gives_2():
    for words in (["init"], ["init", "a", "b"], ["import"], ["export"], ["search"], ["restore"], ["state", "x"],
                  ["state", "x", "burnt"], ["list", "x"], ["verify", "x"], ["list", "--light", "blue"],
                  ["list", "--state", "burnt"], ["list", "--sort", "size"], ["list", "--as-of", "2026-02-30"],
                  ["list", "--format", "xml"], ["today", "--until", "soon"], ["experience", "more"], ["log", "--format", "csv"]):
        assert run("store", *words).status == USAGE, words


@test
def a_new_database_is_empty_and_whole():
    path = database("empty.db")
    assert listed(path) == []
    assert lines(good("store", "verify", "--db", path, "--format", "json")) == [{"good": True, "findings": []}]
    assert os.stat(path).st_mode & 0o077 == 0, "others must not read it"


@test
def an_existing_file_is_never_replaced_by_init():
    path = put("precious.txt", "precious")
    fails(FAILED, "precious.txt", "store", "init", path)
    assert path.read_text() == "precious"


@test
def projects_come_back_exactly_as_they_were():
    path = database("round.db", *samples())
    for project in listed(path):
        first = exported(path, project["id"])
        value = json.loads(first)
        assert value["id"] == project["id"]
        other = database("other.db", put("again.steward", first))
        assert exported(other, project["id"]) == first
        origin = next(f for f in samples() if value["facts"]["name"] in f.read_text(encoding="utf-8"))
        original = json.loads(origin.read_text(encoding="utf-8"))
        for key, kept in original.items():
            if key != "pack":
                assert value[key] == kept, (origin.name, key)


@test
def importing_says_one_line_for_each_file():
    path = database("lines.db")
    told = lines(good("store", "import", "--db", path, "--format", "json", *samples()))
    assert [os.path.basename(line["file"]) for line in told] == [f.name for f in samples()]
    assert all(len(line["id"]) == 36 and line["version"] == n for n, line in enumerate(told, 1)), told
    assert {line["id"] for line in told} == {line["id"] for line in listed(path)}


@test
def a_broken_file_does_not_stop_the_others():
    path = database("some.db")
    broken = put("broken.steward", '{"format": "steward-project", "format_version": 1,\n "pack": 7}')
    result = fails(FAILED, "broken.steward:2:", "store", "import", "--db", path, samples()[0], broken, samples()[1])
    assert len(result.out.splitlines()) == 2
    assert len(listed(path)) == 2


@test
def importing_a_known_project_is_one_change():
    path = database("known.db", *samples())
    before = exported(path, FACTORY)
    change(path, FACTORY, note="第二版", scale="另一种规模")
    assert len(listed(path)) == 3
    log = lines(good("store", "log", "--db", path, FACTORY, "--format", "json"))
    assert [len(entry["changes"]) for entry in log][1:] == [2]
    good("store", "undo", "--db", path, FACTORY)
    assert exported(path, FACTORY) == before


@test
def importing_what_is_the_same_changes_nothing():
    path = database("same.db", *samples())
    count = len(good("store", "log", "--db", path).out.splitlines())
    change(path, FACTORY)
    assert len(good("store", "log", "--db", path).out.splitlines()) == count


@test
def importing_as_new_makes_a_second_project():
    path = database("second.db", samples()[0])
    file = FOLDER / "first.steward"
    good("store", "export", "--db", path, listed(path)[0]["id"], "--force", "-o", file)
    good("store", "import", "--db", path, "--as-new", file)
    ids = [line["id"] for line in listed(path)]
    assert len(ids) == 2 and ids[0] != ids[1]
    fails(FAILED, "Several projects", "store", "export", "--db", path, listed(path)[0]["code"], "-o", "-")


@test
def several_projects_are_exported_into_a_folder():
    path = database("many.db", *samples())
    folder = FOLDER / "exports"
    folder.mkdir()
    good("store", "export", "--db", path, "-o", folder, FACTORY, SCHOOL, COMPLEX)
    assert len(list(folder.glob("*.steward"))) == 3
    fails(FAILED, "exists already", "store", "export", "--db", path, "-o", folder, FACTORY)
    fails(USAGE, "folder", "store", "export", "--db", path, "-o", FOLDER / "one.steward", FACTORY, SCHOOL)
    fails(FAILED, "No project", "store", "export", "--db", path, "nonsense")


@test
def the_list_can_be_filtered_and_sorted():
    path = database("filters.db", *samples())
    codes = {FACTORY, SCHOOL, COMPLEX}
    assert {line["code"] for line in listed(path)} == codes
    assert {line["code"] for line in listed(path, "--mine", "李示例")} == {FACTORY, SCHOOL}
    assert {line["code"] for line in listed(path, "--pack", "datong-2025")} == {COMPLEX}
    for light in {line["light"] for line in listed(path)}:
        assert all(line["light"] == light for line in listed(path, "--light", light))
    assert len(listed(path, "--limit", "2")) == 2
    by_due = [line["next_due"] or "9999" for line in listed(path)]
    assert by_due == sorted(by_due)
    recent = [line["version"] for line in listed(path, "--sort", "recent")]
    assert recent == sorted(recent, reverse=True)


@test
def lights_follow_the_day_that_is_asked_for():
    path = database("days.db", *samples())
    late = listed(path, "--as-of", "2026-12-31")
    assert any(line["light"] == "red" for line in late), late
    assert listed(path, "--as-of", "2026-08-12") == listed(path)


@test
def csv_is_safe_and_complete():
    path = database("csv.db", *samples())
    change(path, FACTORY, name="=1+1,\"虚构\"")
    text = good("store", "list", "--db", path, "--format", "csv").out
    assert text.count("\n") == 4 and text.startswith("id,name,unit,")
    assert "\"'=1+1,\"\"虚构\"\"\"" in text, text


@test
def search_finds_by_name_unit_code_place_and_initials():
    path = database("search.db", *samples())
    for word, code in (("云冈", COMPLEX), ("精工", FACTORY), ("筹建处", SCHOOL), ("泽州县", FACTORY),
                       ("000009", FACTORY), ("ygsy", None), ("yggc", COMPLEX), ("ＹＧＧＣ", COMPLEX),
                       ("虚构 阳城", SCHOOL)):
        found = [line["code"] for line in lines(good("store", "search", "--db", path, "--format", "json", word))]
        assert found == ([code] if code else []), (word, found)
    assert good("store", "search", "--db", path, "%").out == ""
    assert good("store", "search", "--db", path, "_").out == ""


def decided_after(days, limit, bureau="jc.b.zezhou"):
    """A project file with one case, decided after so many working days of 2026-03."""
    file = FOLDER / f"took-{days}.steward"
    good("new", "--pack", "jincheng-2022", "--sample=jincheng-factory", "--force", "-o", file)
    value = json.loads(file.read_text(encoding="utf-8"))
    handled = value["cases"][0]
    worked = [day for day in range(2, 32) if day % 7 not in (0, 1)]     # 2026-03-01 is a Sunday
    handled.update(limit=limit, bureau=bureau, events=[
        {"status": 1, "day": "2026-03-02"}, {"status": 3, "day": "2026-03-02"},
        {"status": 11, "day": f"2026-03-{worked[days]:02}"}])
    value["cases"] = [handled]
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return file


@test
def experience_is_learnt_from_decided_cases():
    path = database("experience.db", *[decided_after(days, 5) for days in range(1, 11)])
    learnt, = lines(good("store", "experience", "--db", path, "--format", "json"))
    assert learnt["item"] == "jc.s1.item.filing" and learnt["bureau"], learnt
    figures = {key: learnt[key] for key in ("cases", "median", "percentile_80", "promised", "late")}
    assert figures == {"cases": 10, "median": 5, "percentile_80": 8, "promised": 5, "late": 5}, figures
    good("store", "undo", "--db", path)     # the one that took 10 days
    good("store", "state", "--db", path, listed(path)[0]["id"], "removed")
    learnt, = lines(good("store", "experience", "--db", path, "--format", "json", "--item", "jc.s1.item.filing"))
    assert learnt["cases"] == 8, learnt
    good("store", "import", "--db", path, decided_after(3, 5, "jc.b.city"))
    assert len(good("store", "experience", "--db", path, "--format", "csv").out.splitlines()) == 3
    assert good("store", "experience", "--db", path, "--item", "jc.nothing").out == ""


@test
def today_lists_what_is_due_across_projects():
    path = database("today.db", *samples())
    agenda = lines(good("store", "today", "--db", path, "--format", "json"))
    assert len({line["project"] for line in agenda}) > 1, agenda
    dues = [line["due"] for line in agenda if line["due"]]
    assert dues == sorted(dues) and max(dues) <= "2026-08-19", dues
    mine = lines(good("store", "today", "--db", path, "--format", "json", "--mine", "周示例"))
    assert mine and all(line["steward"] == "周示例" for line in mine)
    assert len(lines(good("store", "today", "--db", path, "--format", "json", "--until", "2027-12-31"))) >= len(agenda)


@test
def the_log_says_who_did_what():
    path = database("log.db", *samples())
    change(path, FACTORY, note="记一笔")
    log = lines(good("store", "log", "--db", path, "--format", "json"))
    assert [entry["sequence"] for entry in log] == [1, 2, 3, 4]
    assert [entry["actor"] for entry in log] == ["李示例"] * 3 + ["周示例"]
    assert log[3]["changes"] == [{"kind": "fact", "key": "note", "before": None, "after": "记一笔"}] or \
        log[3]["changes"][0]["after"] == "记一笔", log[3]
    assert len({entry["hash"] for entry in log}) == 4
    assert [entry["at"] for entry in log] == sorted(entry["at"] for entry in log)
    assert len(good("store", "log", "--db", path, "--after", "1", "--limit", "2").out.splitlines()) == 2
    assert len(good("store", "log", "--db", path, FACTORY).out.splitlines()) == 2


@test
def undo_and_redo_go_back_and_forth():
    path = database("undo.db", *samples())
    states = [exported(path, FACTORY)]
    for note in ("一", "二", "三"):
        change(path, FACTORY, note=note)
        states.append(exported(path, FACTORY))
    for expected in states[2::-1]:
        good("store", "undo", "--db", path, FACTORY)
        assert exported(path, FACTORY) == expected
    for expected in states[1:]:
        good("store", "undo", "--redo", "--db", path, FACTORY)
        assert exported(path, FACTORY) == expected
    assert run("store", "undo", "--redo", "--db", path, FACTORY).status == FAILED
    told = [line.rpartition("  ")[2] for line in good("store", "log", "--db", path, FACTORY).out.splitlines()]
    undos = [line["undoes"] for line in lines(good("store", "log", "--db", path, FACTORY, "--format", "json"))]
    assert len([number for number in undos if number]) == 6 and undos[-1] in range(7, 10), undos
    for text, number in zip(told, undos, strict=True):
        assert (text == f"(undoes {number})") == bool(number) and ("undoes" in text) == bool(number), (text, number)
    good("store", "undo", "--db", path)
    change(path, FACTORY, note="四")
    assert run("store", "undo", "--redo", "--db", path, FACTORY).status == FAILED
    good("store", "verify", "--db", path)


@test
def undoing_an_import_takes_the_project_away_and_brings_it_back():
    path = database("gone.db", samples()[0])
    project = listed(path)[0]["id"]
    before = exported(path, project)
    good("store", "undo", "--db", path)
    assert listed(path) == []
    assert run("store", "export", "--db", path, project, "-o", "-").status == FAILED
    assert run("store", "undo", "--db", path).status == FAILED
    good("store", "undo", "--redo", "--db", path)
    assert exported(path, project) == before


@test
def a_removed_project_can_be_brought_back():
    path = database("removed.db", *samples())
    good("store", "state", "--db", path, FACTORY, "removed")
    assert FACTORY not in {line["code"] for line in listed(path)}
    assert {line["code"] for line in listed(path, "--state", "removed")} == {FACTORY}
    good("store", "undo", "--db", path, FACTORY)
    assert FACTORY in {line["code"] for line in listed(path)}
    good("store", "state", "--db", path, FACTORY, "closed")
    assert {line["code"] for line in listed(path, "--state", "closed")} == {FACTORY}


@test
def verify_names_the_first_broken_row():
    path = database("broken.db", *samples())
    for note in ("一", "二", "三"):
        change(path, FACTORY, note=note)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE log SET label = 'nothing happened' WHERE sequence = 5")
    connection.commit()
    connection.close()
    result = run("store", "verify", "--db", path)
    assert result.status == FAILED and "5" in result.out.splitlines()[0], result
    value = lines(run("store", "verify", "--db", path, "--format", "json"))[0]
    assert value["good"] is False and value["findings"]


@test
def a_backup_is_whole_and_restoring_brings_all_of_it_back():
    path = database("kept.db", *samples())
    before = listed(path)
    backup = FOLDER / "backup.db"
    assert good("store", "backup", "--db", path, "-o", backup).out.strip() == str(backup)
    good("store", "verify", "--db", backup)
    change(path, FACTORY, note="later")
    good("store", "restore", "--db", path, backup)
    assert listed(path) == before
    good("store", "verify", "--db", path)
    kept = lines(good("store", "backups", "--db", path, "--format", "json"))
    assert len(kept) == 1 and kept[0]["size"] > 0, kept
    good("store", "restore", "--db", path, kept[0]["file"])
    assert "later" in exported(path, FACTORY)


@test
def a_damaged_backup_is_refused_and_nothing_changes():
    path = database("safe.db", *samples())
    before = good("store", "log", "--db", path).out
    backup = FOLDER / "damaged.db"
    good("store", "backup", "--db", path, "-o", backup)
    data = bytearray(backup.read_bytes())
    data[len(data) // 2:len(data) // 2 + 5000] = b"\xff" * 5000
    backup.write_bytes(data)
    assert run("store", "restore", "--db", path, backup).status == FAILED
    assert run("store", "restore", "--db", path, FOLDER / "nowhere.db").status == FAILED
    assert good("store", "log", "--db", path).out == before


@test
def a_missing_database_is_told():
    for words in (["list"], ["log"], ["verify"], ["undo"], ["backup"], ["import", samples()[0]]):
        fails(FAILED, "nowhere.db", "store", *words, "--db", FOLDER / "nowhere.db")
    assert not (FOLDER / "nowhere.db").exists()


@test
def the_default_database_is_made_by_the_first_import():
    home = FOLDER / "fresh-home"
    env = dict(ENVIRONMENT, XDG_DATA_HOME=str(home))
    assert run("store", "list", env=env).status == FAILED
    good("store", "import", samples()[0], env=env)
    assert len(good("store", "list", env=env).out.splitlines()) == 1
    assert (home / "steward" / "steward.db").exists()


@test
def foreign_newer_and_damaged_databases_are_refused_untouched():
    foreign = FOLDER / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.commit()
    connection.close()
    newer = database("newer.db", samples()[0])
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()
    trigger = database("trigger.db", samples()[0])
    connection = sqlite3.connect(trigger)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM facts; END")
    connection.commit()
    connection.close()
    text = put("text.db", "not a database at all, but longer than a header of one hundred bytes " * 5)
    for path in (foreign, newer, trigger, text):
        before = path.read_bytes()
        for words in (["list"], ["verify"], ["import", samples()[1]]):
            fails(FAILED, path.name, "store", *words, "--db", path)
        assert path.read_bytes() == before, path


@test
def a_locked_database_is_told_and_not_harmed():
    path = database("locked.db", samples()[0])
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    result = run("store", "import", "--db", path, samples()[1])
    assert result.status == FAILED and result.out == "", result
    assert len(listed(path)) == 1
    connection.execute("ROLLBACK")
    connection.close()
    good("store", "import", "--db", path, samples()[1])


@test
def several_processes_can_write_at_once():
    path = database("busy.db")
    writers = [subprocess.Popen([CTL, "store", "import", "--db", path, "--as-new", *([str(file)] * 20)],
                                env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
               for file in samples()]
    acknowledged = []
    for writer in writers:
        out, err = writer.communicate(timeout=120)
        assert writer.returncode == GOOD and err == b"", err
        acknowledged += [line.split()[0].decode() for line in out.splitlines()]
    assert len(acknowledged) == 60
    assert {line["id"] for line in listed(path)} == set(acknowledged)
    good("store", "verify", "--db", path)


@test
def a_change_that_cannot_be_kept_is_not_acknowledged():
    path = database("copy.db", samples()[0])
    folder = FOLDER / "full"
    folder.mkdir()
    copy = folder / "full.db"
    shutil.copy(path, copy)
    done = subprocess.run(["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", CTL, "store", "import", "--db", copy,
                           *map(str, samples())], env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode != GOOD and done.stdout == b"", done
    assert len(listed(copy)) == 1
    good("store", "verify", "--db", copy)


main("store")
