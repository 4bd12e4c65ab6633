"""``planning-kit lab``: JupyterLab on a copy of the notebooks, for facilitators."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.language import _, current_language

_FOLDER = "planning-kit-notebooks"
# Nothing that calls the network by itself: a hall has none, and a villager's data stay here.
_QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.extension_manager=readonly",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("open the notebooks in JupyterLab, for facilitators")
    parser = commands.add_parser("lab", help=text, description=text, parents=[common])
    parser.add_argument(
        "--folder",
        metavar="DIR",
        type=Path,
        default=Path(_FOLDER),
        help=_("where your copy of the notebooks lies ({folder} by default)", folder=_FOLDER),
    )
    parser.add_argument("--no-browser", action="store_true", help=_("do not open a browser"))
    parser.set_defaults(command=_lab)


def _lab(chosen: argparse.Namespace) -> int:
    folder: Path = chosen.folder.resolve()
    copied = copy_notebooks(folder)
    say(_("Your notebooks are in {path} ({n} new)", path=folder, n=len(copied)))
    ended = subprocess.run(
        lab_command(folder, browser=not chosen.no_browser),
        env=lab_environment(chosen.store),
        check=False,
    )
    return exit_codes.DONE if ended.returncode == 0 else exit_codes.NOT_ALL_DONE


def copy_notebooks(folder: Path) -> list[Path]:
    """Copy the shipped notebooks into ``folder``, never over one that is there already."""
    from planning_kit.shipped import shipped

    folder.mkdir(parents=True, exist_ok=True)
    copied = []
    for source in sorted(shipped("notebooks").glob("*.ipynb")):
        target = folder / source.name
        if not target.exists():
            shutil.copyfile(source, target)
            copied.append(target)
    return copied


def lab_command(folder: Path, *, browser: bool) -> list[str]:
    """Return the command that starts JupyterLab on ``folder``, on this machine only."""
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder}",
        "--ServerApp.ip=127.0.0.1",
        *_QUIET,
    ]
    return command if browser else [*command, "--no-browser"]


def lab_environment(store: str | None) -> dict[str, str]:
    """Return the environment of JupyterLab: its kernels know store and language, and start warm."""
    from planning_kit.runs.kernel import WARM_START, is_warm_start_known

    environment = {**os.environ, "PLANNING_KIT_LANGUAGE": current_language()}
    if store:
        environment["PLANNING_KIT_STORE"] = store
    if is_warm_start_known():
        environment.setdefault("JUPYTER_DEFAULT_PROVISIONER_NAME", WARM_START)
    return environment
