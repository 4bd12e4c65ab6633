"""The chapter on natural resources and the community's strengths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planning_kit.language import speaking
from planning_kit.report.chapters.environment import environment


def test_conditions_and_trends_are_counted_as_in_the_rows(practice: Any) -> None:
    rows = practice.records("natural_resource")
    said = " ".join(environment(practice).sentences)
    assert f"{len(rows)} แหล่ง ทรุดโทรม {sum(one.condition == 'poor' for one in rows)} แหล่ง" in said
    worse = sum(one.trend == "worse" for one in rows)
    better = sum(one.trend == "better" for one in rows)
    assert f"แย่ลง {worse} จาก {len(rows)} แหล่ง ดีขึ้น {better} แหล่ง" in said


def test_the_urgent_ones_are_named(practice: Any) -> None:
    urgent = [
        one.name
        for one in practice.records("natural_resource")
        if one.condition == "poor" and one.trend == "worse"
    ]
    said = " ".join(environment(practice).sentences)
    assert urgent and all(name in said for name in urgent)


def test_area_of_a_kind_is_in_rai(workbook_of: Callable[..., Any]) -> None:
    rows = [
        {"name": "ก", "kind": "community_forest", "area": "320-0-0", "condition": "good"},
        {"name": "ข", "kind": "community_forest", "area": "100-2-0"},
    ]
    section = environment(workbook_of({"natural_resource": rows}))
    # 320 rai and 100 rai 2 ngan; condition stated by one of two, so its n stands there
    assert section.tables[0].cells() == [["ป่าชุมชน", "2", "420.5", "1", "0", "0", "1"]]
    listed = section.parts[0].tables[0].cells()
    assert [row[0] for row in listed] == ["ก", "ข"]
    assert listed[1][-1] == "–"


def test_every_strength_is_listed(practice: Any) -> None:
    rows = practice.records("capital")
    strengths = environment(practice).parts[-1]
    assert {row[0] for row in strengths.tables[1].cells()} == {one.name for one in rows}
    assert strengths.evidence


def test_nothing_known(workbook_of: Callable[..., Any]) -> None:
    section = environment(workbook_of({}))
    assert not section.tables and not section.parts[0].tables
    assert len(section.sentences) == 1 and len(section.parts[0].sentences) == 1


def test_english(practice: Any) -> None:
    with speaking("en"):
        section = environment(practice)
        labels = [column.label for column in section.tables[0].columns]
    assert "Condition: poor" in labels and "Trend: worse" in labels
