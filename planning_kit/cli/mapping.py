"""``planning-kit mapping FILE``: a draft of how somebody's columns become ours."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.output_file import refuse_place, whole_file
from planning_kit.errors import KitError
from planning_kit.language import N_, _, ngettext

if TYPE_CHECKING:
    from planning_kit.collect.drafting import Draft
    from planning_kit.records import LocalQuestion


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("draft a mapping for a foreign table, or list those for well-known registers")
    parser = commands.add_parser("mapping", help=text, description=text, parents=[common])
    parser.add_argument(
        "file",
        nargs="?",
        metavar=_("FILE"),
        help=_("the table to look at (CSV, JSON, Excel), or the short name of a template"),
    )
    parser.add_argument(
        "--record",
        metavar="NAME",
        help=_("what each row is, such as household; guessed if not given"),
    )
    parser.add_argument(
        "--form",
        type=Path,
        metavar="FORM.xlsx",
        help=_("the XLSForm the survey was made with: its labels name columns and answers"),
    )
    parser.add_argument(
        "--area",
        metavar=_("CODE"),
        help=_("guess the questions of this area’s own too"),
    )
    parser.add_argument(
        "--out", type=Path, metavar="M.toml", help=_("write the draft here, not on the screen")
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace the file if it is there already")
    )
    parser.add_argument(
        "--list", action="store_true", help=_("list the templates for registers and stop")
    )
    parser.set_defaults(command=_mapping)


def _mapping(chosen: argparse.Namespace) -> int:
    if chosen.list:
        return _list()
    if chosen.file is None:
        raise KitError(
            "cli.no-file-named",
            N_("Name the file to draft a mapping for, or use --list for the templates."),
        )
    from planning_kit.collect.register_templates import mapping_file

    path = Path(chosen.file)
    template = mapping_file(chosen.file)
    if not path.exists() and template != path:
        return _put(template.read_text(encoding="utf-8"), chosen, summary=None)
    for named in (path, chosen.form):
        if named is not None and not named.is_file():
            raise KitError(
                "cli.no-such-file",
                N_("There is no file {path}. Check its name and folder."),
                path=str(named),
            )
    if chosen.out is not None:
        refuse_place(chosen.out, overwrite=chosen.overwrite, read=path)
    from planning_kit.collect.drafting import draft_mapping

    questions = _questions(chosen)
    draft = draft_mapping(path, chosen.record, form=chosen.form, questions=questions)
    return _put(draft.text, chosen, summary=_summary(draft))


def _summary(draft: Draft) -> str:
    from planning_kit.records import record_type

    told = _(
        "Record type: {record}. Fields guessed: {fields}; columns without a field: {columns}; "
        "columns left out because they tell who a person is: {personal}.",
        record=f"{draft.record} ({record_type(draft.record).noun.title})",
        fields=sum(len(table.get("fields", {})) for table in tomllib.loads(draft.text)["table"]),
        columns=len(draft.not_guessed),
        personal=len(draft.personal),
    )
    if not draft.registers:
        return told
    likely = draft.registers[0].template
    register = _(
        "The file looks like {title}; the template for it may suit better: planning-kit mapping "
        "{name} --out FILE.toml",
        title=likely.title,
        name=likely.name,
    )
    return f"{told}\n{register}"


def _questions(chosen: argparse.Namespace) -> list[LocalQuestion]:
    if chosen.area is None:
        return []
    from planning_kit.workbook.local_columns import questions_asked_in

    asked = questions_asked_in(chosen.store, chosen.area.strip())
    return [question for question in asked if not question.is_retired]


def _put(text: str, chosen: argparse.Namespace, *, summary: str | None) -> int:
    out: Path | None = chosen.out
    if out is None:
        say(text.rstrip("\n"))
        return exit_codes.DONE
    # It may be a draft that somebody has mended.
    refuse_place(out, overwrite=chosen.overwrite)
    with whole_file(out) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    if summary is not None:
        say(summary)
    say(_("The mapping is in {path}; check every line of it before you import.", path=out))
    if summary is not None:
        say(
            _(
                "Then try it; nothing is saved: planning-kit import {file} --area {area} "
                "--mapping {path} --dry-run",
                file=chosen.file,
                area=chosen.area or _("CODE"),
                path=out,
            )
        )
    return exit_codes.DONE


def _list() -> int:
    from planning_kit.collect.register_templates import register_templates

    templates = register_templates()
    width = max(len(template.name) for template in templates)
    say(*(f"{template.name:<{width}}  {template.title}" for template in templates))
    say(
        ngettext(
            "{n} template. Its headings are not confirmed: compare them with your file.",
            "{n} templates. Their headings are not confirmed: compare them with your file.",
            len(templates),
        )
    )
    return exit_codes.DONE
