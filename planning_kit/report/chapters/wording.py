"""How the chapters say a figure, a source and a gap, so that all of them say it alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form, is_missing, written
from planning_kit.language import N_, Words, _
from planning_kit.profile.sampling import Sample
from planning_kit.records import record_type
from planning_kit.report.evidence import HOUSEHOLDS, evidence_line
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

NO_DATA = N_(
    "This workbook holds no data on {subject} yet. They can be added in the sheet “{sheet}”."
)


def percent(share: float | None, places: int = 1) -> str:
    """Write a 0–1 share as "45.2%"; "–" where it is not known."""
    return written(share, Form.PERCENT, places)


def number(value: float | None, places: int = 0) -> str:
    """Write a number with its thousands; "–" where it is not known."""
    return written(value, Form.NUMBER, places)


def households(n: float | None) -> str:
    """Write "285 ครัวเรือน" / "285 households" / "1 household"."""
    return counted(n, Words("ครัวเรือน", "household"), Words("ครัวเรือน", "households"))


def persons(n: float | None) -> str:
    """Write "1,024 คน" / "1,024 persons"."""
    return counted(n, Words("คน", "person"), Words("คน", "persons"))


def counted(n: float | None, one: Words, many: Words) -> str:
    """Write a whole number with what it counts."""
    return f"{number(n)} {one if n == 1 else many}"


def rai(area: float | None, places: int = 1) -> str:
    """Write an area in rai: "12.5 ไร่" / "12.5 rai"."""
    return f"{number(area, places)} {Words('ไร่', 'rai')}"


def baht(amount: float | None, places: int = 0) -> str:
    """Write an amount: "12,500 บาท" / "12,500 baht"."""
    return f"{number(amount, places)} {Words('บาท', 'baht')}"


def joined(parts: Iterable[str]) -> str:
    """Write a list in a sentence: "ก ข และ ค" / "a, b and c"."""
    said = list(parts)
    if len(said) < 2:
        return "".join(said)
    comma, last = str(Words(" ", ", ")), str(Words(" และ", " and "))
    return comma.join(said[:-1]) + last + said[-1]


def joined_briefly(parts: Iterable[str], most: int = 12) -> str:
    """Write a list in a sentence; of one longer than ``most`` its beginning and how many more."""
    said = list(parts)
    if len(said) <= most:
        return joined(said)
    more = Words(f"อีก {len(said) - most:,} ข้อ", f"{len(said) - most:,} more")
    return joined([*said[:most], str(more)])


def known(value: object) -> bool:
    """Tell whether a figure may be said: it is stated and not hidden."""
    return not is_missing(value)


def label(record: str, field: str) -> str:
    """Return the label of a record's field in the language in use."""
    return str(record_type(record).field(field).label)


def answer(record: str, field: str, code: object) -> str:
    """Return an answer's wording from its stored code."""
    return record_type(record).field(field).wording(code)


def sheet(record: str) -> str:
    """Return what a record's sheet is called in the language in use."""
    return str(record_type(record).noun.title)


def sample_of(workbook: Workbook) -> Sample:
    """Return the sample that every figure about households stands on.

    Where no household row came, production names the households asked.
    """
    found = workbook.evidence("household")
    if not found.n:
        found = workbook.evidence("production")
    return Sample(found.n or 0, found.population, bool(found.is_random))


def evidence(
    workbook: Workbook, record: str, n: int | None = None, *, of: Words = HOUSEHOLDS
) -> str:
    """Return the evidence line of a record's figures.

    ``n`` households stand behind them; without it, the number the evidence itself gives.
    N is that of the households surveyed, and is left out where ``of`` counts other things.
    """
    found = workbook.evidence(record)
    if of is not HOUSEHOLDS:
        return evidence_line(found.sources, n if n is not None else found.n, None, of)
    population = workbook.evidence("household").population
    return evidence_line(found.sources, n if n is not None else found.n, population)


def growers(frame: pd.DataFrame) -> int:
    """Count the different households in a frame of production or accounts."""
    return int(frame["household_id"].nunique())


def not_stated(subject: str, count: float) -> str | None:
    """Say how many households did not answer; ``None`` where all did."""
    if not count:
        return None
    return _(
        "Not stated by {households}: {subject}.", households=households(count), subject=subject
    )


def notes(*lines: str | None) -> list[str]:
    """Return the lines that say something."""
    return [line for line in lines if line]


def sources_of(lines: Iterable[str]) -> list[str]:
    """Return evidence lines without repeating one."""
    return list(dict.fromkeys(lines))


def nothing_known(key: str, title: str, subject: str, record: str) -> Section:
    """Return a section that says honestly that nothing is known, and where to add it."""
    return Section(key, title, sentences=[_(NO_DATA, subject=subject, sheet=sheet(record))])
