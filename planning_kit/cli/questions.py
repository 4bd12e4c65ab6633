"""``planning-kit questions``: what a province or tambon asks besides the kit's own questions."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import say
from planning_kit.language import _

if TYPE_CHECKING:
    from planning_kit.records import LocalQuestion


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("add, list or retire the questions an area asks of its own")
    parser = commands.add_parser("questions", help=text, description=text, parents=[common])
    actions = parser.add_subparsers(
        title=_("what to do"), metavar=_("ACTION"), required=True, dest="action"
    )
    text = _("read questions from a small TOML or Excel file and keep them")
    adding = actions.add_parser("add", help=text, description=text, parents=[common])
    adding.add_argument("file", type=Path, metavar=_("FILE"), help=_("the file of questions"))
    adding.add_argument(
        "--dry-run", action="store_true", help=_("check everything and change nothing")
    )
    adding.set_defaults(command=_add)
    text = _("show the questions an area asks, its province's too")
    listing = actions.add_parser("list", help=text, description=text, parents=[common])
    listing.set_defaults(command=_list)
    text = _("ask a question no longer; its answers are kept")
    retiring = actions.add_parser("remove", help=text, description=text, parents=[common])
    retiring.add_argument("code", metavar=_("QUESTION"), help=_("code of the question"))
    retiring.set_defaults(command=_remove)
    for action in (adding, listing, retiring):
        action.add_argument(
            "--area",
            required=True,
            metavar=_("CODE"),
            help=_("tambon code or plan area id; an amphoe or province code asks everywhere in it"),
        )
    for action in (adding, retiring):
        action.add_argument(
            "--who", metavar=_("ROLE"), help=_("who decides, as kept with each question")
        )
        action.add_argument("--why", default="", help=_("why, as kept with each question"))


def _add(chosen: argparse.Namespace) -> int:
    from planning_kit.collect import read_question_file
    from planning_kit.records.local_question_file import read_questions
    from planning_kit.workbook.local_questions import add_questions, find_scope, known_in
    from planning_kit.workbook.location import opened

    declared = read_question_file(chosen.file)
    with opened(chosen.store, leave_no_trace=chosen.dry_run) as store:
        scope = find_scope(store, chosen.area)
        questions = read_questions(declared, scope, known_in(store, scope))
        added = add_questions(
            store,
            questions,
            who=chosen.who or user_name(),
            why=chosen.why or chosen.file.name,
            dry_run=chosen.dry_run,
        )
    say(
        _(
            "{file}: {new} new questions, {changed} changed, {unchanged} kept already",
            file=chosen.file.name,
            new=len(added.new),
            changed=len(added.changed),
            unchanged=len(added.unchanged),
        )
    )
    if chosen.dry_run:
        say(_("Nothing was saved (--dry-run)."))
    else:
        say(
            _(
                "Make the form with: planning-kit template --area {area} --out FILE.xlsx",
                area=scope if len(scope) not in (2, 4) else _("CODE"),
            )
        )
    return exit_codes.DONE


def _list(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.local_questions import find_scope, known_in
    from planning_kit.workbook.location import opened

    with opened(chosen.store, leave_no_trace=True) as store:
        asked = known_in(store, find_scope(store, chosen.area))
    for question in asked:
        say(_line(question))
    if not asked:
        say(_("No questions of its own are asked in {area}.", area=chosen.area))
    return exit_codes.DONE


def _line(question: LocalQuestion) -> str:
    from planning_kit.records import record_type
    from planning_kit.records.local_questions import QuestionKind

    parts = (
        question.code,
        question.label,
        QuestionKind.of(str(question.kind)).words,
        record_type(str(question.about)).noun.title,
        question.scope_code,
        _("no longer asked") if question.is_retired else "",
    )
    return " · ".join(str(part) for part in parts if part)


def _remove(chosen: argparse.Namespace) -> int:
    from planning_kit.records.local_questions import PREFIX
    from planning_kit.workbook.local_questions import find_scope, retire_question
    from planning_kit.workbook.location import opened

    code = PREFIX + chosen.code.strip().removeprefix(PREFIX)
    with opened(chosen.store, leave_no_trace=True) as store:
        scope = find_scope(store, chosen.area)
        retire_question(store, scope, code, who=chosen.who or user_name(), why=chosen.why)
    say(_("{code} is no longer asked in {area}; its answers are kept.", code=code, area=scope))
    return exit_codes.DONE
