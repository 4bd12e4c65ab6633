"""What an import of a bundle brought, to be read and to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from planning_kit.language import N_, _, current_language, ngettext, speaking
from planning_kit.records import record_type
from planning_kit.store import Handover, HandoverMark, Merged, Store
from planning_kit.thai import format_date
from planning_kit.workbook.answers_down import AnswersDown
from planning_kit.workbook.bundle_manifest import Manifest, plan_words
from planning_kit.workbook.handover_marks import told
from planning_kit.workbook.withdrawn_records import key_text

_MOST_NAMED = 20
_PAPERS = {
    "import_batch": N_("imports of files"),
    "refused_row": N_("refused rows"),
    "finding": N_("findings"),
    "correction": N_("rows that came in mended"),
    "frozen_plan": N_("endorsed versions"),
    "handover_mark": N_("marks and comments"),
}


@dataclass(frozen=True)
class Conflict:
    """A record that two laptops changed apart: each version with who saved it, the last first.

    The first one counts until somebody saves another.
    """

    record_type: str
    record_id: UUID
    key: str
    saved: tuple[tuple[str, str], ...]

    def line(self) -> str:
        """Return one line: which record, and who saved which version when."""
        versions = " · ".join(f"{who} {when}" for who, when in self.saved)
        return _(
            "{title} {key}: {versions}",
            title=record_type(self.record_type).noun.title,
            key=self.key or str(self.record_id),
            versions=versions,
        )


@dataclass(frozen=True)
class BundleReport:
    """What came of an import; ``merged`` for a full bundle only."""

    manifest: Manifest
    merged: Merged | None = None
    conflicts: tuple[Conflict, ...] = ()
    odd: int = 0
    handover: Handover | None = None
    marks: tuple[HandoverMark, ...] = ()
    down: AnswersDown = field(default_factory=AnswersDown)
    is_new: bool = True

    @classmethod
    def of_merge(cls, manifest: Manifest, store: Store, merged: Merged, odd: int) -> BundleReport:
        """Return the report of a merge, with every conflict that stands after it."""
        found = [
            _conflict(store, name, record_id)
            for name, ids in merged.rivals.items()
            for record_id in ids
        ]
        return cls(manifest, merged, tuple(found), odd, is_new=merged.changed_anything)

    @classmethod
    def of_handover(cls, manifest: Manifest, handover: Handover, is_new: bool) -> BundleReport:
        """Return the report of a handover that was received."""
        return cls(manifest, handover=handover, is_new=is_new)

    @classmethod
    def of_comments(
        cls, manifest: Manifest, marks: Sequence[HandoverMark], new: int, down: AnswersDown
    ) -> BundleReport:
        """Return the report of comments that came back, with the answers of agencies."""
        is_new = bool(new) or down.is_new
        return cls(manifest, marks=tuple(marks), down=down, is_new=is_new)

    def lines(self, language: str | None = None) -> list[str]:
        """Return the report as sentences."""
        with speaking(language or current_language()):
            return list(self._lines())

    def _lines(self) -> Iterator[str]:
        names = "; ".join(dict.fromkeys(map(plan_words, self.manifest.plans)))
        yield _("{kind}: {names}", kind=self.manifest.kind.words, names=names)
        if not self.is_new:
            yield _("Everything in this bundle is here already; nothing was changed.")
        if self.merged is not None:
            yield from self._of_merge(self.merged)
        if self.handover is not None:
            yield from _of_handover(self.handover)
        yield from (f"  {told(mark)}" for mark in self.marks)
        yield from self.down.lines()

    def _of_merge(self, merged: Merged) -> Iterator[str]:
        for name, count in merged.new.items():
            title = record_type(name).noun.title
            yield _("  {title}: {n} new versions", title=title, n=count)
        for name, said in _PAPERS.items():
            if merged.papers[name]:
                yield f"  {_(said)}: {merged.papers[name]}"
        if merged.files:
            yield _("  photos and papers: {n}", n=merged.files)
        if merged.erased:
            yield _("  erased at somebody’s request, on all sides now: {n}", n=merged.erased)
        if self.odd:
            yield _("  kept although outside today’s bounds: {n}", n=self.odd)
        yield from self._told_conflicts()

    def _told_conflicts(self) -> Iterator[str]:
        if not self.conflicts:
            yield _("No record was changed on both sides.")
            return
        number = len(self.conflicts)
        yield ngettext(
            "{n} record was changed on both sides. Both versions are kept; the last saved counts "
            "until you say which is right, with: planning-kit settle",
            "{n} records were changed on both sides. Both versions of each are kept; the last "
            "saved counts until you say which is right, with: planning-kit settle",
            number,
        )
        yield from (f"  {one.line()}" for one in self.conflicts[:_MOST_NAMED])
        if number > _MOST_NAMED:
            yield _("  … and {n} more", n=number - _MOST_NAMED)


def _conflict(store: Store, name: str, record_id: UUID) -> Conflict:
    heads = store.heads(name, [record_id])[record_id]
    heads.sort(key=lambda head: (head.when, head.revision_id), reverse=True)
    key = next((key_text(head.record) for head in heads if head.record is not None), "")
    saved = tuple(
        (head.who, f"{format_date(at.date(), 'short')} {at:%H:%M}")
        for head in heads
        if (at := head.when.astimezone())
    )
    return Conflict(name, record_id, key, saved)


def _of_handover(handover: Handover) -> Iterator[str]:
    if handover.version:
        yield _("  endorsed version {version}", version=handover.version)
    else:
        yield _("  a draft: no version is endorsed")
    yield _("  its fingerprint: {it}", it=handover.fingerprint)
