# SPDX-License-Identifier: GPL-3.0-or-later
"""stewardctl link: what waits for what, by the steward's own word."""
import json

from ctl import FAILED, USAGE, fails, fresh_plan, good, main, test

EIA, ENERGY, FILING, PERMIT = ("dt.s1.eia", "dt.s1.energy-review", "dt.s1.filing",
                               "dt.s2.construction-planning-permit")


def find(plan, name):
    rows = json.loads(good("schedule", plan, "--format", "json").out)["tasks"]
    return next(row for row in rows if row["id"] == name)


@test
def what_is_linked_waits():
    plan = fresh_plan()
    assert good("link", "list", plan).out == ""
    assert find(plan, ENERGY)["start"] == find(plan, EIA)["start"]
    assert good("link", "add", plan, EIA, ENERGY, "--note", "先环评", "--by", "王").out == ""
    assert find(plan, ENERGY)["start"] == find(plan, EIA)["finish"]
    assert find(plan, ENERGY)["binding"] == EIA
    kind, first, then, text = good("link", "list", plan).out.strip().split("\t")
    assert (kind, first, then) == ("own", EIA, ENERGY), (kind, first, then)
    assert "王" in text and "先环评" in text, text
    told = json.loads(good("link", "list", plan, "--format", "json").out)["links"]
    assert [(link["from"], link["to"], link["by"], link["note"]) for link in told] == [(EIA, ENERGY, "王", "先环评")]
    good("link", "remove", plan, EIA, ENERGY)
    assert find(plan, ENERGY)["start"] == find(plan, EIA)["start"]


@test
def what_is_refused_changes_nothing():
    plan = fresh_plan()
    before = plan.read_bytes()
    for words, message in [(("add", plan, PERMIT, EIA), "→"), (("add", plan, FILING, EIA), "by the rules"),
                           (("add", plan, EIA, EIA), "itself"), (("add", plan, EIA, "gone"), "gone"),
                           (("remove", plan, FILING, EIA), "only links of your own"),
                           (("remove", plan, ENERGY, EIA), "There is no link")]:
        fails(FAILED, message, "link", *words)
        assert plan.read_bytes() == before
    fails(USAGE, "", "link", "add", plan, EIA)
    fails(USAGE, "", "link", "remove", plan, EIA, ENERGY, "--note", "x")
    fails(USAGE, "-o is required", "link", "add", "-", EIA, ENERGY)


@test
def rules_are_listed_when_asked_for():
    plan = fresh_plan()
    lines = good("link", "list", plan, "--all").out.splitlines()
    assert f"rule\t{FILING}\t{EIA}\t" in lines, lines
    assert all(line.startswith("rule\t") for line in lines)


@test
def a_file_keeps_what_rests():
    other = fresh_plan("other.steward", links={f"{ENERGY} {EIA}": {"by": "李", "at": "2026-03-02T09:00:00+08:00"},
                                               f"{EIA} {ENERGY}": {"by": "王", "at": "2026-03-01T09:00:00+08:00"}})
    kinds = [line.split("\t")[:3] for line in good("link", "list", other).out.splitlines()]
    assert kinds == [["own", EIA, ENERGY], ["rests", ENERGY, EIA]], kinds
    good("link", "remove", other, EIA, ENERGY, "-o", "third.steward")
    assert good("link", "list", "third.steward").out.startswith(f"own\t{ENERGY}\t{EIA}\t")


if __name__ == "__main__":
    main("links-told")
