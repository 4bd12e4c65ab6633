"""Which column of a foreign table is which field: a guess, with its reasons, never an order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planning_kit.collect.answer_words import said_in_words
from planning_kit.collect.column_content import Column, are_worded, share_of_ages, share_that_fits
from planning_kit.collect.spellings import POSSIBLE, SURE, Likeness, near_fields
from planning_kit.language import N_, _
from planning_kit.records import FieldSpec, Kind, Record

_LEAST_FIT = 0.5
_GOOD_FIT = 0.9
_CLEAR = 0.95
_NEAR_TIE = 5.0
_BY_CONTENT = 82.0
_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
# Filled by the mapping itself or by people, never from a column that merely looks alike.
_NEVER = {"source_code"}

_BY_NAME = {
    "label": N_("heading = the field’s label “{spelling}”"),
    "name": N_("heading = the field’s name “{spelling}”"),
    "alias": N_("heading is known as “{spelling}”"),
}
_NEARLY = N_("heading is like “{spelling}” ({score} of 100)")
_FITS = N_("{percent} of the cells can be read as they stand")
_VILLAGES = N_("cells are 8-digit village codes")
_TAMBONS = N_("cells are 6-digit codes of tambons")
_YEARS = N_("cells are Buddhist years")
_ANSWERS = N_("cells are answers of this field")


@dataclass(frozen=True)
class Guess:
    """One field, the column it may come from, how sure (0 to 100) and why."""

    spec: FieldSpec
    column: Column
    score: float
    reasons: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        """Tell whether the heading says it plainly."""
        return self.score >= SURE


@dataclass
class Guesses:
    """What was guessed of a table for one record type, and what stayed open."""

    kind: type[Record]
    found: dict[str, Guess] = field(default_factory=dict)
    rivals: dict[int, list[str]] = field(default_factory=dict)

    @property
    def columns(self) -> set[int]:
        """Return the places of the columns that found a field."""
        return {guess.column.at for guess in self.found.values()}


def guess_fields(columns: Sequence[Column], kind: type[Record]) -> Guesses:
    """Return the best pairing of columns and fields of a record type.

    Headings come first, the contents support or forbid; a column whose heading says nothing
    may still be known by its cells (village codes, years, answers of a closed list).
    """
    candidates = sorted(
        (guess for column in columns for guess in _candidates(column, kind)),
        key=lambda guess: (-guess.score, guess.column.at),
    )
    guesses = Guesses(kind)
    for guess in candidates:
        if guess.spec.name not in guesses.found and guess.column.at not in guesses.columns:
            guesses.found[guess.spec.name] = guess
    _note_rivals(guesses, candidates)
    return guesses


def _candidates(column: Column, kind: type[Record]) -> Iterable[Guess]:
    likes: dict[str, Likeness] = {}
    for name in column.names:
        for field_name, near in near_fields(name, kind).items():
            likes[field_name] = max(likes.get(field_name, near), near, key=lambda one: one.score)
    for spec in kind.fields():
        if spec.name in _NEVER:
            continue
        like = likes.get(spec.name)
        guess = _by_heading(column, spec, like) if like else None
        guess = guess or _by_cells(column, spec)
        if guess is not None:
            yield guess


def _by_heading(column: Column, spec: FieldSpec, like: Likeness) -> Guess | None:
    # A code that ties rows together is not guessed from a word that is merely alike.
    if like.score < (SURE if spec.kind is Kind.CODE else POSSIBLE):
        return None
    said = said_in_words(spec, column)
    fit = share_of_ages(spec, said) or share_that_fits(spec, said)
    score = like.score
    if fit is not None:
        # Answers in other words can still be led to ours; a year that is no year cannot.
        forgiving = spec.choices is not None or like.score >= SURE
        if fit < _LEAST_FIT and not (forgiving and spec.kind is not Kind.YEAR_BE):
            return None
        score += 3 if fit >= _GOOD_FIT else -4
    elif spec.kind in _TEXTS and column.numbers > _CLEAR:
        score -= 20
    if score < POSSIBLE:
        return None
    exact = like.score >= 96
    reason = _BY_NAME[like.through] if exact else _NEARLY
    reasons = [_(reason, spelling=like.spelling, score=round(like.score))]
    if fit is not None:
        reasons.append(_(_FITS, percent=f"{fit:.0%}"))
    return Guess(spec, column, min(score, 103.0), tuple(reasons))


def _by_cells(column: Column, spec: FieldSpec) -> Guess | None:
    reason = None
    if spec.name == "village_code" and column.villages >= _GOOD_FIT:
        reason = _VILLAGES
    elif spec.name == "area_code" and column.tambons >= _GOOD_FIT:
        reason = _TAMBONS
    elif spec.name == "year_be" and column.years >= _CLEAR:
        reason = _YEARS
    elif spec.choices is not None:
        # A code such as “1” or “other” may be an answer of many lists.
        said = said_in_words(spec, column)
        is_worded = are_worded(said) if column.answers else column.is_worded
        fit = share_that_fits(spec, said) if is_worded else None
        reason = _ANSWERS if fit is not None and fit >= _GOOD_FIT else None
    return None if reason is None else Guess(spec, column, _BY_CONTENT, (_(reason),))


def _note_rivals(guesses: Guesses, candidates: Sequence[Guess]) -> None:
    """Remember the fields a column might be as well, and columns that lost a field narrowly."""
    taken = {guess.column.at: guess for guess in guesses.found.values()}
    for guess in candidates:
        mine, winner = taken.get(guess.column.at), guesses.found.get(guess.spec.name)
        if guess is mine:
            continue
        beaten = mine is not None and mine.score - guess.score <= _NEAR_TIE
        lost = mine is None and winner is not None and winner.score - guess.score <= _NEAR_TIE
        if beaten or lost:
            guesses.rivals.setdefault(guess.column.at, []).append(guess.spec.name)
