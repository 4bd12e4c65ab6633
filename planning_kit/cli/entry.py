"""The command line as a whole: reads it, runs one command, and ends with an honest exit code.

The exit codes are in :mod:`planning_kit.cli.exit_codes`. Each command imports what it needs
when it runs, so that ``planning-kit areas`` stays quick.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

import planning_kit
from planning_kit.cli import (
    areas,
    attaching,
    bundle,
    course,
    defaults,
    demo,
    documents,
    endorsing,
    exit_codes,
    importing,
    keeping_safe,
    lab,
    mapping,
    new,
    proposal,
    questions,
    refused,
    report,
    requests,
    run,
    serve,
    settle,
    synthesis,
    tally,
    template,
    withdraw,
)
from planning_kit.cli.console import complain, leave_broken_pipe, speak_utf8
from planning_kit.cli.failing import tell
from planning_kit.cli.options import global_options
from planning_kit.cli.speech import argparse_speaks, language_of
from planning_kit.language import _, set_language

_COMMANDS = (
    demo,
    areas,
    new,
    questions,
    template,
    mapping,
    importing,
    refused,
    withdraw,
    attaching,
    endorsing,
    documents,
    proposal,
    report,
    synthesis,
    requests,
    run,
    tally,
    bundle,
    settle,
    keeping_safe,
    defaults,
    serve,
    lab,
    course,
)
_UNSAID = {"store": None, "data": None, "language": None, "debug": False}


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``planning-kit`` with ``argv`` (``sys.argv`` by default) and return its exit code."""
    speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    set_language(language_of(arguments))
    try:
        with argparse_speaks():
            # Not set_defaults: it would change the options themselves, which the commands
            # share, and a command would then overwrite what stood before its name.
            chosen = _parser().parse_args(arguments, argparse.Namespace(**_UNSAID))
    except SystemExit as ended:
        # argparse leaves this way after --help, --version and wrong use.
        return ended.code if isinstance(ended.code, int) else exit_codes.WRONG_USE
    return _run(chosen)


def _run(chosen: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace], int] = chosen.command
    try:
        code = _with_own_data(command, chosen)
        sys.stdout.flush()
    except KeyboardInterrupt:
        complain("", _("Stopped. What was not finished was left as it was."))
        return exit_codes.INTERRUPTED
    except BrokenPipeError:
        leave_broken_pipe()
        return exit_codes.NOT_ALL_DONE
    except Exception as error:  # noqa: BLE001 - the last place where a fault can become a sentence
        return tell(error, debug=chosen.debug)
    return code


def _with_own_data(command: Callable[[argparse.Namespace], int], chosen: argparse.Namespace) -> int:
    if chosen.data is None:
        return command(chosen)
    from planning_kit.records.own_data import own_folder, unread_files, using_own_data

    with using_own_data(chosen.data):
        folder = own_folder()
        if folder is not None and (unread := unread_files(folder)):
            complain(
                _(
                    "Nothing reads {files} in your folder of data files: its name or place is "
                    "not known. See: planning-kit defaults --check {folder}",
                    files=", ".join(unread),
                    folder=folder,
                )
            )
        return command(chosen)


def _parser() -> argparse.ArgumentParser:
    common = global_options()
    parser = argparse.ArgumentParser(
        prog="planning-kit",
        description=_("The tambon's agricultural development plan, from survey to printed book"),
        parents=[common],
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"planning-kit {planning_kit.__version__}",
        help=_("show program's version number and exit"),
    )
    commands = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND"), required=True, dest="name"
    )
    for command in _COMMANDS:
        command.add(commands, common)
    return parser
