#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive of a project: opens without Steward, and shows every change."""
import csv
import hashlib
import io
import json
import os
import shutil
import struct
import subprocess
import zipfile

from ctl import ENVIRONMENT, FAILED, FOLDER, PACKS, USAGE, fails, main, put, run, test

SAMPLE = PACKS.parent / "samples" / "jincheng-school.steward"
ZIP = FOLDER / "good.zip"
SCAN = bytes(range(256)) * 300
STEMS = ["entrustment.pdf", "assessment.pdf", "service-plan.pdf", "会议_纪要_一.pdf", "notice-1.pdf", "notice-2.pdf",
         "notice-3.pdf", "notice-4.pdf", "correction-c09.pdf", "ledger.pdf", "hand-over-1.pdf", "closing-1.pdf",
         "suggestion.pdf", "project.steward", "scan.bin"]


def make(out, *words, **kind):
    result = run("archive", "make", SAMPLE, "-o", out, "--as-of", "2026-08-12", *words, **kind)
    assert result.status == 0, result
    return result.out.split()


def attachments():
    minutes = put("会议 纪要:一.pdf", b"%PDF-1.7 talk")
    return ["--attach", put("scan.bin", SCAN), "--attach", f"minutes={minutes}"]


NAMES = make(ZIP, *attachments())


def verdict(path, status=None, **kind):
    result = run("archive", "verify", path, "--format", "json", **kind)
    told = json.loads(result.out)
    assert result.err == "", result
    assert result.status == (0 if told["verdict"] == "good" else 1), result
    assert (told["verdict"] == "good") == (not told["findings"]), told
    return [(finding["kind"], finding["name"]) for finding in told["findings"]]


