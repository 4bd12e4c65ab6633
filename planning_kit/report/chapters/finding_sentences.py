"""What a report says of a kind of finding: the kind, never the row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from planning_kit.language import N_, translate
from planning_kit.workbook.quality import FindingKind

_OPEN_VALUES = ("label", "bound", "answers", "unit")
"""What a sentence about a finding may say in a report; the rest would show a row."""
_OF_THE_FILE = ("file", "sheet", "columns", "units")
"""What a reader’s remark on a whole file may say besides."""

_OF_A_KIND = {
    "validate.far-yield": N_("Yield per rai far from that of others with the same crop"),
    "validate.far-price": N_("Price far from that of others with the same product"),
    "validate.far-cost": N_("Cost per rai far from that of others with the same crop"),
    "validate.far-land": N_("Land farmed far from that of other households"),
    "validate.far-income": N_("Income of the year far from that of other households"),
    "validate.far-expense": N_("Expense of the year far from that of other households"),
    "validate.far-debt": N_("Debt far from that of other households that owe"),
    "validate.far-area": N_("Stricken area far from that of other records of the crop"),
    "validate.far-damage": N_("Damage per rai far from that of other records of the crop"),
    "validate.planted-above-land": N_("Far more planted in a season than the household farms"),
    "validate.sales-beside-income": N_("Sales in the account far from those of the harvests"),
    "validate.surveyed-above-all": N_("More households surveyed than the village is said to have"),
    "validate.near-duplicate": N_("Households nearly the same under two codes"),
    "validate.alike-name": N_("Names spelled nearly alike; perhaps one and the same"),
    "validate.date-outside-survey": N_(
        "A date or year that does not fit when the source was gathered"
    ),
    "validate.sources-disagree": N_("Two sources say different things of one fact"),
    "validate.villages-beside-figure": N_(
        "The list of villages does not add up to a published figure"
    ),
    "validate.consent-never-asked": N_("Households that do not say whether their data may be used"),
    "validate.exact-copy": N_("A row that says exactly what another says; perhaps entered twice"),
    "validate.same-row-twice": N_("The same row twice; counted once"),
    "validate.two-versions": N_("Two rows about one thing that say different things"),
    "validate.village-not-listed": N_("A village that is not in the list of villages"),
    "validate.outside-area": N_("A village outside the plan area"),
    "validate.unknown-source": N_("A source that is not in the list of sources"),
    "validate.unknown-household": N_("A household that is not in the list of households"),
    "validate.refused-source": N_("A source whose own row was refused"),
    "validate.refused-household": N_("A household whose own row was refused"),
    "validate.point-placeholder": N_("Coordinates that are a placeholder, not a place"),
    "validate.point-in-degrees": N_("Coordinates in degrees where metres are wanted"),
    "validate.point-off-the-map": N_("Coordinates outside Thailand"),
    "validate.point-same-twice": N_("Easting and northing are the same number"),
    "validate.point-far-away": N_("Coordinates far from the other points of the tambon"),
    "validate.below-usual": N_("“{label}” below the usual least of {bound}"),
    "validate.above-usual": N_("“{label}” above the usual most of {bound}"),
}
"""Sentences for kinds whose own sentence is full of what the row holds."""


def general(kind: FindingKind) -> str:
    """Return what was found, without anything that a row held.

    A kind without a sentence here is told in its own words, “…” in place of each value.
    """
    names = _OPEN_VALUES + (_OF_THE_FILE if kind.code.startswith("collect.") else ())
    open_values = {name: value for name, value in kind.values.items() if name in names}
    return filled(_OF_A_KIND.get(kind.code, kind.message_id), open_values)


def filled(message_id: str, values: Mapping[str, object]) -> str:
    """Return a sentence with the values given, “…” for the rest."""
    told: dict[str, object] = defaultdict(lambda: "…")
    return translate(message_id).format_map(told | dict(values))
