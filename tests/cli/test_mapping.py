import pytest

from planning_kit.cli import main
from planning_kit.collect import load_mapping

TABLE = "ปี,ตำบล,อำเภอ,หมู่ที่,ชนิดพืช,เนื้อที่เสียหาย (ไร่)\n2567,บางปลา,บางเลน,3,ข้าว,5\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "ภัย.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_draft_is_written_and_can_be_loaded(kit, table, tmp_path):
    out = tmp_path / "folder" / "m.toml"
    said = kit("mapping", table, "--out", out)
    assert said.code == 0 and "Record type: hazard" in said.out and str(out) in said.out
    (rule,) = load_mapping(out).table
    assert rule.fields["affected_area"].unit == "rai"
    assert rule.place.moo.column == "หมู่ที่"


def test_a_draft_imports_once_a_person_has_said_where_the_data_are_from(kit, table, tmp_path):
    out = tmp_path / "m.toml"
    kit("mapping", table, "--out", out)
    kit("new", "--area", "730502")
    said = kit("import", table, "--area", "730502", "--mapping", out)
    assert said.code == 1 and "Gathered or published by" in said.out
    text = out.read_text(encoding="utf-8")
    for blank, filled in (
        ('publisher = ""', 'publisher = "เกษตรอำเภอ"'),
        ('method = ""', 'method = "register"'),
        ('date_to = ""', 'date_to = "31/12/2567"'),
    ):
        text = text.replace(blank, filled)
    out.write_text(text, encoding="utf-8")
    assert kit("import", table, "--area", "730502", "--mapping", out).code == 0


def test_without_out_the_draft_alone_is_on_the_screen(kit, table):
    import tomllib

    said = kit("mapping", table)
    assert said.code == 0 and tomllib.loads(said.out)["table"][0]["record"] == "hazard"


def test_thai_is_spoken_by_default_and_the_record_can_be_chosen(kit, table):
    said = kit("mapping", table, "--record", "production", "--language", "th")
    assert said.code == 0 and "แบบบันทึก: production" in said.out and "ยังไม่รู้" in said.out


def test_a_mended_draft_is_not_overwritten_by_mistake(kit, table, tmp_path):
    out = tmp_path / "m.toml"
    out.write_text("mine", encoding="utf-8")
    said = kit("mapping", table, "--out", out)
    assert said.code == 1 and "cli.file-exists" in said.err
    assert out.read_text(encoding="utf-8") == "mine"
    assert kit("mapping", table, "--out", out, "--overwrite").code == 0


def test_templates_are_listed_and_copied_by_their_short_name(kit, tmp_path):
    said = kit("mapping", "--list")
    assert said.code == 0
    for name in ("bmn", "farmer_register", "nrd2c", "household_account"):
        assert name in said.out
    out = tmp_path / "mine.toml"
    assert kit("mapping", "bmn", "--out", out).code == 0
    assert [rule.record for rule in load_mapping(out).table] == ["household", "household_account"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["no-such-file.csv"], "cli.no-such-file"),
        ([], "cli.no-file-named"),
        (["ภัย.csv", "--record", "hazzard"], "collect.unknown-record"),
    ],
)
def test_a_mistake_is_one_sentence(kit, table, monkeypatch, arguments, code):
    monkeypatch.chdir(table.parent)
    said = kit("mapping", *arguments)
    assert said.code == 1 and f"[{code}]" in said.err
    assert len(said.err.splitlines()) == 1 and said.out == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.csv", b""), ("x.xlsx", b"PK\x03\x04 half"), ("x.csv", b"\x00\x01"), ("x.json", b"[1]")],
)
def test_a_file_that_is_no_table_is_one_sentence(kit, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    said = kit("mapping", path)
    assert said.code == 1 and said.err.startswith("Error [collect.")
    assert len(said.err.splitlines()) == 1


def test_the_command_stands_in_the_help(capsys):
    main(["--help"])
    assert "mapping" in capsys.readouterr().out


def test_the_next_step_is_said_and_the_table_itself_is_never_written_over(kit, table, tmp_path):
    out = tmp_path / "m.toml"
    said = kit("mapping", table, "--out", out)
    assert f"planning-kit import {table} --area CODE --mapping {out} --dry-run" in said.out
    before = table.read_bytes()
    said = kit("mapping", table, "--out", table, "--overwrite")
    assert said.code == 1 and "[cli.same-file]" in said.err and table.read_bytes() == before


def test_published_figures_are_not_called_unguessed(kit, tmp_path):
    table = tmp_path / "f.csv"
    table.write_text("ปี,จังหวัด,ครัวเรือนเกษตรกร\n2567,นครปฐม,500\n2567,ราชบุรี,600\n", "utf-8")
    said = kit("mapping", table, "--out", tmp_path / "f.toml")
    assert "reference_figure (" in said.out and "Fields guessed: 0" not in said.out


def test_of_a_table_far_too_wide_only_the_first_columns_are_guessed(kit, tmp_path, monkeypatch):
    monkeypatch.setattr("planning_kit.collect.draft_tables.MOST_COLUMNS", 30)
    path = tmp_path / "wide.csv"
    rows = [[f"c{at}" for at in range(3_000)], *([["x"] * 3_000] * 3)]
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    said = kit("mapping", path, "--out", tmp_path / "m.toml")
    assert said.code in (0, 1) and "cli.fault" not in said.err
    text = (tmp_path / "m.toml").read_text(encoding="utf-8")
    assert "only the first 30 columns were looked at" in text
    assert "columns 3000" in text and "c29" in text and "c30" not in text
