"""Rows of another table of the same file, found by key: a parent of a child, children of a parent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from planning_kit.collect.collected import Remark
from planning_kit.collect.mapping import LookupRule
from planning_kit.collect.mapping_keys import heading, plain_key
from planning_kit.collect.tables import Row, Table
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank


@dataclass
class Lookup:
    """The rows of one table by their key. ``asked`` are the keys that rows asked for."""

    rule: LookupRule
    rows: dict[str, list[Row]]
    keyless: int
    asked: set[str] = field(default_factory=set)

    def matching(self, row: Row) -> list[Row]:
        """Return the rows that belong to ``row``, in the order of their table."""
        cell = row.get(heading(self.rule.key))
        if is_blank(cell):
            return []
        key = plain_key(cell)
        self.asked.add(key)
        return self.rows.get(key, [])

    def key_of(self, row: Row) -> Any:
        """Return the key by which ``row`` asks."""
        return row.get(heading(self.rule.key))

    def orphans(self) -> int:
        """Return how many rows nobody asked for."""
        never = sum(len(rows) for key, rows in self.rows.items() if key not in self.asked)
        return self.keyless + never


def make_lookup(rule: LookupRule, table: Table) -> Lookup:
    """Return the lookup into ``table`` that the mapping asks for."""
    rows: dict[str, list[Row]] = {}
    keyless = 0
    for _number, row in table.rows:
        cell = row.get(heading(rule.its_key))
        if all(is_blank(value) for value in row.values()):
            continue
        if is_blank(cell):
            keyless += 1
            continue
        rows.setdefault(plain_key(cell), []).append(row)
    return Lookup(rule, rows, keyless)


def orphans_told(file: str, sheet: str, lookups: Iterable[Lookup]) -> list[Remark]:
    """Return a remark for each lookup with rows that belong to no row of the table."""
    return [
        Remark(
            "collect.rows-belong-nowhere",
            N_(
                "“{file}”: {rows} rows of “{table}” belong to no row of “{sheet}” by "
                "“{its_key}” and are used for none"
            ),
            {
                "file": file,
                "rows": lookup.orphans(),
                "table": lookup.rule.table,
                "sheet": sheet,
                "its_key": lookup.rule.its_key,
            },
        )
        for lookup in lookups
        if lookup.orphans()
    ]
