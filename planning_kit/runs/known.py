"""What a batch must know of a plan area before it makes a report of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planning_kit.runs.job import Job


@dataclass(frozen=True)
class Known:
    """The title of the report, and a text that changes whenever the area's data do.

    Without a data version nothing can be kept from an earlier batch. ``practice`` is true
    for an invented area, which every page must say.
    """

    title: str = ""
    data_version: str = ""
    practice: bool = False


def look_up_workbook(job: Job, store_url: str | None) -> Known:
    """Open the workbook of ``job`` and return its title and data version.

    Raises what ``workbook.open_workbook`` raises where there is no such workbook, before a
    kernel is started for nothing.
    """
    from planning_kit.workbook import open_workbook

    with open_workbook(job.area, job.plan_start, store=store_url) as workbook:
        return Known(workbook.title(job.language), workbook.data_version(), workbook.is_practice)
