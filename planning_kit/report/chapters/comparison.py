"""The chapter that sets the tambon beside published figures, each with its year and source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import areas, thai
from planning_kit.charts.bars import paired_bars
from planning_kit.charts.values import Form, written
from planning_kit.language import Words, _
from planning_kit.profile.compare import COUNTRY, TOTALS, beside_figures, own_figures
from planning_kit.profile.sampling import Estimate
from planning_kit.records.reference import Measure
from planning_kit.report.chapters.crop_budgets import crop_budgets
from planning_kit.report.chapters.text_column import as_text
from planning_kit.report.chapters.wording import (
    baht,
    evidence,
    households,
    known,
    nothing_known,
    number,
    percent,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

FIGURES = Words("ตัวเลข", "figures")
_PLACES = {
    Measure.FARM_AREA_PER_HOUSEHOLD: 1,
    Measure.PERSONS_PER_HOUSEHOLD: 1,
}
_MONEY = (Measure.INCOME_PER_HOUSEHOLD, Measure.DEBT_PER_HOUSEHOLD)


def comparison(workbook: Workbook) -> Section:
    """Return the chapter that compares with amphoe, province and country, and crop budgets."""
    figures = workbook.frame("reference_figure")
    title = _("The tambon beside its surroundings")
    if figures.empty:
        subject = _("published figures of the amphoe, province or country")
        section = nothing_known("comparison", title, subject, "reference_figure")
    else:
        section = Section("comparison", title)
        own = own_figures(
            workbook.villages(), workbook.frame("household"), workbook.frame("household_account")
        )
        table = _worded(workbook, _in_order(beside_figures(figures, own)), own)
        section.sentences = _findings(table)
        section.pictures += _picture(table)
        section.tables.append(_table(table))
        section.evidence.append(evidence(workbook, "reference_figure", len(figures), of=FIGURES))
        section.notes.append(
            _(
                "Published figures may be of another year and gathered in another way; they show "
                "the order of size, not an exact difference."
            )
        )
    section.parts.append(crop_budgets(workbook))
    return section


def area_title(code: str) -> str:
    """Return what a published figure is about: "จังหวัดนครปฐม", "the whole country"."""
    return _("the whole country") if code == COUNTRY else areas.get(code).title()


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Return the figures by measure, the nearest area first, the newest first in each."""
    measures = [str(measure) for measure in Measure]
    order = sorted(
        table.index,
        key=lambda i: (
            measures.index(table["measure"][i]),
            table["detail"][i] or "",
            table["area_code"][i] == COUNTRY,
            -len(table["area_code"][i]),
            -table["year_be"][i],
        ),
    )
    return table.loc[order].reset_index(drop=True)


def _worded(workbook: Workbook, table: pd.DataFrame, own: Mapping[str, Estimate]) -> pd.DataFrame:
    sources = workbook.evidence("reference_figure").sources
    titles = {source.source_code: source.title for source in sources}
    rows = table.to_dict("records")
    hidden = [str(row["measure"]) in own and own[str(row["measure"])].hidden for row in rows]
    return table.assign(
        label=[_measure(row["measure"], row["detail"]) for row in rows],
        area=[area_title(str(row["area_code"])) for row in rows],
        source=as_text(titles.get(row["source_code"]) for row in rows),
        own_said=as_text(_figure(row["measure"], row["own"]) for row in rows),
        value_said=as_text(_figure(row["measure"], row["value"]) for row in rows),
        own_of=as_text(
            None if hide else _behind(str(row["measure"]), row["own_n"])
            for row, hide in zip(rows, hidden, strict=True)
        ),
        hidden=hidden,
    )


def _measure(measure: object, detail: object) -> str:
    words = str(Measure.of(str(measure)).words)
    return f"{words}: {detail}" if isinstance(detail, str) else words


def _figure(measure: object, value: object) -> str | None:
    if not known(value):
        return None
    places = _PLACES.get(Measure.of(str(measure)))
    if measure == Measure.OTHER:
        return written(value, Form.NUMBER, 2).rstrip("0").rstrip(".")
    return written(value, Form.NUMBER, places or 0)


def _behind(measure: str, n: float) -> str | None:
    if not known(n):
        return None
    if measure in TOTALS:
        return _("register of {n} villages", n=number(n))
    return households(n)


def _findings(table: pd.DataFrame) -> list[str]:
    # The first figure of a measure is that of the nearest area, the newest one.
    nearest = table[table["ratio"].notna()].drop_duplicates("measure")
    said = [
        _(
            "{measure}: {own} here, {value} in {area} ({year}); that is {ratio} of it.",
            measure=row["label"],
            own=row["own_said"],
            value=row["value_said"],
            area=row["area"],
            year=thai.format_be(int(row["year_be"])),
            ratio=percent(row["ratio"], 0),
        )
        for row in nearest.to_dict("records")
    ]
    if not said:
        said.append(
            _("There are published figures, but none of the tambon’s own to set beside them.")
        )
    return said


def _table(table: pd.DataFrame) -> Table:
    columns = [
        Column("label", _("Measure")),
        Column("area", _("Compared with")),
        Column("own_said", _("The tambon"), hidden="hidden"),
        Column("value_said", _("Published figure")),
        Column("ratio", _("The tambon as a share of it"), Form.PERCENT, 0),
        Column("year_be", _("Year (B.E.)"), Form.YEAR_BE),
        Column("own_of", _("n of the tambon"), hidden="hidden"),
    ]
    # One source stands in the evidence line already.
    if table["source"].nunique() > 1:
        columns.append(Column("source", _("Source")))
    return Table(table, columns, caption=_("The tambon beside published figures"))


def _picture(table: pd.DataFrame) -> list[Picture]:
    """Return income and debt per household here, in the amphoe and in the province."""
    money = table[table["measure"].isin(_MONEY) & table["own"].notna()]
    newest = money.drop_duplicates(["measure", "area_code"])
    if newest.empty:
        return []
    codes = list(dict.fromkeys(newest["area_code"]))[:2]
    points = {"own": _("The tambon")} | {code: area_title(code) for code in codes}
    rows = [
        {"label": label, "own": part["own"].iloc[0]}
        | dict(zip(part["area_code"], part["value"], strict=True))
        for label, part in newest.groupby("label", sort=False)
    ]
    drawn = pd.DataFrame(rows, columns=["label", *points])
    caption = _("Income and debt per household, here and around (baht)")
    figure = paired_bars(drawn, label="label", series=points, form=Form.BAHT)
    told = [
        f"{row['label']}: "
        + ", ".join(
            f"{name} {baht(row[code])}" for code, name in points.items() if known(row[code])
        )
        for row in drawn.to_dict("records")
    ]
    return [Picture(figure, alt=f"{caption}. {'; '.join(told)}", caption=caption)]
