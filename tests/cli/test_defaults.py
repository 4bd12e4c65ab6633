"""``planning-kit defaults``: what a province officer copies, edits, checks and uses."""

from __future__ import annotations


def test_copies_can_be_edited_and_checked(kit, tmp_path) -> None:
    folder = tmp_path / "own"
    said = kit("defaults", "--out", folder, "--only", "channels")
    assert said.code == 0 and str(folder) in said.out
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert names == {"channels/README.md", "channels/calendar.toml", "channels/channels.toml"}
    assert kit("defaults", "--check", folder).code == 0


def test_what_was_edited_is_not_written_over(kit, tmp_path) -> None:
    path = tmp_path / "own" / "channels" / "calendar.toml"
    path.parent.mkdir(parents=True)
    path.write_text("# ours", encoding="utf-8")
    said = kit("defaults", "--out", tmp_path / "own", "--only", "channels")
    assert "channels/calendar.toml" in said.out
    assert path.read_text(encoding="utf-8") == "# ours"


def test_every_default_passes_its_own_check(kit, tmp_path) -> None:
    assert kit("defaults", "--out", tmp_path / "all").code == 0
    said = kit("defaults", "--check", tmp_path / "all")
    assert said.code == 0, said.out + said.err


def test_every_mistake_is_said_and_the_exit_code_is_honest(kit, tmp_path) -> None:
    folder = tmp_path / "own"
    kit("defaults", "--out", folder, "--only", "channels,indicators")
    calendar = folder / "channels" / "calendar.toml"
    text = calendar.read_text(encoding="utf-8")
    calendar.write_text(text.replace('"pao"', '"moon"'), encoding="utf-8")
    calendar.with_name("calender.toml").write_text("", encoding="utf-8")
    rows = folder / "indicators" / "default_set.csv"
    rows.write_text(
        rows.read_text(encoding="utf-8").replace(",down,", ",sideways,", 1), encoding="utf-8"
    )
    said = kit("defaults", "--check", folder)
    assert said.code == 1
    assert "moon" in said.out and "sideways" in said.out
    assert "channels/calender.toml" in said.out


def test_a_folder_that_is_not_there_stops_any_command(kit, tmp_path) -> None:
    said = kit("areas", "730502", "--data", tmp_path / "gone")
    assert said.code == 1 and "records.own-data-missing" in said.err
    assert kit("defaults", "--check", tmp_path / "gone").code == 1
    assert kit("defaults", "--out", tmp_path, "--only", "moon").code == 1


def test_a_misnamed_file_is_said_by_every_command_that_would_use_the_folder(kit, tmp_path) -> None:
    folder = tmp_path / "own"
    kit("defaults", "--out", folder, "--only", "channels")
    assert kit("areas", "730502", "--data", folder).err == ""
    (folder / "channels" / "calender.toml").write_text("", encoding="utf-8")
    said = kit("areas", "730502", "--data", folder)
    assert said.code == 0 and "channels/calender.toml" in said.err
