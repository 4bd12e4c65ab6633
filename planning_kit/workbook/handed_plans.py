"""The plans handed to a province, a region or the nation: one for each plan area, as it came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planning_kit.language import current_language
from planning_kit.records import Record, provinces_within, record_type, to_frame
from planning_kit.store import Handover
from planning_kit.workbook.workbook import Workbook

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class HandedPlan:
    """A plan as it was handed over: ``handover`` with its marks and its content read."""

    handover: Handover

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """What was handed over, as ``handing_over.handover_content`` made it."""
        content: Mapping[str, Any] = json.loads(self.handover.content)
        return content

    @property
    def area_id(self) -> str:
        """The id of its plan area."""
        return self.handover.plan_area_id

    @property
    def tambons(self) -> tuple[str, ...]:
        """The tambons it is about; none for a plan of a province."""
        return tuple(self.content["tambons"])

    @property
    def title(self) -> str:
        """Its place, in the language in use."""
        return str(self.content["title"][current_language()])

    @property
    def is_endorsed(self) -> bool:
        """Whether a council had endorsed what was handed over."""
        return self.handover.version > 0

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of a record type: as they stand since the plan, else as planned."""
        since: Mapping[str, list[dict[str, Any]]] = self.content["since"]
        planned: Mapping[str, list[dict[str, Any]]] = self.content["plan"]
        return since.get(name) or planned.get(name, [])

    def records(self, name: str) -> list[Record]:
        """Return the same rows as records."""
        kind = record_type(name)
        return [kind.model_validate(row) for row in self.rows(name)]


def handed_plans(workbook: Workbook) -> list[HandedPlan]:
    """Return the plans that lie in the place of a workbook above the tambon, by plan area.

    Of each plan area it is the one endorsed last or, where none was, the one that came last.
    """
    provinces = provinces_within(workbook.plan_area)
    latest: dict[str, HandedPlan] = {}
    for handover in workbook.store.handovers():
        plan = HandedPlan(handover)
        before = latest.get(plan.area_id)
        if before is None or before.handover.version <= handover.version:
            latest[plan.area_id] = plan
    return [latest[area] for area in sorted(latest) if _lies_in(latest[area], provinces)]


def plans_of_tambons(plans: Iterable[HandedPlan]) -> list[HandedPlan]:
    """Return the plans of tambons, without those of places above them."""
    return [plan for plan in plans if plan.tambons]


def handed_frame(plans: Iterable[HandedPlan], name: str) -> pd.DataFrame:
    """Return the records of one type in all plans as one frame, with their ``plan_area``."""
    kind = record_type(name)
    listed = [(plan.area_id, record) for plan in plans for record in plan.records(name)]
    frame = to_frame(kind, [record for _area, record in listed])
    return frame.assign(plan_area=[area for area, _record in listed])


def handed_parts(plans: Iterable[HandedPlan]) -> list[dict[str, Any]]:
    """Return the figures of all plans as rows for the roll-up."""
    return [
        {**row, "bins": tuple(tuple(one) for one in row["bins"] or ())}
        for plan in plans
        for row in plan.content["figures"]
    ]


def _lies_in(plan: HandedPlan, provinces: tuple[str, ...]) -> bool:
    within = plan.tambons or (plan.area_id,)
    return any(code[:2] in provinces for code in within)
