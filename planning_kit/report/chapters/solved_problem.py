"""Before and after: a problem, its figures then, what was done, its figures now, who says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form, written
from planning_kit.language import _
from planning_kit.plan.merged import standing, survivors
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.following import (
    day_notes,
    follow_day,
    per_cent,
    progress_of,
    quarter_said,
    written_evidence,
)
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import joined, number
from planning_kit.report.evidence import evidence_line
from planning_kit.report.figures import FIGURES, figures_of, printed
from planning_kit.report.photo import IMAGES, Photo
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook.attaching import attached

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_CITED = ("problem_code", "figure", "statement", "value", "unit", "n", "as_of", "source_code")
_VALUE = ("indicator_code", "kind", "fiscal_year_be", "value", "n", "as_of", "note", "source_code")


def solved_problem(
    workbook: Workbook, problem_code: str | None = None, today: date | None = None
) -> Section:
    """Return a page for ``problem_code``, or for every problem with a project all done.

    Whether a problem is solved is for the people to say; the page shows what is known.
    """
    day = follow_day(workbook, today)
    table = progress_of(workbook, day)
    done = plain_rows(table[table["state"] == "done"], ("project_code",))
    finished = {row["project_code"] for row in done}
    projects = plain_rows(
        workbook.frame("project"), ("project_code", "problem_codes", "indicator_codes")
    )
    section = Section("solved", _("Before and after"), layout=Layout.SHEET)
    problems = workbook.frame("problem")
    into = survivors(problems)
    for problem in standing(problems):
        code = problem["problem_code"]
        own = [
            row for row in projects if code in {into.get(c, c) for c in codes(row["problem_codes"])}
        ]
        served = any(row["project_code"] in finished for row in own)
        if code == problem_code or (problem_code is None and served):
            section.parts.append(_case(workbook, problem, own, day))
    if not section.parts:
        section.sentences = [
            _("No project is reported as all done yet, so there is nothing to compare with before.")
        ]
        return section
    section.sentences = [
        _("Whether a problem is solved is for the people to say; this is what is known.")
    ]
    section.notes = day_notes(day, today)
    return section


def _case(workbook: Workbook, problem: Row, projects: list[Row], day: date) -> Section:
    code = problem["problem_code"]
    names = PlanNames(workbook)
    wanted = [row["project_code"] for row in projects]
    table = progress_of(workbook, day)
    told = plain_rows(table[table["project_code"].isin(wanted)], table.columns)
    figures = [*_profile_figures(workbook, code), *_indicators(workbook, projects, names)]
    part = Section(f"solved-{code}", f"{code} {problem['statement']}")
    part.photos = _photos(workbook, {code, *wanted})
    part.tables = [_before_after(figures), _done(told, names)]
    part.evidence = _who_says(workbook, figures, wanted)
    if part.photos == []:
        part.notes = [_("No photo is attached to this problem or its projects yet.")]
    return part


def _profile_figures(workbook: Workbook, code: str) -> list[Row]:
    """Return the figures cited for the problem, with today's where they were measured again."""
    rows = [r for r in plain_rows(workbook.frame("problem_evidence"), _CITED)
            if r["problem_code"] == code]  # fmt: skip
    known = figures_of(workbook, dict.fromkeys(r["figure"] for r in rows if r["figure"] in FIGURES))
    found = []
    for row in rows:
        kind, figure = FIGURES.get(row["figure"]), known.get(row["figure"])
        value = printed(kind, row["value"]) if kind else _plain(row["value"], row["unit"])
        now = None
        newer = figure is not None and figure.as_of and row["as_of"] and figure.as_of > row["as_of"]
        if kind is not None and figure is not None and newer and figure.is_known:
            now = _said(printed(kind, (figure.value or 0.0) * kind.scale), figure.n, figure.as_of)
        found.append(
            {
                "what": str(kind.label) if kind else row["statement"] or row["figure"],
                "then": _said(value, row["n"], row["as_of"]),
                "now": now,
                "source_code": row["source_code"],
            }
        )
    return found


