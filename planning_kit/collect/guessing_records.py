"""Which record type the rows of a foreign table most likely are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planning_kit.collect.column_content import Column, is_year_be
from planning_kit.collect.guessing import Guess, Guesses, guess_fields
from planning_kit.collect.guessing_place import guess_place, place_field
from planning_kit.collect.heading_units import unit_of_land
from planning_kit.collect.spellings import POSSIBLE, SURE, nearest, plain, spellings_of
from planning_kit.language import N_, _
from planning_kit.records import (
    Household,
    Kind,
    LocalQuestion,
    Record,
    ReferenceFigure,
    extended,
    record_types,
    template_types,
)

FIGURE = "reference_figure"
_NEVER = {"source", "plan_area", "plan_period"}
# A constant can state these for a whole file.
_MAY_BE_CONSTANT = {"year_be", "season", "product_kind", "measure", "area_code"}
_MOSTLY = 0.8
_NUMBERING = {plain(word) for word in ("ที่", "ลำดับ", "ลำดับที่", "no", "no.", "id", "index", "รหัส")}
# What a match says of the record type: little where every type has such a field.
_TELLS_LITTLE = {
    "note",
    "name",
    "date_from",
    "year_be",
    "village_code",
    "area_code",
    "utm_zone",
    "utm_east",
    "utm_north",
}
_WEAK = 1.0
# Tables of areas have some columns of figures, surveys of households hundreds.
_SURVEY_COLUMNS = 100
_SURVEY_ROWS = 20
_MOST_FIGURES = 40
_OWN_ID = {"id", "_id", "uuid", "_uuid", "key", "instanceid", "_index", "รหัส"}
_LIKELY = 82.0
_AREA = {plain(word) for word in ("เนื้อที่", "พื้นที่", "พื้นที่เกษตร", "area", "farm area")}
_CODE = {plain(word) for word in ("รหัส", "code", "รหัสแบบสอบถาม", "เลขที่แบบสอบถาม", "เลขที่แบบ")}
_LEAST_OF_HOUSEHOLDS = 3
_DIFFERENT_CODES = N_("a code that differs in every row: taken for that of the household, check")
_UNITS = {plain(word) for word in ("หน่วย", "หน่วยนับ", "unit", "units")}
_ONE_ROW_EACH = N_("a wide survey with one row for each of these: taken for households, check")


@dataclass
class RecordGuess:
    """A record type for a table: the fields found, the place, the figures, and how well it fits.

    ``under_years`` tells that every column of figures has a year for its heading; ``dated``
    is the column of dates that tells the year, where no column states it.
    """

    kind: type[Record]
    fields: Guesses
    place: dict[str, Column] = field(default_factory=dict)
    place_field: str | None = None
    figures: dict[int, str | None] = field(default_factory=dict)
    score: float = 0.0
    under_years: bool = False
    dated: Column | None = None

    @property
    def name(self) -> str:
        """Return the name of the record type."""
        return self.kind.noun.name

    @property
    def is_weak(self) -> bool:
        """Tell whether next to nothing in the table says that its rows are of this type."""
        return self.score < _WEAK

    @property
    def used(self) -> set[int]:
        """Return the places of all columns that are used."""
        return {
            *self.fields.columns,
            *(column.at for column in self.place.values() if self.place_field),
            *self.figures,
            *([self.dated.at] if self.dated is not None else []),
        }

    def lacking(self) -> list[str]:
        """Return the required fields that nothing fills yet."""
        filled = {*self.fields.found, "source_code"}
        filled |= {"year_be"} if self.dated is not None else set()
        if self.place_field:
            filled.add(self.place_field)
        if self.figures:
            filled |= {"measure", "value"}
            filled |= {"year_be"} if self.under_years else set()
        return [
            spec.name for spec in self.kind.fields() if spec.required and spec.name not in filled
        ]


def known_records() -> list[str]:
    """Return the names of the record types a table may be drafted for."""
    return [kind.noun.name for kind in record_types() if kind.noun.name not in _NEVER]


def guess_records(
    columns: Sequence[Column], questions: Sequence[LocalQuestion] = ()
) -> list[RecordGuess]:
    """Return every record type with its guesses for these columns, the likeliest first.

    Types beside the template's (reference figures, crop budgets) come after it in a tie.
    ``questions`` are those the area asks of its own.
    """
    known = dict.fromkeys((*template_types(), *record_types()))
    kinds = [extended(kind, questions) for kind in known]
    place = guess_place(columns)
    tried = [guess_record(columns, kind, place) for kind in kinds if kind.noun.name not in _NEVER]
    return sorted(tried, key=lambda guess: -guess.score)


def guess_record(
    columns: Sequence[Column], kind: type[Record], place: Mapping[str, Column] | None = None
) -> RecordGuess:
    """Return what the columns are if their rows are of ``kind``.

    ``place`` is what ``guess_place`` says of the columns, for who asks of many kinds.
    """
    parts = dict(guess_place(columns) if place is None else place)
    taken = {column.at for column in parts.values()}
    fields = guess_fields([column for column in columns if column.at not in taken], kind)
    own_id = _id_of_survey(columns)
    if own_id is not None and issubclass(kind, Household) and own_id.at not in fields.columns:
        known = kind.field("household_id")
        reasons = (_(_ONE_ROW_EACH),)
        fields.found.setdefault(known.name, Guess(known, own_id, _LIKELY, reasons))
    if issubclass(kind, Household):
        _name_by_code(columns, fields)
    field_of_place = place_field(kind, parts)
    if field_of_place in fields.found:
        # A code is surer than names.
        field_of_place = None
    guess = RecordGuess(kind, fields, parts, field_of_place)
    has_area = field_of_place is not None or "area_code" in fields.found
    if issubclass(kind, ReferenceFigure) and has_area and "value" not in fields.found:
        found = _figures(columns, guess)
        guess.figures = found if own_id is None and len(found) <= _MOST_FIGURES else {}
        headings = [column.heading for column in columns if column.at in guess.figures]
        guess.under_years = bool(headings) and all(map(is_year_be, headings))
    guess.dated = None if guess.figures else _dated(columns, guess)
    guess.score = _score(guess)
    return guess


def _name_by_code(columns: Sequence[Column], fields: Guesses) -> None:
    """Take a column headed just “code” for that of the households, where much else is of them."""
    own = [name for name in fields.found if name not in _TELLS_LITTLE]
    if "household_id" in fields.found or len(own) < _LEAST_OF_HOUSEHOLDS:
        return
    for column in columns:
        cells = list(map(str, column.stated))
        is_free = column.at not in fields.columns and plain(column.heading) in _CODE
        if is_free and len(set(cells)) == len(cells) > 1:
            known = fields.kind.field("household_id")
            fields.found["household_id"] = Guess(known, column, _LIKELY, (_(_DIFFERENT_CODES),))
            return


def _dated(columns: Sequence[Column], guess: RecordGuess) -> Column | None:
    """Return the column of dates that tells the year of a row, where nothing else does."""
    if "year_be" in guess.fields.found or "year_be" not in guess.kind.model_fields:
        return None
    found = guess.fields.found
    own = [one.column for one in found.values() if one.spec.kind is Kind.DATE]
    free = [column for column in columns if column.at not in guess.fields.columns]
    dated = (column for column in (*own, *free) if column.stated and column.dates >= _MOSTLY)
    return next(dated, None)


def _id_of_survey(columns: Sequence[Column]) -> Column | None:
    """Return the column that numbers the rows of a wide survey; ``None`` for other tables."""
    if len(columns) < _SURVEY_COLUMNS:
        return None
    for column in columns:
        cells = list(map(str, column.stated))
        if column.heading.casefold() in _OWN_ID and len(set(cells)) == len(cells) >= _SURVEY_ROWS:
            return column
    return None


def _figures(columns: Sequence[Column], guess: RecordGuess) -> dict[int, str | None]:
    """Return the columns of figures, with what each measures where its heading says so."""
    taken = {*guess.fields.columns, *(column.at for column in guess.place.values())}
    known = spellings_of("measure")
    found: dict[int, str | None] = {}
    for column in columns:
        if column.at in taken or plain(column.heading) in _NUMBERING or not column.stated:
            continue
        if column.numbers < _MOSTLY or column.years > _MOSTLY:
            continue
        best = max(
            (nearest(column.heading, tuple((one, "alias") for one in told)).score, measure)
            for measure, told in known.items()
        )
        found[column.at] = best[1] if best[0] >= SURE else None
        if found[column.at] is None and plain(column.heading) in _AREA and _is_in_rai(columns):
            found[column.at] = "farm_area_rai"
    return found


def _is_in_rai(columns: Sequence[Column]) -> bool:
    """Tell whether a column of units says rai in every row."""
    return any(
        plain(column.heading) in _UNITS
        and column.stated
        and all(unit_of_land(str(cell)) == "rai" for cell in column.stated)
        for column in columns
    )


def _score(guess: RecordGuess) -> float:
    total = 0.0
    for name, found in guess.fields.found.items():
        weight = 0.3 if name in _TELLS_LITTLE else 1.0
        total += weight * (found.score - POSSIBLE / 2) / (100 - POSSIBLE / 2)
        total += 0.7 if found.spec.required and name not in _TELLS_LITTLE else 0.0
    for name in guess.lacking():
        total -= 0.4 if name in _MAY_BE_CONSTANT else 1.5
    if guess.figures:
        measured = sum(measure is not None for measure in guess.figures.values())
        total += 0.3 * min(len(guess.figures), 4) + 0.9 * measured
        total += 1.0 if guess.place_field or "area_code" in guess.fields.found else 0.0
        total -= 2.0 if "moo" in guess.place else 0.0
    return total
