"""The order that a vote gives: in a sentence, in a table with a reason for every place."""

from __future__ import annotations

from typing import Any

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.deliberate import CRITERIA, weights_of
from planning_kit.deliberate.poll_counting import Counted
from planning_kit.deliberate.weights import CRITERION_WORDS
from planning_kit.language import N_, _
from planning_kit.records.poll_choices import PollMethod
from planning_kit.report.chapters.agreement import agreement_said
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.reasons import sentences
from planning_kit.report.chapters.wording import joined, number
from planning_kit.report.table import Column, Table

TOP = 5
_POLICIES = {
    "shared": N_("Where results are equal, the options share a place."),
    "by_criterion": N_("Where results are equal, size decides, then severity, ease and concern."),
    "by_code": N_("Where results are equal, the order of the codes decides; it says nothing of "
                  "worth."),
}  # fmt: skip


def level_said(found: Counted) -> list[str]:
    """Say that a vote sets no order, where it sets none."""
    if len(found.leading.order) == 1:
        return [_("There was only one option, so there is nothing to put in order.")]
    if found.is_level:
        return [_("Every option got the same result: this vote sets no order. Talk it over.")]
    return []


def order_said(found: Counted, names: OptionNames) -> list[str]:
    """Say the first places, how far people agree, and whether counting otherwise changes them."""
    order = found.leading
    if len(order.order) < 2 or found.is_level:
        return []
    first, rest = order.top(1), [one for one in order.top(TOP) if one not in order.top(1)]
    said = [_("First comes {options}.", options=names.listed(first))]
    if rest:
        said.append(_("Then follow {options}.", options=names.listed(rest)))
    blank = tuple(order.order.loc[order.order["place"].isna(), "option"])
    if blank:
        said.append(
            _("Without a place, because nobody judged it: {options}.", options=names.listed(blank))
        )
    return [*said, *weights_said(found), *_otherwise(found, names), *agreement_said(found, names)]


def weights_said(found: Counted) -> list[str]:
    """Say the weights of the four criteria, where the vote has any."""
    if found.votes.method != PollMethod.CRITERIA:
        return []
    stated = weights_of(found.votes.row)
    if stated is None:
        return [_("The four criteria count alike.")]
    told = joined(f"{CRITERION_WORDS[name]} {number(stated[name])}" for name in CRITERIA)
    return [_("Weights of the criteria, 100 together: {weights}.", weights=told)]


def _otherwise(found: Counted, names: OptionNames) -> list[str]:
    other = found.other
    if other is None:
        return []
    before, after = found.leading.top(TOP), other.top(TOP)
    entered = [one for one in after if one not in before]
    left = [one for one in before if one not in after]
    top = min(TOP, len(found.leading.order))
    if not entered and not left:
        if len(before) == len(found.leading.order):
            return []
        return [_("Counted in another way, the same options are the first {top}.", top=top)]
    return [
        _(
            "Counted in another way, {entered} would be among the first {top}, and {left} not.",
            entered=names.listed(entered) or _("no other"),
            left=names.listed(left) or _("none of these"),
            top=top,
        )
    ]


def tie_said(found: Counted) -> list[str]:
    """Say how equal results were settled, where there were any."""
    if not found.leading.ties or found.is_level:
        return []
    message = _POLICIES.get(found.leading.policy)
    return [_(message)] if message else []


def _together(found: Counted, option: str) -> list[str]:
    """Say what the four scores give together, as the order went by it."""
    values = found.leading.order.set_index("option")["value"]
    if found.votes.method != PollMethod.CRITERIA or values[option] != values[option]:
        return []
    is_product = found.leading.method == "criteria_product"
    places = places_apart(values.dropna(), 1 if is_product else 2)
    return [
        _(
            "Together {value} of at most {most}.",
            value=number(values[option], places),
            most=256 if is_product else 4,
        )
    ]


def places_apart(values: pd.Series, least: int) -> int:
    """Return how many decimals it takes until different results look different, six at most."""
    different = values.round(9).nunique()
    return next((at for at in range(least, 6) if values.round(at).nunique() == different), 6)


def votes_table(found: Counted, names: OptionNames) -> Table:
    """Return what each option got, without places: where the meeting is still to be asked."""
    rows = found.leading.order.assign(
        option=[names.coded(one) for one in found.leading.order["option"]]
    )
    is_whole = found.votes.method not in (PollMethod.CRITERIA, PollMethod.PAIRWISE)
    value = Column("value", _("Result"), Form.NUMBER, 0 if is_whole else 2)
    return Table(rows, [Column("option", _("Option")), value], caption=_("The votes so far"))


def order_table(found: Counted, names: OptionNames) -> Table:
    """Return place, option and reason, and the place when counted in the other way."""
    order, other = found.leading, found.other
    rows: list[dict[str, Any]] = [
        {
            "place": place,
            "option": names.coded(option),
            "why": " ".join([*sentences(order.reasons(option), names), *_together(found, option)]),
            "other": other.place_of(option) if other else None,
        }
        for option, place in zip(order.order["option"], order.order["place"], strict=True)
    ]
    columns = [
        Column("place", _("Place"), Form.INT),
        Column("option", _("Option")),
        Column("why", _("Why this place")),
    ]
    if other is not None and len(rows) > 1:
        columns.append(Column("other", _("Place if counted in another way"), Form.INT))
    frame = pd.DataFrame(rows, columns=["place", "option", "why", "other"])
    return Table(frame, columns, caption=_("The order by votes, and why"), row_heading=False)
