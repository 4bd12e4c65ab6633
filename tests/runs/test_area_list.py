import pytest

from planning_kit.errors import KitError, KitErrors
from planning_kit.runs.area_list import read_area_list


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
