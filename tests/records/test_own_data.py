"""A province's own data files stand in the place of the kit's, and only those it has."""

from __future__ import annotations

import pytest

from planning_kit.errors import KitError, ReadingError
from planning_kit.plan.deadlines import deadlines_from
from planning_kit.records.channel_declared import channels_from, declared_channels
from planning_kit.records.declared_data import declared_rows, declared_toml
from planning_kit.records.own_data import (
    VARIABLE,
    default_files,
    own_data_version,
    using_own_data,
)
from planning_kit.records.taxonomies import shipped_taxa
from planning_kit.shipped import shipped


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Copy one default into the folder in use, with one text of it replaced."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))

    def put(folder: str, name: str, old: str, new: str):
        text = shipped("data", folder, name).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / folder).mkdir(exist_ok=True)
        path = tmp_path / folder / name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return put


def test_an_own_calendar_moves_the_day_and_the_rest_stays_the_kits(own) -> None:
    own("channels", "calendar.toml", "month = 10\nday = 31", "month = 12\nday = 15")
    first = deadlines_from(declared_toml("channels", "calendar.toml"))[0]
    assert (first.code, first.day, first.month) == ("local_plan", 15, 12)
    assert next(iter(declared_channels())) == "self"
    assert len(declared_rows("indicators", "default_set.csv")) == 15


def test_an_own_channel_has_its_own_name_and_ladder(own) -> None:
    own("channels", "channels.toml", 'th = "ชุมชนทำเอง"', 'th = "ลงแขกกันเอง"')
    assert declared_channels()["self"].words.th == "ลงแขกกันเอง"


def test_an_own_list_is_read_and_left_again(own, monkeypatch) -> None:
    before = [one.label_th for one in shipped_taxa("problem_theme")]
    own("taxonomies", "problem_theme.csv", before[0], "น้ำและดิน")
    assert shipped_taxa("problem_theme")[0].label_th == "น้ำและดิน"
    monkeypatch.delenv(VARIABLE)
    assert [one.label_th for one in shipped_taxa("problem_theme")] == before


def test_a_row_of_a_list_that_is_not_right_is_said_with_file_and_row(own) -> None:
    own("taxonomies", "farming_direction.csv", "\n", "\n,ไม่มีรหัส\n")
    with pytest.raises(ReadingError) as caught:
        shipped_taxa("farming_direction")
    for language in ("th", "en"):
        said = caught.value.say(language)
        assert "farming_direction.csv" in said and "2" in said and "code" in said


def test_a_folder_that_is_not_there_is_no_reason_to_use_the_defaults(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone"))
    with pytest.raises(ReadingError, match="gone"):
        declared_toml("channels", "channels.toml")


def test_areas_and_practice_are_not_an_areas_to_replace(own, tmp_path) -> None:
    assert {folder for folder, _name in default_files()} == {
        "channels", "indicators", "model_tambon", "layouts", "criteria", "taxonomies", "documents",
        "follow_up",
        "meanings",
        "training",
    }  # fmt: skip


def test_the_version_changes_with_the_files_that_are_read(own, tmp_path, monkeypatch) -> None:
    empty = own_data_version()
    path = own("channels", "calendar.toml", "day = 31", "day = 30")
    first = own_data_version()
    (tmp_path / "channels" / "note.md").write_text("x", encoding="utf-8")
    assert own_data_version() == first != empty
    path.write_text(path.read_text(encoding="utf-8") + "\n# x\n", encoding="utf-8")
    assert own_data_version() != first
    monkeypatch.delenv(VARIABLE)
    assert own_data_version() == ""


def test_a_folder_is_used_within_the_block_only(tmp_path, monkeypatch) -> None:
    import os

    monkeypatch.delenv(VARIABLE, raising=False)
    with using_own_data(tmp_path):
        assert os.environ[VARIABLE] == str(tmp_path.resolve())
    assert VARIABLE not in os.environ


@pytest.mark.parametrize(
    ("read", "name", "old", "new", "said"),
    [
        (deadlines_from, "calendar.toml", "years_before =", "years_befor =", "years_befor"),
        (channels_from, "channels.toml", "has_ordinance", "has_ordinanc", "has_ordinanc"),
        (channels_from, "channels.toml", "needs_reason", "need_reason", "self / put_off"),
        (deadlines_from, "calendar.toml", "month = 10", "month = 13", "local_plan"),
    ],
)
def test_a_slip_in_a_file_is_said_and_no_default_stands_in(own, read, name, old, new, said) -> None:
    own("channels", name, old, new)
    with pytest.raises(KitError) as caught:
        read(declared_toml("channels", name))
    assert said in caught.value.say("th") and said in caught.value.say("en")


@pytest.mark.parametrize("data", [{"channel": 5}, {"channel": ["self"]}])
def test_what_is_no_list_of_entries_is_a_sentence(data) -> None:
    with pytest.raises(ReadingError):
        channels_from(data)