def _indicators(workbook: Workbook, projects: Iterable[Row], names: PlanNames) -> list[Row]:
    """Return baseline and last actual value of the indicators that the projects serve."""
    wanted = dict.fromkeys(one for row in projects for one in codes(row["indicator_codes"]))
    values = plain_rows(workbook.frame("indicator_value"), _VALUE)
    kinds = plain_rows(workbook.frame("indicator"), ("indicator_code", "unit", "places"))
    of = {row["indicator_code"]: row for row in kinds}
    found = []
    for code in wanted:
        own = [row for row in values if row["indicator_code"] == code and row["value"] is not None]
        base = next((row for row in own if row["kind"] == "baseline"), None)
        actual = max((r for r in own if r["kind"] == "actual"), default=None,
                     key=lambda r: r["fiscal_year_be"])  # fmt: skip
        if base is None and actual is None:
            continue
        found.append(
            {
                "what": names.coded("indicator", code),
                "then": _value(base, of.get(code, {})),
                "now": _value(actual, of.get(code, {})),
                "source_code": (base or {}).get("source_code"),
                "note": (actual or {}).get("note"),
            }
        )
    return found


def _value(row: Row | None, kind: Row) -> str | None:
    if row is None:
        return None
    said = number(row["value"], int(kind.get("places") or 0))
    return _said(" ".join(filter(None, (said, kind.get("unit")))), row["n"], row["as_of"])


def _said(value: str, n: float | None, day: date | None) -> str:
    told = [_("n = {n}", n=number(n))] if n is not None else []
    told += [format_date(day, "short")] if day else []
    return f"{value} ({', '.join(told)})" if told else value


def _plain(value: float | None, unit: str | None) -> str:
    return " ".join(filter(None, (written(value, Form.NUMBER, 0), unit)))


def _before_after(figures: list[Row]) -> Table:
    shown = [row | {"now": row["now"] or _("not measured again")} for row in figures]
    columns = [
        Column("what", _("Figure")),
        Column("then", _("Then")),
        Column("now", _("Now")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(shown, types), columns, _("The problem in figures"))


def _done(told: list[Row], names: PlanNames) -> Table:
    shown = [
        {
            "project": names.coded("project", row["project_code"]),
            "owner": row["owner"],
            "work": per_cent(row["physical"]) or _("not reported"),
            "spent": row["spent"],
            "when": quarter_said(row["fiscal_year_be"], row["quarter"]),
            "evidence": row["evidence"],
        }
        for row in told
    ]
    columns = [
        Column("project", _("Project"), links=names.links("project")),
        Column("owner", _("Who did it")),
        Column("work", _("Work done")),
        Column("spent", _("Spent so far (baht)"), Form.BAHT),
        Column("when", _("Last told")),
        Column("evidence", _("Evidence")),
    ]
    kinds = {column.name: "number" if column.is_number else "text" for column in columns}
    return Table(framed(shown, kinds), columns, _("What was done"), wide=True)


def _who_says(workbook: Workbook, figures: list[Row], projects: list[str]) -> list[str]:
    cited = {row["source_code"] for row in figures}
    known = [source for source in workbook.sources() if source.source_code in cited]
    frame = workbook.frame("project_progress")
    reports = [
        row
        for row in plain_rows(frame, ("project_code", "reported_by", "reported_on"))
        if row["project_code"] in projects
    ]
    lines = [_("Then – {line}", line=evidence_line(known))] if known else []
    notes = dict.fromkeys(str(row["note"]) for row in figures if row.get("note"))
    if notes:
        lines.append(_("Now – {sources}", sources=joined(notes)))
    return [*lines, *written_evidence(reports, "reported_by", "reported_on")]


def _photos(workbook: Workbook, about: set[str]) -> list[Photo]:
    return [
        Photo(file.content, file.media_type, str(record.caption), str(record.caption))
        for record, file in attached(workbook, "photo")
        if record.about_code in about and file.media_type in IMAGES
    ]
