"""A store of its own, an invented tambon, and filled files made for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planning_kit.collect import write_template
from planning_kit.records import PlanArea
from planning_kit.store import Store
from planning_kit.workbook import Workbook, create, whole_tambon

SOURCE = {
    "source_code": "S1",
    "title": "สำรวจครัวเรือน 2569",
    "publisher": "คณะทำงานสภาองค์กรชุมชน",
    "method": "random",
    "date_from": "1 ก.ย. 2569",
    "date_to": "30 ก.ย. 2569",
    "sample_size": 3,
    "population": 120,
}


@pytest.fixture
def store(empty: Path, tmp_path: Path) -> Iterator[Store]:
    with Store.open(shutil.copy(empty, tmp_path / "kit.sqlite")) as opened:
        yield opened


@pytest.fixture
def workbook(store: Store) -> Workbook:
    return create(whole_tambon("990101"), store=store, who="ผู้ทดสอบ")


@pytest.fixture
def some_villages() -> Callable[..., PlanArea]:
    """Make a plan area of some villages of one or several tambons."""

    def make(own_id: str, *villages: str, tambons: tuple[str, ...] = ()) -> PlanArea:
        return PlanArea(
            plan_area_id=own_id,
            name=f"พื้นที่ {own_id}",
            tambon_codes=tambons or None,
            village_codes=villages or None,
        )

    return make


@pytest.fixture
def filled(tmp_path: Path) -> Callable[..., Path]:
    """Fill the kit's own template with rows by record name; one source unless said."""

    def fill(name: str = "survey.xlsx", **rows: list[dict[str, Any]]) -> Path:
        path = tmp_path / name
        write_template(path, filled={"source": [SOURCE], **rows}, example=False)
        return path

    return fill


@pytest.fixture
def household() -> Callable[..., dict[str, Any]]:
    """Make a household row as people write it."""

    def row(number: str, village: str = "99010101", **stated: Any) -> dict[str, Any]:
        return {"household_id": number, "village_code": village, "source_code": "S1", **stated}

    return row


@pytest.fixture
def hazard() -> Callable[..., dict[str, Any]]:
    """Make a hazard row as people write it."""

    def row(year: int, village: str = "99010101", **stated: Any) -> dict[str, Any]:
        return {"year_be": year, "village_code": village, "source_code": "S1", **stated}

    return row


@pytest.fixture
def mend(tmp_path: Path) -> Callable[..., Path]:
    """Correct a workbook as people do: find the row with a value, write another into a cell."""

    def mending(path: Path, *corrections: tuple[str, object, str, object], name: str = "") -> Path:
        book = openpyxl.load_workbook(path)
        for sheet, has, field, value in corrections:
            page = book[sheet]
            columns = {cell.value: cell.column for cell in page[6] if cell.value}
            row = next(row for row in page.iter_rows(min_row=8) if has in [c.value for c in row])
            page.cell(row[0].row, columns[field]).value = value
        target = tmp_path / (name or f"mended-{path.name}")
        book.save(target)
        return target

    return mending
