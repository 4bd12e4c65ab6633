"""The evidence line names source, dates, n and N, and says when a sample was not random."""

from __future__ import annotations

from datetime import date

import pytest

from planning_kit.language import Words, speaking
from planning_kit.records import Source
from planning_kit.records.evidence import Method
from planning_kit.report.evidence import evidence_line


def _source(method: str = "random", **other: object) -> Source:
    return Source(
        **{
            "source_code": "S1",
            "title": "สำรวจครัวเรือน ปี 2569",
            "publisher": "สภาองค์กรชุมชน",
            "method": method,
            "date_from": date(2026, 9, 1),
            "date_to": date(2026, 9, 30),
        }
        | other
    )


def test_the_whole_line() -> None:
    assert evidence_line([_source()], 285, 1120) == (
        "ที่มา: สภาองค์กรชุมชน, สำรวจครัวเรือน ปี 2569 · เก็บ 1 ก.ย. 2569 – 30 ก.ย. 2569 · "
        "n = 285 จาก 1,120 ครัวเรือน · สุ่มตัวอย่าง"
    )


def test_in_english() -> None:
    with speaking("en"):
        line = evidence_line([_source()], 285, 1120)
    assert line.startswith("Source: สภาองค์กรชุมชน")
    assert line.endswith(
        "gathered 1 Sep 2026 – 30 Sep 2026 · n = 285 of 1,120 households · random sample"
    )


@pytest.mark.parametrize("method", [Method.PURPOSIVE, Method.MEETING, Method.OTHER])
def test_what_is_not_random_is_said(method: Method) -> None:
    assert "ไม่ได้สุ่ม" in evidence_line([_source(method.value)], 40)


def test_what_is_not_known_is_left_out() -> None:
    line = evidence_line([_source(date_from=None)], 40, of=Words("แปลง", "plots"))
    assert "n = 40 แปลง" in line
    assert "เก็บ 30 ก.ย. 2569" in line
    assert "จาก" not in line


def test_several_sources_span_their_dates() -> None:
    other = _source(
        "register", title="ทะเบียนเกษตรกร", date_from=date(2025, 1, 5), date_to=date(2025, 2, 1)
    )
    line = evidence_line([_source(), other])
    assert "; สภาองค์กรชุมชน, ทะเบียนเกษตรกร" in line
    assert "5 ม.ค. 2568 – 30 ก.ย. 2569" in line
    assert "สุ่มตัวอย่าง" in line
    assert "ทะเบียนของหน่วยงาน" in line
    assert "n =" not in line


def test_no_source_is_said() -> None:
    assert evidence_line([], 12).startswith("ที่มา: ไม่ได้ระบุ · n = 12")


def test_every_method_has_its_words() -> None:
    for method in Method:
        assert evidence_line([_source(method.value)]).count(" · ") == 2
