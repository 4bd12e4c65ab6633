"""The plans handed to a province, a region or the nation: one for each plan area, as it came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from planning_kit.language import current_language
from planning_kit.records import (
    PlanArea,
    Record,
    Source,
    Taxon,
    provinces_within,
    record_type,
    to_frame,
)
from planning_kit.store import Handover
from planning_kit.workbook.taxonomies import taxonomy_frame
from planning_kit.workbook.workbook import Workbook

if TYPE_CHECKING:
    import pandas as pd

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class HandedPlan:
    """A plan as it was handed over, read as a workbook is: ``handover`` with its marks.

    What is asked of it is what was handed over: a record type that was not has no row.
    """

    handover: Handover

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """What was handed over, as ``handing_over.handover_content`` made it."""
        content: Mapping[str, Any] = json.loads(self.handover.content)
        return content

    @cached_property
    def _read(self) -> dict[str, list[Any]]:
        return {}

    @property
    def area_id(self) -> str:
        """The id of its plan area."""
        return self.handover.plan_area_id

    @cached_property
    def plan_area(self) -> PlanArea:
        """Its plan area."""
        return self.records(PlanArea)[0]

    @property
    def tambon_codes(self) -> tuple[str, ...]:
        """The tambons it is about; none for a plan of a province."""
        return tuple(self.content["tambons"])

    @property
    def is_practice(self) -> bool:
        """Whether it is of the invented tambon."""
        return bool(self.content["is_practice"])

    @property
    def is_endorsed(self) -> bool:
        """Whether a council had endorsed what was handed over."""
        return self.handover.version > 0

    def title(self, language: str | None = None) -> str:
        """Return its place, in ``language`` or the one in use."""
        return str(self.content["title"][language or current_language()])

    def records(self, kind: type[R]) -> list[R]:
        """Return the records of a type: as they stand since the plan, else as planned."""
        name = kind.noun.name
        if name not in self._read:
            since: Mapping[str, list[dict[str, Any]]] = self.content["since"]
            planned: Mapping[str, list[dict[str, Any]]] = self.content["plan"]
            rows = since.get(name) or planned.get(name, [])
            self._read[name] = [kind.model_validate(row) for row in rows]
        return list(self._read[name])

    def frame(self, kind: type[Record] | str) -> pd.DataFrame:
        """Return the same as a frame."""
        found = record_type(kind) if isinstance(kind, str) else kind
        return to_frame(found, self.records(found))

    def taxonomy(self, name: str) -> pd.DataFrame:
        """Return a list to choose from as the area has it."""
        return taxonomy_frame(name, self.records(Taxon))

    def sources(self) -> list[Source]:
        """Return the sources that were handed over."""
        return self.records(Source)


def handed_plans(workbook: Workbook) -> list[HandedPlan]:
    """Return the plans that lie in the place of a workbook above the tambon, by plan area.

    Of each plan area it is the one endorsed last or, where none was, the one that came last.
    """
    # Every chapter of a synthesis asks, and reading 25 plans takes longer than most of them.
    plans: list[HandedPlan] = workbook.store.remembered(
        ("handed plans", workbook.area_id), lambda _at: _read_plans(workbook)
    )
    return plans


def _read_plans(workbook: Workbook) -> list[HandedPlan]:
    provinces = provinces_within(workbook.plan_area)
    latest: dict[str, HandedPlan] = {}
    for handover in workbook.store.handovers():
        plan = HandedPlan(handover)
        before = latest.get(plan.area_id)
        if before is None or before.handover.version <= handover.version:
            latest[plan.area_id] = plan
    return [latest[area] for area in sorted(latest) if lies_in(latest[area], provinces)]


def handed_parts(plans: Iterable[HandedPlan]) -> list[dict[str, Any]]:
    """Return the figures of all plans as rows for the roll-up."""
    return [
        {**row, "bins": tuple(tuple(one) for one in row["bins"] or ())}
        for plan in plans
        for row in plan.content["figures"]
    ]


def lies_in(plan: HandedPlan, provinces: tuple[str, ...]) -> bool:
    """Tell whether a plan is of a tambon, or a place above it, in these provinces."""
    within = plan.tambon_codes or (plan.area_id,)
    return any(code[:2] in provinces for code in within)
