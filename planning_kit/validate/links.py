"""Rows that name one another: sources and households must exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planning_kit.language import N_
from planning_kit.records import Link, Record, record_type
from planning_kit.validate.checked import CheckedRow, State
from planning_kit.validate.finding import FOLLOWS, Level, in_row

_SOURCE = "source"
_VILLAGE = "village"


class Register:
    """What rows may refer to: codes kept before, and codes of this very file, by record type."""

    def __init__(self, known: Mapping[str, set[str]]) -> None:
        self._kept = {name: set(codes) for name, codes in known.items()}
        self._here: dict[str, set[str]] = {}
        self._refused: dict[str, set[str]] = {}
        self._elsewhere: dict[str, set[str]] = {}

    def enter(self, rows: Iterable[CheckedRow]) -> None:
        """Take in the keys of judged rows whose type has a key of one field."""
        for row in rows:
            if row.record is None:
                self._enter_unread(row)
                continue
            key = row.record.natural_key() or ()
            if len(key) == 1 and key[0] is not None:
                book = {State.REFUSED: self._refused, State.ELSEWHERE: self._elsewhere}
                book.get(row.state, self._here).setdefault(row.raw.record, set()).add(str(key[0]))

    def _enter_unread(self, row: CheckedRow) -> None:
        # A refused household still explains why its production rows are refused.
        key = record_type(row.raw.record).noun.key
        code = row.raw.values.get(key[0]) if len(key) == 1 else None
        if code is not None:
            self._refused.setdefault(row.raw.record, set()).add(str(code).strip())

    def holds(self, name: str, code: str) -> bool:
        """Tell whether ``code`` is kept already or stands in this file."""
        return code in self._kept.get(name, ()) or code in self._here.get(name, ())

    def was_refused(self, name: str, code: str) -> bool:
        """Tell whether the row with this code stands in the file but was refused."""
        return code in self._refused.get(name, ())

    def is_elsewhere(self, name: str, code: str) -> bool:
        """Tell whether the row with this code belongs to another area."""
        return code in self._elsewhere.get(name, ())

    def lists(self, name: str) -> bool:
        """Tell whether any code of this type is known, so that absence means something."""
        return bool(self._kept.get(name) or self._here.get(name))

    def only_source(self) -> str | None:
        """Return the one source of this file, else the one kept before, if there is just one."""
        for book in (self._here, self._kept):
            codes = book.get(_SOURCE, set())
            if codes:
                return next(iter(codes)) if len(codes) == 1 else None
        return None


def follow_links(row: CheckedRow, register: Register) -> None:
    """Check every code of the row that must name another record.

    A blank source is filled with the one there is, as the template promises; with none or
    several the row is refused. A village missing from the list of villages is only flagged.
    """
    assert row.record is not None
    for link in row.record.noun.links:
        if link.to == _SOURCE:
            _follow_source(row, row.record, register)
        elif link.to == _VILLAGE:
            _follow_village(row, row.record, link, register)
        else:
            _follow(row, row.record, link, register)


def _follow_source(row: CheckedRow, record: Record, register: Register) -> None:
    code = getattr(record, "source_code", None)
    spec = record.field("source_code")
    if code is None:
        only = register.only_source()
        if only is not None:
            row.record = record.with_changes(source_code=only)
        else:
            row.findings.append(
                in_row(row.raw, Level.REFUSE, "validate.no-source", _NO_SOURCE, spec)
            )
    elif not register.holds(_SOURCE, code):
        told, sentence = "validate.unknown-source", _SOURCE_UNKNOWN
        if register.was_refused(_SOURCE, code):
            told, sentence = f"{FOLLOWS}source", _SOURCE_REFUSED
        row.findings.append(in_row(row.raw, Level.REFUSE, told, sentence, spec, code=code))


_NO_SOURCE = N_(
    "No source is stated and there is not just one to take; fill in the Sources sheet, "
    "then write the code of the source here"
)
_SOURCE_UNKNOWN = N_("Source {code} is not in the Sources sheet; add it there or correct the code")
_SOURCE_REFUSED = N_("Source {code} was refused; mend its row in the Sources sheet first")


def _follow_village(row: CheckedRow, record: Record, link: Link, register: Register) -> None:
    code = getattr(record, link.field)
    if code is None or not register.lists(_VILLAGE) or register.holds(_VILLAGE, code):
        return
    if row.is_elsewhere:
        return
    row.findings.append(
        in_row(
            row.raw,
            Level.FLAG,
            "validate.village-not-listed",
            N_("Village {code} is not in the Villages sheet; add it there or correct the code"),
            record.field(link.field),
            code=code,
        )
    )


def _follow(row: CheckedRow, record: Record, link: Link, register: Register) -> None:
    code = getattr(record, link.field)
    if code is None or register.holds(link.to, code):
        return
    if register.is_elsewhere(link.to, code):
        row.is_elsewhere = True
        return
    told, sentence = f"validate.unknown-{link.to}", _LINK_UNKNOWN
    if register.was_refused(link.to, code):
        told, sentence = f"{FOLLOWS}{link.to}", _LINK_REFUSED
    row.findings.append(
        in_row(
            row.raw,
            Level.REFUSE,
            told,
            sentence,
            record.field(link.field),
            label=record.field(link.field).label,
            code=code,
        )
    )


_LINK_UNKNOWN = N_(
    "{label} {code} is not in the sheet of households; add its row there or correct the code"
)
_LINK_REFUSED = N_("{label} {code} was refused; mend its row in the sheet of households first")
