# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of packs and samples share: two comparisons and the TAP lines."""


def same(found, wanted, what):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r}, not {wanted!r}")


def none(wrong, what):
    wrong = list(wrong)
    if wrong:
        raise AssertionError(f"{what}: {wrong[:8]}")


def run(names):
    """Runs the functions called test_* of @names; one that returns a text is skipped."""
    tests = [(name, check) for name, check in names.items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    for number, (name, check) in enumerate(tests, 1):
        title = name[5:].replace("_", "-")
        try:
            skipped = check()
        except Exception as error:  # broken data is a failed test, whatever it breaks
            print(f"not ok {number} /packs/{title}")
            print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
        else:
            print(f"ok {number} /packs/{title}" + (f" # SKIP {skipped}" if skipped else ""))
