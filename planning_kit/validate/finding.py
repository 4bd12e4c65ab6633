"""One thing found in a row: where, what, how grave, and how to mend it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from planning_kit import thai
from planning_kit.errors import KitError
from planning_kit.language import N_, Words, speaking, translate
from planning_kit.language import current_language as _language
from planning_kit.records import FieldSpec, Kind, Privacy
from planning_kit.thai.persons import MASK, PERSONS_NUMBER, hide_names
from planning_kit.validate.incoming import PlaceIn, RowIn

FOLLOWS = "validate.refused-"
"""How the code of a finding begins that only follows from a mistake in another row."""

_LONGEST = 60
_AMOUNTS = (Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.LAND, Kind.SHARE)
# A citizen number or a telephone number written where it does not belong must not travel on.
_LONG_NUMBER = re.compile(rf"(?<!\d)(?:\d{{9,}}|{PERSONS_NUMBER})(?!\d|\.\d)")


class Level(StrEnum):
    """How grave a finding is: the row is refused, kept and marked, or only remarked on."""

    REFUSE = "refuse"
    FLAG = "flag"
    NOTE = "note"

    @property
    def words(self) -> Words:
        """What the level is called."""
        return _LEVEL_WORDS[self]


_LEVEL_WORDS = {
    Level.REFUSE: Words("ไม่รับ", "refused"),
    Level.FLAG: Words("รับไว้ แต่ควรตรวจ", "kept, to be checked"),
    Level.NOTE: Words("แจ้งให้ทราบ", "for information"),
}


@dataclass(frozen=True)
class Finding:
    """A finding and the cell it belongs to; ``row`` is ``None`` where it is the whole file.

    ``value`` is the cell as read, as text; it is empty for personal fields, and long
    numbers in it are hidden.
    """

    level: Level
    code: str
    message_id: str
    values: Mapping[str, object] = field(default_factory=dict)
    sheet: str = ""
    row: int | None = None
    column: str = ""
    field: str = ""
    value: str = ""

    @property
    def is_consequence(self) -> bool:
        """Whether it only follows from a mistake in another row, and goes when that is mended."""
        return self.code.startswith(FOLLOWS)

    def say(self, language: str | None = None) -> str:
        """Return the sentence in ``language`` or the one in use."""
        language = language or _language()
        with speaking(language):
            return translate(self.message_id, language).format(**self.values)

    def where(self, language: str | None = None) -> str:
        """Return the place: sheet, row and column, as far as they are known."""
        said = []
        if self.sheet:
            said.append(translate(N_("sheet “{sheet}”"), language).format(sheet=self.sheet))
        if self.row is not None:
            said.append(translate(N_("row {row}"), language).format(row=self.row))
        if self.column:
            said.append(translate(N_("column “{column}”"), language).format(column=self.column))
        return " ".join(said)

    def line(self, language: str | None = None) -> str:
        """Return place, value and sentence on one line, as a list of findings shows them."""
        shown = f" [{self.value}]" if self.value else ""
        where = self.where(language)
        return f"{where}{shown}: {self.say(language)}" if where else self.say(language)


def in_row(
    raw: RowIn,
    level: Level,
    code: str,
    message_id: str,
    spec: FieldSpec | None = None,
    /,
    **values: object,
) -> Finding:
    """Return a finding about a row, or about one field of it."""
    name = spec.name if spec else ""
    return Finding(
        level,
        code,
        message_id,
        {key: hide(value) for key, value in values.items()},
        raw.place.sheet,
        raw.place.row,
        (raw.columns.get(name) or str(spec.label)) if spec else "",
        name,
        shown(spec, raw.written.get(name, raw.values.get(name))) if spec else "",
    )


def from_error(raw: RowIn, spec: FieldSpec, error: KitError) -> Finding:
    """Return the refusal that an unreadable value deserves.

    The sentence of a personal field says only that it cannot be read: its text may be
    somebody's name.
    """
    if spec.privacy is Privacy.PERSONAL:
        return in_row(raw, Level.REFUSE, error.code, UNREADABLE, spec, label=spec.label)
    return in_row(raw, Level.REFUSE, error.code, error.message_id, spec, **error.values)


UNREADABLE = N_("“{label}” cannot be read; write it again")


def at_place(
    level: Level, code: str, message_id: str, place: PlaceIn | None, /, **values: object
) -> Finding:
    """Return a finding about the file, or about a place in it."""
    sheet, row = (place.sheet, place.row) if place else ("", None)
    return Finding(level, code, message_id, values, sheet, row)


def shown(spec: FieldSpec, value: object) -> str:
    """Return a raw value as a message may show it."""
    if value is None or spec.privacy is Privacy.PERSONAL:
        return ""
    if spec.kind is Kind.LAND and isinstance(value, Decimal) and value >= 0:
        # Square wah inside the kit, which nobody writes.
        area = thai.LandArea.from_square_wah(value)
        return f"{area.rai}-{area.ngan}-{area.square_wah.normalize():f}"
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    text = " ".join(str(value).split())
    text = text if isinstance(value, (int, float)) and spec.kind in _AMOUNTS else str(hide(text))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def hide(value: object) -> object:
    """Return a value with names of persons and long numbers (citizen, telephone) hidden."""
    return hide_names(_LONG_NUMBER.sub(MASK, value)) if isinstance(value, str) else value
