"""Rows of different sheets about one household or village that contradict each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.language import N_
from planning_kit.validate.derived import RAI, TENURES, stated_sum
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, at_place, in_row

_LAND_TIMES, _LAND_RAI = Decimal("1.5"), 2
"""Planted area is far above the land from half as much again and two rai more."""
_MONEY_TIMES, _MONEY_BAHT = 3, 20_000
"""Two amounts of money are far apart from three times and 20,000 baht."""
_INCOME_OF = {
    "annual": "income_crops",
    "perennial": "income_crops",
    "livestock": "income_livestock",
    "fish": "income_fish",
}


def between_tables(facts: Facts) -> Marks:
    """Yield flags: a household against its harvests and account, a village against its rows."""
    homes = {fact.record.household_id: fact for fact in facts.of("household")}
    harvests: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts.of("production"):
        harvests[fact.record.household_id].append(fact)
    for household_id, own in harvests.items():
        home = homes.get(household_id)
        if home is not None:
            yield from _does_not_farm(home, own)
            yield from _planted_above_land(home, own)
    yield from _sales_beside_accounts(facts, harvests)
    yield from _surveyed_beside_villages(facts)
    yield from _stricken_beside_villages(facts)


def _does_not_farm(home: Fact, harvests: Sequence[Fact]) -> Marks:
    says_no = home.record.is_farm_household is False
    row = home.row or _first_row(harvests)
    if says_no and row is not None:
        name = "is_farm_household" if row is home.row else "household_id"
        spec = row.record.field(name) if row.record is not None else None
        finding = in_row(row.raw, Level.FLAG, "validate.harvest-without-farm", _NO_FARM, spec)
        yield row, finding


_NO_FARM = N_(
    "The household says that it does not farm, but the production sheet has a harvest or animals "
    "of it; check both"
)


def _planted_above_land(home: Fact, harvests: Sequence[Fact]) -> Marks:
    land = stated_sum(home.record, TENURES)
    if land is None:
        return
    for year in sorted({fact.record.year_be for fact in harvests}):
        own = [fact for fact in harvests if fact.record.year_be == year]
        planted = max(_planted_in(own, season) for season in ("main", "second"))
        if planted <= max(land * _LAND_TIMES, land + _LAND_RAI * RAI):
            continue
        # A herd that comes in later has no part in what was planted.
        row = home.row or _first_row([fact for fact in own if fact.record.planted_area])
        if row is None or row.record is None:
            continue
        spec = row.record.field("land_owned" if row is home.row else "planted_area")
        areas = {"planted": _rai(planted), "land": _rai(land), "year": year}
        finding = in_row(
            row.raw, Level.FLAG, "validate.planted-above-land", _MORE_PLANTED, spec, **areas
        )
        yield row, finding


_MORE_PLANTED = N_(
    "In B.E. {year} {planted} rai were planted in one season, far more than the {land} rai that the "
    "household farms; check the areas, their units and rented land"
)


def _planted_in(harvests: Iterable[Fact], season: str) -> Decimal:
    """Return the area under crops and ponds in a season; what stands all year counts in each."""
    return sum(
        (
            fact.record.planted_area
            for fact in harvests
            if fact.record.season in (season, "all_year") and fact.record.planted_area is not None
        ),
        Decimal(0),
    )


def _sales_beside_accounts(facts: Facts, harvests: dict[str, list[Fact]]) -> Marks:
    for account in facts.of("household_account"):
        record = account.record
        if record.months_recorded not in (None, 12):
            continue
        own = [
            f for f in harvests.get(record.household_id, []) if f.record.year_be == record.year_be
        ]
        for income in dict.fromkeys(_INCOME_OF.values()):
            same = [fact for fact in own if _INCOME_OF.get(fact.record.product_kind) == income]
            sold, stated = _sales(same), getattr(record, income)
            row = account.row or _first_row(same)
            if sold is None or stated is None or row is None or not _far_apart(sold, stated):
                continue
            spec = (
                row.record.field(income if row is account.row else "price") if row.record else None
            )
            finding = in_row(
                row.raw,
                Level.FLAG,
                "validate.sales-beside-income",
                _SALES,
                spec,
                label=record.field(income).label,
                stated=thai.format_number(stated),
                sold=thai.format_number(sold, 0),
            )
            yield row, finding


_SALES = N_(
    "The account says {stated} baht of “{label}”, but what the production sheet says was sold "
    "comes to {sold} baht; check both"
)


def _sales(harvests: Sequence[Fact]) -> Decimal | None:
    """Return what was sold times its price; ``None`` where any of it has no price."""
    whole = Decimal(0)
    for fact in harvests:
        sold, price = fact.record.quantity_sold, fact.record.price
        if sold is None or (sold and price is None):
            return None
        whole += sold * (price or 0)
    return whole if harvests else None


def _far_apart(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((one, other))
    return high - low > _MONEY_BAHT and high > low * _MONEY_TIMES


def _surveyed_beside_villages(facts: Facts) -> Marks:
    surveyed = Counter(fact.record.village_code for fact in facts.of("household"))
    for village in facts.of("village"):
        stated, found = village.record.households, surveyed[village.record.village_code]
        if stated is None or found <= stated:
            continue
        values = {"village": village.record.village_code, "found": found, "stated": stated}
        if village.row is None:
            yield (
                None,
                at_place(Level.FLAG, "validate.surveyed-above-all", _SURVEYED, None, **values),
            )
        else:
            spec = village.record.field("households")
            raw = village.row.raw
            finding = in_row(
                raw, Level.FLAG, "validate.surveyed-above-all", _SURVEYED, spec, **values
            )
            yield village.row, finding


_SURVEYED = N_(
    "{found} households of village {village} were surveyed, but it is said to have only {stated}; "
    "check the number of households and the village codes"
)


def _stricken_beside_villages(facts: Facts) -> Marks:
    villages = {fact.record.village_code: fact.record for fact in facts.of("village")}
    for hazard, row in facts.new("hazard"):
        village: Any = villages.get(hazard.village_code)
        for name, whole in (("households", "households"), ("affected_area", "area")):
            value, all_of_it = getattr(hazard, name), getattr(village, whole, None)
            if value is not None and all_of_it is not None and value > all_of_it:
                spec = hazard.field(name)
                finding = in_row(
                    row.raw,
                    Level.FLAG,
                    "validate.stricken-above-all",
                    _STRUCK,
                    spec,
                    label=spec.label,
                )
                yield row, finding


_STRUCK = N_("“{label}” is more than the whole village has; check the figure and the village")


def _first_row(facts: Iterable[Fact]) -> Any:
    return next((fact.row for fact in facts if fact.row is not None), None)


def _rai(square_wah: Decimal) -> str:
    return thai.format_number(round(square_wah / RAI, 1))
