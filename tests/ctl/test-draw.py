#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawings of any size, style and stage, as files that other programs read."""
import struct
import subprocess
import xml.etree.ElementTree

from ctl import FAILED, FOLDER, USAGE, fails, good, main, test

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
def svg_is_well_formed_and_has_its_size():
    for drawing in DRAWINGS:
        out = FOLDER / f"{drawing}.svg"
        good("draw", drawing, SAMPLE, "-o", out, "--size", "800x600")
        root = xml.etree.ElementTree.parse(out).getroot()
        assert root.get("viewBox") == "0 0 800 600", root.attrib


@test
def what_is_wrong_is_told():
    for status, message, words in (
            (USAGE, "-o is required", []), (USAGE, "is not a size", ["-o", "x.png", "--size", "80x600"]),
            (USAGE, "is not a size", ["-o", "x.png", "--size", "A9"]),
            (USAGE, "is not a style", ["-o", "x.png", "--style", "pink"]),
            (USAGE, "does not end in", ["-o", "x.doc"]),
            (FAILED, "no stage 9", ["-o", "x.png", "--stage", "9"]),
            (FAILED, "no/such", ["-o", FOLDER / "no/such/x.png"])):
        for drawing in DRAWINGS:
            fails(status, message, "draw", drawing, SAMPLE, *words)
    assert not list(FOLDER.glob("x.*"))


main("draw")
