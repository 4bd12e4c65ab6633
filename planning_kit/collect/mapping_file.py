"""Reading a mapping file, with one sentence for every mistake in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ValidationError

from planning_kit.collect.converting import units_of
from planning_kit.collect.mapping import FieldRule, FileRule, Filter, Mapping, PlaceRule, TableRule
from planning_kit.collect.opening import read_bytes
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.records import Record, record_type, record_types

_PARTS: dict[str, type[BaseModel]] = {
    "file": FileRule,
    "table": TableRule,
    "place": PlaceRule,
    "where": Filter,
}
_PARTS_OF_A_RULE = ("fields", "tambon", "amphoe", "province", "moo")


def load_mapping(path: str | Path) -> Mapping:
    """Return the mapping in a TOML file.

    Raises ``KitError`` (``collect.no-such-file`` and its kind, ``collect.mapping-not-toml``)
    or ``KitErrors`` with one sentence for each unknown record, field, unit or key and each
    key that is missing or of the wrong type (``collect.mapping-…``).
    """
    path = Path(path)
    try:
        data = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KitError(
            "collect.mapping-not-toml",
            N_("The mapping “{file}” is not written correctly in TOML: {detail}"),
            file=path.name,
            detail=str(error),
        ) from error
    try:
        mapping = Mapping.model_validate({**data, "name": path.name})
    except ValidationError as error:
        raise KitErrors([*_misshapen(path.name, error)]) from error
    mistakes = list(_mistakes(mapping))
    if mistakes:
        raise KitErrors(mistakes)
    return mapping


def _misshapen(file: str, error: ValidationError) -> Iterator[KitError]:
    for problem in error.errors(include_url=False, include_context=False):
        steps = [str(step + 1) if isinstance(step, int) else step for step in problem["loc"]]
        where, key = ".".join(steps), steps[-1] if steps else ""
        if problem["type"] == "extra_forbidden":
            known = _keys_at(steps[:-1])
            yield KitError(
                "collect.mapping-unknown-key",
                N_("In the mapping “{file}”, “{where}”: there is no key “{key}”; use {known}"),
                file=file,
                where=where,
                key=key,
                known=_nearest(key, known),
            )
        elif problem["type"] == "missing":
            yield KitError(
                "collect.mapping-missing-key",
                N_("In the mapping “{file}”, “{where}” is missing; add it"),
                file=file,
                where=where,
            )
        else:
            yield KitError(
                "collect.mapping-wrong-value",
                N_("In the mapping “{file}”, “{where}” cannot be understood: {detail}"),
                file=file,
                where=where,
                detail=problem["msg"],
            )


def _keys_at(steps: list[str]) -> list[str]:
    model: type[BaseModel] = Mapping
    for step in steps:
        if step in _PARTS_OF_A_RULE:
            model = FieldRule
        model = _PARTS.get(step, model)
    return [info.alias or name for name, info in model.model_fields.items() if name != "name"]


def _mistakes(mapping: Mapping) -> Iterator[KitError]:
    known_fields = record_type("source").model_fields
    for name in mapping.source.keys() - known_fields:
        yield _unknown_field(mapping, "source", name, list(known_fields))
    for table in mapping.table:
        try:
            kind = record_type(table.record)
        except KeyError:
            names = [kind.noun.name for kind in record_types()]
            yield KitError(
                "collect.mapping-unknown-record",
                N_("In the mapping “{file}”: there is no record type “{record}”; use {known}"),
                file=mapping.name,
                record=table.record,
                known=_nearest(table.record, names),
            )
            continue
        yield from _mistakes_of_table(mapping, table, kind)


def _mistakes_of_table(
    mapping: Mapping, table: TableRule, kind: type[Record]
) -> Iterator[KitError]:
    named = [*table.fields, *([table.place.field] if table.place else [])]
    for name in named:
        if name not in kind.model_fields:
            yield _unknown_field(mapping, table.record, name, list(kind.model_fields))
    for name, rule in table.fields.items():
        given = [rule.column is not None, bool(rule.join), rule.constant is not None]
        if sum(given) != 1:
            yield KitError(
                "collect.mapping-one-origin",
                N_(
                    "In the mapping “{file}”, field “{field}”: give exactly one of column, join "
                    "and constant"
                ),
                file=mapping.name,
                field=name,
            )
        if rule.unit is not None and name in kind.model_fields:
            known = units_of(kind.field(name).kind)
            if rule.unit not in known:
                yield _unknown_unit(mapping, name, rule.unit, sorted(known))


def _unknown_field(mapping: Mapping, record: str, name: str, known: list[str]) -> KitError:
    return KitError(
        "collect.mapping-unknown-field",
        N_("In the mapping “{file}”: the record “{record}” has no field “{field}”; use {known}"),
        file=mapping.name,
        record=record,
        field=name,
        known=_nearest(name, known),
    )


def _unknown_unit(mapping: Mapping, name: str, unit: str, known: list[str]) -> KitError:
    if not known:
        return KitError(
            "collect.mapping-no-unit",
            N_("In the mapping “{file}”: the field “{field}” takes no unit; leave out “{unit}”"),
            file=mapping.name,
            field=name,
            unit=unit,
        )
    return KitError(
        "collect.mapping-unknown-unit",
        N_("In the mapping “{file}”, field “{field}”: there is no unit “{unit}”; use {known}"),
        file=mapping.name,
        field=name,
        unit=unit,
        known=", ".join(known),
    )


def _nearest(name: str, known: list[str]) -> str:
    return ", ".join(get_close_matches(name, known, n=3, cutoff=0.5) or known)
