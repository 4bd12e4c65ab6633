"""The plans whose requests an agency answers: own workbooks, and plans handed over to a place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planning_kit.records import Pledge, RequestAnswer, is_above, provinces_within
from planning_kit.store import Revision, record_uuid
from planning_kit.workbook.all_of_store import latest_workbooks
from planning_kit.workbook.freezing import plain_value
from planning_kit.workbook.handed_plans import HandedPlan, handed_plans
from planning_kit.workbook.plan_areas import is_within
from planning_kit.workbook.request_answers import request_id
from planning_kit.workbook.workbook import Workbook

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Request:
    """A request with the id and the version that its answer must name."""

    id: str
    version: str
    pledge: Pledge
    asker: AskingPlan
    over: Revision | None = None


@dataclass(frozen=True)
class AskingPlan:
    """``plan`` asks. ``level`` keeps the answers to a plan that was handed over to it."""

    plan: Workbook | HandedPlan
    level: Workbook | None = None

    @property
    def area_id(self) -> str:
        """The id of its plan area."""
        return self.plan.area_id

    def requests(self) -> list[Request]:
        """Return every request that the plan makes."""
        if isinstance(self.plan, Workbook):
            return [
                Request(str(one.revision.record_id), str(one.revision.revision_id), one.record,
                        self, one.revision)
                for one in self.plan.stored(Pledge) if isinstance(one.record, Pledge)
            ]  # fmt: skip
        found = []
        for pledge in self.plan.records(Pledge):
            own = str(request_id(self.area_id, pledge))
            found.append(Request(own, _version(own, pledge), pledge, self, self._kept.get(own)))
        return found

    def frame(self, name: str) -> pd.DataFrame:
        """Return the records of a type with their ``plan_area``; of requests the ``record_id``."""
        frame = self.plan.frame(name).assign(plan_area=self.area_id)
        if name == Pledge.noun.name and isinstance(self.plan, HandedPlan):
            frame["record_id"] = [one.id for one in self.requests()]
        return frame

    @cached_property
    def _kept(self) -> dict[str, Revision]:
        stored = self.level.stored(RequestAnswer) if self.level else []
        return {str(getattr(one.record, "request_id", "")): one.revision for one in stored}


def asking_plans(workbooks: Iterable[Workbook]) -> list[AskingPlan]:
    """Return the workbooks themselves and, of those above the tambon, every plan within.

    That is the workbook of each plan area in the same store, else the plan it handed over: an
    answer goes where the request was written, if that is at hand. No plan area comes twice.
    """
    given = list(workbooks)
    found = {book.area_id: AskingPlan(book) for book in given}
    for level in (book for book in given if is_above(book.plan_area)):
        provinces = set(provinces_within(level.plan_area))
        for book in latest_workbooks(level.store):
            if is_within(book.plan_area, provinces):
                found.setdefault(book.area_id, AskingPlan(book))
        for plan in handed_plans(level):
            found.setdefault(plan.area_id, AskingPlan(plan, level))
    return list(found.values())


def _version(own: str, pledge: Pledge) -> str:
    """Return a version that changes with whatever the request or its answer says."""
    said = {name: plain_value(value) for name, value in pledge if value is not None}
    return str(record_uuid(own, "version", (json.dumps(said, sort_keys=True),)))