def contents():
    with zipfile.ZipFile(ZIP) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def rezip(path, files, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return path


def unpack():
    folder = FOLDER / "unpacked"
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(ZIP) as archive:
        archive.extractall(folder)
    return folder


@test
def other_programs_open_it_and_the_index_is_true():
    with zipfile.ZipFile(ZIP) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == NAMES and NAMES[0] == "index.json", NAMES
        assert [name[4:] for name in NAMES[1:-2]] == STEMS, NAMES
        assert [name[:4] for name in NAMES[1:-2]] == ["%03d-" % number for number in range(1, len(STEMS) + 1)]
        assert archive.read("015-scan.bin") == SCAN
        index = json.loads(archive.read("index.json"))
        rows = list(csv.DictReader(io.StringIO(archive.read("index.csv").decode("utf-8-sig"))))
        assert [file["name"] for file in index["files"]] == NAMES[1:]
        for file in index["files"]:
            data = archive.read(file["name"])
            assert (file["size"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest()), file
        assert [(row["file"], row["size"], row["sha256"]) for row in rows] == \
            [(file["name"], str(file["size"]), file["sha256"]) for file in index["files"][:-2]]
        put("index.pdf", archive.read("index.pdf"))
        text = subprocess.run(["pdftotext", "-raw", FOLDER / "index.pdf", "-"], capture_output=True,
                              check=True).stdout.decode("utf-8").replace("\n", "").replace(" ", "")
        for row in rows:
            assert row["sha256"] in text and row["size"] in text, row
    if shutil.which("unzip"):
        done = subprocess.run(["unzip", "-t", ZIP], capture_output=True, check=False)
        assert done.returncode == 0 and b"No errors" in done.stdout, done


@test
def an_archive_is_intact_in_every_locale_and_as_a_folder():
    for locale in ("C", "C.UTF-8", "zh_CN.UTF-8"):
        assert verdict(ZIP, env=dict(ENVIRONMENT, LC_ALL=locale)) == [], locale
    folder = FOLDER / "folder"
    assert make(folder, *attachments()) == NAMES
    assert verdict(folder) == []
    assert [(name, (folder / name).read_bytes()) for name in NAMES] == contents()
    assert verdict(rezip(FOLDER / "again.zip", reversed(contents()), zipfile.ZIP_STORED)) == []


@test
def the_same_facts_give_the_same_bytes():
    for zone, locale in (("Asia/Shanghai", "zh_CN.UTF-8"), ("America/New_York", "C")):
        make(FOLDER / "same.zip", *attachments(), env=dict(ENVIRONMENT, TZ=zone, LC_ALL=locale))
        assert (FOLDER / "same.zip").read_bytes() == ZIP.read_bytes(), zone


@test
def one_changed_byte_is_found():
    for name in NAMES[1:]:
        files = [(other, data if other != name else data[:-1] + bytes([data[-1] ^ 1])) for other, data in contents()]
        assert verdict(rezip(FOLDER / "changed.zip", files)) == [("changed", name)], name
    folder = unpack()
    for change in (lambda data: data + b"x", lambda data: data[:-1], lambda data: b""):
        path = folder / "010-ledger.pdf"
        before = path.read_bytes()
        path.write_bytes(change(before))
        assert verdict(folder) == [("changed", "010-ledger.pdf")]
        path.write_bytes(before)
    assert verdict(folder) == []


@test
def a_byte_flipped_inside_the_zip_is_never_intact():
    data = ZIP.read_bytes()
    with zipfile.ZipFile(ZIP) as archive:
        places = [info.header_offset + 30 + len(info.filename.encode()) + 200 for info in archive.infolist()[1:-2]
                  if info.compress_size > 1000]
    assert len(places) > 5
    for place in places:
        flipped = put("flipped.zip", data[:place] + bytes([data[place] ^ 0x40]) + data[place + 1:])
        result = run("archive", "verify", flipped)
        assert result.status == FAILED, (place, result)


@test
def missing_and_added_files_are_found():
    files = contents()
    assert verdict(rezip(FOLDER / "less.zip", [file for file in files if file[0] != "013-suggestion.pdf"])) == \
        [("missing", "013-suggestion.pdf")]
    assert verdict(rezip(FOLDER / "more.zip", files + [("010-more.pdf", b"x")])) == [("extra", "010-more.pdf")]
    folder = unpack()
    (folder / "003-service-plan.pdf").unlink()
    (folder / "note.txt").write_text("x")
    (folder / "sub").mkdir()
    (folder / "link").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe")
    assert verdict(folder) == [("missing", "003-service-plan.pdf"), ("unsafe", "link"), ("extra", "note.txt"),
                               ("unsafe", "pipe"), ("unsafe", "sub")]


@test
def hostile_names_are_told_and_nothing_is_written():
    names = ["../evil", "/tmp/evil", "a/b", "a\\b", "..", ".hidden", "c:evil", "con\x1b[31m", "x" * 300, "dir/"]
    before = sorted(FOLDER.iterdir())
    for name in names:
        found = verdict(rezip(FOLDER / "again.zip", contents() + [(name, b"x")]))
        assert len(found) == 1 and found[0][0] == "unsafe" and "\x1b" not in found[0][1], (name, found)
    assert sorted(FOLDER.iterdir()) == before
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    assert verdict(rezip(FOLDER / "again.zip", contents() + [(link, b"/etc/passwd")])) == [("unsafe", "link")]


@test
def a_file_that_is_there_twice_is_found():
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in ("010-ledger.pdf", "index.json"):
            assert verdict(rezip(FOLDER / "again.zip", contents() + [(name, b"other")])) == [("duplicate", name)]


def index_with(change):
    files = dict(contents())
    index = json.loads(files["index.json"])
    change(index)
    files["index.json"] = json.dumps(index)
    return rezip(FOLDER / "index.zip", files.items())


@test
def a_bomb_is_not_unpacked():
    bomb = b"\0" * (32 << 20)
    files = [(name, data if name != "015-scan.bin" else bomb) for name, data in contents()]
    assert verdict(rezip(FOLDER / "bomb.zip", files)) == [("changed", "015-scan.bin")]
    files = [(name, data if name != "index.json" else bomb) for name, data in contents()]
    fails(FAILED, "too large", "archive", "verify", rezip(FOLDER / "bomb.zip", files))
    (FOLDER / "bomb.zip").unlink()
    many = [("%d" % number, b"") for number in range(1000)]
    fails(FAILED, "more than 999", "archive", "verify", rezip(FOLDER / "many.zip", contents() + many))
    fails(FAILED, "more than 999", "archive", "verify", rezip(FOLDER / "many.zip", many + contents()))


@test
def a_wrong_index_is_told_with_its_place():
    for message, change in (
            ("files[0].sha256", lambda index: index["files"][0].update(sha256="A" * 64)),
            ("files[1].name", lambda index: index["files"][1].update(name="../x")),
            ("files[1].name", lambda index: index["files"][1].update(name="index.json")),
            ("stands twice", lambda index: index["files"].append(index["files"][0])),
            ("files[2].size", lambda index: index["files"][2].update(size=-1)),
            ("files[2].size", lambda index: index["files"][2].update(size=1 << 40)),
            ("too large", lambda index: [file.update(size=200 << 20) for file in index["files"]]),
            ("format", lambda index: index.update(format="other")),
            ("format_version", lambda index: index.update(format_version=2)),
            ("files", lambda index: index.pop("files")),
            ("more than 999", lambda index: index.update(files=[{}] * 1000))):
        fails(FAILED, message, "archive", "verify", index_with(change))


@test
def what_is_no_archive_is_told():
    for name, data in (("empty.zip", b""), ("text.zip", b"PK\3\4 and no more"),
                       ("cut.zip", ZIP.read_bytes()[:-100]), ("end.zip", b"PK\5\6" + struct.pack("<4H2LH", *[0] * 7))):
        fails(FAILED, name, "archive", "verify", put(name, data))
    fails(FAILED, "no “index.json”", "archive", "verify", rezip(FOLDER / "none.zip", [("a", b"")]))
    fails(FAILED, "missing.zip", "archive", "verify", "missing.zip")
    (FOLDER / "nothing").mkdir()
    fails(FAILED, "nothing", "archive", "verify", "nothing")
    fails(USAGE, "", "archive", "verify")
    fails(USAGE, "-o is required", "archive", "make", SAMPLE)
    fails(FAILED, "is not empty", "archive", "make", SAMPLE, "-o", unpack())
    fails(FAILED, "no-such.pdf", "archive", "make", SAMPLE, "-o", "x.zip", "--attach", "minutes=no-such.pdf")
    assert not (FOLDER / "x.zip").exists()


main("archive")
