"""The practice tambon in a database of its own, filled once and kept."""

from __future__ import annotations

import tempfile
from pathlib import Path

from planning_kit.cli.author import user_name
from planning_kit.cli.console import say
from planning_kit.cli.demo_plan import endorse_practice_plan
from planning_kit.errors import KitError
from planning_kit.language import N_, _


def practice_store(url: str | None) -> str:
    """Return the address of a store that holds the practice tambon and nothing else.

    Without ``url`` it is a file of this user's own, never the one that real workbooks are in.
    Raises ``KitError`` ``cli.not-practice`` where a store holds a real place.
    """
    store_url = url or _own_url()
    held = _areas_in(store_url)
    if any(not is_practice for is_practice in held):
        raise KitError(
            "cli.not-practice",
            N_(
                "{url} holds the workbook of a real place. Leave --store out, or leave "
                "--practice out."
            ),
            url=store_url,
        )
    if not held:
        say(_("Preparing the practice tambon; this takes a minute, the first time only"))
        _fill(store_url)
    return store_url


def _own_url() -> str:
    from platformdirs import user_data_path

    folder = user_data_path("planning-kit", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{(folder / 'practice.sqlite').as_posix()}"


def _areas_in(store_url: str) -> list[bool]:
    """Return for each plan area of the store whether it is invented."""
    from planning_kit import areas
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.plan_areas import codes_of, plan_areas

    with opened(store_url, leave_no_trace=True) as store:
        return [
            all(areas.get(code).invented for code in codes_of(plan_area))
            for plan_area in plan_areas(store)
        ]


def _fill(store_url: str) -> None:
    from planning_kit.practice import (
        practice_period,
        practice_plan_area,
        write_practice_plan,
        write_practice_workbook,
    )
    from planning_kit.workbook import create, import_file

    area, who = practice_plan_area(), user_name()
    why = _("practice workbook made for the hall")
    with tempfile.TemporaryDirectory() as folder:
        survey, plan = Path(folder) / "survey.xlsx", Path(folder) / "plan.xlsx"
        write_practice_workbook(survey)
        write_practice_plan(plan)
        create(area, practice_period(), store=store_url, who=who, why=why).close()
        for file in (survey, plan):
            import_file(file, area=str(area.plan_area_id), store=store_url, who=who)
    endorse_practice_plan(store_url)
