#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One paper of a project at a time, and the list of those it has."""
import json
import subprocess

from ctl import FAILED, FOLDER, GOOD, USAGE, fails, good, main, put, run, test

SAMPLE = FOLDER / "sample.steward"
AS_OF = ("--as-of", "2026-08-12")
good("new", "--pack", "datong-2025", "--sample", "-o", SAMPLE)


def text(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode("utf-8")


def make(*words):
    """What it has to say may only be about fonts."""
    result = run("form", *words)
    assert result.status == GOOD and all(line.startswith("note: ") for line in result.err.splitlines()), result


def listed():
    return json.loads(good("form", "list", SAMPLE, *AS_OF, "--format", "json").out)


@test
def everything_listed_can_be_made():
    papers = listed()
    assert len(papers) > 15, papers
    for paper in papers:
        out = FOLDER / "paper.pdf"
        words = ["--subject", paper["subject"]] if paper["subject"] else []
        make(paper["paper"], SAMPLE, *AS_OF, "-o", out, *words)
        assert "".join(paper["title"].split()) in "".join(text(out).split()), paper


@test
def the_list_says_what_each_is_about_and_why():
    for paper in listed():
        assert paper["about"] in ("project", "stage", "case", "edition", "meeting", "step"), paper
        assert paper["reason"] and paper["title"], paper
        assert (paper["name"] == "") == (paper["subject"] == ""), paper
    missing = [paper for paper in listed() if paper["due"] and not paper["recorded"]]
    lines = good("form", "list", SAMPLE, *AS_OF).out.splitlines()
    assert len(lines) == len(listed())
    assert len([line for line in lines if " *" in line]) == len(missing) > 0


@test
def the_help_names_every_kind():
    described = good("form", "--help").out
    kinds = {paper["paper"] for paper in listed()}
    assert len(kinds) > 10
    for kind in sorted(kinds):
        assert kind in described, kind


@test
def stages_are_different_papers():
    seen = set()
    for stage in ("dt.s1", "dt.s2", "dt.s3", "dt.s4"):
        out = FOLDER / "notice.pdf"
        make("notice", SAMPLE, "-o", out, "--subject", stage, *AS_OF)
        seen.add(text(out))
    assert len(seen) == 4


@test
def the_notice_on_policy_says_why():
    out = FOLDER / "policy.pdf"
    make("policy", SAMPLE, "--reasons", put("reasons.txt", "位于禁建区\n超出用地标准\n".encode()), "-o", out)
    told = "".join(text(out).split())
    assert "1.位于禁建区" in told and "2.超出用地标准" in told, told
    fails(USAGE, "policy", "form", "notice", SAMPLE, "--reasons", FOLDER / "reasons.txt", "-o", out)
    for wrong, message in (b"\xff\xfe", "UTF-8"), (("长" * 3001).encode(), "3000"), (b"x" * 30000, "wrong.txt"):
        fails(FAILED, message, "form", "policy", SAMPLE, "--reasons", put("wrong.txt", wrong), "-o", out)


@test
def what_is_wrong_is_said():
    out = FOLDER / "no.pdf"
    fails(FAILED, "dt.s9", "form", "notice", SAMPLE, "-o", out, "--subject", "dt.s9")
    fails(FAILED, "c99", "form", "correction", SAMPLE, "-o", out, "--subject", "c99")
    fails(FAILED, "whole project", "form", "ledger", SAMPLE, "-o", out, "--subject", "dt.s1")
    fails(FAILED, "nothing.steward", "form", "ledger", FOLDER / "nothing.steward", "-o", out)
    fails(USAGE, "letter", "form", "letter", SAMPLE, "-o", out)
    fails(USAGE, "-o", "form", "ledger", SAMPLE)
    fails(USAGE, "", "form", "ledger")
    fails(USAGE, "", "form", "list")
    assert not out.exists()


main("form")
