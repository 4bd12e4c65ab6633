"""``planning-kit bundle``: a plan on a USB stick, to another laptop, to the province, and back."""

from __future__ import annotations

import argparse
from functools import cache
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import complain, say
from planning_kit.cli.failing import tell
from planning_kit.cli.options import CODE_HELP, add_start, day_typed
from planning_kit.cli.output_file import refuse_place
from planning_kit.cli.passphrase import ask_passphrase, new_passphrase
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language

_MARKS = ("received", "returned", "accepted")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command with its own commands to the parser."""
    text = _("take a plan along in one .zip: to another laptop, to the province, and back")
    parser = commands.add_parser("bundle", help=text, description=text, parents=[common])
    own = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND"), required=True, dest="what"
    )
    _add_export(own, common)
    _add_import(own, common)
    _add_list(own, common)
    _add_mark(own, common)
    _add_comments(own, common)


def _add_export(own: Any, common: argparse.ArgumentParser) -> None:
    text = _("write the workbook of an area, or what goes to the province, into one .zip")
    parser = own.add_parser("export", help=text, description=text, parents=[common])
    _add_file(parser, _("the .zip to write; with --all the folder for them"))
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--area", metavar=_("CODE"), help=_(CODE_HELP))
    which.add_argument(
        "--all",
        dest="everything",
        action="store_true",
        help=_("every workbook of the database, each in a .zip of its own"),
    )
    add_start(parser)
    parser.add_argument(
        "--handover",
        action="store_true",
        help=_("what goes to the province: the plan and its figures, no row of any household"),
    )
    parser.add_argument(
        "--class-of",
        metavar=_("CODE"),
        help=_(
            "with --handover: tell how far this class has come: the practice tambon’s, or another plan area’s, in your own data; else the workbook’s own"
        ),
    )
    parser.add_argument(
        "--class-since",
        type=day_typed,
        metavar=_("DAY"),
        help=_("count only answers from this day on, where several classes learnt at one laptop"),
    )
    parser.add_argument(
        "--lock", action="store_true", help=_("ask for a passphrase, and lock the bundle with it")
    )
    parser.add_argument(
        "--no-report", action="store_true", help=_("leave out the book, which takes some seconds")
    )
    _add_overwrite(parser)
    parser.set_defaults(command=_export)


def _add_import(own: Any, common: argparse.ArgumentParser) -> None:
    text = _("take in a bundle: merge a workbook, receive a plan, or read comments")
    parser = own.add_parser("import", help=text, description=text, parents=[common])
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE.zip",
        help=_("the .zip to read; several, or a folder of them, one after the other"),
    )
    _add_who(parser)
    parser.set_defaults(command=_import)


def _add_list(own: Any, common: argparse.ArgumentParser) -> None:
    text = _("list the plans that were received, and how each was marked")
    parser = own.add_parser("list", help=text, description=text, parents=[common])
    parser.add_argument("--area", metavar=_("CODE"), help=_("only of this plan area"))
    parser.set_defaults(command=_list)


def _add_mark(own: Any, common: argparse.ArgumentParser) -> None:
    text = _("mark a plan that was received: received, returned with comments, or accepted")
    parser = own.add_parser("mark", help=text, description=text, parents=[common])
    _add_fingerprint(parser)
    parser.add_argument("--as", dest="state", required=True, choices=_MARKS, help=_("the mark"))
    parser.add_argument(
        "--comment", default="", metavar=_("TEXT"), help=_("what the tambon should look at")
    )
    _add_who(parser)
    parser.set_defaults(command=_mark)


def _add_comments(own: Any, common: argparse.ArgumentParser) -> None:
    text = _("write the file that takes marks and comments back to the tambon")
    parser = own.add_parser("comments", help=text, description=text, parents=[common])
    _add_fingerprint(parser)
    parser.add_argument(
        "--out", required=True, type=Path, metavar="FILE.zip", help=_("the .zip to write")
    )
    _add_overwrite(parser)
    parser.set_defaults(command=_comments)


def _add_file(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.zip", help=text)


def _add_fingerprint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "fingerprint",
        metavar=_("FINGERPRINT"),
        help=_("of the plan, as “bundle list” shows it; its first eight letters will do"),
    )


def _add_overwrite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace a file that is there already")
    )


def _add_who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--who", metavar=_("ROLE"), help=_("who does this; a role will do"))


def _export(chosen: argparse.Namespace) -> int:
    from planning_kit.cli.bundle_making import Asked, every_plan, make_bundle
    from planning_kit.workbook.bundle_locking import refuse_short
    from planning_kit.workbook.bundle_manifest import plan_words
    from planning_kit.workbook.bundle_readme import unsettled_words

    if chosen.lock and chosen.handover:
        raise KitError("cli.lock-handover", _NOT_LOCKED)
    if chosen.everything:
        asked = every_plan(chosen)
    else:
        asked = [Asked(chosen.area.strip(), chosen.start, chosen.file)]
    for one in asked:
        refuse_place(one.file, overwrite=chosen.overwrite)
    passphrase = new_passphrase() if chosen.lock else None
    if passphrase is not None:
        refuse_short(passphrase)
    for one in asked:
        manifest = make_bundle(chosen, one, passphrase)
        say(
            _("{path} is written: {kind}", path=one.file, kind=manifest.kind.words),
            *(f"  {plan_words(plan)}" for plan in manifest.plans),
            _("Fingerprint of the bundle (SHA-256): {it}", it=manifest.fingerprint),
        )
        if unsettled := manifest.about.get("unsettled"):
            complain(unsettled_words(unsettled))
    if not chosen.handover and not chosen.lock:
        complain(_(_HOLDS_HOUSEHOLDS))
    return exit_codes.DONE


_NOT_LOCKED = N_("A handover is not locked: it holds nothing that others may not read")
_HOLDS_HOUSEHOLDS = N_(
    "It holds data of households and is not locked: keep it as carefully as the questionnaires, or "
    "write it again with --lock"
)


def _import(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.exchange import import_bundle

    ask = cache(ask_passphrase)
    files = [file for one in chosen.files for file in _zips_in(one)]
    code = exit_codes.DONE
    for file in files:
        try:
            report = import_bundle(file, store=chosen.store, who=chosen.who or user_name(), ask=ask)
        except (KitError, OSError) as error:
            if len(files) == 1:
                raise
            # The others are no worse for it.
            code = tell(error, debug=chosen.debug)
            continue
        if len(files) > 1:
            say(f"{file.name}:")
        say(*report.lines(current_language()))
    return code


def _zips_in(path: Path) -> list[Path]:
    """Return the bundles of a folder by name, or the file itself."""
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.glob("*.zip") if not one.name.startswith("."))
    if not found:
        raise KitError("cli.no-bundles", N_("There is no .zip in {path}"), path=str(path))
    return found


def _list(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.exchange import handovers, plan_name
    from planning_kit.workbook.handover_marks import told

    found = handovers(chosen.store, chosen.area.strip() if chosen.area else None)
    if not found:
        say(_("No plan was received here yet; take one in with: planning-kit bundle import"))
    for one in found:
        version = _("version {n}", n=one.version) if one.version else _("a draft, not endorsed")
        say(f"{one.fingerprint[:12]}  {plan_name(one)}, {version}")
        say(*(f"  {told(mark)}" for mark in one.marks))
    return exit_codes.DONE


def _mark(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.exchange import mark_handover
    from planning_kit.workbook.handover_marks import told

    mark = mark_handover(
        chosen.store,
        chosen.fingerprint,
        chosen.state,
        who=chosen.who or user_name(),
        comment=chosen.comment,
    )
    say(told(mark))
    return exit_codes.DONE


def _comments(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.exchange import export_comments

    refuse_place(chosen.out, overwrite=chosen.overwrite)
    export_comments(chosen.store, chosen.fingerprint, chosen.out)
    say(
        _(
            "{path} is written; the tambon opens it with: planning-kit bundle import",
            path=chosen.out,
        )
    )
    return exit_codes.DONE
