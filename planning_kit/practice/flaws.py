"""The few rows that are wrong on purpose, so that learners see what the checks say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Flaw:
    """One planted flaw: in which record, how many rows, and which check must find it."""

    record: str
    check: str
    rows: int
    why: str


DELIBERATE_FLAWS = (
    Flaw("household", "household.ages-disagree", 1, "one member left out of the age groups"),
    Flaw("production", "production.sold-without-price", 2, "the price was not asked"),
    Flaw("production", "production.sack-without-weight", 1, "sacks, but of what weight?"),
    Flaw("household_account", "account.short-year", 3, "the book was begun late"),
    Flaw("hazard", "hazard.affected-above-planted", 1, "two figures changed places"),
)
"""Every flag the practice tambon raises; all else in it passes every check."""


def with_flaws(rows: Rows) -> Rows:
    """Return ``rows`` with the flaws planted, each in the first row it fits."""
    copied = {name: [dict(row) for row in record] for name, record in rows.items()}
    _plant(copied["household"], 1, lambda r: r["members_15_to_59"] >= 2, _leave_one_out)
    _plant(
        copied["production"],
        2,
        lambda r: r["product"] == "แตงกวา" and bool(r["price"]),
        lambda r: r.update(price=None),
    )
    _plant(
        copied["production"],
        1,
        lambda r: r["quantity_unit"] == "kasop",
        lambda r: r.update(unit_weight_kg=None),
    )
    short = iter((9, 6, 10))
    _plant(
        copied["household_account"],
        3,
        lambda r: r["household_id"].startswith("02-"),
        lambda r: r.update(months_recorded=next(short)),
    )
    _plant(copied["hazard"], 1, lambda r: r["kind"] == "pest", _swap_areas)
    return copied


def _plant(
    rows: list[dict[str, Any]],
    count: int,
    fits: Callable[[dict[str, Any]], bool],
    change: Callable[[dict[str, Any]], None],
) -> None:
    fitting = [row for row in rows if fits(row)]
    for row in fitting[:count]:
        change(row)


def _leave_one_out(row: dict[str, Any]) -> None:
    row["members_15_to_59"] -= 1


def _swap_areas(row: dict[str, Any]) -> None:
    row["planted_area"], row["affected_area"] = row["affected_area"], row["planted_area"]
