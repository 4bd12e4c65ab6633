"""Whom a question is for, in words: “if … go to question …”, because paper hides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planning_kit.language import _
from planning_kit.records import FieldSpec, Kind, is_local
from planning_kit.report.paper_form_blanks import answers_of

_FEW = 4


@dataclass(frozen=True)
class Numbered:
    """A question with its number on paper, and what is said of who answers it."""

    number: int
    spec: FieldSpec
    only_if: str = ""
    skip: str = ""


def numbered(specs: Sequence[FieldSpec], first: int = 1) -> list[Numbered]:
    """Return the questions in their order with numbers from ``first`` and their skips."""
    numbers = {spec.name: first + at for at, spec in enumerate(specs)}
    by_name = {spec.name: spec for spec in specs}
    return [
        Numbered(
            numbers[spec.name],
            spec,
            _only_if(spec, by_name, numbers),
            _skip(at, specs, first),
        )
        for at, spec in enumerate(specs)
    ]


def _only_if(spec: FieldSpec, by_name: dict[str, FieldSpec], numbers: dict[str, int]) -> str:
    # A local question says this in its help already.
    if spec.show_if is None or spec.show_if[0] not in by_name or is_local(spec.name):
        return ""
    other, wanted = spec.show_if
    said = _wordings(by_name[other], set(wanted))
    return _("Only where question {n} is answered {answers}", n=numbers[other], answers=said)


def _skip(at: int, specs: Sequence[FieldSpec], first: int) -> str:
    """Say which answers pass over the questions right behind that hang on this one."""
    spec = specs[at]
    run: list[FieldSpec] = []
    for later in specs[at + 1 :]:
        hangs_on = {spec.name, *(one.name for one in run)}
        if later.show_if is None or later.show_if[0] not in hangs_on:
            break
        run.append(later)
    direct = [one for one in run if one.show_if and one.show_if[0] == spec.name]
    if not direct:
        return ""
    wanted = {code for one in direct if one.show_if for code in one.show_if[1]}
    rest = {code for code, _words in answers_of(spec)} - wanted
    target = _target(at + len(run) + 1, specs, first)
    if rest and len(rest) <= _FEW and spec.kind is not Kind.CHOICES:
        return _("If the answer is {answers}, {go}", answers=_wordings(spec, rest), go=target)
    return _("If the answer is not {answers}, {go}", answers=_wordings(spec, wanted), go=target)


def _target(at: int, specs: Sequence[FieldSpec], first: int) -> str:
    if at >= len(specs):
        return _("go to the next part")
    return _("go to question {n}", n=first + at)


def _wordings(spec: FieldSpec, codes: set[str]) -> str:
    # Quotation marks keep an answer of several words together.
    return " · ".join(f"“{words}”" for code, words in answers_of(spec) if code in codes)
