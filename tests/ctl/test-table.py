#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list and the ledger as spreadsheets, read back without a spreadsheet."""
import datetime
import json
import re
import xml.etree.ElementTree as ET
import zipfile

from ctl import ENVIRONMENT, FAILED, FOLDER, PACKS, USAGE, fails, good, main, put, run, test

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LIGHTS = {"not-started": "未开始", "done": "办结", "done-late": "超期办结", "green": "正常", "paused": "暂停计时",
          "yellow": "临期", "red": "超期"}
MARKED = 'yyyy-mm-dd"*"'
SAMPLES = PACKS.parent / "samples"


class Sheet:
    """Cells by (row, column), both from 0; dates as datetime.date. The places of dates that are marked in marked."""

    def __init__(self, path, number=1):
        with zipfile.ZipFile(path) as book:
            assert book.testzip() is None
            strings = ["".join(t.text or "" for t in si.iter("{%s}t" % NS["m"]))
                       for si in ET.fromstring(book.read("xl/sharedStrings.xml"))]
            styles = ET.fromstring(book.read("xl/styles.xml"))
            self.root = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            self.book = ET.fromstring(book.read("xl/workbook.xml"))
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iterfind(".//m:numFmt", NS)}
        formats = [codes.get(xf.get("numFmtId"), "") for xf in styles.iterfind("m:cellXfs/m:xf", NS)]
        assert not self.root.findall(".//m:f", NS), "a text became a formula"
        self.cells = {}
        self.marked = set()
        for cell in self.root.iterfind(".//m:c", NS):
            value = cell.find("m:v", NS)
            if value is None:
                continue
            place = self.place(cell.get("r"))
            if cell.get("t") == "s":
                self.cells[place] = strings[int(value.text)]
            elif formats[int(cell.get("s"))] in ("yyyy-mm-dd", MARKED):
                if formats[int(cell.get("s"))] == MARKED:
                    self.marked.add(place)
                self.cells[place] = datetime.date(1899, 12, 30) + datetime.timedelta(int(value.text))
            else:
                self.cells[place] = int(value.text)

    @staticmethod
    def place(name):
        letters, row = re.fullmatch("([A-Z]+)([0-9]+)", name).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        return int(row) - 1, column - 1

    def row(self, number):
        return [self.cells.get((number, column), "") for column in range(16)]

    def lines(self):
        return [self.row(row) for row in sorted({row for row, _ in self.cells}) if row > 2]


def words(form, key, pack):
    return json.loads((PACKS / f"{pack}.json").read_text(encoding="utf-8"))["forms"][form][key]


def day(text):
    return datetime.date.fromisoformat(text) if text else ""


def plan_of(sample):
    good_plan = run("plan", sample, "-o", FOLDER / "plan", "--as-of", "2026-08-12")
    assert good_plan.status == 0, good_plan
    return json.loads((FOLDER / "plan" / "plan.json").read_text(encoding="utf-8"))


@test
def the_list_says_of_every_item_what_the_plan_says():
    for name, pack in (("datong-complex", "datong-2025"), ("jincheng-school", "jincheng-2022")):
        sample = SAMPLES / f"{name}.steward"
        out = FOLDER / "list.xlsx"
        good("table", "list", sample, "-o", out, "--as-of", "2026-08-12")
        plan = plan_of(sample)
        sheet = Sheet(out)
        headings = sheet.row(2)
        columns = words("service_plan", "columns", pack)
        assert [headings[i] for i in (1, 2, 14, 15)] == columns, headings
        assert sheet.cells[0, 0] == words("service_plan", "items_label", pack)
        assert plan["project"]["name"] in sheet.cells[1, 0] and "2026-08-12" in sheet.cells[1, 0]
        lines = [line for line in sheet.lines() if line[0] != ""]
        items = [(stage, item) for stage in plan["stages"] for item in stage["items"]]
        assert len(lines) == len(items) > 5
        for number, (line, (stage, item)) in enumerate(zip(lines, items), 1):
            assert line[0] == number and line[1] == stage["name"] and item["name"] in line[2], (line, item)
            level = words("service_plan", "level_" + item["level"], pack) if item["level"] else ""
            assert line[3] == level and level in line[2], (line, item)
            assert line[4] == (item["bureau"] or ""), (line, item)
            assert line[6] == ("" if item["limit"] is None else item["limit"]), (line, item)
            assert line[8:13] == [day(item[key]) for key in ("planned_start", "planned_finish", "accepted", "decided",
                                                             "due")], (line, item)
            assert line[13] == LIGHTS[item["light"]], (line, item)
            assert ("〔" in line[2]) == item["supplement"], (line, item)


@test
def dates_of_years_without_an_official_calendar_are_marked():
    """What was reckoned and may move; what was entered has happened."""
    for name in ("datong-complex", "jincheng-school"):
        good("table", "list", SAMPLES / f"{name}.steward", "-o", FOLDER / "list.xlsx", "--as-of", "2026-08-12")
        sheet = Sheet(FOLDER / "list.xlsx")
        dates = {place: value for place, value in sheet.cells.items() if isinstance(value, datetime.date)}
        late = {place for place, value in dates.items() if place[1] in (8, 9, 12) and value.year > 2026}
        assert late and late <= sheet.marked, late - sheet.marked
        assert all(dates[place].year > 2026 for place in sheet.marked if place[1] != 12), sheet.marked
        assert dates.keys() - sheet.marked and "* 日期暂定" in sheet.cells[1, 0], sheet.cells[1, 0]
        assert "日期暂定" not in Sheet(FOLDER / "list.xlsx", 2).cells[1, 0], "no dates there"


