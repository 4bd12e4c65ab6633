"""Who answered a local question, and their answers, one for each household or thing asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from planning_kit.language import Words
from planning_kit.profile.columns import answers
from planning_kit.profile.privacy import hide_list
from planning_kit.records import LocalQuestion, record_type
from planning_kit.records.local_asking import is_asked
from planning_kit.records.local_questions import QuestionKind
from planning_kit.report.chapters.wording import households, number
from planning_kit.report.evidence import HOUSEHOLDS
from planning_kit.thai.years import BE_OFFSET

_HOUSEHOLD = "household_id"
SEVERAL = (QuestionKind.CHOICES, QuestionKind.MONTHS)
AMOUNTS = (
    QuestionKind.INTEGER,
    QuestionKind.NUMBER,
    QuestionKind.MONEY,
    QuestionKind.LAND,
    QuestionKind.SHARE,
)
_YEARS = (QuestionKind.YEAR, QuestionKind.DATE)


@dataclass(frozen=True)
class Unit:
    """What was asked: households, or the rows of another sheet."""

    words: Words

    @property
    def is_household(self) -> bool:
        """Tell whether households answered."""
        return self.words is HOUSEHOLDS

    def counted(self, n: float) -> str:
        """Write how many: "12 households", "8 villages"."""
        return households(n) if self.is_household else f"{number(n)} {self.words}"


@dataclass(frozen=True)
class Answered:
    """The answers to a question, one per unit (``None`` = not stated), to those asked.

    ``may_show`` is false where telling how many were asked would give away a count under
    five of the question before. ``several`` says that an answer is a tuple.
    """

    values: pd.Series
    unit: Unit
    may_show: bool
    several: bool

    @property
    def n(self) -> int:
        """How many answered."""
        return int(self.values.notna().sum())


def unit_of(question: LocalQuestion) -> Unit:
    """Return what a question was asked of: households wherever the sheet names them."""
    kind = record_type(str(question.about))
    if _HOUSEHOLD in kind.model_fields:
        return Unit(HOUSEHOLDS)
    title = kind.noun.title
    return Unit(Words(title.th, title.en.lower()))


def answered(frame: pd.DataFrame, question: LocalQuestion) -> Answered:
    """Return the answers of those whom a question was for.

    Where a household has several rows it counts once: yes if any row says yes, with all the
    answers its rows give, and with the sum of its amounts.
    """
    asked, may_show = _asked(frame, question)
    values = _plain(answers(frame[asked], str(question.code)), str(question.kind))
    several = question.kind in SEVERAL
    if _HOUSEHOLD not in frame:
        return Answered(values, unit_of(question), may_show, several)
    by_home = values.groupby(frame.loc[asked, _HOUSEHOLD], sort=False)
    if by_home.ngroups == len(values):
        return Answered(values, unit_of(question), may_show, several)
    joined = {home: _one(group.dropna(), str(question.kind)) for home, group in by_home}
    several = several or question.kind in (QuestionKind.CHOICE, *_YEARS)
    series = pd.Series(list(joined.values()), index=list(joined), dtype="object")
    return Answered(series.where(series.notna(), None), unit_of(question), may_show, several)


def _asked(frame: pd.DataFrame, question: LocalQuestion) -> tuple[pd.Series, bool]:
    if not question.ask_if_field:
        return pd.Series(True, index=frame.index), True
    found = [is_asked(question, said) for said in answers(frame, str(question.ask_if_field))]
    asked = pd.Series([one is True for one in found], index=frame.index, dtype=bool)
    if _HOUSEHOLD in frame:
        homes = [set(frame.loc[[o is way for o in found], _HOUSEHOLD]) for way in (True, False)]
        counts = [len(homes[0]), len(homes[1] - homes[0])]
    else:
        counts = [found.count(True), found.count(False)]
    return asked, not any(hide_list(counts))


def _plain(values: pd.Series, kind: str) -> pd.Series:
    if kind == QuestionKind.YES_NO:
        said = values.map(lambda value: None if value is None else "yes" if value else "no")
    elif kind == QuestionKind.MONTHS:
        said = values.map(
            lambda value: None if value is None else tuple(str(int(month)) for month in value)
        )
    elif kind == QuestionKind.YEAR:
        said = values.map(lambda value: None if value is None else str(int(value)))
    elif kind == QuestionKind.DATE:
        said = values.map(
            lambda value: None if value is None else str(pd.Timestamp(value).year + BE_OFFSET)
        )
    else:
        said = values
    said = said.astype("object")
    return said.where(said.notna(), None)


def _one(values: Iterable[Any], kind: str) -> Any:
    """Return what the rows of one household say together."""
    said = list(values)
    if not said:
        return None
    if kind == QuestionKind.YES_NO:
        return "yes" if "yes" in said else "no"
    if kind in AMOUNTS and kind != QuestionKind.SHARE:
        return float(sum(said))
    if kind in AMOUNTS:
        return float(sum(said)) / len(said)
    if kind == QuestionKind.TEXT:
        return said[0]
    parts = [part for one in said for part in (one if isinstance(one, tuple) else (one,))]
    return tuple(dict.fromkeys(parts))
