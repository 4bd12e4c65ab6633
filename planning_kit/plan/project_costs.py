"""What each project costs, where a vote or a meeting must know it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.plan.chosen import money_lines
from planning_kit.records.plain_rows import plain_rows


def project_costs(
    projects: pd.DataFrame, lines: pd.DataFrame, options: Sequence[str]
) -> dict[str, float | None]:
    """Return the cost of each option in baht: as written, else the sum of its planned lines.

    ``projects`` and ``lines`` are the frames of ``project`` and ``budget_line``; ``None``
    where nothing is stated.
    """
    rows = plain_rows(projects, ("project_code", "total_cost"))
    stated = {row["project_code"]: row["total_cost"] for row in rows}
    sums: dict[str, float] = {}
    for line in money_lines(lines):
        if line["amount"] is not None:
            code = line["project_code"]
            sums[code] = sums.get(code, 0.0) + float(line["amount"])
    found = {}
    for code in options:
        cost = stated.get(code)
        found[code] = float(cost) if cost is not None else sums.get(code)
    return found
