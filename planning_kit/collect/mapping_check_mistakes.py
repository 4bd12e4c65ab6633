"""Mistakes in the parts of a mapping about stated totals, texts left out and months."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit.collect.mapping import FieldRule, Mapping
from planning_kit.collect.mapping_patterns import compiled_or_why, is_too_slow
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import FieldSpec, Kind
from planning_kit.thai.normalize import excerpt


def mistakes_of_checks(mapping: Mapping) -> Iterator[KitError]:
    """Yield an error for each list of totals of which no figure would be compared."""
    for check in mapping.check:
        if not (check.sum or check.count or check.distinct):
            yield KitError(
                "collect.mapping-check-nothing",
                N_(
                    "In the mapping “{file}”, [[check]] from “{list}”: say which of its columns are "
                    "totals, with sum, count or distinct"
                ),
                file=mapping.name,
                list=check.table,
            )


def mistakes_of_reading(
    mapping: Mapping, name: str, rule: FieldRule, spec: FieldSpec | None
) -> Iterator[KitError]:
    """Yield an error for each pattern that is none, and for a fiscal year where no months are."""
    yield from _mistakes_of_patterns(mapping, name, rule)
    if rule.year_of_date is not None and spec is not None and spec.kind is not Kind.YEAR_BE:
        yield KitError(
            "collect.mapping-no-year",
            N_(
                "In the mapping “{file}”: the field “{field}” holds no year; leave out year_of_date"
            ),
            file=mapping.name,
            field=name,
        )
    if rule.fiscal_year is not None and spec is not None and spec.kind is not Kind.MONTHS:
        yield KitError(
            "collect.mapping-no-months",
            N_(
                "In the mapping “{file}”: the field “{field}” holds no months; leave out fiscal_year"
            ),
            file=mapping.name,
            field=name,
        )


def _mistakes_of_patterns(mapping: Mapping, name: str, rule: FieldRule) -> Iterator[KitError]:
    for pattern in rule.remove:
        wrong = compiled_or_why(pattern)
        if wrong is None and is_too_slow(pattern):
            yield KitError(
                "collect.mapping-slow-pattern",
                N_(
                    "In the mapping “{file}”, field “{field}”: “{pattern}” could search for hours; "
                    "repeat (+ * {{n,}}) only single signs or sets of signs, not groups with "
                    "repetitions or choices in them, and at most four times"
                ),
                file=mapping.name,
                field=name,
                pattern=excerpt(pattern),
            )
        if wrong is not None:
            yield KitError(
                "collect.mapping-bad-pattern",
                N_(
                    "In the mapping “{file}”, field “{field}”: “{pattern}” is not a regular "
                    "expression ({detail})"
                ),
                file=mapping.name,
                field=name,
                pattern=excerpt(pattern),
                detail=wrong,
            )
