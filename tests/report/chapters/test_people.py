"""The chapter on people, against counts made by hand from the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from statistics import mean, median
from typing import Any

from planning_kit.records.household_choices import Schooling
from planning_kit.report.chapters.people import people


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def test_size_and_ages_equal_counts_from_the_rows(practice: Any) -> None:
    rows = practice.records("household")
    sizes = [one.males + one.females for one in rows]
    section = people(practice)
    said = part(section, "people-size").sentences[0]
    assert f"{mean(sizes):.1f} คน" in said
    assert f"ไม่เกิน {median(sizes):.0f} คน" in said
    old = sum(one.members_60_up for one in rows)
    every = sum(one.members_under_15 + one.members_15_to_59 + one.members_60_up for one in rows)
    assert f"{old} คน คิดเป็น {100 * old / every:.1f}%" in part(section, "people-ages").sentences[0]


def test_heads_by_schooling_equal_counts_from_the_rows(practice: Any) -> None:
    stated = [one.head_schooling for one in practice.records("household") if one.head_schooling]
    counts = Counter(str(Schooling.of(code).words) for code in stated)
    table = part(people(practice), "people-heads").tables[2]
    shown = {row[0]: int(row[1]) for row in table.cells() if row[1] != "ปกปิด"}
    assert shown
    assert all(counts[wording] == count for wording, count in shown.items())
    assert {row[-1] for row in table.cells()} == {str(len(stated))}


def test_the_silent_are_counted(practice: Any) -> None:
    silent = sum(one.rice_months is None for one in practice.records("household"))
    notes = part(people(practice), "people-food").notes
    assert any(f"{silent} ครัวเรือน" in note for note in notes)


def test_every_part_has_its_evidence(practice: Any) -> None:
    assert all(one.evidence for one in people(practice).parts)
    assert "n = 300 จาก 1,052 ครัวเรือน" in people(practice).parts[0].evidence[0]


def test_nothing_known_is_one_sentence(workbook_of: Callable[..., Any]) -> None:
    section = people(workbook_of({}))
    assert len(section.sentences) == 1
    assert "“ครัวเรือน”" in section.sentences[0]
    assert list(section.walk()) == [section]


def test_few_women_heads_are_hidden(workbook_of: Callable[..., Any]) -> None:
    rows = [
        {"household_id": str(i), "village_code": "73050201", "head_sex": "male"} for i in range(17)
    ] + [
        {"household_id": f"f{i}", "village_code": "73050201", "head_sex": "female"}
        for i in range(3)
    ]
    section = part(people(workbook_of({"household": rows})), "people-heads")
    assert [row[1] for row in section.tables[0].cells()][:2] == ["ปกปิด", "ปกปิด"]
    assert "15.0%" not in section._repr_html_()
    assert "85.0%" not in section._repr_html_()


def test_households_not_drawn_at_random_are_called_so(workbook_of: Callable[..., Any]) -> None:
    row = {"household_id": "1", "village_code": "73050201", "head_sex": "male"}
    rows = [row | {"household_id": str(i), "source_code": "S1"} for i in range(9)]
    source = {
        "source_code": "S1",
        "title": "ชุดข้อมูล",
        "publisher": "คณะทำงาน",
        "method": "purposive",
        "date_to": "30 ก.ย. 2569",
    }
    section = people(workbook_of({"household": rows, "source": [source]}))
    assert section.notes
    labels = [c.label for one in section.walk() for t in one.tables for c in t.columns]
    assert "ช่วงเชื่อมั่น 95%" not in labels
