"""Records of many plan areas side by side, each row with its area: what a roll-up reads.

A bundle that came from a tambon, or the workbooks of one laptop: chapters above the tambon take
the frames and do not ask where they came from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import areas
from planning_kit.plan.chosen import money_lines
from planning_kit.records import PlanArea, is_above, provinces_within
from planning_kit.records.plain_rows import Row, added, plain_rows
from planning_kit.report.chapters.five_year_budget import own_sources
from planning_kit.workbook.handed_plans import HandedPlan, handed_plans
from planning_kit.workbook.higher_places import title_of
from planning_kit.workbook.plan_areas import is_within, plan_areas

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_PROBLEM = (
    "problem_code",
    "statement",
    "theme",
    "households_affected",
    "is_set_aside",
    "merged_into",
    "said_by",
)
_FIGURE = ("problem_code", "statement", "value", "unit", "n", "as_of", "source_code")
_AS_THEY_ARE = {
    "proposals": "proposal",
    "steps": "proposal_step",
    "origins": "proposal_origin",
    "groups": "problem_group",
}


def _nothing() -> pd.DataFrame:
    return pd.DataFrame()


@dataclass(frozen=True)
class Gathered:
    """Frames of many plan areas; every row names its ``plan_area``.

    ``problems``: ``tambon`` (a code or several), ``problem_code``, ``statement``, ``theme``,
    ``households_affected``, ``is_set_aside``, ``merged_into`` and, if known, ``said_by``.
    ``projects``: ``project_code``, ``problem_codes``, ``amount`` (baht asked of others).
    ``evidence``: ``problem_code``, ``statement``, ``value``, ``unit``, ``n``, ``as_of``,
    ``source``. ``proposals``, ``steps``, ``origins``, ``groups``: the fields of their records.
    ``heard``: tambons whose workbooks were looked at, though they may have told nothing.
    ``names``: plan area -> what it is called.
    """

    problems: pd.DataFrame = field(default_factory=_nothing)
    projects: pd.DataFrame = field(default_factory=_nothing)
    evidence: pd.DataFrame = field(default_factory=_nothing)
    proposals: pd.DataFrame = field(default_factory=_nothing)
    steps: pd.DataFrame = field(default_factory=_nothing)
    origins: pd.DataFrame = field(default_factory=_nothing)
    groups: pd.DataFrame = field(default_factory=_nothing)
    heard: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def beside(self, other: Gathered) -> Gathered:
        """Return both together; of a plan area that both hold, the rows of this one."""
        held = {str(area) for name in _FRAMES for area in _areas_in(getattr(self, name))}
        frames = {
            name: _stacked([getattr(self, name), _without(getattr(other, name), held)])
            for name in _FRAMES
        }
        heard = tuple(sorted({*self.heard, *other.heard}))
        return Gathered(**frames, heard=heard, names={**other.names, **self.names})


_FRAMES = ("problems", "projects", "evidence", *_AS_THEY_ARE)


def gathered(*workbooks: Workbook | HandedPlan) -> Gathered:
    """Return the records of these workbooks side by side, in the language in use for names."""
    listed = sorted(workbooks, key=lambda one: one.area_id)
    frames = {
        "problems": _stacked([_problems(one) for one in listed]),
        "projects": _stacked([_projects(one) for one in listed]),
        "evidence": _stacked([_evidence(one) for one in listed]),
    }
    for name, record in _AS_THEY_ARE.items():
        frames[name] = _stacked([_placed(one, one.frame(record)) for one in listed])
    heard = {code for one in listed for code in one.tambon_codes}
    return Gathered(**frames, heard=tuple(sorted(heard)), names=_names(listed))


def _names(workbooks: list[Workbook | HandedPlan]) -> dict[str, str]:
    """Return what each plan area is called: briefly, in full where two are called alike."""
    brief = {one.area_id: _brief(one.plan_area) for one in workbooks}
    said = Counter(brief.values())
    return {
        one.area_id: brief[one.area_id]
        if said[brief[one.area_id]] == 1
        else title_of(one.plan_area)
        for one in workbooks
    }


def _brief(area: PlanArea) -> str:
    whole = area.tambon_codes or ()
    if len(whole) == 1 and not area.village_codes:
        return areas.get(whole[0]).title()
    return title_of(area)


def gathered_below(workbook: Workbook) -> Gathered:
    """Return this workbook's records and, above the tambon, those of every area within it.

    They are the plans that were handed over and, of plan areas in the same store that have
    handed over none, their workbooks.
    """
    if not is_above(workbook.plan_area):
        return gathered(workbook)
    provinces = set(provinces_within(workbook.plan_area))
    handed = [one for one in handed_plans(workbook) if one.area_id != workbook.area_id]
    known = {workbook.area_id, *(one.area_id for one in handed)}
    beside = [
        type(workbook)(workbook.store, area, workbook.period, [])
        for area in plan_areas(workbook.store)
        if area.plan_area_id not in known and is_within(area, provinces)
    ]
    return gathered(workbook, *handed, *beside)


def _problems(workbook: Workbook | HandedPlan) -> pd.DataFrame:
    frame = workbook.frame("problem")
    named = frame[[name for name in _PROBLEM if name in frame]].copy()
    named["tambon"] = [workbook.tambon_codes] * len(named)
    return _placed(workbook, named)


def _projects(workbook: Workbook | HandedPlan) -> pd.DataFrame:
    own = set(own_sources(workbook))
    lines: dict[str, list[Row]] = {}
    for line in money_lines(workbook.frame("budget_line")):
        lines.setdefault(str(line["project_code"]), []).append(line)
    rows = []
    names = ("project_code", "problem_codes", "stage", "total_cost")
    for row in plain_rows(workbook.frame("project"), names):
        if row["stage"] == "set_aside":
            continue
        planned = lines.get(str(row["project_code"]))
        # What the community pays itself is asked of nobody.
        asked = (
            added(one["amount"] for one in planned if one["funding_source"] not in own)
            if planned
            else row["total_cost"]
        )
        rows.append(
            {
                "project_code": row["project_code"],
                "problem_codes": row["problem_codes"],
                "amount": None if asked is None else float(asked),
            }
        )
    return _placed(workbook, pd.DataFrame(rows, dtype="object"))


def _evidence(workbook: Workbook | HandedPlan) -> pd.DataFrame:
    frame = workbook.frame("problem_evidence")
    named = frame[[name for name in _FIGURE if name in frame]].copy()
    said = {
        str(one.source_code): ", ".join(part for part in (one.publisher, one.title) if part)
        for one in workbook.sources()
    }
    if "source_code" in named:
        named["source"] = [said.get(str(code)) for code in named["source_code"]]
    return _placed(workbook, named)


def _placed(workbook: Workbook | HandedPlan, frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(plan_area=workbook.area_id)


def _stacked(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    # As objects: a column that one area leaves blank must not change what another states.
    held = [one.astype("object") for one in frames if len(one)]
    return pd.concat(held, ignore_index=True) if held else pd.DataFrame()


def _areas_in(frame: pd.DataFrame) -> Iterable[object]:
    return frame["plan_area"].unique() if "plan_area" in frame else ()


def _without(frame: pd.DataFrame, known: set[str]) -> pd.DataFrame:
    if "plan_area" not in frame:
        return frame
    return frame[~frame["plan_area"].astype(str).isin(known)]
