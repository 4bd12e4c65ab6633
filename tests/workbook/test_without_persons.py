"""Whoever writes a person’s name or number into the plan is told, and no page repeats it."""

from __future__ import annotations

import pytest
from PIL import Image

from planning_kit.collect import write_template
from planning_kit.report.chapters.participation import participation
from planning_kit.report.chapters.problems import problems
from planning_kit.report.documents import compose
from planning_kit.workbook import attach, attached, import_file

SECRETS = ("สมชาย", "ใจดี", "มะลิ", "ทองดี", "234-5678", "2345678", "สมศรี")
FORUM = {
    "forum_code": "F1",
    "kind": "training",
    "title": "อบรมโดยนายสมชาย ใจดี",
    "date": "1/11/2569",
    "present": 40,
    "convener": "นายกองค์การบริหารส่วนตำบล",
    "minutes": "นางมะลิ ทองดี บอกว่าน้ำแห้ง โทร 081-234-5678",
}
PROBLEM = {"problem_code": "P1", "statement": "น้ำไม่พอทำนาปรัง", "said_by": "นางสาวสมศรี"}


@pytest.fixture
def brought(workbook, tmp_path):
    path = tmp_path / "plan.xlsx"
    rows = {"forum": [FORUM], "problem": [{**PROBLEM, "forum_code": "F1"}]}
    write_template(path, book="plan", filled=rows, example=False)
    return import_file(path, area="990101", store=workbook.store)


def test_each_is_pointed_out_and_none_is_repeated(brought):
    found = [(one.code, one.field) for one in brought.findings]
    assert sorted(found) == [
        ("validate.name-of-a-person", "minutes"),
        ("validate.name-of-a-person", "said_by"),
        ("validate.name-of-a-person", "title"),
        ("validate.number-of-a-person", "minutes"),
    ]
    for language in ("th", "en"):
        said = " ".join(one.line(language) for one in brought.findings)
        assert not [word for word in SECRETS if word in said]


def test_no_chapter_and_no_paper_prints_them_and_the_records_keep_them(brought, workbook):
    pages = [chapter(workbook)._repr_html_() for chapter in (participation, problems)]
    papers = [str(compose(kind, workbook, "F1")) for kind in ("invitation", "minutes", "sign_in")]
    printed = " ".join([*pages, *papers])
    assert not [word for word in SECRETS if word in printed]
    assert "อบรมโดย•••" in printed and "••• บอกว่าน้ำแห้ง" in printed
    assert "นายกองค์การบริหารส่วนตำบล" in printed
    [stored] = workbook.stored("forum")
    assert stored.record.title == FORUM["title"]


def test_a_caption_is_printed_without_them(workbook, tmp_path):
    photo = tmp_path / "map.png"
    Image.new("RGB", (60, 40), "white").save(photo)
    attach(workbook, photo, kind="photo", caption="บ้านนายสมชาย ใจดี หมู่ 3", who="ผู้ทดสอบ")
    [(record, _)] = attached(workbook)
    assert record.caption == "บ้าน••• หมู่ 3"


def test_the_name_of_a_village_is_never_taken_for_a_person(workbook, filled):
    village = {"village_code": "99010101", "name": "นายดำ", "source_code": "S1"}
    report = import_file(filled(village=[village]), area="990101", store=workbook.store)
    assert "validate.name-of-a-person" not in {one.code for one in report.findings}
    assert workbook.villages()["name"].tolist() == ["นายดำ"]
