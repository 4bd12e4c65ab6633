"""What a figure of the profile is: its key, its words, and how it is worked out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from planning_kit.language import Words
from planning_kit.records.profile_figures import PROFILE_FIGURES

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

T = TypeVar("T")
Worked = tuple[float | None, int | None]
"""A value (``None`` = not stated or hidden) and how many stand behind it (``None`` = a count)."""

BAHT = Words("บาท", "baht")
HOUSEHOLDS = Words("ครัวเรือน", "households")
KG_RAI = Words("กก./ไร่", "kg/rai")
BAHT_RAI = Words("บาท/ไร่", "baht/rai")
MONTHS = Words("เดือน", "months")
PERCENT = Words("ร้อยละ", "per cent")
RAI = Words("ไร่", "rai")
VILLAGES = Words("หมู่บ้าน", "villages")


class Frames:
    """The frames of a workbook, each read once however many figures need it."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self._read: dict[str, pd.DataFrame] = {}
        self._worked: dict[Callable[[Frames], Any], Any] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._read:
            self._read[name] = self.workbook.frame(name)
        return self._read[name]

    def once(self, work: Callable[[Frames], T]) -> T:
        """Return what ``work`` finds in these frames; several figures stand on one table."""
        if work not in self._worked:
            self._worked[work] = work(self)
        found: T = self._worked[work]
        return found


@dataclass(frozen=True)
class ProfileFigure:
    """One figure that may be cited as evidence or taken as a baseline.

    ``record`` whose sources it stands on · ``section`` the anchor of the section that shows
    it · ``worked`` gives the value, a share as 0-1 · ``places`` decimals as printed. A share
    is printed, and kept as evidence, times 100.
    """

    key: str
    unit: Words
    record: str
    section: str
    worked: Callable[[Frames], Worked]
    places: int = 0

    @property
    def label(self) -> Words:
        """What it is called."""
        return PROFILE_FIGURES[self.key]

    @property
    def scale(self) -> int:
        """By what the value is multiplied when it is printed."""
        return 100 if self.unit is PERCENT else 1


def cell(table: pd.DataFrame, column: str, by: str = "measure", key: str = "") -> Worked:
    """Return one cell of a profile table with the ``n`` of its row.

    ``by`` and ``key`` choose the row; without ``key`` it is the first. An absent or hidden
    cell is ``None``.
    """
    rows = table[table[by] == key] if key and by in table else table.iloc[:1]
    if len(rows) != 1 or column not in table:
        return None, None
    row = rows.iloc[0]
    n = None if "n" not in table or pd.isna(row["n"]) else int(row["n"])
    return (None if pd.isna(row[column]) else float(row[column])), n
