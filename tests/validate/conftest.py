"""Raw rows for the tests of this folder, as a reader would hand them over."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from planning_kit.collect import Collected, Place, RawRow
from planning_kit.records import record_type
from planning_kit.validate import AreaScope, Checked, check

PRACTICE = AreaScope(tambon_codes=frozenset({"990101"}))


@pytest.fixture
def sample() -> SimpleNamespace:
    """One sound row of each sort, enough for its required fields."""
    return SimpleNamespace(
        source={
            "source_code": "S1",
            "title": "สำรวจ",
            "publisher": "คณะทำงาน",
            "method": "census",
            "date_to": "30/9/2569",
        },
        village={"village_code": "99010103", "name": "บ้านทุ่งฝึกหัด"},
        home={"household_id": "03-012", "village_code": "99010103"},
        rice={
            "household_id": "03-012",
            "year_be": 2569,
            "season": "main",
            "product_kind": "annual",
            "product": "ข้าวนาปี",
        },
        flood={
            "year_be": 2567,
            "village_code": "99010103",
            "crop": "ข้าว",
            "affected_area": "2-0-0",
        },
    )


@pytest.fixture
def judged(sample: SimpleNamespace) -> Callable[..., Checked]:
    """Judge rows numbered from 8, as in a filled template; one sound source comes first."""

    def judge(
        *rows: tuple[str, dict[str, Any]],
        sources: list[dict[str, Any]] | None = None,
        known: dict[str, set[str]] | None = None,
        held: dict[str, list[dict[str, Any]]] | None = None,
        area: AreaScope = PRACTICE,
        foreign: bool = False,
    ) -> Checked:
        given = [sample.source] if sources is None else sources
        collected = Collected(
            "fingerprint",
            "f.xlsx",
            [_raw("source", 8 + at, values) for at, values in enumerate(given)],
            [_raw(name, 8 + at, values) for at, (name, values) in enumerate(rows)],
            is_foreign=foreign,
        )
        before = {
            name: [record_type(name).model_validate(values) for values in records]
            for name, records in (held or {}).items()
        }
        return check(collected, area, known, before)

    return judge


@pytest.fixture
def codes_of() -> Callable[[Checked], list[set[str]]]:
    """Return the codes found in each row, in order of the rows."""
    return lambda checked: [{finding.code for finding in row.findings} for row in checked.rows]


def _raw(record: str, row: int, values: dict[str, Any]) -> RawRow:
    kind = record_type(record)
    columns = {name: kind.field(name).label.th for name in values}
    return RawRow(record, Place(kind.noun.title.th, row), dict(values), columns)
