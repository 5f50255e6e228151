#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""stewardctl plan issue, editions and diff, and new --like."""
import json

from ctl import FAILED, FOLDER, USAGE, good, fails, main, run, test


def sample(name):
    path = FOLDER / name
    good("new", "--pack", "jincheng-2022", "--sample=jincheng-school", "--force", "-o", path)
    return path


def change(path, **parts):
    value = json.loads(path.read_text(encoding="utf-8"))
    value.update(parts)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return value


def differences(*words):
    return json.loads(good("plan", "diff", "--format", "json", *words).out)["differences"]


@test
def editions_are_numbered_and_listed():
    path = sample("a.steward")
    assert json.loads(good("plan", "editions", path, "--format", "json").out) == {"editions": []}
    assert good("plan", "issue", path, "--reason", "首次发出", "--by", "王", "--day", "2026-03-02").out == "1\n"
    issued = good("plan", "issue", path, "--reason", "增项", "--format", "json").out
    assert json.loads(issued) == {"edition": 2, "day": "2026-08-12"}
    first, second = json.loads(good("plan", "editions", path, "--format", "json").out)["editions"]
    assert first["reason"] == "首次发出" and first["by"] == "王" and first["day"] == "2026-03-02" and first["items"] > 3
    assert second["notified"] is None and second["items"] == first["items"]
    assert [line.split("\t")[0] for line in good("plan", "editions", path).out.splitlines()] == ["1", "2"]
    good("validate", path)


@test
def what_is_open_wants_a_reason():
    path = sample("open.steward")
    facts = json.loads(path.read_text(encoding="utf-8"))["facts"]
    del facts["scale"]
    change(path, facts=facts)
    before = path.read_bytes()
    words = ("plan", "issue", path, "--reason", "首次发出", "--by", "王")
    fails(FAILED, "建设规模", *words)
    fails(FAILED, "建设规模", *words, "--although", " ")
    assert path.read_bytes() == before
    assert good(*words, "--although", "规模待定").out == "1\n"
    given = json.loads(path.read_text(encoding="utf-8"))["acknowledgements"]
    assert [(each["check"], each["row"], each["reason"], each["by"]) for each in given] \
        == [("gate-start", "jc.start.scale", "规模待定", "王")], given
    # Once is enough.
    assert good("plan", "issue", path, "--reason", "增项").out == "2\n"


@test
def another_file_leaves_the_first_as_it_was():
    path, out = sample("b.steward"), FOLDER / "b-issued.steward"
    before = path.read_bytes()
    good("plan", "issue", path, "--reason", "首次发出", "-o", out)
    assert path.read_bytes() == before
    assert "editions" in json.loads(out.read_text(encoding="utf-8"))


@test
def differences_name_what_changed():
    path = sample("c.steward")
    good("plan", "issue", path, "--reason", "首次发出")
    assert differences(path, "1") == []
    value = json.loads(path.read_text(encoding="utf-8"))
    box = next(box for box, tick in value["ticks"].items() if tick["on"] and ".box.item." in box)
    ticks = {**value["ticks"], box: {"on": False}}
    change(path, ticks=ticks, texts={**value.get("texts", {}), "jc.s1.text.key-points": "先办"})
    found = differences(path, "1")
    assert {(each["change"], each["kind"]) for each in found} == {("dropped", "item"), ("changed", "stage")}, found
    text = [each for each in found if each["kind"] == "stage"][0]
    assert text["field"] == "key_points" and text["after"] == "先办" and text["id"] == "jc.s1"
    good("plan", "issue", path, "--reason", "减项")
    assert differences(path, "1", "2") == found and differences(path, "2") == []
    back = differences(path, "2", "1")
    assert {each["change"] for each in back} == {"added", "changed"}
    lines = good("plan", "diff", path, "1", "2").out.splitlines()
    assert sorted(line[0] for line in lines) == ["-", "~"], lines


@test
def wrong_use_is_told():
    path = sample("d.steward")
    fails(USAGE, "--reason", "plan", "issue", path)
    fails(USAGE, "not the number", "plan", "diff", path, "one")
    fails(USAGE, "not the number", "plan", "diff", path, "0")
    fails(FAILED, "no edition 7", "plan", "diff", path, "7")
    fails(FAILED, "nowhere", "plan", "editions", "nowhere.steward")
    fails(USAGE, "-o", "plan", "issue", "-", "--reason", "x")
    before = path.read_bytes()
    assert before == path.read_bytes()


@test
def a_project_like_another_one_has_nothing_that_happened():
    path, out = sample("e.steward"), FOLDER / "like.steward"
    result = run("new", "--like", path, "-o", out)
    assert result.status == 0 and "carried over: " in result.err and "tick" in result.err, result
    assert "left behind: " in result.err and "case" in result.err.split("left behind")[1], result
    old, new = (json.loads(each.read_text(encoding="utf-8")) for each in (path, out))
    assert {box: tick["on"] for box, tick in new["ticks"].items()} == {box: tick["on"] for box, tick in old["ticks"].items()}
    assert new["cases"] == [] and "id" not in new and "name" not in new["facts"]
    fails(USAGE, "--like", "new", "--like", path, "--pack", "jincheng-2022", "-o", out)
    fails(FAILED, "nowhere", "new", "--like", "nowhere.steward", "-o", FOLDER / "f.steward")


main("edition")
