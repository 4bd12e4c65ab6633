"""What records are called on the screen, so that people choose by name and not by code."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.deliberate.ties import code_order
from planning_kit.errors import KitError
from planning_kit.language import Words, _
from planning_kit.records import (
    Forum,
    Household,
    Kind,
    Record,
    Source,
    Village,
    declared_names,
    provinces_within,
    record_type,
)
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook

TAMBON = "tambon_code"
_CALLED_BY = ("title", "name", "statement", "event", "product")
_LONGEST = 90


def name_of(record: Record) -> str:
    """Return what a record is called: its code and its name, else the parts of its key."""
    kind = type(record)
    fields = {spec.name: spec for spec in kind.fields()}
    told = [_part(record, name) for name in kind.noun.key or fields]
    called = next((name for name in _CALLED_BY if name in fields), None)
    if called is not None and called not in kind.noun.key:
        told.append(_part(record, called))
    elif kind.noun.key == (TAMBON,):
        told.append(areas.short_title(str(getattr(record, TAMBON))))
    return " ".join(part for part in told if part)


def line_of(said: str) -> str:
    """Return a name as the line of a list shows it: whole, or cut where it is very long."""
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _part(record: Record, name: str) -> str:
    value, spec = getattr(record, name), record.field(name)
    if value is None:
        return ""
    if spec.declared is not None:
        return str(declared_names(spec.declared).get(str(value), value))
    if spec.kind is Kind.CHOICE:
        return next((str(one.words) for one in spec.choices or () if one.value == value), "")
    return " ".join(str(value).split())


def named_records(to: str, workbook: Workbook) -> dict[str, str]:
    """Return what records that a field may name are called, by code, in the order of the codes.

    Households are no list to look through: there are hundreds, and they have no name.
    """
    if to == Village.noun.name:
        return _villages(workbook)
    if to == Household.noun.name:
        return {}
    if to == Source.noun.name:
        return {str(one.source_code): f"{one.source_code} · {one.title}" for one in workbook.sources()}  # fmt: skip
    if to == Forum.noun.name:
        return _meetings(workbook)
    kind = record_type(to)
    found = {str(getattr(one, kind.noun.key[0])): name_of(one) for one in workbook.records(kind)}
    return {code: found[code] for code in sorted(found, key=code_order)}


def named_tambons(workbook: Workbook) -> dict[str, str]:
    """Return the tambons to choose from where the workbook is of one province, by code."""
    within = provinces_within(workbook.plan_area)
    if len(within) != 1:
        return {}
    return {
        one.code: f"{one.code} {areas.short_title(one.code)}" for one in areas.tambons(within[0])
    }


def named_taxa(name: str, workbook: Workbook) -> list[tuple[str, Words]]:
    """Return code and wording of the entries of a list that are in use."""
    listed = workbook.taxonomy(name)
    return [
        (row["code"], Words(row["label_th"], row["label_en"] or row["label_th"]))
        for row in listed.to_dict("records")
        if row["is_retired"] is not True
    ]


def _meetings(workbook: Workbook) -> dict[str, str]:
    """Return the meetings, the latest first."""
    held = sorted(workbook.records(Forum), key=lambda one: str(one.date or ""), reverse=True)
    return {str(one.forum_code): " · ".join(_of_meeting(one)) for one in held}


def _of_meeting(one: Forum) -> list[str]:
    day = format_date(one.date, "short") if one.date else ""
    return [part for part in (str(one.forum_code), str(one.title), day) if part]


def _villages(workbook: Workbook) -> dict[str, str]:
    """Return the villages that are listed; those that households happen to name are no list."""
    names = {str(one.village_code): one.name or "" for one in workbook.records(Village)}
    codes = sorted({*names, *(workbook.plan_area.village_codes or ())} if names else ())
    several = len({code[:6] for code in codes}) > 1
    return {code: _village(code, names.get(code, ""), several) for code in codes}


def _village(code: str, name: str, in_several_tambons: bool) -> str:
    try:
        tambon, moo = areas.split_village_code(code)
        place = areas.get(tambon).title() if in_several_tambons else ""
    except KitError:
        return code
    said = _("Village no. {moo}", moo=moo)
    return " ".join(part for part in (said, name, place) if part)
