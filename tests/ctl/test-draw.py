#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawings of any size, style and stage, as files that other programs read."""
import json
import pathlib
import re
import struct
import subprocess
import xml.etree.ElementTree

from ctl import CTL, ENVIRONMENT, FAILED, FOLDER, USAGE, fails, good, main, test

DRAWINGS = ("flowchart", "timeline")
SAMPLE = FOLDER / "sample.steward"
good("new", "--pack", "datong-2025", "--sample", "-o", SAMPLE)


def png_size(path):
    return struct.unpack(">II", path.read_bytes()[16:24])


def pdf(path, tool, *words):
    return subprocess.run([tool, *words, path, *(["-"] if tool == "pdftotext" else [])], capture_output=True,
                          check=True).stdout.decode("utf-8")


@test
def pictures_have_exactly_the_pixels_asked_for():
    for drawing in DRAWINGS:
        for size in ((1024, 768), (1920, 1080), (3840, 2160), (100, 100)):
            out = FOLDER / f"{drawing}.png"
            good("draw", drawing, SAMPLE, "-o", out, "--size", "%dx%d" % size)
            assert png_size(out) == size


@test
def styles_and_stages_are_different_pictures():
    for drawing in DRAWINGS:
        seen = set()
        for words in ([], ["--style", "dark"], ["--style", "contrast"], ["--style", "grey"],
                      ["--stage", "1"], ["--stage", "4"]):
            out = FOLDER / "style.png"
            good("draw", drawing, SAMPLE, "-o", out, "--size", "640x480", *words)
            seen.add(out.read_bytes())
        assert len(seen) == 6, drawing


@test
def one_stage_says_nothing_of_another():
    for drawing in DRAWINGS:
        out = FOLDER / f"{drawing}.pdf"
        good("draw", drawing, SAMPLE, "-o", out, "--stage", "2")
        text = pdf(out, "pdftotext")
        assert "工程建设许可阶段" in text and "竣工验收阶段" not in text, text


@test
def papers_have_their_size_and_can_be_searched():
    for drawing in DRAWINGS:
        for paper, size in (("A0", "3370.39 x 2383.94"), ("a4", "841.89 x 595.28"), ("A3", "1190.55 x 841.89")):
            out = FOLDER / f"{drawing}.pdf"
            good("draw", drawing, SAMPLE, "-o", out, "--size", paper, "--style", "grey")
            assert size in pdf(out, "pdfinfo"), pdf(out, "pdfinfo")
            assert "施工" in pdf(out, "pdftotext")


@test
def a_paper_stands_upright_if_wanted():
    out = FOLDER / "upright.PDF"
    good("draw", "timeline", SAMPLE, "-o", out, "--size", "A4", "--portrait", "--zoom", "day")
    assert "595.28 x 841.89" in pdf(out, "pdfinfo")
    good("draw", "timeline", SAMPLE, "-o", out, "--size", "A4", "--zoom", "day")
    assert "841.89 x 595.28" in pdf(out, "pdfinfo")
    assert "第1行第2列" in pdf(out, "pdftotext").replace(" ", "")
    fails(USAGE, "--portrait", "draw", "timeline", SAMPLE, "-o", FOLDER / "x.pdf", "--size", "300x400", "--portrait")


@test
def one_page_holds_all_of_it_if_wanted():
    out = FOLDER / "one.pdf"
    good("draw", "timeline", SAMPLE, "-o", out, "--size", "A4", "--zoom", "day", "--one-page")
    info = pdf(out, "pdfinfo")
    assert re.search(r"Pages: +1\n", info), info
    fails(USAGE, "--one-page", "draw", "timeline", SAMPLE, "-o", FOLDER / "x.svg", "--one-page")


