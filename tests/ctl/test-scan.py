#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back on paper is attached, and the archive has it byte for byte."""
import hashlib
import json
import struct
import zipfile
import zlib

from ctl import FAILED, FOLDER, GOOD, PACKS, USAGE, main, put, run, test

SAMPLE = PACKS.parent / "samples" / "jincheng-factory.steward"
DATABASE = FOLDER / "desk.db"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(grey):
    """A PNG of one colour."""
    rows = b"".join(b"\0" + bytes([grey]) * 60 for _ in range(80))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60, 80, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def prepare():
    assert run("store", "init", DATABASE).status == GOOD
    result = run("store", "import", "--db", DATABASE, SAMPLE)
    assert result.status == GOOD, result
    return result.out.split()[0]


PROJECT = prepare()


def attach(*words):
    return run("scan", "attach", "--db", DATABASE, PROJECT, *words)


def refused(status, message, *words):
    result = attach(*words)
    assert result.status == status and message in result.err, result
    assert result.out == "", result


def documents():
    out = run("store", "export", "--db", DATABASE, PROJECT, "-o", "-")
    assert out.status == GOOD, out
    return json.loads(out.out).get("documents", {})


@test
def what_is_wrong_is_said_and_nothing_attached():
    page = put("page.png", picture(200))
    refused(USAGE, "--paper", page)
    refused(USAGE, "--paper", page, "--paper", "poem")
    refused(USAGE, "--date", page, "--paper", "entrustment", "--date", "2026-02-30")
    refused(FAILED, "cut.png", put("cut.png", picture(9)[:60]), "--paper", "entrustment")
    refused(FAILED, "poem.txt", page, put("poem.txt", b"hello"), "--paper", "entrustment")
    assert not documents()


@test
def scans_are_attached_and_archived():
    pages = [put("委托 1.png", picture(100)), put("委托 2.png", picture(150))]
    result = attach(*pages, "--paper", "entrustment", "--date", "2026-08-11")
    assert result.status == GOOD, result
    identifier, sha256, name = result.out.strip().split("  ")
    assert name == "委托 1.pdf"
    found = documents()
    assert list(found) == [identifier] and sha256 in json.dumps(found), found

    archive = FOLDER / "archive.zip"
    result = run("archive", "make", "--db", DATABASE, PROJECT, "-o", archive, "--as-of", "2026-08-12")
    assert result.status == GOOD, result
    with zipfile.ZipFile(archive) as opened:
        hashes = {hashlib.sha256(opened.read(one)).hexdigest(): one for one in opened.namelist()}
    assert "entrustment-scanned-2026-08-11.pdf" in hashes[sha256], hashes
    assert run("archive", "verify", archive).status == GOOD
    # The first paper of an archive is the entrustment, as drawn and as signed.
    assert hashes[sha256].startswith("002-"), hashes


main("scan")
