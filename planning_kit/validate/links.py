"""Rows that name one another: what they name must exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planning_kit.language import N_
from planning_kit.records import Link, Record, record_type
from planning_kit.validate.channel_names import ChannelNames, read_channel
from planning_kit.validate.checked import CheckedRow, State
from planning_kit.validate.declared_codes import DeclaredNames, read_declared
from planning_kit.validate.facts import Held
from planning_kit.validate.finding import FOLLOWS, Level, in_row
from planning_kit.validate.named_codes import codes_named, counts, unknown_code
from planning_kit.validate.taxa import TaxonLists, read_taxa

_SOURCE = "source"
_VILLAGE = "village"


class Register:
    """What rows may refer to: codes kept before, and codes of this very file, by record type."""

    def __init__(self, known: Mapping[str, set[str]], held: Held | None = None) -> None:
        self.taxa = TaxonLists(held)
        self.channels = ChannelNames()
        self.declared = DeclaredNames()
        self._kept = {name: set(codes) for name, codes in known.items()}
        for name, records in (held or {}).items():
            keys = (record.natural_key() or () for record in records)
            codes = {str(key[0]) for key in keys if len(key) == 1}
            self._kept.setdefault(name, set()).update(codes)
        self._here: dict[str, set[str]] = {}
        self._refused: dict[str, set[str]] = {}
        self._elsewhere: dict[str, set[str]] = {}

    def enter(self, rows: Iterable[CheckedRow]) -> None:
        """Take in the keys of judged rows whose type has a key of one field."""
        for row in rows:
            if row.record is None:
                self._enter_unread(row)
                continue
            self.taxa.enter(row)
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

    def refuse(self, name: str, code: str) -> None:
        """Take back a code of this file whose row was refused after all."""
        self._here.get(name, set()).discard(code)
        self._refused.setdefault(name, set()).add(code)

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
    read_taxa(row, register.taxa)
    read_channel(row, register.channels)
    read_declared(row, register.declared)
    for link in row.record.noun.links:
        if link.to == row.raw.record or not counts(link, row.record):
            continue
        if link.to == _SOURCE:
            _follow_source(row, row.record, link, register)
        elif link.to == _VILLAGE:
            _follow_village(row, row.record, link, register)
        else:
            _follow(row, row.record, link, register)


def _follow_source(row: CheckedRow, record: Record, link: Link, register: Register) -> None:
    code = getattr(record, "source_code", None)
    spec = record.field("source_code")
    if code is None:
        if link.may_be_blank:
            return
        only = register.only_source()
        if only is not None:
            row.record = record.with_changes(source_code=only)
        else:
            row.findings.append(
                in_row(row.raw, Level.REFUSE, "validate.no-source", _NO_SOURCE, spec)
            )
    elif not register.holds(_SOURCE, code):
        told = "validate.unknown-source"
        sentence = _SOURCE_NOT_KEPT if link.may_be_blank else _SOURCE_UNKNOWN
        if register.was_refused(_SOURCE, code):
            told, sentence = f"{FOLLOWS}source", _SOURCE_REFUSED
        row.findings.append(in_row(row.raw, Level.REFUSE, told, sentence, spec, code=code))


_NO_SOURCE = N_(
    "No source is stated and there is not just one to take; fill in the Sources sheet, "
    "then write the code of the source here"
)
_SOURCE_UNKNOWN = N_("Source {code} is not in the Sources sheet; add it there or correct the code")
_SOURCE_NOT_KEPT = N_(
    "Source {code} is not among the sources kept; bring it in with the survey workbook, or correct "
    "the code or leave it blank"
)
_SOURCE_REFUSED = N_("Source {code} was refused; mend its row in the Sources sheet first")


def _follow_village(row: CheckedRow, record: Record, link: Link, register: Register) -> None:
    if not register.lists(_VILLAGE) or row.is_elsewhere:
        return
    # A code that is no village’s is refused already; that it is not listed either says no more.
    refused = {str(one.values.get("code")) for one in row.findings if one.level is Level.REFUSE}
    for code in codes_named(link, record):
        if register.holds(_VILLAGE, code) or code in refused:
            continue
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
    for code in codes_named(link, record):
        if register.holds(link.to, code):
            continue
        if register.is_elsewhere(link.to, code):
            row.is_elsewhere = True
            return
        row.findings.append(
            unknown_code(row, link, code, was_refused=register.was_refused(link.to, code))
        )
