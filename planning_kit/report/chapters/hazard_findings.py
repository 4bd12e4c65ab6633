"""What the hazard records say, and what they leave open: the sentences of the hazard chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from planning_kit import thai
from planning_kit.language import N_, _, ngettext
from planning_kit.report.chapters.wording import joined, number, rai

SEVERAL = 3
"""More than this many in first place, and none of them is named."""


def opening(by_year: pd.DataFrame, villages: int) -> list[str]:
    """Say how many records there are, from how many villages, over which years."""
    told = by_year[by_year["recorded"]]
    first, last = int(told["key"].min()), int(told["key"].max())
    count = {
        "events": number(told["events"].sum()),
        "villages": number(villages),
        "first": thai.format_be(first),
        "last": thai.format_be(last),
    }
    if first == last:
        said = _("Hazard records: {events}. Villages with any: {villages}. Year: {first}.", **count)
    else:
        said = _(
            "Hazard records: {events}. Villages with any: {villages}. Years: {first} to {last}.",
            **count,
        )
    return [
        said,
        _(
            "One record is one plot, or one crop of one village, in one event: "
            "the number of records is not the number of events."
        ),
    ]


def area(stricken_rai: float, stated: int, events: int) -> list[str]:
    """Say what area was stricken, where five records or more state it."""
    if not stated:
        return [_("The records do not state the stricken area.")]
    if pd.isna(stricken_rai):
        return []
    return [
        _(
            "The stricken areas stated add up to {area}, in {n} of {events} records.",
            area=rai(stricken_rai),
            n=number(stated),
            events=number(events),
        )
    ]


TOP_YEAR = N_("The year with the most records is {key}: {n} of {events}.")
TOP_VILLAGE = N_("The village with the most records is {key}: {n} of {events}.")
TOP_CROP = N_("The crop with the most records is {key}: {n} of {events}.")


def most(table: pd.DataFrame, sentence: str, name: Callable[[object], str]) -> list[str]:
    """Name the row with the most records; nobody where several share the first place."""
    told = table[table["key"].notna() & (table["events"] > 0)]
    if len(told) < 2:
        return []
    best = told[told["events"] == told["events"].max()]
    if len(best) > 1:
        return []
    return [
        _(
            sentence,
            key=name(best["key"].iloc[0]),
            n=number(best["events"].iloc[0]),
            events=number(table["events"].sum()),
        )
    ]


def kind_unknown(by_kind: pd.DataFrame) -> list[str]:
    """Say how many records do not tell what struck."""
    events = int(by_kind["events"].sum())
    silent = int(by_kind.loc[by_kind["key"].isna(), "events"].sum())
    if silent == 0:
        return []
    if silent == events:
        return [
            _(
                "What is not known: none of the records states the kind of hazard, so floods, "
                "drought, pests and others cannot be told apart."
            )
        ]
    return [
        ngettext(
            "{told} of {events} records does not state the kind of hazard; it is counted "
            "apart, not as “other”.",
            "{told} of {events} records do not state the kind of hazard; they are counted "
            "apart, not as “other”.",
            silent,
            told=number(silent),
            events=number(events),
        )
    ]


def years_without(by_year: pd.DataFrame) -> list[str]:
    """Name the years without a record, and say that this is no zero."""
    silent = by_year.loc[~by_year["recorded"], "key"]
    if silent.empty:
        return []
    years = joined(thai.format_be(int(year)) for year in silent)
    return [
        _("There is no record of {years}. That does not mean that nothing struck.", years=years)
    ]


def villages_without(silent: Iterable[str]) -> list[str]:
    """Name the villages without a record, and say that this is no zero."""
    names = list(silent)
    if not names:
        return []
    return [
        _(
            "There is no record from {villages}. That does not mean that nothing struck there.",
            villages=joined(names),
        )
    ]


def copies(count: int) -> list[str]:
    """Say how many rows repeat another and are left out of every figure."""
    if count == 0:
        return []
    return [
        ngettext(
            "{count} row repeats another in every detail. It is counted apart and is in no "
            "figure; if it is a different plot, tell the two apart in the data.",
            "{count} rows repeat another in every detail. They are counted apart and are in no "
            "figure; if they are different plots, tell them apart in the data.",
            count,
            count=number(count),
        )
    ]


def not_stated(by_year: pd.DataFrame) -> list[str]:
    """Say what no record states: households hit, value of the damage."""
    households, damage = by_year["households_n"].sum() > 0, by_year["damage_n"].sum() > 0
    if households and damage:
        return []
    if households:
        return [_("The records do not state what the damage was worth.")]
    if damage:
        return [_("The records do not state how many households were hit.")]
    return [
        _("The records state neither how many households were hit nor what the damage was worth.")
    ]
