"""The words of the practice plan, kept as TOML under data/practice/plan, as rows."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from planning_kit.practice.area import TAMBON
from planning_kit.shipped import shipped

Row = dict[str, Any]

_FILES = (
    "forums",
    "problems",
    "analysis",
    "direction",
    "decisions",
    "projects_own",
    "projects_joint",
    "projects_agency",
    "follow_up",
)


@cache
def plan_texts() -> dict[str, list[Row]]:
    """Return the tables of all files: name of the table -> its rows as written."""
    found: dict[str, list[Row]] = {}
    for name in _FILES:
        path = shipped("data", "practice", "plan", f"{name}.toml")
        for table, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(table, []).extend(rows)
    return found


def village_code(moo: int) -> str:
    """Return the 8-digit code of a village of the practice tambon."""
    return f"{TAMBON}{moo:02d}"


def village_codes(moos: list[int]) -> str | None:
    """Return village codes with commas between, as people write them; ``None`` for none."""
    return ", ".join(village_code(moo) for moo in moos) or None


def placed(row: Row) -> Row:
    """Return ``row`` with ``moo`` and ``moos`` written as village codes."""
    plain = {name: value for name, value in row.items() if name not in ("moo", "moos")}
    if "moo" in row:
        plain["village_code"] = village_code(row["moo"])
    if "moos" in row:
        plain["village_codes"] = village_codes(row["moos"])
    return plain


def listed(names: tuple[str, ...], values: list[Any]) -> Row:
    """Return one line of a TOML list as a row; an empty text is a blank cell."""
    pairs = zip(names, values, strict=True)
    return {name: None if value == "" else value for name, value in pairs}


def rows_of(table: str, names: tuple[str, ...]) -> list[Row]:
    """Return a table of the texts as rows of ``names``."""
    return [listed(names, values) for block in plan_texts()[table] for values in block["rows"]]
