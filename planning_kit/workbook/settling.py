"""Settling: of versions that computers left apart, people say which is right, and why.

Nothing is taken away: the version that is saved follows all of them, and each stays in the
history.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from planning_kit.errors import KitError
from planning_kit.language import N_, Words, _
from planning_kit.records import (
    FieldSpec,
    LocalQuestion,
    Privacy,
    Record,
    carrying,
    extended,
    local_answers,
    record_type,
    record_types,
)
from planning_kit.store import WITHDRAWN, Revision, rivals
from planning_kit.store.revision import now
from planning_kit.thai import format_date
from planning_kit.thai.persons import hide_persons
from planning_kit.validate import Finding, Level
from planning_kit.workbook.answers import kept_values
from planning_kit.workbook.local_questions import scopes_of
from planning_kit.workbook.saving import Saving, Typed, checked_rows
from planning_kit.workbook.withdrawing import linked_records
from planning_kit.workbook.withdrawn_records import counted, key_text
from planning_kit.workbook.workbook import Workbook

_SHORT = 8
_QUESTION = LocalQuestion.noun.name
_NO_REASON = N_("Say why this version is right; the reason is kept with it")
_CHANGED = N_(
    "The versions of {title} {key} are not the ones that were shown: somebody has saved or settled "
    "it meanwhile. Look at it again. Nothing was changed"
)
_LINKED = N_(
    "{title} {key} cannot be settled as withdrawn, because other records name it ({linked}); "
    "choose the other version, or correct these first"
)
_WITHDRAWN_WHOLE = N_("A version that takes the record out can only be taken whole")
_ACCOUNT = N_("a computer’s account")


@dataclass(frozen=True)
class Disputed:
    """A record with versions that differ, the last saved first: that one counts until settled."""

    record_type: str
    record_id: UUID
    versions: tuple[Revision, ...]

    @property
    def title(self) -> Words:
        """What its type is called."""
        return record_type(self.record_type).noun.title

    @property
    def key(self) -> str:
        """Its natural key as a sentence shows it, else its id."""
        return next((key_text(one.record) for one in self.versions if one.record), "") or str(
            self.record_id
        )

    @property
    def is_public(self) -> bool:
        """Whether its key may be printed: that of a household may not."""
        kind = record_type(self.record_type)
        return all(kind.field(name).privacy is Privacy.PUBLIC for name in kind.noun.key)

    def differing(self, kind: type[Record]) -> list[FieldSpec]:
        """Return the fields of ``kind`` on which the versions do not agree."""
        said = [kept_values(kind, one.record) for one in self.versions]
        return [spec for spec in kind.fields() if any(v[spec.name] != said[0][spec.name] for v in said)]  # fmt: skip

    def version(self, mark: str) -> Revision:
        """Return the version whose id so begins. Raises ``KitError`` ``workbook.no-such-version``."""
        wanted = mark.strip().lower()
        found = [one for one in self.versions if str(one.revision_id).startswith(wanted)]
        if len(found) != 1 or not wanted:
            said = N_("No version of {title} {key} is marked {mark}; the marks are: {known}")
            marks = ", ".join(mark_of(one) for one in self.versions)
            raise KitError("workbook.no-such-version", said, title=self.title, key=self.key,
                           mark=mark or "–", known=marks)  # fmt: skip
        return found[0]


def mark_of(version: Revision) -> str:
    """Return the mark by which people name a version."""
    return str(version.revision_id)[:_SHORT]


def saved_by(version: Revision) -> str:
    """Return as what a version was saved and when; the name of an account is not shown."""
    at = version.when.astimezone()
    said = f"{_role(version.who)} · {format_date(at.date(), 'short')} {at:%H:%M}"
    return f"{said} · {_('taken out')}" if version.state == WITHDRAWN else said


def _role(who: str) -> str:
    # Accounts of computers are Latin letters and are often a person’s name; roles are words.
    words = (_("recorder"), _("facilitator"), "recorder", "facilitator", _("form"))
    return hide_persons(who) if who in words or not who.isascii() else _(_ACCOUNT)


def disputed(workbook: Workbook, names: Iterable[str] | None = None) -> list[Disputed]:
    """Return the records of a workbook with versions that differ, type by type."""
    wanted = [kind.noun.name for kind in record_types()] if names is None else list(names)
    found = [rivals(workbook.store, wanted, workbook.area_id)]
    if _QUESTION in wanted:
        # What the province asks is kept with the province.
        wider = (one for one in scopes_of(workbook.plan_area) if one != workbook.area_id)
        found += [rivals(workbook.store, [_QUESTION], area) for area in wider]
    return [
        Disputed(name, record_id, tuple(versions))
        for of_area in found
        for name, by_record in of_area.items()
        for record_id, versions in by_record.items()
    ]


def settle(
    workbook: Workbook,
    one: Disputed,
    chosen: Revision,
    *,
    who: str,
    why: str,
    taken: Mapping[str, Revision] | None = None,
) -> Saving:
    """Save the chosen version as one that follows all versions of the record.

    ``taken`` names fields whose answer is that of another version; the mixture is then checked
    as what is typed. Raises ``KitError``: ``workbook.no-reason``, ``workbook.versions-changed``,
    ``workbook.withdrawn-whole``, ``workbook.linked-records``, and what the store raises.
    """
    if not why.strip():
        raise KitError("workbook.no-reason", _NO_REASON)
    heads = _heads(workbook, one)
    others = {name: it for name, it in (taken or {}).items() if it is not chosen}
    if chosen.state == WITHDRAWN and others:
        raise KitError("workbook.withdrawn-whole", _WITHDRAWN_WHOLE)
    _refuse_linked(workbook, one, chosen)
    record, state = chosen.record, chosen.state
    findings: tuple[Finding, ...] = ()
    if others:
        record, state, findings = _mixed(workbook, one, chosen, others)
        if record is None:
            return Saving(findings)
    revision = replace(
        chosen,
        record=record,
        state=state,
        who=who,
        why=why.strip(),
        when=now(),
        revision_id=uuid4(),
        parent_id=chosen.revision_id,
        also_follows=tuple(it for it in heads if it != chosen.revision_id),
    )
    if others:
        # Of a mixture nobody can say from which row of which file it came.
        revision = replace(revision, import_id=None, sheet="", row=None)
    workbook.store.write([revision])
    return Saving(findings, record, revision)


def _heads(workbook: Workbook, one: Disputed) -> list[UUID]:
    """Return all heads as they are now; refuse where these are not the versions shown."""
    now = [it for it in disputed(workbook, [one.record_type]) if it.record_id == one.record_id]
    shown = [it.revision_id for it in one.versions]
    if not now or [it.revision_id for it in now[0].versions] != shown:
        raise KitError("workbook.versions-changed", _CHANGED, title=one.title, key=one.key)
    heads = workbook.store.heads(one.record_type, [one.record_id])[one.record_id]
    return [it.revision_id for it in heads]


def _refuse_linked(workbook: Workbook, one: Disputed, chosen: Revision) -> None:
    if chosen.state != WITHDRAWN or chosen.record is None:
        return
    if linked := linked_records(workbook.store, workbook.area_id, chosen.record):
        names = counted(it.revision for it in linked)
        raise KitError(
            "workbook.linked-records", _LINKED, title=one.title, key=one.key, linked=names
        )


def _mixed(
    workbook: Workbook, one: Disputed, chosen: Revision, others: Mapping[str, Revision]
) -> tuple[Record | None, str, tuple[Finding, ...]]:
    kind = asked(workbook, one)
    answers = kept_values(kind, chosen.record)
    answers |= {name: kept_values(kind, it.record)[name] for name, it in others.items()}
    [(row, _typed)] = checked_rows(workbook, kind, [Typed(answers)])
    findings = tuple(row.findings)
    if row.record is None or not row.is_kept or any(f.level is Level.REFUSE for f in findings):
        return None, "", findings
    assert chosen.record is not None
    return carrying(row.record, local_answers(chosen.record)), str(row.state), findings


def asked(workbook: Workbook, one: Disputed) -> type[Record]:
    """Return the type of a record with the area’s own questions, retired ones too."""
    return extended(record_type(one.record_type), workbook.local_questions(retired=True))
