"""Answers in three boxes: land as ไร่-งาน-ตร.ว., and a date as day, month and year พ.ศ."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import ipywidgets as w

from planning_kit.faces.control import Control
from planning_kit.language import Words, _
from planning_kit.records.kinds import is_blank
from planning_kit.thai import MONTHS, LandArea, format_date, format_land, format_number, read_date
from planning_kit.thai.years import BE_OFFSET

_LAND_PARTS = (
    (Words("ไร่", "rai"), "ไร่"),
    (Words("งาน", "ngan"), "งาน"),
    (Words("ตร.ว.", "sq wah"), "ตร.ว."),
)
_DAY = Words("วันที่", "Day")
_MONTH = Words("เดือน", "Month")
_YEAR = Words("ปี พ.ศ.", "Year (B.E.)")


class LandControl(Control):
    """Three boxes; whole areas such as 5-2-30 may be typed into the first one too."""

    _says_unit = False

    def _body(self) -> w.Widget:
        self._boxes = [_part(str(words)) for words, _unit in _LAND_PARTS]
        for box in self._boxes:
            box.observe(self._changed, "value")
        return _row(self._boxes)

    def answer(self) -> str:
        """Return the area in words, ``5 ไร่ 2 งาน``; blank where all boxes are."""
        typed = [str(box.value).strip() for box in self._boxes]
        if typed[0] and not any(typed[1:]):
            return typed[0]
        parts = zip(typed, _LAND_PARTS, strict=True)
        return " ".join(f"{text} {unit}" for text, (_words, unit) in parts if text)

    def _put(self, value: Any) -> None:
        texts = ["", "", ""]
        if value is not None:
            area = LandArea.from_square_wah(Decimal(str(value)))
            texts = [format_number(part) for part in (area.rai, area.ngan, area.square_wah)]
            if value:
                # No land at all is said once; parts that are zero beside others stay blank.
                texts = [text if text != "0" else "" for text in texts]
            else:
                texts[1:] = ["", ""]
        self._type(texts)

    def typed(self) -> list[str]:
        """Return the text of each box."""
        return [str(box.value) for box in self._boxes]

    def _type(self, typed: Any) -> None:
        for box, text in zip(self._boxes, typed, strict=True):
            box.value = str(text)

    def read_back(self, value: Any) -> str:
        """Say the area in words."""
        return format_land(LandArea.from_square_wah(Decimal(str(value))))

    def lock(self, is_locked: bool = True) -> None:
        """Let nobody change the answer any more, or let them again."""
        for box in self._boxes:
            box.disabled = is_locked


class DateControl(Control):
    """Day, month by name and Buddhist year; a whole date may be typed into the first box too."""

    def _body(self) -> w.Widget:
        self._day = _part(str(_DAY))
        months = [(_("– choose –"), 0), *((str(name), at + 1) for at, name in enumerate(MONTHS))]
        self._month = w.Dropdown(options=months, value=0, description=str(_MONTH))
        self._year = _part(str(_YEAR))
        for box in (self._day, self._month, self._year):
            box.observe(self._changed, "value")
        self._month.add_class("pk-broad")
        return _row([self._day, self._month, self._year])

    def answer(self) -> str:
        """Return the date as it would be written by hand."""
        month = self._month.value
        name = MONTHS[month - 1].th if month else ""
        return " ".join(
            part for part in (self._day.value.strip(), name, self._year.value.strip()) if part
        )

    @property
    def is_begun(self) -> bool:
        """Whether only some of the boxes are filled, so that nothing can be read yet."""
        filled = [not is_blank(self._day.value), bool(self._month.value)]
        filled.append(not is_blank(self._year.value))
        return any(filled) and not all(filled)

    def _put(self, value: Any) -> None:
        day = value if value is None or isinstance(value, dt.date) else read_date(str(value))
        self._type([str(day.day), day.month, str(day.year + BE_OFFSET)] if day else ["", 0, ""])

    def typed(self) -> list[Any]:
        """Return the text of the day, the number of the month (0: none) and the text of the year."""
        return [str(self._day.value), int(self._month.value), str(self._year.value)]

    def _type(self, typed: Any) -> None:
        self._day.value, self._month.value, self._year.value = typed

    def worded(self, typed: Any) -> str:
        """Return the date as far as it was typed."""
        day, month, year = typed
        return super().worded([day, MONTHS[month - 1].th if month else "", year])

    def read_back(self, value: Any) -> str:
        """Say the date in full."""
        return format_date(value if isinstance(value, dt.date) else read_date(str(value)))

    def lock(self, is_locked: bool = True) -> None:
        """Let nobody change the answer any more, or let them again."""
        for box in (self._day, self._month, self._year):
            box.disabled = is_locked


def _part(label: str) -> w.Text:
    return w.Text(description=label, continuous_update=False)


def _row(boxes: list[Any]) -> w.Box:
    for box in boxes:
        box.add_class("pk-part")
    row = w.Box(boxes)
    row.add_class("pk-parts")
    return row
