"""``planning-kit endorse --area CODE --meeting F06``: freeze the plan as a meeting adopted it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import complain, say
from planning_kit.cli.options import CODE_HELP, add_start, whole_number
from planning_kit.cli.output_file import refuse_place, whole_file
from planning_kit.errors import KitError
from planning_kit.language import N_, _

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
    parser.add_argument(
        "--text",
        type=Path,
        metavar="FILE",
        help=_("write the frozen text of a version; sha256sum FILE gives its fingerprint"),
    )
    parser.add_argument(
        "--version",
        dest="number",
        type=whole_number,
        metavar="N",
        help=_("which version --text writes; the last one by default"),
    )
    parser.set_defaults(command=_endorse)


def _endorse(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook import endorse, open_workbook

    with open_workbook(chosen.area.strip(), chosen.start, store=chosen.store) as workbook:
        if chosen.text:
            return _write_text(workbook, chosen.text, chosen.number)
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
        _say_what_is_left(workbook)
    return exit_codes.DONE


def _say_what_is_left(workbook: Any) -> None:
    """The council decides; but what the checks call a must is not passed over in silence."""
    from planning_kit.report.chapters.plan_checks import must_be_mended

    if count := must_be_mended(workbook):
        complain(
            _(
                "{count} points of this version must still be mended; the chapter “{title}” of "
                "notebook 04_plan lists each. Mend them, and endorse the correction.",
                count=count,
                title=_("Is the plan complete?"),
            )
        )


def _write_text(workbook: Any, path: Path, number: int | None) -> int:
    """Write what was frozen, byte for byte, so that anybody can work out the fingerprint."""
    from planning_kit.workbook import versions

    found = {version.number: version for version in versions(workbook)}
    version = found.get(number or max(found, default=0))
    if version is None:
        raise KitError(
            "workbook.no-such-version",
            N_("Version {version} of this plan was never endorsed"),
            version=number or 1,
        )
    refuse_place(path, overwrite=False)
    with whole_file(path) as part:
        part.write_bytes(version.frozen.content.encode("utf-8"))
    said = _("{path} holds version {version} as frozen.", path=path, version=version.number)
    say(said, _("Its fingerprint (SHA-256): {fingerprint}", fingerprint=version.fingerprint))
    if not version.is_whole:
        complain("", _("DOES NOT AGREE with its text"))
        return exit_codes.NOT_ALL_DONE
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
        if version.number > 1:
            changed = differences(workbook, version.number - 1, version.number)
            lines.append(_("Changed since version {version}:", version=version.number - 1))
            lines += [f"  {_sentence(one)}" for one in changed]
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
