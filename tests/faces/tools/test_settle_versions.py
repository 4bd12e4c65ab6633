"""Two versions side by side on the screen: the facilitator chooses, others only see."""

from __future__ import annotations

import pytest

from planning_kit import settle_versions, two_versions
from planning_kit.records import Problem
from planning_kit.store import Store
from planning_kit.visitor import ROLE_VARIABLE
from planning_kit.workbook import open_workbook
from planning_kit.workbook.settling import disputed, mark_of


@pytest.fixture
def apart(workbook, store, tmp_path):
    """Return the workbook with a problem that two laptops changed apart."""

    def write(into, said, who, **more):
        with open_workbook("990101", store=into.url) as book:
            book.save(Problem(problem_code="P1", statement=said, theme="water", **more),
                      who=who, why="b")  # fmt: skip

    with Store.open(tmp_path / "other.sqlite") as other:
        write(store, "น้ำ", "recorder")
        other.merge(store.whole(["990101"]))
        write(store, "น้ำน้อย", "recorder")
        write(other, "น้ำเค็ม", "somchai", detail="ทุกปี")
        store.merge(other.whole(["990101"]))
    return workbook


def test_the_facilitator_sees_both_and_takes_field_by_field_with_a_reason(apart, drive):
    [one] = disputed(apart)
    late, early = map(mark_of, one.versions)
    tool = drive(settle_versions(apart, two_versions))
    key = str(one.record_id)
    assert "1 " in tool.text()
    whole = tool.part(f"take|{key}|")
    assert [it["value"] for it in whole["options"]] == [late, early]
    assert "somchai" not in str(tool.told)
    statement = tool.part(f"take|{key}|statement")
    assert [it["text"] for it in statement["options"]] == ["น้ำเค็ม", "น้ำน้อย"]
    assert tool.part(f"settle|{key}")["off"]
    tool.answer((f"take|{key}|", early), (f"take|{key}|detail", late))
    assert tool.part(f"take|{key}|statement")["value"] == early
    tool.answer((f"settle|{key}", True))
    assert "เหตุผล" in tool.text()  # no reason was given yet
    tool.answer((f"why|{key}", "ถามคนเสนอแล้ว"), (f"settle|{key}", True))
    [problem] = apart.records(Problem)
    assert (problem.statement, problem.detail) == ("น้ำน้อย", "ทุกปี")
    assert not tool.has(f"settle|{key}")
    assert tool.standing[0] == "saved"
    assert tool.redraw() == [("two-versions", "")]
    tool.answer((f"settle|{key}", True))
    assert len(apart.store.history(one.record_id)) == 4


def test_a_recorder_sees_them_and_cannot_settle(apart, drive, monkeypatch):
    monkeypatch.setenv(ROLE_VARIABLE, "recorder")
    [one] = disputed(apart)
    tool = drive(settle_versions(apart))
    key = str(one.record_id)
    assert not tool.has(f"settle|{key}")
    tool.answer((f"take|{key}|", mark_of(one.versions[1])), (f"why|{key}", "x"),
                (f"settle|{key}", True))  # fmt: skip
    assert disputed(apart) == [one]