@test
def many_rows_are_one_page_wide():
    project = json.loads(SAMPLE.read_text(encoding="utf-8"))
    project["cases"] = [{**case, "id": f"{case['id']}-{number}", "segment": f"第 {number} 标段"}
                        for case in project["cases"] for number in range(1, 9)]
    many = FOLDER / "many.steward"
    many.write_text(json.dumps(project, ensure_ascii=False), encoding="utf-8")
    out = FOLDER / "many.pdf"
    good("draw", "timeline", many, "-o", out, "--size", "A3")
    # 216 rows, with the head and the signs on each page.
    pages = int(re.search(r"Pages: +(\d+)\n", pdf(out, "pdfinfo")).group(1))
    assert 8 <= pages <= 16, pages
    text = pdf(out, "pdftotext")
    assert text.count("虚构云冈广场商业综合体项目") >= pages and "第 8 标段" in text


@test
def readers_are_told_language_and_title():
    out = FOLDER / "told.pdf"
    good("draw", "flowchart", SAMPLE, "-o", out)
    # Unpacked: what is in the file itself depends on the version of Cairo.
    data = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", out, "-"], capture_output=True,
                          check=True).stdout
    assert b"/Lang (zh-CN)" in data and b"/DisplayDocTitle true" in data and b"/AcroForm" not in data
    assert "流程图" in pdf(out, "pdfinfo")


@test
def svg_is_well_formed_and_has_its_size():
    for drawing in DRAWINGS:
        out = FOLDER / f"{drawing}.svg"
        good("draw", drawing, SAMPLE, "-o", out, "--size", "800x600")
        root = xml.etree.ElementTree.parse(out).getroot()
        assert root.get("viewBox") == "0 0 800 600", root.attrib
        assert "虚构" in root.find("{http://www.w3.org/2000/svg}title").text


@test
def a_flowchart_has_rows_of_bureaus():
    texts = []
    for words in ([], ["--lanes"]):
        out = FOLDER / "lanes.pdf"
        good("draw", "flowchart", SAMPLE, "-o", out, "--size", "A0", *words)
        texts.append(pdf(out, "pdftotext"))
    assert "阶段内同步" in texts[1] and "生态环境" in texts[1]
    assert texts[0] != texts[1]


@test
def a_stage_fills_screens_of_a_projector():
    seen = set()
    for screen in ("1", "2"):
        out = FOLDER / "screen.png"
        good("draw", "flowchart", SAMPLE, "-o", out, "--stage", "4", "--screen", screen, "--size", "1024x768")
        assert png_size(out) == (1024, 768)
        seen.add(out.read_bytes())
    assert len(seen) == 2
    fails(FAILED, "no screen 9", "draw", "flowchart", SAMPLE, "-o", FOLDER / "x.png", "--stage", "4", "--screen", "9")
    fails(USAGE, "--screen needs --stage", "draw", "flowchart", SAMPLE, "-o", FOLDER / "x.png", "--screen", "1")
    fails(USAGE, "", "draw", "timeline", SAMPLE, "-o", FOLDER / "x.png", "--screen", "1")


@test
def rows_stand_below_what_is_asked_for():
    out = FOLDER / "group.pdf"
    for by, word in (("bureau", "行政审批"), ("light", "办结"), ("stage", "立项用地许可阶段")):
        good("draw", "timeline", SAMPLE, "-o", out, "--group", by, "--size", "A0")
        assert word in pdf(out, "pdftotext")
    pages = set()
    for zoom in ("day", "week", "month", "quarter", "fit"):
        good("draw", "timeline", SAMPLE, "-o", out, "--zoom", zoom, "--size", "A4")
        pages.add(pdf(out, "pdftotext"))
    assert len(pages) == 5
    fails(USAGE, "--group", "draw", "timeline", SAMPLE, "-o", FOLDER / "x.png", "--group", "moon")
    fails(USAGE, "--zoom", "draw", "timeline", SAMPLE, "-o", FOLDER / "x.png", "--zoom", "moon")


