"""The plans handed to a province, a region or the nation: one for each plan area, as it came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from planning_kit import areas
from planning_kit.areas import Area
from planning_kit.language import current_language
from planning_kit.records import (
    PlanArea,
    Pledge,
    Record,
    RequestAnswer,
    Source,
    Taxon,
    provinces_within,
    record_type,
    to_frame,
)
from planning_kit.store import Handover
from planning_kit.workbook.freezing import TOLD_LATER
from planning_kit.workbook.request_answers import answers_in, request_id, with_answer
from planning_kit.workbook.taxonomies import taxonomy_frame
from planning_kit.workbook.workbook import Workbook

if TYPE_CHECKING:
    import pandas as pd

R = TypeVar("R", bound=Record)
_TAMBON = 6


@dataclass(frozen=True)
class HandedPlan:
    """A plan as it was handed over, read as a workbook is: ``handover`` with its marks.

    What is asked of it is what was handed over: a record type that was not has no row. Over its
    requests lie the ``answers`` (by request id) that agencies gave above the tambon since.
    """

    handover: Handover
    answers: Mapping[str, RequestAnswer] = field(default_factory=dict)

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """What was handed over, as ``handing_over.handover_content`` made it."""
        content: Mapping[str, Any] = json.loads(self.handover.content)
        return content

    @cached_property
    def _read(self) -> dict[str, list[Any]]:
        return {}

    @cached_property
    def _frames(self) -> dict[str, pd.DataFrame]:
        # Every chapter of a synthesis asks for the same tables of the same plans.
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
    def handed_codes(self) -> tuple[str, ...]:
        """The codes of its tambons as they were handed over, one abolished since among them."""
        return tuple(self.content["tambons"])

    @cached_property
    def tambon_codes(self) -> tuple[str, ...]:
        """The tambons it is about, by codes in use now; none for a plan of a province.

        A code that was divided among several tambons, or led nowhere, stays as it is.
        """
        return tuple(dict.fromkeys(_now(code) for code in self.handed_codes))

    @property
    def is_practice(self) -> bool:
        """Whether it is of the invented tambon."""
        return bool(self.content["is_practice"])

    @property
    def unsettled(self) -> int:
        """How many of its records had two versions; one of an older kit does not say."""
        return int(self.content.get("unsettled", 0))

    @property
    def is_endorsed(self) -> bool:
        """Whether a council had endorsed what was handed over."""
        return self.handover.version > 0

    def title(self, language: str | None = None) -> str:
        """Return its place, in ``language`` or the one in use."""
        return str(self.content["title"][language or current_language()])

    def records(self, kind: type[R]) -> list[R]:
        """Return the records of a type: as they stand since the plan, else as planned.

        Money and indicators stand in both, for each holds rows that the other does not.
        """
        name = kind.noun.name
        if name not in self._read:
            found = self.as_handed(kind)
            if name == Pledge.noun.name and self.answers:
                found = [self._answered(one) for one in found]
            self._read[name] = found
        return list(self._read[name])

    def as_handed(self, kind: type[R]) -> list[R]:
        """Return the same without the answers that were given since."""
        name = kind.noun.name
        since: Mapping[str, list[dict[str, Any]]] = self.content["since"]
        planned: Mapping[str, list[dict[str, Any]]] = self.content["plan"]
        rows = since.get(name) or planned.get(name, [])
        if name in TOLD_LATER:
            rows = [*planned.get(name, []), *since.get(name, [])]
        return [kind.model_validate(row) for row in rows]

    def _answered(self, pledge: Any) -> Any:
        return with_answer(pledge, self.answers.get(str(request_id(self.area_id, pledge))))

    def frame(self, kind: type[Record] | str) -> pd.DataFrame:
        """Return the same as a frame."""
        found = record_type(kind) if isinstance(kind, str) else kind
        name = found.noun.name
        if name not in self._frames:
            self._frames[name] = to_frame(found, self.records(found))
        return self._frames[name].copy(deep=False)

    def taxonomy(self, name: str) -> pd.DataFrame:
        """Return a list to choose from as the area has it."""
        key = f"taxonomy {name}"
        if key not in self._frames:
            self._frames[key] = taxonomy_frame(name, self.records(Taxon))
        return self._frames[key].copy(deep=False)

    def sources(self) -> list[Source]:
        """Return the sources that were handed over."""
        return self.records(Source)


def handed_plans(workbook: Workbook) -> list[HandedPlan]:
    """Return the plans that lie in the place of a workbook above the tambon, by plan area.

    Of each plan area it is the first of ``all_handed_plans``.
    """
    return [plans[0] for plans in all_handed_plans(workbook)]


def all_handed_plans(workbook: Workbook) -> list[list[HandedPlan]]:
    """Return for each plan area all that it handed over, the one that counts first.

    It is the plan of the years the workbook is about, else of the latest years; of these the
    version endorsed last or, where none was, the one that came last.
    """
    # Every chapter of a synthesis asks, and reading 25 plans takes longer than most of them.
    key = ("handed plans", workbook.area_id, workbook.period.plan_start_be)
    plans: list[list[HandedPlan]] = workbook.store.remembered(
        key, lambda _at: _read_plans(workbook)
    )
    return plans


def _read_plans(workbook: Workbook) -> list[list[HandedPlan]]:
    provinces, start = provinces_within(workbook.plan_area), workbook.period.plan_start_be
    found: dict[str, list[HandedPlan]] = {}
    for handover in workbook.store.handovers():
        found.setdefault(handover.plan_area_id, []).append(HandedPlan(handover))

    def weight(at: int, plan: HandedPlan) -> tuple[bool, int, int, int]:
        told = plan.handover
        return told.plan_start_be == start, told.plan_start_be, told.version, at

    listed = []
    for area in sorted(found):
        weighed = {weight(at, plan): plan for at, plan in enumerate(found[area])}
        listed.append([weighed[key] for key in sorted(weighed, reverse=True)])
    here = [plans for plans in listed if lies_in(plans[0], provinces)]
    counts = (plans[0] for plans in here)
    above = (one for plan in counts if not plan.tambon_codes for one in plan.records(RequestAnswer))
    answers = answers_in(workbook.store, above)
    return [[replace(plan, answers=answers) for plan in plans] for plans in here]


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
    # A tambon that was divided lies where the tambons lie that it became.
    now = [new.code for code in within for new in _became(code)] or list(within)
    return any(code[:2] in provinces for code in now)


def _now(code: str) -> str:
    became = _became(code)
    return became[0].code if len(became) == 1 else code


def _became(code: str) -> tuple[Area, ...]:
    return areas.successors(code) if code.isdigit() and len(code) == _TAMBON else ()
