"""What the community has to build on."""

from __future__ import annotations

import pandas as pd

from planning_kit.profile.columns import answers
from planning_kit.records.capital import CapitalKind


def capitals(frame: pd.DataFrame) -> pd.DataFrame:
    """Number of strengths by kind of capital: ``kind, count``, in the order of the choices."""
    kinds = answers(frame, "kind")
    rows = (
        [(str(kind), int((kinds == str(kind)).sum())) for kind in CapitalKind] if len(frame) else []
    )
    return pd.DataFrame(rows, columns=["kind", "count"])


def capital_list(frame: pd.DataFrame) -> pd.DataFrame:
    """Every strength: ``name, kind, village_code, description, potential``."""
    names = ("name", "kind", "village_code", "description", "potential")
    table = pd.DataFrame({name: answers(frame, name) for name in names})
    order = [str(kind) for kind in CapitalKind]
    rank = table["kind"].map(lambda kind: order.index(kind) if kind in order else len(order))
    return table.loc[rank.sort_values(kind="stable").index].reset_index(drop=True)
