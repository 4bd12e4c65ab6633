"""Two sources on the same households: counted by answer, never shown."""

from __future__ import annotations

import re

import pytest

import planning_kit as kit
from planning_kit.collect import write_template
from planning_kit.language import speaking
from planning_kit.store import Store
from planning_kit.workbook import create, import_file, whole_tambon

SOURCES = [
    {
        "source_code": code,
        "title": title,
        "publisher": "x",
        "method": "register",
        "date_to": day,
    }
    for code, title, day in (("A", "สำรวจ ก", "31/12/2568"), ("B", "ทะเบียน ข", "1/2/2569"))
]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    told = {"A": (61_234, "ใช่"), "B": (61_237, "ไม่ใช่")}
    with Store.open(folder / "kit.db") as store:
        book = create(whole_tambon("990101"), store=store, who="x")
        for source in SOURCES:
            code = source["source_code"]
            land, reform = told[code]
            rows = [
                {
                    "household_id": f"77-{n:03}",
                    "village_code": "99010101",
                    "land_owned": f"{land - n} ตารางวา",
                    "land_reform": reform if n < 2 else "ใช่",
                    "source_code": code,
                }
                for n in range(6)
            ]
            write_template(folder / f"{code}.xlsx", filled={"source": [source], "household": rows})
            import_file(folder / f"{code}.xlsx", area="990101", store=store, accept_good=True)
        yield book


def section(workbook):
    return next(one for one in kit.quality(workbook).walk() if one.key == "quality-differences")


def test_each_answer_with_its_households_sources_and_dates(workbook) -> None:
    (table,) = section(workbook).tables
    land, reform = table.cells()
    # All six differ in land by 3 square wah.
    assert "ที่ดินทำกินของตนเอง" in land[0] and land[1] == "6"
    assert land[2:] == ["สำรวจ ก", "31 ธ.ค. 2568", "ทะเบียน ข", "1 ก.พ. 2569"]
    # Two households differ in an answer that is only ever counted: too few to tell.
    assert "ส.ป.ก." in reform[0] and reform[1] not in ("2", "2.0")


def test_no_household_and_no_answer_is_shown(workbook) -> None:
    for language in ("th", "en"):
        with speaking(language):
            said = re.sub(r"<[^>]+>", " ", kit.quality(workbook)._repr_html_())
        assert not re.search(r"77-00|61,?23|153-|nan\b|\{", said)
