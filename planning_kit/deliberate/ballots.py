"""Ballots as they are counted: one poll, known options, each ballot once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from planning_kit.deliberate.double_entry import settled
from planning_kit.errors import KitError
from planning_kit.language import N_

_MOST_NAMED = 5


def counted_ballots(marks: pd.DataFrame, options: Sequence[str]) -> pd.DataFrame:
    """Return the marks of one poll, each ballot once, ready to be counted.

    ``marks``: columns of ``ballot_mark``. Where ballots were typed twice and agree, the first
    entry is taken.

    Raises ``KitError``: ``deliberate.no-options``, ``deliberate.option-twice``,
    ``deliberate.no-votes``, ``deliberate.several-polls``, ``deliberate.unknown-option``,
    ``deliberate.ballot-twice`` and ``deliberate.entries-differ``.
    """
    checked_options(options)
    one_poll(marks)
    known_options(marks["option_code"], options)
    return settled(marks)


def checked_options(options: Sequence[str]) -> None:
    """Raise ``KitError`` where there is nothing to choose from or a code stands twice."""
    if not len(options):
        raise KitError(
            "deliberate.no-options",
            N_("There is nothing to choose from. Enter what the poll is about first."),
        )
    twice = sorted({one for one in options if list(options).count(one) > 1})
    if twice:
        raise KitError(
            "deliberate.option-twice",
            N_("The poll lists {options} more than once. Keep each once."),
            options=named(twice),
        )


def one_poll(frame: pd.DataFrame) -> None:
    """Raise ``KitError`` for a frame without rows or with the rows of several polls."""
    if frame.empty:
        raise KitError(
            "deliberate.no-votes",
            N_("No vote has been entered yet, so there is nothing to count."),
        )
    if "poll_code" in frame and frame["poll_code"].dropna().nunique() > 1:
        raise KitError(
            "deliberate.several-polls",
            N_("These votes belong to several polls: {polls}. Count one poll at a time."),
            polls=named(sorted(frame["poll_code"].dropna().unique())),
        )


def known_options(codes: Iterable[object], options: Sequence[str]) -> None:
    """Raise ``KitError`` ``deliberate.unknown-option`` for votes on what is not in the poll."""
    strange = sorted({str(code) for code in codes} - set(options))
    if strange:
        raise KitError(
            "deliberate.unknown-option",
            N_("Votes name {options}, which the poll does not list. Mend the votes or the poll."),
            options=named(strange),
        )


def named(items: Sequence[object], most: int = _MOST_NAMED) -> str:
    """Return the first items of a list as a sentence holds them, with … where there are more."""
    said = ", ".join(str(item) for item in items[:most])
    return said if len(items) <= most else f"{said}, …"


def number_of_ballots(marks: pd.DataFrame) -> int:
    """Return how many ballots there are: different numbers on the paper."""
    return int(marks["ballot_no"].nunique())


def either(marks: pd.DataFrame | None, totals: pd.DataFrame | None) -> None:
    """Raise ``KitError`` ``deliberate.two-sources`` where both would count the same people.

    Both are counted where every total says that its people cast no ballot
    (``is_besides_ballots``). ``deliberate.no-votes`` where neither has rows.
    """
    has_marks = marks is not None and not marks.empty
    has_totals = totals is not None and not totals.empty
    if has_marks and totals is not None and has_totals and not _is_beside(totals):
        raise KitError(
            "deliberate.two-sources",
            N_(
                "This poll has ballots and totals as well; counting both would count people "
                "twice. Use one of them."
            ),
        )
    if not has_marks and not has_totals:
        one_poll(pd.DataFrame())


def _is_beside(totals: pd.DataFrame) -> bool:
    if "is_besides_ballots" not in totals:
        return False
    return all(one is not None and one == one and bool(one) for one in totals["is_besides_ballots"])
