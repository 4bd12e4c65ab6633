"""How complete rows are: of the questions put to each, how many were answered."""

from __future__ import annotations

import pandas as pd

from planning_kit.profile.columns import answers, ratio
from planning_kit.profile.privacy import too_few
from planning_kit.records import FieldSpec, Kind, Privacy, Record

COMPLETENESS = ("field", "asked", "stated", "share", "hidden")
"""Columns: ``field`` name · ``asked`` rows that the question concerns · ``stated`` rows that
answer it · ``share`` stated ÷ asked, 0–1 · ``hidden`` where 1–4 were asked or answered and
the field is not public; ``asked``, ``stated`` and ``share`` are then NaN."""

_NOT_ASKED = ("source_code", "unit_weight_kg")
"""A source may be blank where there is only one; a weight is asked of sacks and the like."""
_TELLS_OF_OTHERS = "source"
"""A source answers nothing itself: what may be blank in it (sample, licence) need not exist."""


def completeness(rows: pd.DataFrame, kind: type[Record]) -> pd.DataFrame:
    """Return ``COMPLETENESS``: one row per field that may be left blank, in order of declaration.

    ``rows`` is a frame of ``kind``. Required and key fields, the source, notes and other long
    texts are left out: they are never blank, or nobody must fill them in. A question that only
    follows certain answers (bearing area: perennials) is asked of those rows alone.
    """
    found = [_answered(rows, spec) for spec in kind.fields() if is_counted(spec, kind)]
    table = pd.DataFrame(found, columns=list(COMPLETENESS))
    counts = ["asked", "stated", "share"]
    table[counts] = table[counts].astype("float64").mask(table["hidden"].astype("bool"), axis=0)
    return table


def share_stated(rows: pd.DataFrame, kind: type[Record]) -> float:
    """Return all answers stated ÷ all answers asked for, 0–1; NaN where none was asked for."""
    counts = [_counts(rows, spec) for spec in kind.fields() if is_counted(spec, kind)]
    return ratio(sum(stated for _asked, stated in counts), sum(asked for asked, _stated in counts))


def is_counted(spec: FieldSpec, kind: type[Record]) -> bool:
    """Tell whether a blank in this field says something about completeness."""
    if spec.required or spec.name in kind.noun.key or spec.name in _NOT_ASKED:
        return False
    if kind.noun.name == _TELLS_OF_OTHERS:
        return False
    return spec.kind is not Kind.LONG_TEXT and spec.privacy is not Privacy.PERSONAL


def _answered(rows: pd.DataFrame, spec: FieldSpec) -> tuple[str, int, int, float, bool]:
    asked, stated = _counts(rows, spec)
    is_open = spec.privacy is Privacy.PUBLIC
    hidden = not is_open and (too_few(asked) or too_few(stated))
    return spec.name, asked, stated, ratio(stated, asked), hidden


def _counts(rows: pd.DataFrame, spec: FieldSpec) -> tuple[int, int]:
    stated = answers(rows, spec.name).notna()
    if spec.show_if is None:
        return len(rows), int(stated.sum())
    other, said = spec.show_if
    asked = answers(rows, other).map(str).isin(said)
    return int(asked.sum()), int((asked & stated).sum())
