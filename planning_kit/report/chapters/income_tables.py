"""The tables of an income project: cash flow by year, changes, and what it assumes."""

from __future__ import annotations

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.action_plan import QUARTERS
from planning_kit.report.chapters.wording import answer, percent
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_months

FACTORS = {
    "price": Words("ราคา", "price"),
    "yield": Words("ผลผลิต", "yield"),
    "cost": Words("ต้นทุน", "cost"),
}
_MONEY = ("investment", "running_cost", "revenue", "residual", "net")
_ITEM = ("item_no", "name", "kind", "start_be", "start_quarter", "periods", "quantity", "unit",
         "price", "amount", "is_yield")  # fmt: skip


def flow_table(flow: pd.DataFrame) -> Table:
    """Return the cash flow added up by fiscal year; the last column runs on."""
    yearly = flow.groupby("fiscal_year_be", as_index=False)[list(_MONEY)].sum()
    yearly["running"] = yearly["net"].cumsum()
    columns = [
        Column("fiscal_year_be", _("Fiscal year"), Form.YEAR_BE),
        *(Column(kind, answer("cash_item", "kind", kind), Form.BAHT) for kind in _MONEY[:4]),
        Column("net", _("Left over"), Form.BAHT),
        Column("running", _("Added up since the start"), Form.BAHT),
    ]
    return Table(yearly, columns, caption=_("Cash flow by fiscal year (baht)"))


def quarter_table(flow: pd.DataFrame) -> Table:
    """Return what is left over in each quarter, a row a fiscal year; "–" outside the project."""
    wide = flow.pivot(index="fiscal_year_be", columns="quarter", values="net")
    wide = wide.reindex(columns=[1, 2, 3, 4])
    wide.columns = pd.Index([f"q{quarter}" for quarter in wide.columns])
    frame = wide.assign(year=wide.sum(axis=1)).reset_index()
    columns = [
        Column("fiscal_year_be", _("Fiscal year"), Form.YEAR_BE),
        *(Column(f"q{at}", _quarter(at, months), Form.BAHT) for at, months in QUARTERS.items()),
        Column("year", _("The whole year"), Form.BAHT),
    ]
    return Table(frame, columns, caption=_("Left over in each quarter (baht)"))


def _quarter(number: int, months: tuple[int, ...]) -> str:
    return _("Quarter {number} ({months})", number=number, months=format_months(months))


def changes_table(changes: pd.DataFrame) -> Table:
    """Return one row a factor and change: what is left, the ratio, whether it pays."""
    planned = changes["change"] == 0
    shown = pd.concat([changes[planned].head(1), changes[~planned]], ignore_index=True)
    told = shown.assign(
        what=[
            f"{FACTORS[str(factor)]} {_signed(change)}" if change else _("as planned")
            for factor, change in zip(shown["factor"], shown["change"], strict=True)
        ],
        verdict=[_("pays") if pays else _("does not pay") for pays in shown["pays"]],
    )
    columns = [
        Column("what", _("If it turns out otherwise")),
        Column("npv", _("Net present value (baht)"), Form.BAHT),
        Column("bcr", _("Benefit-cost ratio"), Form.NUMBER, 2),
        Column("working_capital", _("Money needed (baht)"), Form.BAHT),
        Column("verdict", _("Does it pay?")),
    ]
    return Table(told, columns, caption=_("One thing changed at a time"))


def _signed(change: float) -> str:
    return ("+" if change > 0 else "") + percent(change, 0)


def assumption_table(items: pd.DataFrame) -> Table:
    """Return what was put in: every cost and revenue as it was written."""
    kinds = dict.fromkeys(("item", "kind", "when", "unit"), "text")
    kinds |= dict.fromkeys(("quantity", "price", "amount", "periods"), "number")
    rows = []
    for row in plain_rows(items, _ITEM):
        amount = row["amount"]
        if amount is None and None not in (row["quantity"], row["price"]):
            amount = row["quantity"] * row["price"]
        quarter = int(row["start_quarter"] or 1)
        when = _("{year}, quarter {quarter}", year=int(row["start_be"]), quarter=quarter)
        name = f"{row['name']} *" if row["is_yield"] else row["name"]
        kept = {name: row[name] for name in ("quantity", "unit", "price")}
        told = {"item": name, "kind": answer("cash_item", "kind", row["kind"]), "when": when}
        rows.append(kept | told | {"amount": amount, "periods": row["periods"] or 1})
    columns = [
        Column("item", _("Item")),
        Column("kind", _("Kind")),
        Column("quantity", _("Quantity a quarter"), Form.NUMBER),
        Column("unit", _("Unit")),
        Column("price", _("Price a unit (baht)"), Form.NUMBER, 2),
        Column("amount", _("Baht a quarter"), Form.BAHT),
        Column("when", _("From")),
        Column("periods", _("Quarters"), Form.INT),
    ]
    note = _("* the main yield, used for the break-even point")
    return Table(framed(rows, kinds), columns, caption=_("What the calculation assumes"), note=note)
