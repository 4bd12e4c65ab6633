"""What the options of a vote are called, and the groups of people that voted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.language import Words
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.village_names import village_name, village_names
from planning_kit.report.chapters.wording import answer, joined_briefly

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_LONG = 48
_PHRASE = 14
_THAI = re.compile("[\u0e01-\u0e5b]")
_GROUPS = {
    ("sex", "female"): Words("ผู้หญิง", "Women"),
    ("sex", "male"): Words("ผู้ชาย", "Men"),
    ("sex", "other"): Words("เพศอื่น ๆ", "Other sexes"),
    ("age_group", "under_25"): Words("เยาวชน (ต่ำกว่า 25 ปี)", "Youth (under 25)"),
    ("age_group", "age_25_59"): Words("คนวัย 25–59 ปี", "People aged 25–59"),
    ("age_group", "age_60_up"): Words("ผู้สูงอายุ (60 ปีขึ้นไป)", "The elderly (60 and over)"),
    ("is_landless", "yes"): Words("ผู้ไม่มีที่ทำกินของตนเอง", "The landless"),
    ("is_landless", "no"): Words("ผู้มีที่ทำกินของตนเอง", "Those with land of their own"),
}


class OptionNames:
    """Says the codes of one vote in words, in the language in use."""

    def __init__(self, workbook: Workbook, about: str) -> None:
        self.about = about
        self._names = PlanNames(workbook)
        self._villages = village_names(workbook.frame("village"))

    def bare(self, code: str) -> str:
        """Return the statement or name alone."""
        return self._names.bare(self.about, code)

    def coded(self, code: str) -> str:
        """Return "P03 คลองตื้นเขิน"; the code alone where nothing explains it."""
        return self._names.coded(self.about, code)

    def short(self, code: str) -> str:
        """Return the code with the first phrase of a long statement, for sentences and pictures."""
        said = self.coded(code)
        if len(said) <= _LONG:
            return said
        # Thai has a blank between phrases only; other texts have one between words.
        least = len(code) + 1 + (_PHRASE if _THAI.search(said) else _LONG)
        end = said.find(" ", least)
        return said if end < 0 else f"{said[:end].rstrip(' ,;')}…"

    def listed(self, codes: Iterable[str]) -> str:
        """Return options in a sentence, each in quotes with its code; of many the first few."""
        return joined_briefly(f"“{self.short(code)}”" for code in codes)

    def village(self, code: object) -> str:
        """Return the name of a village."""
        return village_name(code, self._villages)

    def group(self, facet: str, code: str) -> str:
        """Return what a group of voters is called."""
        if facet == "village_code":
            return self.village(code)
        words = _GROUPS.get((facet, code))
        return str(words) if words else answer("ballot_mark", facet, code)
