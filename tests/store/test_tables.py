"""Tables a province officer can query, in SQLite and in PostgreSQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import MetaData
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from planning_kit.language import Words
from planning_kit.records import Noun, Record, field, record_types
from planning_kit.records.kinds import Text
from planning_kit.store import Store
from planning_kit.store.tables import heads, record_table, table_of


def test_every_record_type_has_a_table_with_a_column_per_field() -> None:
    for kind in record_types():
        names = {column.name for column in table_of(kind.noun.name).columns}
        assert {spec.name for spec in kind.fields()} < names


def test_postgresql_gets_real_types() -> None:
    dialect = postgresql.dialect()
    made = str(CreateTable(table_of("household_account")).compile(dialect=dialect))
    assert "debt_formal NUMERIC(18, 4)" in made
    assert "saved_at TIMESTAMP WITH TIME ZONE" in made
    assert "consent_date DATE" in str(CreateTable(table_of("household")).compile(dialect=dialect))
    assert "LEFT OUTER JOIN" in str(heads(table_of("group")).compile(dialect=dialect))


def test_an_officer_can_query_with_plain_sql(store: Store, file: Path, first, household) -> None:
    store.write(
        [
            first(household("1", males=2, water_sources="pond", land_owned="2 ไร่")),
            first(household("2", males=3, consent_date="5 ก.ย. 2569")),
        ]
    )
    with closing(sqlite3.connect(file)) as officer:
        query = "SELECT sum(males), sum(land_owned) FROM household WHERE village_code = '99010101'"
        assert officer.execute(query).fetchone() == (5, 800)
        query = "SELECT household_id FROM household WHERE consent_date >= '2026-09-01'"
        assert officer.execute(query).fetchall() == [("2",)]
        query = "SELECT household_id FROM household WHERE water_sources LIKE '%pond%'"
        assert officer.execute(query).fetchall() == [("1",)]
        assert officer.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_field_may_not_take_the_name_of_a_revision_column() -> None:
    class Clash(Record):
        noun = Noun("clash", Words("ก", "a"), Words("ก", "a"))
        saved_by: Text = field("ก", "a")

    with pytest.raises(ValueError, match="saved_by"):
        record_table(Clash, MetaData())


def test_all_settings_of_safety_are_on(store: Store) -> None:
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        # 2 is FULL.
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
