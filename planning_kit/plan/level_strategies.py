"""Under which strategy of a place above the tambon a project of a tambon's plan stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planning_kit.records.plain_rows import Row, codes

OWN, HIGHER, TAMBON, NONE = "own", "higher", "tambon", "none"
"""A strategy of the place itself · one of a higher plan that the tambon names · the tambon's own
development issue, by its words · none is named."""


@dataclass(frozen=True)
class Heading:
    """``kind`` as above, ``code`` of the strategy (empty for a tambon's own), its ``name``."""

    kind: str
    code: str
    name: str


@dataclass(frozen=True)
class LevelStrategies:
    """``own`` strategies of the place in order (``strategy_code``, ``name``, ``higher_codes``)."""

    own: tuple[Row, ...]

    def heading(
        self, project: Row, issues: Mapping[str, Row], names: Mapping[str, str]
    ) -> tuple[Heading, int]:
        """Return the heading of a project, and under how many it could stand.

        What the project says it serves counts, else what its development issue says
        (``issues`` of its plan by code; ``names`` of strategies of higher plans as its tambon
        lists them). A strategy of the place is served where its code is named, or where it
        serves the same strategy of a higher plan. A project stands under one heading only, so
        that no baht is added twice: the first in the order of the place or of the project.
        """
        issue = issues.get(str(project["strategy_code"]), {})
        served = codes(project["higher_codes"]) or codes(issue.get("higher_codes"))
        own = [one for one in self.own if _serves(one, served)]
        if own:
            first = own[0]
            return Heading(OWN, str(first["strategy_code"]), str(first["name"] or "")), len(own)
        if self.own:
            return Heading(NONE, "", ""), 0
        if served:
            return Heading(HIGHER, served[0], names.get(served[0], served[0])), len(served)
        if issue.get("name"):
            return Heading(TAMBON, "", " ".join(str(issue["name"]).split())), 1
        return Heading(NONE, "", ""), 0


def in_listed_order(headings: Iterable[Heading], own: Iterable[Row]) -> list[Heading]:
    """Return each heading once: those of the place in its order, then the rest as they come."""
    place = {str(row["strategy_code"]): at for at, row in enumerate(own)}
    kinds = (OWN, HIGHER, TAMBON, NONE)
    return sorted(
        dict.fromkeys(headings),
        key=lambda one: (kinds.index(one.kind), place.get(one.code, len(place))),
    )


def _serves(strategy: Row, served: tuple[str, ...]) -> bool:
    return str(strategy["strategy_code"]) in served or bool(
        set(served) & set(codes(strategy["higher_codes"]))
    )
