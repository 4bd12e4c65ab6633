"""Which record a person means who names it by its code, its whole key, its id or its row."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit import thai
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import record_type
from planning_kit.store import Revision, Store, withdrawn
from planning_kit.workbook.withdrawn_records import key_text

MOST_LISTED = 10
_BETWEEN = " · "
_NONE = N_("There is no record of {title} under “{code}”; check the code")
_SEVERAL = N_("“{code}” may be several records of {title}; name one of them: {names}")


def find_record(
    store: Store, plan_area_id: str, name: str, code: str, *, is_withdrawn: bool
) -> Revision:
    """Return the record of a plan area that ``code`` names, of the withdrawn ones if so asked.

    Otherwise of all, so that one withdrawn already is found and can be told as such.
    Raises what ``named_record`` raises.
    """
    gone = withdrawn(store, name, plan_area_id)
    there = [] if is_withdrawn else store.latest(name, plan_area_id)
    return named_record(name, [*(one.revision for one in there), *gone], code)


def named_record(name: str, revisions: Sequence[Revision], code: str) -> Revision:
    """Return the one of ``revisions`` (of record type ``name``) that ``code`` names.

    ``code`` is the natural key, its first part where that is enough, the record's id, or,
    for a type without a key, the number of the row in its file. Raises ``KitError``
    ``workbook.no-such-code`` or ``workbook.several-under-code``.
    """
    wanted = thai.to_arabic_digits(code.strip())
    title = record_type(name).noun.title
    for is_meant in (_is_whole_key, _is_id, _is_first_part, _is_row):
        found = [one for one in revisions if is_meant(one, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            names = "; ".join(_name(one) for one in found[:MOST_LISTED])
            names += " …" if len(found) > MOST_LISTED else ""
            raise KitError(
                "workbook.several-under-code", _SEVERAL, code=wanted, title=title, names=names
            )
    raise KitError("workbook.no-such-code", _NONE, code=wanted, title=title)


def _is_whole_key(one: Revision, code: str) -> bool:
    return bool(one.record and one.record.noun.key and key_text(one.record) == code)


def _is_id(one: Revision, code: str) -> bool:
    return str(one.record_id) == code.lower()


def _is_first_part(one: Revision, code: str) -> bool:
    key = (one.record.natural_key() if one.record else None) or (None,)
    return key[0] is not None and str(key[0]) == code


def _is_row(one: Revision, code: str) -> bool:
    has_key = one.record is not None and bool(one.record.noun.key)
    return not has_key and one.row is not None and str(one.row) == code


def _name(one: Revision) -> str:
    return (key_text(one.record) if one.record else "") or str(one.record_id)
