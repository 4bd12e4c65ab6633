"""What a province reads: problems that recur, and where the proposals stand."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from planning_kit.language import speaking
from planning_kit.records import ProblemGroup, ProposalStep
from planning_kit.report.chapters.gathered import Gathered, gathered, gathered_below
from planning_kit.report.chapters.proposal_path import proposal_path
from planning_kit.report.chapters.recurring_problems import recurring_problems

BY = {"who": "ทดสอบ", "why": "ทดสอบ"}
TODAY = dt.date(2026, 11, 30)


def said(section):
    return "\n".join(
        line
        for part in section.walk()
        for line in (
            part.title,
            *part.sentences,
            *(f"{fact.value} {fact.label} {fact.note}" for fact in part.facts),
            *part.notes,
            *(cell for table in part.tables for row in table.cells() for cell in row),
        )
    )


def part(section, key):
    return next(one for one in section.walk() if one.key == key)


def test_a_province_gathers_the_workbooks_below_it(places):
    held = gathered_below(places.province)
    assert held.heard == ("670101", "670102", "670103")
    assert len(held.problems) == 6 and len(held.projects) == 3
    assert held.evidence["source"].tolist() == ["คณะทำงาน, สำรวจครัวเรือน"] * 3
    assert sorted(held.proposals["plan_area"]) == ["67", "670101", "670102", "670103"]
    assert held.names["670101"] == "ตำบลในเมือง"


def test_a_confirmed_group_is_counted_with_its_parts(places):
    section = recurring_problems(places.province)
    [overview] = section.tables
    # 120 + 80 households; 100,000 baht in each of the two tambons.
    assert overview.cells() == [["G01 น้ำไม่พอหน้าแล้ง", "2 จาก 3 ตำบล", "200", "200,000", "N01"]]
    group = part(section, "recurring-g01")
    [parts] = group.tables
    assert [row[0] for row in parts.cells()] == ["ตำบลในเมือง", "ตำบลตะเบาะ"]
    assert [row[2] for row in parts.cells()] == ["120", "80"]


def test_a_newcomer_is_suggested_for_a_confirmed_group_with_the_reason(places):
    section = recurring_problems(places.province)
    suggested = part(section, "recurring-suggested")
    told = said(suggested)
    assert "จะเพิ่มเข้า G01: P01, ตำบลบ้านโตก" in told
    assert "ความหมายเดียวกัน: น้ำไม่พอ" in told
    # The flood told three times alike is another group.
    assert len(suggested.parts) == 2


def test_what_was_found_different_is_only_counted(places):
    refs = tuple(f"{code}/P02" for code in ("670101", "670102", "670103"))
    different = ProblemGroup(group_code="G02", title="น้ำท่วม", member_refs=refs, is_confirmed=False)
    places.province.save(different, **BY)
    section = recurring_problems(places.province)
    assert len(part(section, "recurring-suggested").parts) == 1
    assert section.notes == ["พิจารณาแล้วเห็นว่าเป็นคนละปัญหา 1 เรื่อง"]


def test_frames_handed_in_stand_for_workbooks(places):
    only = gathered(places.tambons["670101"], places.tambons["670102"])
    both = Gathered(problems=only.problems, heard=("670101", "670102", "670104"))
    section = recurring_problems(places.province, both)
    assert section.tables[0].cells()[0][1] == "2 จาก 3 ตำบล"
    assert section.tables[0].cells()[0][3] == "–"
    nothing = recurring_problems(places.province, Gathered())
    assert "ยังไม่มีตำบลใด" in said(nothing)


def test_frames_side_by_side_take_a_plan_area_once(places):
    one = gathered(places.tambons["670101"])
    other = gathered(places.tambons["670101"], places.tambons["670102"])
    both = one.beside(other)
    assert len(both.problems) == 4 and both.heard == ("670101", "670102")


def test_where_proposals_stand_and_what_each_level_resolved(places):
    section = proposal_path(places.province, today=TODAY)
    [where] = section.tables
    stands = {row[0].split("\n")[0]: row[1:] for row in where.cells()}
    assert stands["N01, จังหวัดเพชรบูรณ์"][1:] == ["ส่งแล้ว รอคำตอบ", "25 พ.ย. 2569", "5"]
    assert stands["N1, ตำบลในเมือง"][1] == "รวมเข้ากับข้อเสนออื่นแล้ว"
    own = part(section, "path-n01")
    assert sum("รวมมาจาก N1" in line for line in own.sentences) == 3
    steps = own.tables[0].cells()
    assert [row[0] for row in steps] == ["10 ต.ค. 2569"] * 3 + ["20 พ.ย. 2569"]
    assert "เห็นชอบ 31, ไม่เห็นชอบ 2, งดออกเสียง 3" in steps[-1][3]


def test_a_tambon_sees_the_way_of_its_own_proposals(places):
    section = proposal_path(places.tambons["670101"], today=TODAY)
    assert [one.key for one in section.parts] == ["path-n1"]
    assert "รอที่ประชุมระดับนี้" in said(section)


def test_what_does_not_fit_together_is_told(places):
    places.province.save(
        ProposalStep(proposal_code="N01", level="tambon", date="28 พ.ย. 2569", resolution="passed"),
        **BY,
    )
    section = proposal_path(places.province, today=TODAY)
    assert "การประชุมวันที่ 28 พ.ย. 2569 เป็นระดับที่ต่ำกว่า" in said(part(section, "path-checks"))


def test_both_chapters_speak_english(places):
    with speaking("en"):
        told = said(recurring_problems(places.province))
        assert "2 of 3 tambons" in told and "meaning the same: too little water" in told
        assert "waits for the answer" in said(proposal_path(places.province, today=TODAY))


def test_names_of_persons_are_hidden_in_frames_handed_in(places):
    frame = pd.DataFrame(
        [
            {"plan_area": code, "tambon": code, "problem_code": "P1", "theme": "debt",
             "statement": "นายสมชาย ใจดี เป็นหนี้นอกระบบ ดอกเบี้ยสูง"}
            for code in ("670104", "670105")
        ]
    )  # fmt: skip
    told = said(recurring_problems(places.province, Gathered(problems=frame)))
    assert "หนี้นอกระบบ" in told and "สมชาย" not in told
