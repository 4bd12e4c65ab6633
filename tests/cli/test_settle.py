"""Two laptops, one record: the command tells both versions and settles the one that is named."""

from __future__ import annotations

import re
import zipfile

import pytest

from planning_kit.records import Household, Problem
from planning_kit.workbook import open_workbook

AREA = "990101"


@pytest.fixture
def apart(kit, store, tmp_path):
    """Bring two versions of a household and of a problem into one store, by bundles."""
    other = f"sqlite:///{(tmp_path / 'other.db').as_posix()}"

    def write(address, males, statement, note):
        with open_workbook(AREA, store=address) as workbook:
            workbook.save(Household(household_id="01-001", village_code="99010101", males=males,
                                    note=note), who="somchai", why="b")  # fmt: skip
            workbook.save(Problem(problem_code="P1", statement=statement, theme="water"),
                          who="facilitator", why="b")  # fmt: skip

    def carry(source, target):
        path = tmp_path / "stick.zip"
        export = ("bundle", "export", path, "--area", AREA, "--no-report", "--overwrite")
        assert kit(*export, "--store", source).code == 0
        return kit("bundle", "import", path, "--store", target)

    assert kit("new", "--area", AREA).code == 0
    write(store, 1, "water", "a")
    carry(store, other)
    write(store, 2, "little water", "secret one")
    write(other, 3, "salt water", "secret two")
    return carry(other, store)


def test_conflicts_are_told_listed_and_settled(kit, apart, store, tmp_path):
    assert "planning-kit settle" in apart.out
    path = tmp_path / "handover.zip"
    handed = kit("bundle", "export", path, "--area", AREA, "--no-report", "--handover")
    assert "2 records have two versions" in handed.err
    with zipfile.ZipFile(path) as opened:
        assert "2 records have two versions" in opened.read("README.txt").decode("utf-8")
    said = kit("settle")
    assert said.code == 0
    assert "household 01-001" in said.out
    assert "secret" not in said.out + said.err
    assert "somchai" not in said.out
    assert "facilitator" in said.out
    males = re.search(r"males \(.*\): (\w{8}) = 3 · (\w{8}) = 2", said.out)
    assert males is not None
    late, early = males.groups()
    which = ("settle", "--area", AREA, "--record", "household", "--code", "01-001")
    assert kit(*which).code == 1
    assert "reason" in kit(*which, "--take", early).err
    assert "marks are" in kit(*which, "--take", "00000000", "--why", "asked").err
    assert "differ" in kit(*which, "--take", early, "--field", "females=x", "--why", "asked").err
    done = kit(*which, "--take", early, "--why", "asked the house", "--who", "recorder")
    assert (done.code, done.err) == (0, "")
    with open_workbook(AREA, store=store) as workbook:
        [home] = workbook.records(Household)
        assert home.males == 2
    assert "no two versions" in kit(*which, "--take", late, "--why", "asked").err
    listed = kit("settle", "--area", AREA).out
    assert "household" not in listed
    marks = re.search(r"statement \(.*\): (\w{8}) = salt water", listed)
    assert marks is not None
    problem = ("--record", "problem", "--code", "P1", "--take", marks[1], "--why", "asked")
    assert kit("settle", "--area", AREA, *problem).code == 0
    assert "No record has two versions" in kit("settle").out
