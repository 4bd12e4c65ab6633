"""Reading a mapping file, with one sentence for every mistake in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ValidationError

from planning_kit.collect.mapping import (
    CheckRule,
    FieldRule,
    FileRule,
    Filter,
    GroupRule,
    LookupRule,
    Mapping,
    PlaceRule,
    Range,
    RepeatRule,
    TableRule,
    UnitDefinition,
    UnitRule,
)
from planning_kit.collect.mapping_kinds import follows_from_others
from planning_kit.collect.mapping_kinds import told as told_kind
from planning_kit.collect.mapping_mistakes import mistakes_in
from planning_kit.collect.opening import read_bytes
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.records import LocalQuestion
from planning_kit.records.toml_file import TomlFault, toml_of
from planning_kit.thai.normalize import excerpt

_PARTS: dict[str, type[BaseModel]] = {
    "file": FileRule,
    "check": CheckRule,
    "table": TableRule,
    "place": PlaceRule,
    "where": Filter,
    "when": Filter,
    "repeat": RepeatRule,
    "lookup": LookupRule,
    "group": GroupRule,
    "ranges": Range,
    "unit": UnitRule,
    "units": UnitDefinition,
}
_PARTS_OF_A_RULE = ("fields", "tambon", "amphoe", "province", "moo")
# More mistakes than these are counted, not told one by one.
_MOST_TOLD = 100
# Pydantic names the kinds it tried; they say nothing to the writer of a mapping.
_KINDS_TRIED = ("str", "int", "float", "bool", "UnitRule")


def load_mapping(path: str | Path, questions: Sequence[LocalQuestion] = ()) -> Mapping:
    """Return the mapping in a TOML file.

    ``questions`` are those the area asks of its own; a mapping may lead columns to them.
    Raises ``KitError`` (``collect.no-such-file`` and its kind, ``collect.mapping-not-toml``)
    or ``KitErrors`` with one sentence for each unknown record, field, unit, lookup or key and
    each key that is missing or of the wrong type (``collect.mapping-…``).
    """
    path = Path(path)
    try:
        data = toml_of(read_bytes(path))
    except TomlFault as fault:
        raise KitError(
            "collect.mapping-not-toml",
            N_("The mapping “{file}” is not written correctly in TOML: {detail}"),
            file=path.name,
            detail=fault.where,
        ) from fault
    return checked_mapping(data, path.name, questions)


def checked_mapping(
    data: dict[str, object], name: str, questions: Sequence[LocalQuestion] = ()
) -> Mapping:
    """Return the mapping that ``data`` (a parsed TOML file called ``name``) describes.

    Raises ``KitErrors`` as ``load_mapping`` does.
    """
    try:
        mapping = Mapping.model_validate({**data, "name": name})
    except ValidationError as error:
        raise KitErrors([*_misshapen(name, error)]) from error
    mistakes = list(mistakes_in(mapping, questions))
    if mistakes:
        raise KitErrors(mistakes)
    return mapping


def _misshapen(file: str, error: ValidationError) -> Iterator[KitError]:
    told: set[str] = set()
    problems = error.errors(include_url=False)
    places = {tuple(problem["loc"]) for problem in problems}
    problems = [one for one in problems if not follows_from_others(one, places)]
    # Of a unit that may be a name or a table, the table's own mistakes say more.
    problems.sort(key=lambda problem: problem["type"].endswith("_type"))
    for problem in problems[:_MOST_TOLD]:
        steps = [str(step + 1) if isinstance(step, int) else step for step in problem["loc"]]
        steps = [step for step in steps if step not in _KINDS_TRIED]
        where = ".".join(steps)
        if where in told or any(one.startswith(f"{where}.") for one in told):
            continue
        told.add(where)
        key = steps[-1] if steps else ""
        yield _explained(file, where, key, _keys_at(steps[:-1]), problem)
    if len(problems) > _MOST_TOLD:
        yield KitError(
            "collect.mapping-more-mistakes",
            N_("“{file}” has {n} more mistakes; is it the right file?"),
            file=file,
            n=len(problems) - _MOST_TOLD,
        )


def _explained(file: str, where: str, key: str, known: list[str], problem: object) -> KitError:
    assert isinstance(problem, dict)
    if problem["type"] == "extra_forbidden":
        return KitError(
            "collect.mapping-unknown-key",
            N_("In the mapping “{file}”, “{where}”: there is no key “{key}”; use {known}"),
            file=file,
            where=where,
            key=key,
            known=_nearest(key, known),
        )
    if problem["type"] == "missing":
        return KitError(
            "collect.mapping-missing-key",
            N_("In the mapping “{file}”, “{where}” is missing; add it"),
            file=file,
            where=where,
        )
    if problem["type"] == "literal_error":
        return KitError(
            "collect.mapping-unknown-word",
            N_("In the mapping “{file}”, “{where}”: “{word}” is not known; use {known}"),
            file=file,
            where=where,
            word=excerpt(problem["input"]),
            known=problem["ctx"]["expected"].replace("'", "").replace(" or ", ", "),
        )
    return KitError(
        "collect.mapping-wrong-value",
        N_("In the mapping “{file}”, “{where}” cannot be understood: {detail}"),
        file=file,
        where=where,
        detail=told_kind(problem),
    )


def _keys_at(steps: list[str]) -> list[str]:
    model: type[BaseModel] = Mapping
    for step in steps:
        if step in _PARTS_OF_A_RULE:
            model = FieldRule
        model = _PARTS.get(step, model)
    return [info.alias or name for name, info in model.model_fields.items() if name != "name"]


def _nearest(name: str, known: list[str]) -> str:
    return ", ".join(get_close_matches(name, known, n=3, cutoff=0.5) or known)
