"""What is wrong in a mapping that is well formed: names of things that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from planning_kit.collect.mapping import FieldRule, Mapping, TableRule, UnitRule
from planning_kit.collect.mapping_check_mistakes import mistakes_of_checks, mistakes_of_reading
from planning_kit.collect.mapping_expression import parse
from planning_kit.collect.mapping_place_mistakes import mistakes_of_place
from planning_kit.collect.mapping_question_mistakes import unknown_question
from planning_kit.collect.mapping_units import measures, units_for
from planning_kit.collect.mapping_wide import MARK, MOST_REPETITIONS, repetitions
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records import (
    FieldSpec,
    LocalQuestion,
    Record,
    extended,
    is_local,
    record_type,
    record_types,
)
from planning_kit.records.kinds import is_blank


def mistakes_in(mapping: Mapping, questions: Sequence[LocalQuestion] = ()) -> Iterator[KitError]:
    """Yield one error for each unknown record, field, unit, answer, lookup or sum.

    ``questions`` are those an area asks of its own: fields like any other.
    """
    known_fields = record_type("source").model_fields
    for name in mapping.source.keys() - known_fields:
        yield _unknown_field(mapping, "source", name, list(known_fields))
    for name, unit in mapping.units.items():
        if len(measures(unit)) != 1:
            yield KitError(
                "collect.mapping-unit-measure",
                N_(
                    "In the mapping “{file}”, unit “{unit}”: say by exactly one of kilograms, rai, "
                    "square_wah, square_metres, acres, hectares and baht what one is"
                ),
                file=mapping.name,
                unit=name,
            )
    yield from mistakes_of_checks(mapping)
    for table in mapping.table:
        try:
            kind = extended(record_type(table.record), questions)
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
        if name in kind.model_fields:
            continue
        if is_local(name):
            yield unknown_question(mapping.name, table.record, name, kind)
        else:
            yield _unknown_field(mapping, table.record, name, list(kind.model_fields))
    for name, rule in table.fields.items():
        spec = kind.field(name) if name in kind.model_fields else None
        yield from _mistakes_of_field(mapping, name, rule, spec)
    yield from _mistakes_of_lookups(mapping, table)
    yield from _mistakes_of_repeat(mapping, table)
    if table.place is not None:
        yield from mistakes_of_place(mapping.name, table.place)


def _mistakes_of_field(
    mapping: Mapping, name: str, rule: FieldRule, spec: FieldSpec | None
) -> Iterator[KitError]:
    counts_rows = rule.take == "count" and not rule.origins()
    if len(rule.origins()) != 1 and not counts_rows:
        yield KitError(
            "collect.mapping-one-origin",
            N_(
                "In the mapping “{file}”, field “{field}”: give exactly one of column, join, "
                "constant, calculate, sum, flags and parts"
            ),
            file=mapping.name,
            field=name,
        )
    if rule.parts and rule.unit is not None:
        yield KitError(
            "collect.mapping-parts-and-unit",
            N_("In the mapping “{file}”, field “{field}”: parts name a unit each; leave out unit"),
            file=mapping.name,
            field=name,
        )
    if rule.calculate is not None:
        try:
            parse(rule.calculate)
        except KitError as error:
            yield KitError(
                error.code,
                N_("In the mapping “{file}”, field “{field}”: {detail}"),
                file=mapping.name,
                field=name,
                detail=Words(error.say("th"), error.say("en")),
            )
    yield from mistakes_of_reading(mapping, name, rule, spec)
    if spec is not None:
        yield from _unknown_units(mapping, rule, spec)
        yield from _unknown_answers(mapping, rule, spec)


def _unknown_units(mapping: Mapping, rule: FieldRule, spec: FieldSpec) -> Iterator[KitError]:
    units = rule.unit.values.values() if isinstance(rule.unit, UnitRule) else [rule.unit]
    units = [*units, *rule.parts]
    known = units_for(spec.kind, mapping.units)
    for unit in units:
        if unit is None or unit in known:
            continue
        if not known:
            yield KitError(
                "collect.mapping-no-unit",
                N_(
                    "In the mapping “{file}”: the field “{field}” takes no unit; leave out “{unit}”"
                ),
                file=mapping.name,
                field=spec.name,
                unit=unit,
            )
            continue
        yield KitError(
            "collect.mapping-unknown-unit",
            N_("In the mapping “{file}”, field “{field}”: there is no unit “{unit}”; use {known}"),
            file=mapping.name,
            field=spec.name,
            unit=unit,
            known=", ".join(sorted(known)),
        )


def _unknown_answers(mapping: Mapping, rule: FieldRule, spec: FieldSpec) -> Iterator[KitError]:
    if spec.choices is None:
        return
    given = [*rule.values.values(), rule.otherwise, *(one.answer for one in rule.ranges)]
    given += [*rule.flags, *([rule.constant] if not rule.values else [])]
    for answer in dict.fromkeys(str(one) for one in given if not is_blank(one)):
        if answer != MARK and spec.choices.read(answer) is None:
            codes = [member.value for member in spec.choices]
            yield KitError(
                "collect.mapping-unknown-answer",
                N_(
                    "In the mapping “{file}”: “{answer}” is not an answer of the field “{field}”; "
                    "use {known}"
                ),
                file=mapping.name,
                answer=answer,
                field=spec.name,
                known=_nearest(answer, codes),
            )


def _mistakes_of_lookups(mapping: Mapping, table: TableRule) -> Iterator[KitError]:
    asked = [rule.of for rule in table.fields.values()]
    asked += [one.of for rule in table.fields.values() for one in rule.when]
    asked += [one.of for one in table.where]
    for name in dict.fromkeys(name for name in asked if name is not None):
        if name not in table.lookup:
            yield KitError(
                "collect.mapping-unknown-lookup",
                N_(
                    "In the mapping “{file}”: “{record}” has no lookup “{name}” ({known}); write "
                    "[table.lookup.{name}] with table, key and its_key"
                ),
                file=mapping.name,
                record=table.record,
                name=name,
                known=_nearest(name, list(table.lookup)) or "–",
            )


def _mistakes_of_repeat(mapping: Mapping, table: TableRule) -> Iterator[KitError]:
    if table.repeat is None:
        marked = next((name for name in table.columns() if MARK in name), None)
        if marked is not None:
            yield KitError(
                "collect.mapping-no-repeat",
                N_(
                    "In the mapping “{file}”: the column “{column}” repeats; say under "
                    "[table.repeat] what {mark} stands for"
                ),
                file=mapping.name,
                column=marked,
                mark=MARK,
            )
    elif not 1 <= len(repetitions(table.repeat)) <= MOST_REPETITIONS or (
        table.repeat.each and table.repeat.first is not None
    ):
        yield KitError(
            "collect.mapping-bad-repeat",
            N_(
                "In the mapping “{file}”, [table.repeat] of “{record}”: give either each = […], or "
                "first and last as whole numbers, {most} repetitions at most"
            ),
            file=mapping.name,
            record=table.record,
            most=MOST_REPETITIONS,
        )


def _unknown_field(mapping: Mapping, record: str, name: str, known: list[str]) -> KitError:
    return KitError(
        "collect.mapping-unknown-field",
        N_("In the mapping “{file}”: the record “{record}” has no field “{field}”; use {known}"),
        file=mapping.name,
        record=record,
        field=name,
        known=_nearest(name, known),
    )


def _nearest(name: str, known: list[str]) -> str:
    return ", ".join(get_close_matches(name, known, n=3, cutoff=0.5) or known)
