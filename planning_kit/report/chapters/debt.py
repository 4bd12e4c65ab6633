"""What households owe: formal debt in baht, informal debt only as a number of households."""

from __future__ import annotations

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile import debt as profile
from planning_kit.profile.sampling import Sample
from planning_kit.report.chapters.answer_tables import row_of, spread_table, worded
from planning_kit.report.chapters.wording import baht, known, label, number, percent
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

_LABELS = {
    "all": Words("ทุกครัวเรือน", "all households"),
    "debtors": Words("เฉพาะครัวเรือนที่เป็นหนี้", "those who owe"),
}


def debt(accounts: pd.DataFrame, sample: Sample) -> Section:
    """Return the part of the income chapter on debt; ``accounts`` as the workbook frames them."""
    section = Section("debt", _("Debt"))
    owing, formal = profile.debtors(accounts, sample), profile.formal_debt(accounts, sample)
    if owing.empty:
        section.sentences = [
            _("The accounts do not state what the households owe."),
            *_service(accounts),
        ]
        return section
    section.sentences = [
        *_formal(owing, formal),
        *_informal(owing),
        *_service(accounts),
        *_beside_income(accounts),
    ]
    if (formal["n"] > 0).any():
        shown = worded(formal, _LABELS, "measure")
        caption = _("Formal debt per household (baht)")
        section.tables.append(spread_table(shown, _("Formal debt"), caption, Form.BAHT))
    section.tables.append(_owing_table(owing))
    section.notes.append(
        _(
            "Informal debt is told only as a number of households, never as an amount, so that "
            "nobody can be recognised."
        )
    )
    return section


def _formal(owing: pd.DataFrame, formal: pd.DataFrame) -> list[str]:
    row = row_of(owing, "debt_formal", "question")
    if row is None:
        return []
    if row["hidden"]:
        return [_("How many households have formal debt is hidden, so that none is recognised.")]
    said = [
        _(
            "{households} of {n} households owe formal debt ({share}).",
            households=number(row["households"]),
            n=number(row["n"]),
            share=percent(row["share"], 0),
        )
    ]
    owed = row_of(formal, "debtors")
    if owed is not None and known(owed["median"]):
        said.append(
            _(
                "Half of those who owe formal debt owe {median} or less; the mean is {mean}.",
                median=baht(owed["median"]),
                mean=baht(owed["mean"]),
            )
        )
    return said


def _informal(owing: pd.DataFrame) -> list[str]:
    row = row_of(owing, "debt_informal", "question")
    if row is None:
        return [_("Informal debt is not stated in the accounts.")]
    if row["hidden"]:
        return [_("How many households have informal debt is hidden, so that none is recognised.")]
    return [
        _(
            "{households} of {n} households have informal debt.",
            households=number(row["households"]),
            n=number(row["n"]),
        )
    ]


def _service(accounts: pd.DataFrame) -> list[str]:
    service = profile.debt_service(accounts)
    if service.hidden:
        return [_("The share of income that goes to debt payments is hidden: too few stated it.")]
    if service.overall is None or service.median is None:
        return []
    return [
        _(
            "Debt payments take {overall} of the income of all together, and {median} or less in "
            "half of the households (n = {n}).",
            overall=percent(service.overall, 0),
            median=percent(service.median, 0),
            n=number(service.n),
        )
    ]


def _beside_income(accounts: pd.DataFrame) -> list[str]:
    owed = profile.debt_to_income(accounts)
    if owed.value is None:
        return []
    return [
        _(
            "All formal debt together equals {share} of one year’s income (n = {n}).",
            share=percent(owed.value, 0),
            n=number(owed.n),
        )
    ]


def _owing_table(owing: pd.DataFrame) -> Table:
    labels = [label("household_account", str(name)) for name in owing["question"]]
    columns = [
        Column("label", _("Debt")),
        Column("households", _("Households that owe"), Form.INT),
        Column("n", _("Households that answered (n)"), Form.INT),
    ]
    return Table(owing.assign(label=labels), columns, caption=_("Households in debt"))
