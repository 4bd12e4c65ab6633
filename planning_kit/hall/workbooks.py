"""The workbooks of the hall's store, as pages need them; runs in a thread beside the loop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import _, current_language
from planning_kit.report.chapters.cover import EDITIONS
from planning_kit.report.chapters.plan_steps import STEPS, plan_steps
from planning_kit.workbook import Workbook, create, open_workbook, period_of, whole_tambon
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
}
"""Notebook → the cover it has, whose title is its name on the first page."""


@dataclass(frozen=True)
class Shown:
    """A workbook in a line: its title, whether it is invented, and the version of its data."""

    title: str
    practice: bool
    data_version: str


@dataclass(frozen=True)
class Step:
    """A step of the plan as the first page shows it."""

    title: str
    said: str
    is_done: bool


@dataclass(frozen=True)
class Listed:
    """A workbook to choose: where it is, and what it is called."""

    area: str
    plan_start: int
    title: str


def look_up(parameters: Mapping[str, object], store_url: str) -> Shown:
    """Return title and kind of the workbook; raises ``KitError`` as ``open_workbook``."""
    area, start = str(parameters["area"]), int(str(parameters["plan_start"]))
    with open_workbook(area, start, store=store_url) as workbook:
        return _shown(workbook, store_url)


_steps_kept: dict[tuple[str, str, int, str], tuple[str, list[Step]]] = {}


def steps_of(area: str, plan_start: int, store_url: str) -> tuple[Shown, list[Step]]:
    """Return the workbook and how far its plan has come, in the language in use.

    Worked out once for each state of the data: the first page is asked for often.
    """
    at = (store_url, area, plan_start, current_language())
    with open_workbook(area, plan_start, store=store_url) as workbook:
        shown = _shown(workbook, store_url)
        before, steps = _steps_kept.get(at, ("", []))
        if before != shown.data_version:
            steps = [Step(_(STEPS[s.key]), s.said, s.is_done) for s in plan_steps(workbook)]
            _steps_kept[at] = (shown.data_version, steps)
        return shown, steps


_versions_kept: dict[tuple[str, str, int | None], tuple[int, str]] = {}


def _shown(workbook: Workbook, store_url: str) -> Shown:
    # One number tells that nothing was written since, where the version takes fifty questions.
    writes = workbook.store.writes()
    at = (store_url, workbook.area_id, workbook.period.plan_start_be)
    before, version = _versions_kept.get(at, (-1, ""))
    if before != writes:
        version = workbook.data_version()
        _versions_kept[at] = (writes, version)
    return Shown(workbook.title(current_language()), workbook.is_practice, version)


def listed(store_url: str) -> list[Listed]:
    """Return every workbook of the store, by area and year; none where there is no store yet."""
    found = []
    with opened(store_url, leave_no_trace=True) as store:
        for plan_area in plan_areas(store):
            for stored in store.latest("plan_period", id_of(plan_area)):
                start = int(getattr(stored.record, "plan_start_be", 0) or 0)
                with_store = open_workbook(id_of(plan_area), start, store=store)
                title = with_store.title(current_language())
                found.append(Listed(id_of(plan_area), start, title))
    return sorted(found, key=lambda one: (one.area, one.plan_start))


def notebook_titles(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each notebook with its title, in the language in use."""
    return [(name, _(EDITIONS[NOTEBOOKS[name]]) if name in NOTEBOOKS else name) for name in names]


def found_tambons(text: str) -> list[tuple[str, str]]:
    """Return code and full name of the tambons that fit what was typed."""
    matches = areas.find(text, level=areas.Level.TAMBON, limit=8) if text.strip() else []
    return [(match.area.code, match.area.full_title()) for match in matches]


def make_workbook(code: str, plan_start: int, store_url: str, who: str) -> str:
    """Make the workbook of a whole tambon, or find it made; return its id.

    Raises ``KitError`` as ``workbook.create``.
    """
    plan_area = whole_tambon(code)
    why = _("new workbook made in the hall")
    try:
        create(
            plan_area, period_of(plan_area, plan_start), store=store_url, who=who, why=why
        ).close()
    except KitError as error:
        if error.code != "workbook.exists":
            raise
    return id_of(plan_area)
