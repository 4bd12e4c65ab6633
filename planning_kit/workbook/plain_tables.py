"""Tables for people and for other programs: CSV, JSON, a JSON Schema each, one data dictionary.

What identifies a person (``Privacy.PERSONAL``) stands in none of them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planning_kit.language import Words
from planning_kit.records import FieldSpec, Kind, Privacy, Record, record_types
from planning_kit.workbook.bundle_json import pretty
from planning_kit.workbook.freezing import plain_value

FOLDER, SCHEMAS = "tables", "schema"
DICTIONARY = "data_dictionary"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_DICTIONARY_HEADS = (
    "table", "table_th", "table_en", "field", "label_th", "label_en", "help_th", "help_en",
    "kind", "unit_th", "unit_en", "privacy", "privacy_th", "privacy_en", "required", "low", "high", "answers_th", "answers_en",
)  # fmt: skip
TRAVELS = {
    Privacy.PUBLIC: Words("เปิดเผยได้", "may be shown"),
    Privacy.GROUPED: Words("แสดงเป็นผลรวมของห้ารายขึ้นไป", "shown for five or more together"),
    Privacy.COUNT_ONLY: Words("แสดงเป็นจำนวนนับของห้ารายขึ้นไป", "shown as a count of five or more"),
}
"""How far the values of a field may travel."""
_UNITS = {Kind.LAND: Words("ตารางวา", "square wah"), Kind.MONEY: Words("บาท", "baht")}
_NUMBER = r"^-?\d+(\.\d+)?$"
_TYPES: dict[Kind, dict[str, Any]] = {
    **{key: {"type": "integer"} for key in (Kind.INTEGER, Kind.YEAR_BE)},
    **{
        key: {"type": "string", "pattern": _NUMBER}
        for key in (Kind.NUMBER, Kind.MONEY, Kind.LAND, Kind.SHARE)
    },
    Kind.YES_NO: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.MONTHS: {"type": "array", "items": {"type": "integer"}},
    **{key: {"type": "array", "items": {"type": "string"}} for key in (Kind.CHOICES, Kind.CODES)},
}


@dataclass(frozen=True)
class PlainTable:
    """The rows of one record type, as JSON holds them, under the fields that are passed on."""

    kind: type[Record]
    fields: tuple[FieldSpec, ...]
    rows: tuple[Mapping[str, Any], ...]

    @property
    def name(self) -> str:
        """The name of the record type, and of its files."""
        return self.kind.noun.name


def table_of_records(kind: type[Record], records: Iterable[Record]) -> PlainTable:
    """Return the table of some records, with every field that identifies no person."""
    fields = tuple(spec for spec in kind.fields() if spec.privacy is not Privacy.PERSONAL)
    rows = tuple(
        {
            spec.name: plain_value(value)
            for spec in fields
            if (value := getattr(record, spec.name)) is not None
        }
        for record in records
    )
    return PlainTable(kind, fields, rows)


def table_of_rows(
    kind: type[Record], names: Iterable[str], rows: Iterable[Mapping[str, Any]]
) -> PlainTable:
    """Return the table of rows that are plain already, under the named fields."""
    wanted = set(names)
    fields = tuple(spec for spec in kind.fields() if spec.name in wanted)
    return PlainTable(kind, fields, tuple(rows))


def table_files(tables: Sequence[PlainTable]) -> dict[str, bytes]:
    """Return CSV, JSON and schema of every table, and the dictionary of all, by file name."""
    files: dict[str, bytes] = {}
    for table in tables:
        files[f"{FOLDER}/{table.name}.csv"] = _csv(
            [spec.name for spec in table.fields],
            ([row.get(spec.name) for spec in table.fields] for row in table.rows),
        )
        files[f"{FOLDER}/{table.name}.json"] = pretty([dict(row) for row in table.rows])
        files[f"{SCHEMAS}/{table.name}.schema.json"] = pretty(schema_of(table))
    entries = [entry for table in tables for entry in dictionary_of(table)]
    files[f"{DICTIONARY}.csv"] = _csv(
        _DICTIONARY_HEADS, ([entry[head] for head in _DICTIONARY_HEADS] for entry in entries)
    )
    files[f"{DICTIONARY}.json"] = pretty(entries)
    return files


def schema_of(table: PlainTable) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the rows of a table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.kind.noun.title.en,
        "description": table.kind.noun.title.th,
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "properties": {spec.name: _property(spec) for spec in table.fields},
            "required": [name for name in table.kind.noun.key if _is_stated(table, name)],
        },
    }


def dictionary_of(table: PlainTable) -> list[dict[str, Any]]:
    """Return one entry for each field of a table: its words, unit, bounds and privacy class."""
    title = table.kind.noun.title
    found = []
    for spec in table.fields:
        unit = unit_of(spec)
        answers = list(spec.choices) if spec.choices else []
        own = {
            "table": table.name, "table_th": title.th, "table_en": title.en, "field": spec.name,
            "label_th": spec.label.th, "label_en": spec.label.en,
            "help_th": spec.help.th if spec.help else "", "help_en": spec.help.en if spec.help else "",
            "kind": str(spec.kind), "unit_th": unit.th, "unit_en": unit.en,
            "privacy": str(spec.privacy),
            "privacy_th": TRAVELS[spec.privacy].th, "privacy_en": TRAVELS[spec.privacy].en,
            "required": spec.required,
            "low": "" if spec.low is None else str(spec.low),
            "high": "" if spec.high is None else str(spec.high),
            "answers_th": " · ".join(f"{one.value}={one.words.th}" for one in answers),
            "answers_en": " · ".join(f"{one.value}={one.words.en}" for one in answers),
        }  # fmt: skip
        found.append(own)
    return found


def unit_of(spec: FieldSpec) -> Words:
    """Return the unit of the numbers in the tables: land is in square wah, whatever forms ask."""
    if spec.unit is not None and spec.kind is not Kind.LAND:
        return spec.unit
    return _UNITS.get(spec.kind, Words("", ""))


def all_tables(records_of: Mapping[str, Sequence[Record]]) -> list[PlainTable]:
    """Return a table for every record type that has records, in the order of the kit."""
    return [
        table_of_records(kind, records_of[kind.noun.name])
        for kind in record_types()
        if records_of.get(kind.noun.name)
    ]


def _property(spec: FieldSpec) -> dict[str, Any]:
    said: dict[str, Any] = dict(_TYPES.get(spec.kind, {"type": "string"}))
    if spec.choices is not None:
        codes = [str(one.value) for one in spec.choices]
        if spec.kind is Kind.CHOICES:
            said["items"] = {"enum": codes}
        else:
            said = {"enum": codes}
    return {"title": spec.label.en, "description": spec.label.th, **said}


def _is_stated(table: PlainTable, name: str) -> bool:
    return any(spec.name == name for spec in table.fields) and all(name in r for r in table.rows)


def _csv(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    for row in rows:
        writer.writerow(_cell(value) for value in row)
    # The mark at the start tells Excel that the file is UTF-8.
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "|".join(str(item) for item in value)
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, str) and value.startswith(_FORMULA_SIGNS) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()
