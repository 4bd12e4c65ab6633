import errno

import pytest

from planning_kit.cli.failing import tell
from planning_kit.cli.output_file import refuse_place, whole_file
from planning_kit.errors import KitError
from planning_kit.language import set_language


@pytest.fixture(autouse=True)
def _english():
    set_language("en")
    yield
    set_language("th")


def test_a_file_appears_whole_with_its_folder_and_nothing_beside_it(tmp_path):
    path = tmp_path / "lists" / "ก.csv"
    with whole_file(path) as part:
        part.write_text("all of it", encoding="utf-8")
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "all of it"
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file_and_names_it(tmp_path, capsys):
    path = tmp_path / "list.csv"
    path.write_text("yesterday’s", encoding="utf-8")
    with pytest.raises(OSError, match="No space") as caught, whole_file(path) as part:
        part.write_text("half", encoding="utf-8")
        # As a write to a full disk raises it: without a file name.
        raise OSError(errno.ENOSPC, "No space left on device")
    assert path.read_text(encoding="utf-8") == "yesterday’s"
    assert list(tmp_path.iterdir()) == [path]
    assert tell(caught.value, debug=False) == 1
    said = capsys.readouterr().err
    assert "The disk is full" in said and "list.csv" in said and len(said.splitlines()) == 1


def test_a_full_disk_that_names_no_file_is_no_fault_of_the_program(capsys):
    assert tell(OSError(errno.ENOSPC, "No space left on device"), debug=False) == 1
    assert "[cli.disk-full]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "ending", "code"),
    [
        ("a.csv", ".xlsx", "cli.not-xlsx"),
        ("a.xlsx", ".csv", "cli.not-csv"),
        ("read.csv", ".csv", "cli.same-file"),
        ("there.csv", ".csv", "cli.file-exists"),
    ],
)
def test_places_that_must_not_be_written_to(tmp_path, name, ending, code):
    for there in ("read.csv", "there.csv"):
        (tmp_path / there).touch()
    with pytest.raises(KitError) as caught:
        refuse_place(tmp_path / name, overwrite=False, read=tmp_path / "read.csv", ending=ending)
    assert caught.value.code == code


def test_even_overwrite_never_replaces_the_file_that_is_read(tmp_path):
    path = tmp_path / "survey.csv"
    path.touch()
    with pytest.raises(KitError) as caught:
        refuse_place(path, overwrite=True, read=tmp_path / "." / "survey.csv")
    assert caught.value.code == "cli.same-file"
