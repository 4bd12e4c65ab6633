"""The chapter that sets the villages side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.bars import bars
from planning_kit.charts.values import Form, written
from planning_kit.language import _
from planning_kit.profile.income import whole_years
from planning_kit.profile.villages import MEASURES, compare_villages, side_by_side
from planning_kit.report.chapters.village_extremes import NAMED, extremes
from planning_kit.report.chapters.village_names import village_name, village_names
from planning_kit.report.chapters.wording import (
    evidence,
    joined,
    known,
    nothing_known,
    number,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_FORMS: dict[str, tuple[str, int]] = {
    "members": (Form.NUMBER, 1),
    "operated_rai": (Form.RAI, 1),
    "water_short_months": (Form.NUMBER, 1),
    "farm_share": (Form.PERCENT, 0),
    "registered_share": (Form.PERCENT, 0),
    "income": (Form.BAHT, 0),
    "expense": (Form.BAHT, 0),
    "debt_formal": (Form.BAHT, 0),
}
_PEOPLE = ("members", "operated_rai", "water_short_months")
_FARMING = ("farm_share", "registered_share")
_MONEY = ("income", "expense", "debt_formal")


def villages(workbook: Workbook) -> Section:
    """Return the chapter village by village: the same few measures side by side."""
    households, accounts = workbook.frame("household"), workbook.frame("household_account")
    title = _("Village by village")
    compared = compare_villages(workbook.villages(), households, accounts)
    if not (compared["n"].fillna(0) > 0).any() and not compared["hidden"].any():
        return nothing_known("villages", title, _("the households of each village"), "household")
    names = village_names(workbook.villages(), compared["village_code"])
    section = Section("villages", title)
    section.sentences = [
        *_findings(compared, households, accounts, names),
        *_chance(compared),
        sample_of(workbook).sentence(),
    ]
    table = _side_by_side(compared, names)
    section.pictures += _picture(table)
    for measures, caption in (
        (_MONEY, _("Income, expense and debt by village")),
        (_PEOPLE, _("People, land and water by village")),
        (_FARMING, _("Farm households and registration by village")),
    ):
        section.tables += _table(table, measures, caption)
    whole = len(whole_years(accounts).frame)
    section.evidence = [
        evidence(workbook, "household", len(households)),
        *([evidence(workbook, "household_account", whole)] if whole else []),
    ]
    return section


def _findings(
    compared: pd.DataFrame,
    households: pd.DataFrame,
    accounts: pd.DataFrame,
    names: Mapping[str, str],
) -> list[str]:
    said, unclear = [], []
    for measure in NAMED:
        found = extremes(compared, measure, households, accounts)
        if found is None:
            continue
        if not found.clear:
            unclear.append(str(MEASURES[measure]))
            continue
        form, places = _FORMS[measure]
        said.append(
            _(
                "{measure}: highest in {highest}, {high} (n = {high_n}); lowest in {lowest}, "
                "{low} (n = {low_n}).",
                measure=_capital(str(MEASURES[measure])),
                highest=village_name(found.highest["village_code"], names),
                high=written(found.highest["value"], form, places),
                high_n=number(found.highest["n"]),
                lowest=village_name(found.lowest["village_code"], names),
                low=written(found.lowest["value"], form, places),
                low_n=number(found.lowest["n"]),
            )
        )
    if unclear:
        said.append(
            _("No clear difference between the villages: {measures}.", measures=joined(unclear))
        )
    return said


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _chance(compared: pd.DataFrame) -> list[str]:
    told = compared[(compared["village_code"] != "") & (compared["n"] > 0)]["n"]
    if told.empty:
        return []
    if told.min() == told.max():
        return [
            _(
                "Only {most} households answered in each village shown, so small differences "
                "between villages may be chance.",
                most=number(told.max()),
            )
        ]
    return [
        _(
            "Only {least} to {most} households answered in each village shown, so small differences "
            "between villages may be chance.",
            least=number(told.min()),
            most=number(told.max()),
        )
    ]


def _side_by_side(compared: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return one row a village and the whole last, with ``<measure>_n`` beside each measure."""
    table = side_by_side(compared)
    for measure in MEASURES:
        part = compared[compared["measure"] == measure].set_index("village_code")["n"]
        table[f"{measure}_n"] = part.reindex(table["village_code"]).to_numpy(dtype="float64")
    table["label"] = [
        village_name(code, names) if code else _("All villages") for code in table["village_code"]
    ]
    return table


def _table(table: pd.DataFrame, measures: Sequence[str], caption: str) -> list[Table]:
    wanted = [m for m in measures if (table[f"{m}_n"] > 0).any() or table[f"{m}_hidden"].any()]
    if not wanted:
        return []
    columns = [Column("label", _("Village"))]
    for measure in wanted:
        form, places = _FORMS[measure]
        heading, hidden = _capital(str(MEASURES[measure])), f"{measure}_hidden"
        columns.append(Column(measure, heading, form, places, hidden))
        columns.append(Column(f"{measure}_n", _("n"), Form.INT, None, hidden))
    return [Table(table, columns, caption=caption, totals=1)]


def _picture(table: pd.DataFrame) -> list[Picture]:
    if table["income"].notna().sum() < 2:
        return []
    caption = _("Household income by village (median, baht a year)")
    everyone = str(table["label"].iloc[-1])
    figure = bars(
        table,
        label="label",
        value="income",
        form=Form.BAHT,
        hidden="income_hidden",
        highlight=(everyone,),
    )
    told = [
        f"{label} {number(value)}"
        for label, value in zip(table["label"], table["income"], strict=True)
        if known(value)
    ]
    return [Picture(figure, alt=f"{caption}: {'; '.join(told)}", caption=caption)]
