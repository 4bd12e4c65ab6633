"""Figures and items of the model tambon as people name them, read as their codes."""

from __future__ import annotations

from functools import cache

from planning_kit.language import N_, Words
from planning_kit.records import FieldSpec, declared_names
from planning_kit.records.declared_lists import DeclaredList
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import Level, in_row
from planning_kit.validate.taxa import plain

_READ_ELSEWHERE = (DeclaredList.CHANNEL, DeclaredList.CHANNEL_STEP)
_UNKNOWN_FIGURE = N_(
    "“{value}” is no figure of the profile, so nothing can be looked up under it; choose one from "
    "the drop-down, such as “{example}” ({code})"
)
_UNKNOWN_ITEM = N_(
    "“{value}” is not in the model tambon’s list, so it will not count; choose one from the "
    "drop-down, such as “{example}” ({code})"
)
_UNKNOWN_CRITERION = N_(
    "“{value}” is not among the criteria for choosing a pilot, so it will not count; choose one, "
    "such as “{example}” ({code})"
)
_UNKNOWN_MODEL = ("validate.unknown-model-item", _UNKNOWN_ITEM)

_UNKNOWN_QUESTION = N_(
    "“{value}” is no question of the yearly check, so it will not count; choose one from the "
    "drop-down, such as “{example}” ({code})"
)
_UNKNOWN: dict[str, tuple[str, str]] = {
    DeclaredList.FIGURE: ("validate.unknown-figure", _UNKNOWN_FIGURE),
    DeclaredList.PILOT_CRITERION: ("validate.unknown-pilot-criterion", _UNKNOWN_CRITERION),
    DeclaredList.PARTNERSHIP_QUESTION: ("validate.unknown-question", _UNKNOWN_QUESTION),
}


class DeclaredNames:
    """Every name by which an entry of a declared list is written; each list is read once."""

    def __init__(self) -> None:
        self._codes = cache(_codes)
        self.names = cache(declared_names)

    def code(self, listed: str, said: str) -> str | None:
        """Return the code that ``said`` is or names, ``None`` where the list has none."""
        return self._codes(listed).get(plain(said))


def _codes(listed: str) -> dict[str, str]:
    names = declared_names(listed)
    found = {plain(words.say(t)): code for code, words in names.items() for t in ("th", "en")}
    # A code means itself, whatever else is called so.
    return found | {plain(code): code for code in names}


def read_declared(row: CheckedRow, names: DeclaredNames) -> None:
    """Read what a row names in a declared list into its code; flag what no list holds."""
    assert row.record is not None
    changes: dict[str, object] = {}
    for spec in row.record.fields():
        said = getattr(row.record, spec.name)
        if spec.declared is None or spec.declared in _READ_ELSEWHERE or said is None:
            continue
        code = names.code(spec.declared, said)
        if code is None:
            _flag(row, spec, said, names.names(spec.declared))
        elif code != said:
            changes[spec.name] = code
    if changes:
        row.record = row.record.with_changes(**changes)


def _flag(row: CheckedRow, spec: FieldSpec, said: str, names: dict[str, Words]) -> None:
    name, sentence = _UNKNOWN.get(str(spec.declared), _UNKNOWN_MODEL)
    first = str(spec.example) if spec.example in names else next(iter(names), "")
    values = {"value": said, "code": first, "example": names.get(first, "")}
    row.findings.append(in_row(row.raw, Level.FLAG, name, sentence, spec, **values))
