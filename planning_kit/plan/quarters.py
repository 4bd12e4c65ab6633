"""Quarters of the fiscal year: which are over, which comes next, how much time has gone by."""

from __future__ import annotations

from datetime import date

from planning_kit.thai import fiscal_quarter, fiscal_quarter_bounds, fiscal_year_be

Quarter = tuple[int, int]
"""A fiscal year (B.E.) and its quarter 1–4; quarters sort as they follow."""


def quarter_of(day: date) -> Quarter:
    """Return the quarter that ``day`` lies in."""
    return fiscal_year_be(day), fiscal_quarter(day)


def next_quarter(quarter: Quarter) -> Quarter:
    """Return the quarter that follows."""
    year, number = quarter
    return (year, number + 1) if number < 4 else (year + 1, 1)


def last_finished(today: date) -> Quarter:
    """Return the latest quarter that is over on ``today``; its last day is not over yet."""
    year, number = quarter_of(today)
    return (year, number - 1) if number > 1 else (year - 1, 4)


def finished_quarters(first_be: int, last_be: int, today: date) -> list[Quarter]:
    """Return the quarters of the fiscal years ``first_be`` to ``last_be`` that are over."""
    upto = last_finished(today)
    every = [(year, number) for year in range(first_be, last_be + 1) for number in (1, 2, 3, 4)]
    return [quarter for quarter in every if quarter <= upto]


def ends_on(quarter: Quarter) -> date:
    """Return the last day of a quarter."""
    return fiscal_quarter_bounds(*quarter)[1]


def time_gone(first_be: int, last_be: int, upto: Quarter) -> float:
    """Return the share (0–1) of the years ``first_be`` to ``last_be`` over when ``upto`` ends."""
    quarters = (last_be - first_be + 1) * 4
    gone = (upto[0] - first_be) * 4 + upto[1]
    return min(max(gone / quarters, 0.0), 1.0)


def quarter_code(quarter: Quarter) -> str:
    """Return "2/2571" for the second quarter of 2571."""
    return f"{quarter[1]}/{quarter[0]}"
