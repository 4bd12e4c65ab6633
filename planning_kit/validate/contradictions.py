"""Answers of one row that cannot all be true, beyond the checks its record declares."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from planning_kit.language import N_
from planning_kit.records import Check, Kind, Record
from planning_kit.records.reference import Measure
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.derived import TENURES, stated_sum
from planning_kit.validate.finding import Finding, Level, in_row
from planning_kit.validate.plausible import broken

_NONE = "none"
_SLACK = Decimal("1.1")
"""Areas are remembered and rounded: a tenth more is no contradiction."""
_PERSONS = (1, 8)
"""Persons per household of a whole village; the country’s mean is about three."""
_FEW = 5
_BUDGET_PARTS = (
    "cost_seed",
    "cost_fertilizer",
    "cost_chemical",
    "cost_service",
    "cost_equipment",
    "cost_fuel",
    "cost_repair",
    "cost_packaging",
    "cost_other",
)


def contradictions(row: CheckedRow) -> Iterator[Finding]:
    """Yield a flag for each pair of answers of the row that contradict one another."""
    record = row.record
    if record is None:
        return
    yield from broken(row.raw, record, RULES.get(row.raw.record, ()))
    yield from _none_and_others(row, record)


def _none_and_others(row: CheckedRow, record: Record) -> Iterator[Finding]:
    for spec in record.fields():
        answers = getattr(record, spec.name) if spec.kind is Kind.CHOICES else None
        if answers and _NONE in answers and len(answers) > 1:
            yield in_row(
                row.raw,
                Level.FLAG,
                "validate.none-and-others",
                N_("“{label}” says both none and something; keep the one that is right"),
                spec,
                label=spec.label,
            )


def _known(*values: object) -> bool:
    return all(value is not None for value in values)


def _farms_or_not(r: Any) -> bool:
    if not _known(r.is_farm_household, r.farming_type):
        return True
    return bool(r.is_farm_household) == (r.farming_type != "not_farming")


def _head_is_among_members(r: Any) -> bool:
    if r.head_sex == "male" and r.males == 0:
        return False
    if r.head_sex == "female" and r.females == 0:
        return False
    if r.head_age == "60_up" and r.members_60_up == 0:
        return False
    return not (r.head_age in ("17_45", "46_59") and r.members_15_to_59 == 0)


def _irrigated_fits(r: Any) -> bool:
    land = stated_sum(r, TENURES)
    return land is None or r.land_irrigated is None or r.land_irrigated <= land * _SLACK


def _persons_fit(r: Any) -> bool:
    if not _known(r.males, r.females, r.households) or r.households < _FEW:
        return True
    low, high = _PERSONS
    return bool(low <= (r.males + r.females) / r.households <= high)


def _parts_fit(r: Any) -> bool:
    parts = stated_sum(r, _BUDGET_PARTS)
    return not _known(parts, r.cost_total) or parts <= r.cost_total + 1


RULES: dict[str, tuple[Check, ...]] = {
    "household": (
        Check(
            "validate.nobody-lives-there",
            ("males", "females"),
            lambda r: not _known(r.males, r.females) or r.males + r.females > 0,
            N_("The household has neither men nor women; count again, or leave blank if unknown"),
        ),
        Check(
            "validate.farms-and-does-not",
            ("is_farm_household", "farming_type"),
            _farms_or_not,
            N_("One answer says that the household farms, another that it does not; ask again"),
        ),
        Check(
            "validate.young-above-workers",
            ("young_farmers", "farm_workers"),
            lambda r: (
                not _known(r.young_farmers, r.farm_workers) or r.young_farmers <= r.farm_workers
            ),
            N_("More young members farm than members farm in all; check both figures"),
        ),
        Check(
            "validate.head-not-among-members",
            ("head_sex", "head_age"),
            _head_is_among_members,
            N_("The head’s sex or age is not among the members counted; check head and members"),
        ),
        Check(
            "validate.irrigated-above-land",
            ("land_irrigated", *TENURES),
            _irrigated_fits,
            N_("More land is irrigated than the household farms; check the areas and their units"),
        ),
        Check(
            "validate.consent-date-without-answer",
            ("consent_date", "consent_given"),
            lambda r: r.consent_date is None or r.consent_given is not None,
            N_("A date of consent is stated but not whether consent was given; fill it in"),
        ),
    ),
    "village": (
        Check(
            "validate.farm-households-above-households",
            ("farm_households", "households"),
            lambda r: (
                not _known(r.farm_households, r.households) or r.farm_households <= r.households
            ),
            N_("More farm households than households in all; check both figures"),
        ),
        Check(
            "validate.farm-area-above-area",
            ("farm_area", "area"),
            lambda r: not _known(r.farm_area, r.area) or r.farm_area <= r.area * _SLACK,
            N_("The farm area is larger than the whole village; check both areas and their units"),
        ),
        Check(
            "validate.persons-do-not-fit-households",
            ("males", "females", "households"),
            _persons_fit,
            N_("The people stated are too few or too many for the households; check the figures"),
        ),
    ),
    "production": (
        Check(
            "validate.not-sold-but-sold",
            ("sale_channel", "quantity_sold"),
            lambda r: r.sale_channel != "own_use" or not r.quantity_sold,
            N_("The buyer says that nothing is sold, yet an amount sold is stated; check both"),
        ),
        Check(
            "validate.output-without-bearing",
            ("bearing_area", "quantity"),
            lambda r: r.bearing_area != 0 or not r.quantity,
            N_("Output is stated but no area bears yet; check the bearing area"),
        ),
    ),
    "crop_budget": (
        Check(
            "validate.parts-above-total",
            ("cost_total",),
            _parts_fit,
            N_("The cost items stated add up to more than the total cost; check the items"),
        ),
    ),
    "reference_figure": (
        Check(
            "validate.figure-below-zero",
            ("value",),
            lambda r: r.value is None or r.measure == Measure.OTHER or r.value >= 0,
            N_("A count, area or amount of money cannot be below zero; check the sign"),
        ),
    ),
}
"""The rules by record name, in the shape in which records declare their own checks."""
