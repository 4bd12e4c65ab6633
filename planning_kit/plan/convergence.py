"""Who was asked for what, what was promised, and who has not answered: agency × project."""

from __future__ import annotations

from datetime import date

import pandas as pd

from planning_kit.records.plain_rows import Row, added, framed, plain_rows

CONVERGENCE = {
    "agency": "text",
    "project_code": "text",
    "what": "text",
    "role": "text",
    "amount": "number",
    "state": "text",
    "asked_on": "date",
    "by_date": "date",
    "answered_on": "date",
    "answer": "text",
    "days_waiting": "number",
    "is_late": "yes_no",
    "standing": "text",
}
"""One row per pledge. ``state`` not_asked, asked (= unanswered), promised, given, refused ·
``days_waiting`` since it was asked, while unanswered · ``is_late``: asked or promised, and its
day ``by_date`` is over · ``standing`` the state, or ``silent``: asked, and its day over without
an answer."""

BY_AGENCY = {
    "agency": "text",
    "projects": "number",
    "pledges": "number",
    "not_asked": "number",
    "unanswered": "number",
    "silent": "number",
    "promised": "number",
    "given": "number",
    "refused": "number",
    "late": "number",
    "baht_promised": "number",
    "baht_given": "number",
}
"""Counts of pledges by their state, ``silent`` those of the unanswered whose day is over; baht NaN where no such pledge states an amount."""


def convergence(pledges: pd.DataFrame, today: date) -> pd.DataFrame:
    """Return ``CONVERGENCE`` by agency then project, in the order first written.

    A pledge without a state is one that was asked if it has a day it was asked, else not.
    """
    rows: list[Row] = []
    for row in plain_rows(pledges, CONVERGENCE):
        state = row["state"] or ("asked" if row["asked_on"] else "not_asked")
        waits = state == "asked" and row["asked_on"] is not None
        open_ = state in ("asked", "promised")
        late = open_ and row["by_date"] is not None and row["by_date"] < today
        days = (today - row["asked_on"]).days if waits else None
        standing = "silent" if late and state == "asked" else state
        told = {"state": state, "days_waiting": days, "is_late": late, "standing": standing}
        rows.append(row | told)
    order = list(dict.fromkeys(row["agency"] for row in rows))
    rows.sort(key=lambda row: order.index(row["agency"]))
    return framed(rows, CONVERGENCE)


def by_agency(table: pd.DataFrame) -> pd.DataFrame:
    """Return ``BY_AGENCY`` from ``CONVERGENCE``, those with most unanswered first."""
    groups: dict[str, list[Row]] = {}
    for row in plain_rows(table, CONVERGENCE):
        groups.setdefault(row["agency"], []).append(row)
    found = []
    for agency, rows in groups.items():
        states = [row["state"] for row in rows]
        baht = {
            f"baht_{state}": added(row["amount"] for row in rows if row["state"] == state)
            for state in ("promised", "given")
        }
        counts = {state: states.count(state) for state in ("not_asked", "promised", "given")}
        found.append(
            {
                "agency": agency,
                "projects": len({row["project_code"] for row in rows}),
                "pledges": len(rows),
                "unanswered": states.count("asked"),
                "silent": sum(row["standing"] == "silent" for row in rows),
                "refused": states.count("refused"),
                "late": sum(row["is_late"] for row in rows),
            }
            | counts
            | baht
        )
    found.sort(key=lambda row: -row["unanswered"])
    return framed(found, BY_AGENCY)


def agency_matrix(table: pd.DataFrame) -> pd.DataFrame:
    """Return agency × project from ``CONVERGENCE``: index agencies, a column per project.

    A cell holds the state furthest from done of its pledges (refused, not_asked, asked,
    promised, given), or ``None`` where the agency has no part in the project.
    """
    rows = plain_rows(table, ("agency", "project_code", "state"))
    agencies = list(dict.fromkeys(row["agency"] for row in rows))
    projects = list(dict.fromkeys(row["project_code"] for row in rows))
    cells: dict[str, dict[str, str]] = {project: {} for project in projects}
    for row in sorted(rows, key=lambda row: -_FURTHEST.index(row["state"])):
        cells[row["project_code"]][row["agency"]] = row["state"]
    columns = {p: [cells[p].get(a) for a in agencies] for p in projects}
    index = pd.Index(agencies, name="agency", dtype="object")
    return pd.DataFrame(columns, index=index, columns=projects, dtype="object")


_FURTHEST = ("refused", "not_asked", "asked", "promised", "given")
