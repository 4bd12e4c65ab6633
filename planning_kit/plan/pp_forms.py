"""Rows of the local-government forms: ผ.01 (summary) and ผ.02 (details), by a layout.

Only data is made here: the report draws it on screen and in Excel.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from planning_kit.language import Words
from planning_kit.plan.budget import FiveYear, plan_years
from planning_kit.plan.chosen import in_order, in_plan, money_lines
from planning_kit.plan.form_layout import FormLayout, LayoutColumn
from planning_kit.records.plain_rows import Row, added, codes, framed, plain_rows


@dataclass(frozen=True)
class FormColumn:
    """A printed column: ``key`` in the rows, its heading, kind (text / count / baht), year."""

    key: str
    holds: str
    heading: Words
    group: Words | None
    kind: str
    width: float
    year: int | None


@dataclass(frozen=True)
class PpForm:
    """A filled form.

    ``rows`` and ``equipment`` have ``row_kind`` (preamble / heading / row / subtotal / total),
    ``strategy_code``, ``project_code``, ``text`` (of a preamble or heading row) and one column
    per ``columns`` key; counts and baht are numbers, NaN where nothing is stated.
    """

    layout: FormLayout
    columns: tuple[FormColumn, ...]
    rows: pd.DataFrame
    equipment: pd.DataFrame


def pp01(layout: FormLayout, five: FiveYear) -> PpForm:
    """Fill ผ.01: one row per strategy and the total, from the five-year budget."""
    columns = form_columns(layout, five.years)
    told: dict[tuple[str, str | None], dict[int | None, Row]] = {}
    names: dict[str | None, str | None] = {}
    for row in plain_rows(five.table, five.table.columns):
        year = None if row["fiscal_year_be"] is None else int(row["fiscal_year_be"])
        told.setdefault((row["level"], row["strategy_code"]), {})[year] = row
        names[row["strategy_code"]] = row["strategy"]
    rows = []
    for (level, code), years in told.items():
        if level == "strategy" and not years[None]["lines"] and code is None:
            continue
        kind = "row" if level == "strategy" else "total"
        name = names.get(code) or code
        cells = {c.key: _summary_cell(c, years, layout, name) for c in columns}
        rows.append(cells | {"row_kind": kind, "strategy_code": code})
    filled = framed(rows, _types(columns))
    return PpForm(layout, columns, filled, filled.iloc[:0])


def pp02(
    layout: FormLayout,
    projects: pd.DataFrame,
    lines: pd.DataFrame,
    strategies: pd.DataFrame,
    indicators: pd.DataFrame,
    plan_start: int,
    *,
    years: int = 5,
    agencies: Mapping[str, str] | None = None,
    equipment: Collection[str] = (),
) -> PpForm:
    """Fill ผ.02: projects grouped by strategy with running numbers and money by year.

    ``agencies`` code -> name for the responsible office (else the owner is named).
    ``equipment`` codes of projects that go aside (ผ.03); a column ``is_equipment`` does too.
    """
    span = plan_years(plan_start, years)
    columns = form_columns(layout, span)
    lead = agencies or {}
    names = {row["indicator_code"]: row["name"] for row in plain_rows(indicators, _INDICATOR)}
    places = {row["project_code"]: row for row in plain_rows(projects, ("project_code", "place"))}
    money: dict[tuple[str, int], list[float | None]] = {}
    for line in money_lines(lines):
        if line["fiscal_year_be"] is not None:
            at = (line["project_code"], int(line["fiscal_year_be"]))
            money.setdefault(at, []).append(line["amount"])
    shown = []
    for project in in_plan(projects):
        cells = _project_cells(project, names, lead, places)
        yearly = {y: added(money.get((project["project_code"], y), ())) for y in span}
        cells |= {"years": yearly, "all_years": added(yearly.values())}
        shown.append(cells)
    aside = {p["code"] for p in shown if p["is_equipment"]} | set(equipment)
    main = [p for p in shown if p["code"] not in aside]
    return PpForm(
        layout,
        columns,
        _grouped(layout, columns, main, strategies),
        _grouped(layout, columns, [p for p in shown if p["code"] in aside], strategies),
    )


def form_columns(layout: FormLayout, years: tuple[int, ...]) -> tuple[FormColumn, ...]:
    """Return the printed columns: one for each year where a column repeats (key ``baht_2571``)."""
    return tuple(
        _printed(column, year)
        for column in layout.columns
        for year in (years if column.per_year else (None,))
    )


_INDICATOR = ("indicator_code", "name")


def _printed(column: LayoutColumn, year: int | None) -> FormColumn:
    th, en = column.heading.th, column.heading.en
    if year is not None:
        th, en = th.replace("{year}", str(year)), en.replace("{year}", str(year))
    key = column.key if year is None else f"{column.key}_{year}"
    heading = Words(th, en)
    return FormColumn(key, column.holds, heading, column.group, column.kind, column.width, year)


def _types(columns: tuple[FormColumn, ...]) -> dict[str, str]:
    head = dict.fromkeys(("row_kind", "strategy_code", "project_code", "text"), "text")
    head["higher_codes"] = "codes"
    return head | {c.key: "text" if c.kind == "text" else "number" for c in columns}


def _summary_cell(
    column: FormColumn, years: Mapping[int | None, Row], layout: FormLayout, name: str | None
) -> object:
    if column.holds == "strategy":
        return name
    if column.holds == "projects_total":
        return years[None][layout.total_projects]
    if column.holds == "projects":
        return years[column.year]["projects"]
    return years[column.year if column.holds == "baht" else None]["baht"]


def _project_cells(
    project: Row, names: Mapping[str, str], lead: Mapping[str, str], places: Mapping[str, Row]
) -> Row:
    told = [names.get(code) or code for code in codes(project["indicator_codes"])]
    return {
        "code": project["project_code"],
        "strategy_code": project["strategy_code"],
        "is_equipment": project["is_equipment"] is True,
        "project": project["name"],
        "objectives": project["objectives"],
        "targets": project["targets"],
        "indicators": "\n".join(told) or None,
        "expected_results": project["expected_results"],
        "owner": lead.get(project["lead_agency"] or "") or project["owner"],
        "rationale": project["rationale"],
        "higher_codes": project["higher_codes"],
        "place": places[project["project_code"]]["place"],
        "problems": "\n".join(codes(project["problem_codes"])) or None,
    }


def _grouped(
    layout: FormLayout,
    columns: tuple[FormColumn, ...],
    projects: list[Row],
    strategies: pd.DataFrame,
) -> pd.DataFrame:
    named = in_order(strategies)
    own = {row["strategy_code"] for row in named}
    loose = dict.fromkeys(p["strategy_code"] for p in projects if p["strategy_code"] not in own)
    named += [{"strategy_code": code, "name": code, "higher_codes": None} for code in loose]
    rows: list[Row] = []
    number = 0
    for strategy in named:
        code = strategy["strategy_code"]
        group = [p for p in projects if p["strategy_code"] == code]
        if not group:
            continue
        aims = (strategy["higher_codes"], *(p["higher_codes"] for p in group))
        higher = tuple(dict.fromkeys(aim for told in aims for aim in codes(told)))
        at = {"strategy_code": code, "text": strategy["name"]}
        if layout.preamble and higher:
            rows.append(at | {"row_kind": "preamble", "higher_codes": higher})
        rows.append(at | {"row_kind": "heading", "higher_codes": higher})
        number = 0 if layout.numbering == "by_group" else number
        for project in group:
            number += 1
            cells = {c.key: _detail_cell(c, project, number) for c in columns}
            rows.append(cells | {"row_kind": "row", "project_code": project["code"]} | _at(code))
        if layout.subtotals:
            rows.append(_sums(columns, group) | {"row_kind": "subtotal"} | _at(code))
    if projects:
        rows.append(_sums(columns, projects) | {"row_kind": "total"})
    return framed(rows, _types(columns))


def _at(code: str | None) -> Row:
    return {"strategy_code": code}


def _detail_cell(column: FormColumn, project: Row, number: int) -> object:
    if column.holds == "number":
        return number
    if column.holds == "baht":
        return project["years"][column.year]
    return project["all_years"] if column.holds == "baht_total" else project[column.holds]


def _sums(columns: tuple[FormColumn, ...], projects: list[Row]) -> Row:
    found: Row = {}
    for column in columns:
        if column.holds == "baht":
            found[column.key] = added(p["years"][column.year] for p in projects)
        elif column.holds == "baht_total":
            found[column.key] = added(p["all_years"] for p in projects)
    return found
