"""Forest, water, soil and other shared resources: public figures, nothing hidden."""

from __future__ import annotations

import numpy as np
import pandas as pd

from planning_kit.profile.columns import answers, numbers, rai, total
from planning_kit.thai import sort_key

RESOURCES = (
    "kind",
    "resources",
    "area_rai",
    "area_n",
    "good",
    "fair",
    "poor",
    "condition_n",
    "better",
    "same",
    "worse",
    "trend_n",
    "with_rules",
    "rules_n",
)


def resources(frame: pd.DataFrame) -> pd.DataFrame:
    """Resources by kind, most first. Columns ``RESOURCES``: counts of resources, area in
    rai (NaN where none stated it), and the number that stated each."""
    kinds = answers(frame, "kind").dropna()
    rows = [
        {"kind": kind} | _summed(frame[answers(frame, "kind") == kind]) for kind in kinds.unique()
    ]
    table = pd.DataFrame(rows, columns=list(RESOURCES))
    return table.sort_values(["resources", "kind"], ascending=[False, True]).reset_index(drop=True)


def resource_list(frame: pd.DataFrame) -> pd.DataFrame:
    """Every resource: ``name, kind, village_code, area_rai, months_with_water, condition,
    trend, has_rules, keeper, households_using, issue``, by kind and name."""
    table = pd.DataFrame({name: answers(frame, name) for name in LISTED if name != "area_rai"})
    table["area_rai"] = rai(frame, "area")
    for name in ("months_with_water", "households_using"):
        table[name] = numbers(frame, name)
    order = sorted(
        table.index, key=lambda i: (table["kind"][i] or "", sort_key(table["name"][i] or ""))
    )
    return table.loc[order, list(LISTED)].reset_index(drop=True)


LISTED = (
    "name",
    "kind",
    "village_code",
    "area_rai",
    "months_with_water",
    "condition",
    "trend",
    "has_rules",
    "keeper",
    "households_using",
    "issue",
)


def _summed(rows: pd.DataFrame) -> dict[str, object]:
    area, rules = rai(rows, "area"), answers(rows, "has_rules").dropna()
    summed: dict[str, object] = {
        "resources": len(rows),
        "area_rai": total(area),
        "area_n": int(area.notna().sum()),
        "with_rules": float(rules.astype(bool).sum()) if len(rules) else np.nan,
        "rules_n": len(rules),
    }
    for name, keys in (
        ("condition", ("good", "fair", "poor")),
        ("trend", ("better", "same", "worse")),
    ):
        stated = answers(rows, name).dropna()
        summed[f"{name}_n"] = len(stated)
        for key in keys:
            summed[key] = float((stated == key).sum()) if len(stated) else np.nan
    return summed
