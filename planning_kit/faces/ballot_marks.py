"""The marks of one paper ballot on the screen, and where its two typings differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from planning_kit.deliberate import entry_differences
from planning_kit.deliberate.ties import code_order
from planning_kit.faces.step_records import Desk, Paper
from planning_kit.records.poll_choices import PollMethod

VOTER = ("village_code", "sex", "age_group", "is_landless")
"""What stands in the head of a ballot; every mark of it carries the same."""
SCORES = ("size", "severity", "ease", "concern")
_ANSWER = {
    PollMethod.CRITERIA: SCORES,
    PollMethod.PAIRWISE: (),
    PollMethod.DOTS: ("dots",),
    PollMethod.APPROVAL: ("approved",),
    PollMethod.HANDS: ("approved",),
}


@dataclass(frozen=True)
class Ballot:
    """One paper in one typing: ``number`` as printed on it, ``entry`` 1 or 2."""

    poll: Paper
    number: str
    entry: int
    desk: Desk

    @property
    def code(self) -> str:
        """The code of the vote."""
        return str(self.poll.value("poll_code"))

    @property
    def pairs(self) -> list[tuple[str, str | None]]:
        """What the paper asks: each option, or each pair of options."""
        options = self.poll.value("option_codes") or ()
        if self.poll.value("method") == PollMethod.PAIRWISE:
            return list(combinations(options, 2))
        return [(code, None) for code in options]

    def marks(self) -> dict[frozenset[str], Paper]:
        """Return the marks typed so far, by the options they are about."""
        return {
            about(paper): paper
            for paper in marks_of(self.desk, self.code)
            if paper.value("ballot_no") == self.number and entry_of(paper) == self.entry
        }

    def mark(self, option: str, against: str | None = None) -> Paper | None:
        """Return the mark about an option or a pair, ``None`` where none was typed."""
        return self.marks().get(frozenset(one for one in (option, against) if one))

    def answer(self, option: str, against: str | None, **answers: Any) -> None:
        """Take what the paper says about an option or a pair."""
        marks = self.marks()
        paper = marks.get(frozenset(one for one in (option, against) if one))
        if paper is None:
            voter = {name: self.voter(name) for name in VOTER}
            key = (self.code, self.number, self.entry, option, against)
            paper = self.desk.begin("ballot_mark", key, **voter)
        paper.answer(**answers)

    def voter(self, name: str) -> Any:
        """Return what stands in the head of the paper, from the first mark that has it."""
        stated = (paper.value(name) for paper in self.marks().values())
        return next((value for value in stated if value is not None), None)

    def answer_head(self, name: str, value: Any) -> None:
        """Take what stands in the head; the marks typed so far all carry it."""
        for paper in self.marks().values():
            paper.answer(**{name: value})

    @property
    def is_begun(self) -> bool:
        """Whether any mark was typed."""
        return bool(self.marks())

    def is_whole(self) -> bool:
        """Tell whether every option is marked, where the way of voting asks for that."""
        names = _ANSWER[PollMethod.of(str(self.poll.value("method")))]
        marks = self.marks()
        if self.poll.value("method") in (PollMethod.DOTS, PollMethod.APPROVAL, PollMethod.HANDS):
            return bool(marks)
        return len(marks) == len(self.pairs) and all(
            paper.value(name) is not None for paper in marks.values() for name in names
        )


def about(paper: Paper) -> frozenset[str]:
    """Return the options that a mark is about."""
    both = (paper.value("option_code"), paper.value("against_code"))
    return frozenset(str(code) for code in both if code)


def entry_of(paper: Paper) -> int:
    """Return which typing a mark belongs to; blank counts as the first."""
    return int(paper.value("entry") or 1)


def marks_of(desk: Desk, poll_code: str) -> Iterator[Paper]:
    """Yield every mark of a vote."""
    for paper in desk.read("ballot_mark").values():
        if paper.value("poll_code") == poll_code:
            yield paper


def numbers_typed(desk: Desk, poll_code: str) -> dict[int, list[str]]:
    """Return the numbers of the ballots of each typing, in order."""
    found: dict[int, set[str]] = {1: set(), 2: set()}
    for paper in marks_of(desk, poll_code):
        found[entry_of(paper)].add(str(paper.value("ballot_no")))
    return {entry: sorted(numbers, key=code_order) for entry, numbers in found.items()}


def next_number(numbers: list[str]) -> str:
    """Return the number after the highest that is a figure, as wide as it: after 017 comes 018."""
    figures = [number for number in numbers if re.fullmatch(r"\d+", number)]
    if not figures:
        return "001"
    highest = max(figures, key=int)
    return f"{int(highest) + 1:0{len(highest)}}"


def as_printed(number: str, known: list[str]) -> str:
    """Return a number as wide as the others: 17 is 017 where ballots are numbered 001, 002 …"""
    wide = max((len(one) for one in known if re.fullmatch(r"0\d+", one)), default=0)
    return number.zfill(wide) if number.isdigit() else number


def differences(desk: Desk, poll_code: str) -> pd.DataFrame:
    """Return where the two typings differ, as ``deliberate.double_entry`` tells it."""
    rows = [
        {spec.name: paper.value(spec.name) for spec in paper.kind.fields()}
        for paper in marks_of(desk, poll_code)
        if paper.over is not None
    ]
    columns = ["ballot_no", "entry", "option_code", "against_code"]
    return entry_differences(pd.DataFrame(rows, columns=None if rows else columns, dtype="object"))
