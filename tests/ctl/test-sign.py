#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing and verifying from outside.

Usage: test-sign.py STEWARDCTL MAKE-SIGNED
"""
import json
import os
import pty
import subprocess
import sys

from ctl import CTL, ENVIRONMENT, FAILED, FOLDER, GOOD, USAGE, fails, good, main, put, run, test

KEYS = ["field", "signer", "time", "intact", "trusted", "covers_whole", "changed_after"]
ROOTS = FOLDER / "roots"
PAPER = FOLDER / "paper-classic.pdf"
BOTH = FOLDER / "signed-linear-packed.pdf"

subprocess.run([sys.argv[2], str(FOLDER)], check=True)


def sign(*words, key="unit", output="out.pdf", paper=PAPER, **kind):
    return good("sign", "--field", key, "--key", FOLDER / f"{key}.p12", "--password-file", FOLDER / "password",
                "--force", "-o", FOLDER / output, *words, paper, **kind)


def verify(name, *words, status=GOOD):
    result = run("verify", "--roots", ROOTS, "--format", "json", *words, name)
    assert result.status == status, result
    assert result.out.count("\n") == 1, result
    return json.loads(result.out)


@test
def both_parties_sign():
    sign("--seal", FOLDER / "seal.png", "--reason", "办结", "--place", "晋城", "--caption", "2026-08-12")
    answer = verify(FOLDER / "out.pdf")
    assert list(answer) == ["signatures", "verdict"] and answer["verdict"] == "good", answer
    assert [list(one) for one in answer["signatures"]] == [KEYS], answer
    first = answer["signatures"][0]
    assert first["field"] == "unit" and first["signer"] == "虚构建设公司" and first["covers_whole"], first
    sign(key="steward", output="both.pdf", paper=FOLDER / "out.pdf")
    answer = verify(FOLDER / "both.pdf")
    assert [one["field"] for one in answer["signatures"]] == ["unit", "steward"], answer
    assert [one["covers_whole"] for one in answer["signatures"]] == [False, True], answer
    assert all(one["intact"] and one["trusted"] and one["changed_after"] == [] for one in answer["signatures"]), answer
    told = good("verify", "--roots", ROOTS, FOLDER / "both.pdf").out
    assert "Intact" in told and "Trusted" in told and "虚构项目长" in told, told


@test
def a_signed_file_starts_with_what_was_signed():
    sign(output="start.pdf")
    assert (FOLDER / "start.pdf").read_bytes().startswith(PAPER.read_bytes())


@test
def in_place_is_the_default():
    path = put("place.pdf", PAPER.read_bytes())
    good("sign", "--field", "unit", "--key", FOLDER / "unit.p12", "--password-file", FOLDER / "password", path)
    assert verify(path)["verdict"] == "good"


@test
def without_roots_nobody_is_trusted():
    answer = json.loads(run("verify", "--format", "json", BOTH).out)
    assert answer["verdict"] == "untrusted" and not any(one["trusted"] for one in answer["signatures"]), answer
    assert run("verify", BOTH).status == FAILED
    assert "NOT TRUSTED" in run("verify", BOTH).out


@test
def an_unsigned_paper_says_so():
    answer = verify(PAPER, status=FAILED)
    assert answer == {"signatures": [], "verdict": "unsigned"}, answer
    assert "Not signed yet: the field “unit”" in run("verify", PAPER).out


@test
def tampering_is_seen():
    bytes_ = BOTH.read_bytes()
    broken = put("broken.pdf", bytes_.replace(b"%PDF-1.", b"%PDF-2.", 1))
    answer = verify(broken, status=FAILED)
    assert answer["verdict"] == "broken" and not any(one["intact"] for one in answer["signatures"]), answer
    assert "NOT INTACT" in run("verify", "--roots", ROOTS, broken).out
    longer = put("longer.pdf", bytes_ + b"more")
    answer = verify(longer, status=FAILED)
    assert answer["verdict"] == "changed", answer
    assert all(one["intact"] and one["changed_after"] == ["bytes"] for one in answer["signatures"]), answer
    assert "CHANGED AFTERWARDS" in run("verify", "--roots", ROOTS, longer).out


@test
def what_is_no_signed_pdf_is_a_clear_error():
    fails(FAILED, "not a PDF", "verify", put("text.pdf", "words"))
    fails(FAILED, "not a PDF", "verify", put("empty.pdf", ""))
    fails(FAILED, "could not be read", "verify", FOLDER / "missing.pdf")
    fails(FAILED, "could not be read", "verify", "--roots", FOLDER / "missing", BOTH)
    fails(FAILED, "damaged", "verify", put("half.pdf", PAPER.read_bytes()[:-40]))


@test
def standard_input_is_read():
    result = run("verify", "--roots", ROOTS, "--format", "json", "-", stdin=BOTH.read_bytes())
    assert result.status == GOOD and json.loads(result.out)["verdict"] == "good", result


@test
def refusals_leave_the_file_alone():
    path = put("left.pdf", PAPER.read_bytes())
    key = ["--key", FOLDER / "unit.p12"]
    secret = ["--password-file", FOLDER / "password"]
    fails(FAILED, "signs first", "sign", "--field", "steward", *key, *secret, path)
    fails(FAILED, "it has: unit, steward", "sign", "--field", "nobody", *key, *secret, path)
    fails(FAILED, "password is wrong", "sign", "--field", "unit", *key, "--password-file", put("bad", "bad\n"), path)
    fails(FAILED, "PKCS#12", "sign", "--field", "unit", "--key", PAPER, *secret, path)
    fails(FAILED, "PNG", "sign", "--field", "unit", *key, *secret, "--seal", PAPER, path)
    fails(FAILED, "could not be read", "sign", "--field", "unit", "--key", FOLDER / "none", *secret, path)
    fails(FAILED, "could not be read", "sign", "--field", "unit", *key, "--password-file", FOLDER / "none", path)
    fails(FAILED, "exists already", "sign", "--field", "unit", *key, *secret, "-o", PAPER, path)
    assert path.read_bytes() == PAPER.read_bytes()


@test
def the_password_comes_from_the_standard_input():
    path = put("stdin.pdf", PAPER.read_bytes())
    good("sign", "--field", "unit", "--key", FOLDER / "unit.p12", "--password-file", "-", path,
         stdin=(FOLDER / "password").read_bytes())
    assert verify(path)["verdict"] == "good"


@test
def the_password_is_asked_for_and_not_shown():
    path = put("asked.pdf", PAPER.read_bytes())
    child, terminal = pty.fork()
    if child == 0:
        os.execve(CTL, [CTL, "sign", "--field", "unit", "--key", str(FOLDER / "unit.p12"), str(path)], ENVIRONMENT)
    seen = b""
    while b": " not in seen:
        seen += os.read(terminal, 1000)
    os.write(terminal, (FOLDER / "password").read_bytes())
    try:
        while part := os.read(terminal, 1000):
            seen += part
    except OSError:
        pass            # the other end is gone
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == GOOD, seen
    assert b"secret" not in seen and b"unit.p12" in seen, seen
    assert verify(path)["verdict"] == "good"


@test
def wrong_usage_gives_2():
    fails(USAGE, "missing", "sign")
    fails(USAGE, "missing", "verify")
    fails(USAGE, "--field and --key", "sign", PAPER)
    fails(USAGE, "--seal-width", "sign", "--field", "unit", "--key", "k", "--seal-width", "-1", PAPER)
    fails(USAGE, "too much", "verify", "a", "b")
    fails(USAGE, "not a format", "verify", "--format", "csv", PAPER)
    for command in ("sign", "verify"):
        told = good(command, "--help").out
        assert "Usage:" in told and "Example" in told, told
        assert f"  {command} " in good("--help").out


main("sign")
