"""What is grown and raised: area, yield, price, share of income, and to whom it is sold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.bars import bars
from planning_kit.charts.values import Form
from planning_kit.language import _, ngettext
from planning_kit.profile.output import unconverted
from planning_kit.profile.production import LandUse, crops, land_use, sale_channels
from planning_kit.profile.production_year import production_year
from planning_kit.report.chapters.animal_tables import animals_part, fish_part
from planning_kit.report.chapters.answer_part import answer_part
from planning_kit.report.chapters.answer_tables import worded_answers
from planning_kit.report.chapters.crop_tables import growing_table, named_crops, selling_table
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    growers,
    households,
    label,
    nothing_known,
    number,
    percent,
    rai,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_DRAWN = 12


def production(workbook: Workbook) -> Section:
    """Return the chapter on crops, animals and fish, and how they are sold."""
    title = _("What is produced")
    found = production_year(workbook.frame("production"))
    grown = found.frame
    if grown.empty:
        return nothing_known("production", title, _("production"), "production")
    sold = worded_answers(sale_channels(grown), "production", "sale_channel")
    parts = [
        _crops(grown, workbook.frame("household")),
        animals_part(grown),
        fish_part(grown),
        answer_part(
            "production-sale",
            _("To whom it is sold"),
            sold,
            label("production", "sale_channel"),
            asked=growers(grown),
            several=True,
        ),
        _unconverted(grown),
    ]
    section = Section("production", title, sentences=found.sentences(), notes=found.notes())
    section.parts = [part for part in parts if part is not None]
    line = evidence(workbook, "production", growers(grown))
    for part in section.parts:
        part.evidence.append(line)
    section.notes.append(sample_of(workbook).sentence())
    return section


def _crops(grown: pd.DataFrame, asked: pd.DataFrame) -> Section | None:
    table = named_crops(crops(grown))
    if table.empty:
        return None
    section = Section("production-crops", _("Crops"), sentences=_crops_said(table))
    section.sentences += _land_said(land_use(grown, asked))
    drawn = table[table["area_rai"] > 0].head(_DRAWN)
    if len(drawn):
        caption = _("Planted area of the largest crops (rai)")
        figure = bars(drawn, label="label", value="area_rai", form=Form.RAI, places=0)
        said = " · ".join(
            f"{row['label']} {rai(row['area_rai'], 0)}" for _at, row in drawn.iterrows()
        )
        section.pictures = [Picture(figure, f"{caption}: {said}", caption)]
    section.tables = [growing_table(table), selling_table(table)]
    return section


def _crops_said(table: pd.DataFrame) -> list[str]:
    count = table["product"].nunique()
    said = [
        ngettext("The households grow {n} crop.", "The households grow {n} different crops.", count)
    ]
    widest = table[table["area_rai"] > 0]
    if len(widest):
        first = widest.sort_values("area_rai").iloc[-1]
        said.append(
            _(
                "{crop} takes the most area: {area}, planted by {households}.",
                crop=first["label"],
                area=rai(first["area_rai"], 0),
                households=households(first["households"]),
            )
        )
    richest = table[table["income_share"] > 0]
    if len(richest):
        first = richest.sort_values("income_share").iloc[-1]
        said.append(
            _(
                "{crop} brings the most money: {share} of all farm revenue.",
                crop=first["label"],
                share=percent(first["income_share"]),
            )
        )
    return said


def _land_said(used: LandUse) -> list[str]:
    if used.intensity is None:
        return []
    return [
        _(
            "All seasons together, {cropped} were planted on {land} of land: "
            "each rai was planted {times} times ({n} stated both).",
            cropped=rai(used.cropped_rai, 0),
            land=rai(used.operated_rai, 0),
            times=number(used.intensity, 2),
            n=households(used.n),
        )
    ]


def _unconverted(grown: pd.DataFrame) -> Section | None:
    left = unconverted(grown)
    if left.empty:
        return None
    section = Section("production-unconverted", _("Output that could not be put into kg"))
    section.sentences = [
        _(
            "For these the weight of one unit is not stated. Their area and money count; "
            "their yield does not."
        )
    ]
    units = [
        answer("production", "quantity_unit", code) if code else _("unit not stated")
        for code in left["quantity_unit"]
    ]
    columns = [
        Column("product", label("production", "product")),
        Column("unit", label("production", "quantity_unit")),
        Column("rows", _("Rows"), Form.INT),
        Column("households", _("Households"), Form.INT),
    ]
    caption = _("Output without a weight")
    section.tables = [Table(left.assign(unit=units), columns, caption=caption)]
    return section
