"""Who wants what: the most wanted skills by village, sex, age and role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.profile.training_needs import wanted_by
from planning_kit.records import TrainingNeed
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_FIELDS = ("village_code", "sex", "age_group", "role")
_MOST = 5


def by_group(workbook: Workbook, needs: pd.DataFrame, table: pd.DataFrame) -> list[Section]:
    """Return a table for each way of telling people apart, where two groups or more are shown."""
    skills = list(table.loc[table["people"] > 0, "skill"])[:_MOST]
    names = PlanNames(workbook)
    parts = []
    for field in _FIELDS:
        found = wanted_by(needs, field)
        found = found[found["skill"].isin(skills)]
        if found["group"].nunique() > 1 and (found["people"] > 0).any():
            parts.append(_part(field, found, skills, names))
    return parts


def _part(field: str, found: pd.DataFrame, skills: list[str], names: PlanNames) -> Section:
    title = str(TrainingNeed.field(field).label)
    rows = []
    for group, of_group in found.groupby("group", sort=False):
        cells = of_group.set_index("skill")
        row = {"group": _named(field, str(group), names), "n": of_group["n"].iloc[0]}
        for skill in skills:
            row[skill] = cells.loc[skill, "share"]
            row[f"{skill}_hidden"] = bool(cells.loc[skill, "hidden"])
        rows.append(row)
    columns = [Column("group", _("Village") if field == "village_code" else title)]
    columns += [
        Column(skill, TrainingNeed.field("wanted").wording(skill), Form.PERCENT, 0,
               hidden=f"{skill}_hidden")
        for skill in skills
    ]  # fmt: skip
    columns.append(Column("n", _("n"), Form.INT))
    heading = _("Who wants it: {by}", by=columns[0].label)
    caption = _("Share of each group that wants the skill")
    note = _("Groups of fewer than five are not shown, nor what could be worked out from others.")
    return Section(
        f"training-by-{field.replace('_', '-')}",
        heading,
        tables=[Table(pd.DataFrame(rows), columns, caption=caption, note=note)],
    )


def _named(field: str, code: str, names: PlanNames) -> str:
    if field == "village_code":
        return " ".join(names.villages([code]))
    return answer("training_need", field, code)
