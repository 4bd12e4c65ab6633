"""A workbook: one plan area and one plan period. It opens and saves; it works nothing out."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from planning_kit.records import (
    LocalQuestion,
    PlanArea,
    PlanPeriod,
    Record,
    Source,
    Taxon,
    extended,
    is_above,
    record_type,
)
from planning_kit.store import Revision, Store, Stored, withdrawn
from planning_kit.validate import AreaScope
from planning_kit.workbook.corrections import (
    CorrectedRow,
    RefusedRows,
    corrected_rows,
    kept_to_mend,
    refused_imports,
)
from planning_kit.workbook.evidence import Evidence, evidence_of
from planning_kit.workbook.higher_places import is_invented, title_of
from planning_kit.workbook.local_questions import questions_of
from planning_kit.workbook.plan_areas import Notice, overlap_notices, plan_areas, scope_of
from planning_kit.workbook.quality import ImportSummary, summaries
from planning_kit.workbook.save_record import save_record
from planning_kit.workbook.source_differences import SourceDifference, source_differences
from planning_kit.workbook.taxonomies import taxonomy_frame
from planning_kit.workbook.village_table import village_table
from planning_kit.workbook.whole_history import whole_history
from planning_kit.workbook.withdrawing import bring_back, withdraw
from planning_kit.workbook.without_persons import printed_frame, record_without_persons

if TYPE_CHECKING:
    import pandas as pd

R = TypeVar("R", bound=Record)


class Workbook:
    """What ``open_workbook`` and ``create`` return.

    ``notices`` lists what must be said wherever the workbook is shown, as message id and
    values: which villages another plan area counts too.
    """

    def __init__(
        self, store: Store, plan_area: PlanArea, period: PlanPeriod, notices: list[Notice]
    ) -> None:
        self.store = store
        self.plan_area = plan_area
        self.period = period
        self.notices = notices

    @classmethod
    def at(cls, store: Store, plan_area_id: str, plan_start: int) -> Self:
        """Return the workbook of a plan area and period that are known to be there."""
        everyone = plan_areas(store)
        plan_area = next(one for one in everyone if one.plan_area_id == plan_area_id)
        for stored in store.latest(PlanPeriod.noun.name, plan_area_id):
            period = stored.record
            if isinstance(period, PlanPeriod) and period.plan_start_be == plan_start:
                return cls(store, plan_area, period, overlap_notices(plan_area, everyone))
        raise LookupError(f"{plan_area_id} has no period {plan_start}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    @property
    def area_id(self) -> str:
        """The id of the plan area."""
        return str(self.plan_area.plan_area_id)

    @property
    def scope(self) -> AreaScope:
        """Which villages belong."""
        return scope_of(self.plan_area)

    @property
    def tambon_codes(self) -> tuple[str, ...]:
        """Every tambon that belongs wholly or in part, sorted."""
        whole = set(self.plan_area.tambon_codes or ())
        return tuple(sorted(whole | {code[:6] for code in self.plan_area.village_codes or ()}))

    @property
    def is_practice(self) -> bool:
        """Whether the plan area is the invented one, which must be said wherever it shows."""
        return is_invented(self.plan_area)

    def title(self, language: str | None = None) -> str:
        """Return the full title of the place, as ``higher_places.title_of``."""
        return title_of(self.plan_area, language)

    def stored(self, kind: type[Record] | str) -> list[Stored]:
        """Return the latest records of a type with their revisions."""
        return self.store.latest(_name(kind), self.area_id)

    def records(self, kind: type[R]) -> list[R]:
        """Return the latest records of a type."""
        return [stored.record for stored in self.stored(kind) if isinstance(stored.record, kind)]

    def frame(self, kind: type[Record] | str) -> pd.DataFrame:
        """Return the latest records of a type as ``records.to_frame`` does, one row each.

        Further columns: one per local question (``x_…``), then ``row_state``, ``record_id``,
        ``import_id``, ``plan_area``. Names and numbers of persons in free text are hidden: what
        is printed comes from here, what was written stays in the records.
        """
        found = record_type(kind) if isinstance(kind, str) else kind
        asked = extended(found, self.local_questions(retired=True))
        return printed_frame(self.store, asked, self.area_id)

    def local_questions(self, *, retired: bool = False) -> list[LocalQuestion]:
        """Return what the area or its province asks besides; ``retired`` adds what it asked."""
        return questions_of(self.store, self.plan_area, retired=retired)

    def taxonomy(self, name: str) -> pd.DataFrame:
        """Return a list to choose from as the area has it, e.g. ``taxonomy("problem_theme")``.

        One row per entry, as ``taxonomies.taxonomy_frame`` says. Raises ``KeyError`` for a
        list that does not exist.
        """
        return taxonomy_frame(name, self.records(Taxon))

    def sources(self) -> list[Source]:
        """Return every source of the plan area, as it may be printed: without persons."""
        return [record_without_persons(source) for source in self.records(Source)]

    def villages(self) -> pd.DataFrame:
        """Return one row per village: what is stated of it, and how many households answered.

        Columns: ``village_code``, ``tambon_code``, ``moo``, ``name``, ``households``,
        ``farm_households``, ``males``, ``females``, ``area`` and ``farm_area`` (square wah),
        ``surveyed`` (household rows). Not stated is NaN.
        """
        listed = self.plan_area.village_codes or ()
        return village_table(self.frame("village"), self.frame("household"), listed)

    def evidence(self, kind: type[Record] | str) -> Evidence:
        """Return where the records of a type come from, and their n of N."""
        return evidence_of(self.frame(kind), self.sources())

    def quality(self) -> list[ImportSummary]:
        """Return what each import brought to this plan area, oldest first."""
        return summaries(self.store, self.area_id)

    def refused_imports(self) -> list[RefusedRows]:
        """Return the imports that refused rows, and how many are still to be mended."""
        return refused_imports(self.store, self.area_id)

    def refused_book(
        self,
        import_id: UUID,
        path: str | Path,
        *,
        mended_too: bool = False,
        language: str | None = None,
    ) -> int:
        """Write the rows that an import refused to an .xlsx file, to be mended and imported.

        Rows that came in mended since are left out, unless ``mended_too``. Returns how many
        were written. Raises ``KitError``: ``workbook.no-such-import``,
        ``workbook.nothing-to-mend``, ``collect.cannot-write``.
        """
        rows = kept_to_mend(self.store, import_id, self.area_id, mended_too=mended_too)
        return rows.write(path, language=language)

    def corrections(self) -> list[CorrectedRow]:
        """Return every row that was sent back and came in mended: refused when, accepted when."""
        return corrected_rows(self.store, self.area_id)

    def withdraw(
        self,
        kind: type[Record] | str,
        record_id: UUID,
        *,
        who: str,
        why: str,
        with_linked: bool = False,
    ) -> list[Revision]:
        """Take out a record that should never have been there; its history stays.

        See ``workbook.withdrawing.withdraw`` for what is refused.
        """
        return withdraw(self.store, self.area_id, _name(kind), record_id, who, why, with_linked)

    def bring_back(
        self, kind: type[Record] | str, record_id: UUID, *, who: str, why: str = ""
    ) -> list[Revision]:
        """Bring a withdrawn record back, with what was withdrawn along with it."""
        return bring_back(self.store, self.area_id, _name(kind), record_id, who, why)

    def withdrawn(self, kind: type[Record] | str) -> list[Revision]:
        """Return what was withdrawn of a type, last first: what it said, by whom and why."""
        return withdrawn(self.store, _name(kind), self.area_id)

    def history(self, kind: type[Record] | str, record_id: UUID) -> list[Revision]:
        """Return every revision of a record, with those under a key corrected since, in order."""
        return whole_history(self.store, self.area_id, _name(kind), record_id)

    def source_differences(self) -> list[SourceDifference]:
        """Return on which answers sources disagree, and of how many households."""
        return source_differences(self.store, self.area_id)

    def data_version(self) -> str:
        """Return a text that changes whenever any record of the plan area does."""
        # What the province asks is shown here too, but is kept with the province.
        wider = [
            q.model_dump_json() for q in self.local_questions() if q.scope_code != self.area_id
        ]
        # Above the tambon it shows what others handed over, and their workbooks beside it.
        below = [str(self.store.writes())] if is_above(self.plan_area) else []
        return "\n".join([self.store.version_of(self.area_id), *wider, *below])

    def save(self, record: Record, *, who: str, why: str, over: Revision | None = None) -> Revision:
        """Save one record and return its revision.

        ``over`` is the revision that was on the screen; without it a record with the same
        natural key is followed by a new revision. Raises ``KitError`` ``store.conflict``
        where somebody saved in between.
        """
        return save_record(self.store, self.area_id, record, who, why, over)


def _name(kind: type[Record] | str) -> str:
    return record_type(kind).noun.name if isinstance(kind, str) else kind.noun.name
