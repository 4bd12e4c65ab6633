"""Opening a workbook: by tambon, by id, and every way it can go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.errors import KitError
from planning_kit.workbook import (
    create,
    default_store_url,
    open_workbook,
    period_of,
    whole_tambon,
)


def code_of(area: str, start: int | None = None, **more) -> KitError:
    with pytest.raises(KitError) as error:
        open_workbook(area, start, **more)
    return error.value


def test_a_tambon_opens_the_one_plan_area_that_shares_it(store, some_villages) -> None:
    create(some_villages("west", "73050201", "73050901"), store=store, who="x")
    assert open_workbook("730502", store=store).area_id == "west"
    assert open_workbook("west", 2571, store=store).area_id == "west"


def test_a_tambon_in_two_plan_areas_asks_which(store, some_villages) -> None:
    create(some_villages("west", "73050201"), store=store, who="x")
    create(some_villages("east", "73050202"), store=store, who="x")
    error = code_of("730502", store=store)
    assert error.code == "workbook.several-plan-areas"
    assert error.values["ids"] == "east, west"


def test_no_workbook_yet_tells_the_command(store) -> None:
    error = code_of("730502", store=store)
    assert error.code == "workbook.none-yet"
    for language in ("th", "en"):
        assert "planning-kit new --area 730502 --start 2571" in error.say(language)


def test_opening_does_not_make_a_store(tmp_path: Path) -> None:
    error = code_of("730502", 2576, store=tmp_path / "none.sqlite")
    assert error.code == "workbook.none-yet"
    assert "--start 2576" in error.say("en")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("area", "code"),
    [
        ("889999", "areas.unknown-code"),
        ("บางปลา", "areas.not-a-code"),
        ("7305", "workbook.area-too-wide"),
    ],
)
def test_a_wrong_area_is_named(store, area: str, code: str) -> None:
    assert code_of(area, store=store).code == code


def test_several_periods_ask_which_and_a_missing_one_lists_them(store, workbook) -> None:
    create(whole_tambon("990101"), period_of(workbook.plan_area, 2576), store=store, who="x")
    error = code_of("990101", store=store)
    assert (error.code, error.values["starts"]) == ("workbook.several-periods", "2571, 2576")
    assert open_workbook("990101", 2576, store=store).period.plan_end_be == 2580
    assert code_of("990101", 2590, store=store).code == "workbook.no-such-period"


def test_the_store_is_the_one_named_in_the_environment(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANNING_KIT_STORE", "sqlite:///x.sqlite")
    assert default_store_url() == "sqlite:///x.sqlite"
    monkeypatch.setenv("PLANNING_KIT_STORE", " ")
    assert default_store_url().startswith("sqlite:///")
    assert default_store_url().endswith("workbooks.sqlite")
    monkeypatch.setenv("PLANNING_KIT_STORE", str(tmp_path / "by-name.sqlite"))
    create(whole_tambon("990101"), who="x").close()
    with open_workbook("990101") as opened:
        assert opened.area_id == "990101"
    assert (tmp_path / "by-name.sqlite").exists()
