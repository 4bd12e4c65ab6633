"""Do the ballots and the totals add up? Said before counting, place by place."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.deliberate.double_entry import settled
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.vote_totals import people_in_totals
from planning_kit.errors import KitError
from planning_kit.language import N_

RECONCILED = ("what", "village", "option", "expected", "found")
"""Columns: ``what`` (``ballots_above_eligible``, ``ballots_above_issued``,
``ballots_missing``, ``votes_above_voters``, ``totals_differ``) · ``village``, ``option`` codes,
"" where it concerns all · ``expected``, ``found`` float64 counts."""

_SAID = {
    "ballots_above_eligible": N_(
        "{found} people voted, but only {expected} were there. Look for ballots typed twice, "
        "or correct the number of people."
    ),
    "ballots_above_issued": N_(
        "{found} ballots were typed, but only {expected} were handed out. Look for numbers "
        "typed wrong."
    ),
    "ballots_missing": N_(
        "{expected} ballots were handed out, {found} were typed. The rest are blank, lost or "
        "not typed yet."
    ),
    "votes_above_voters": N_(
        "{option} in village {village}: {found} votes from {expected} voters. Count again."
    ),
    "totals_differ": N_(
        "{option} in village {village}: the ballots give {found} votes, the total written down "
        "is {expected}. Count again."
    ),
}
_STOPS = ("ballots_above_eligible", "ballots_above_issued", "votes_above_voters", "totals_differ")


def reconcile(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    eligible: float | None = None,
    issued: float | None = None,
    field: str = "approved",
    each: int = 1,
) -> pd.DataFrame:
    """Return ``RECONCILED``: everything that does not add up; empty where all does.

    Parameters
    ----------
    eligible:
        People in the room who could vote (``poll.eligible``).
    issued:
        Ballots handed out.
    field:
        ``approved`` or ``dots``: what the totals count, to compare both where both exist.
    each:
        Votes one person has for one option (dots may be more than 1).

    Where ballots and totals are both given, the entries must be settled first: raises as
    ``settled``.
    """
    rows: list[tuple[str, str, str, float, float]] = []
    have_marks = marks is not None and not marks.empty
    have_totals = totals is not None and not totals.empty
    people = 0
    if have_marks and marks is not None:
        people = int(marks["ballot_no"].nunique())
        rows += _against_issued(people, issued)
    elif have_totals and totals is not None:
        people = people_in_totals(totals)
    if _stated(eligible) and eligible is not None and people > eligible:
        rows.append(("ballots_above_eligible", "", "", float(eligible), float(people)))
    if have_totals and totals is not None:
        rows += _above_voters(totals, each)
        if have_marks and marks is not None:
            rows += _apart(marks, totals, field)
    table = pd.DataFrame(rows, columns=list(RECONCILED))
    return table.astype({"expected": "float64", "found": "float64"})


def reconcile_reasons(found: pd.DataFrame) -> list[Reason]:
    """Return the rows of ``reconcile`` as sentences."""
    return [
        reason(
            _SAID[row["what"]],
            **{name: row[name] for name in ("village", "option") if row[name]},
            expected=int(row["expected"]),
            found=int(row["found"]),
        )
        for row in found.to_dict("records")
    ]


def refuse_unreconciled(found: pd.DataFrame) -> None:
    """Raise ``KitError`` ``deliberate.not-reconciled`` while counts contradict each other.

    Ballots not typed yet are told but do not stop the count.
    """
    open_ones = found.loc[found["what"].isin(_STOPS)]
    if len(open_ones):
        raise KitError(
            "deliberate.not-reconciled",
            N_("Ballots, totals and people do not add up in {n} places. Mend them, then count."),
            n=len(open_ones),
        )


def _against_issued(
    people: int, issued: float | None
) -> Sequence[tuple[str, str, str, float, float]]:
    if not _stated(issued) or issued is None or people == issued:
        return []
    what = "ballots_above_issued" if people > issued else "ballots_missing"
    return [(what, "", "", float(issued), float(people))]


def _above_voters(totals: pd.DataFrame, each: int) -> Sequence[tuple[str, str, str, float, float]]:
    return [
        ("votes_above_voters", _text(row.get("village_code")), str(row["option_code"]),
         float(row["voters"]), float(row["votes"]))
        for row in totals.to_dict("records")
        if _stated(row.get("votes")) and _stated(row.get("voters"))
        and row["votes"] > row["voters"] * each
    ]  # fmt: skip


def _apart(
    marks: pd.DataFrame, totals: pd.DataFrame, field: str
) -> Sequence[tuple[str, str, str, float, float]]:
    once = settled(marks)
    given = once[field].map(lambda one: float(one) if _stated(one) else 0.0)
    village = once["village_code"].map(_text) if "village_code" in once else ""
    sums = (
        once.assign(given=given, village=village)
        .groupby(["village", "option_code"])["given"]
        .sum()
        .to_dict()
    )
    rows = []
    for row in totals.to_dict("records"):
        where, option = _text(row.get("village_code")), str(row["option_code"])
        found = sums.get((where, option), 0.0)
        if _stated(row.get("votes")) and row["votes"] != found:
            rows.append(("totals_differ", where, option, float(row["votes"]), float(found)))
    return rows


def _stated(value: object) -> bool:
    return value is not None and value == value


def _text(value: object) -> str:
    return str(value) if _stated(value) else ""
