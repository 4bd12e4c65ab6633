"""``planning-kit withdraw``: take out a record that should never have been there, or bring it back."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from planning_kit import thai
from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import say
from planning_kit.errors import KitError
from planning_kit.language import N_, _

if TYPE_CHECKING:
    from planning_kit.workbook.withdrawn_records import WithdrawnRecord


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("take out a record that should never have been there; its history stays")
    parser = commands.add_parser("withdraw", help=text, description=text, parents=[common])
    parser.add_argument(
        "--area", required=True, metavar=_("CODE"), help=_("tambon code or plan area id")
    )
    parser.add_argument(
        "--record",
        metavar=_("TYPE"),
        help=_("type of the record: household, production, …; alone, lists what was withdrawn"),
    )
    parser.add_argument(
        "--code",
        metavar=_("CODE"),
        help=_("its code or whole key; where it has none, the row of its file or its id"),
    )
    parser.add_argument(
        "--why", default="", help=_("why, as kept in the history; name no person here")
    )
    parser.add_argument(
        "--with-linked",
        action="store_true",
        help=_("withdraw the records that name it too, such as the production of a household"),
    )
    parser.add_argument(
        "--undo", action="store_true", help=_("bring a withdrawn record back instead")
    )
    parser.add_argument(
        "--who", metavar=_("ROLE"), help=_("who decides, as kept in the history; a role will do")
    )
    parser.set_defaults(command=_withdraw)


def _withdraw(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.named_records import find_record
    from planning_kit.workbook.plan_areas import find_plan_area, id_of
    from planning_kit.workbook.withdrawing import bring_back, withdraw
    from planning_kit.workbook.withdrawn_records import counted, withdrawn_records

    names = _types(chosen)
    with opened(chosen.store, leave_no_trace=True) as store:
        own_id = id_of(find_plan_area(store, chosen.area.strip()))
        if chosen.code is None:
            say(*_listed(withdrawn_records(store, own_id, names)))
            return exit_codes.DONE
        (name,), who, why = names, chosen.who or user_name(), chosen.why
        one = find_record(store, own_id, name, chosen.code, is_withdrawn=chosen.undo)
        if chosen.undo:
            done = bring_back(store, own_id, name, one.record_id, who, why)
            say(_("Brought back: {records}", records=counted(done)))
            return exit_codes.DONE
        done = withdraw(store, own_id, name, one.record_id, who, why, chosen.with_linked)
    say(_("Withdrawn, and kept in the history: {records}", records=counted(done)))
    return exit_codes.DONE


def _types(chosen: argparse.Namespace) -> list[str]:
    """Return the record types meant: the one that is named, or all for a list."""
    from planning_kit.records import template_types

    known = [kind.noun.name for kind in template_types()]
    wanted = chosen.record.strip().lower() if chosen.record is not None else None
    if wanted is not None and wanted not in known:
        raise KitError("cli.no-such-type", _NO_TYPE, wanted=wanted, known=", ".join(known))
    does = chosen.undo or chosen.with_linked or chosen.why
    if (chosen.code is None and does) or (chosen.code is not None and wanted is None):
        raise KitError("cli.withdraw-which", _WHICH)
    return known if wanted is None else [wanted]


_NO_TYPE = N_("There is no record type “{wanted}”; write one of: {known}")
_WHICH = N_(
    "Say which record: --record household --code 03-012; without --code the command lists what was "
    "withdrawn"
)


def _listed(gone: Sequence[WithdrawnRecord]) -> Iterator[str]:
    if not gone:
        yield _("Nothing is withdrawn.")
    for one in gone:
        yield _(
            "{title} {key}: withdrawn on {date} by {who}: {why}",
            title=one.title,
            key=one.key,
            date=thai.format_date(one.when.astimezone().date()),
            who=one.who,
            why=one.why,
        )
