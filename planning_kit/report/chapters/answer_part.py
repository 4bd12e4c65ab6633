"""A part of a chapter about one question: what most said, the picture, the table, the silent."""

from __future__ import annotations

import pandas as pd

from planning_kit.charts.bars import bars
from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.report.chapters.answer_tables import given, leading, tally_table
from planning_kit.report.chapters.wording import (
    households,
    known,
    not_stated,
    notes,
    number,
    percent,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section

MOST_OFTEN = N_("{question}: most often “{answer}”, {count} of {households}, or {share}.")
SEVERAL = N_("A household may give several answers, so the shares may add up to more than 100%.")


def answer_part(
    key: str, title: str, tally: pd.DataFrame, question: str, *, asked: int, several: bool = False
) -> Section | None:
    """Return a section on a worded tally, or ``None`` where nobody answered.

    ``question`` is the heading of its answers; ``asked`` how many households could have
    answered. With ``several`` answers the most frequent come first.
    """
    if tally.empty:
        return None
    if several:
        tally = tally.sort_values("households", ascending=False, kind="stable", na_position="last")
    section = Section(key, title)
    section.sentences = notes(most_often(tally, question))
    picture = share_picture(tally, _("{question} (share of households)", question=question))
    if picture is not None:
        section.pictures = [picture]
    section.tables = [tally_table(tally, question, question)]
    section.notes = notes(
        _(SEVERAL) if several else None,
        not_stated(question, asked - int(tally["n"].iloc[0])),
    )
    return section


def most_often(tally: pd.DataFrame, question: str) -> str | None:
    """Say the most frequent answer that may be shown, or ``None``."""
    first = leading(tally)
    if first is None:
        return None
    return _(
        MOST_OFTEN,
        question=question,
        answer=first["label"],
        count=number(first["households"]),
        households=households(first["n"]),
        share=percent(first["share"]),
    )


def share_picture(tally: pd.DataFrame, caption: str) -> Picture | None:
    """Return bars of the shares with their 95 % ranges, or ``None`` where none may be shown."""
    shown = given(tally)
    if not shown["share"].notna().any():
        return None
    low, high = (None, None) if shown["low"].isna().all() else ("low", "high")
    figure = bars(shown, label="label", value="share", form=Form.PERCENT, low=low, high=high)
    said = " · ".join(
        f"{row['label']} {percent(row['share'])}"
        for _at, row in shown.iterrows()
        if known(row["share"])
    )
    return Picture(figure, f"{caption}: {said}", caption)
