"""The form of a survey, whatever it holds: its questions, or one sentence, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning_kit.collect.xlsform import read_xlsform
from planning_kit.errors import KitError

CELLS = st.one_of(
    st.none(),
    st.integers(-3, 99),
    st.sampled_from(
        ["type", "name", "label", "label::ไทย (th)", "list_name", "select_one yn", "select_multiple",
         "select_one", "text", "calculate", "begin repeat", "=1+1", "<b>", "${a}", "q/1", "  "]
    ),
    st.text("กa<>${}[]:/. _=", max_size=8),
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5)
QUIET = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def outcome(path: Path) -> None:
    try:
        questions = read_xlsform(path)
    except KitError as error:
        assert error.code.startswith("collect.")
        assert error.say("th") != error.say("en")
    else:
        assert all(one.name for one in questions.values())


@QUIET
@given(head=st.booleans(), survey=ROWS, choices=ROWS)
def test_any_cells_on_its_sheets(tmp_path: Path, head: bool, survey: list, choices: list) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    start = [["type", "name", "label"]] if head else []
    for name, rows in (("survey", [*start, *survey]), ("choices", choices)):
        sheet = book.create_sheet(name)
        for at, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(at, column)
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type
    book.save(tmp_path / "f.xlsx")
    outcome(tmp_path / "f.xlsx")


@QUIET
@given(
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=4)), max_size=5),
    ending=st.sampled_from(["xlsx", "xls", "ods"]),
)
def test_bytes_changed_anywhere(tmp_path: Path, made, changes: list, ending: str) -> None:
    rows = [["type", "name", "label"], ["text", "a", "ก"], ["select_one yn", "b", "ข"]]
    whole = bytearray(getattr(made, ending)(rows, "survey") if ending != "xls" else made.xls(rows))
    for where, new in changes:
        at = int(where * len(whole))
        whole[at : at + len(new)] = new
    (tmp_path / f"f.{ending}").write_bytes(whole)
    outcome(tmp_path / f"f.{ending}")


@pytest.mark.parametrize("label", ["<" * 30_000, "${" * 15_000, "9" * 30_000, "(" * 30_000])
def test_a_label_made_to_be_searched_for_long(tmp_path: Path, made, label: str) -> None:
    rows = [["type", "name", "label"], *[["text", f"q{at}", label] for at in range(6)]]
    (tmp_path / "f.xlsx").write_bytes(made.xlsx(rows, "survey"))
    began = time.process_time()
    assert len(read_xlsform(tmp_path / "f.xlsx")) == 6
    assert time.process_time() - began < 5
