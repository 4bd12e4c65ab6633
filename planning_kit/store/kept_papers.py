"""The part of the store that keeps papers: what imports brought, files, endorsed plans."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from uuid import UUID

from sqlalchemy import Connection

from planning_kit.store import import_papers, lasting
from planning_kit.store.import_papers import KeptImport
from planning_kit.store.lasting import FrozenPlan, KeptFile
from planning_kit.store.revision import Correction, KeptFinding, RefusedRow


class KeptPapers(ABC):
    """Reads papers over the connection that ``Store`` lends."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    def imports(
        self, plan_area_id: str | None = None, fingerprint: str | None = None
    ) -> list[KeptImport]:
        """Return the imports that touched a plan area, or of one file, oldest first."""
        with self._reading() as connection:
            return import_papers.imports(connection, plan_area_id, fingerprint)

    def findings(self, import_id: UUID, plan_area_id: str | None = None) -> list[KeptFinding]:
        """Return the findings of an import, also of one plan area only."""
        with self._reading() as connection:
            return import_papers.findings(connection, import_id, plan_area_id)

    def refused(self, import_id: UUID) -> list[RefusedRow]:
        """Return the rows that an import did not take, as they were written."""
        with self._reading() as connection:
            return import_papers.refused(connection, import_id)

    def corrections(self, plan_area_id: str | None = None) -> list[Correction]:
        """Return the rows that were sent back and came in mended, oldest first."""
        with self._reading() as connection:
            return import_papers.corrections(connection, plan_area_id)

    def kept_file(self, fingerprint: str) -> KeptFile | None:
        """Return a kept photo, map or paper by the SHA-256 of its bytes."""
        with self._reading() as connection:
            return lasting.kept_file(connection, fingerprint)

    def frozen_plans(self, plan_area_id: str) -> list[FrozenPlan]:
        """Return what was endorsed of a plan area, by period and version."""
        with self._reading() as connection:
            return lasting.frozen(connection, plan_area_id)

    def frozen_rivals(self, plan_area_id: str) -> list[FrozenPlan]:
        """Return what other laptops endorsed under numbers that are used here too."""
        with self._reading() as connection:
            return lasting.frozen_rivals(connection, plan_area_id)
