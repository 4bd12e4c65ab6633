"""Bundles, backups and erasing from the command line: sentences, exit codes, nothing half done."""

from __future__ import annotations

import io
import zipfile

import pytest

from planning_kit.records import Household, Project
from planning_kit.store import Store
from planning_kit.workbook import open_workbook

EXPORT = ("bundle", "export")


@pytest.fixture
def plan(kit, store):
    """Make a workbook with two households and a project."""
    assert kit("new", "--area", "990101").code == 0
    with open_workbook("990101", store=store) as workbook:
        for number in ("01-001", "01-002"):
            home = Household(household_id=number, village_code="99010101", note=f"secret {number}")
            workbook.save(home, who="a", why="b")
        workbook.save(
            Project(project_code="PJ01", name="ขุดคลอง", stage="adopted", reliance_class="self",
                    owner="สภา"), who="a", why="b",
        )  # fmt: skip


@pytest.fixture
def typed(monkeypatch):
    """Pipe words in, as a script would."""

    def type_in(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return type_in


def households(store) -> list[str]:
    with Store.open(store) as opened:
        return sorted(one.record.household_id for one in opened.latest("household"))


def test_a_workbook_travels_and_the_second_time_says_so(kit, plan, tmp_path):
    path, other = tmp_path / "a.zip", f"sqlite:///{(tmp_path / 'other.db').as_posix()}"
    said = kit(*EXPORT, path, "--area", "990101", "--no-report")
    assert said.code == 0
    assert "Fingerprint of the bundle" in said.out
    assert "households" in said.err
    assert kit(*EXPORT, path, "--area", "990101", "--no-report").code == 1  # never written over
    said = kit("bundle", "import", path, "--store", other)
    assert (said.code, households(other)) == (0, ["01-001", "01-002"])
    assert "Households: 2 new versions" in said.out
    assert "already" in kit("bundle", "import", path, "--store", other).out
    with zipfile.ZipFile(path) as opened:
        assert {"README.txt", "tables.xlsx", "bundle.json"} <= set(opened.namelist())
    assert list(tmp_path.glob(".part-*")) == []


def test_a_passphrase_is_asked_for_and_never_an_argument(kit, plan, typed, tmp_path):
    path, other = tmp_path / "a.zip", f"sqlite:///{(tmp_path / 'other.db').as_posix()}"
    typed("short\n")
    assert "too short" in kit(*EXPORT, path, "--area", "990101", "--no-report", "--lock").err
    assert not path.exists()
    typed("rice and water\n")
    assert kit(*EXPORT, path, "--area", "990101", "--no-report", "--lock").code == 0
    typed("rice and wine\n")
    said = kit("bundle", "import", path, "--store", other)
    assert (said.code, said.out) == (1, "")
    assert "bundle.wrong-passphrase" in said.err
    assert not (tmp_path / "other.db").exists()
    typed("rice and water\n")
    assert kit("bundle", "import", path, "--store", other).code == 0


def test_a_plan_goes_to_the_province_and_comments_come_back(kit, plan, store, tmp_path):
    path, back = tmp_path / "a.zip", tmp_path / "back.zip"
    province = ("--store", f"sqlite:///{(tmp_path / 'province.db').as_posix()}")
    assert "No plan was received" in kit("bundle", "list", *province).out
    said = kit(*EXPORT, path, "--area", "990101", "--no-report", "--handover")
    assert (said.code, said.err) == (0, "")
    assert kit("bundle", "import", path, *province).code == 0
    listed = kit("bundle", "list", *province).out
    fingerprint = listed.split()[0]
    assert "draft" in listed
    assert kit("bundle", "mark", fingerprint, "--as", "returned", *province).code == 1
    marked = ("--as", "returned", "--comment", "which year?", "--who", "province")
    assert kit("bundle", "mark", fingerprint, *marked, *province).code == 0
    assert kit("bundle", "comments", fingerprint, "--out", back, *province).code == 0
    said = kit("bundle", "import", back)
    assert "which year?" in said.out
    assert households(province[1]) == []


def test_a_file_that_is_none_is_told_and_makes_no_store(kit, tmp_path):
    (tmp_path / "a.zip").write_text("hello")
    said = kit("bundle", "import", tmp_path / "a.zip")
    assert said.code == 1
    assert "bundle.broken" in said.err
    assert kit("bundle", "import", tmp_path / "none.zip").code == 1
    assert not (tmp_path / "kit.db").exists()


def test_who_was_erased_is_gone_for_good_whatever_comes_back(kit, plan, store, tmp_path):
    copy, bundle = tmp_path / "copy.db", tmp_path / "old.zip"
    assert kit("backup", copy).code == 0
    assert kit("backup", copy).code == 1
    assert kit(*EXPORT, bundle, "--area", "990101", "--no-report").code == 0
    erase = ("erase", "--area", "990101", "--code", "01-001", "--why", "asked")
    assert kit(*erase).code == 1  # nobody said yes
    said = kit(*erase, "--yes")
    assert (said.code, households(store)) == (0, ["01-002"])
    assert "Older backups" in said.err
    assert kit("bundle", "import", bundle).code == 0
    assert households(store) == ["01-002"]
    said = kit("restore", copy)
    assert said.code == 0
    assert "erased again: 1" in said.out
    assert households(store) == ["01-002"]
    assert len(list(tmp_path.glob("kit.db.before-restore-*"))) == 1
    with Store.open(store) as opened:
        assert "secret 01-001" not in str(opened.whole(["990101"]))
        assert "secret 01-002" in str(opened.whole(["990101"]))


def test_a_backup_that_is_none_leaves_the_store_as_it_was(kit, plan, store, tmp_path):
    (tmp_path / "copy.db").write_text("no database")
    assert kit("restore", tmp_path / "copy.db").code == 1
    assert kit("restore", tmp_path / "kit.db").code == 1
    assert kit("restore", tmp_path / "none.db").code == 1
    assert households(store) == ["01-001", "01-002"]
    assert list(tmp_path.glob("*.before-restore-*")) == []


def test_a_store_of_several_plans_goes_into_one_folder_and_comes_in_again(kit, plan, tmp_path):
    assert kit("new", "--area", "990101", "--start", "2576").code == 0
    assert kit("new", "--area", "730502").code == 0
    folder, other = tmp_path / "stick", f"sqlite:///{(tmp_path / 'other.db').as_posix()}"
    said = kit(*EXPORT, folder, "--all", "--no-report")
    assert said.code == 0
    assert sorted(one.name for one in folder.iterdir()) == ["730502.zip", "990101.zip"]
    assert "plan of 2571–2575" in said.out and "plan of 2576–2580" in said.out
    assert kit(*EXPORT, folder, "--all", "--no-report").code == 1  # nothing is written over
    said = kit("bundle", "import", folder, "--store", other)
    assert said.code == 0
    assert "730502.zip:" in said.out and "2576–2580" in said.out
    assert households(other) == ["01-001", "01-002"]
    with Store.open(other) as opened:
        assert sorted((one.record.plan_area_id, one.record.plan_start_be)
                      for one in opened.latest("plan_period")) == [
            ("730502", 2571), ("990101", 2571), ("990101", 2576)]  # fmt: skip


def test_each_plan_is_handed_over_for_itself_and_a_broken_file_stops_no_other(kit, plan, tmp_path):
    assert kit("new", "--area", "990101", "--start", "2576").code == 0
    folder = tmp_path / "stick"
    province = ("--store", f"sqlite:///{(tmp_path / 'province.db').as_posix()}")
    assert kit(*EXPORT, folder, "--all", "--handover", "--no-report").code == 0
    names = ["990101-2571-handover.zip", "990101-2576-handover.zip"]
    assert sorted(one.name for one in folder.iterdir()) == names
    (folder / "aaa.zip").write_text("half a file")
    said = kit("bundle", "import", folder, *province)
    assert said.code == 1
    assert "bundle.broken" in said.err and "aaa.zip" in said.err
    listed = kit("bundle", "list", *province).out
    assert "2571–2575" in listed and "2576–2580" in listed
    assert kit("bundle", "import", tmp_path / "nothing", *province).code == 1
    (tmp_path / "empty").mkdir()
    assert "no .zip" in kit("bundle", "import", tmp_path / "empty", *province).err
    assert kit(*EXPORT, tmp_path / "b.zip").code == 2  # neither one nor all
