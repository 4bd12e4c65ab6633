"""A stand-in for a workbook: frames from plain rows, and the evidence that the rows name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from planning_kit.language import speaking
from planning_kit.practice import practice_rows
from planning_kit.records import PlanArea, Record, Source, record_type, to_frame
from planning_kit.records.plan_area import Setting
from planning_kit.store import Store
from planning_kit.workbook import Workbook, create, whole_tambon
from planning_kit.workbook.evidence import Evidence, evidence_of

Rows = Mapping[str, list[dict[str, Any]]]


class OneMoment:
    """A store in which nothing is ever written."""

    def at_one_moment(self) -> AbstractContextManager[None]:
        """Read as a store would at one moment."""
        return nullcontext()


class StandIn:
    """The part of a workbook that chapters read; every row is a checked record."""

    is_practice = False
    store = OneMoment()

    def __init__(self, rows: Rows, area: PlanArea) -> None:
        """Keep ``rows`` by record name and the plan area they belong to."""
        self.plan_area = area
        self.rows = rows
        self._read: dict[str, list[Any]] = {}

    def records(self, name: str) -> list[Any]:
        """Return the records of one type."""
        if name not in self._read:
            kind = record_type(name)
            self._read[name] = [kind.model_validate(row) for row in self.rows.get(name, [])]
        return self._read[name]

    def frame(self, name: str) -> pd.DataFrame:
        """Return the records of one type as a frame."""
        return to_frame(record_type(name), self.records(name))

    def villages(self) -> pd.DataFrame:
        """Return the villages as a frame."""
        return self.frame("village")

    def evidence(self, name: str) -> Evidence:
        """Return the sources that the rows of ``name`` point to, with their n and N."""
        return evidence_of(self.frame(name), self.sources())

    def local_questions(self) -> list[Any]:
        """Return the questions of the area's own: none."""
        return []

    def sources(self) -> list[Source]:
        """Return every source."""
        return [Source.model_validate(row) for row in self.rows.get("source", [])]


def plan_area(**changes: Any) -> PlanArea:
    """Return a plan area of one real tambon (ต.บางปลา อ.บางเลน จ.นครปฐม)."""
    values: dict[str, Any] = {
        "plan_area_id": "730502",
        "name": "บางปลา",
        "tambon_codes": ("730502",),
        "council": "สภาองค์กรชุมชนตำบลบางปลา",
        "setting": Setting.RURAL,
    }
    return PlanArea.model_validate(values | changes)


@pytest.fixture
def workbook_of() -> Callable[..., StandIn]:
    """Return a maker of workbooks: ``workbook_of({"household": [...]}, name="…")``."""
    return lambda rows, **changes: StandIn(rows, plan_area(**changes))


@pytest.fixture(scope="session")
def practice() -> StandIn:
    """Return the practice tambon; its rows hold the flaws it was given on purpose."""
    rows = practice_rows()
    area = plan_area(plan_area_id="990101", name="ตำบลทุ่งฝึกหัด", tambon_codes=("990101",))
    return StandIn({name: _readable(name, part) for name, part in rows.items()}, area)


def _readable(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows that a record accepts, one per natural key, as the store would hold."""
    kept: dict[object, dict[str, Any]] = {}
    for place, row in enumerate(rows):
        try:
            record = record_type(name).model_validate(row)
        except ValueError:
            continue
        kept.setdefault(record.natural_key() or place, row)
    return list(kept.values())


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[Callable[..., Workbook]]:
    """Return a maker of real workbooks that hold just the records given: ``planned(*records)``."""
    opened: list[Store] = []

    def make(*records: Record) -> Workbook:
        store = Store.open(tmp_path / f"kit-{len(opened)}.db")
        opened.append(store)
        workbook = create(whole_tambon("990101"), store=store, who="ทดสอบ", why="ทดสอบ")
        for record in records:
            workbook.save(record, who="ทดสอบ", why="ทดสอบ")
        return workbook

    yield make
    for store in opened:
        store.close()


@pytest.fixture(autouse=True)
def thai() -> Iterator[None]:
    """Speak Thai; a test of English opens its own ``speaking("en")``."""
    with speaking("th"):
        yield
