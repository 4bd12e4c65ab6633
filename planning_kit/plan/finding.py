"""What a check found: which record, what is amiss, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from planning_kit.records.plain_rows import framed


class Level(StrEnum):
    """How heavily a finding weighs.

    ``MUST`` be mended before the plan is endorsed · ``SHOULD`` be mended, or explained ·
    ``NOTICE``: look at it.
    """

    MUST = "must"
    SHOULD = "should"
    NOTICE = "notice"


LEVELS = tuple(Level)

FINDINGS = {
    "level": "text",
    "code": "text",
    "record": "text",
    "key": "text",
    "message": "text",
    "mend": "text",
    "values": "text",
}
"""Columns: ``record`` name and ``key`` of the row meant (``key`` may be ``""`` for the whole
plan) · ``message`` and ``mend`` message ids · ``values`` the dict that fills both."""


@dataclass(frozen=True)
class PlanFinding:
    """One finding. ``message`` and ``mend`` are message ids filled from ``values``."""

    level: Level
    code: str
    record: str
    key: str
    message: str
    mend: str
    values: dict[str, object] = field(default_factory=dict)


def findings_table(findings: Iterable[PlanFinding]) -> pd.DataFrame:
    """Return ``FINDINGS``, the heaviest first, then by code and key; each once."""
    unique = {
        (f.code, f.record, f.key, str(sorted(f.values.items(), key=str))): f for f in findings
    }
    listed = sorted(unique.values(), key=lambda f: (LEVELS.index(f.level), f.code, f.key))
    return framed([vars(found) | {"level": str(found.level)} for found in listed], FINDINGS)
