"""Which agencies are asked for something, and the file of requests of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from planning_kit.records import Pledge
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.file_name import in_file_name
from planning_kit.workbook import Workbook
from planning_kit.workbook.asking_plans import asking_plans


@dataclass(frozen=True)
class AskedAgency:
    """An agency that is asked: its code, what it is called, and how many requests there are."""

    code: str
    label: str
    requests: int

    @property
    def file_name(self) -> str:
        """What its file is called."""
        return f"requests-{in_file_name(self.code)}.xlsx"


def agencies_asked(workbooks: Iterable[Workbook]) -> list[AskedAgency]:
    """Return every agency that the workbooks, or plans handed over to them, ask; by its name."""
    plans = asking_plans(workbooks)
    asked = Counter(
        str(pledge.agency) for one in plans for pledge in one.plan.records(Pledge) if pledge.agency
    )
    names = [PlanNames(one.plan) for one in plans]
    found = [AskedAgency(code, agency_label(code, names), n) for code, n in asked.items()]
    return sorted(found, key=lambda one: (one.label, one.code))


def agency_label(code: str, names: Iterable[PlanNames]) -> str:
    """Return what an agency is called by the first plan that knows it."""
    told = (one.taxon("agency", code) for one in names)
    return next((name for name in told if name != code), code)
