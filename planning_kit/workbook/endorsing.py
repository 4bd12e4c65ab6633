"""Endorsing: a meeting adopts the plan as it stands, and that version is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import Endorsement, Forum, Project
from planning_kit.store import FrozenPlan, Revision, record_uuid
from planning_kit.workbook.difference import Difference, differences_between
from planning_kit.workbook.freezing import fingerprint_of, plan_content

if TYPE_CHECKING:
    from planning_kit.workbook.workbook import Workbook

COUNCIL = "council_meeting"


@dataclass(frozen=True)
class Version:
    """An endorsed version: its record, what was frozen, and what has changed since."""

    endorsement: Endorsement
    frozen: FrozenPlan

    @property
    def number(self) -> int:
        """1 for the first plan; amendments count on."""
        return self.frozen.version

    @property
    def fingerprint(self) -> str:
        """The SHA-256 printed in the plan."""
        return self.frozen.fingerprint

    @property
    def is_whole(self) -> bool:
        """Whether record and frozen text still agree with the printed fingerprint."""
        return self.frozen.is_whole and self.endorsement.fingerprint == self.frozen.fingerprint


def versions(workbook: Workbook) -> list[Version]:
    """Return the endorsed versions of this plan, first to last."""
    start = workbook.period.plan_start_be
    records = {
        record.version: record
        for record in workbook.records(Endorsement)
        if record.plan_start_be == start
    }
    own = [*workbook.store.frozen_plans(workbook.area_id), *rival_plans(workbook)]
    under: dict[int, list[FrozenPlan]] = {}
    for plan in own:
        if plan.plan_start_be == start and plan.version in records:
            under.setdefault(plan.version, []).append(plan)
    return [
        # Where two laptops endorsed one number apart, the record says which of them counts.
        Version(
            records[number],
            next((p for p in plans if p.fingerprint == records[number].fingerprint), plans[0]),
        )
        for number, plans in sorted(under.items())
    ]


def rival_plans(workbook: Workbook) -> list[FrozenPlan]:
    """Return what was endorsed elsewhere under a number of a version of this plan."""
    start = workbook.period.plan_start_be
    found = workbook.store.frozen_rivals(workbook.area_id)
    return [plan for plan in found if plan.plan_start_be == start]


def is_changed(workbook: Workbook) -> bool:
    """Tell whether the plan differs from its last endorsed version; true before the first."""
    last = versions(workbook)[-1:]
    return not last or last[0].frozen.content != _content_since(workbook, last[0])


def _content_since(workbook: Workbook, version: Version) -> str:
    """Return the plan as it stands, without the meetings held since that version."""
    return plan_content(workbook, version.endorsement.date)


def differences(
    workbook: Workbook, before: int, after: int | None = None
) -> list[Difference]:  # fmt: skip
    """Return what differs between two versions; without ``after``, from the plan as it stands.

    Raises ``KitError`` ``workbook.no-such-version``.
    """
    found = versions(workbook)
    known = {version.number: version.frozen.content for version in found}
    for wanted in (before, after):
        if wanted is not None and wanted not in known:
            raise KitError(
                "workbook.no-such-version",
                N_("Version {version} of this plan was never endorsed"),
                version=wanted,
            )
    now = _content_since(workbook, found[-1]) if after is None else known[after]
    return differences_between(known[before], now)


def endorse(
    workbook: Workbook, forum_code: str, *, who: str, why: str = "", **said: Any
) -> Version:
    """Freeze the plan as it stands, as endorsed by a meeting of the council.

    Parameters
    ----------
    forum_code:
        The council meeting, recorded with its members, presence and votes.
    said:
        Further fields of ``Endorsement``: ``resolution``, ``plan_title``; ``amendment`` and
        ``reason`` are needed from the second version on.

    Raises ``KitError``: ``workbook.endorse-no-meeting``, ``…-not-council``, ``…-no-quorum``,
    ``…-not-carried``, ``…-empty``, ``…-unchanged``, ``…-why-amended``; nothing is then saved.
    """
    meeting = _meeting(workbook, forum_code)
    earlier, content = versions(workbook), plan_content(workbook, meeting.date)
    number = max((version.number for version in earlier), default=0) + 1
    _refuse_what_is_no_plan(workbook, earlier, said)
    frozen = FrozenPlan(
        workbook.area_id,
        int(workbook.period.plan_start_be or 0),
        number,
        content,
        fingerprint_of(content),
    )
    votes = ("votes_for", "votes_against", "votes_abstain")
    record = Endorsement(
        plan_start_be=frozen.plan_start_be,
        version=number,
        date=meeting.date,
        forum_code=forum_code,
        fingerprint=frozen.fingerprint,
        **{name: getattr(meeting, name) for name in votes},
        **{"resolution": meeting.resolution, **said},
    )
    name = record.noun.name
    key = record_uuid(workbook.area_id, name, record.natural_key())
    revision = Revision(name, key, workbook.area_id, record, who, why)
    workbook.store.write([revision], plans=[frozen])
    return Version(record, frozen)


def _meeting(workbook: Workbook, forum_code: str) -> Forum:
    held = {meeting.forum_code: meeting for meeting in workbook.records(Forum)}
    meeting = held.get(forum_code)
    if meeting is None:
        raise KitError(
            "workbook.endorse-no-meeting",
            N_("There is no meeting “{code}” in this workbook; record the meeting first"),
            code=forum_code,
        )
    if str(meeting.kind) != COUNCIL:
        raise KitError(
            "workbook.endorse-not-council",
            N_(
                "Meeting “{code}” is not a meeting of the community organization council; only "
                "the council endorses the plan"
            ),
            code=forum_code,
        )
    _refuse_without_quorum(meeting)
    return meeting


def _refuse_without_quorum(meeting: Forum) -> None:
    members, present = meeting.members, meeting.members_present
    if not members or present is None or present * 2 < members:
        raise KitError(
            "workbook.endorse-no-quorum",
            N_(
                "Meeting “{code}” has no quorum on record: {present} of {members} members present; "
                "half are needed. Correct the record, or meet again"
            ),
            code=meeting.forum_code,
            present="–" if present is None else present,
            members="–" if members is None else members,
        )
    votes_for, against = meeting.votes_for or 0, meeting.votes_against or 0
    carried = votes_for > against or (votes_for == against and meeting.chair_voted_to_break_tie)
    if meeting.votes_for is None or not carried:
        raise KitError(
            "workbook.endorse-not-carried",
            N_(
                "Meeting “{code}” did not carry the plan: {votes_for} votes for, {against} against. "
                "Record the votes for and against"
            ),
            code=meeting.forum_code,
            votes_for="–" if meeting.votes_for is None else votes_for,
            against="–" if meeting.votes_against is None else against,
        )


def _refuse_what_is_no_plan(
    workbook: Workbook, earlier: list[Version], said: dict[str, Any]
) -> None:
    adopted = [one for one in workbook.records(Project) if str(one.stage) == "adopted"]
    if not adopted:
        raise KitError(
            "workbook.endorse-empty",
            N_("No project is in the plan yet; mark the adopted projects, then endorse"),
        )
    if earlier and not is_changed(workbook):
        raise KitError(
            "workbook.endorse-unchanged",
            N_("Nothing has changed since version {version} was endorsed"),
            version=earlier[-1].number,
        )
    if earlier and not (said.get("amendment") and said.get("reason")):
        raise KitError(
            "workbook.endorse-why-amended",
            N_(
                "Version {version} is in force; say whether this is an addition, a change or a "
                "correction, and why"
            ),
            version=earlier[-1].number,
        )