@test
def an_edition_is_a_baseline():
    issued = FOLDER / "issued.steward"
    good("plan", "issue", SAMPLE, "--reason", "首次", "-o", issued)
    out = FOLDER / "baseline.pdf"
    good("draw", "timeline", issued, "-o", out, "--baseline", "1", "--size", "A2")
    assert "第 1 版" in pdf(out, "pdftotext")
    good("draw", "timeline", issued, "-o", out, "--size", "A2")
    assert "第 1 版" not in pdf(out, "pdftotext")
    fails(FAILED, "no edition 2", "draw", "timeline", issued, "-o", FOLDER / "x.png", "--baseline", "2")
    fails(USAGE, "not the number", "draw", "timeline", issued, "-o", FOLDER / "x.png", "--baseline", "-1")
    fails(USAGE, "--baseline", "draw", "flowchart", issued, "-o", FOLDER / "x.png", "--baseline", "1")


@test
def a_portfolio_has_all_projects():
    other = FOLDER / "other.steward"
    good("new", "--pack", "jincheng-2022", "--sample", "-o", other)
    out = FOLDER / "portfolio.pdf"
    good("draw", "portfolio", SAMPLE, other, "-o", out, "--size", "A2")
    text = pdf(out, "pdftotext")
    assert "2 个项目" in text and "各部门每周工作量" in text and "行政审批" in text, text
    good("draw", "portfolio", SAMPLE, "-o", FOLDER / "one.png", "--size", "800x600", "--zoom", "month")
    assert png_size(FOLDER / "one.png") == (800, 600)
    fails(FAILED, "no-such", "draw", "portfolio", SAMPLE, FOLDER / "no-such.steward", "-o", FOLDER / "x.png")


def complete(*words):
    """What bash proposes for the last of the words."""
    script = pathlib.Path(__file__).resolve().parents[2] / "data" / "stewardctl.bash"
    done = subprocess.run(["bash", "-c", """
        source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _stewardctl
        printf '%s\\n' "${COMPREPLY[@]}" """, script, CTL, *words], env=ENVIRONMENT, capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.decode("utf-8").split()


@test
def words_can_be_completed():
    assert complete("dra") == ["draw"]
    assert {"flowchart", "timeline", "portfolio"} <= set(complete("draw", ""))
    assert complete("draw", "flowchart", "--sta") == ["--stage"]
    assert complete("draw", "timeline", "--style", "") == ["light", "dark", "contrast", "grey"]
    assert complete("draw", "timeline", "--style", "=", "da") == ["dark"]
    assert complete("draw", "timeline", "--style", "=") == ["light", "dark", "contrast", "grey"]
    assert complete("draw", "timeline", "--size", "A") == ["A0", "A1", "A2", "A3", "A4"]
    assert "datong-2025" in complete("new", "--pack", "d")
    assert complete("due", "--expl") == ["--explain"]
    assert complete("draw", "timeline", "project") == []


@test
def what_is_wrong_is_told():
    for status, message, words in (
            (USAGE, "-o is required", []), (USAGE, "is not a size", ["-o", "x.png", "--size", "80x600"]),
            (USAGE, "is not a size", ["-o", "x.png", "--size", "A9"]),
            (USAGE, "is not a size", ["-o", "x.png", "--size", "0x400x300"]),
            (USAGE, "is not a size", ["-o", "x.png", "--size", "1e3x1e3"]),
            (USAGE, "is not a size", ["-o", "x.png", "--size", "100000x100000"]),
            (FAILED, "million pixels", ["-o", "x.png", "--size", "14000x14000"]),
            (USAGE, "is not a style", ["-o", "x.png", "--style", "pink"]),
            (USAGE, "does not end in", ["-o", "x.doc"]),
            (FAILED, "no stage 9", ["-o", "x.png", "--stage", "9"]),
            (FAILED, "no/such", ["-o", FOLDER / "no/such/x.png"])):
        for drawing in DRAWINGS:
            fails(status, message, "draw", drawing, SAMPLE, *words)
    assert not list(FOLDER.glob("x.*"))
    fails(USAGE, "draw flowchart, draw timeline", "draw")
    fails(USAGE, "draw flowchart, draw timeline", "draw", "house")


main("draw")
