"""Projects of many tambons with what each asks of others by year, and what was found for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planning_kit.plan.chosen import in_order, in_plan, money_lines
from planning_kit.plan.level_strategies import Heading, LevelStrategies
from planning_kit.records.channel_declared import declared_channels
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.five_year_budget import own_sources
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.plan_names import PlanNames

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook
    from planning_kit.workbook.handed_plans import HandedPlan

_FOUND = ("funded", "under_way")
_STATUS = ("project_code", "channel", "status", "amount", "date")


@dataclass(frozen=True)
class AskedProject:
    """One project of one tambon: ``asked`` fiscal year (B.E.) -> baht asked of others.

    ``undated`` baht asked in no stated year. ``found`` baht granted so far, else what stands
    in the budget ordinance; ``None`` where neither is told. ``headings`` under how many
    strategies it could stand; it counts under ``heading`` alone.
    """

    plan_area: str
    place: str
    code: str
    name: str
    channel: str
    heading: Heading
    headings: int
    asked: dict[int, float] = field(default_factory=dict)
    undated: float = 0.0
    found: float | None = None

    @property
    def asked_in_all(self) -> float:
        """Baht asked of others in all years."""
        return sum(self.asked.values()) + self.undated


def asked_projects(held: LevelPlans) -> list[AskedProject]:
    """Return every project of the plans handed over that was not set aside."""
    strategies = LevelStrategies(own_strategies(held.workbook))
    return [one for plan in held.plans for one in _of_plan(plan, strategies)]


def own_strategies(workbook: Workbook) -> tuple[Row, ...]:
    """Return the strategies of a place's own workbook; else those it lists as of a higher plan."""
    written = in_order(workbook.frame("strategy"))
    if written:
        return tuple(written)
    names = ("code", "label_th", "label_en", "is_own", "is_retired")
    labels = PlanNames(workbook)
    return tuple(
        {
            "strategy_code": row["code"],
            "name": labels.taxon("higher_strategy", row["code"]),
            "higher_codes": None,
        }
        for row in plain_rows(workbook.taxonomy("higher_strategy"), names)
        if row["is_own"] and not row["is_retired"]
    )


def _of_plan(plan: HandedPlan, strategies: LevelStrategies) -> list[AskedProject]:
    own, names = set(own_sources(plan)), PlanNames(plan)
    issues = {str(row["strategy_code"]): row for row in in_order(plan.frame("strategy"))}
    higher = {
        str(code): names.taxon("higher_strategy", code)
        for code in plan.taxonomy("higher_strategy")["code"]
    }
    lines: dict[str, list[Row]] = defaultdict(list)
    for line in money_lines(plan.frame("budget_line")):
        if line["funding_source"] not in own and line["amount"] is not None:
            lines[str(line["project_code"])].append(line)
    found = _money_found(plan, own)
    place = said_place(plan.tambon_codes[0])
    made = []
    for row in in_plan(plan.frame("project")):
        code = str(row["project_code"])
        heading, headings = strategies.heading(row, issues, higher)
        years: dict[int, float] = defaultdict(float)
        for line in lines[code]:
            years[int(line["fiscal_year_be"] or 0)] += float(line["amount"])
        undated = years.pop(0, 0.0)
        made.append(
            AskedProject(plan.area_id, place, code, str(row["name"]), str(row["channel"] or ""),
                         heading, headings, dict(years), undated, found.get(code))
        )  # fmt: skip
    return made


def _money_found(plan: HandedPlan, own: set[str]) -> dict[str, float]:
    """Return project -> baht granted by its latest step, else in the budget ordinance."""
    found: dict[str, float] = defaultdict(float)
    for line in money_lines(plan.frame("budget_line"), "ordinance"):
        if line["amount"] is not None and line["funding_source"] not in own:
            found[str(line["project_code"])] += float(line["amount"])
    rows = plain_rows(plan.frame("project_status"), _STATUS)
    channels = declared_channels()
    for row in sorted(rows, key=lambda one: str(one["date"])):
        channel = channels.get(str(row["channel"]))
        status = channel.status(row["status"]) if channel else None
        if status is not None and status.means in _FOUND and row["amount"] is not None:
            # What an office granted is nearer the truth than the sum of ordinance lines.
            found[str(row["project_code"])] = float(row["amount"])
    return found
