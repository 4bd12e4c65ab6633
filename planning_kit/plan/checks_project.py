"""What each project must say before it can be judged, asked for or carried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from planning_kit.language import N_
from planning_kit.plan.chosen import in_plan, money_lines
from planning_kit.plan.finding import Level, PlanFinding
from planning_kit.plan.tables import PlanTables
from planning_kit.records.plain_rows import Row, codes, plain_rows

# A rate below half a per cent is more often 0.06 written for 6 %.
SMALL_RATE = 0.5


def project_findings(tables: PlanTables, community_sources: Sequence[str]) -> list[PlanFinding]:
    """Return what is missing in single projects, and in the register as a whole."""
    listed = in_plan(tables.projects)
    if not listed:
        return [
            PlanFinding(
                Level.MUST,
                "plan.no-project",
                "project",
                "",
                N_("The plan has no project yet."),
                N_("Begin with a one-page profile for what you can do yourselves."),
            )
        ]
    asked = {row["project_code"] for row in plain_rows(tables.pledges, ("project_code",))}
    cash = {row["project_code"] for row in plain_rows(tables.cash, ("project_code",))}
    own = {
        line["project_code"]
        for line in money_lines(tables.lines)
        if line["funding_source"] in community_sources
    }
    found = list(_register(listed))
    for project in listed:
        found += _who(project, asked)
        found += _form(project)
        found += _income(project, cash)
        is_joint = project["reliance_class"] == "joint" and project["stage"] != "idea"
        if is_joint and community_sources and project["project_code"] not in own:
            found.append(_found(project, Level.NOTICE, *_NO_SHARE))
    return found


_NO_SHARE = (
    "plan.joint-without-community",
    N_("Project {key} is done jointly, but no money or work of the community is written."),
    N_("Write what the community puts into {key}, work and goods too, with its worth."),
)
_NO_CLASS = (
    "plan.project-without-class",
    N_("Project {key} does not say who does it: ourselves, jointly, or an agency."),
    N_("Choose for {key}: do it ourselves, jointly, or ask an agency."),
)
_NO_OWNER = (
    "plan.project-without-owner",
    N_("Project {key} has no owner."),
    N_("Write the group or organisation that answers for {key}."),
)
_NO_AGENCY = (
    "plan.project-without-agency",
    N_("Project {key} is for an agency to do, but no agency is named."),
    N_("Choose the lead agency of {key}."),
)
_NOT_ASKED = (
    "plan.agency-not-asked",
    N_("Project {key} needs an agency, but nobody has been asked yet."),
    N_("Write whom you ask for {key}, what for, and by when."),
)
_NO_CASH = (
    "plan.income-without-cash",
    N_("Project {key} is to earn income, but its costs and revenue are not written."),
    N_("Write the costs and revenue of {key} by quarter, so that all see whether it pays."),
)
_NO_RATE = (
    "plan.income-without-rate",
    N_("Project {key} is to earn income, but has no discount rate."),
    N_("Write the yearly interest at which the money for {key} could be had."),
)
_SMALL_RATE = (
    "plan.income-rate-small",
    N_("Project {key} states a discount rate of {rate} per cent a year."),
    N_("Look whether {percent} per cent was meant: 6 means 6 %."),
)
_FORM = ("rationale", "objectives", "targets", "place", "monitoring", "expected_results")
_NO_ITEMS = (
    "plan.form-incomplete",
    N_("The form of {key} is not complete: {items}"),
    N_("Write these items of {key}, or set it back to an idea on one page."),
)
_TWICE = (
    "plan.project-name-twice",
    N_("Projects {codes} have the same name: {name}"),
    N_("Join them, or give each a name of its own."),
)


def _found(
    project: Row, level: Level, code: str, message: str, mend: str, **values: object
) -> PlanFinding:
    key = project["project_code"]
    return PlanFinding(level, code, "project", key, message, mend, {"key": key} | values)


def _who(project: Row, asked: set[str]) -> Iterator[PlanFinding]:
    reliance = project["reliance_class"]
    if reliance is None:
        yield _found(project, Level.MUST, *_NO_CLASS)
    if project["owner"] is None:
        yield _found(project, Level.MUST, *_NO_OWNER)
    if reliance == "agency" and project["lead_agency"] is None:
        yield _found(project, Level.SHOULD, *_NO_AGENCY)
    if reliance in ("agency", "joint") and project["project_code"] not in asked:
        yield _found(project, Level.NOTICE, *_NOT_ASKED)


def _form(project: Row) -> Iterator[PlanFinding]:
    """Tell the blank items of the twelve that no other check asks for; an idea needs none."""
    if project["stage"] == "idea":
        return
    blank = [name for name in _FORM if project[name] is None]
    # A village is a place too, and the years are the period.
    if codes(project["village_codes"]) and "place" in blank:
        blank.remove("place")
    if project["start_be"] is None:
        blank.append("start_be")
    if blank:
        yield _found(project, Level.SHOULD, *_NO_ITEMS, items=tuple(blank))


def _income(project: Row, cash: set[str]) -> Iterator[PlanFinding]:
    if project["is_income_project"] is not True or project["stage"] == "idea":
        return
    if project["project_code"] not in cash:
        yield _found(project, Level.SHOULD, *_NO_CASH)
    if project["discount_rate"] is None:
        yield _found(project, Level.NOTICE, *_NO_RATE)
    elif 0 < project["discount_rate"] < SMALL_RATE:
        values = {"rate": project["discount_rate"], "percent": 100 * project["discount_rate"]}
        yield _found(project, Level.NOTICE, *_SMALL_RATE, **values)


def _register(listed: list[Row]) -> Iterator[PlanFinding]:
    names = Counter(_plain(row["name"]) for row in listed if row["name"])
    for row in listed:
        plain = _plain(row["name"] or "")
        same = [p["project_code"] for p in listed if _plain(p["name"] or "") == plain]
        if names[plain] > 1 and row["project_code"] == same[0]:
            values = {"codes": tuple(same), "name": row["name"]}
            yield _found(row, Level.NOTICE, *_TWICE, **values)
    stated = [row["reliance_class"] for row in listed if row["reliance_class"]]
    if stated and "self" not in stated:
        yield PlanFinding(
            Level.NOTICE,
            "plan.nothing-self",
            "project",
            "",
            N_("No project is one that the community does itself."),
            N_("Look first for what needs no money from outside; it can begin at once."),
        )


def _plain(name: str) -> str:
    return "".join(codes(name)).replace(" ", "").casefold()
