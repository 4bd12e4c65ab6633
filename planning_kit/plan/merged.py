"""Which problem a code stands for after the people merged some."""

from __future__ import annotations

import pandas as pd

from planning_kit.records.plain_rows import Row, plain_rows

PROBLEM = ("problem_code", "statement", "theme", "merged_into", "is_set_aside")


def survivors(problems: pd.DataFrame) -> dict[str, str]:
    """Return problem code -> the code it was merged into at last (itself if not merged).

    A ring of merges, or a merge into an unknown problem, leaves a problem as it is.
    """
    into = {row["problem_code"]: row["merged_into"] for row in plain_rows(problems, PROBLEM)}
    found = {}
    for code in into:
        seen, at = {code}, code
        while into.get(at) in into and into[at] not in seen:
            at = into[at]
            seen.add(at)
        found[code] = code if into.get(at) in seen else at
    return found


def standing(problems: pd.DataFrame) -> list[Row]:
    """Return the problems that stand: neither merged into another nor set aside."""
    last = survivors(problems)
    return [
        row
        for row in plain_rows(problems, PROBLEM)
        if last[row["problem_code"]] == row["problem_code"] and row["is_set_aside"] is not True
    ]