@test
def each_material_stands_once_with_where_it_is_used():
    sample = SAMPLES / "jincheng-school.steward"
    good("table", "list", sample, "-o", FOLDER / "list.xlsx", "--as-of", "2026-08-12")
    plan = plan_of(sample)
    names = {item["id"]: item["name"] for stage in plan["stages"] for item in stage["items"]}
    stages = {stage["id"]: stage["name"] for stage in plan["stages"]}
    lines = Sheet(FOLDER / "list.xlsx", 2).lines()
    materials = [(stage, material) for stage in plan["stages"] for material in stage["materials"]]
    assert len(lines) == len(materials) > 5
    assert any(material["used_in"] for _, material in materials)
    for line, (stage, material) in zip(lines, materials):
        assert line[1] == stage["name"] and material["name"] in line[2], (line, material)
        assert line[4] == "、".join(names[item] for item in material["used_in"]), (line, material)
        assert line[5] == "、".join(stages[id] for id in material["stages"]), (line, material)


def project_with_ledger(entries, cases=()):
    project = json.loads((SAMPLES / "jincheng-school.steward").read_text(encoding="utf-8"))
    project["ledger"] = entries
    project["cases"] = list(cases)
    for key in ("entrustment", "closings"):
        project.pop(key, None)
    return put("ledger.steward", json.dumps(project, ensure_ascii=False))


@test
def the_ledger_has_the_columns_of_the_official_form():
    long = "会商" * 1500
    project = project_with_ledger([
        {"day": "2026-05-06", "kind": "咨询解答", "text": "=1+1", "result": "=HYPERLINK(\"x\")"},
        {"day": "2026-05-07", "kind": "", "text": long, "result": ""},
        {"day": "2026-05-08", "kind": "审批推进", "text": "<&> 𠮷", "result": "已取得"},
    ])
    good("table", "ledger", project, "-o", FOLDER / "ledger.xlsx")
    sheet = Sheet(FOLDER / "ledger.xlsx")
    assert sheet.cells[0, 0] == words("ledger", "title", "jincheng-2022")
    assert sheet.row(2)[:4] == words("ledger", "columns", "jincheng-2022")
    assert sheet.lines() == [
        [1, datetime.date(2026, 5, 6), "咨询解答　=1+1", "=HYPERLINK(\"x\")"] + [""] * 12,
        [2, datetime.date(2026, 5, 7), long] + [""] * 13,
        [3, datetime.date(2026, 5, 8), "审批推进　<&> 𠮷", "已取得"] + [""] * 12,
    ], sheet.lines()


@test
def the_ledger_tells_what_happened_to_cases_between_what_was_typed():
    case = {"id": "c1", "item": "jc.s2.item.eia", "events": [
        {"status": 1, "day": "2026-05-06"},
        {"status": 3, "day": "2026-05-08"},
    ]}
    project = project_with_ledger([{"day": "2026-05-07", "kind": "", "text": "虚构的电话", "result": ""}], [case])
    good("table", "ledger", project, "-o", FOLDER / "automatic.xlsx")
    lines = Sheet(FOLDER / "automatic.xlsx").lines()
    assert [line[1].day for line in lines] == [6, 7, 8], lines
    assert lines[1][2] == "虚构的电话", lines
    assert lines[0][2] and lines[2][2] and lines[0][2] != lines[2][2], lines


@test
def tables_are_set_up_for_a4_with_repeated_headings():
    sample = SAMPLES / "datong-complex.steward"
    for table, count, across in (("list", 2, True), ("ledger", 1, False)):
        good("table", table, sample, "-o", FOLDER / "print.xlsx")
        for number in range(1, count + 1):
            sheet = Sheet(FOLDER / "print.xlsx", number)
            page = sheet.root.find("m:pageSetup", NS)
            assert page.get("paperSize") == "9" and page.get("fitToHeight") == "0", page.attrib
            assert page.get("orientation") == ("landscape" if across else "portrait"), page.attrib
            assert sheet.root.find("m:sheetPr/m:pageSetUpPr", NS).get("fitToPage") == "1"
            widths = [float(column.get("width")) for column in sheet.root.iterfind("m:cols/m:col", NS)]
            assert min(widths) >= 5, widths
            assert sheet.root.find(".//m:pane", NS).get("topLeftCell") == "A4"
        titles = [name.text for name in sheet.book.iterfind("m:definedNames/m:definedName", NS)
                  if name.get("name") == "_xlnm.Print_Titles"]
        assert len(titles) == count and all(title.endswith("!$3:$3") for title in titles), titles


@test
def the_same_facts_give_the_same_bytes():
    sample = SAMPLES / "jincheng-factory.steward"
    for table in ("list", "ledger"):
        seen = set()
        for zone, locale in (("UTC", "C.UTF-8"), ("Asia/Shanghai", "zh_CN.UTF-8"), ("America/New_York", "C.UTF-8")):
            good("table", table, sample, "-o", FOLDER / "same.xlsx", env=dict(ENVIRONMENT, TZ=zone, LC_ALL=locale))
            seen.add((FOLDER / "same.xlsx").read_bytes())
        assert len(seen) == 1, table


@test
def what_is_wrong_is_told_and_nothing_is_left_behind():
    sample = SAMPLES / "datong-complex.steward"
    fails(USAGE, "-o is required", "table", "list", sample)
    fails(USAGE, "", "table", "ledger")
    fails(FAILED, "nowhere", "table", "list", sample, "-o", FOLDER / "nowhere" / "list.xlsx")
    fails(FAILED, "missing.steward", "table", "ledger", "missing.steward", "-o", "ledger.xlsx")
    temporary = FOLDER / "temporary"
    temporary.mkdir()
    good("table", "list", sample, "-o", "list.xlsx", env=dict(ENVIRONMENT, TMPDIR=str(temporary)))
    assert not list(temporary.iterdir())


main("table")
