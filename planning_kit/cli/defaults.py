"""``planning-kit defaults``: copy the kit's editable data files, or check one's own."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.options import several
from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.shipped import shipped


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("copy the kit’s channels, calendar, indicators and lists to edit them, or check yours")
    parser = commands.add_parser("defaults", help=text, description=text, parents=[common])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--out", type=Path, metavar="DIR", help=_("folder for the copies; files there stay")
    )
    what.add_argument(
        "--check",
        type=Path,
        metavar="DIR",
        help=_("folder of your own files, to be read and judged"),
    )
    parser.add_argument(
        "--only",
        type=several,
        metavar=_("NAME"),
        help=_("copy only these folders, with commas between, such as channels,indicators"),
    )
    parser.set_defaults(command=_defaults)


def _defaults(chosen: argparse.Namespace) -> int:
    from planning_kit.records.own_data import FOLDERS

    if chosen.check:
        return _check(chosen.check)
    asked = chosen.only or FOLDERS
    unknown = [name for name in asked if name not in FOLDERS]
    if unknown:
        raise KitError(
            "cli.no-such-defaults",
            N_("There are no defaults called {unknown}; choose among {known}."),
            unknown=", ".join(unknown),
            known=", ".join(FOLDERS),
        )
    return _copy(chosen.out, asked)


def _copy(out: Path, folders: tuple[str, ...]) -> int:
    """Copy the files and their README; what people have edited already is left as it is."""
    from planning_kit.records.own_data import default_files

    written, kept = 0, []
    listed = [*default_files(), *((folder, "README.md") for folder in folders)]
    for folder, name in listed:
        if folder not in folders:
            continue
        path = out / folder / name
        if path.exists():
            kept.append(f"{folder}/{name}")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shipped("data", folder, name), path)
        written += 1
    say(_("{count} files are in {folder} to be edited.", count=written, folder=out))
    if kept:
        say(_("Left as they are, because they are there already: {files}", files=", ".join(kept)))
    say(
        _("Delete those you do not change, so that you get later corrections of the kit."),
        _("Check them: planning-kit defaults --check {folder}", folder=out),
        _("Use them: planning-kit report … --data {folder}, or set PLANNING_KIT_DATA", folder=out),
    )
    return exit_codes.DONE


def _check(folder: Path) -> int:
    from planning_kit.report.own_data_check import check_own_data

    if not folder.is_dir():
        raise KitError(
            "cli.no-folder",
            N_("There is no folder {folder}; correct the name."),
            folder=str(folder),
        )
    found = check_own_data(folder)
    if not found:
        raise KitError(
            "cli.no-own-files",
            N_("{folder} holds no data file; copy some with: planning-kit defaults --out {folder}"),
            folder=str(folder),
        )
    for file in found:
        if file.error is None:
            say(_("{file}: right, takes the place of the kit’s own", file=file.name))
        else:
            say(*(f"{file.name}: {line}" for line in file.error.say().splitlines()))
    return exit_codes.DONE if all(file.error is None for file in found) else exit_codes.NOT_ALL_DONE
