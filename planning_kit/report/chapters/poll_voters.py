"""Who voted, as numbers: of how many, from which villages, women and ages. Never who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.deliberate.poll_votes import FEWEST, PollVotes
from planning_kit.language import Words, _
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.wording import counted, label, number, percent, persons
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.deliberate import Ranking

_TITLES = {
    "village_code": Words("หมู่บ้าน", "Village"),
    "is_landless": Words("ที่ทำกิน", "Land"),
}
_FACETS = ("village_code", "sex", "age_group", "is_landless")


def voters_said(votes: PollVotes, order: Ranking) -> list[str]:
    """Say how many voted, of how many, and from how many villages."""
    said = [_of_how_many(order.voters, votes.row["eligible"])]
    villages = votes.frame["village_code"].dropna().nunique() if len(votes.frame) else 0
    if villages:
        many = counted(villages, Words("หมู่บ้าน", "village"), Words("หมู่บ้าน", "villages"))
        said.append(_("They come from {villages}.", villages=many))
    return said


def _of_how_many(voters: int, eligible: float | None) -> str:
    if not voters:
        return _("How many people voted is not stated.")
    if not eligible:
        return _("{persons} voted.", persons=persons(voters))
    return _(
        "{voters} of {eligible} who might vote did so ({share}).",
        voters=number(voters),
        eligible=persons(eligible),
        share=percent(voters / eligible, 0),
    )


def voters_table(votes: PollVotes, names: OptionNames) -> Table | None:
    """Return the mix of those who voted on paper; groups of 1 to 4 are hidden.

    ``None`` where the papers do not ask who votes.
    """
    if not votes.is_by_ballot:
        return None
    people = votes.marks.drop_duplicates("ballot_no")
    rows = [row for facet in _FACETS for row in _facet(people, facet, names)]
    if not rows:
        return None
    frame = pd.DataFrame(rows, columns=["facet", "group", "ballots", "hidden"])
    columns = [
        Column("facet", _("Told by")),
        Column("group", _("Group")),
        Column("ballots", _("Ballots"), Form.INT),
    ]
    return Table(frame, columns, caption=_("Who voted"))


def _facet(people: pd.DataFrame, facet: str, names: OptionNames) -> list[tuple]:
    given = people[facet].map(_code)
    if given.isna().all():
        return []
    counts = {str(code): int(n) for code, n in given.dropna().value_counts().sort_index().items()}
    if missing := int(given.isna().sum()):
        counts[""] = missing
    hidden = hidden_groups(counts)
    title = str(_TITLES.get(facet) or label("ballot_mark", facet))
    return [
        (
            title,
            names.group(facet, code) if code else _("not stated"),
            None if code in hidden else float(n),
            code in hidden,
        )
        for code, n in counts.items()
    ]


def hidden_groups(counts: dict[str, int]) -> set[str]:
    """Return the groups of 1 to 4, and as many more as keep them from being worked out.

    The whole is known, so what is hidden must be at least two groups and ten people.
    """
    hidden = {code for code, n in counts.items() if 0 < n < FEWEST}
    rest = sorted((n, code) for code, n in counts.items() if code not in hidden and n)
    while (
        hidden and rest and (len(hidden) < 2 or sum(counts[code] for code in hidden) < 2 * FEWEST)
    ):
        hidden.add(rest.pop(0)[1])
    return hidden


def _code(value: object) -> str | None:
    if value is None or value != value:
        return None
    return {"True": "yes", "False": "no"}.get(str(value), str(value))
