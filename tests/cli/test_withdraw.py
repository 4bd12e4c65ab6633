"""``planning-kit withdraw``: out, listed, and back, each in a sentence with its exit code."""

from __future__ import annotations

import pytest

from planning_kit.collect import write_template
from planning_kit.store import Store

SOURCE = {
    "source_code": "S1",
    "title": "สำรวจ",
    "publisher": "สภา",
    "method": "census",
    "date_to": "1/5/2569",
}


@pytest.fixture
def tambon(kit, tmp_path):
    rice = {
        "household_id": "03-012", "year_be": 2569, "season": "main", "product_kind": "annual",
        "product": "ข้าวนาปี", "source_code": "S1",
    }  # fmt: skip
    rows = {
        "source": [SOURCE],
        "household": [
            {"household_id": code, "village_code": "99010103", "source_code": "S1"}
            for code in ("03-012", "03-013")
        ],
        "production": [rice, {**rice, "season": "second"}],
        "hazard": [{"year_be": 2567, "village_code": "99010103", "source_code": "S1"}],
    }
    path = tmp_path / "survey.xlsx"
    write_template(path, filled=rows, example=False)
    assert kit("new", "--area", "990101").code == 0
    assert kit("import", path, "--area", "990101").code == 0
    return path


@pytest.fixture
def kept(store):
    def count(name):
        with Store.open(store) as opened:
            return len(opened.latest(name))

    return count


def on(record, code, *more):
    return ("withdraw", "--area", "990101", "--record", record, "--code", code, *more)


def test_a_household_goes_with_its_harvests_is_listed_and_comes_back(kit, tambon, kept):
    alone = kit(*on("household", "03-012", "--why", "another village"))
    assert alone.code == 1 and "[workbook.linked-records]" in alone.err and kept("household") == 2
    told = kit(*on("household", "03-012", "--why", "another village", "--with-linked"))
    assert told.code == 0 and "Households 1" in told.out
    assert (kept("household"), kept("production")) == (1, 0)
    listed = kit("withdraw", "--area", "990101")
    assert "03-012" in listed.out and "another village" in listed.out
    assert len(listed.out.splitlines()) == 3
    again = kit("import", tambon, "--area", "990101")
    assert again.code == 0 and "left out" in again.out and kept("household") == 1
    assert kit(*on("household", "03-012", "--undo")).code == 0
    assert (kept("household"), kept("production")) == (2, 2)
    assert "Nothing is withdrawn" in kit("withdraw", "--area", "990101").out


def test_a_record_without_a_code_is_named_by_its_row(kit, tambon, kept):
    assert kit(*on("hazard", "8", "--why", "elsewhere")).code == 0
    assert kept("hazard") == 0


def test_a_part_of_a_key_that_is_not_enough_lists_the_whole_ones(kit, tambon, kept):
    said = kit(*on("production", "03-012", "--why", "x"))
    assert said.code == 1 and "[workbook.several-under-code]" in said.err
    assert kit(*on("production", "03-012 · 2569 · main · ข้าวนาปี", "--why", "x")).code == 0
    assert kept("production") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--record", "household", "--code", "99", "--why", "x"), "workbook.no-such-code"),
        (("--record", "household", "--code", "03-013"), "workbook.no-reason"),
        (("--record", "household", "--code", "03-013", "--undo"), "workbook.no-such-code"),
        (("--record", "household", "--why", "x"), "cli.withdraw-which"),
        (("--code", "03-013", "--why", "x"), "cli.withdraw-which"),
        (("--record", "houses", "--code", "1"), "cli.no-such-type"),
    ],
)
def test_a_mistake_is_one_sentence_and_changes_nothing(kit, tambon, kept, arguments, code):
    said = kit("withdraw", "--area", "990101", *arguments)
    assert said.code == 1 and f"[{code}]" in said.err and len(said.err.splitlines()) == 1
    assert kept("household") == 2
