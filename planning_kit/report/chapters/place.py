"""General facts: where the plan area is, its villages, and how many people live there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import areas
from planning_kit.charts.values import Form
from planning_kit.language import Words, _, ngettext
from planning_kit.profile.coverage import coverage, coverage_by_village
from planning_kit.records import PlanArea
from planning_kit.report.chapters.village_names import village_names
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    households,
    joined,
    known,
    label,
    number,
    percent,
    persons,
    sheet,
)
from planning_kit.report.section import Fact, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import SQUARE_WAH_PER_RAI

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_COUNTS = ("households", "farm_households", "males", "females")
_VILLAGES = Words("หมู่บ้าน", "villages")


def place(workbook: Workbook) -> Section:
    """Return the general facts of the plan area: place, villages, totals, n of N by village."""
    section = Section("place", _("General facts"), sentences=_where(workbook.plan_area))
    table = _villages(workbook)
    if table.empty:
        section.sentences.append(
            _(
                "This workbook does not name the villages yet. "
                "They can be added in the sheet “{sheet}”.",
                sheet=sheet("village"),
            )
        )
        return section
    section.facts = _facts(table)
    section.sentences += _totals_said(table)
    section.sentences += _surveyed_said(workbook)
    if len(workbook.frame("village")):
        section.tables.append(_table(table))
        section.evidence.append(evidence(workbook, "village", len(table), of=_VILLAGES))
    surveyed = int(table["surveyed"].sum())
    if surveyed:
        section.tables.append(_surveyed_table(table))
        section.evidence.append(evidence(workbook, "household", surveyed))
    return section


def _where(area: PlanArea) -> list[str]:
    codes = area.tambon_codes or ()
    parts = tuple(dict.fromkeys(code[:6] for code in area.village_codes or ()))
    said = []
    if codes:
        said.append(
            _(
                "The plan area {name} is all of {tambons}.",
                name=area.name,
                tambons=joined(areas.get(code).full_title() for code in codes),
            )
        )
    if parts:
        said.append(
            _(
                "From {tambons} it takes in {villages}.",
                tambons=joined(areas.get(code).full_title() for code in parts),
                villages=ngettext("{n} village", "{n} villages", len(area.village_codes or ())),
            )
        )
    said += _region((*codes, *parts))
    if area.setting:
        said.append(_("Setting: {setting}.", setting=answer("plan_area", "setting", area.setting)))
    if area.council:
        said.append(_("Its council is {council}.", council=area.council))
    if area.local_governments:
        said.append(_("Local government: {names}.", names=area.local_governments))
    return said


def _region(codes: tuple[str, ...]) -> list[str]:
    if any(areas.get(code).invented for code in codes):
        return [_("This is an invented area for practice; it exists nowhere.")]
    regions = dict.fromkeys(areas.region_of(code).name for code in codes)
    return [
        _(
            "Region: {regions} ({scheme}).",
            regions=joined(regions),
            scheme=areas.scheme_title(),
        )
    ]


def _villages(workbook: Workbook) -> pd.DataFrame:
    """Return one row per village known or surveyed, with totals and areas in rai."""
    villages, asked = workbook.frame("village"), workbook.frame("household")
    table = coverage_by_village(asked, villages)[["village_code", "surveyed", "share"]]
    own = villages.drop_duplicates("village_code").set_index("village_code")
    own = own.reindex(table["village_code"]).reset_index(drop=True)
    for name in _COUNTS:
        table[name] = pd.to_numeric(own[name])
    for name in ("area", "farm_area"):
        table[name + "_rai"] = pd.to_numeric(own[name]) / float(SQUARE_WAH_PER_RAI)
    names = village_names(villages, table["village_code"])
    return table.assign(label=[names[code] for code in table["village_code"]])


def _sum(table: pd.DataFrame, name: str) -> float:
    return float(table[name].sum(min_count=1))


def _facts(table: pd.DataFrame) -> list[Fact]:
    people = table["males"] + table["females"]
    figures = {
        label("village", "households"): table["households"],
        label("village", "farm_households"): table["farm_households"],
        _("Population"): people,
    }
    facts = [Fact(number(len(table)), _("Villages"))]
    for wording, column in figures.items():
        stated = int(column.notna().sum())
        if stated:
            remark = "" if stated == len(table) else _of_villages(stated, len(table))
            facts.append(Fact(number(column.sum()), wording, remark))
    return facts


def _of_villages(stated: int, whole: int) -> str:
    return _("stated by {n} of {whole} villages", n=number(stated), whole=number(whole))


def _totals_said(table: pd.DataFrame) -> list[str]:
    said = []
    whole, farms = table["households"], table["farm_households"]
    if whole.notna().all() and farms.notna().all() and whole.sum() > 0:
        said.append(
            _(
                "Of {households} in all, {farms} farm, or {share}.",
                households=households(whole.sum()),
                farms=number(farms.sum()),
                share=percent(farms.sum() / whole.sum()),
            )
        )
    males, females = _sum(table, "males"), _sum(table, "females")
    both = table["males"].notna() & table["females"].notna()
    if both.all():
        said.append(
            _(
                "{persons} live here: {males} males and {females} females.",
                persons=persons(males + females),
                males=number(males),
                females=number(females),
            )
        )
    return said


def _surveyed_said(workbook: Workbook) -> list[str]:
    found = coverage(workbook.frame("household"), workbook.frame("village"))
    if found.n == 0:
        return [_("No household has been surveyed yet.")]
    if found.share is None:
        return [
            _(
                "{households} were surveyed; how many there are in all is not stated.",
                households=households(found.n),
            )
        ]
    return [
        _(
            "{households} of {population} were surveyed, or {share}.",
            households=households(found.n),
            population=number(found.population),
            share=percent(found.share),
        )
    ]


def _table(table: pd.DataFrame) -> Table:
    sums = {name: _sum(table, name) for name in (*_COUNTS, "area_rai", "farm_area_rai")}
    unit = Words("ไร่", "rai")
    columns = [
        *(Column(name, label("village", name), Form.INT) for name in _COUNTS),
        Column("area_rai", f"{label('village', 'area')} ({unit})", Form.RAI, 0),
        Column("farm_area_rai", f"{label('village', 'farm_area')} ({unit})", Form.RAI, 0),
    ]
    stated = [column for column in columns if known(sums[column.name])]
    gaps = int(table[[column.name for column in stated]].isna().any(axis=1).sum())
    note = ""
    if gaps:
        note = _(
            "–: not stated. Totals add up only what is stated ({villages} with a gap).",
            villages=ngettext("{n} village", "{n} villages", gaps),
        )
    shown = [Column("label", _("Village")), *stated]
    caption = _("Villages of the plan area")
    return Table(_totalled(table, sums), shown, caption=caption, note=note, totals=1)


def _surveyed_table(table: pd.DataFrame) -> Table:
    surveyed = int(table["surveyed"].sum())
    whole = table["households"].sum() if table["households"].notna().all() else float("nan")
    share = surveyed / whole if whole > 0 else float("nan")
    columns = [
        Column("label", _("Village")),
        Column("surveyed", _("Households surveyed (n)"), Form.INT),
        Column("households", label("village", "households"), Form.INT),
        Column("share", _("Share surveyed"), Form.PERCENT),
    ]
    total = {"surveyed": surveyed, "households": whole, "share": share}
    caption = _("Households surveyed by village")
    return Table(_totalled(table, total), columns, caption=caption, totals=1)


def _totalled(table: pd.DataFrame, sums: dict[str, float]) -> pd.DataFrame:
    total = pd.DataFrame([{"label": _("Total"), **sums}])
    return pd.concat([table, total], ignore_index=True)
