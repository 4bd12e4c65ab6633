"""Where proposals came from and what they became, across the workbooks of many plan areas."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from planning_kit.records.area_ref import area_ref
from planning_kit.records.plain_rows import plain_rows

_ORIGIN = ("plan_area", "proposal_code", "from_ref", "how", "date", "note")


@dataclass(frozen=True)
class Line:
    """One step of ancestry: ``to`` came out of ``origin``, both "AREA/CODE"; ``how`` a code."""

    to: str
    origin: str
    how: str
    date: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True)
class Ancestor:
    """A proposal in a tree of ancestry, and what it came out of.

    ``line`` says how it went over into the one below it in the tree, ``None`` at the root. A
    branch that comes back to where it began ends there: ``is_cycle``.
    """

    ref: str
    line: Line | None = None
    origins: tuple[Ancestor, ...] = ()
    is_cycle: bool = False

    def walk(self) -> Iterator[Ancestor]:
        """Yield this one and all before it, the nearest first."""
        yield self
        for one in self.origins:
            yield from one.walk()


def lines_of(origins: pd.DataFrame) -> list[Line]:
    """Return every line of ``proposal_origin`` rows with their ``plan_area``, in a fixed order."""
    found = {
        Line(
            area_ref(row["plan_area"], row["proposal_code"]),
            str(row["from_ref"]),
            str(row["how"]),
            row["date"],
            row["note"],
        )
        for row in plain_rows(origins, _ORIGIN)
        if row["from_ref"]
    }
    return sorted(found, key=lambda one: (one.to, str(one.date or "9"), one.origin, one.how))


def ancestry(ref: str, lines: Iterable[Line]) -> Ancestor:
    """Return a proposal with all it came out of, back to the first."""
    above: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        above[line.to].append(line)

    def grown(at: str, line: Line | None, seen: frozenset[str]) -> Ancestor:
        if at in seen:
            return Ancestor(at, line, is_cycle=True)
        within = seen | {at}
        origins = (grown(one.origin, one, within) for one in above.get(at, ()))
        return Ancestor(at, line, tuple(origins))

    return grown(ref, None, frozenset())


def descendants(ref: str, lines: Iterable[Line]) -> list[Line]:
    """Return the lines to all that came out of a proposal, the nearest first, each once."""
    below: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        below[line.origin].append(line)
    found: list[Line] = []
    seen, edge = {ref}, [ref]
    while edge:
        at = edge.pop(0)
        for line in below.get(at, ()):
            found.append(line)
            if line.to not in seen:
                seen.add(line.to)
                edge.append(line.to)
    return found


def cycles(lines: Iterable[Line]) -> list[tuple[str, ...]]:
    """Return each ring of proposals that are their own ancestors, sorted."""
    above: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        above[line.to].add(line.origin)
    reached = {ref: _reached(ref, above) for ref in above}
    rings = {
        tuple(sorted({ref, *(one for one in far if ref in reached.get(one, ()))}))
        for ref, far in reached.items()
        if ref in far
    }
    return sorted(rings)


def _reached(ref: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    edge = [ref]
    while edge:
        fresh = above.get(edge.pop(), set()) - found
        found |= fresh
        edge += sorted(fresh)
    return found
