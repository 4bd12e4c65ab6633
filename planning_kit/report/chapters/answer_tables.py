"""Tables of answers and of amounts: the two shapes that most chapters are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from planning_kit.charts.values import Form, written
from planning_kit.language import Words, _
from planning_kit.report.chapters.wording import answer
from planning_kit.report.table import Column, Table


def worded(
    frame: pd.DataFrame, wordings: Mapping[str, Words] | Callable[[str], str], key: str = "key"
) -> pd.DataFrame:
    """Return ``frame`` with a column ``label``: each key as people read it."""
    say = wordings if callable(wordings) else lambda code: str(wordings[code])
    return frame.assign(label=[say(str(code)) for code in frame[key]])


def worded_answers(frame: pd.DataFrame, record: str, field: str) -> pd.DataFrame:
    """Return a tally with ``label`` from the answers of a record's field."""
    return worded(frame, lambda code: answer(record, field, code))


def with_range(frame: pd.DataFrame, form: str, places: int | None = None) -> pd.DataFrame:
    """Return ``frame`` with a column ``range``: "41.2% – 49.0%", ``None`` where there is none."""
    said = [
        None if pd.isna(low) or pd.isna(high) else _range(low, high, form, places)
        for low, high in zip(frame["low"], frame["high"], strict=True)
    ]
    return frame.assign(range=pd.Series(said, index=frame.index, dtype="object"))


def given(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a tally without the answers that nobody gave; hidden rows stay."""
    return frame[(frame["households"] != 0) | frame["hidden"]]


def leading(frame: pd.DataFrame) -> pd.Series | None:
    """Return the most frequent answer that may be shown, or ``None``."""
    shown = frame[frame["households"] > 0]
    return None if shown.empty else shown.sort_values("households", kind="stable").iloc[-1]


def tally_table(frame: pd.DataFrame, heading: str, caption: str) -> Table:
    """Return the table of a worded tally: answer, households, share, 95 % range, n.

    Answers that nobody gave are left out and named in the note, so that zero is not silence.
    """
    none = frame[(frame["households"] == 0) & ~frame["hidden"].astype(bool)]
    shown = with_range(given(frame), Form.PERCENT)
    columns = [
        Column("label", heading),
        Column("households", _("Households"), Form.INT),
        Column("share", _("Share"), Form.PERCENT),
        *_range_column(shown),
        Column("n", _("n"), Form.INT),
    ]
    note = _("No household: {answers}.", answers=", ".join(none["label"])) if len(none) else ""
    return Table(shown, columns, caption=caption, note=note)


def spread_table(
    frame: pd.DataFrame, heading: str, caption: str, form: str, *, places: int | None = None
) -> Table:
    """Return the table of a worded spread: mean, 95 % range, quartiles, n, not stated."""
    shown = with_range(frame, form, places)
    columns = [
        Column("label", heading),
        Column("mean", _("Mean"), form, places),
        *_range_column(shown),
        Column("q1", _("Lower quarter"), form, places),
        Column("median", _("Middle (median)"), form, places),
        Column("q3", _("Upper quarter"), form, places),
        Column("n", _("n"), Form.INT),
        Column("not_stated", _("Not stated"), Form.INT),
    ]
    return Table(shown, columns, caption=caption)


def row_of(frame: pd.DataFrame, value: str, column: str = "measure") -> pd.Series | None:
    """Return the first row whose ``column`` is ``value``, or ``None``."""
    found = frame[frame[column] == value]
    return None if found.empty else found.iloc[0]


def _range(low: float, high: float, form: str, places: int | None) -> str:
    return f"{written(low, form, places)}–{written(high, form, places)}"


def _range_column(frame: pd.DataFrame) -> list[Column]:
    if frame["range"].isna().all():
        return []
    return [Column("range", _("95% range"), hidden="hidden")]
