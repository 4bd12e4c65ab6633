"""The tables of a draft: each guessed field as a rule, with units, answers and open points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planning_kit.collect.column_content import Column, unread_answers
from planning_kit.collect.draft_text import DraftLine, DraftTable
from planning_kit.collect.guessing import Guess
from planning_kit.collect.guessing_place import PARTS
from planning_kit.collect.guessing_records import RecordGuess
from planning_kit.collect.heading_units import is_monthly, output_unit_in, unit_in
from planning_kit.collect.personal import masked
from planning_kit.language import N_, _
from planning_kit.records import FieldSpec, Kind

_MOST_ANSWERS = 20
_ALIKE = 75
_OWN_ID = {"id", "_id", "uuid", "_uuid", "key", "instanceid", "_index"}
_NO_UNIT = N_("the heading names no unit: read as rai, check")
_UNIT = N_("unit from the heading")
_ANSWER = N_("answers in other words were led to the likeliest of ours, check")
_OPEN_ANSWERS = N_("not guessed: the answers {answers} of “{column}”; lead them to: {known}")
_MONTHLY = N_(
    "“{column}” speaks of a month, the field of a year; factor = 12 if every month is alike"
)
_REQUIRED = N_("not guessed, but required: {field} ({label}); name its column, or a constant")
_RIVAL = N_("ambiguous: “{column}” may also be {fields}")
_NO_PROVINCE = N_(
    "no column names the province; without it a name that several places share is refused; add "
    "it below: {line}"
)
_PROVINCE_LINE = 'province = { constant = "…" }'
_FREE = N_("fields of this record without a column: {fields}")
_MEASURE = N_("what the heading “{column}” measures")
_OTHER = N_("no measure of ours has this heading: “other”, with the heading as detail")


def draft_tables_of(guess: RecordGuess, columns: Sequence[Column]) -> list[DraftTable]:
    """Return the tables of a draft: one, or one for each column of figures about an area."""
    by_place = {column.at: column for column in columns}
    if guess.figures:
        tables = [
            _figure_table(guess, by_place[at], measure) for at, measure in guess.figures.items()
        ]
    else:
        tables = [_table(guess)]
        tables[0].natural_id = _own_id(guess, columns)
        tables[0].open_points.append(_free_fields(guess))
    tables[-1].open_points[:0] = _open_points(guess, by_place)
    return tables


def _table(guess: RecordGuess) -> DraftTable:
    table = DraftTable(guess.name)
    for spec in guess.kind.fields():
        found = guess.fields.found.get(spec.name)
        if found is not None:
            table.lines += _lines(found, guess, table.open_points)
    _add_place(guess, table)
    return table


def _lines(found: Guess, guess: RecordGuess, open_points: list[str]) -> list[DraftLine]:
    spec, heading = found.spec, found.column.heading
    line = DraftLine(spec.name, {"column": heading}, list(found.reasons))
    unit = unit_in(heading, spec)
    if spec.kind is Kind.LAND:
        line.rule["unit"] = unit or "rai"
        line.remarks.append(_(_UNIT if unit else _NO_UNIT))
    elif unit not in (None, "baht", "kg"):
        line.rule["unit"] = unit
        line.remarks.append(_(_UNIT))
    if spec.choices is not None:
        _add_answers(line, spec, found.column, open_points)
    if spec.kind is Kind.MONEY and is_monthly(heading):
        open_points.append(_(_MONTHLY, column=heading))
    counted = output_unit_in(heading)
    if spec.name == "quantity" and counted and "quantity_unit" not in guess.fields.found:
        return [line, DraftLine("quantity_unit", {"constant": counted}, [_(_UNIT)])]
    return [line]


def _add_answers(line: DraftLine, spec: FieldSpec, column: Column, open_points: list[str]) -> None:
    assert spec.choices is not None
    from rapidfuzz import fuzz, process

    words = {
        word: answer.value
        for answer in spec.choices
        for word in (answer.words.th, answer.words.en.casefold(), answer.value)
    }
    led: dict[str, str] = {}
    unknown: list[str] = []
    for text in unread_answers(spec, column, _MOST_ANSWERS):
        near = process.extractOne(
            text.casefold(), list(words), scorer=fuzz.ratio, score_cutoff=_ALIKE
        )
        if near is None:
            unknown.append(text)
        else:
            led[text] = words[near[0]]
    if led:
        line.rule["values"] = led
        line.remarks.append(_(_ANSWER))
    if unknown:
        known = ", ".join(f"{answer.value} ({answer.words})" for answer in spec.choices)
        shown = " · ".join(f"“{masked(text)}”" for text in unknown)
        open_points.append(_(_OPEN_ANSWERS, answers=shown, column=column.heading, known=known))


def _figure_table(guess: RecordGuess, column: Column, measure: str | None) -> DraftTable:
    table = DraftTable(guess.name)
    several = len(guess.figures) > 1
    for name, found in guess.fields.found.items():
        if name not in ("measure", "detail") or not several:
            table.lines += _lines(found, guess, table.open_points)
    remark = _(_MEASURE, column=column.heading) if measure else _(_OTHER)
    table.lines.append(DraftLine("measure", {"constant": measure or "other"}, [remark]))
    if measure is None and not any(line.name == "detail" for line in table.lines):
        table.lines.append(DraftLine("detail", {"constant": column.heading}))
    table.lines.append(DraftLine("value", {"column": column.heading}))
    _add_place(guess, table)
    return table


def _add_place(guess: RecordGuess, table: DraftTable) -> None:
    if guess.place_field is None:
        return
    parts = [part for part in PARTS if part in guess.place]
    if guess.place_field == "area_code":
        parts = [part for part in parts if part != "moo"]
    table.place_field = guess.place_field
    table.place = {part: guess.place[part].heading for part in parts}


def _open_points(guess: RecordGuess, by_place: dict[int, Column]) -> list[str]:
    points = [
        _(_REQUIRED, field=name, label=guess.kind.field(name).label) for name in guess.lacking()
    ]
    points += [
        _(_RIVAL, column=by_place[at].heading, fields=", ".join(told))
        for at, told in guess.fields.rivals.items()
    ]
    if guess.place_field is not None and "province" not in guess.place:
        points.append(_(_NO_PROVINCE, line=_PROVINCE_LINE))
    return points


def _free_fields(guess: RecordGuess) -> str:
    filled = {*guess.fields.found, guess.place_field, "source_code", *guess.lacking()}
    free = [spec.name for spec in guess.kind.fields() if spec.name not in filled]
    return _(_FREE, fields=", ".join(free) or "–")


def _own_id(guess: RecordGuess, columns: Sequence[Column]) -> str | None:
    """Return the column of the rows’ own id, for records that have no key of their own."""
    if guess.kind.noun.key:
        return None
    for column in columns:
        cells: list[Any] = column.stated
        if column.heading.casefold() in _OWN_ID and len(set(map(str, cells))) == len(cells) > 0:
            return column.heading
    return None
