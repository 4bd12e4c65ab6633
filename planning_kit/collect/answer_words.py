"""The answers of a foreign column in words, and the answer of ours that each code means."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from planning_kit.collect.column_content import Column
from planning_kit.collect.mapping_keys import plain_key
from planning_kit.collect.spellings import answers_said, squeezed
from planning_kit.errors import KitError
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import YesNo, split_list

_ALIKE = 75
_YES_NO = TypeAdapter(YesNo)
_NOT_KNOWN = (
    "don't know", "dont know", "do not know", "not known", "refuse", "no answer", "n/a",
    "ไม่ทราบ", "ไม่รู้", "ไม่ตอบ", "ไม่ประสงค์",
)  # fmt: skip

_NOT_KNOWN_ALONE = (
    "dk",
    "na",
    "n.a",
    "refused",
    "unknown",
    "ไม่ระบุ",
    "ไม่แน่ใจ",
    "ไม่มีข้อมูล",
    "ไม่ประสงค์ตอบ",
)


def said_in_words(spec: FieldSpec, column: Column) -> list[Any]:
    """Return the stated cells with the label of the form in place of each code it knows."""
    if not column.answers:
        return column.stated
    cells = column.stated
    if column.several:
        cells = [code for cell in cells for code in str(cell).split()]
    worded = {cell: _worded(spec, column, cell) for cell in set(cells)}
    return [worded[cell] for cell in cells]


def answers_of_codes(spec: FieldSpec, column: Column) -> tuple[dict[str, Any], list[str]]:
    """Return what each code of the form means in this field, and the codes that stay open.

    ``""`` is “not stated” (don’t know, refused). Where all codes read as they stand, none is led.
    """
    led: dict[str, Any] = {}
    unknown: list[str] = []
    for code, labels in column.answers.items():
        meant = next((one for one in map(_reader(spec), labels) if one is not None), None)
        if meant is None and any(_is_not_known(label) for label in labels):
            meant = ""
        if meant is None:
            meant = next((one for label in labels if (one := nearest_answer(spec, label))), None)
        if meant is None:
            unknown.append(f"{code} ({labels[0]})" if labels else code)
        else:
            led[code] = meant
    reads_as_it_stands = all(meant == _reader(spec)(code) for code, meant in led.items())
    return {} if reads_as_it_stands else led, unknown


def nearest_answer(spec: FieldSpec, text: str) -> str | None:
    """Return the code of our answer that ``text`` is another word for, or is much like."""
    if spec.choices is None:
        return None
    known = answers_said(spec.name).get(squeezed(text))
    if known is not None and spec.choices.read(known) is not None:
        return known
    from rapidfuzz import fuzz, process

    words = {
        word: answer.value
        for answer in spec.choices
        for word in (answer.words.th, answer.words.en.casefold(), answer.value)
    }
    near = process.extractOne(text.casefold(), list(words), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return None if near is None else words[near[0]]


def says_not_known(cell: str) -> bool:
    """Tell whether a whole cell says that the answer is not known or was refused."""
    plain = cell.strip().casefold().rstrip(".")
    return plain in _NOT_KNOWN_ALONE or plain in _NOT_KNOWN


def _worded(spec: FieldSpec, column: Column, cell: Any) -> Any:
    labels = column.answers.get(plain_key(cell), ())
    if spec.choices is None and spec.kind is not Kind.YES_NO:
        return next(iter(labels), cell)
    read = _reader(spec)
    return next((label for label in labels if read(label) is not None), next(iter(labels), cell))


def _reader(spec: FieldSpec) -> Any:
    return _as_yes_no if spec.kind is Kind.YES_NO else lambda text: _as_answer(spec, text)


def _as_answer(spec: FieldSpec, text: str) -> str | None:
    if spec.choices is None:
        return None
    parts = list(split_list(text)) if spec.kind is Kind.CHOICES else [text]
    found = spec.choices.read(parts[0]) if len(parts) == 1 else None
    return None if found is None else found.value


def _as_yes_no(text: str) -> bool | None:
    try:
        return _YES_NO.validate_python(text)
    except (ValidationError, KitError):
        return None


def _is_not_known(label: str) -> bool:
    plain = label.casefold().replace("’", "'")
    return any(word in plain for word in _NOT_KNOWN)
