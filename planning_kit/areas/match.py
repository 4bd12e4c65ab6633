"""One search result: an area, how well it fits, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planning_kit.areas.area import Area, Level
from planning_kit.language import Words

_LEVEL_ORDER = (Level.PROVINCE, Level.AMPHOE, Level.TAMBON, Level.VILLAGE)


class Reason(StrEnum):
    """Why an area was found."""

    CODE = "code"
    SUCCESSOR = "successor"
    NAME = "name"
    ALIAS = "alias"
    ALIKE = "alike"
    STARTS = "starts"
    CONTAINS = "contains"
    SIMILAR = "similar"

    @property
    def words(self) -> Words:
        """Return the reason in Thai and English, for the reader of a result list."""
        return _REASON_WORDS[self]


_REASON_WORDS = {
    Reason.CODE: Words("รหัสตรงกัน", "same code"),
    Reason.SUCCESSOR: Words("รหัสใหม่แทนรหัสที่ยกเลิก", "took the place of an abolished code"),
    Reason.NAME: Words("ชื่อตรงกัน", "same name"),
    Reason.ALIAS: Words("อีกชื่อที่ใช้เรียก", "another name in use"),
    Reason.ALIKE: Words("เสียงเดียวกัน สะกดต่างกัน", "sounds the same, spelt differently"),
    Reason.STARTS: Words("ชื่อขึ้นต้นด้วยคำนี้", "name starts with these letters"),
    Reason.CONTAINS: Words("มีคำนี้อยู่ในชื่อ", "name has these letters in it"),
    Reason.SIMILAR: Words("ชื่อใกล้เคียง", "similar name"),
}


@dataclass(frozen=True)
class Match:
    """An area found, its score (0 to 100, 100 for the same code or name) and the reason."""

    area: Area
    score: float
    reason: Reason

    def rank(self) -> tuple[float, bool, int, str]:
        """Return the sort key: best score, real before invented, wide before narrow, code."""
        place = _LEVEL_ORDER.index(self.area.level)
        return -self.score, self.area.invented, place, self.area.code
