"""Sets of data and their holders: what was asked for, received, refused, or still waits."""

from __future__ import annotations

from datetime import date

import pandas as pd

from planning_kit.records.plain_rows import Row, framed, plain_rows

HOLDINGS = {
    "dataset": "text",
    "holder": "text",
    "definition": "text",
    "frequency": "text",
    "refreshed_on": "date",
    "asked_on": "date",
    "received_on": "date",
    "refused_on": "date",
    "refused_why": "text",
    "note": "text",
    "state": "text",
    "days_waiting": "number",
}
"""One row per holding. ``state`` received, refused, waiting (asked, neither yet), not_asked; of
received and refused the later day counts · ``days_waiting`` since it was asked."""

STATES = ("received", "waiting", "refused", "not_asked")
"""The states of a holding, the one furthest on first."""


def holdings(records: pd.DataFrame, today: date) -> pd.DataFrame:
    """Return ``HOLDINGS`` on ``today``, in the order in which the sets were first named."""
    rows: list[Row] = []
    for row in plain_rows(records, HOLDINGS):
        state = _state(row)
        waits = state == "waiting" and row["asked_on"] is not None
        days = (today - row["asked_on"]).days if waits else None
        rows.append(row | {"state": state, "days_waiting": days})
    order = list(dict.fromkeys(row["dataset"] for row in rows))
    rows.sort(key=lambda row: order.index(row["dataset"]))
    return framed(rows, HOLDINGS)


def _state(row: Row) -> str:
    received, refused = row["received_on"], row["refused_on"]
    if received is not None and (refused is None or refused <= received):
        return "received"
    if refused is not None or row["refused_why"] is not None:
        return "refused"
    return "waiting" if row["asked_on"] is not None else "not_asked"


def matrix_of(table: pd.DataFrame) -> pd.DataFrame:
    """Return dataset × holder from ``HOLDINGS``: the state, ``None`` where it holds none.

    Works over one workbook or many under one another; the state furthest on then counts.
    """
    rows = plain_rows(table, ("dataset", "holder", "state"))
    sets = list(dict.fromkeys(row["dataset"] for row in rows))
    holders = list(dict.fromkeys(row["holder"] for row in rows))
    cells: dict[str, dict[str, str]] = {holder: {} for holder in holders}
    for row in sorted(rows, key=lambda row: -STATES.index(row["state"])):
        cells[row["holder"]][row["dataset"]] = row["state"]
    columns = {holder: [cells[holder].get(one) for one in sets] for holder in holders}
    index = pd.Index(sets, name="dataset", dtype="object")
    return pd.DataFrame(columns, index=index, columns=holders, dtype="object")


def states_of(table: pd.DataFrame, by: str) -> dict[str, str]:
    """Return each value of the column ``by`` -> the state furthest on of its holdings."""
    found: dict[str, str] = {}
    for row in plain_rows(table, (by, "state")):
        before = found.get(row[by])
        if before is None or STATES.index(row["state"]) < STATES.index(before):
            found[row[by]] = row["state"]
    return found
