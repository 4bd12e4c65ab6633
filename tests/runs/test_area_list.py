import os
import time

import pytest

from planning_kit.errors import KitError, KitErrors
from planning_kit.runs.area_list import read_area_list
from planning_kit.runs.manifest import read_manifest


@pytest.fixture
def listed(tmp_path):
    def read(content, name="areas.txt", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content.encode(encoding))
        return read_area_list(path)

    return read


def test_codes_a_line_with_comments_blanks_thai_digits_and_plan_area_ids(listed):
    content = "# นครปฐม\r\n730502\r\n\r\n  ๗๓๐๕๐๑  # บางเลน\r\nA1-west\r\n990101"
    assert listed(content) == ["730502", "730501", "A1-west", "990101"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_first_column_of_a_csv_counts(listed, mark):
    content = f'code{mark}name\n"730502"{mark}บางปลา\n730501{mark}บางเลน\n'
    assert listed(content, "areas.csv", "utf-8-sig") == ["730502", "730501"]


def test_a_file_saved_by_an_old_thai_windows_is_read(listed):
    assert listed("730502,บางปลา\n", encoding="cp874") == ["730502"]


def test_every_bad_line_is_named_by_its_number(listed):
    with pytest.raises(KitErrors) as caught:
        listed("730502\nบางปลา\n730502\n../730501\n")
    told = [(error.code, error.values["line"]) for error in caught.value.errors]
    assert told == [("runs.bad-line", 2), ("runs.listed-twice", 3), ("runs.bad-line", 4)]
    lines = caught.value.say("en").splitlines()
    assert len(lines) == 3 and all(line.startswith("areas.txt, line ") for line in lines)


def test_a_code_that_no_area_has_is_listed_for_its_report_to_fail(listed):
    assert listed("730502\n889999\n7305\n") == ["730502", "889999", "7305"]


def test_a_list_that_is_not_there(tmp_path):
    with pytest.raises(KitError) as caught:
        read_area_list(tmp_path / "none.txt")
    assert caught.value.code == "runs.no-such-list"


@pytest.mark.parametrize(
    "content",
    ['"' + "9" * 200_000, "9" * 500, "ก" * 200_000, "code\ncode\n" * 20_000, "x y\n" * 5_000],
)
def test_nonsense_is_told_in_short_lines_and_soon(listed, content):
    began = time.process_time()
    with pytest.raises(KitError) as caught:
        listed(content)
    lines = caught.value.say("th").splitlines()
    assert len(lines) <= 51 and max(map(len, lines)) < 300
    assert time.process_time() - began < 5


def test_the_lines_that_are_not_told_are_counted(listed):
    with pytest.raises(KitErrors) as caught:
        listed("x y\n" * 5_000)
    assert caught.value.errors[-1].values["n"] == 4_950


def test_pipes_folders_giants_and_names_that_are_none(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"730502\n" * 300_001)
    asked = {tmp_path: "runs.no-such-list", tmp_path / "a\0b": "runs.no-such-list"}
    asked[tmp_path / "big.txt"] = "runs.list-too-big"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        asked[tmp_path / "pipe"] = "runs.no-such-list"
    for path, code in asked.items():
        for read in (read_area_list, read_manifest):
            with pytest.raises(KitError) as caught:
                read(path)
            assert caught.value.code == code
