"""A notebook's parameters, checked before it runs.

papermill only logs an unknown parameter and leaves a missing one at its default, so that a
report of the wrong tambon ends with exit code 0. Here both are refused.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_, Words

_TYPE_WORDS: dict[type, Words] = {
    str: Words("ข้อความ", "text"),
    int: Words("จำนวนเต็ม", "a whole number"),
    float: Words("จำนวน", "a number"),
    bool: Words("จริงหรือเท็จ", "true or false"),
    list: Words("รายการ", "a list"),
    dict: Words("รายการแบบมีชื่อ", "a table of names and values"),
    type(None): Words("ค่าว่าง", "nothing"),
}


def declared_parameters(path: Path) -> dict[str, type | None]:
    """Return the parameters a notebook declares, each with the type of its default.

    The type is ``None`` where the default is not a literal or is ``None`` itself:
    such a parameter takes any value.
    """
    import papermill

    declared: dict[str, type | None] = {}
    for name, found in papermill.inspect_notebook(str(path)).items():
        try:
            default = ast.literal_eval(found["default"])
        except (ValueError, SyntaxError):
            declared[name] = None
        else:
            declared[name] = None if default is None else type(default)
    return declared


def check_parameters(path: Path, parameters: Mapping[str, object]) -> None:
    """Refuse parameters that do not fit the notebook in ``path``.

    Every declared parameter must be given, none other, each of the type of its default.
    Raises one ``KitErrors`` with ``runs.unknown-parameter``, ``runs.missing-parameter`` and
    ``runs.wrong-parameter-type`` for all that is wrong.
    """
    declared = declared_parameters(path)
    wrong = [
        *_unknown(path, declared, parameters),
        *_missing(path, declared, parameters),
        *_mistyped(path, declared, parameters),
    ]
    if wrong:
        raise KitErrors(wrong)


def _unknown(
    path: Path, declared: Mapping[str, type | None], given: Mapping[str, object]
) -> list[KitError]:
    return [
        KitError(
            "runs.unknown-parameter",
            N_("Notebook {notebook} has no parameter {parameter}. It has: {known}."),
            notebook=path.stem,
            parameter=name,
            known=", ".join(declared) or "–",
        )
        for name in given
        if name not in declared
    ]


def _missing(
    path: Path, declared: Mapping[str, type | None], given: Mapping[str, object]
) -> list[KitError]:
    return [
        KitError(
            "runs.missing-parameter",
            N_("Notebook {notebook} needs the parameter {parameter}. Give it a value."),
            notebook=path.stem,
            parameter=name,
        )
        for name in declared
        if name not in given
    ]


def _mistyped(
    path: Path, declared: Mapping[str, type | None], given: Mapping[str, object]
) -> list[KitError]:
    return [
        KitError(
            "runs.wrong-parameter-type",
            N_("Parameter {parameter} of notebook {notebook} must be {wanted}, not {found}."),
            parameter=name,
            notebook=path.stem,
            wanted=_words(wanted),
            found=_words(type(given[name])),
        )
        for name, wanted in declared.items()
        if name in given and wanted is not None and not _fits(given[name], wanted)
    ]


def _fits(value: object, wanted: type) -> bool:
    # A bool is an int to Python, not to a planner; a whole number does for a number.
    if isinstance(value, bool) or wanted is bool:
        return isinstance(value, bool) and wanted is bool
    return isinstance(value, (int, float) if wanted is float else wanted)


def _words(kind: type) -> Words:
    return _TYPE_WORDS.get(kind, Words(kind.__name__, kind.__name__))
