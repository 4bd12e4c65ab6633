"""The plan on one A4 sheet, to take back to every village."""

from __future__ import annotations

from planning_kit.language import _, ngettext
from planning_kit.plan.chosen import in_plan
from planning_kit.plan.merged import standing, survivors
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.meetings import held
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_frames import adopted_problems, budget_of
from planning_kit.report.chapters.plan_status import PlanStatus, plan_status
from planning_kit.report.chapters.plan_summary_money import money_by_class, money_by_source
from planning_kit.report.chapters.wording import baht, number, percent, persons
from planning_kit.report.evidence import evidence_line
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook

_TOP = 5
_UNANSWERED = ("not_asked", "asked")


def has_plan(workbook: Workbook) -> bool:
    """Tell whether there is a plan to sum up: problems in an adopted order, or projects."""
    return bool(adopted_problems(workbook)) or bool(in_plan(workbook.frame("project")))


def plan_summary(workbook: Workbook, key: str) -> Section:
    """Return the sheet: vision, first problems, projects, money, who took part, what is next."""
    status = plan_status(workbook)
    problems = _first_problems(workbook)
    tables = [table for table in (problems, *_money(workbook)) if table is not None]
    return Section(
        key,
        _("Our plan on one page"),
        layout=Layout.SHEET,
        facts=_facts(workbook),
        sentences=[_whose(workbook, status), *_vision(workbook), *_took_part(workbook)],
        tables=tables,
        evidence=_evidence(workbook, with_problems=problems is not None),
        parts=[
            Section(
                "summary-next",
                _("What comes next, and who to ask"),
                sentences=_next(workbook, status),
            )
        ],
    )


def _evidence(workbook: Workbook, *, with_problems: bool) -> list[str]:
    """Return where each figure of the sheet comes from, and when and from how many."""
    lines = []
    survey = workbook.evidence("household")
    if survey.n:
        lines.append(evidence_line(survey.sources, survey.n, survey.population))
    if with_problems:
        lines += decision_lines(workbook, "problem_order")
    if in_plan(workbook.frame("project")):
        lines += decision_lines(workbook, "plan", "project_order", "project")
    dates = [row["date"] for row in held(workbook) if row["present"] and row["date"]]
    if dates:
        lines.append(
            _(
                "Meetings: sign-in sheets, {first} to {last}",
                first=format_date(min(dates), "short"),
                last=format_date(max(dates), "short"),
            )
        )
    return list(dict.fromkeys(lines))


def _whose(workbook: Workbook, status: PlanStatus) -> str:
    period = workbook.period
    years = _("B.E. {start}–{end}", start=period.plan_start_be, end=period.plan_end_be)
    return " · ".join([workbook.title(), years, status.line()])


def _vision(workbook: Workbook) -> list[str]:
    rows = plain_rows(workbook.frame("plan_statement"), ("kind", "statement"))
    return [
        _("Vision: “{vision}”", vision=row["statement"]) for row in rows if row["kind"] == "vision"
    ][:1]


def _facts(workbook: Workbook) -> list[Fact]:
    five = budget_of(workbook)
    projects = in_plan(workbook.frame("project"))
    facts = []
    if told := workbook.evidence("household").n:
        facts.append(Fact(number(told), _("households told us about themselves")))
    if found := standing(workbook.frame("problem")):
        facts.append(Fact(number(len(found)), _("problems were told in the forums")))
    if projects:
        facts.append(Fact(number(len(projects)), _("projects are in the plan")))
    if five.total is not None:
        facts.append(Fact(baht(five.total), _("for all projects in all years")))
    return facts


def _took_part(workbook: Workbook) -> list[str]:
    rows = [row for row in held(workbook) if row["present"]]
    if not rows:
        return []
    came = sum(row["present"] for row in rows)
    counted = [row for row in rows if row["women"] is not None]
    said = ngettext(
        "Took part: {count} meeting, {persons} in all (one who came twice is counted twice)",
        "Took part: {count} meetings, {persons} in all (one who came twice is counted twice)",
        len(rows),
        count=number(len(rows)),
        persons=persons(came),
    )
    parts = [said]
    if counted:
        women = sum(row["women"] for row in counted) / sum(row["present"] for row in counted)
        parts.append(_("women {share}", share=percent(women, 0)))
    if villages := _villages_present(workbook):
        parts.append(villages)
    return [" · ".join(parts)]


def _villages_present(workbook: Workbook) -> str:
    rows = plain_rows(workbook.frame("attendance"), ("by", "name", "present"))
    came = {row["name"] for row in rows if row["by"] == "village" and row["present"]}
    hosted = plain_rows(workbook.frame("forum"), ("village_code", "present"))
    came |= {row["village_code"] for row in hosted if row["village_code"] and row["present"]}
    known = set(workbook.villages()["village_code"])
    if not known or not came & known:
        return ""
    return _(
        "{count} of {all} villages",
        count=number(len(came & known)),
        all=number(len(known)),
    )


def _first_problems(workbook: Workbook) -> Table | None:
    frame = workbook.frame("problem")
    into = survivors(frame)
    told = {row["problem_code"]: row for row in plain_rows(frame, _PROBLEM)}
    order = list(dict.fromkeys(into.get(code, code) for code in adopted_problems(workbook)))
    rows: list[Row] = [
        {
            "place": str(at),
            "problem": told[code]["statement"] if code in told else code,
            "households": told[code]["households_affected"] if code in told else None,
        }
        for at, code in enumerate(order[:_TOP], start=1)
    ]
    if not rows:
        return None
    columns = [
        Column("place", _("No.")),
        Column("problem", _("Problem")),
        Column("households", _("Households affected"), "int"),
    ]
    if all(row["households"] is None for row in rows):
        columns.pop()
    types = {"place": "text", "problem": "text", "households": "number"}
    caption = _("The first problems, in the order that people adopted")
    return Table(framed(rows, types), columns, caption=caption)


_PROBLEM = ("problem_code", "statement", "households_affected")


def _money(workbook: Workbook) -> list[Table | None]:
    return [money_by_class(workbook), money_by_source(workbook)]


def _next(workbook: Workbook, status: PlanStatus) -> list[str]:
    said = []
    if not adopted_problems(workbook):
        said.append(_("The forums put the problems in order."))
    if status.is_draft:
        said.append(_("The council meets to endorse the plan. Until then this is a draft."))
    pledges = plain_rows(workbook.frame("pledge"), ("project_code", "state"))
    waiting = sum(row["state"] in _UNANSWERED for row in pledges)
    if waiting:
        said.append(
            ngettext(
                "{count} request to partners has no answer yet.",
                "{count} requests to partners have no answer yet.",
                waiting,
                count=number(waiting),
            )
        )
    ask = workbook.plan_area.council or _("the tambon’s community organization council")
    said.append(
        _(
            "What is missing, and what is wrong? Ask {council}; the whole book lies there for all "
            "to read.",
            council=ask,
        )
    )
    return said
