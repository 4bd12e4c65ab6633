"""``planning-kit endorse --area CODE --meeting F06``: freeze the plan as a meeting adopted it."""

from __future__ import annotations

import argparse
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import say
from planning_kit.cli.options import CODE_HELP, add_start
from planning_kit.language import _

AMENDMENTS = ("addition", "change", "correction")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("freeze the plan as a council meeting endorsed it, and print its fingerprint")
    parser = commands.add_parser("endorse", help=text, description=text, parents=[common])
    parser.add_argument("--area", required=True, metavar=_("CODE"), help=_(CODE_HELP))
    add_start(parser)
    parser.add_argument(
        "--meeting", metavar=_("CODE"), help=_("the council meeting, by its code in the workbook")
    )
    parser.add_argument(
        "--amendment", choices=AMENDMENTS, help=_("what a later version is; needs --reason")
    )
    parser.add_argument("--reason", metavar=_("TEXT"), help=_("why the plan was amended"))
    parser.add_argument(
        "--list", action="store_true", help=_("only list the endorsed versions, and what changed")
    )
    parser.set_defaults(command=_endorse)


def _endorse(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook import endorse, open_workbook

    with open_workbook(chosen.area.strip(), chosen.start, store=chosen.store) as workbook:
        if chosen.list or not chosen.meeting:
            say(*_told(workbook))
            # Without a meeting nothing can be endorsed, and nothing was asked for but the list.
            return exit_codes.DONE if chosen.list else exit_codes.WRONG_USE
        version = endorse(
            workbook,
            chosen.meeting.strip(),
            who=user_name(),
            why=chosen.reason or "",
            amendment=chosen.amendment,
            reason=chosen.reason,
        )
        say(
            _("Version {version} of the plan is endorsed and frozen.", version=version.number),
            _("Its fingerprint (SHA-256): {fingerprint}", fingerprint=version.fingerprint),
        )
    return exit_codes.DONE


def _told(workbook: Any) -> list[str]:
    from planning_kit import thai
    from planning_kit.workbook import differences, is_changed, versions

    found = versions(workbook)
    if not found:
        return [_("No version of this plan is endorsed yet; name the council meeting: --meeting")]
    lines = []
    for version in found:
        date = version.endorsement.date
        said = _(
            "Version {version}, endorsed on {date}: {fingerprint}",
            version=version.number,
            date=thai.format_date(date) if date else "–",
            fingerprint=version.fingerprint,
        )
        lines.append(said if version.is_whole else f"{said} – {_('DOES NOT AGREE with its text')}")
    if not is_changed(workbook):
        return [*lines, _("The plan is as it was endorsed.")]
    lines.append(_("Changed since version {version}:", version=found[-1].number))
    return [*lines, *(f"  {_sentence(one)}" for one in differences(workbook, found[-1].number))]


def _sentence(one: Any) -> str:
    thing = {"title": one.title, "code": one.code, "name": one.name}
    if one.kind == "added":
        return _("added: {title} {code} {name}", **thing)
    if one.kind == "removed":
        return _("taken out: {title} {code} {name}", **thing)
    told = {"label": one.label, "before": one.before or "–", "after": one.after or "–"}
    return _("{title} {code}, “{label}”: from {before} to {after}", **thing, **told)
