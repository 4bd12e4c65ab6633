"""Which control a field gets: one per kind, and a list of places where a code names one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from planning_kit.faces.answer_control import MOST_BUTTONS, ButtonsControl, ListControl, Option
from planning_kit.faces.control import Control
from planning_kit.faces.named import (
    TAMBON,
    line_of,
    named_records,
    named_tambons,
    named_taxa,
)
from planning_kit.faces.parts_control import DateControl, LandControl
from planning_kit.faces.text_control import LongTextControl, TextControl
from planning_kit.language import Words
from planning_kit.records import FieldSpec, Kind, Record, declared_names
from planning_kit.workbook import Workbook

MOST_TOGETHER = 60
"""Of more than this no several are chosen by touch; their codes are typed."""

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
    return {spec.name: named_control(kind, spec.name, workbook) for spec in kind.fields()}


def named_control(
    kind: type[Record], name: str, workbook: Workbook, *, most_buttons: int = MOST_BUTTONS
) -> Control:
    """Return the control of one field; people choose what a code means by its name.

    One of more than ``most_buttons`` entries of a list is chosen from a list, not by a button.
    """
    spec = kind.field(name)
    if spec.taxonomy is not None and (taxa := named_taxa(spec.taxonomy, workbook)):
        return _chosen(spec, taxa, most_buttons)
    if spec.declared is not None:
        return _chosen(spec, list(declared_names(spec.declared).items()), most_buttons)
    if name == TAMBON and name in kind.noun.key and len(kind.noun.key) == 1:
        return _tambon(spec, workbook)
    targets = [link.to for link in kind.noun.links if link.field == name]
    # What may name records of several sorts is written in its own tool, or by code.
    if len(targets) != 1 or spec.kind not in (Kind.CODE, Kind.CODES):
        return make_control(spec)
    named = named_records(targets[0], workbook)
    if named and (spec.kind is Kind.CODE or len(named) <= MOST_TOGETHER):
        lines = {code: line_of(said) for code, said in named.items()}
        options = [(code, Words(line, line)) for code, line in lines.items()]
        return _chosen(replace(spec, label=_without_code(spec.label)), options, 0)
    codes = [str((one.record.natural_key() or ("",))[0]) for one in workbook.stored(targets[0])]
    return TextControl(spec, codes) if codes else make_control(spec)


def _chosen(spec: FieldSpec, options: Sequence[Option], most_buttons: int) -> Control:
    if spec.kind is Kind.CODES or len(options) <= most_buttons:
        return ButtonsControl(spec, options)
    return ListControl(spec, [(str(words), code) for code, words in options])


def _tambon(spec: FieldSpec, workbook: Workbook) -> Control:
    """Return a list of the tambons of the province; without one the code is typed."""
    options = [(code, Words(said, said)) for code, said in named_tambons(workbook).items()]
    return (
        _chosen(replace(spec, label=_without_code(spec.label)), options, 0)
        if options
        else (make_control(spec))
    )


def _without_code(label: Words) -> Words:
    return Words(label.th.removeprefix("รหัส"), label.en.removesuffix(" code"))
