#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts of the bundled policy packs that no reader can know.

The strict reader proves that a pack is well formed. These tests prove that it
says what the notices say: the boxes and labels of the assessment form, the
limits and their sums, the wording of the forms, and a source for every row.
"""
import collections
import json
import pathlib
import re
import sys
import unicodedata

from checks import none, run, same

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "data" / "packs"
NAMES = ["jincheng-2022", "datong-2025", "yingkou-2022", "dazhou-2022", "national-supplement"]
NAMED = ["bureaus", "sections", "events", "suspension_grounds", "eligibility", "start_gate",
         "entrustment_gate", "roles", "members", "accountability", "routing", "light_codes",
         "joint_activities", "modules", "scenarios", "other"]
LISTS = NAMED + ["basis", "stages", "blocks", "items", "materials", "questions", "timers",
                 "activities", "checks", "indicators"]
CHECKS = ["stage-mismatch", "decided-before-predecessor", "accepted-before-predecessor",
          "main-in-parallel", "instant-decision", "over-limit", "stage-over-budget",
          "outside-list", "level-mismatch", "material-twice", "commitment-not-eligible",
          "approval-lapsed", "deferral-not-eligible", "promise-overdue", "notice-late", "notice-not-written",
          "extension-not-approved", "event-order", "event-unusual", "event-day", "status-stale", "delivery-late",
          "off-system",
          "data-standard"]
BLANKS = {"project_name", "unit_name", "agency_name", "steward_name", "project_code", "plot",
          "contact_name", "contact_phone", "stages", "stage", "items", "year", "month", "day",
          "item", "level", "number"}
FORM_KEYS = {
    "assessment": {"title", "project_name_label", "filled_by_label"},
    "service_plan": {"title", "project_name_label", "unit_label", "contact_label", "steward_label",
                     "items_label", "columns", "key_points_label", "optimisation_label", "footnote"},
    "entrustment": {"title", "lead", "clauses", "sign_unit", "date_line"},
    "closing": {"title", "text", "list_title", "sign_unit", "sign_steward", "date_line"},
    "ledger": {"title", "project_name_label", "steward_label", "columns"},
    "suggestion": {"title", "project_label", "suggestion_label", "note_label"},
}


# Papers that no notice words: worded by the program, below every pack.
COMMON_FORMS = {"common", "notice", "materials", "change", "parallel_plan", "deferral", "commitment", "opinion",
                "minutes", "correction", "suspension", "resumption", "policy", "hand_over", "push"}


def once(pairs):
    keys = [key for key, _ in pairs]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise ValueError("duplicate keys: " + ", ".join(twice))
    return dict(pairs)


def load(name):
    return json.loads((FOLDER / f"{name}.json").read_bytes().decode("utf-8"), object_pairs_hook=once)


PACKS = {name: load(name) for name in NAMES}
JINCHENG = PACKS["jincheng-2022"]
DATONG = PACKS["datong-2025"]


def resolved(pack):
    return [pack] + [PACKS[name] for name in pack.get("supplements", [])]


def groups(pack):
    for part in pack.get("assessment", {}).get("parts", []):
        for group in part["groups"]:
            yield part, group


def boxes(pack):
    for part, group in groups(pack):
        for box in group.get("boxes", []):
            yield part, group, box


def label(pack, box):
    if "fee" in box:
        return box["fee"]
    for key in ("items", "materials"):
        for thing in pack.get(key, []):
            if thing["id"] == box.get(key[:-1]):
                return box.get("label", thing["name"])
    return None


def walk(value, path=""):
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, f"{path}/{index}")


def test_files_are_tidy():
    for name in NAMES:
        raw = (FOLDER / f"{name}.json").read_bytes()
        same(raw[:1], b"{", name + " starts with a brace")
        same(raw[-2:], b"}\n", name + " ends with one line break")
        none([line for line in raw.split(b"\n") if line != line.rstrip() or b"\t" in line], name + " blanks")
        same(PACKS[name]["id"], name, "id")
        none([path for path, value in walk(PACKS[name])
              if isinstance(value, str) and (value != unicodedata.normalize("NFC", value)
                                             or value != value.strip() or "\n" in value)],
             name + " has texts that are not clean")


def test_every_pack_in_the_folder_is_tested():
    same(sorted(path.stem for path in FOLDER.glob("*.json") if path.name != "pack.schema.json"),
         sorted(NAMES), "packs")


def test_jincheng_has_114_boxes():
    kinds = collections.Counter(kind for _, _, box in boxes(JINCHENG)
                                for kind in ("item", "material", "fee", "blank") if kind in box)
    same(dict(kinds), {"item": 18, "material": 76, "fee": 2, "blank": 18}, "kinds of boxes")
    count = collections.Counter(group["id"] for _, group, _ in boxes(JINCHENG))
    wanted = {
        "jc.s1.items.city": 6, "jc.s1.items.county": 1, "jc.s1.items.province": 1,
        "jc.s1.mat.applications": 14, "jc.s1.mat.approvals": 8, "jc.s1.mat.land": 4,
        "jc.s1.mat.dept-opinions": 5, "jc.s1.mat.reports": 8, "jc.s1.mat.other": 7,
        "jc.s2.items.city": 8, "jc.s2.items.county": 1, "jc.s2.items.province": 1,
        "jc.s2.items.city-right": 5, "jc.s2.items.county-right": 1, "jc.s2.items.province-right": 1,
        "jc.s2.mat.applications": 12, "jc.s2.mat.approvals": 9, "jc.s2.mat.land": 3,
        "jc.s2.mat.dept-opinions": 3, "jc.s2.mat.reports": 9, "jc.s2.mat.other": 5,
        "jc.s2.text.fees": 2,
    }
    same(dict(count), wanted, "boxes of each group")
    same(sum(wanted.values()), 114, "boxes")


def test_jincheng_blank_slots_stand_where_the_form_has_them():
    without = {group["id"] for _, group in groups(JINCHENG)
               if group["kind"] in ("items", "materials")
               and not any("blank" in box for box in group["boxes"])}
    same(without, {"jc.s1.items.city", "jc.s2.items.city", "jc.s2.mat.land"}, "groups without a blank slot")
    none([group["id"] for _, group, box in boxes(JINCHENG)
          if "blank" in box and box is not group["boxes"][-1]], "blank slots that are not last")


def test_jincheng_labels_are_those_of_the_form():
    frozen = collections.Counter()
    for line in (HERE / "jincheng-labels.txt").read_text("utf-8").splitlines():
        stage, _, text = line.partition(" ")
        frozen[int(stage), text] += 1
    same(sum(frozen.values()), 96, "frozen labels")
    number = {stage["id"]: stage["number"] for stage in JINCHENG["stages"]}
    found = collections.Counter((number[part["stage"]], label(JINCHENG, box))
                                for part, _, box in boxes(JINCHENG) if "blank" not in box)
    none(frozen - found, "labels missing or written otherwise")
    none(found - frozen, "labels which the form does not have")


def test_jincheng_headings_and_texts():
    same([part["title"] for part in JINCHENG["assessment"]["parts"]],
         ["一、立项用地规划许可证阶段", "二、规划许可阶段"], "stage titles")
    for part in JINCHENG["assessment"]["parts"]:
        same([(group["heading_number"], group["heading"]) for group in part["groups"] if "heading" in group],
             [("(一)", "事项清单"), ("(二)", "材料清单"), ("(三)", "特殊环节"), ("(四)", "需缴纳费用"),
              ("(五)", "要点提示"), ("(六)", "优化流程建议")], part["title"])
        same([group["role"] for group in part["groups"] if group.get("text")],
             ["special-steps", "fees", "key-points", "optimisation"], "texts of " + part["title"])
    notes = [group.get("note") for _, group in groups(JINCHENG) if group["kind"] == "materials"]
    same(notes, ["(原件, 加盖公章)", "(非市审批局核发的项目提供复印件)", "(复印件)", "(复印件)", "(原件)", None,
                 "（原件，加盖公章）", "（非市审批局核发的项目提供复印件，市审批局核发的不需提供）", "（复印件）", None,
                 "（原件）", None], "form notes")


def test_stages_have_three_wordings():
    found = [(stage["form_name"], stage["plan_name"], stage["materials_name"]) for stage in JINCHENG["stages"]]
    same(found, [
        ("一、立项用地规划许可证阶段", "立项用地规划许可阶段", "立项用地阶段申请材料清单"),
        ("二、规划许可阶段", "工程建设许可阶段", "工程建设许可阶段申请材料清单"),
        ("三、施工许可阶段", "施工许可阶段", "施工许可阶段申请材料清单"),
        ("四、竣工验收阶段", "竣工验收阶段", "竣工验收阶段申请材料清单"),
    ], "stages")


def test_jincheng_has_no_limits():
    none([thing["id"] for key in ("stages", "items") for thing in JINCHENG[key] if "limit" in thing],
         "limits the notice does not give")


def test_datong_limits_add_up():
    same([stage["limit"] for stage in DATONG["stages"]], [8, 7, 6, 13], "stage limits")
    same(len(DATONG["blocks"]), 10, "blocks")
    same(len(DATONG["items"]), 27, "items")
    none([item["id"] for item in DATONG["items"] if "limit" in item], "item limits the notice does not give")
    by_id = {block["id"]: block for block in DATONG["blocks"]}

    def end(block):
        inside = [by_id[other] for other in block.get("after", []) if other in by_id]
        return block.get("limit", 0) + max([end(other) for other in inside], default=0)

    for stage in DATONG["stages"]:
        chain = max(end(block) for block in DATONG["blocks"] if block["stage"] == stage["id"])
        same(chain, stage["limit"], stage["id"])


def test_datong_lanes_and_bureaus():
    lanes = collections.Counter(item["lane"] for item in DATONG["items"])
    same(dict(lanes), {"main": 6, "parallel": 9, "utility": 5, "joint": 5, "self": 2}, "lanes of items")
    block = {block["id"]: block for block in DATONG["blocks"]}
    none([item["id"] for item in DATONG["items"]
          if item["lane"] != block[item["block"]]["lane"] or item["stage"] != block[item["block"]]["stage"]],
         "items unlike their block")
    same([item["id"] for item in DATONG["items"] if item.get("any_bureau")],
         ["dt.s1.land-use-planning-permit"], "either bureau")
    same([item["id"] for item in DATONG["items"] if len(item["bureaus"]) > 1 and not item.get("any_bureau")],
         ["dt.s3.quality-supervision", "dt.s3.safety-supervision", "dt.s3.construction-permit"], "both bureaus")
    none([item["id"] for item in DATONG["items"] if not item["bureaus"]], "items without a bureau")
    same(sorted(item["id"] for item in DATONG["items"] if item.get("commitment", {}).get("listed")),
         ["dt.s1.eia", "dt.s1.energy-review", "dt.s1.flood-impact", "dt.s1.water-soil",
          "dt.s2.construction-planning-permit", "dt.s2.lightning-design", "dt.s3.construction-permit"],
         "items on the commitment list")
    same(len([thing for thing in DATONG["other"] if thing["id"].startswith("dt.commitment.")]), 8, "commitment list")
    same(len(DATONG["members"]), 24, "members")


def test_supplement_gives_only_read_limits():
    pack = PACKS["national-supplement"]
    same({item["id"]: item["limit"] for item in pack["items"] if "limit" in item},
         {"nat.s3.item.fire-design": 15, "nat.s3.item.lightning-design": 10}, "limits")
    verified = {basis["id"]: basis["verified"] for basis in pack["basis"]}
    none([item["id"] for item in pack["items"]
          if "limit" in item and verified[item["source"]["basis"]] == "unverified"], "limits nobody read")
    same([stage["number"] for stage in pack["stages"]], [3, 4], "stages")
    none([part["title"] for part in pack["assessment"]["parts"] if part.get("supplement") is not True],
         "parts not marked as supplement")
    if "非本地文件原文" not in pack["banner"]:
        raise AssertionError("the banner does not warn")


def test_yingkou_and_dazhou_numbers():
    yingkou, dazhou = PACKS["yingkou-2022"], PACKS["dazhou-2022"]
    same([(i["op"], i["target"]) for i in yingkou["indicators"]],
         [(">=", 0.1), (">=", 0.7), (">=", 0.85), (">=", 0.3), ("<=", 10), ("<=", 40)], "indicators")
    same([(s.get("steps"), s.get("days")) for s in yingkou["scenarios"]],
         [(10, 40), (None, None), (None, None), (None, None)], "scenarios")
    same(len(dazhou["joint_activities"]), 5, "joint activities")
    same([code["color"] for code in dazhou["light_codes"]], ["green", "yellow", "red"], "light codes")
    same(len(dazhou["modules"]), 10, "modules")


def test_ids_are_unique_and_resolve():
    for name, pack in PACKS.items():
        count = collections.Counter()
        for one in resolved(pack):
            count.update(thing["id"] for key in LISTS for thing in one.get(key, []))
            count.update(group["id"] for _, group in groups(one))
            count.update(box["id"] for _, _, box in boxes(one))
        none([key for key, times in count.items() if times > 1], name + " ids used twice")
        none([key for key in count if not re.fullmatch("[a-z0-9.-]{1,80}", key)], name + " ids")
        for path, value in walk(pack):
            if path.startswith("/forms") or not isinstance(value, dict):
                continue
            single = [value.get(key) for key in ("stage", "block", "item", "material", "question", "zone", "section")]
            if isinstance(value.get("basis"), str):
                single.append(value["basis"])
            many = [one for key in ("after", "before", "bureaus", "materials", "boxes")
                    if isinstance(value.get(key), list) for one in value[key] if isinstance(one, str)]
            none([one for one in single + many if one and one not in count], f"{name}{path} points nowhere")


def test_every_row_has_a_source():
    for name, pack in PACKS.items():
        bases = {basis["id"] for basis in pack["basis"]}
        rows = [thing for key in ("items", "materials", "stages", "blocks", "timers", "indicators", "suggestions",
                                  "members", "roles", "routing", "accountability", "suspension_grounds",
                                  "eligibility", "start_gate", "entrustment_gate", "light_codes", "modules",
                                  "joint_activities", "scenarios", "other") for thing in pack.get(key, [])]
        rows += [group for _, group in groups(pack)] + [box for _, _, box in boxes(pack)]
        none([row.get("id", row.get("reason")) for row in rows
              if row.get("source", {}).get("basis") not in bases], name + " rows without a source")
        none([basis["id"] for basis in pack["basis"] if basis.get("verified") not in ("text", "part", "unverified")],
             name + " documents that do not say how far they were read")
    none([box["id"] for _, _, box in boxes(JINCHENG) if not box["source"].get("clause", "").startswith("研判表阶段")],
         "boxes without a clause")


def test_order_has_no_circle():
    for name, pack in PACKS.items():
        after = {thing["id"]: thing.get("after", []) for key in ("items", "blocks") for thing in pack.get(key, [])}
        state = {}

        def visit(node, after=after, state=state):
            if state.get(node) == "open":
                raise AssertionError(f"{name}: circle through {node}")
            if node in state:
                return
            state[node] = "open"
            for other in after.get(node, []):
                visit(other)
            state[node] = "done"

        for node in after:
            visit(node)


def test_one_paper_is_asked_for_once():
    papers = collections.defaultdict(list)
    for pack in resolved(JINCHENG):
        for material in pack["materials"]:
            if "same_as" in material:
                papers[material["same_as"]].append(material["id"])
    none([key for key, ids in papers.items() if len(ids) < 2], "papers named once")
    names = collections.defaultdict(list)
    for material in JINCHENG["materials"]:
        names[material["name"]].append(material.get("same_as", material["id"]))
    none([name for name, keys in names.items() if len(set(keys)) > 1], "one label, several papers")
    same(len([key for key in papers if any(one.startswith("jc.s1.") for one in papers[key])]), 11,
         "papers both stages ask for")


def test_questions_and_suggestions_fit():
    for name, pack in PACKS.items():
        asked = {question["id"]: question for question in pack.get("questions", [])}
        for suggestion in pack.get("suggestions", []):
            for condition in suggestion["all"]:
                question = asked[condition["question"]]
                if question["kind"] == "number":
                    float(condition["value"])
                    good = condition["op"] in ("at-least", "more-than", "less-than")
                elif question["kind"] == "yes-no":
                    good = condition["value"] in ("yes", "no") and condition["op"] in ("is", "is-not")
                else:
                    good = (condition["value"] in [choice["value"] for choice in question["choices"]]
                            and condition["op"] in ("is", "is-not"))
                if not good:
                    raise AssertionError(f"{name}: {condition}")
    for pack in (JINCHENG, DATONG):
        suggested = {box for suggestion in pack["suggestions"] for box in suggestion["boxes"]}
        none([box["item"] for _, _, box in boxes(pack) if "item" in box and box["id"] not in suggested],
             "items no answer leads to")


def test_forms_are_complete():
    for name, pack in PACKS.items():
        for form, keys in FORM_KEYS.items():
            none(keys - set(pack["forms"][form]), f"{name} {form} lacks")
        used = {blank for _, value in walk(pack["forms"]) if isinstance(value, str)
                for blank in re.findall(r"\{([^}]*)\}", value)}
        none(used - BLANKS, name + " unknown blanks")
        same(len(pack["forms"]["service_plan"]["columns"]), 4, name + " plan columns")
        same(len(pack["forms"]["ledger"]["columns"]), 4, name + " ledger columns")
        if name != "jincheng-2022":
            none([form for form in FORM_KEYS if "footnote" not in pack["forms"][form]],
                 name + " forms that do not say they are not the notice's")


def test_jincheng_forms_keep_their_wording():
    forms = JINCHENG["forms"]
    same(forms["service_plan"]["footnote"],
         "注：根据项目单位前期提供材料形成本审批方案，后期因项目建设条件进一步明确，"
         "涉及到其他审批事项及优化流程等以实际情况为准。", "footnote")
    same(forms["ledger"]["columns"], ["序号", "时间", "内 容", "完成许可事项情况"], "ledger")
    same([forms[form]["title"] for form in FORM_KEYS],
         ["一站式项目研判表", "项目审批“全代办”服务方案", "“全代办”服务委托书", "“全代办”服务办结单",
          "晋城市投资项目“代办”信息台账", "晋城市投资项目“全代办”工作建议表"], "titles")
    grounds = [clause[3:] for clause in forms["entrustment"]["clauses"] if re.match(r"[1-7]\. ", clause)]
    same(len(grounds), 7, "grounds")
    same(grounds, [ground["name"] for ground in JINCHENG["suspension_grounds"]], "grounds of the form")
    same([len(ground.get("note", "")) > 0 for ground in JINCHENG["suspension_grounds"]],
         [False, False, True, False, False, True, False], "grounds the plan words otherwise")


def test_timers():
    same({timer["id"]: timer["days"] for timer in JINCHENG["timers"] if "days" in timer},
         {"jc.timer.push": 1, "jc.timer.suggestion": 3}, "days")
    same({timer["role"]: timer["days"] for timer in JINCHENG["timers"] if "role" in timer},
         {"push": 1, "suggestion": 3}, "days of the roles")
    none([timer["id"] for timer in DATONG["timers"] if timer.get("days", 0) != 0], "invented days")


def test_checks_and_settings():
    for name in ("jincheng-2022", "datong-2025"):
        same([check["id"] for check in PACKS[name]["checks"]], CHECKS, name + " checks")
        same(PACKS[name]["settings"], {"yellow-days": 1, "yellow-percent": 30, "acceptance-day-counts": False,
                                       "notice-days": 5, "delivery-days": 10, "instant-limit": 3,
                                       "stale-days": 5, "deferral-days": 10}, name + " settings")


def test_texts_are_chinese():
    keys = ("name", "short_name", "title", "heading", "reason", "applies_when", "limit_note", "text", "note")
    for name, pack in PACKS.items():
        none([f"{path}: {value}" for path, value in walk(pack)
              if isinstance(value, str) and path.rsplit("/", 1)[-1] in keys
              and re.search("[A-Za-z]{3,}", re.sub(r"\{[a-z_]*\}", "", value))], name + " English left over")


def load_common():
    path = FOLDER.parent / "forms" / "common-forms.json"
    return json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=once)


def test_common_forms():
    pack = load_common()
    same(set(pack["forms"]), COMMON_FORMS, "forms")
    none(set(pack["forms"]) & set(FORM_KEYS), "forms that a notice words")
    none([form for form, wording in pack["forms"].items() if not wording.get("title")], "without a title")
    texts = [(path, value) for path, value in walk(pack) if isinstance(value, str)]
    none([path for path, value in texts if value != unicodedata.normalize("NFC", value) or value != value.strip()],
         "texts that are not clean")
    none([path for path, value in texts if path.startswith("/forms/")
          and re.search("[A-Za-z]", re.sub(r"\{[a-z_]*\}", "", value))], "texts that are not Chinese")
    # What a letter says is the program's own: a law is named only where its article is certain.
    named = {law for path, value in texts if path.startswith("/forms/") for law in re.findall("《[^》]*》第[^条]*条", value)}
    same(named, {"《中华人民共和国行政许可法》第三十二条"}, "articles of laws")
    cities = {pack["region"]["name"][:2] for pack in PACKS.values() if "region" in pack}
    none([path for path, value in texts if path.startswith("/forms/") and any(city in value for city in cities)],
         "names of cities")


def test_schema():
    try:
        import jsonschema
    except ImportError:
        return "python3-jsonschema is not installed"
    schema = json.loads((FOLDER / "pack.schema.json").read_text("utf-8"), object_pairs_hook=once)
    validator = jsonschema.Draft202012Validator(schema)
    for name, pack in [*PACKS.items(), ("common-forms", load_common())]:
        none([f"{list(error.path)}: {error.message[:120]}" for error in validator.iter_errors(pack)], name)
    broken = dict(JINCHENG, surprise=1)
    if validator.is_valid(broken):
        raise AssertionError("the schema lets unknown keys pass")
    return None


run(dict(globals()))
