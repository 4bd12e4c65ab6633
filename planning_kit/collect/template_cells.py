"""A value as a person would write it into a cell of the template."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.language import LANGUAGES, Words
from planning_kit.records import (
    Choices,
    FieldSpec,
    Kind,
    Record,
    Taxon,
    declared_names,
    shipped_taxa,
)
from planning_kit.records.kinds import is_blank
from planning_kit.thai.years import BE_OFFSET

YES, NO = Words("ใช่", "yes"), Words("ไม่ใช่", "no")
PLACES = ("village_code", "area_code")
_LONGEST_SHEET_NAME = 31
Cell = str | int | float | Decimal | None


def plain_rows(rows: Any) -> list[dict[str, Any]]:
    """Return rows given as a frame, as records or as mappings as a list of mappings.

    Land in a frame counts square wah, as frames of the kit do; a number in a mapping is
    what a person wrote, so it counts ไร่ unless it is a ``Decimal``.
    """
    if hasattr(rows, "to_dict"):
        return [
            {name: _from_frame(value) for name, value in row.items()}
            for row in rows.to_dict("records")
        ]
    return [row.model_dump() if isinstance(row, Record) else dict(row) for row in rows]


def short(text: str, most: int) -> str:
    """Return a text in at most ``most`` characters, cut between words and marked as cut."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole = cut.rpartition(" ")[0]
    # Thai runs words together; a tone mark must not stand alone after the cut.
    return (whole if len(whole) > most // 2 else cut) + "…"


def sheet_name(title: str) -> str:
    """Return a title as the name of a sheet: Excel allows 31 characters."""
    return short(title, _LONGEST_SHEET_NAME)


def example_of(spec: FieldSpec, language: str, tambon: str | None = None) -> Cell:
    """Return the example of a field; its places lie in ``tambon`` where one is given."""
    value = spec.example
    if spec.kind is Kind.DATE and isinstance(value, str):
        # Month names are Thai or English; figures are both.
        return value if language == "th" else cell_of(spec, thai.read_date(value), language)
    if tambon is not None and spec.name in PLACES and isinstance(value, str):
        return tambon + value[len(tambon) :] if spec.name == "village_code" else tambon
    return cell_of(spec, value, language)


def is_example(spec: FieldSpec, value: object) -> bool:
    """Tell whether a cell still holds the example of its field, in either language."""
    if spec.name in PLACES:
        return True
    written = (example_of(spec, one) for one in LANGUAGES)
    # Templates of before wrote the code where the name stands now.
    known = (*written, cell_of(spec, spec.example, "th"), spec.example)
    return str(value) in {str(cell) for cell in known}


def _from_frame(value: Any) -> Any:
    if isinstance(value, float) and not isinstance(value, bool) and value == value:
        return Decimal(repr(float(value)))
    return value


def cell_of(spec: FieldSpec, value: Any, language: str) -> Cell:
    """Return what to write for ``value``; ``None`` leaves the cell blank, 0 stays 0."""
    if not isinstance(value, (tuple, list)) and (is_blank(value) or value != value):
        return None
    if spec.choices is not None or spec.taxonomy is not None or spec.declared is not None:
        return _worded(spec, value, language)
    if spec.kind is Kind.YES_NO and isinstance(value, bool):
        return (YES if value else NO).say(language)
    if spec.kind is Kind.DATE and isinstance(value, dt.date):
        return f"{value.day}/{value.month}/{value.year + BE_OFFSET}"
    if spec.kind is Kind.LAND and isinstance(value, (Decimal, thai.LandArea)):
        return _land(value)
    if isinstance(value, (tuple, list)):
        if spec.kind is Kind.MONTHS:
            return thai.format_months(value, language)
        return ", ".join(str(item) for item in value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    if isinstance(value, str):
        return _text(spec, value)
    return value if isinstance(value, (int, float)) else str(value)


def _text(spec: FieldSpec, value: str) -> str:
    # An agenda has one item a line, and keeps its lines in the cell.
    lines = value.splitlines() if spec.kind is Kind.LONG_TEXT else [value]
    return "\n".join(thai.clean(line) for line in lines)


def _worded(spec: FieldSpec, value: Any, language: str) -> str:
    if spec.choices is not None:
        return _answers(spec.choices, value, language)
    if spec.declared is not None:
        names = declared_names(spec.declared)
        return names[value].say(language) if value in names else str(value)
    return _entries(str(spec.taxonomy), value, language)


def _land(value: Decimal | thai.LandArea) -> str:
    area = value if isinstance(value, thai.LandArea) else thai.LandArea.from_square_wah(value)
    return f"{area.rai}-{area.ngan}-{thai.format_number(area.square_wah)}"


def _answers(choices: type[Choices], value: Any, language: str) -> str:
    given = value if isinstance(value, (tuple, list)) else [value]
    said = []
    for item in given:
        answer = choices.read(str(getattr(item, "value", item)))
        if answer is None:
            said.append(str(item))
            continue
        wording = answer.words.say(language)
        # A comma inside a wording would read as two answers; the code has none.
        said.append(answer.value if "," in wording and len(given) > 1 else wording)
    return ", ".join(said)


def name_of_taxon(taxon: Taxon) -> Words:
    """Return what an entry of a list is called; its code where it has no name."""
    name = taxon.label_th or str(taxon.code)
    return Words(name, taxon.label_en or name)


def _entries(taxonomy: str, value: Any, language: str) -> str:
    """Return codes of a list by their names, which read back as the codes."""
    names = {taxon.code: name_of_taxon(taxon).say(language) for taxon in shipped_taxa(taxonomy)}
    given = value if isinstance(value, (tuple, list)) else [value]
    return ", ".join(names.get(str(code), str(code)) for code in given)
