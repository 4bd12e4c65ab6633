"""The Buddhist year of a date, for tables that give a day and no year."""

from __future__ import annotations

from typing import Any, Literal

from planning_kit import thai
from planning_kit.errors import ReadingError
from planning_kit.thai.years import BE_OFFSET


def _is_year(cell: Any) -> bool:
    try:
        return thai.read_year_be(cell) is not None
    except ReadingError:
        return False


def year_of(cell: Any, which: Literal["calendar", "fiscal"]) -> int | None:
    """Return the Buddhist year of a date: of the calendar, or the fiscal one (October on).

    A cell that is a year already stays that year. Raises ``ReadingError`` for one that is
    neither a date nor a year.
    """
    if _is_year(cell):
        return thai.read_year_be(cell)
    day = thai.read_date(cell)
    if day is None:
        return None
    return thai.fiscal_year_be(day) if which == "fiscal" else day.year + BE_OFFSET
