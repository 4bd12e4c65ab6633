"""Quotes in a CSV: what harms nobody is read, what would swallow rows is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.collect.mapping import FileRule
from planning_kit.collect.tables import read_table
from planning_kit.errors import KitError


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a,b\n1,2\n"H2,2\nH3,2\nH4,2\n', 3),
        # Closed by the next stray quote, forty rows on.
        ('a,b\n"H0,2\n' + "H1,2\n" * 40 + '"H9",2\n', 2),
        ('a,b\n"H0,2\n' + "H1,2\n" * 40 + 'H9",2,"x"\n', 2),
        ('a,b\n1,2\n3,"4', 3),
        ('a,b\n1,2\n3,"4\n', 3),
    ],
)
def test_a_quote_that_never_closes_swallows_no_rows(text: str, line: int) -> None:
    with pytest.raises(KitError) as caught:
        read_table(Path("t.csv"), text.encode(), FileRule())
    assert caught.value.code == "collect.open-quote"
    assert f"line {line} " in caught.value.say("en")
    assert f"บรรทัดที่ {line} " in caught.value.say("th")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('a,b\n1,"two\nlines, with a comma"\n', {"a": "1", "b": "two\nlines, with a comma"}),
        ('a,b\n1,5" pipe\n', {"a": "1", "b": '5" pipe'}),
        ('a,b\n1,"said ""yes"""\n', {"a": "1", "b": 'said "yes"'}),
        ('a,b\n"1"x,2\n', {"a": "1x", "b": "2"}),
    ],
)
def test_quotes_that_harm_nobody_are_read(text: str, cells: dict[str, str]) -> None:
    table = read_table(Path("t.csv"), text.encode(), FileRule())
    assert [row for _number, row in table.rows] == [cells]


def test_broken_json_is_told_in_one_language_with_its_place() -> None:
    with pytest.raises(KitError) as caught:
        read_table(Path("t.json"), b'[{"a": 1},\n {"a": 2,,}]', FileRule())
    # The second comma on the second line is its 10th character.
    assert "บรรทัดที่ 2 ตัวที่ 10" in caught.value.say("th")
    assert not any(word in caught.value.say("th") for word in ("Expecting", "line", "column"))
