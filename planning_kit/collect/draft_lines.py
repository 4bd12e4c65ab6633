"""The tables of a draft: each guessed field as a rule, with units, answers and open points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planning_kit.collect.address_cells import PARTS
from planning_kit.collect.column_content import Column, is_year_be
from planning_kit.collect.draft_answers import add_answers
from planning_kit.collect.draft_codes import add_missing
from planning_kit.collect.draft_text import DraftLine, DraftTable
from planning_kit.collect.guessing import Guess
from planning_kit.collect.guessing_place import ADDRESS, named_parts, order_in
from planning_kit.collect.guessing_records import RecordGuess
from planning_kit.collect.heading_units import is_monthly, output_unit_in, unit_in
from planning_kit.collect.repeated_columns import MARK
from planning_kit.language import N_, _
from planning_kit.records import Kind
from planning_kit.records.kinds import is_blank

_OWN_ID = {"id", "_id", "uuid", "_uuid", "key", "instanceid", "_index"}
_NO_UNIT = N_("the heading names no unit: read as rai, check")
_UNIT = N_("unit from the heading")
_PARTS = N_("one area in several columns, each in its own unit")
_ASKS = N_("the form asks: “{label}”")
_MONTHLY = N_(
    "“{column}” speaks of a month, the field of a year; factor = 12 if every month is alike"
)
_REQUIRED = N_("not guessed, but required: {field} ({label}); name its column, or a constant")
_RIVAL = N_("ambiguous: “{column}” may also be {fields}")
_NO_PROVINCE = N_(
    "no column names the province; without it a name that several places share is refused; add "
    "it below: {line}"
)
_ONE_TAMBON = N_(
    "no column names the tambon: the village numbers are taken as those of the tambon given with "
    "--area; otherwise add tambon_code below"
)
_PROVINCE_LINE = 'province = { constant = "…" }'
_OF_DATE = N_("no column states the year: taken of this date, check")
_NO_FIGURE = N_("No figure is stated")
_FREE = N_("fields of this record without a column: {fields}")
_MEASURE = N_("what the heading “{column}” measures")
_YEAR = N_("the heading is a year; say under measure what its figures are")
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
    if guess.dated is not None:
        rule = {"column": guess.dated.heading, "year_of_date": "calendar"}
        table.lines.append(DraftLine("year_be", rule, [_(_OF_DATE)]))
    repeated = [one.column for one in guess.fields.found.values() if one.column.turns]
    if repeated:
        turns = repeated[0].turns
        first = min(repeated, key=lambda column: column.at)
        if "plot" in guess.kind.model_fields and "plot" not in guess.fields.found:
            table.lines.append(DraftLine("plot", {"constant": MARK}))
        table.repeat = {"first": turns[0], "last": turns[-1], "filled": [first.heading]}
    _add_place(guess, table)
    return table


def _lines(found: Guess, guess: RecordGuess, open_points: list[str]) -> list[DraftLine]:
    spec, column = found.spec, found.column
    heading = " | ".join(column.names)
    line = DraftLine(spec.name, {"column": column.heading}, list(found.reasons))
    line.remarks += [_(_ASKS, label=label) for label in column.labels[:1]]
    unit = unit_in(heading, spec)
    if column.parts:
        line.rule = {"parts": {unit: part.heading for unit, part in column.parts}}
        line.remarks.append(_(_PARTS))
    elif spec.kind is Kind.LAND:
        line.rule["unit"] = unit or "rai"
        line.remarks.append(_(_UNIT if unit else _NO_UNIT))
    elif unit not in (None, "baht", "kg"):
        line.rule["unit"] = unit
        line.remarks.append(_(_UNIT))
    add_answers(line, spec, column, open_points)
    add_missing(line, spec, column)
    year = guess.fields.found.get("fiscal_year_be")
    if spec.kind is Kind.MONTHS and year is not None:
        line.rule["fiscal_year"] = year.column.heading
    if spec.kind is Kind.MONEY and is_monthly(heading):
        open_points.append(_(_MONTHLY, column=column.heading))
    counted = output_unit_in(heading)
    if spec.name == "quantity" and counted and "quantity_unit" not in guess.fields.found:
        return [line, DraftLine("quantity_unit", {"constant": counted}, [_(_UNIT)])]
    return [line]


def _figure_table(guess: RecordGuess, column: Column, measure: str | None) -> DraftTable:
    table = DraftTable(guess.name)
    several = len(guess.figures) > 1
    for name, found in guess.fields.found.items():
        if name not in ("measure", "detail") or not several:
            table.lines += _lines(found, guess, table.open_points)
    if is_year_be(column.heading):
        table.lines.append(DraftLine("year_be", {"constant": int(column.heading)}, [_(_YEAR)]))
    remark = _(_MEASURE, column=column.heading) if measure else _(_OTHER)
    table.lines.append(DraftLine("measure", {"constant": measure or "other"}, [remark]))
    if (
        measure is None
        and not is_year_be(column.heading)
        and not any(line.name == "detail" for line in table.lines)
    ):
        table.lines.append(DraftLine("detail", {"constant": column.heading}))
    table.lines.append(DraftLine("value", {"column": column.heading}))
    if any(is_blank(cell) for cell in column.cells):
        table.where = {"column": column.heading, "blank": False, "reason": _(_NO_FIGURE)}
    _add_place(guess, table)
    return table


def _add_place(guess: RecordGuess, table: DraftTable) -> None:
    if guess.place_field is None:
        return
    parts = [part for part in (*PARTS, ADDRESS) if part in guess.place]
    if guess.place_field == "area_code":
        parts = [part for part in parts if part != "moo"]
    table.place_field = guess.place_field
    table.place = {part: guess.place[part].heading for part in parts}
    if ADDRESS in parts:
        order = order_in(guess.place[ADDRESS].heading)
        table.place |= {"order": order} if order else {}


def _open_points(guess: RecordGuess, by_place: dict[int, Column]) -> list[str]:
    points = [
        _(_REQUIRED, field=name, label=guess.kind.field(name).label) for name in guess.lacking()
    ]
    points += [
        _(_RIVAL, column=by_place[at].heading, fields=", ".join(told))
        for at, told in guess.fields.rivals.items()
    ]
    if guess.place_field is not None and named_parts(guess.place) == {"moo"}:
        points.append(_(_ONE_TAMBON))
    elif guess.place_field is not None and "province" not in named_parts(guess.place):
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
