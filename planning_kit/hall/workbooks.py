"""The workbooks of the hall's store, as pages need them; runs in a thread beside the loop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planning_kit.language import _, current_language
from planning_kit.records import is_above
from planning_kit.records.plan_choices import PolicyLevel
from planning_kit.report.chapters.cover import EDITIONS
from planning_kit.report.chapters.plan_steps import STEPS, plan_steps
from planning_kit.runs.app_face import as_reading
from planning_kit.runs.shelf import read_notebook
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook, open_workbook
from planning_kit.workbook.location import opened
from planning_kit.workbook.plan_areas import id_of, plan_areas

NOTEBOOKS = {
    "00_start": "start",
    "01_profile": "profile",
    "02_problems": "problems",
    "03_priorities": "priorities",
    "04_plan": "projects",
    "05_indicators": "indicators",
    "06_tambon_plan": "plan",
    "07_synthesis": "synthesis",
}
"""Notebook → the cover it has, whose title is its name on the first page."""


@dataclass(frozen=True)
class Shown:
    """A workbook in a line: its title, whether it is invented, and the version of its data.

    ``is_above`` tells that it is of a province, a region or the nation.
    """

    title: str
    practice: bool
    data_version: str
    is_above: bool = False


@dataclass(frozen=True)
class Step:
    """A step of the plan as the first page shows it."""

    title: str
    said: str
    is_done: bool


@dataclass(frozen=True)
class Listed:
    """A workbook to choose: where it is, what it is called, and of which level it is."""

    area: str
    plan_start: int
    title: str
    level: str = PolicyLevel.TAMBON

    @property
    def is_above(self) -> bool:
        """Tell whether it is of a province, a region or the nation."""
        return self.level != PolicyLevel.TAMBON


def look_up(parameters: Mapping[str, object], store_url: str) -> Shown:
    """Return title and kind of the workbook; raises ``KitError`` as ``open_workbook``."""
    area, start = str(parameters["area"]), int(str(parameters["plan_start"]))
    with open_workbook(area, start, store=store_url) as workbook:
        return shown_of(workbook, store_url)


_steps_kept: dict[tuple[str, str, int, str], tuple[str, list[Step]]] = {}


def steps_of(area: str, plan_start: int, store_url: str) -> tuple[Shown, list[Step]]:
    """Return the workbook and how far its plan has come, in the language in use.

    Worked out once for each state of the data: the first page is asked for often.
    """
    at = (store_url, area, plan_start, current_language())
    with open_workbook(area, plan_start, store=store_url) as workbook:
        shown = shown_of(workbook, store_url)
        before, steps = _steps_kept.get(at, ("", []))
        if before != shown.data_version:
            steps = [Step(_(STEPS[s.key]), s.said, s.is_done) for s in plan_steps(workbook)]
            _steps_kept[at] = (shown.data_version, steps)
        return shown, steps


_versions_kept: dict[tuple[str, str, int | None], tuple[int, str]] = {}


def shown_of(workbook: Workbook, store_url: str) -> Shown:
    """Return a workbook in a line, in the language in use."""
    # One number tells that nothing was written since, where the version takes fifty questions.
    writes = workbook.store.writes()
    at = (store_url, workbook.area_id, workbook.period.plan_start_be)
    before, version = _versions_kept.get(at, (-1, ""))
    if before != writes:
        version = workbook.data_version()
        _versions_kept[at] = (writes, version)
    title, above = workbook.title(current_language()), is_above(workbook.plan_area)
    return Shown(title, workbook.is_practice, version, above)


def listed(store_url: str) -> list[Listed]:
    """Return every workbook of the store, widest first; none where there is no store yet."""
    found = []
    with opened(store_url, leave_no_trace=True) as store:
        for plan_area in plan_areas(store):
            for stored in store.latest("plan_period", id_of(plan_area)):
                start = int(getattr(stored.record, "plan_start_be", 0) or 0)
                with_store = open_workbook(id_of(plan_area), start, store=store)
                title = with_store.title(current_language())
                level = str(plan_area.level or PolicyLevel.TAMBON)
                found.append(Listed(id_of(plan_area), start, title, level))
    widest_first = [str(level) for level in reversed(PolicyLevel)]
    return sorted(found, key=lambda o: (widest_first.index(o.level), o.area, o.plan_start))


def tool_doors(notebook: Path) -> list[tuple[str, str]]:
    """Return where each tool of a notebook stands on its page, and what it is called."""
    reading = as_reading(read_notebook(notebook), {})
    named = [
        (cell.metadata["tool_at"], cell.metadata["closed_tools"])
        for cell in reading.cells
        if "closed_tools" in cell.metadata
    ]
    return [(str(at), " · ".join(title_of(*one) for one in tools)) for at, tools in named]


def notebook_titles(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each notebook with its title, in the language in use."""
    return [(name, _(EDITIONS[NOTEBOOKS[name]]) if name in NOTEBOOKS else name) for name in names]
