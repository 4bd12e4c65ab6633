"""What each import brought, and what was found in it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from planning_kit.language import Words
from planning_kit.records import record_type
from planning_kit.store import KeptFinding, Store
from planning_kit.workbook.corrections import refused_imports


@dataclass(frozen=True)
class FindingKind:
    """Findings of one import that say the same of the same column; ``count`` of them.

    ``values`` are those of the first one; a report may show only what is not of a row.
    ``heading`` is the label of the field where the column has it for its heading, as in the
    kit's own template; a report says it in its own language.
    """

    level: str
    code: str
    column: str
    message_id: str
    values: Mapping[str, object]
    count: int
    heading: Words | None = None


@dataclass(frozen=True)
class ImportSummary:
    """One import as the plan area saw it.

    ``counts``: record name → ``read``, ``accepted``, ``flagged``, ``refused``,
    ``elsewhere``, ``new``, ``changed``, ``unchanged`` → rows. ``findings``: finding code →
    how many. ``levels``: refuse, flag or note → how many. ``mended``: how many of its refused
    rows came in mended since. ``withheld``: how many of them are nobody's to mend.
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
    withheld: int = 0

    def total(self, key: str) -> int:
        """Return one count summed over all record types."""
        return sum(counts.get(key, 0) for counts in self.counts.values())


def summaries(store: Store, plan_area_id: str) -> list[ImportSummary]:
    """Return the summaries of all imports that touched a plan area, oldest first."""
    told = []
    refused = {one.import_id: one for one in refused_imports(store, plan_area_id)}
    for batch in store.imports(plan_area_id):
        found = store.findings(batch.import_id, plan_area_id)
        rows = refused.get(batch.import_id)
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
                mended=rows.mended if rows else 0,
                withheld=rows.withheld if rows else 0,
            )
        )
    return told


def _kinds(found: list[KeptFinding]) -> tuple[FindingKind, ...]:
    alike: dict[tuple[str, str, str], list[KeptFinding]] = {}
    for finding in found:
        alike.setdefault((finding.level, finding.code, finding.column), []).append(finding)
    return tuple(
        FindingKind(
            level,
            code,
            column,
            group[0].message_id,
            group[0].values,
            len(group),
            _heading(group[0]),
        )
        for (level, code, column), group in alike.items()
    )


def _heading(finding: KeptFinding) -> Words | None:
    try:
        label = record_type(finding.record_type).field(finding.field).label
    except KeyError:
        # Papers of older kits name no record type, and an area's own question is no field.
        return None
    return label if finding.column in (label.th, label.en) else None
