"""The income chapter: what comes in, what goes out, what is left, saved and owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import thai
from planning_kit.charts.bars import bars
from planning_kit.charts.values import Form
from planning_kit.language import N_, Words, _, ngettext
from planning_kit.profile import income as profile
from planning_kit.report.chapters.answer_tables import row_of, spread_table, worded
from planning_kit.report.chapters.debt import debt
from planning_kit.report.chapters.wording import (
    baht,
    evidence,
    known,
    label,
    nothing_known,
    number,
    percent,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_LABELS = {
    "income": Words("รายรับทั้งหมด", "all income"),
    "farm_income": Words("รายรับจากการเกษตรของตนเอง", "income from own farming"),
    "expense": Words("รายจ่ายทั้งหมด", "all expense"),
    "net": Words("รายรับหักรายจ่าย", "income less expense"),
    "saving": Words("เงินออมคงเหลือ", "savings held"),
}


def income(workbook: Workbook) -> Section:
    """Return the chapter on household income, expense, saving and debt."""
    frame = workbook.frame("household_account")
    title = _("Household income, expense and debt")
    if frame.empty:
        return nothing_known("income", title, _("income, expense and debt"), "household_account")
    used, sample = profile.whole_years(frame), sample_of(workbook)
    section = Section("income", title)
    section.notes = _left_out(used)
    if used.frame.empty:
        section.sentences.append(
            _("No account covers a whole year, so yearly income and expense are not known.")
        )
        return section
    money, saved = profile.income(frame, sample), profile.savings(frame, sample)
    section.sentences = [*_findings(money, used.year_be), *_saving(saved), sample.sentence()]
    section.tables.append(_money_table(money, saved))
    section.evidence.append(evidence(workbook, "household_account", len(used.frame)))
    section.parts = [_parts(frame, "income"), _parts(frame, "expense"), debt(frame, sample)]
    for part in section.parts:
        part.evidence = list(section.evidence)
    return section


def _findings(money: pd.DataFrame, year_be: int | None) -> list[str]:
    earned, spent, left = (row_of(money, name) for name in ("income", "expense", "net"))
    said = []
    if earned is not None and known(earned["median"]):
        said.append(
            _(
                "Half of the households had an income of {median} or less in {year}; "
                "the mean was {mean}.",
                median=baht(earned["median"]),
                mean=baht(earned["mean"]),
                year=thai.format_be(year_be or 0),
            )
        )
    if spent is not None and known(spent["median"]):
        said.append(
            _(
                "Half of the households spent {median} or less; the mean was {mean}.",
                median=baht(spent["median"]),
                mean=baht(spent["mean"]),
            )
        )
    if left is not None and known(left["median"]):
        said.append(_left_over(float(left["median"])))
    return said


def _left_over(median: float) -> str:
    if median < 0:
        return _(
            "At least half of the households spent more than came in: the middle household "
            "lacked {amount}.",
            amount=baht(-median),
        )
    return _(
        "After its expense the middle household had {amount} left in the year, before paying "
        "back debt.",
        amount=baht(median),
    )


def _saving(saved: pd.DataFrame) -> list[str]:
    row = row_of(saved, "saving")
    if row is None or not known(row["median"]):
        return []
    if not known(row["savers"]):
        return [
            _(
                "Half of the households hold savings of {median} or less.",
                median=baht(row["median"]),
            )
        ]
    return [
        _(
            "{savers} of {n} households have savings; half of all hold {median} or less.",
            savers=number(row["savers"]),
            n=number(row["n"]),
            median=baht(row["median"]),
        )
    ]


def _money_table(money: pd.DataFrame, saved: pd.DataFrame) -> Table:
    rows = [money] if saved["n"].sum() == 0 else [money, saved]
    shown = worded(pd.concat(rows, ignore_index=True), _LABELS, "measure")
    caption = _("Income, expense and savings per household (baht a year)")
    return spread_table(shown, _("Amount"), caption, Form.BAHT)


def _parts(frame: pd.DataFrame, side: str) -> Section:
    """Return the parts of income or of expense, the largest first, with their picture."""
    title = _("Where income comes from") if side == "income" else _("What money is spent on")
    section = Section(f"{side}-parts", title)
    parts = worded(profile.components(frame, side), lambda name: label("household_account", name))
    shown = parts[parts["share"].notna()]
    if shown.empty:
        section.sentences.append(_("The parts are not stated, or too few stated them to show."))
        return section
    section.sentences = _largest(shown, side)
    if side == "income":
        section.sentences += _farm_share(frame)
    drawn = parts[(parts["total"] > 0) | parts["hidden"]]
    caption = (
        _("Parts of income, share of the whole")
        if side == "income"
        else _("Parts of expense, share of the whole")
    )
    section.pictures.append(_picture(drawn, caption))
    columns = [
        Column("label", _("Part")),
        Column("share", _("Share of the whole"), Form.PERCENT),
        Column("mean", _("Mean of all households (baht)"), Form.BAHT),
        Column("households", _("Households with any"), Form.INT, hidden="households_hidden"),
        Column("n", _("n"), Form.INT),
    ]
    caption = (
        _("Parts of income, with the households that have them")
        if side == "income"
        else _("Parts of expense, with the households that have them")
    )
    section.tables.append(Table(parts, columns, caption=caption))
    return section


def _largest(shown: pd.DataFrame, side: str) -> list[str]:
    first = shown.iloc[0]
    sentence = (
        _("The largest part of income is {part}: {share} of the whole.", **_said(first))
        if side == "income"
        else _("The largest part of expense is {part}: {share} of the whole.", **_said(first))
    )
    return [sentence]


def _said(part: pd.Series) -> dict[str, str]:
    return {"part": str(part["label"]), "share": percent(part["share"], 0)}


def _farm_share(frame: pd.DataFrame) -> list[str]:
    share = profile.farm_share(frame)
    if share.value is None:
        return []
    return [
        _(
            "{share} of all income comes from the households’ own farming (n = {n}).",
            share=percent(share.value, 0),
            n=number(share.n),
        )
    ]


def _picture(drawn: pd.DataFrame, title: str) -> Picture:
    figure = bars(drawn, label="label", value="share", form=Form.PERCENT)
    shares = [
        f"{name} {percent(share)}"
        for name, share in zip(drawn["label"], drawn["share"], strict=True)
        if known(share)
    ]
    return Picture(figure, alt=f"{title}: {'; '.join(shares)}", caption=title)


def _left_out(used: profile.Accounts) -> list[str]:
    """Say which accounts are no whole year, of another year, or not complete."""
    counts = (
        (
            used.short,
            N_("{count} account of less than 12 months is left out."),
            N_("{count} accounts of less than 12 months are left out."),
        ),
        (
            used.other_years,
            N_("{count} account of an earlier year is left out."),
            N_("{count} accounts of earlier years are left out."),
        ),
        (
            used.months_not_stated,
            N_(
                "{count} account does not say how many months it covers; it is taken as a whole year."
            ),
            N_(
                "{count} accounts do not say how many months they cover; they are taken as whole years."
            ),
        ),
        (
            used.partly,
            N_("{count} account leaves some amounts blank; what is stated is added up."),
            N_("{count} accounts leave some amounts blank; what is stated is added up."),
        ),
    )
    return [ngettext(one, many, count, count=number(count)) for count, one, many in counts if count]
