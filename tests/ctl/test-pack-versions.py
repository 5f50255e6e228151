#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions of packs, what differs between them, and projects that are moved.

Usage: test-pack-versions.py STEWARDCTL
"""
import json

from ctl import FAILED, FOLDER, PACKS, USAGE, fails, fresh_plan, good, main, test


@test
def versions_of_a_pack_differ():
    home = FOLDER / "home" / "steward" / "packs"
    home.mkdir(parents=True, exist_ok=True)
    value = json.loads((PACKS / "datong-2025.json").read_text(encoding="utf-8"))
    value["version"] = "2026.1"
    first = value["items"][0]
    first["limit"] = 2
    saved = home / "datong-2025@2026.1.json"
    saved.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    try:
        versions = json.loads(good("pack", "versions", "datong-2025", "--format", "json").out)
        assert [(v["version"], v["bundled"]) for v in versions] == [("2026.1", False), ("2025.1", True)]
        assert versions[0]["file"] == str(saved) and len(versions[0]["sha256"]) == 64
        assert good("pack", "versions", "datong-2025").out.splitlines()[1].endswith("bundled")
        assert "datong-2025  2026.1" in good("pack", "list").out

        result = json.loads(good("pack", "diff", "datong-2025@2025.1", "datong-2025", "--format", "json").out)
        assert result["before"]["version"] == "2025.1" and result["after"]["version"] == "2026.1"
        assert result["differences"] == [{"change": "changed", "list": "items", "id": first["id"], "name": first["name"],
                                          "fields": [{"field": "limit", "before": None, "after": "2"}]}]
        text = good("pack", "diff", PACKS / "datong-2025.json", "datong-2025@2026.1").out
        assert first["name"] in text and "nothing → 2" in text
        assert good("pack", "diff", saved, "datong-2025").out == ""
        fails(FAILED, "no version 9 of the pack", "pack", "diff", "datong-2025@9", "datong-2025")
        fails(FAILED, "no pack", "pack", "versions", "atlantis")
        fails(FAILED, "no pack", "pack", "diff", "datong-2025", "atlantis")
    finally:
        saved.unlink()


@test
def a_project_is_moved_to_another_version():
    home = FOLDER / "home" / "steward" / "packs"
    home.mkdir(parents=True, exist_ok=True)
    old = fresh_plan("mover.steward")
    good("pack", "move", old)  # records the version that is the newest now
    value = json.loads((PACKS / "datong-2025.json").read_text(encoding="utf-8"))
    value["version"] = "2026.1"
    item = value["items"][0]["id"]
    value["items"][0]["limit"] = 9
    saved = home / "datong-2025@2026.1.json"
    saved.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    try:
        before = old.read_bytes()
        told = json.loads(good("pack", "move", old, "--dry-run", "--format", "json").out)
        assert old.read_bytes() == before, "a dry run writes nothing"
        assert (told["from"], told["to"], told["possible"]) == ("2025.1", "2026.1", True) and told["notes"] == []
        assert [d["id"] for d in told["differences"]] == [item]
        shift = next(s for s in told["shifts"] if s["id"] == item)
        assert shift["limit_after"] == 9 and shift["limit_before"] != 9
        moved = FOLDER / "moved.steward"
        text = good("pack", "move", old, "--to", "2026.1", "-o", moved).out
        assert "Limits and dates" in text and old.read_bytes() == before
        assert json.loads(moved.read_text(encoding="utf-8"))["pack"]["version"] == "2026.1"
        good("validate", moved)
        # And back.
        good("pack", "move", moved, "--to", "2025.1")
        stayed = FOLDER / "stayed.steward"
        good("pack", "move", old, "--to", "2025.1", "-o", stayed)
        assert moved.read_bytes() == stayed.read_bytes()
        fails(FAILED, "no version 9", "pack", "move", old, "--to", "9")
        fails(USAGE, "needs -o", "pack", "move", "-")
        fails(USAGE, "--as-of", "pack", "move", old, "--as-of", "soon")
    finally:
        saved.unlink()


main("pack-versions")
