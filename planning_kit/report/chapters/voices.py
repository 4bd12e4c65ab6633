"""Whose voice puts things elsewhere: women, youth, the elderly, the landless, each village."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.voices import voices_dots
from planning_kit.deliberate import Voices
from planning_kit.deliberate import voices as heard_voices
from planning_kit.deliberate.poll_counting import Counted, again
from planning_kit.language import _
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.poll_evidence import poll_evidence
from planning_kit.report.chapters.poll_orders import TOP
from planning_kit.report.chapters.reasons import sentences
from planning_kit.report.chapters.side_by_side import counted_polls
from planning_kit.report.chapters.wording import joined
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_DRAWN = 10
_COLUMNS = 6


def voices(workbook: Workbook) -> Section | None:
    """Return whose order differs, vote by vote; ``None`` where no paper says who voted."""
    parts = [
        part
        for found in counted_polls(workbook)
        if found.votes.is_by_ballot and (part := _part(workbook, found)) is not None
    ]
    if not parts:
        return None
    return Section(
        "voices",
        _("Whose voice differs?"),
        sentences=[
            _(
                "An order of all can drown a group. Where a group puts other things first, it is "
                "said here; groups of fewer than 5 ballots are not shown."
            )
        ],
        parts=parts,
    )


def _part(workbook: Workbook, found: Counted) -> Section | None:
    votes = found.votes
    if len(found.leading.order) < 2 or found.is_level:
        return None
    told = heard_voices(votes.marks, again(votes), top=min(TOP, len(votes.options) - 1))
    if told.heard.empty:
        return None
    names = OptionNames(workbook, votes.about)
    section = Section(
        f"voices-{votes.code}",
        f"{votes.code} {votes.title}",
        sentences=_said(told, names),
        evidence=poll_evidence(workbook, votes),
    )
    section.pictures = [*_pictures(found, told, names)]
    return section


def _said(told: Voices, names: OptionNames) -> list[str]:
    """Say each group that differs, then all that do not in one sentence, then the hidden."""
    heard = told.heard
    differs = heard.loc[~heard["hidden"] & ~heard["same_set"]]
    said = sentences(told.reasons()[: len(differs)], names)
    same, hidden = (_groups(heard.loc[one], names) for one in (heard["same_set"], heard["hidden"]))
    if same:
        said.append(
            _("The same first {top} as everyone: {groups}.", top=told.top, groups=joined(same))
        )
    if hidden:
        said.append(
            _("Fewer than 5 ballots, so their order is not shown: {groups}.", groups=joined(hidden))
        )
    return said


def _groups(heard: pd.DataFrame, names: OptionNames) -> list[str]:
    found = zip(heard["facet"], heard["group"], strict=True)
    return [names.group(facet, group) for facet, group in found]


def _pictures(found: Counted, told: Voices, names: OptionNames) -> list[Picture]:
    shown = told.heard.loc[~told.heard["hidden"]]
    # Those that differ first: there is room for so many columns.
    shown = shown.sort_values("same_set", kind="stable").head(_COLUMNS)
    if shown.empty:
        return []
    places = told.places
    groups = pd.concat(
        places.loc[(places["facet"] == facet) & (places["group"] == group)].assign(
            group=names.group(facet, group)
        )
        for facet, group in zip(shown["facet"], shown["group"], strict=True)
    )
    everyone = found.leading.order.head(_DRAWN)
    everyone = everyone.assign(statement=[names.short(one) for one in everyone["option"]])
    caption = _("The place of each option, for everyone and for each group")
    sheets = voices_dots(everyone, groups, top=told.top)
    return picture_sheets(sheets, _alt(groups, told.top), caption)


def _alt(groups: pd.DataFrame, top: int) -> str:
    said = []
    for group, part in groups.groupby("group", sort=False):
        first = part.loc[part["place"] <= top].sort_values("place", kind="stable")
        said.append(f"{group}: {', '.join(first['option'])}")
    return " · ".join(said)
