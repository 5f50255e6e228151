#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of a bureau: who fills in which part of the form."""
import json

from ctl import FAILED, FOLDER, USAGE, fails, good, main, put, test

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


main("sections")
