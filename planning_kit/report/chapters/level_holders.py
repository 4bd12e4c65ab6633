"""Who holds which data, over the plans handed over: definition, refreshing, and each province."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, _, ngettext
from planning_kit.plan.holdings import STATES, holdings, states_of
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.records.plan_choices import PolicyLevel
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import label, number
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook
    from planning_kit.workbook.handed_plans import HandedPlan

_HEADS = {
    "received": N_("Received"),
    "waiting": N_("Asked, waiting"),
    "refused": N_("Refused"),
    "not_asked": N_("Not asked"),
}
_DAYS = ("asked_on", "received_on", "refused_on")


def level_holdings(workbook: Workbook, held: LevelPlans, day: date) -> pd.DataFrame:
    """Return ``HOLDINGS`` of the place and of every plan handed over, with ``place``.

    ``place`` is the province or, in a workbook of a province, the plan area that tells it.
    """
    one_province = workbook.plan_area.level == PolicyLevel.PROVINCE
    frames = []
    plans: list[Workbook | HandedPlan] = [workbook, *held.plans, *held.higher]
    for plan in plans:
        table = holdings(plan.frame("dataset_holding"), day)
        place = plan.area_id if one_province or plan is workbook else _province(plan)
        frames.append(table.assign(place=place))
    told = [frame for frame in frames if len(frame)]
    return pd.concat(told, ignore_index=True) if told else frames[0]


def level_matrix(table: pd.DataFrame, workbook: Workbook, held: LevelPlans) -> list[Section]:
    """Return each set and holder with definitions, refreshing and counts; then place by place."""
    plans: list[Workbook | HandedPlan] = [workbook, *held.plans, *held.higher]
    labels = [PlanNames(plan) for plan in plans]
    title = _("Definition, refreshing, and in how many places it was asked for, received, refused")
    part = Section("data-definitions", title, layout=Layout.LANDSCAPE, folded=True)
    rows = [
        _row(str(at[0]), str(at[1]), own, labels)
        for at, own in table.groupby(["dataset", "holder"], sort=False)
    ]
    part.sentences = _differing(rows)
    columns = [
        Column("dataset", label("dataset_holding", "dataset")),
        Column("holder", label("dataset_holding", "holder")),
        Column("definition", label("dataset_holding", "definition")),
        Column("refreshed", _("Refreshed")),
        *(Column(state, _(head), Form.INT) for state, head in _HEADS.items()),
        Column("why", _("Why refused")),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    part.tables = [Table(framed(rows, types), columns, wide=True, whole=False, listed=True)]
    return [part, _by_place(table, labels)]


def _differing(rows: list[Row]) -> list[str]:
    differ = sum("\n" in (row["definition"] or "") for row in rows)
    if not differ:
        return []
    return [
        ngettext(
            "{count} set of data is not defined alike everywhere: agree on one definition "
            "before it is shared.",
            "{count} sets of data are not defined alike everywhere: agree on one definition "
            "before they are shared.",
            differ,
            count=number(differ),
        )
    ]


def _by_place(table: pd.DataFrame, labels: list[PlanNames]) -> Section:
    rows = []
    for place, own in table.groupby("place", sort=True):
        states = states_of(own, "dataset")
        row: Row = {"place": said_place(str(place))}
        for state in STATES:
            sets = [_said("dataset", one, labels) for one, at in states.items() if at == state]
            row[state] = " · ".join(sets) or None
        rows.append(row)
    columns = [Column("place", _("Place"))]
    columns += [Column(state, _(head)) for state, head in _HEADS.items()]
    types = {column.name: "text" for column in columns}
    title = _("Sets of data, place by place")
    part = Section("data-by-place", title, layout=Layout.LANDSCAPE, folded=True)
    part.tables = [Table(framed(rows, types), columns, wide=True, whole=False, listed=True)]
    return part


def level_evidence(table: pd.DataFrame, held: LevelPlans) -> str:
    """Say how many of the tambons expected tell of data, as of when, and how many holdings."""
    days = sorted(
        day for row in plain_rows(table, _DAYS) for day in row.values() if day is not None
    )
    telling = sum(len(plan.frame("dataset_holding")) > 0 for plan in held.plans)
    return _(
        "Source: logs of working groups in plans handed over; {k} of {all} tambons tell of data, and "
        "this place itself · written down {dates} · n = {n} holdings",
        k=number(telling),
        all=number(len(held.expected)),
        dates=format_date(days[-1], "short") if days else "–",
        n=number(len(table)),
    )


def _province(plan: Workbook | HandedPlan) -> str:
    return plan.tambon_codes[0][:2] if plan.tambon_codes else plan.area_id


def _said(taxonomy: str, code: str, labels: list[PlanNames]) -> str:
    """Return what a code is called by the first plan that knows it."""
    names = (one.taxon(taxonomy, code) for one in labels)
    return next((name for name in names if name != code), code)


def _row(dataset: str, holder: str, own: pd.DataFrame, labels: list[PlanNames]) -> Row:
    rows = plain_rows(own, own.columns)
    states = list(states_of(own, "place").values())
    definitions = list(dict.fromkeys(str(row["definition"]) for row in rows if row["definition"]))
    whys = dict.fromkeys(str(row["refused_why"]) for row in rows if row["refused_why"])
    return {
        "dataset": _said("dataset", dataset, labels),
        "holder": _said("agency", holder, labels),
        "definition": "\n".join(definitions) or None,
        "refreshed": _refreshed(rows),
        **{state: states.count(state) for state in STATES},
        "why": " · ".join(whys) or None,
    }


def _refreshed(rows: list[Row]) -> str | None:
    often = list(dict.fromkeys(str(row["frequency"]) for row in rows if row["frequency"]))
    days = sorted(row["refreshed_on"] for row in rows if row["refreshed_on"] is not None)
    ends = dict.fromkeys(format_date(day, "short") for day in (days[:1] + days[-1:]))
    last = _("last {date}", date=" – ".join(ends)) if days else None
    return " · ".join(one for one in (*often, last) if one) or None
