"""``planning-kit settle``: versions that computers left apart, told side by side, and settled."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import complain, say
from planning_kit.cli.options import CODE_HELP
from planning_kit.errors import KitError
from planning_kit.language import N_, _, ngettext

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook
    from planning_kit.workbook.settling import Disputed


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("list records that were changed on two computers, and say which version is right")
    parser = commands.add_parser("settle", help=text, description=text, parents=[common])
    parser.add_argument("--area", metavar=_("CODE"), help=_(CODE_HELP))
    parser.add_argument("--record", metavar=_("TYPE"), help=_("type of the record: household, project, …"))  # fmt: skip
    parser.add_argument("--code", metavar=_("CODE"), help=_("its code or whole key, as the list shows it"))  # fmt: skip
    parser.add_argument("--take", metavar=_("MARK"), help=_("the version that is right, by its mark in the list"))  # fmt: skip
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME=MARK",
        help=_("take the answer to one field from another version; may be said several times"),
    )
    parser.add_argument(
        "--why", default="", help=_("why, as kept in the history; name no person here")
    )
    parser.add_argument(
        "--who", metavar=_("ROLE"), help=_("who decides, as kept in the history; a role will do")
    )
    parser.set_defaults(command=_settle)


def _settle(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.all_of_store import latest_workbooks
    from planning_kit.workbook.location import opened

    said = (chosen.record, chosen.code, chosen.take)
    is_list = not any(said) and not (chosen.field or chosen.why)
    if not is_list and not (all(said) and chosen.area):
        raise KitError("cli.settle-which", _WHICH)
    area = chosen.area.strip() if chosen.area else None
    with opened(chosen.store, leave_no_trace=is_list) as store:
        books = latest_workbooks(store, area)
        if is_list:
            say(*_listed(books))
            return exit_codes.DONE
        return _save(books[0], chosen)


_WHICH = N_(
    "Say which record and which version: --area CODE --record household --code 03-012 --take MARK "
    "--why “…”; without these the command lists what is to be settled"
)
_NOT_DISPUTED = N_("{title} {code} has no two versions to settle; see: planning-kit settle")
_NO_TYPE = N_("There is no record type “{wanted}”; write one of: {known}")
_NO_FIELD = N_("“{said}” is no field on which the versions differ; these are: {known}")


def _save(workbook: Workbook, chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.settling import asked, settle

    one = _meant(workbook, chosen.record.strip().lower(), chosen.code)
    known = [spec.name for spec in one.differing(asked(workbook, one))]
    taken = {}
    for said in chosen.field:
        name, _sign, mark = said.partition("=")
        if name.strip() not in known:
            raise KitError("cli.no-such-field", _NO_FIELD, said=said, known=", ".join(known))
        taken[name.strip()] = one.version(mark)
    saving = settle(
        workbook,
        one,
        one.version(chosen.take),
        who=chosen.who or user_name(),
        why=chosen.why,
        taken=taken,
    )
    complain(*(finding.say() for finding in saving.findings))
    if saving.revision is None:
        return exit_codes.NOT_ALL_DONE
    say(_("Settled: {title} {key}. All versions stay in the history.", title=one.title, key=one.key))  # fmt: skip
    return exit_codes.DONE


def _meant(workbook: Workbook, name: str, code: str) -> Disputed:
    from planning_kit.records import record_types
    from planning_kit.workbook.named_records import named_record
    from planning_kit.workbook.settling import disputed

    known = [kind.noun.name for kind in record_types()]
    if name not in known:
        raise KitError("cli.no-such-type", _NO_TYPE, wanted=name, known=", ".join(known))
    by_id = {one.record_id: one for one in disputed(workbook, [name])}
    title = next((one.title for one in by_id.values()), name)
    if not by_id:
        raise KitError("cli.not-disputed", _NOT_DISPUTED, title=title, code=code)
    return by_id[named_record(name, [one.versions[0] for one in by_id.values()], code).record_id]


def _listed(books: list[Workbook]) -> Iterator[str]:
    from planning_kit.workbook.settling import disputed

    number = 0
    for book in books:
        if found := disputed(book):
            number += len(found)
            yield f"{book.title()} ({book.area_id})"
            for one in found:
                yield from _told(book, one)
    if not number:
        yield _("No record has two versions.")
        return
    yield ngettext(
        "{n} record is to be settled; until then its last saved version counts. Settle it with: "
        "planning-kit settle --area CODE --record TYPE --code CODE --take MARK --why “…”",
        "{n} records are to be settled; until then the last saved version of each counts. Settle "
        "them with: planning-kit settle --area CODE --record TYPE --code CODE --take MARK --why “…”",
        number,
    )


def _told(workbook: Workbook, one: Disputed) -> Iterator[str]:
    from planning_kit.records import Privacy
    from planning_kit.records.written_values import written
    from planning_kit.workbook.saving import kept_values
    from planning_kit.workbook.settling import asked, mark_of, saved_by

    kind = asked(workbook, one)
    yield f"  {one.record_type} {one.key}  ({one.title})"
    for version in one.versions:
        yield f"    {mark_of(version)}  {saved_by(version)}"
    for spec in one.differing(kind):
        if spec.privacy is Privacy.PERSONAL:
            yield _("    {field}: differs; what it says is not shown here", field=spec.label)
            continue
        said = (
            f"{mark_of(version)} = {written(spec, kept_values(kind, version.record)[spec.name])}"
            for version in one.versions
        )
        yield f"    {spec.name} ({spec.label}): " + " · ".join(said)
