"""What else the rows of a foreign table are: a survey gives a household and its harvest."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.collect.column_content import Column
from planning_kit.collect.guessing_records import RecordGuess, guess_record
from planning_kit.records import LocalQuestion, extended, record_type

_OF_A_HOUSEHOLD = ("household", "production", "household_account")
_SHARED = ("household_id", "year_be", "village_code")
_LEAST = 2


def further_guesses(
    guess: RecordGuess, columns: Sequence[Column], questions: Sequence[LocalQuestion] = ()
) -> list[RecordGuess]:
    """Return the other records of a household that the columns left over speak of.

    Only where the table has a column of household codes, and where at least two columns that
    ``guess`` does not use find a field that is not shared by all of them.
    """
    if guess.name not in _OF_A_HOUSEHOLD or "household_id" not in guess.fields.found:
        return []
    shared = {found.column.at for name, found in guess.fields.found.items() if name in _SHARED} | {
        column.at for column in guess.place.values()
    }
    used = guess.used - shared
    found: list[RecordGuess] = []
    for name in _OF_A_HOUSEHOLD:
        if name == guess.name:
            continue
        rest = [column for column in columns if column.at not in used]
        other = guess_record(rest, extended(record_type(name), questions))
        # A code that only the first record knew for one names the same household here.
        other.fields.found.setdefault("household_id", guess.fields.found["household_id"])
        own = [one for one in other.fields.found if one not in _SHARED]
        needed = {spec.name for spec in other.kind.fields() if spec.required} - {*_SHARED}
        # Rows that would say nothing of what they must say are no records to be drafted.
        if len(own) >= _LEAST and (not needed or needed & {*own}):
            found.append(other)
            used |= {other.fields.found[one].column.at for one in own}
    return found
