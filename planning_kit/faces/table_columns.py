"""The columns of an editable table: each field of a record as a cell shows and takes it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from planning_kit.faces.answer_control import options_of
from planning_kit.faces.named import TAMBON, line_of, named_records, named_tambons
from planning_kit.records import FieldSpec, Kind, Privacy, Record, declared_names, taxon_label
from planning_kit.thai import LandArea, format_date, format_months, format_number
from planning_kit.workbook import Workbook

FIGURES = (Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.SHARE, Kind.LAND)
_LISTS = (Kind.CHOICE, Kind.YES_NO)
_WIDTHS = {Kind.LONG_TEXT: 260, Kind.TEXT: 190, Kind.CODES: 190, Kind.CHOICES: 230}
_NARROW, _LETTER, _WIDEST_LIST, _HEAD_LINES = 128, 11, 240, 2


@dataclass(frozen=True)
class Column:
    """One field as a column. ``codes`` gives the wording of each code that may be chosen."""

    spec: FieldSpec
    is_key: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)

    def text(self, value: Any) -> str:
        """Return a kept value as a cell shows it; ``answer`` reads the same value back."""
        if value is None or value == ():
            return ""
        spec, kind = self.spec, self.spec.kind
        if self.codes:
            code = str(getattr(value, "value", value))
            return self.codes.get(code, code)
        if kind in (*_LISTS, Kind.CHOICES):
            return self._wordings(value)
        if kind is Kind.MONTHS:
            return format_months(value)
        if kind is Kind.LAND:
            area = LandArea.from_square_wah(Decimal(str(value)))
            return f"{area.rai}-{area.ngan}-{area.square_wah.normalize():f}"
        if kind is Kind.DATE:
            return format_date(value, "short")
        if kind in FIGURES:
            return format_number(value)
        return ", ".join(map(str, value)) if isinstance(value, tuple) else self._plain(spec, value)

    def answer(self, text: str) -> Any:
        """Return what was typed as the record reads it: a wording from the list is its code."""
        if not self.codes:
            return text
        wanted = "".join(text.split()).casefold()
        for code, say in self.codes.items():
            if wanted in ("".join(say.split()).casefold(), code.casefold()):
                return code
        return text

    def declared(self) -> dict[str, Any]:
        """Return what the page needs to know of the column; no value of any row."""
        spec, options = self.spec, self._options()
        return {
            "name": spec.name,
            "label": str(spec.label) + (" *" if spec.required else ""),
            "unit": str(spec.unit) if spec.unit else "",
            "help": str(spec.help or ""),
            "control": self._control(),
            "options": options,
            "key": self.is_key,
            "figure": spec.kind in FIGURES,
            "counts": not self.is_key and (spec.kind in FIGURES or spec.has_sum),
            "width": self._width(options),
        }

    def _control(self) -> str:
        if self.codes or self.spec.kind in _LISTS:
            return "list"
        if self.spec.kind in (Kind.CHOICES, Kind.MONTHS):
            return "several"
        return "long" if self.spec.kind is Kind.LONG_TEXT else "text"

    def _options(self) -> list[str]:
        if self.codes:
            return list(self.codes.values())
        if self.spec.kind in (*_LISTS, Kind.CHOICES, Kind.MONTHS):
            return [str(words) for _code, words in options_of(self.spec)]
        return []

    def _width(self, options: list[str]) -> int:
        wide = _WIDTHS.get(self.spec.kind, _NARROW)
        if self._control() == "list":
            longest = max((len(option) for option in options), default=0)
            wide = min(max(_NARROW, longest * _LETTER), _WIDEST_LIST)
        head = f"{self.spec.label} {self.spec.unit or ''}"
        # Vowels and tones above and below a letter take no width of their own.
        letters = sum(unicodedata.category(letter) != "Mn" for letter in head)
        return max(wide, min(letters * _LETTER // _HEAD_LINES, _WIDEST_LIST))

    def _wordings(self, value: Any) -> str:
        known = {code: str(words) for code, words in options_of(self.spec)}
        given = value if isinstance(value, tuple | list) else (value,)
        codes = [getattr(one, "value", one) for one in given]
        return ", ".join(known.get(code, str(code)) for code in codes)

    @staticmethod
    def _plain(spec: FieldSpec, value: Any) -> str:
        return str(value) if spec.kind is not Kind.YEAR_BE else f"{value:d}"


def make_columns(
    kind: type[Record], workbook: Workbook, names: Iterable[str] | None = None
) -> list[Column]:
    """Return the columns of a table: all fields, or the named ones with all that must be stated.

    Fields that identify a person never become a column: they are asked in the form, one
    person at a time, and stay with their record when the table saves it. Raises ``KeyError``
    for a name that is no field.
    """
    wanted = None if names is None else {kind.field(name).name for name in names}
    links = {link.field: link.to for link in kind.noun.links}
    return [
        Column(spec, spec.name in kind.noun.key, _codes(spec, links.get(spec.name, ""), workbook))
        for spec in kind.fields()
        if spec.privacy is not Privacy.PERSONAL
        and (wanted is None or spec.name in wanted or spec.required or spec.name in kind.noun.key)
    ]


def _codes(spec: FieldSpec, to: str, workbook: Workbook) -> dict[str, str]:
    if spec.kind is not Kind.CODE:
        return {}
    if to:
        return {code: line_of(said) for code, said in named_records(to, workbook).items()}
    if spec.name == TAMBON:
        return named_tambons(workbook)
    if spec.declared is not None:
        said = {code: str(words) for code, words in declared_names(spec.declared).items()}
    elif spec.taxonomy is not None:
        listed = workbook.taxonomy(spec.taxonomy)
        said = {str(code): taxon_label(listed, code) for code in listed["code"]}
    else:
        return {}
    twice = {one for one, times in Counter(said.values()).items() if times > 1}
    return {code: f"{one} ({code})" if one in twice else one for code, one in said.items()}
