"""The chapter on forest, water, soil and other shared resources, and the community’s strengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.shares import shares
from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile import environment as profile
from planning_kit.records.environment import Condition, Trend
from planning_kit.report.chapters.answer_tables import worded
from planning_kit.report.chapters.capital import capital
from planning_kit.report.chapters.text_column import as_text
from planning_kit.report.chapters.village_names import village_name, village_names
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    joined,
    label,
    nothing_known,
    number,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Layout, Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

RESOURCES = Words("แหล่ง", "resources")
_RECORD = "natural_resource"


def environment(workbook: Workbook) -> Section:
    """Return the chapter on natural resources, with the list of the community’s strengths."""
    frame = workbook.frame(_RECORD)
    title = _("Forest, water, soil and community strengths")
    if frame.empty:
        subject = _("forest, water, soil and other shared resources")
        section = nothing_known("environment", title, subject, _RECORD)
    else:
        section = Section("environment", title)
        table, listed = profile.resources(frame), profile.resource_list(frame)
        section.sentences = _findings(table, listed)
        section.pictures += _pictures(listed)
        section.tables = [_by_kind(table)]
        source = evidence(workbook, _RECORD, len(frame), of=RESOURCES)
        section.evidence.append(source)
        section.parts.append(
            Section(
                "environment-list",
                _("List of shared resources"),
                layout=Layout.LANDSCAPE,
                tables=[_list(workbook, listed)],
                evidence=[source],
            )
        )
    section.parts.append(capital(workbook))
    return section


def _findings(table: pd.DataFrame, listed: pd.DataFrame) -> list[str]:
    said = [_("Shared resources on record: {count}.", count=number(len(listed)))]
    if table["condition_n"].sum():
        said.append(
            _(
                "{poor} of the {n} whose condition is stated are run down.",
                poor=number(table["poor"].sum()),
                n=number(table["condition_n"].sum()),
            )
        )
    if table["trend_n"].sum():
        said.append(
            _(
                "{worse} of {n} have become worse in five years; {better} have become better.",
                worse=number(table["worse"].sum()),
                n=number(table["trend_n"].sum()),
                better=number(table["better"].sum()),
            )
        )
    urgent = listed[(listed["condition"] == Condition.POOR) & (listed["trend"] == Trend.WORSE)]
    if len(urgent):
        said.append(_("Run down and still becoming worse: {names}.", names=joined(urgent["name"])))
    if table["rules_n"].sum():
        said.append(
            _(
                "{rules} of {n} have community rules in force.",
                rules=number(table["with_rules"].sum()),
                n=number(table["rules_n"].sum()),
            )
        )
    return said


def _pictures(listed: pd.DataFrame) -> list[Picture]:
    """Return one picture: the condition and the trend of all resources, as two bars of 100 %."""
    return [
        picture
        for field, order in (("condition", list(Condition)), ("trend", list(Trend)))
        if (picture := _split(listed, field, order))
    ]


def _split(
    listed: pd.DataFrame, field: str, order: list[Condition] | list[Trend]
) -> Picture | None:
    stated = listed[field].dropna()
    if stated.empty:
        return None
    counts = {str(code): int((stated == str(code)).sum()) for code in order}
    caption = _("{field} of {n} resources", field=label(_RECORD, field), n=number(len(stated)))
    row = {"label": str(RESOURCES)} | {code: n / len(stated) for code, n in counts.items()}
    parts = {code: answer(_RECORD, field, code) for code in counts}
    figure = shares(pd.DataFrame([row]), label="label", parts=parts)
    said = [f"{parts[code]} {number(n)}" for code, n in counts.items()]
    return Picture(figure, alt=f"{caption}: {'; '.join(said)}", caption=caption)


def _by_kind(table: pd.DataFrame) -> Table:
    shown = worded(table, lambda kind: answer(_RECORD, "kind", kind), "kind")
    columns = [
        Column("label", label(_RECORD, "kind")),
        Column("resources", _("Resources"), Form.INT),
    ]
    if shown["area_n"].sum():
        columns.append(Column("area_rai", _("Area (rai)"), Form.RAI))
        columns += _n(shown, "area_n")
    for field, codes, stated in (
        ("condition", list(Condition), "condition_n"),
        ("trend", list(Trend), "trend_n"),
    ):
        if shown[stated].sum():
            columns += [Column(code, _said(field, code), Form.INT) for code in codes]
            columns += _n(shown, stated)
    if shown["rules_n"].sum():
        columns.append(Column("with_rules", _("With community rules"), Form.INT))
        columns += _n(shown, "rules_n")
    note = _(
        "n is the number of resources for which the figures before it are stated; without n, "
        "all of them."
    )
    return Table(shown, columns, caption=_("Shared resources by kind"), note=note)


def _said(field: str, code: str) -> str:
    words = answer(_RECORD, field, code)
    if field == "condition":
        return _("Condition: {answer}", answer=words)
    return _("Trend: {answer}", answer=words)


def _n(shown: pd.DataFrame, stated: str) -> list[Column]:
    """Return the column of n, needed only where not all resources stated the figure."""
    if shown[stated].equals(shown["resources"]):
        return []
    return [Column(stated, _("n"), Form.INT)]


def _list(workbook: Workbook, listed: pd.DataFrame) -> Table:
    names = village_names(workbook.villages(), listed["village_code"])
    shown = listed.assign(village=[village_name(code, names) for code in listed["village_code"]])
    for field in ("kind", "condition", "trend"):
        shown[field] = as_text(answer(_RECORD, field, code) for code in listed[field])
    shown["has_rules"] = as_text(_yes_no(value) for value in listed["has_rules"])
    wanted = (
        ("name", Form.TEXT),
        ("kind", Form.TEXT),
        ("village", Form.TEXT),
        ("area_rai", Form.RAI),
        ("months_with_water", Form.INT),
        ("condition", Form.TEXT),
        ("trend", Form.TEXT),
        ("has_rules", Form.TEXT),
        ("keeper", Form.TEXT),
        ("households_using", Form.INT),
        ("issue", Form.TEXT),
    )
    headings = {"village": _("Village"), "area_rai": _("Area (rai)")}
    columns = [
        Column(name, headings.get(name) or label(_RECORD, name), form)
        for name, form in wanted
        if shown[name].notna().any()
    ]
    return Table(shown, columns)


def _yes_no(value: object) -> str | None:
    if value is None:
        return None
    return _("yes") if value else _("no")
