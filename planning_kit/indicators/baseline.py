"""A baseline is taken once and then stands still: progress is measured from where work began.

The rule: each indicator has one baseline in use, the frozen one, else the earliest. A frozen
baseline is never changed or deleted. Better data later are written as a baseline of their own
year, which is shown beside it, or begin a new version of the plan.
"""

from __future__ import annotations

import pandas as pd

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.records.plain_rows import Row, framed, plain_rows

VALUE = (
    "indicator_code",
    "kind",
    "fiscal_year_be",
    "value",
    "n",
    "as_of",
    "source_code",
    "note",
    "is_frozen",
)

BASELINES = {
    "indicator_code": "text",
    "fiscal_year_be": "number",
    "value": "number",
    "n": "number",
    "as_of": "date",
    "source_code": "text",
    "is_frozen": "yes_no",
    "others": "number",
}
"""The baseline in use of each indicator; ``others`` counts further baselines, not used."""


def baselines(values: pd.DataFrame) -> pd.DataFrame:
    """Return ``BASELINES`` from indicator values: the frozen one, else the earliest year."""
    found: dict[str, list[Row]] = {}
    for row in plain_rows(values, VALUE):
        if row["kind"] == "baseline" and row["value"] is not None:
            found.setdefault(row["indicator_code"], []).append(row)
    rows = []
    for own in found.values():
        own.sort(key=lambda row: (row["is_frozen"] is not True, row["fiscal_year_be"] or 0))
        rows.append(own[0] | {"others": len(own) - 1})
    return framed(rows, BASELINES)


def frozen(values: pd.DataFrame) -> pd.DataFrame:
    """Return ``values`` with every stated baseline in use frozen; other rows untouched.

    An indicator that has a frozen baseline keeps that one and no other.
    """
    chosen = {
        (row["indicator_code"], row["fiscal_year_be"])
        for row in plain_rows(baselines(values), BASELINES)
    }
    marks = [
        True
        if row["kind"] == "baseline" and (row["indicator_code"], row["fiscal_year_be"]) in chosen
        else row["is_frozen"]
        for row in plain_rows(values, VALUE)
    ]
    return values.assign(is_frozen=pd.Series(marks, index=values.index, dtype="object"))


def check_frozen(before: pd.DataFrame, after: pd.DataFrame) -> None:
    """Refuse a change of what is frozen: value, n, day, source, or the freezing itself.

    Raises ``KitErrors`` of ``indicators.baseline-frozen``, one for each baseline touched.
    """
    later = {_key(row): row for row in plain_rows(after, VALUE)}
    errors: list[KitError] = []
    for row in plain_rows(before, VALUE):
        if row["is_frozen"] is not True or row["kind"] != "baseline":
            continue
        now = later.get(_key(row))
        if now is None or any(now[name] != row[name] for name in _KEPT):
            errors.append(
                KitError(
                    "indicators.baseline-frozen",
                    N_(
                        "The baseline of {indicator} ({year}) is frozen and stays as it is. "
                        "Write newer data as a baseline of their own year."
                    ),
                    indicator=row["indicator_code"],
                    year="" if row["fiscal_year_be"] is None else int(row["fiscal_year_be"]),
                )
            )
    if errors:
        raise KitErrors(errors)


_KEPT = ("value", "n", "as_of", "source_code", "is_frozen")


def _key(row: Row) -> tuple[object, ...]:
    return row["indicator_code"], row["kind"], row["fiscal_year_be"]
