import subprocess
import sys

import pytest

import planning_kit
from planning_kit.cli import areas, entry
from planning_kit.errors import KitError, KitErrors

HEAVY = ("pandas", "matplotlib", "papermill", "voila", "pydantic", "sqlalchemy", "nbclient")


def _python(code, *, input_text=None):
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
        input=input_text,
    )


def test_finding_an_area_loads_nothing_heavy():
    code = (
        "import sys; from planning_kit.cli import main; main(['areas', '730502']);"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    ended = _python(code)
    assert ended.stdout.splitlines()[-1] == "[]", ended.stderr


def test_version(kit):
    said = kit("--version")
    assert (said.code, said.out.strip()) == (0, f"planning-kit {planning_kit.__version__}")


def test_help_is_thai_unless_asked_otherwise(kit, monkeypatch):
    english = kit("--help")
    assert english.code == 0 and "find a tambon by name or code" in english.out
    assert "ค้นหาตำบล" in kit("--language", "th", "--help").out
    monkeypatch.delenv("PLANNING_KIT_LANGUAGE")
    assert "วิธีใช้" in kit("--help").out
    assert "usage" in kit("--help", "--language=en").out


def test_every_command_has_its_help(kit):
    for command in ("demo", "areas", "new", "template", "import", "report", "run", "lab"):
        for language in ("th", "en"):
            said = kit(command, "--help", "--language", language)
            assert said.code == 0 and "--store" in said.out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ((), "COMMAND"),
        (("fly",), "'fly'"),
        (("report", "--area", "990101"), "--out"),
        (("report", "--area", "990101", "--out", "x", "--start", "2028"), "2028"),
        (
            ("report", "--area", "990101", "--out", "x", "--format", "docx"),
            "html, pdf, png, xlsx, not docx",
        ),
        (("run", "--out", "x", "--workers", "0"), "whole number"),
        (("areas", "x", "--language", "fr"), "'fr'"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_wrong(kit, arguments, hint):
    said = kit(*arguments)
    assert said.code == 2 and hint in said.err and said.out == ""


def test_wrong_use_is_said_in_thai_too(kit):
    said = kit("report", "--language", "th")
    assert "ยังไม่ได้ระบุ --area, --out" in said.err


def test_an_error_is_one_line_with_its_code_and_no_traceback(kit):
    said = kit("areas", "889999")
    assert said.code == 1 and said.err.startswith("Error [areas.unknown-code]: No area has")
    assert len(said.err.splitlines()) == 1
    assert "Traceback" in kit("areas", "889999", "--debug").err


def test_global_options_stand_before_or_after_the_command(kit):
    for arguments in (
        ("--language", "th", "areas", "730502"),
        ("areas", "730502", "--language=th"),
    ):
        assert "ตำบลบางปลา" in kit(*arguments).out


@pytest.mark.parametrize("first", [True, False])
def test_the_store_named_before_or_after_the_command_is_the_one_used(kit, tmp_path, first):
    named = ("--store", f"sqlite:///{(tmp_path / 'named.db').as_posix()}")
    command = ("new", "--area", "730502")
    assert kit(*(*named, *command) if first else (*command, *named)).code == 0
    assert (tmp_path / "named.db").is_file() and not (tmp_path / "kit.db").exists()


def test_debug_before_the_command_counts(kit):
    assert "Traceback" in kit("--debug", "areas", "889999").err


@pytest.fixture
def failing(kit, monkeypatch):
    def run(error, *options):
        def fail(chosen):
            raise error

        monkeypatch.setattr(areas, "_areas", fail)
        return kit("areas", "x", *options)

    return run


def test_a_fault_of_the_program_is_a_sentence_a_reference_and_a_log_without_data(failing, tmp_path):
    said = failing(ZeroDivisionError("นายสมชาย 081-234-5678"))
    (log,) = (tmp_path / "logs").iterdir()
    told = log.read_text(encoding="utf-8")
    assert said.code == 3 and len(said.err.splitlines()) == 1
    assert "ZeroDivisionError" in said.err and str(log) in said.err
    assert "test_entry.py" in told and "สมชาย" not in told + said.err
    reference = log.stem.removeprefix("planning-kit-")
    assert reference in said.err and reference in told


def test_several_errors_are_a_line_each(failing):
    errors = [KitError("a.b", "One is wrong"), KitError("c.d", "Two is wrong")]
    said = failing(KitErrors(errors))
    assert said.code == 1
    assert said.err.splitlines() == ["Error [a.b]: One is wrong", "Error [c.d]: Two is wrong"]


def test_a_file_that_may_not_be_written_is_a_sentence(failing):
    said = failing(PermissionError(13, "Permission denied", "/locked/plan.xlsx"))
    assert said.code == 1
    assert said.err.startswith("Error [cli.file-trouble]: No permission for /locked/plan.xlsx")


def test_ctrl_c_ends_with_130(failing):
    said = failing(KeyboardInterrupt())
    assert said.code == 130 and "Traceback" not in said.err


def test_a_reader_that_leaves_causes_no_noise():
    code = (
        "import sys, subprocess;"
        "run = subprocess.Popen([sys.executable, '-c', 'import sys;"
        "from planning_kit.cli import main;"
        'sys.exit(main(["areas", "บาง", "--limit", "5000"]))\'],'
        "stdout=subprocess.PIPE, stderr=subprocess.PIPE);"
        "run.stdout.close(); told = run.stderr.read(); run.wait();"
        "sys.stdout.write(repr(told))"
    )
    assert _python(code).stdout == "b''"


def test_thai_reaches_a_console_set_to_another_code_page():
    code = "import sys;from planning_kit.cli import main;sys.exit(main(['areas', '730502']))"
    ended = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", code],
        capture_output=True,
        env={**__import__("os").environ, "PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert "ตำบลบางปลา" in ended.stdout.decode("utf-8")


def test_every_command_file_is_in_the_parser():
    assert {command.__name__.rsplit(".", 1)[-1] for command in entry._COMMANDS} == {
        "areas",
        "attaching",
        "bundle",
        "course",
        "defaults",
        "demo",
        "documents",
        "endorsing",
        "importing",
        "keeping_safe",
        "lab",
        "mapping",
        "new",
        "proposal",
        "questions",
        "refused",
        "report",
        "requests",
        "run",
        "serve",
        "settle",
        "synthesis",
        "tally",
        "template",
        "withdraw",
    }
