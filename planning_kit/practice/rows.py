"""Every sheet of the practice tambon, as a field team would have typed it."""

from __future__ import annotations

from typing import Any

from planning_kit.practice.accounts import account_rows
from planning_kit.practice.animals import animal_rows
from planning_kit.practice.commons import capital_rows, resource_rows
from planning_kit.practice.comparison import budget_rows, reference_rows
from planning_kit.practice.farms import practice_farm
from planning_kit.practice.flaws import with_flaws
from planning_kit.practice.groups import group_rows
from planning_kit.practice.harvests import harvest_rows
from planning_kit.practice.hazards import hazard_rows
from planning_kit.practice.homes import practice_homes
from planning_kit.practice.households import household_rows
from planning_kit.practice.sources import source_rows
from planning_kit.practice.villages import village_rows


def practice_rows() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every record: record name -> list of field -> value.

    Values are as people type them: land as "5-2-30", months as "พ.ค.-มิ.ย.", dates as
    "5 ก.ย. 2569", answers by their code, ``None`` for not stated. The same rows come
    out on every machine. They hold the flaws listed in ``DELIBERATE_FLAWS``, no others.
    """
    homes = practice_homes()
    farms = [(home, practice_farm(home)) for home in homes]
    production = [*harvest_rows(farms), *animal_rows(homes)]
    production.sort(key=lambda row: str(row["household_id"]))
    return with_flaws(
        {
            "source": source_rows(),
            "village": village_rows(),
            "household": household_rows(farms),
            "production": production,
            "household_account": account_rows(homes, production),
            "group": group_rows(),
            "hazard": hazard_rows(),
            "natural_resource": resource_rows(),
            "capital": capital_rows(),
            "crop_budget": budget_rows(),
            "reference_figure": reference_rows(),
        }
    )
