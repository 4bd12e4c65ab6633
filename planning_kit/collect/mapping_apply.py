"""A foreign file read through its mapping: every row becomes records or is left out, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from planning_kit.collect.collected import Collected, Place, RawRow
from planning_kit.collect.mapping import Mapping, TableRule
from planning_kit.collect.mapping_keys import heading
from planning_kit.collect.mapping_rows import TableReader
from planning_kit.collect.mapping_tables import Tables, nearest, open_tables
from planning_kit.collect.mapping_told import tally_told, units_told, unused_told
from planning_kit.collect.mapping_wide import MARK, repetitions
from planning_kit.collect.opening import fingerprint_of, read_bytes
from planning_kit.collect.stated_totals import stated_lists
from planning_kit.collect.tables import Table
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import LocalQuestion, record_type

_FEW_COLUMNS = 12


def read_mapped(
    path: str | Path,
    mapping: Mapping,
    *,
    area: str | None = None,
    questions: Sequence[LocalQuestion] = (),
) -> Collected:
    """Read a foreign file into raw rows as its mapping says.

    Parameters
    ----------
    area:
        The tambon (6 digits) that the file is imported for. Only a mapping that numbers the
        places of its file needs it, and only where it names no ``tambon_code`` itself.
    questions:
        What the area asks of its own, for a mapping that leads columns to such a question.

    Every row of each table that the mapping names gives at least one raw row, or is listed
    in ``left_out`` with the reason. Lists of stated totals (``[[check]]``) are in ``stated``. What the mapping's codes did, and the columns it does not
    use, are told in ``notes``. Raises ``KitError``: the file cannot be read, or lacks a table
    or a column that the mapping names (``collect.no-such-table``, ``collect.no-such-column``).
    """
    path = Path(path)
    data = read_bytes(path)
    tables = open_tables(path, data, mapping)
    _require_columns(path, tables, mapping)
    collected = Collected(fingerprint_of(data), path.name, is_foreign=True)
    keys = {name: f"[source] {name}" for name in record_type("source").model_fields}
    collected.sources.append(RawRow("source", Place(mapping.name, 1), dict(mapping.source), keys))
    named = dict.fromkeys(rule.table for rule in mapping.table)
    for name in named:
        rules = [rule for rule in mapping.table if rule.table == name]
        reader = TableReader(rules, tables, mapping, path.name, area, questions)
        reader.read_into(collected)
        collected.notes += tally_told(path.name, reader.tally)
    collected.stated = stated_lists(mapping, tables, {one.place for one in collected.left_out})
    collected.notes += units_told(mapping, path.name)
    collected.notes += unused_told(path.name, tables, mapping)
    _tell_apart(collected)
    return collected


def _require_columns(path: Path, tables: Tables, mapping: Mapping) -> None:
    for rule in mapping.table:
        may_lack = rule.optional_columns()
        own = [name for name in rule.columns() if name not in may_lack]
        _require(path, tables.get(rule.table), _spelled_out(rule, own))
        for name, lookup in rule.lookup.items():
            asked = [one for one in rule.columns(of=name) if one not in may_lack]
            _require(path, tables.get(lookup.table), [lookup.its_key, *_spelled_out(rule, asked)])
    for check in mapping.check:
        _require(path, tables.get(check.rows or mapping.table[0].table), [*check.row_columns()])
        _require(path, tables.stated(check.table), [*check.list_columns()])


def _spelled_out(rule: TableRule, columns: list[str]) -> list[str]:
    turns = repetitions(rule.repeat) if rule.repeat is not None else ()
    named: list[str] = []
    for name in columns:
        named += [name.replace(MARK, str(n)) for n in turns] if MARK in name and turns else [name]
    return named


def _require(path: Path, table: Table, columns: list[str]) -> None:
    lacking = [name for name in dict.fromkeys(map(heading, columns)) if name not in table.columns]
    if not lacking:
        return
    few = len(table.columns) <= _FEW_COLUMNS
    known = ", ".join(f"“{name}”" for name in table.columns)
    raise KitError(
        "collect.no-such-column",
        N_("“{file}” has no column {lacking}, which the mapping names; its columns are {columns}"),
        file=path.name if table.sheet == path.name else f"{path.name}: {table.sheet}",
        lacking=", ".join(f"“{name}”" for name in lacking),
        columns=known if few else nearest(lacking[0], table.columns),
    )


def _tell_apart(collected: Collected) -> None:
    """Give each record of a row that gave several of one type an id of its own.

    The store knows a row without a natural key by its file, sheet and row alone.
    """
    times: Counter[tuple[str, Place]] = Counter()
    for raw in collected.rows:
        at = (raw.record, raw.place)
        times[at] += 1
        if raw.natural_id is None and times[at] > 1:
            here = f"{raw.place.sheet}#{raw.place.row}"
            raw.natural_id = f"{collected.fingerprint[:16]}#{here}#{times[at]}"
