"""How a record is asked of a person: its sections in order, and which questions to skip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.language import Words
from planning_kit.records.field import FieldSpec
from planning_kit.records.record import Record

_BEGINNING = Words("เริ่มต้น", "To begin with")
_END = Words("ท้ายแบบสอบถาม", "At the end")
_CONSENT = "consent_given"
_YES, _NO = "yes", "no"


@dataclass(frozen=True)
class AskingSection:
    """Questions that stand together under one heading."""

    title: Words
    fields: tuple[FieldSpec, ...]


def asking_order(kind: type[Record]) -> tuple[AskingSection, ...]:
    """Return the questions of a record type by section, in the order people are asked them.

    Consent comes first, because nothing may be asked without it; then what stands before
    the first heading, the headings in order of declaration with an area's own questions
    last, and what stands behind the last heading of the kit's own.
    """
    specs = kind.fields()
    consent = next((spec.group for spec in specs if spec.name == _CONSENT), None)
    with_heading = [at for at, spec in enumerate(specs) if spec.group]
    first = with_heading[0] if with_heading else len(specs)
    named: dict[Words, list[FieldSpec]] = {}
    for spec in specs:
        if spec.group:
            named.setdefault(spec.group, []).append(spec)
    before = tuple(spec for spec in specs[:first] if not spec.group)
    behind = tuple(spec for spec in specs[first:] if not spec.group)
    sections = [AskingSection(_BEGINNING, before)]
    if consent is not None:
        sections.insert(0, AskingSection(consent, tuple(named.pop(consent))))
    sections += [AskingSection(title, tuple(fields)) for title, fields in named.items()]
    sections.append(AskingSection(_END, behind))
    return tuple(section for section in sections if section.fields)


def is_asked(kind: type[Record], spec: FieldSpec, answers: Mapping[str, Any]) -> bool:
    """Tell whether ``spec`` is asked after these answers (values as the record reads them).

    A question whose condition hangs on one that was not asked, or not answered, is not.
    """
    seen = {spec.name}
    while spec.show_if is not None:
        other, wanted = spec.show_if
        if other in seen or other not in kind.model_fields:
            return False
        seen.add(other)
        if not _codes(answers.get(other)) & set(wanted):
            return False
        spec = kind.field(other)
    return True


def _codes(answer: Any) -> set[str]:
    if answer is None:
        return set()
    given = answer if isinstance(answer, (tuple, list)) else (answer,)
    return {_code(one) for one in given}


def _code(answer: Any) -> str:
    if isinstance(answer, bool):
        return _YES if answer else _NO
    return str(getattr(answer, "value", answer))
