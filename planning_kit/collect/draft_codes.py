"""Codes for “not stated” that a column holds, put into its drafted rule."""

from __future__ import annotations

from typing import Any

from planning_kit.collect.answer_words import says_not_known
from planning_kit.collect.column_content import Column
from planning_kit.collect.draft_text import DraftLine
from planning_kit.collect.mapping_keys import plain_key
from planning_kit.language import N_, _
from planning_kit.records import FieldSpec, Kind

_CODES = ("-9", "-88", "-98", "-99", "-888", "-998", "-999", "-9999")
_TOLD = N_("these cells seem to say “not stated”, check")
_FREE = (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE, Kind.CODES)


def add_missing(line: DraftLine, spec: FieldSpec, column: Column) -> None:
    """Add ``missing`` where cells say “don’t know” in words, or by a number below zero."""
    if spec.kind in _FREE:
        return
    led = line.rule.get("values", {})
    codes: list[Any] = []
    for cell in column.different:
        key = plain_key(cell)
        if key in _CODES and (spec.low is not None or spec.choices is not None):
            codes.append(int(key))
        elif isinstance(cell, str) and cell not in led and says_not_known(cell):
            codes.append(cell.strip())
    if codes:
        line.rule["missing"] = codes
        line.remarks.append(_(_TOLD))
