"""The shift from a single crop to sustainable farming, tambon by tambon, and what they aim at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planning_kit.language import _
from planning_kit.records.indicator import ValueKind
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.indicator_words import indicator_frame
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.tambon_figures import TambonFigure, TambonFigures, place_of
from planning_kit.report.chapters.wording import number, percent
from planning_kit.report.figures import FIGURES
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook.handed_plans import HandedPlan

SHIFT = ("farming.single_crop_share", "farming.sustainable_share", "standards.safe_share")
_DIMENSION = "production"
_MOST_OPEN = 8
"""With more tambons than that the table is folded on a screen."""
_INDICATOR = ("indicator_code", "name", "unit", "dimension", "is_joint")
_VALUE = ("indicator_code", "kind", "fiscal_year_be", "value")


def farming_shift(held: LevelPlans, figures: TambonFigures) -> Section:
    """Return the shares of single crops and sustainable farming now and before, of each tambon."""
    rows = [_row(plan, figures) for plan in held.plans]
    title = _("From a single crop to sustainable farming")
    section = Section("farming-shift", title, folded=len(rows) > _MOST_OPEN)
    told = [row for row in rows if any(row[f"f{at}"] for at in range(len(SHIFT)))]
    several = sum(bool(row["several"]) for row in rows)
    section.sentences = [_told_said(len(told), several, len(held.expected))]
    columns = [Column("place", _("Tambon"))]
    columns += [Column(f"f{at}", str(FIGURES[key].label)) for at, key in enumerate(SHIFT)]
    table = framed(told, {column.name: "text" for column in columns})
    caption = _("Share of households or of land, by year, with how many households stand behind it")
    section.tables = [Table(table, columns, caption=caption, wide=True, listed=True)]
    section.notes = [
        _(
            "The share of households in sustainable farming and that of growers with a single crop "
            "do not add up to 100%: they are answers to two questions."
        )
    ]
    return section


def _told_said(told: int, several: int, expected: int) -> str:
    if not several:
        return _(
            "{n} of {all} tambons told of it, each of one year; a shift is seen once a second year "
            "is told.",
            n=number(told),
            all=number(expected),
        )
    return _(
        "{n} of {all} tambons told of it. In {several} of them several years are known, so a "
        "shift can be seen; of the others the first year stands.",
        n=number(told),
        all=number(expected),
        several=number(several),
    )


def aims(plan: HandedPlan, figures: TambonFigures) -> list[Row]:
    """Return the plan's indicators of safe and sustainable production: from where, now, to where.

    Columns: ``indicator``, ``baseline``, ``actual``, ``target``, each with its year. What the
    totals withhold is hidden here too.
    """
    place = place_of(plan)
    values: dict[tuple[str, str], list[Row]] = {}
    for row in plain_rows(plan.frame("indicator_value"), _VALUE):
        if row["value"] is not None:
            values.setdefault((row["indicator_code"], row["kind"]), []).append(row)
    found = []
    for row in plain_rows(indicator_frame(plan.frame("indicator")), _INDICATOR):
        if row["dimension"] == _DIMENSION:
            code = row["indicator_code"]
            own: dict[str, str | None] = {
                str(kind): _last(values.get((code, str(kind)), []), row["unit"])
                for kind in (ValueKind.BASELINE, ValueKind.ACTUAL, ValueKind.TARGET)
            }
            for kind in own:
                rolled = figures.of(place, f"indicator.{code}.{kind}")
                if rolled is not None and rolled.hidden:
                    own[kind] = _said(rolled)
            found.append({"indicator": f"{code} {row['name']}", **own})
    return found


def _last(rows: list[Row], unit: str | None) -> str | None:
    if not rows:
        return None
    row = max(rows, key=lambda one: one["fiscal_year_be"] or 0)
    value = float(row["value"])
    said = number(value, 0 if value == int(value) else 1)
    year = int(row["fiscal_year_be"]) if row["fiscal_year_be"] else "–"
    return _("{value} {unit} ({year})", value=said, unit=unit or "", year=year)


def _row(plan: HandedPlan, figures: TambonFigures) -> dict[str, Any]:
    place = place_of(plan)
    years = [figures.years(place, key) for key in SHIFT]
    row: dict[str, Any] = {f"f{at}": _over_years(found) for at, found in enumerate(years)}
    return row | {
        "place": said_place(plan.tambon_codes[0]),
        "several": any(len({one.year for one in found if not one.hidden}) > 1 for found in years),
    }


def _over_years(found: list[TambonFigure]) -> str | None:
    """Write "42% (2569, n = 60) → 35% (2572, n = 58)"; hidden where few stand behind it."""
    return " → ".join(_said(one) for one in found) or None


def _said(one: TambonFigure) -> str:
    if one.hidden or one.value is None:
        return _("hidden, fewer than 5 ({year})", year=one.year or "–")
    return _("{value} ({year}, n = {n})", value=percent(one.value, 0), year=one.year or "–",
             n=number(one.n))  # fmt: skip
