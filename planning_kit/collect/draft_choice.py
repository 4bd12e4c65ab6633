"""What a draft is of: which table of the file, its columns, and the records its rows are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planning_kit.collect.column_content import Column
from planning_kit.collect.draft_tables import LookedAt
from planning_kit.collect.guessing_further import further_guesses
from planning_kit.collect.guessing_records import RecordGuess, guess_record, guess_records
from planning_kit.collect.json_nested import BETWEEN
from planning_kit.collect.land_columns import with_parts_joined
from planning_kit.collect.personal_columns import personal_columns
from planning_kit.collect.repeated_columns import with_repeats_joined
from planning_kit.records import LocalQuestion, extended, record_type

_CLEARLY = 0.5
_HOUSEHOLD = "household"
_OF_A_HOUSEHOLD = ("production", "household_account")


@dataclass(frozen=True)
class Chosen:
    """The table, its columns that are no person's, and its guesses, the likeliest first.

    ``guess`` is drafted, and ``further`` beside it. ``personal`` says why other columns are left out.
    """

    table: LookedAt
    columns: tuple[Column, ...]
    personal: dict[int, str]
    guess: RecordGuess
    guesses: tuple[RecordGuess, ...]
    further: tuple[RecordGuess, ...]

    @property
    def used(self) -> set[int]:
        """Return the places of all columns that are used."""
        return {at for guess in (self.guess, *self.further) for at in guess.used}


def choose(
    looked: Sequence[LookedAt],
    record: str | None,
    questions: Sequence[LocalQuestion],
    *,
    has_children: bool = False,
) -> Chosen:
    """Return what to draft: the first table, or a list inside its rows that says more.

    A table that ``has_children`` and looks like harvests or accounts, or like nothing, is taken
    for the households of which its children tell these.
    """
    first = looked[0]
    if has_children:
        return _of_households(_chosen(first, record, questions))
    best = _chosen(first, record, questions)
    for table in looked[1:]:
        if table.where.get("path", "").startswith(_inside(first)):
            other = _chosen(table, record, questions)
            best = other if other.guess.score > best.guess.score + _CLEARLY else best
    return best


def _of_households(chosen: Chosen) -> Chosen:
    if not (chosen.guess.is_weak or chosen.guess.name in _OF_A_HOUSEHOLD):
        return chosen
    guess = next(one for one in chosen.guesses if one.name == _HOUSEHOLD)
    guesses = (guess, *(one for one in chosen.guesses if one is not guess))
    return replace(chosen, guess=guess, guesses=guesses, further=())


def _inside(table: LookedAt) -> str:
    path = table.where.get("path")
    return BETWEEN if path is None else "" if path == table.name else f"{path}{BETWEEN}"


def _chosen(table: LookedAt, record: str | None, questions: Sequence[LocalQuestion]) -> Chosen:
    personal = personal_columns(table.columns)
    plain = with_parts_joined([one for one in table.columns if one.at not in personal])
    columns = with_repeats_joined(plain)
    guesses = _guesses(columns, record, questions)
    if len(columns) < len(plain) and not _uses_repeats(guesses[0], columns):
        columns = plain
        guesses = _guesses(columns, record, questions)
    further = further_guesses(guesses[0], columns, questions) if record is None else []
    return Chosen(table, tuple(columns), personal, guesses[0], tuple(guesses), tuple(further))


def _guesses(
    columns: Sequence[Column], record: str | None, questions: Sequence[LocalQuestion]
) -> list[RecordGuess]:
    if record is not None:
        return [guess_record(columns, extended(record_type(record), questions))]
    return guess_records(columns, questions)


def _uses_repeats(guess: RecordGuess, columns: Sequence[Column]) -> bool:
    return any(column.turns and column.at in guess.used for column in columns)
