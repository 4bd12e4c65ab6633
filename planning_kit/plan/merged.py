"""Which problem a code stands for after the people merged some, and which they kept apart."""

from __future__ import annotations

import pandas as pd

from planning_kit.records.merged_chain import last_of
from planning_kit.records.plain_rows import Row, codes, plain_rows

PROBLEM = ("problem_code", "statement", "theme", "merged_into", "is_set_aside")


def survivors(problems: pd.DataFrame) -> dict[str, str]:
    """Return problem code -> the code it was merged into at last (itself if not merged).

    A ring of merges, or a merge into an unknown problem, leaves a problem as it is.
    """
    rows = plain_rows(problems, PROBLEM)
    return last_of({row["problem_code"]: row["merged_into"] for row in rows})


def standing(problems: pd.DataFrame) -> list[Row]:
    """Return the problems that stand: neither merged into another nor set aside."""
    last = survivors(problems)
    return [
        row
        for row in plain_rows(problems, PROBLEM)
        if last[row["problem_code"]] == row["problem_code"] and row["is_set_aside"] is not True
    ]


def still_to_ask(problems: pd.DataFrame, pairs: pd.DataFrame) -> list[Row]:
    """Return those ``pairs`` (columns ``a``, ``b`` and more) that people have not decided on.

    Decided are pairs that stand for one problem already, and pairs agreed to differ.
    """
    last = survivors(problems)
    rows = plain_rows(problems, ("problem_code", "different_from"))
    apart = {
        frozenset((row["problem_code"], other))
        for row in rows
        for other in codes(row["different_from"])
    }
    return [
        row
        for row in plain_rows(pairs, pairs.columns)
        if last.get(row["a"], row["a"]) != last.get(row["b"], row["b"])
        and frozenset((row["a"], row["b"])) not in apart
    ]
