# SPDX-License-Identifier: GPL-3.0-or-later
"""stewardctl item: what is in the plan and what is not."""
import json

from ctl import FAILED, USAGE, fails, fresh_plan, good, main, test

EIA, ENERGY = "dt.s1.eia", "dt.s1.energy-review"


def rows(plan):
    return [row["id"] for row in json.loads(good("schedule", plan, "--format", "json").out)["tasks"]]


def offers(plan):
    return [line.split("\t") for line in good("item", "list", plan).out.splitlines()]


@test
def an_item_goes_and_comes_back():
    plan = fresh_plan()
    assert EIA in rows(plan)
    before = offers(plan)
    assert good("item", "remove", plan, EIA, "--by", "王").out == ""
    assert EIA not in rows(plan)
    now = offers(plan)
    assert [offer for offer in now if offer not in before] == [offer for offer in now if offer[0] == EIA], now
    told = json.loads(good("item", "list", plan, "--format", "json").out)["items"]
    assert [(item["id"], str(item["stage"]), item["name"]) for item in told] == [tuple(offer[:3]) for offer in now]
    assert good("item", "add", plan, EIA, "--by", "王").out == ""
    assert EIA in rows(plan)
    assert offers(plan) == before
    good("item", "remove", plan, EIA, "-o", "other.steward")
    assert EIA in rows(plan) and EIA not in rows("other.steward")


@test
def what_is_refused_changes_nothing():
    plan = fresh_plan()
    before = plan.read_bytes()
    for words, message in [(("add", plan, EIA), "already"), (("add", plan, "gone"), "no item"),
                           (("remove", plan, "gone"), "not in the plan")]:
        fails(FAILED, message, "item", *words)
        assert plan.read_bytes() == before
    fails(USAGE, "", "item", "add", plan)
    fails(USAGE, "", "item", "remove", plan, EIA, "--reason", "x")
    fails(USAGE, "-o is required", "item", "add", "-", EIA)
    fails(FAILED, "", "item", "list", "gone.steward")


@test
def what_has_begun_stays():
    good("new", "--pack", "datong-2025", "--sample", "-o", "sample.steward")
    begun = next(row["id"] for row in
                 json.loads(good("schedule", "sample.steward", "--format", "json").out)["tasks"] if row["id"] == EIA)
    fails(FAILED, "what happened stays", "item", "remove", "sample.steward", begun)


@test
def beyond_the_list_a_reason_is_wanted():
    plan = fresh_plan("listed.steward")
    good("item", "remove", plan, EIA)
    good("plan", "issue", plan, "--reason", "首次")
    before = plan.read_bytes()
    fails(FAILED, "--reason", "item", "add", plan, EIA)
    assert plan.read_bytes() == before
    good("item", "add", plan, EIA, "--reason", "新增", "--by", "王")
    assert EIA in rows(plan)
    assert '"新增"' in plan.read_text(encoding="utf-8")


if __name__ == "__main__":
    main("items-told")
