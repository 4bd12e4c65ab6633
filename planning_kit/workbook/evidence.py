"""Where figures come from, when, by which method, and from how many of how many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planning_kit.records import Source
from planning_kit.records.evidence import Method

if TYPE_CHECKING:
    import pandas as pd

_BETWEEN = " · "


@dataclass(frozen=True)
class Evidence:
    """The sources behind one set of rows, as one.

    ``n`` is the number of distinct households in the rows; where the rows name none, the
    number that the sources state, else the number of rows; ``counted`` says which:
    ``"households"``, ``"stated"`` or ``"rows"``. ``population`` (N) is ``None``
    where a source does not state it, or where sources state different ones. ``method`` is
    the code of the method, ``None`` where sources differ or there is none; ``is_random``
    only where every source drew at random.
    """

    sources: tuple[Source, ...]
    n: int
    counted: str
    population: int | None
    date_from: dt.date | None
    date_to: dt.date | None
    method: str | None
    is_random: bool

    @property
    def titles(self) -> str:
        """The titles of the sources."""
        return _joined(source.title for source in self.sources)

    @property
    def publishers(self) -> str:
        """Who gathered or published them."""
        return _joined(source.publisher for source in self.sources)


def evidence_of(rows: pd.DataFrame, sources: list[Source]) -> Evidence:
    """Return the evidence behind ``rows`` (a frame of one record type).

    Columns used: ``source_code``, and ``household_id`` where there is one.
    """
    used = set(rows["source_code"].dropna()) if "source_code" in rows else set()
    cited = tuple(source for source in sources if source.source_code in used)
    methods = {str(source.method) for source in cited}
    stated = {source.population for source in cited}
    begun = [source.date_from or source.date_to for source in cited]
    ended = [source.date_to for source in cited]
    n, counted = _answered(rows, cited)
    return Evidence(
        sources=cited,
        n=n,
        counted=counted,
        population=next(iter(stated)) if len(stated) == 1 else None,
        date_from=min((day for day in begun if day), default=None),
        date_to=max((day for day in ended if day), default=None),
        method=next(iter(methods)) if len(methods) == 1 else None,
        is_random=methods == {Method.RANDOM.value},
    )


def _answered(rows: pd.DataFrame, cited: tuple[Source, ...]) -> tuple[int, str]:
    if "household_id" in rows:
        return int(rows["household_id"].nunique()), "households"
    sizes = [source.sample_size for source in cited if source.sample_size is not None]
    if cited and len(sizes) == len(cited):
        return sum(sizes), "stated"
    return len(rows), "rows"


def _joined(texts: Iterable[str | None]) -> str:
    return _BETWEEN.join(dict.fromkeys(text for text in texts if text))
