from pathlib import Path

from planning_kit.cli import lab


def test_the_notebooks_are_copied_and_a_changed_copy_is_kept(tmp_path):
    folder = tmp_path / "mine"
    first = lab.copy_notebooks(folder)
    assert folder / "06_tambon_plan.ipynb" in first
    first[0].write_text("changed by me")
    first[1].unlink()
    assert lab.copy_notebooks(folder) == [first[1]]
    assert first[0].read_text() == "changed by me"


def test_jupyterlab_is_started_on_this_machine_only_and_calls_nobody(kit, monkeypatch, tmp_path):
    from jupyterlab.handlers.announcements import NeverCheckForUpdate
    from jupyterlab.labapp import LabApp

    started = []

    class Ended:
        returncode = 0

    def start(command, **options):
        started.append((command, options["env"]))
        return Ended

    monkeypatch.setattr(lab.subprocess, "run", start)
    said = kit("lab", "--folder", tmp_path / "mine", "--no-browser", "--store", "sqlite:///x.db")
    ((command, environment),) = started
    assert said.code == 0 and command[1:3] == ["-m", "jupyterlab"] and "--no-browser" in command
    assert environment["PLANNING_KIT_STORE"] == "sqlite:///x.db"
    assert environment["PLANNING_KIT_LANGUAGE"] == "en"
    assert environment["JUPYTER_DEFAULT_PROVISIONER_NAME"] == "planning-kit-warm"
    app = LabApp()
    app.parse_command_line(command[3:])
    assert app.news_url is None
    assert app.check_for_updates_class is NeverCheckForUpdate
    assert app.extension_manager == "readonly"
    server = app.config.ServerApp
    assert (server.ip, Path(server.root_dir)) == ("127.0.0.1", (tmp_path / "mine").resolve())
