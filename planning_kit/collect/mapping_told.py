"""What a mapping did and did not use, told after the file is read: nothing happens silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from planning_kit.collect.collected import Remark
from planning_kit.collect.mapping import Mapping, TableRule, UnitDefinition, UnitRule
from planning_kit.collect.mapping_cells import Tally
from planning_kit.collect.mapping_keys import heading
from planning_kit.collect.mapping_parts import overfull_told
from planning_kit.collect.mapping_tables import Tables
from planning_kit.collect.mapping_units import measures
from planning_kit.collect.mapping_wide import spread
from planning_kit.collect.tables import Table
from planning_kit.language import N_, Words, translate
from planning_kit.thai import format_number

_MOST = 20
_ONE_UNIT = N_("1 {unit} as {amount} {measure}{note}")
_MEASURES = {
    "kilograms": Words("กก.", "kg"),
    "square_metres": Words("ตารางเมตร", "square metres"),
    "square_wah": Words("ตารางวา", "square wah"),
    "rai": Words("ไร่", "rai"),
    "acres": Words("เอเคอร์", "acres"),
    "hectares": Words("เฮกตาร์", "hectares"),
    "baht": Words("บาท", "baht"),
}


def tally_told(file: str, tally: Tally) -> list[Remark]:
    """Return what the codes of the mapping did, with the number of cells for each column."""
    told = (
        (
            "collect.codes-not-stated",
            N_("“{file}”: cells whose code says “not stated” or “does not apply”: {columns}"),
            tally.not_stated,
        ),
        (
            "collect.values-otherwise",
            N_(
                "“{file}”: cells with a value outside the mapping’s list, read as it says: {columns}"
            ),
            tally.otherwise,
        ),
        (
            "collect.text-removed",
            N_("“{file}”: cells of which a part was left out, as the mapping says: {columns}"),
            tally.removed,
        ),
        (
            "collect.units-not-stated",
            N_("“{file}”: amounts in a unit the mapping cannot convert, so not stated: {columns}"),
            Counter({f"{column}: {unit}": n for (column, unit), n in tally.other_units.items()}),
        ),
    )
    return [
        *(
            Remark(code, message, {"file": file, "columns": _counted(+counts)})
            for code, message, counts in told
            if +counts
        ),
        *overfull_told(file, tally),
    ]


def units_told(mapping: Mapping, file: str) -> list[Remark]:
    """Return one remark with all local units and rates that the mapping uses; none, none."""
    used = {name for table in mapping.table for name in _units_of_table(table)}
    told = [_unit_told(name, unit) for name, unit in mapping.units.items() if name in used]
    if not told:
        return []
    units = Words("; ".join(one.th for one in told), "; ".join(one.en for one in told))
    message = N_("“{file}”: the mapping reads {units}")
    return [Remark("collect.unit-of-the-mapping", message, {"file": file, "units": units})]


def _unit_told(name: str, unit: UnitDefinition) -> Words:
    measure = measures(unit)[0]
    amount = format_number(getattr(unit, measure))
    note = f" ({unit.note})" if unit.note else ""
    th, en = (
        translate(_ONE_UNIT, language).format(
            unit=name, amount=amount, measure=_MEASURES[measure].say(language), note=note
        )
        for language in ("th", "en")
    )
    return Words(th, en)


def unused_told(file: str, tables: Tables, mapping: Mapping) -> list[Remark]:
    """Return the columns and the tables of the file that the mapping does not use."""
    used: dict[str, tuple[Table, set[str]]] = {}
    for rule in mapping.table:
        asked: list[tuple[str | None, str | None]] = [(rule.table, None)]
        asked += [(lookup.table, name) for name, lookup in rule.lookup.items()]
        for table_name, of in asked:
            table = tables.get(table_name)
            columns = used.setdefault(table.sheet, (table, set()))[1]
            columns.update(heading(name) for one in spread(rule) for name in one.columns(of=of))
            columns.update(heading(rule.lookup[of].its_key) for of in (of,) if of is not None)
    for check in mapping.check:
        rows = tables.get(check.rows or mapping.table[0].table)
        for table, names in (
            (rows, check.row_columns()),
            (tables.stated(check.table), check.list_columns()),
        ):
            used.setdefault(table.sheet, (table, set()))[1].update(map(heading, names))
    told = [remark for table, columns in used.values() for remark in _left(file, table, columns)]
    return [*told, *_tables_left(file, tables, set(used))]


def _left(file: str, table: Table, used: set[str]) -> list[Remark]:
    left = [name for name in table.columns if name not in used]
    if not left:
        return []
    shown = ", ".join(f"“{name}”" for name in left[:_MOST])
    more = f" … (+{len(left) - _MOST})" if len(left) > _MOST else ""
    return [
        Remark(
            "collect.columns-not-used",
            N_("“{file}”: the mapping does not use the columns {columns}"),
            {
                "file": file if table.sheet == file else f"{file}: {table.sheet}",
                "columns": shown + more,
            },
        )
    ]


def _tables_left(file: str, tables: Tables, used: set[str]) -> list[Remark]:
    names = [name for name in tables.names if tables.get(name).sheet not in used]
    return [
        Remark(
            "collect.table-not-used",
            N_("“{file}”: the mapping does not use the table “{table}” with its {rows} rows"),
            {"file": file, "table": name, "rows": len(tables.get(name).rows)},
        )
        for name in names
    ]


def _units_of_table(table: TableRule) -> Iterable[str]:
    for rule in table.fields.values():
        yield from rule.parts
        if isinstance(rule.unit, UnitRule):
            yield from rule.unit.values.values()
        elif rule.unit is not None:
            yield rule.unit


def _counted(counts: Counter[str]) -> str:
    shown = [f"“{name}” {n}" for name, n in counts.most_common(_MOST)]
    more = f" … (+{len(counts) - _MOST})" if len(counts) > _MOST else ""
    return ", ".join(shown) + more
