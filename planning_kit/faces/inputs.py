"""Which control a field gets: one per kind, and a list of places where a code names one."""

from __future__ import annotations

from collections.abc import Callable

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.faces.answer_control import MOST_BUTTONS, ButtonsControl, ListControl
from planning_kit.faces.control import Control
from planning_kit.faces.parts_control import DateControl, LandControl
from planning_kit.faces.text_control import LongTextControl, TextControl
from planning_kit.language import _
from planning_kit.records import FieldSpec, Kind, Record, Source, Village
from planning_kit.workbook import Workbook

_BY_KIND: dict[Kind, Callable[[FieldSpec], Control]] = {
    Kind.LONG_TEXT: LongTextControl,
    Kind.LAND: LandControl,
    Kind.DATE: DateControl,
    Kind.YES_NO: ButtonsControl,
    Kind.CHOICES: ButtonsControl,
    Kind.MONTHS: ButtonsControl,
}


def make_control(spec: FieldSpec) -> Control:
    """Return the control of a field by its kind."""
    if spec.kind is Kind.CHOICE:
        is_short = len(list(spec.choices or ())) <= MOST_BUTTONS
        return ButtonsControl(spec) if is_short else ListControl(spec)
    return _BY_KIND.get(spec.kind, TextControl)(spec)


def make_controls(kind: type[Record], workbook: Workbook) -> dict[str, Control]:
    """Return a control for every field; codes that name something kept are chosen by name."""
    links = {link.field: link.to for link in kind.noun.links}
    return {
        spec.name: _linked(spec, links[spec.name], workbook)
        if spec.name in links
        else make_control(spec)
        for spec in kind.fields()
    }


def _linked(spec: FieldSpec, to: str, workbook: Workbook) -> Control:
    listed = listed_codes(to, workbook)
    if to not in (Village.noun.name, Source.noun.name):
        codes = [str((one.record.natural_key() or ("",))[0]) for one in workbook.stored(to)]
        return TextControl(spec, codes)
    return ListControl(spec, listed) if listed else make_control(spec)


def listed_codes(to: str, workbook: Workbook) -> list[tuple[str, str | None]]:
    """Return name and code of what a field may name, where people choose it by name."""
    if to == Village.noun.name:
        return _villages(workbook)
    if to == Source.noun.name:
        return [(f"{one.source_code} · {one.title}", one.source_code) for one in workbook.sources()]
    return []


def _villages(workbook: Workbook) -> list[tuple[str, str | None]]:
    """Return the villages that are listed; those that households happen to name are no list."""
    names = {str(one.village_code): one.name or "" for one in workbook.records(Village)}
    codes = sorted({*names, *(workbook.plan_area.village_codes or ())} if names else ())
    several = len({code[:6] for code in codes}) > 1
    return [(_village(code, names.get(code, ""), several), code) for code in codes]


def _village(code: str, name: str, in_several_tambons: bool) -> str:
    try:
        tambon, moo = areas.split_village_code(code)
        place = areas.get(tambon).title() if in_several_tambons else ""
    except KitError:
        return code
    said = _("Village no. {moo}", moo=moo)
    return " ".join(part for part in (said, name, place) if part)
