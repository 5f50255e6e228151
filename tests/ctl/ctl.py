# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of stewardctl share: running it, and saying how it went.

The first argument of a test is the built binary.
"""
import atexit
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

CTL = os.path.abspath(sys.argv[1])
PACKS = pathlib.Path(__file__).resolve().parents[2] / "data" / "packs"
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="stewardctl-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
ENVIRONMENT = dict(os.environ, XDG_DATA_HOME=str(FOLDER / "home"), STEWARD_TODAY="2026-08-12",
                   LC_ALL="C.UTF-8", LANGUAGE="")
GOOD, FAILED, USAGE = 0, 1, 2
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    def __repr__(self):
        return f"status {self.status}\nout: {self.out[:2000]}\nerr: {self.err[:2000]}"


def run(*words, stdin=b"", env=None):
    done = subprocess.run([CTL, *map(str, words)], input=stdin, capture_output=True, timeout=120,
                          env=env or ENVIRONMENT, cwd=FOLDER, check=False)
    assert done.returncode >= 0, f"killed by signal {-done.returncode}: {words}"
    return Result(done)


def good(*words, **kind):
    result = run(*words, **kind)
    assert result.status == GOOD and result.err == "", (words, result)
    return result


def fails(status, message, *words, **kind):
    """Ends with @status, says @message on the standard error."""
    result = run(*words, **kind)
    assert result.status == status, (words, result)
    assert message in result.err, (words, message, result)
    return result


def put(name, text):
    path = FOLDER / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def fresh_plan(name="fresh.steward", **changes):
    """All items of a city, and nothing has happened yet."""
    pack = json.loads((PACKS / "datong-2025.json").read_text(encoding="utf-8"))
    boxes = [box["id"] for part in pack["assessment"]["parts"] for group in part["groups"]
             for box in group.get("boxes", []) if "item" in box]
    value = {"format": "steward-project", "format_version": 2, "pack": {"id": "datong-2025", "version": "x"},
             "facts": {"name": "虚构", "start": "2026-03-02"}, "ticks": {box: {"on": True} for box in boxes}}
    value.update(changes)
    return put(name, json.dumps(value, ensure_ascii=False))


def main(suite):
    print(f"1..{len(TESTS)}")
    failed = 0
    for number, function in enumerate(TESTS, 1):
        try:
            function()
            print(f"ok {number} /{suite}/{function.__name__.replace('_', '-')}")
        except Exception:
            failed += 1
            print(f"not ok {number} /{suite}/{function.__name__.replace('_', '-')}")
            for line in traceback.format_exc().splitlines():
                print("# " + line.replace("\\n", "\n#   "))
        sys.stdout.flush()
    sys.exit(1 if failed else 0)

