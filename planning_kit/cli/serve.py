"""``planning-kit serve``: the workbook's apps in the browser, on this computer."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.options import CODE_HELP, year_be
from planning_kit.language import _, current_language

if TYPE_CHECKING:
    from planning_kit.hall import HallChoices
    from planning_kit.hall.serving import Opened

DEFAULT_PORT = 8866
_SQLITE = "sqlite:///"


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("open the workbook in the browser: its apps, its progress, its report")
    parser = commands.add_parser("serve", help=text, description=text, parents=[common])
    parser.add_argument("--area", metavar=_("CODE"), help=_(CODE_HELP))
    parser.add_argument(
        "--start", type=year_be, metavar=_("YEAR"), help=_("first year of the plan, B.E.")
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=DEFAULT_PORT,
        metavar=_("PORT"),
        help=_(
            "port on this computer ({port} by default; 0 takes any free one)", port=DEFAULT_PORT
        ),
    )
    parser.add_argument(
        "--practice",
        action="store_true",
        help=_("the invented practice tambon, in a database of its own, without a PIN"),
    )
    parser.add_argument(
        "--lan",
        action="store_true",
        help=_("let the phones in this room connect from the start"),
    )
    parser.add_argument(
        "--new-pin", action="store_true", help=_("forget the facilitator’s PIN and set another")
    )
    parser.add_argument("--no-browser", action="store_true", help=_("do not open a browser"))
    parser.set_defaults(command=_serve)


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(_("“{text}” is not a port from 0 to 65535", text=text))


def _serve(chosen: argparse.Namespace) -> int:
    choices = _choices(chosen)
    say(_("Starting…"))
    sys.stdout.flush()
    from planning_kit.runs.kernel_environment import kernel_environment
    from planning_kit.runs.zygotes import begin_warming

    # Before this process imports its own half, so that both are at it at once.
    begin_warming({**os.environ, **kernel_environment(choices.store_url, current_language())})
    from planning_kit.hall import serve

    try:
        serve(choices, _tell)
    except KeyboardInterrupt:
        say("", _("Closed. Saved answers are kept."))
    return exit_codes.DONE


def _tell(opened: Opened) -> None:
    say(_("The workbook is open at {address}", address=opened.address))
    if opened.join_address:
        from planning_kit.report.qr import qr_lines

        say(_("Phones in this room join at {address}", address=opened.join_address))
        say(qr_lines(opened.join_address), _("Close it with Ctrl-C."))
    else:
        say(_("Only this computer can reach it. Close it with Ctrl-C."))
    sys.stdout.flush()


def _choices(chosen: argparse.Namespace) -> HallChoices:
    from planning_kit.cli.practice_store import practice_store
    from planning_kit.hall.choices import HallChoices
    from planning_kit.workbook import default_store_url

    url = practice_store(chosen.store) if chosen.practice else chosen.store or default_store_url()
    return HallChoices(
        store_url=url,
        keys_file=keys_file(url),
        practice=chosen.practice,
        lan=chosen.lan,
        area=chosen.area,
        plan_start=chosen.start,
        port=chosen.port,
        open_browser=not chosen.no_browser,
        new_pin=chosen.new_pin,
    )


def keys_file(store_url: str) -> Path:
    """Return where the PIN of a store is kept: beside its file, else in this user's own folder."""
    path = Path(store_url.removeprefix(_SQLITE))
    if store_url.startswith(_SQLITE) and path.name:
        return path.with_name(f"{path.name}.hall.json").absolute()
    from platformdirs import user_data_path

    # An address may hold a password, so the file is not named after it in the clear.
    mark = hashlib.sha256(store_url.encode()).hexdigest()[:16]
    return user_data_path("planning-kit", appauthor=False) / f"hall-{mark}.json"
