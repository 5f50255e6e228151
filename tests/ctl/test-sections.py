#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of a bureau: who fills in which part of the form."""
import json
import subprocess

from ctl import FAILED, FOLDER, USAGE, fails, good, main, put, run, test

PACK = ("--pack", "jincheng-2022")


def database(name):
    path = FOLDER / name
    good("store", "init", path)
    return ("--db", path)


def sections(desk):
    lines = good("sections", "list", *PACK, *desk, "--format", "json").out.splitlines()
    return {line["id"]: line for line in map(json.loads, lines)}


@test
def the_sections_of_the_pack_are_there_without_people():
    desk = database("fresh.db")
    there = sections(desk)
    assert there["jc.sec.approval-1"]["name"] == "项目审批一科", there
    assert all(line["officer"] == "" for line in there.values())
    # The notice does not say which section has which item.
    assert len(there[""]["boxes"]) > 114 and len(there[""]["texts"]) == 16
    text = good("sections", "list", *PACK, *desk).out
    assert "项目审批一科" in text and text.splitlines()[-1].startswith("-"), text


@test
def a_directory_goes_out_and_comes_back():
    desk = database("directory.db")
    written = json.loads(good("sections", "export", *PACK, *desk).out)
    written["sections"][2]["officer"] = "虚构·甲"
    written["assigned"] = {"jc.s1.items.city": "jc.sec.approval-1", "jc.s2.box.item.eia": "jc.sec.approval-2"}
    written["rest"] = "jc.sec.management"
    good("sections", "import", *PACK, *desk, put("sections.json", json.dumps(written)))
    there = sections(desk)
    assert there["jc.sec.approval-1"]["officer"] == "虚构·甲"
    assert "jc.s1.box.item.filing" in there["jc.sec.approval-1"]["boxes"]
    assert "jc.s1.box.app.filing-request" in there["jc.sec.approval-1"]["boxes"]
    assert "jc.s2.box.item.eia" in there["jc.sec.approval-2"]["boxes"]
    assert there["jc.sec.management"]["rest"] and there[""]["boxes"] == []
    good("sections", "export", *PACK, *desk, "-o", "again.json")
    assert json.loads((FOLDER / "again.json").read_text("utf-8")) == written


@test
def what_is_wrong_is_named_and_changes_nothing():
    desk = database("wrong.db")
    before = sections(desk)
    bad = put("bad.json", json.dumps({"format": "steward-sections", "format_version": 1, "pack": "jincheng-2022",
                                      "rest": "nobody"}))
    fails(FAILED, "nobody", "sections", "import", *PACK, *desk, bad)
    fails(FAILED, "no-such-pack", "sections", "list", "--pack", "no-such-pack", *desk)
    fails(USAGE, "--pack", "sections", "list", *desk)
    assert sections(desk) == before


DIRECTORY = {"format": "steward-sections", "format_version": 1, "pack": "jincheng-2022",
             "assigned": {"jc.s1.items.city": "jc.sec.approval-1", "jc.s1.items.county": "jc.sec.approval-1"}}
FILING, PROPOSAL = "jc.s1.box.item.filing", "jc.s1.box.item.proposal"


def asked(name):
    """A database with one project, and the request for one section's part of it."""
    desk = database(name)
    good("sections", "import", *PACK, *desk, put("directory.json", json.dumps(DIRECTORY)))
    good("new", "--pack", "jincheng-2022", "--force", "-o", "empty.steward")
    project = good("store", "import", *desk, "empty.steward").out.split()[0]
    good("request", "make", *desk, "--section", "jc.sec.approval-1", project, "--force", "-o", "x.steward-request")
    return desk, project, json.loads((FOLDER / "x.steward-request").read_text("utf-8"))


def answer(request, name, **ticks):
    said = dict(request, format="steward-answer", answered_by="乙", answered_at="2026-08-12T09:30:00+08:00",
                answer={"ticks": {key: {"on": on, "by": "乙", "at": "2026-08-12T09:29:00+08:00"}
                                  for key, on in ticks.items()}})
    return put(name, json.dumps(said, ensure_ascii=False))


def ticks(desk, project):
    text = good("store", "export", *desk, project, "-o", "-").out
    return {key: (tick["on"], tick.get("by")) for key, tick in json.loads(text).get("ticks", {}).items()}


