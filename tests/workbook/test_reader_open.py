"""Somebody reads the store while an import writes: both get what they came for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from planning_kit.records import Household
from planning_kit.workbook import import_file


def test_a_reader_in_the_middle_of_reading_holds_nobody_up_and_sees_no_half(
    workbook, store, filled, household, tmp_path: Path
) -> None:
    import_file(filled("a.xlsx", household=[household("1")]), area="990101", store=store)
    with closing(sqlite3.connect(tmp_path / "kit.sqlite", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        count = "SELECT count(*) FROM household"
        assert reader.execute(count).fetchone() == (1,)
        more = filled("b.xlsx", household=[household(str(n)) for n in range(2, 30)])
        assert import_file(more, area="990101", store=store).counts["household"]["new"] == 28
        assert reader.execute(count).fetchone() == (1,)
        reader.execute("COMMIT")
        assert reader.execute(count).fetchone() == (29,)
    assert len(workbook.records(Household)) == 29


def test_the_kit_reads_one_moment_while_another_import_comes_in(
    workbook, store, filled, household
) -> None:
    path = filled(household=[household("1")])
    other = type(store).open(store.url)
    with other, other.at_one_moment():
        assert other.latest("household") == []
        import_file(path, area="990101", store=store)
        assert other.latest("household") == []
    with type(store).open(store.url) as later:
        assert len(later.latest("household")) == 1
