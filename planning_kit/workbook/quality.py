"""What each import brought, and what was found in it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from planning_kit.store import KeptFinding, Store
from planning_kit.workbook.corrections import refused_imports


@dataclass(frozen=True)
class FindingKind:
    """Findings of one import that say the same of the same column; ``count`` of them.

    ``values`` are those of the first one; a report may show only what is not of a row.
    """

    level: str
    code: str
    column: str
    message_id: str
    values: Mapping[str, object]
    count: int


@dataclass(frozen=True)
class ImportSummary:
    """One import as the plan area saw it.

    ``counts``: record name → ``read``, ``accepted``, ``flagged``, ``refused``,
    ``elsewhere``, ``new``, ``changed``, ``unchanged`` → rows. ``findings``: finding code →
    how many. ``levels``: refuse, flag or note → how many. ``mended``: how many of its refused
    rows came in mended since.
    """

    import_id: UUID
    file_name: str
    when: dt.datetime
    who: str
    counts: Mapping[str, Mapping[str, int]]
    findings: Mapping[str, int]
    levels: Mapping[str, int]
    kinds: tuple[FindingKind, ...] = ()
    mended: int = 0

    def total(self, key: str) -> int:
        """Return one count summed over all record types."""
        return sum(counts.get(key, 0) for counts in self.counts.values())


def summaries(store: Store, plan_area_id: str) -> list[ImportSummary]:
    """Return the summaries of all imports that touched a plan area, oldest first."""
    told = []
    mended = {one.import_id: one.mended for one in refused_imports(store, plan_area_id)}
    for batch in store.imports(plan_area_id):
        found = store.findings(batch.import_id, plan_area_id)
        told.append(
            ImportSummary(
                import_id=batch.import_id,
                file_name=batch.file_name,
                when=batch.when,
                who=batch.who,
                counts=batch.counts,
                findings=dict(Counter(finding.code for finding in found)),
                levels=dict(Counter(finding.level for finding in found)),
                kinds=_kinds(found),
                mended=mended.get(batch.import_id, 0),
            )
        )
    return told


def _kinds(found: list[KeptFinding]) -> tuple[FindingKind, ...]:
    alike: dict[tuple[str, str, str], list[KeptFinding]] = {}
    for finding in found:
        alike.setdefault((finding.level, finding.code, finding.column), []).append(finding)
    return tuple(
        FindingKind(level, code, column, group[0].message_id, group[0].values, len(group))
        for (level, code, column), group in alike.items()
    )
