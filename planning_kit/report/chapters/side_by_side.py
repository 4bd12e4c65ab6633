"""Several votes on the same options, side by side, with what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.deliberate.poll_counting import Counted, counted
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.plan_frames import latest_decision
from planning_kit.report.chapters.poll_evidence import evidence_of
from planning_kit.report.chapters.poll_records import polls_of
from planning_kit.report.chapters.wording import answer
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_ABOUT = {"problem": "problem_order", "project": "project_order"}


def counted_polls(workbook: Workbook) -> list[Counted]:
    """Return every vote that can be counted and shown, in order of date."""
    found = []
    for votes in polls_of(workbook):
        try:
            one = counted(votes)
        except KitError:
            # Its own part of the page says why; here only those with a result stand.
            continue
        if not votes.is_too_small:
            found.append(one)
    return found


def side_by_side(workbook: Workbook) -> Section | None:
    """Return the places of each option in every vote on it; ``None`` for fewer than two votes."""
    counts = counted_polls(workbook)
    tables = [
        table
        for about in _ABOUT
        if (table := _table(workbook, [one for one in counts if one.votes.about == about], about))
    ]
    if not tables:
        return None
    return Section(
        "votes-compared",
        _("The votes side by side"),
        sentences=[_("Each column is one vote; the numbers are places. “–” was not voted on.")],
        evidence=evidence_of(workbook, (one.votes for one in counts)),
        tables=tables,
    )


def _table(workbook: Workbook, counts: list[Counted], about: str) -> Table | None:
    shared = [one for one in counts if any(_overlap(one, other) for other in counts)]
    if len(shared) < 2:
        return None
    names = OptionNames(workbook, about)
    decision = latest_decision(workbook, _ABOUT[about])
    adopted = tuple(decision["adopted_codes"] or ()) if decision else ()
    options = list(
        dict.fromkeys([*adopted, *(o for one in shared for o in one.leading.order.option)])
    )
    frame = pd.DataFrame({"option": [names.coded(option) for option in options]})
    columns = [Column("option", _("Option"))]
    for one in shared:
        frame[one.votes.code] = [one.leading.place_of(option) for option in options]
        way = answer("poll", "method", one.votes.method)
        columns.append(Column(one.votes.code, f"{one.votes.code} {way}", Form.INT))
    if adopted:
        places = [adopted.index(one) + 1 if one in adopted else None for one in options]
        frame["adopted"] = places
        columns.append(Column("adopted", _("Decided"), Form.INT))
    return Table(frame, columns, caption=answer("poll", "about", about))


def _overlap(one: Counted, other: Counted) -> bool:
    return one is not other and len(set(one.votes.options) & set(other.votes.options)) > 1