@test
def a_request_goes_out_and_its_answer_comes_in_as_one_change():
    desk, project, request = asked("merge.db")
    assert [place["id"] for place in request["places"]][0] == PROPOSAL
    reply = answer(request, "one.steward-answer", **{FILING: True, PROPOSAL: False})
    told = good("request", "merge", *desk, reply, "--dry-run", "--format", "json").out.splitlines()
    assert [json.loads(line)["verdict"] for line in told] == ["change", "change"] and ticks(desk, project) == {}
    text = good("request", "merge", *desk, reply).out
    assert "企业投资项目备案" in text and "乙 · 2026-08-12 09:29" in text, text
    assert ticks(desk, project) == {FILING: (True, "乙"), PROPOSAL: (False, "乙")}
    log = [json.loads(line) for line in good("store", "log", *desk, "--format", "json").out.splitlines()]
    assert len(log) == 3 and "项目审批一科" in log[-1]["label"] and "项目审批一科" in log[-2]["label"], log
    said = json.loads(good("store", "export", *desk, project, "-o", "-").out)["requests"]
    assert "2026-08-12" in json.dumps(said) and "乙" in json.dumps(said, ensure_ascii=False), said
    good("store", "undo", *desk, project)
    assert ticks(desk, project) == {}
    good("store", "verify", *desk)


@test
def a_conflict_is_kept_as_it_was_unless_told():
    desk, project, request = asked("conflict.db")
    first = answer(request, "first.steward-answer", **{FILING: True})
    second = answer(request, "second.steward-answer", **{FILING: False, PROPOSAL: True})
    good("request", "merge", *desk, first)
    result = fails(FAILED, "", "request", "merge", *desk, second)
    assert "conflict  ours" in result.out and ticks(desk, project)[FILING] == (True, "乙")
    assert ticks(desk, project)[PROPOSAL] == (True, "乙")
    good("request", "merge", *desk, second, "--prefer", "ours")
    assert ticks(desk, project)[FILING] == (True, "乙")
    good("request", "merge", *desk, second, "--prefer", "theirs")
    assert ticks(desk, project)[FILING] == (False, "乙")


@test
def what_cannot_be_asked_or_merged_is_told():
    desk, project, request = asked("stray.db")
    fails(USAGE, "--section", "request", "make", *desk, project)
    fails(FAILED, "no section", "request", "make", *desk, "--section", "nobody", project)
    fails(FAILED, "Nothing of the form", "request", "make", *desk, "--section", "jc.sec.review", project)
    fails(FAILED, "exists already", "request", "make", *desk, "--section", "jc.sec.approval-1", project,
          "-o", "x.steward-request")
    fails(FAILED, "nobody has answered", "request", "merge", *desk, FOLDER / "x.steward-request")
    fails(USAGE, "--prefer", "request", "merge", *desk, "--prefer", "mine", "x")
    gone = dict(request, project={"id": "11111111-2222-4333-8444-555555555555"})
    fails(FAILED, "11111111", "request", "merge", *desk, answer(gone, "gone.steward-answer", **{FILING: True}))
    request["places"].append({"id": "old.box", "label": "旧版事项", "kind": "box"})
    request["pack"]["sha256"] = "of another version"
    old = answer(request, "old.steward-answer", **{FILING: True, "old.box": True})
    result = fails(FAILED, "another version of the form", "request", "merge", *desk, old)
    assert "unknown  ours  旧版事项" in result.out and ticks(desk, project) == {FILING: (True, "乙")}


@test
def gates_are_told_with_the_checks():
    good("new", "--pack", "jincheng-2022", "--force", "-o", "gate.steward")
    project = json.loads((FOLDER / "gate.steward").read_text("utf-8"))
    project["facts"] = {"type": "市级以上重点工程", "place": "虚构", "scale": "虚构", "content": "虚构",
                        "land": "取得用地手续"}
    path = put("gate.steward", json.dumps(project))
    told = json.loads(good("check", path, "--format", "json").out)
    gates = {gate["gate"]: gate for gate in told["gates"]}
    assert list(gates) == ["scope", "eligibility", "start", "entrustment"], told
    assert gates["eligibility"]["passed"] and not gates["start"]["passed"]
    assert [line["state"] for line in gates["start"]["lines"]] == ["met"] * 4 + ["missing", "met", "spared"]
    text = good("check", path).out
    assert "资金来源" in text and "建设规模" not in text, text


@test
def the_form_of_one_section_is_printed():
    good("new", "--pack", "jincheng-2022", "--sample=jincheng-factory", "--force", "-o", "factory.steward")
    directory = put("directory.json", json.dumps(DIRECTORY))
    words = ("form", "assessment", "factory.steward", "-o", "section.pdf", "--sections", directory)
    run(*words, "--section", "jc.sec.approval-1")
    text = "".join(subprocess.run(["pdftotext", "-raw", FOLDER / "section.pdf", "-"], capture_output=True,
                                  check=True).stdout.decode("utf-8").split())
    assert "项目审批一科" in text and "企业投资项目备案" in text and "虚构" in text, text
    # Items of the second stage belong to nobody here.
    assert "取水许可" not in text and "消防设计审查" not in text, text
    fails(FAILED, "Nothing of the form", *words, "--section", "jc.sec.review")
    fails(FAILED, "no section", *words, "--section", "nobody")
    fails(USAGE, "Only the assessment form", "form", "ledger", "factory.steward", "-o", "x.pdf", "--section", "x")


main("sections")
