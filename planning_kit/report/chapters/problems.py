"""The problems as people put them, by theme, with the figures that speak for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.plan.merged import survivors
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames, paragraphs
from planning_kit.report.chapters.problem_evidence import problem_evidence
from planning_kit.report.chapters.problem_places import places_said
from planning_kit.report.chapters.told_at import told_at
from planning_kit.report.chapters.wording import label, nothing_known, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

PROBLEM = (
    "problem_code",
    "statement",
    "theme",
    "village_codes",
    "households_affected",
    "households_basis",
    "forum_code",
    "said_by",
    "detail",
    "merged_into",
    "merged_reason",
    "is_set_aside",
    "set_aside_reason",
)
_SHOWN = {
    "statement": "text",
    "villages": "text",
    "households_affected": "number",
    "households_basis": "text",
    "told": "text",
    "anchor": "text",
}
_MERGED, _APART = "problems-merged", "problems-set-aside"
_LEFT = {"statement": "text", "what": "text", "anchor": "text"}


def problem_anchor(code: object) -> str:
    """Return the anchor of a problem’s row, for links to it."""
    return f"problem-{code}"


def problem_links(workbook: Workbook) -> dict[str, str]:
    """Return code → anchor of every problem, as ``Column.links`` takes it."""
    rows = plain_rows(workbook.frame("problem"), ("problem_code",))
    return {row["problem_code"]: problem_anchor(row["problem_code"]) for row in rows}


def problems(workbook: Workbook) -> Section:
    """Return the problems that stand by theme, their evidence, and what was merged or set aside."""
    section = problems_told(workbook)
    if section.parts and (evidence := problem_evidence(workbook)) is not None:
        after = sum(part.key not in (_MERGED, _APART) for part in section.parts)
        section.parts.insert(after, evidence)
    return section


def problems_told(workbook: Workbook) -> Section:
    """Return the same without the evidence, which takes all figures of the profile to show."""
    title = _("The problems")
    rows = plain_rows(workbook.frame("problem"), PROBLEM)
    if not rows:
        return nothing_known("problems", title, _("problems"), "problem")
    apart = [row for row in rows if row["is_set_aside"]]
    last = survivors(workbook.frame("problem"))
    merged = [
        row
        for row in rows
        if last[row["problem_code"]] != row["problem_code"] and not row["is_set_aside"]
    ]
    standing = [row for row in rows if row not in apart and row not in merged]
    section = Section("problems", title, sentences=_said(rows, standing, merged, apart))
    section.parts = _themes(workbook, standing, PlanNames(workbook))
    section.parts += _merged(workbook, merged) + _set_aside(apart)
    section.evidence = told_at(workbook, [row["forum_code"] for row in rows])
    return section


def _said(rows: list[Row], standing: list[Row], merged: list[Row], apart: list[Row]) -> list[str]:
    said = [
        _(
            "Problems told: {told}. Standing here, in the words of those who told them: "
            "{standing}.",
            told=number(len(rows)),
            standing=number(len(standing)),
        )
    ]
    if merged:
        said.append(_("Merged into another, with the reason: {n}.", n=number(len(merged))))
    if apart:
        said.append(_("Set aside, with the reason: {n}.", n=number(len(apart))))
    return said


def _themes(workbook: Workbook, standing: list[Row], names: PlanNames) -> list[Section]:
    order = [str(code) for code in workbook.taxonomy("problem_theme")["code"]]
    found = list(dict.fromkeys(row["theme"] for row in standing))
    found.sort(key=lambda theme: order.index(theme) if theme in order else len(order))
    parts, places = [], places_said(workbook)
    for theme in found:
        own = [row for row in standing if row["theme"] == theme]
        title = names.taxon("problem_theme", theme) if theme else _("Theme not stated")
        part = Section(f"problems-{theme or 'no-theme'}", title)
        part.tables = [_table(own, places, title)]
        parts.append(part)
    return parts


def _table(rows: list[Row], places: Callable[[object], str | None], title: str) -> Table:
    shown = [
        row
        | {
            "statement": paragraphs((f"{row['problem_code']} {row['statement']}", row["detail"])),
            "villages": places(row["village_codes"]),
            "told": " · ".join(part for part in (row["said_by"], row["forum_code"]) if part),
            "anchor": problem_anchor(row["problem_code"]),
        }
        for row in rows
    ]
    forums = {row["forum_code"]: f"forum-{row['forum_code']}" for row in rows if row["forum_code"]}
    columns = [
        Column("statement", label("problem", "statement")),
        Column("villages", _("Villages")),
        Column("households_affected", label("problem", "households_affected"), Form.INT),
        Column("households_basis", label("problem", "households_basis")),
        Column("told", _("Told by, at"), links=forums),
    ]
    caption = _("Problems: {theme}", theme=title)
    return Table(framed(shown, _SHOWN), columns, caption, anchors="anchor", wide=True, whole=False)


def _merged(workbook: Workbook, rows: list[Row]) -> list[Section]:
    if not rows:
        return []
    end = survivors(workbook.frame("problem"))
    names = PlanNames(workbook)
    shown = []
    for row in rows:
        into = end[row["problem_code"]]
        what = paragraphs((names.coded("problem", into), row["merged_reason"] or _no_reason()))
        shown.append(row | {"what": what, "anchor": problem_anchor(row["problem_code"])})
    heading = _("Merged into, and why")
    part = Section(_MERGED, _("Problems that were merged"))
    part.tables = [
        _left(shown, heading, _("Problems merged into another"), problem_links(workbook))
    ]
    return [part]


def _set_aside(rows: list[Row]) -> list[Section]:
    if not rows:
        return []
    shown = [
        row
        | {
            "what": row["set_aside_reason"] or _no_reason(),
            "anchor": problem_anchor(row["problem_code"]),
        }
        for row in rows
    ]
    part = Section(_APART, _("Problems that were set aside"))
    part.tables = [_left(shown, _("Why"), _("Problems set aside"), {})]
    return [part]


def _left(rows: list[Row], heading: str, caption: str, links: dict[str, str]) -> Table:
    columns = [
        Column("statement", label("problem", "statement")),
        Column("what", heading, links=links),
    ]
    told = [row | {"statement": f"{row['problem_code']} {row['statement']}"} for row in rows]
    return Table(framed(told, _LEFT), columns, caption, anchors="anchor", wide=True, whole=False)


def _no_reason() -> str:
    return _("No reason is written down.")


def adopted_first(rows: list[Row], adopted: tuple[str, ...]) -> list[Row]:
    """Return rows of problems in the order adopted, those not in it after them by code."""
    place = {code: at for at, code in enumerate(codes(adopted))}
    return sorted(
        rows, key=lambda row: (place.get(row["problem_code"], len(place)), row["problem_code"])
    )
