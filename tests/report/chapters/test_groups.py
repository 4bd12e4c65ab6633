"""The chapter on groups and funds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from planning_kit.records.community import GroupKind
from planning_kit.report.chapters.groups import groups


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def test_kinds_are_counted_as_in_the_rows(practice: Any) -> None:
    rows = practice.records("group")
    counts = Counter(str(GroupKind.of(one.kind).words) for one in rows)
    table = groups(practice).tables[0]
    assert {row[0]: int(row[1]) for row in table.cells()} == dict(counts)
    assert f"{len(rows)} กลุ่ม" in groups(practice).sentences[0]


def test_active_members_and_funds(practice: Any) -> None:
    rows = practice.records("group")
    said = " ".join(groups(practice).sentences)
    assert f"ดำเนินการอยู่ {sum(one.state == 'active' for one in rows)} กลุ่ม" in said
    assert f"{sum(one.members or 0 for one in rows):,} คน" in said
    assert f"{sum(float(one.balance or 0) for one in rows):,.0f} บาท" in said


def test_every_group_is_listed_with_its_village(practice: Any) -> None:
    rows = practice.records("group")
    cells = part(groups(practice), "groups-list").tables[0].cells()
    assert {row[0] for row in cells} == {one.name for one in rows}
    villages = {row[0]: row[2] for row in cells}
    one = next(row for row in rows if row.village_code == "99010103")
    assert villages[one.name].startswith("หมู่ 3 ")
    whole = next(row for row in rows if row.village_code is None)
    assert "ทั้งตำบล" in villages[whole.name]


def test_memberships_of_households(practice: Any) -> None:
    rows = practice.records("household")
    answered = [one.memberships for one in rows if one.memberships is not None]
    fund = sum("village_fund" in answer for answer in answered)
    section = part(groups(practice), "memberships")
    shown = {row[0]: row[1] for row in section.tables[0].cells()}
    assert shown["กองทุนหมู่บ้าน"] == str(fund)
    assert f"n = {len(answered)} จาก 1,052 ครัวเรือน" in section.evidence[0]


def test_few_members_are_hidden(workbook_of: Callable[..., Any]) -> None:
    rows = [
        {
            "household_id": str(i),
            "village_code": "73050201",
            "memberships": ("savings",) if i < 3 else ("baac",),
        }
        for i in range(20)
    ]
    section = groups(workbook_of({"household": rows}))
    shown = {row[0]: row[1] for row in part(section, "memberships").tables[0].cells()}
    assert shown["กลุ่มออมทรัพย์"] == "ปกปิด"
    # 17 of 20 would tell of the other three.
    assert shown["ลูกค้า ธ.ก.ส."] == "ปกปิด"


def test_n_stands_only_where_not_every_group_stated(workbook_of: Callable[..., Any]) -> None:
    rows = [
        {"name": "ก", "kind": "savings", "members": 20, "balance": 1000},
        {"name": "ข", "kind": "savings", "members": 30},
    ]
    table = groups(workbook_of({"group": rows})).tables[0]
    assert [column.label for column in table.columns].count("n") == 1
    assert table.cells() == [["กลุ่มออมทรัพย์", "2", "50", "1,000", "1"]]


def test_nothing_known(workbook_of: Callable[..., Any]) -> None:
    section = groups(workbook_of({}))
    assert len(section.sentences) == 1 and not section.tables and not section.parts
