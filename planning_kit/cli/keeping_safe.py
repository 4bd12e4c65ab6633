"""``planning-kit backup | restore | erase``: safe copies, and a person’s right to be forgotten."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import complain, say
from planning_kit.cli.output_file import refuse_place
from planning_kit.errors import KitError
from planning_kit.language import N_, _

if TYPE_CHECKING:
    from planning_kit.workbook.saving import Revision
    from planning_kit.workbook.workbook import Store

_SURE = N_("Say --yes: what is erased is gone for good, here and wherever bundles are merged")
_OLD_COPIES = N_(
    "Older backups, bundles and files that were imported may still hold it: destroy them, or make "
    "them anew. Restoring an older backup here erases it again."
)


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the three commands to the parser."""
    text = _("copy the whole store to a file, also while it is in use")
    parser = commands.add_parser("backup", help=text, description=text, parents=[common])
    parser.add_argument("file", type=Path, metavar="FILE.db", help=_("the copy to write"))
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace a file that is there already")
    )
    parser.set_defaults(command=_backup)
    text = _("put a backup back in place of the store, which is copied beside it first")
    parser = commands.add_parser("restore", help=text, description=text, parents=[common])
    parser.add_argument("file", type=Path, metavar="FILE.db", help=_("the backup"))
    parser.set_defaults(command=_restore)
    _add_erase(commands, common)


def _add_erase(commands: Any, common: argparse.ArgumentParser) -> None:
    text = _("erase a record for good, at the request of the person it is about")
    parser = commands.add_parser("erase", help=text, description=text, parents=[common])
    parser.add_argument(
        "--area", required=True, metavar=_("CODE"), help=_("tambon code or plan area id")
    )
    parser.add_argument(
        "--record",
        default="household",
        metavar=_("TYPE"),
        help=_("type of the record (household by default); what names it is erased too"),
    )
    parser.add_argument("--code", required=True, metavar=_("CODE"), help=_("its code or whole key"))
    parser.add_argument(
        "--why", required=True, help=_("why, as kept in the history; name no person here")
    )
    parser.add_argument("--who", metavar=_("ROLE"), help=_("who does this; a role will do"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask again"))
    parser.set_defaults(command=_erase)


def _backup(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.backup import back_up

    refuse_place(chosen.file, overwrite=chosen.overwrite)
    say(_("The store is copied to {path}", path=back_up(chosen.file, chosen.store)))
    complain(_("It holds data of households: keep it as carefully as the questionnaires."))
    return exit_codes.DONE


def _restore(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.backup import restore

    before, again = restore(chosen.file, chosen.store)
    say(_("The backup is in place."))
    if before is not None:
        say(_("What stood until now is kept in {path}", path=before))
    if again:
        say(_("Erased since the backup, and erased again: {n}", n=again))
    return exit_codes.DONE


def _erase(chosen: argparse.Namespace) -> int:
    from planning_kit.records import record_types
    from planning_kit.workbook.forgetting import forget
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.plan_areas import find_plan_area, id_of
    from planning_kit.workbook.withdrawn_records import counted

    name = chosen.record.strip().lower()
    known = [kind.noun.name for kind in record_types() if kind.noun.in_template]
    if name not in known:
        said = N_("There is no record type “{wanted}”; write one of: {known}")
        raise KitError("cli.no-such-type", said, wanted=name, known=", ".join(known))
    if not (chosen.yes or _is_sure()):
        raise KitError("cli.not-sure", _SURE)
    with opened(chosen.store, leave_no_trace=True) as store:
        own_id = id_of(find_plan_area(store, chosen.area.strip()))
        one = _found(store, own_id, name, chosen.code)
        who = chosen.who or user_name()
        done = forget(store, own_id, name, one.record_id, who=who, why=chosen.why)
    say(_("Erased for good: {records}", records=counted(done)))
    complain(_(_OLD_COPIES))
    return exit_codes.DONE


def _found(store: Store, plan_area_id: str, name: str, code: str) -> Revision:
    """Return the record that is meant, one that is withdrawn too."""
    from planning_kit.workbook.named_records import find_record

    try:
        return find_record(store, plan_area_id, name, code, is_withdrawn=False)
    except KitError as error:
        try:
            return find_record(store, plan_area_id, name, code, is_withdrawn=True)
        except KitError:
            raise error from None


def _is_sure() -> bool:
    if not sys.stdin.isatty():
        return False
    return input(_("Erase it for good? Write yes: ")).strip().casefold() in ("yes", "ใช่")
