"""Advice on trainings, each with its reasons: who wants it, who could teach it, what figures say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from planning_kit.indicators.figure import Figure
from planning_kit.language import _
from planning_kit.profile.training_needs import wanted_by
from planning_kit.records import TrainingNeed
from planning_kit.records.training_catalogue import Training, leading_to
from planning_kit.report.chapters.wording import answer, known, number, percent
from planning_kit.report.figures import FIGURES, figures_of, statement
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MOST = 5
_FAR_ABOVE = 0.1
"""A group is named where its share is so much above that of all."""
_GROUPS = ("sex", "age_group", "role")


def advice(workbook: Workbook, table: pd.DataFrame, trainings: tuple[Training, ...]) -> Section:
    """Return the most wanted skills with their reasons, each a section; equals stand together."""
    top = table[table["place"] <= MOST]
    led = {row["skill"]: leading_to(row["skill"], trainings) for _at, row in top.iterrows()}
    keys = {one.figure for found in led.values() for one in found if one.figure}
    figures = figures_of(workbook, sorted(keys))
    needs = workbook.frame("training_need")
    groups = {field: wanted_by(needs, field) for field in _GROUPS}
    section = Section("training-advice", _("Advice: which trainings first, and why"))
    section.parts = [
        Section(
            f"training-advice-{row['skill']}",
            _("{place}. {skill}", place=number(row["place"]), skill=skill_said(row["skill"])),
            sentences=[
                *_people(row, groups),
                *_figures(led[row["skill"]], figures),
                *_trainings(led[row["skill"]]),
            ],
        )
        for _at, row in top.iterrows()
    ]
    return section


def _people(row: pd.Series, groups: dict[str, pd.DataFrame]) -> list[str]:
    said = [
        _("{people} of {n} want it ({share}).", people=number(row["people"]), n=number(row["n"]),
          share=percent(row["share"], 0))
    ]  # fmt: skip
    if row["most"] > 0:
        said.append(_("{people} want it most of all.", people=number(row["most"])))
    named = [one for field in _GROUPS if (one := _above(row, field, groups[field]))]
    if named:
        said.append(_("Wanted more often by: {groups}.", groups=" · ".join(named)))
    if row["can_teach"] > 0:
        said.append(
            _("{people} of those who answered say they could teach it.",
              people=number(row["can_teach"]))
        )  # fmt: skip
    return [" ".join(said)]


def _above(row: pd.Series, field: str, found: pd.DataFrame) -> str | None:
    own = found[(found["skill"] == row["skill"]) & ~found["hidden"]]
    if own.empty:
        return None
    best: Any = own.sort_values("share", kind="stable").iloc[-1]
    if best["share"] < row["share"] + _FAR_ABOVE:
        return None
    return _(
        "{group} ({share} of {n})",
        group=answer("training_need", field, best["group"]),
        share=percent(best["share"], 0),
        n=number(best["n"]),
    )


def _figures(found: list[Training], figures: dict[str, Figure]) -> list[str]:
    said = []
    for key in dict.fromkeys(one.figure for one in found if one.figure):
        kind, figure = FIGURES[key], figures[key]
        if figure.is_known and known(figure.value):
            value = round(float(figure.value or 0) * kind.scale, kind.places)
            n = _(" (n = {n})", n=number(figure.n)) if figure.n is not None else ""
            said.append(
                _("The profile says: {statement}{n}.", statement=statement(kind, value), n=n)
            )
    return said


def _trainings(found: list[Training]) -> list[str]:
    if not found:
        return [_("The catalogue has no training for it yet; add one.")]
    hours = [_("{title} ({hours} hours)", title=str(one.title), hours=f"{one.hours:g}") for one in found]  # fmt: skip
    return [_("Trainings that answer it: {trainings}.", trainings=" · ".join(hours))]


def skill_said(code: str) -> str:
    """Return what a skill that people may want is called."""
    return TrainingNeed.field("wanted").wording(code)
