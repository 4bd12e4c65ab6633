"""The endorsement page: what the council resolved, the fingerprint, and who signs."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from planning_kit.deliberate.quorum import quorum
from planning_kit.deliberate.reason import Reason
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.records import Endorsement
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.difference_words import difference_table
from planning_kit.report.chapters.meeting_words import outcome_said
from planning_kit.report.chapters.meetings import by_code, listed, meeting_line
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.plan_status import PlanStatus, plan_status
from planning_kit.report.chapters.wording import answer, number
from planning_kit.report.section import Layout, Numbering, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import Version, Workbook, differences, versions
from planning_kit.workbook.endorsing import rival_plans

_DOTS = "." * 44
_MOST_SIGNERS = 8


def endorsement(workbook: Workbook) -> Section:
    """Return the page: resolution, votes, quorum, fingerprint, signatures; or that it is a draft."""
    status = plan_status(workbook)
    forums = by_code(workbook)
    section = Section(
        "endorsement",
        _("Endorsement of the plan"),
        layout=Layout.SHEET,
        numbering=Numbering.CHAPTER,
    )
    if status.last is None:
        section.sentences = [
            _("Draft, not endorsed yet."),
            _(
                "The plan comes into force when the tambon’s community organization council "
                "endorses it with its quorum; the version is then frozen under a fingerprint."
            ),
        ]
    else:
        section.sentences = _resolved(status.last, forums)
        section.sentences += _endorsed_apart(workbook)
        section.evidence = [meeting_line(forums.get(str(status.last.endorsement.forum_code)))]
    section.tables = [_signatures(workbook)]
    section.parts = [
        *_since(workbook, status),
        *_earlier(versions(workbook), forums),
        *_amendments(versions(workbook), workbook),
    ]
    return section


def _resolved(version: Version, forums: dict[str, Row]) -> list[str]:
    record = version.endorsement
    meeting = forums.get(str(record.forum_code))
    said = []
    if not version.is_whole:
        said.append(
            _(
                "Attention: what is kept of version {version} no longer agrees with its "
                "fingerprint. Compare it with the signed paper before using it.",
                version=version.number,
            )
        )
    said.append(
        _(
            "{title}, version {version}, was endorsed on {date} by: {meeting}.",
            title=record.plan_title or _("Tambon agricultural development plan"),
            version=version.number,
            date=format_date(record.date),
            meeting=(meeting or {}).get("title") or record.forum_code,
        )
    )
    if record.amendment:
        said.append(_amended(version))
    said += [_("Resolution: {resolution}", resolution=" ".join(listed(record.resolution)))] * bool(
        record.resolution
    )
    said += _counted(version, meeting)
    said.append(_("Fingerprint of the plan (SHA-256): {mark}", mark=version.fingerprint))
    return said


def _endorsed_apart(workbook: Workbook) -> list[str]:
    """Say which other plan another computer endorsed under a number of a version."""
    counts = {one.fingerprint for one in versions(workbook)}
    kept = workbook.store.frozen_plans(workbook.area_id)
    own = [one for one in kept if one.plan_start_be == workbook.period.plan_start_be]
    return [
        _(
            "Attention: two plans were endorsed apart under one number, version {version}. The other "
            "has the fingerprint {mark}. Compare both with the signed paper; page 00 says which "
            "record counts.",
            version=one.version,
            mark=one.fingerprint,
        )
        for one in (*own, *rival_plans(workbook))
        if one.fingerprint not in counts
    ]


def _amended(version: Version) -> str:
    return _(
        "Amended by {kind}; reason: {reason}",
        kind=answer("endorsement", "amendment", version.endorsement.amendment),
        reason=version.endorsement.reason or "–",
    )


def _counted(version: Version, meeting: Row | None) -> list[str]:
    record = version.endorsement
    said = []
    try:
        if meeting and meeting["members"]:
            there = quorum(meeting["members_present"], meeting["members"])
            said += [_said(one) for one in there.reasons()]
        if record.votes_for is not None and record.votes_against is not None:
            said.append(outcome_said(_vote(record, meeting)))
    except KitError as error:
        said.append(str(error))
    return said


def _vote(record: Endorsement, meeting: Row | None) -> Row:
    """Return the votes of an endorsement with the casting vote of its meeting."""
    casting = meeting["chair_voted_to_break_tie"] if meeting else None
    counts = ("votes_for", "votes_against", "votes_abstain")
    return {name: getattr(record, name) for name in counts} | {"chair_voted_to_break_tie": casting}


def _said(reason: Reason) -> str:
    return _(reason.message, **{name: number(value) for name, value in reason.values.items()})


def _signatures(workbook: Workbook) -> Table:
    offices = [_("Chair of the community organization council"), _("Secretary of the council")]
    seats = plain_rows(workbook.frame("working_group_seat"), ("organisation", "role", "position"))
    seats.sort(key=lambda row: row["position"] or 999)
    offices += [f"{row['role']} · {row['organisation']}" for row in seats]
    rows = [
        {"office": office, "sign": _DOTS, "day": "......./......./......."}
        for office in dict.fromkeys(offices)
    ]
    columns = [
        Column("office", _("Office")),
        Column("sign", _("Signature")),
        Column("day", _("Date")),
    ]
    frame = pd.DataFrame(rows[:_MOST_SIGNERS])
    return Table(frame, columns, caption=_("Signed by office"), wide=False)


def _since(workbook: Workbook, status: PlanStatus) -> list[Section]:
    if status.last is None or not status.is_changed:
        return []
    found = differences(workbook, status.last.number)
    caption = _("What has changed since version {version}", version=status.last.number)
    return [
        Section(
            "changed-since",
            _("Draft, not endorsed: what has changed since"),
            sentences=[
                _(
                    "This book shows {count} changes that no meeting has endorsed yet.",
                    count=number(len(found)),
                )
            ],
            tables=[difference_table(found, PlanNames(workbook), caption)],
        )
    ]


def _earlier(known: list[Version], forums: dict[str, Row]) -> list[Section]:
    if len(known) < 2:
        return []
    rows = [
        {
            "version": str(version.number),
            "date": format_date(version.endorsement.date, "short"),
            "meeting": (forums.get(str(version.endorsement.forum_code)) or {}).get("title"),
            "what": answer("endorsement", "amendment", version.endorsement.amendment) or None,
            "why": version.endorsement.reason,
            "mark": version.fingerprint,
        }
        for version in known
    ]
    columns = [
        Column("version", _("Version")),
        Column("date", _("Date")),
        Column("meeting", _("Meeting")),
        Column("what", _("Amended by")),
        Column("why", _("Reason")),
        Column("mark", _("Fingerprint")),
    ]
    types = {column.name: "text" for column in columns}
    table = Table(framed(rows, types), columns, caption=_("Every version endorsed"))
    return [Section("versions", _("Versions of the plan"), tables=[table])]


def _amendments(known: list[Version], workbook: Workbook) -> list[Section]:
    """Return what each amendment changed, the latest first; the older versions stay kept."""
    found = []
    for before, after in reversed(list(pairwise(known))):
        changed = differences(workbook, before.number, after.number)
        caption = _(
            "What version {after} changed of version {before}",
            after=after.number,
            before=before.number,
        )
        table = difference_table(changed, PlanNames(workbook), caption)
        found.append(Section(f"version-{after.number}", caption, tables=[table]))
    return found
