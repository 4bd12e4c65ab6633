"""What the appraisal of an income project says, in plain words."""

from __future__ import annotations

from planning_kit.language import N_, _
from planning_kit.plan.finance import BreakEven, Returns
from planning_kit.report.chapters.wording import baht, number, percent

_NO_IRR = {
    "several": N_("The yearly return cannot be told as one number: money turns more than once."),
    "no_loss": N_("No money has to be put in first, so there is no yearly return to work out."),
    "no_gain": N_("The money put in does not come back, so there is no yearly return."),
}
_MOST_IRR = 10.0
_PAYS = N_("It pays: net present value is {npv} at {rate} a year.")
_LOSES = N_("It does not pay: net present value is {npv} at {rate} a year.")


def returns_said(found: Returns) -> list[str]:
    """Say net present value, ratio, yearly return, payback and working capital."""
    return [*_worth(found), *_yearly(found), _back(found), _capital(found)]


def _worth(found: Returns) -> list[str]:
    if found.npv is None or found.rate is None:
        return [
            _(
                "No discount rate is stated, so net present value and benefit-cost ratio are not "
                "worked out. Simply added up, {net} is left.",
                net=baht(found.net_total),
            )
        ]
    sentence = _PAYS if found.npv >= 0 else _LOSES
    said = _(sentence, npv=baht(found.npv).replace("-", "−"), rate=percent(found.rate))
    if found.bcr is None:
        return [said]
    ratio = _(
        "Each baht that goes out brings back {ratio} baht (benefit-cost ratio).",
        ratio=number(found.bcr, 2),
    )
    return [said, ratio]


def _yearly(found: Returns) -> list[str]:
    if found.irr is not None and found.irr > _MOST_IRR:
        return [_("The yearly return on the money put in (IRR) is above {most}: look at the items.",
                  most=percent(_MOST_IRR, 0))]  # fmt: skip
    if found.irr is not None:
        return [_("The yearly return on the money put in (IRR) is {irr}.", irr=percent(found.irr))]
    return [_(_NO_IRR[found.irr_why])] if found.irr_why else []


def _back(found: Returns) -> str:
    if found.payback_quarters is None:
        return _("The money put in is not paid back within these years.")
    if not found.working_capital:
        return _("There is nothing to pay back: what comes in covers the costs in every quarter.")
    return _(
        "The money put in is paid back after {quarters} quarters, in quarter {quarter} of {year}.",
        quarters=number(found.payback_quarters),
        quarter=found.payback_quarter,
        year=found.payback_year_be,
    )


def _capital(found: Returns) -> str:
    if not found.working_capital:
        return _("The project is never short of money.")
    return _(
        "The group must have {capital} ready: that is the most it is short of at any time.",
        capital=baht(found.working_capital),
    )


def break_even_said(found: BreakEven) -> list[str]:
    """Say how far yield and price may fall, or why that cannot be said."""
    if not found.is_marked:
        return [_("The break-even point needs the item that is the main yield to be marked.")]
    if found.price_factor is None:
        return [_("The main yield brings in no money, so there is no break-even point. "
                  "Check its price and quantity.")]  # fmt: skip
    return [*_yield_said(found), *_price_said(found)]


def _yield_said(found: BreakEven) -> list[str]:
    said = []
    if found.yield_factor is None:
        said.append(
            _(
                "However much is produced, it does not break even: a unit costs as much as it "
                "brings, or more."
            )
        )
    if found.break_even_quantity is not None and found.quantity is not None:
        said.append(
            _(
                "It breaks even at a yield of {needed} {unit} a quarter, {share} of the {planned} "
                "planned.",
                needed=number(found.break_even_quantity, 1),
                unit=found.unit or "",
                share=percent(found.yield_factor, 0),
                planned=number(found.quantity, 1),
            )
        )
    elif found.yield_factor is not None:
        said.append(
            _(
                "It breaks even at {share} of the yield planned.",
                share=percent(found.yield_factor, 0),
            )
        )
    return said


def _price_said(found: BreakEven) -> list[str]:
    said = []
    if found.break_even_price is not None and found.price is not None:
        said.append(
            _(
                "It breaks even at a price of {needed} per {unit}, {share} of the {planned} planned.",
                needed=baht(found.break_even_price, 2),
                unit=found.unit or _("unit"),
                share=percent(found.price_factor, 0),
                planned=baht(found.price, 2),
            )
        )
    return said
