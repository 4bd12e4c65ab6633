"""Problems of many tambons that may be one: suggested, explained, for people to confirm.

Within a theme first, by average linkage (``linkage`` says why) of how alike the words and the
meanings are (``likeness``). What is left alone is compared across themes, more strictly, and
always shown as doubtful. Statements that say opposite things never come together; what people
decided before is kept: their groups only grow, and what they found different stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.deliberate.likeness import Likeness
from planning_kit.deliberate.linkage import Bools, average_groups, components
from planning_kit.deliberate.told_problems import Told, grounds, merged_refs, told_problems
from planning_kit.records.meanings import Meaning, declared_meanings
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows

LEAST, ACROSS, LIKELY = 0.25, 0.45, 0.35
"""How alike a group is on the average at least: within a theme, across themes, to be likely."""

SUGGESTED = {
    "refs": "codes",
    "core": "text",
    "theme": "text",
    "sure": "number",
    "shared": "codes",
    "meanings": "codes",
    "doubts": "codes",
    "weak_ref": "text",
    "widens": "text",
    "added": "codes",
}
"""Columns: ``refs`` "AREA/CODE" of the problems · ``core`` the one most like the others ·
``theme`` of the core · ``sure`` 0-1, how alike on the average · ``shared`` words and ``meanings``
codes that at least half of them say · ``doubts`` codes of ``DOUBTS`` · ``weak_ref`` the one least
like the others · ``widens`` code of the confirmed group it would widen, by ``added``."""

DOUBTS = ("both_sides", "loose", "themes", "no_theme", "few_words")
"""Says both sides of an opposite · alike below ``LIKELY`` · themes differ · no theme stated ·
at most one word and no meaning is shared."""

_GROUP = ("group_code", "member_refs", "left_out_refs", "is_confirmed")


def suggest_groups(
    problems: pd.DataFrame,
    groups: pd.DataFrame | None = None,
    *,
    meanings: Sequence[Meaning] | None = None,
    least: float = LEAST,
) -> pd.DataFrame:
    """Return ``SUGGESTED``: groups of problems of at least two grounds, the surest first.

    Parameters
    ----------
    problems:
        Of many tambons, columns ``told_problems.TOLD``; the order of rows never matters.
    groups:
        ``problem_group`` records of before: confirmed ones stay together and are suggested only
        with what would be added; one found different is not suggested again.
    meanings:
        Wordings that mean one thing; the declared ones by default.
    """
    told = told_problems(problems)
    if not told:
        return framed([], SUGGESTED)
    known = declared_meanings() if meanings is None else tuple(meanings)
    likeness = Likeness({ref: one.statement for ref, one in told.items()}, known)
    making = _Making(told, likeness, _decided(groups, merged_refs(problems), told))
    themes: dict[str, list[str]] = defaultdict(list)
    for ref, one in told.items():
        themes[one.theme or ""].append(ref)
    found = [group for theme in sorted(themes) for group in making.grouped(themes[theme], least)]
    alone = sorted(group[0] for group in found if len(group) == 1)
    found = [group for group in found if len(group) > 1]
    found += [group for group in making.grouped(alone, max(ACROSS, least)) if len(group) > 1]
    rows = [row for group in found if (row := making.suggested(group)) is not None]
    rows.sort(key=lambda row: (-round(row["sure"], 6), row["refs"]))
    return framed(rows, SUGGESTED)


@dataclass(frozen=True)
class _Decided:
    """What people said: ``inside`` ref -> confirmed group, ``apart`` pairs of refs."""

    inside: dict[str, str]
    apart: frozenset[frozenset[str]]


def _decided(groups: pd.DataFrame | None, last: dict[str, str], told: dict[str, Told]) -> _Decided:
    """Read the groups of before; a problem merged since in its tambon stands for the other."""
    inside: dict[str, str] = {}
    apart: set[frozenset[str]] = set()
    rows = [] if groups is None else plain_rows(groups, _GROUP)
    for row in sorted(rows, key=lambda row: str(row["group_code"])):
        members = _standing(row["member_refs"], last, told)
        left = _standing(row["left_out_refs"], last, told)
        if row["is_confirmed"] is True:
            for ref in members:
                inside.setdefault(ref, str(row["group_code"]))
            apart |= {frozenset((one, other)) for one in members for other in left}
        elif row["is_confirmed"] is False:
            apart |= {frozenset((a, b)) for at, a in enumerate(members) for b in members[:at]}
    return _Decided(inside, frozenset(pair for pair in apart if len(pair) == 2))


def _standing(cell: object, last: dict[str, str], told: dict[str, Told]) -> list[str]:
    refs = dict.fromkeys(last.get(ref, ref) for ref in codes(cell))
    return sorted(ref for ref in refs if ref in told)


@dataclass(frozen=True)
class _Making:
    """Groups problems and explains each group."""

    told: dict[str, Told]
    likeness: Likeness
    decided: _Decided

    def grouped(self, refs: Sequence[str], least: float) -> list[list[str]]:
        """Return the groups of these refs, those that stand alone too."""
        linked = self.likeness.linked(refs, least)
        self._tie(refs, linked)
        return [
            group
            for part in components(linked)
            for group in self._parted([refs[at] for at in part], least)
        ]

    def _tie(self, refs: Sequence[str], linked: Bools) -> None:
        first: dict[str, int] = {}
        for at, ref in enumerate(refs):
            if (group := self.decided.inside.get(ref)) is not None:
                head = first.setdefault(group, at)
                linked[head, at] = linked[at, head] = True

    def _parted(self, refs: list[str], least: float) -> Iterable[list[str]]:
        if len(refs) == 1:
            return [refs]
        inside = [self.decided.inside.get(ref) for ref in refs]
        first: dict[str, int] = {}
        start = [
            at if code is None else first.setdefault(code, at) for at, code in enumerate(inside)
        ]
        apart = self._apart(refs, inside)
        numbers = average_groups(self.likeness.between(refs), least, apart=apart, start=start)
        groups: dict[int, list[str]] = defaultdict(list)
        for ref, number in zip(refs, numbers, strict=True):
            groups[number].append(ref)
        return groups.values()

    def _apart(self, refs: list[str], inside: list[str | None]) -> Bools:
        apart = self.likeness.opposed(refs)
        place = {ref: at for at, ref in enumerate(refs)}
        for one, other in map(sorted, self.decided.apart):
            if one in place and other in place:
                apart[place[one], place[other]] = apart[place[other], place[one]] = True
        # Two groups that people confirmed are two things.
        held = np.array([code or "" for code in inside])
        differ = (held[:, None] != held[None, :]) & (held[:, None] != "") & (held[None, :] != "")
        return apart | differ

    def suggested(self, refs: list[str]) -> Row | None:
        """Return one suggestion, ``None`` where it asks nothing new or lies on one ground."""
        refs = sorted(refs)
        inside = {self.decided.inside[ref] for ref in refs if ref in self.decided.inside}
        added = tuple(ref for ref in refs if ref not in self.decided.inside)
        ground = grounds((self.told[ref].area, self.told[ref].tambons) for ref in refs)
        if not added or len(set(ground.values())) < 2:
            return None
        alike = self.likeness.between(refs)
        np.fill_diagonal(alike, 0.0)
        means = alike.sum(axis=1) / (len(refs) - 1)
        shared = self.likeness.shared(refs)
        core, weak = refs[int(means.argmax())], refs[int(means.argmin())]
        sure = float(means.mean())
        return {
            "refs": tuple(refs),
            "core": core,
            "theme": self.told[core].theme,
            "sure": sure,
            "shared": shared.words,
            "meanings": shared.meanings,
            "doubts": self._doubts(refs, sure, len(shared.words), bool(shared.meanings)),
            "weak_ref": weak,
            "widens": next(iter(inside), None),
            "added": added,
        }

    def _doubts(self, refs: list[str], sure: float, words: int, means: bool) -> tuple[str, ...]:
        themes = {self.told[ref].theme for ref in refs}
        holds = {
            "both_sides": any(self.likeness.says_both(ref) for ref in refs),
            "loose": sure < LIKELY,
            "themes": len(themes) > 1,
            "no_theme": themes == {None},
            "few_words": words < 2 and not means,
        }
        return tuple(doubt for doubt in DOUBTS if holds[doubt])
