"""The child tables of a form in a draft: each with the key that leads to its household."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planning_kit.collect.column_content import Column
from planning_kit.collect.draft_choice import Chosen
from planning_kit.collect.draft_lines import draft_tables_of
from planning_kit.collect.draft_tables import LookedAt
from planning_kit.collect.draft_text import DraftLine, DraftTable
from planning_kit.collect.guessing import Guess
from planning_kit.collect.guessing_records import RecordGuess, guess_record
from planning_kit.collect.personal_columns import personal_columns
from planning_kit.collect.spellings import answers_said, squeezed
from planning_kit.collect.table_keys import Tie, is_key
from planning_kit.language import N_, _
from planning_kit.records import Household, LocalQuestion, extended, record_type

HOME, MEMBERS = "home", "members"
_CHILDREN = ("production", "household_account")
_SHARED = ("household_id", "year_be")
_LEAST = 2
_SURE = 100.0
_OF_PARENT = N_("of the parent table, by {key} = {its_key}")
_BY_KEY = N_("no column is a household code: the key of the form, check")
_COUNTED = N_("persons of “{table}” counted by “{column}”, check")


def draft_children(
    chosen: Chosen,
    ties: Sequence[Tie],
    own: Sequence[DraftTable],
    questions: Sequence[LocalQuestion],
) -> tuple[list[DraftTable], list[LookedAt]]:
    """Return the tables drafted of the children of the chosen one, and which children these are.

    ``own`` are the drafts of the chosen table: a child that lists persons is counted there.
    """
    tables: list[DraftTable] = []
    used: list[LookedAt] = []
    for tie in (one for one in ties if one.parent is chosen.table):
        drafted = tables_of_child(tie, chosen, questions)
        counted = not drafted and any(count_members(table, tie) for table in own)
        tables += drafted
        used += [tie.child] if drafted or counted else []
    return tables, used


def name_by_key(chosen: Chosen, ties: Sequence[Tie]) -> None:
    """Let households whose table has no code be named by the key that their children use."""
    found = chosen.guess.fields.found
    keys = [tie.its_key for tie in ties if tie.parent is chosen.table]
    if not keys or not issubclass(chosen.guess.kind, Household) or "household_id" in found:
        return
    column = next(one for one in chosen.table.columns if one.heading == keys[0])
    spec = chosen.guess.kind.field("household_id")
    found["household_id"] = Guess(spec, column, _SURE, (_(_BY_KEY),))


def tables_of_child(
    tie: Tie, chosen: Chosen, questions: Sequence[LocalQuestion]
) -> list[DraftTable]:
    """Return the table of a child whose fields are recognised; none where they are not.

    The code of the household, and the year where the child states none, are the parent's.
    """
    home = chosen.guess.fields.found.get("household_id")
    guess = _guess(tie.child, questions)
    if guess is None or home is None:
        return []
    borrowed = ["household_id"]
    reason = (_(_OF_PARENT, key=tie.key, its_key=tie.its_key),)
    spec = guess.kind.field("household_id")
    guess.fields.found["household_id"] = Guess(spec, _apart(home.column), _SURE, reason)
    if "year_be" in guess.lacking():
        guess.dated = _dated(chosen)
        borrowed += ["year_be"] if guess.dated is not None else []
    tables = draft_tables_of(guess, tie.child.columns)
    for table in tables:
        table.source = tie.child.name
        table.lookup = {HOME: _lookup(tie.parent.name, tie.key, tie.its_key)}
        for line in table.lines:
            line.rule = {"of": HOME, **line.rule} if line.name in borrowed else line.rule
    return tables


def count_members(table: DraftTable, tie: Tie) -> bool:
    """Count the men and women of a table of persons for a household that states neither."""
    if table.record != "household" or {"males", "females"} & {line.name for line in table.lines}:
        return False
    told = _sexes(tie.child)
    if told is None:
        return False
    column, words = told
    remark = _(_COUNTED, table=tie.child.name, column=column.heading)
    for field, sex in (("males", "male"), ("females", "female")):
        when = [{"column": column.heading, "is": words[sex]}]
        rule = {"of": MEMBERS, "take": "count", "when": when}
        table.lines.append(DraftLine(field, rule, [remark]))
    table.lookup[MEMBERS] = _lookup(tie.child.name, tie.its_key, tie.key)
    return True


def _guess(child: LookedAt, questions: Sequence[LocalQuestion]) -> RecordGuess | None:
    """Return what the rows of a child most likely are, where two fields of it are known."""
    personal = personal_columns(child.columns)
    columns = [one for one in child.columns if one.at not in personal and not is_key(one)]
    guesses = [guess_record(columns, extended(record_type(one), questions)) for one in _CHILDREN]
    known = [
        guess
        for guess in guesses
        if sum(name not in _SHARED for name in guess.fields.found) >= _LEAST
    ]
    return max(known, key=lambda guess: guess.score, default=None)


def _sexes(child: LookedAt) -> tuple[Column, dict[str, list[str]]] | None:
    """Return the column of a table of persons that tells their sex, and its words for each."""
    spec = Household.field("head_sex")
    personal = personal_columns(child.columns)
    columns = [one for one in child.columns if one.at not in personal]
    found = guess_record(columns, Household).fields.found.get("head_sex")
    if found is None or spec.choices is None:
        return None
    known = answers_said("head_sex")
    words: dict[str, list[str]] = {"male": [], "female": []}
    for cell in map(str, found.column.different):
        read = spec.choices.read(cell)
        sex = read.value if read is not None else known.get(squeezed(cell))
        if sex in words:
            words[sex].append(cell)
    return (found.column, words) if all(words.values()) else None


def _dated(chosen: Chosen) -> Column | None:
    dates = (one for one in chosen.columns if one.stated and one.dates >= 0.8)
    dated = chosen.guess.dated or next(dates, None)
    return None if dated is None else _apart(dated)


def _apart(column: Column) -> Column:
    # A place that no column of the child has.
    return replace(column, at=-column.at)


def _lookup(table: str, key: str, its_key: str) -> dict[str, str]:
    return {"table": table, "key": key, "its_key": its_key}
