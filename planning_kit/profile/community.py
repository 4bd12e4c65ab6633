"""Groups, enterprises and funds; and the households that belong to them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from planning_kit.profile.columns import answers, numbers, ratio, total
from planning_kit.profile.sampling import Sample
from planning_kit.profile.tally import tally_several
from planning_kit.records.household_choices import Membership
from planning_kit.thai import sort_key

GROUPS = (
    "kind",
    "groups",
    "active",
    "state_n",
    "registered",
    "members",
    "members_n",
    "women",
    "women_n",
    "women_share",
    "revenue",
    "revenue_n",
    "balance",
    "balance_n",
    "lent",
    "lent_n",
)


def groups(frame: pd.DataFrame) -> pd.DataFrame:
    """Groups by kind, most first; public figures, so nothing is hidden. Columns ``GROUPS``.

    ``groups`` number · ``active`` of the ``state_n`` whose state is stated · ``members``,
    ``women`` persons (one person may be in several groups) · ``women_share`` of members,
    0–1, of groups that stated both · ``revenue, balance, lent`` baht; each with the number
    of groups that stated it. A sum nobody stated is NaN.
    """
    kinds = answers(frame, "kind").dropna()
    rows = [
        {"kind": kind} | _summed(frame[answers(frame, "kind") == kind]) for kind in kinds.unique()
    ]
    table = pd.DataFrame(rows, columns=list(GROUPS))
    return table.sort_values(["groups", "kind"], ascending=[False, True]).reset_index(drop=True)


def group_list(frame: pd.DataFrame) -> pd.DataFrame:
    """Every group: ``name, kind, village_code, state, members, women, products, revenue,
    balance, results, needs``, by kind and name."""
    table = pd.DataFrame({name: answers(frame, name) for name in LISTED})
    for name in ("members", "women", "revenue", "balance"):
        table[name] = numbers(frame, name)
    order = sorted(
        table.index, key=lambda i: (table["kind"][i] or "", sort_key(table["name"][i] or ""))
    )
    return table.loc[order].reset_index(drop=True)


def memberships(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households by membership: ``TALLY`` (several answers)."""
    return tally_several(answers(households, "memberships"), list(Membership), sample)


LISTED = (
    "name",
    "kind",
    "village_code",
    "state",
    "members",
    "women",
    "products",
    "revenue",
    "balance",
    "results",
    "needs",
)


def _summed(rows: pd.DataFrame) -> dict[str, object]:
    state = answers(rows, "state").dropna()
    registered = answers(rows, "is_registered").dropna()
    members, women = numbers(rows, "members"), numbers(rows, "women")
    both = members.notna() & women.notna()
    summed: dict[str, object] = {
        "groups": len(rows),
        "active": float((state == "active").sum()) if len(state) else np.nan,
        "state_n": len(state),
        "registered": float(registered.astype(bool).sum()) if len(registered) else np.nan,
        "women_share": ratio(women[both].sum(), members[both].sum()),
    }
    for name in ("members", "women", "revenue", "balance", "lent"):
        values = numbers(rows, name)
        summed |= {name: total(values), f"{name}_n": int(values.notna().sum())}
    return summed
