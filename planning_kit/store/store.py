"""The store: opened once, written in whole transactions, read as latest facts."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self
from uuid import UUID

from sqlalchemy import URL, Connection, Engine

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import Record, record_type, record_types
from planning_kit.store import drafts, lasting, migrate, reading
from planning_kit.store.ballot_box import BallotBoxes
from planning_kit.store.drafts import Draft
from planning_kit.store.engine import (
    file_of,
    know_as_sound,
    look_at_file,
    make_engine,
    make_folder,
    read_url,
    remove_beginning,
    shown,
    write_ahead,
    writing,
)
from planning_kit.store.erasing import Erasing
from planning_kit.store.exchange import Exchange
from planning_kit.store.handovers import Handovers
from planning_kit.store.kept_papers import KeptPapers
from planning_kit.store.lasting import FrozenPlan, KeptFile
from planning_kit.store.learners import Learners
from planning_kit.store.remembering import Remembering
from planning_kit.store.revision import (
    Correction,
    ImportBatch,
    KeptFinding,
    RefusedRow,
    Revision,
    Stored,
)
from planning_kit.store.rows import to_revision
from planning_kit.store.trouble import in_one_sentence
from planning_kit.store.writing import current_heads, write_all

if TYPE_CHECKING:
    import pandas as pd


_MISSING = N_("There is no store “{store}” yet")


class Store(BallotBoxes, KeptPapers, Learners, Erasing, Exchange, Handovers, Remembering):
    """One database of workbooks. Make it with ``Store.open``; close it, or use ``with``."""

    def __init__(self, url: URL, engine: Engine) -> None:
        super().__init__()
        self._url = url
        self._engine = engine
        self._held = threading.local()
        self.migrated: list[str] = []

    @classmethod
    def open(
        cls,
        url: str | Path,
        *,
        create: bool = True,
        wait_seconds: float = 10.0,
        read_only: bool = False,
    ) -> Self:
        """Open a store, make a new one, or bring an older one up to date (copy first).

        ``url`` is ``sqlite:///FILE``, another SQLAlchemy address, or just a file name. With
        ``create`` a store that is not there yet is made. With ``read_only`` no file is made even
        beside a SQLite store: nothing can be saved, and nobody may be writing meanwhile.
        Raises ``KitError``: ``store.bad-address``, ``store.missing`` (with ``create=False``),
        ``not-a-store``, ``newer``, ``locked``, ``read-only``, ``disk-full``, ``damaged`` or
        ``unreachable``. The file is then as it was.
        """
        address = read_url(str(url))
        file = file_of(address)
        is_there = file is None or look_at_file(file)
        is_new = file is not None and not file.exists()
        if not (is_there or create):
            raise KitError("store.missing", _MISSING, store=shown(address))
        if file is not None and not is_there:
            make_folder(file)
        store = cls(address, make_engine(address, wait_seconds, read_only=read_only))
        try:
            with in_one_sentence(shown(address)):
                store._prepare(file)
            if file is not None:
                know_as_sound(file)
        except KitError as error:
            store.close()
            if file is not None and is_new and error.code == "store.disk-full":
                remove_beginning(file)
            raise
        return store

    def _prepare(self, file: Path | None) -> None:
        is_ours = migrate.is_as_declared(self._engine)
        version = migrate.stored_version(self._engine, self.name, is_ours=is_ours)
        if version is not None:
            if is_ours and version == migrate.SCHEMA_VERSION:
                return
            migrate.refuse_newer(self._engine, version, self.name)
            self.migrated = migrate.upgrade(self._engine, file)
            return
        if file is not None:
            write_ahead(self._engine)
        migrate.make_tables(self._engine)

    @property
    def url(self) -> str:
        """The address, with which ``Store.open`` opens the same store again."""
        return self._url.render_as_string(hide_password=False)

    @property
    def name(self) -> str:
        """The address as a message may show it."""
        return shown(self._url)

    def close(self) -> None:
        """Let go of the file, so that it can be moved."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        held: Connection | None = getattr(self._held, "connection", None)
        if held is not None:
            with in_one_sentence(self.name):
                yield held
            return
        with in_one_sentence(self.name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with in_one_sentence(self.name), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Read everything inside the block as it stands at its start, over one connection.

        Nothing may be written inside the block by the same thread.
        """
        with self._reading() as connection:
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = None

    def write(
        self,
        revisions: Iterable[Revision],
        *,
        import_batch: ImportBatch | None = None,
        refused: Sequence[RefusedRow] = (),
        findings: Sequence[KeptFinding] = (),
        corrections: Sequence[Correction] = (),
        files: Sequence[KeptFile] = (),
        plans: Sequence[FrozenPlan] = (),
        settled: Sequence[Draft] = (),
        page: UUID | None = None,
    ) -> None:
        """Save everything in one transaction, or nothing.

        ``settled`` are the drafts from which a ``page`` made what is saved; see ``drafts.settle``.

        A revision must name the head it follows (``parent_id``), or be the first of its
        record. Raises ``KitError`` ``store.conflict`` where it does not, because somebody
        saved in between; ``store.locked``, ``store.read-only``, ``store.disk-full``.
        """
        listed = list(revisions)
        with self._writing() as connection:
            migrate.lock_for_writing(connection)
            write_all(connection, listed, import_batch, refused, findings, corrections)
            lasting.keep(connection, files, plans)
            drafts.settle(connection, settled, page)
            drafts.forget(connection, [one.record_id for one in listed if one.record is None])

    def latest(self, name: str, plan_area_id: str | None = None) -> list[Stored]:
        """Return the latest version of every record of a type, in file order; none erased or withdrawn."""
        key = ("latest", name, plan_area_id)
        return list(self.remembered(key, lambda at: reading.latest(at, name, plan_area_id)))

    def frame(self, kind: type[Record] | str, plan_area_id: str | None = None) -> pd.DataFrame:
        """Return the latest records as ``records.to_frame`` does, one row each.

        Adds ``row_state`` (accepted or flagged), ``record_id`` and ``import_id`` as text,
        and ``plan_area`` (the id of the plan area). Answers to local questions follow as
        they are kept, one column each; with an ``extended`` type as its fields say.
        """
        found = record_type(kind) if isinstance(kind, str) else kind
        key = ("frame", found, plan_area_id)
        # Shallow: pandas copies a column when somebody writes into it.
        return self.remembered(key, lambda at: reading.frame(at, found, plan_area_id)).copy(
            deep=False
        )

    def heads(self, name: str, ids: Iterable[UUID]) -> dict[UUID, list[Revision]]:
        """Return the heads of the records with these ids, tombstones and withdrawals included.

        More than one head of a record is a conflict between laptops that worked apart.
        """
        with self._reading() as connection:
            found = current_heads(connection, name, ids)
        return {key: [to_revision(name, row) for row in rows] for key, rows in found.items()}

    def erased(self, name: str, plan_area_id: str) -> set[UUID]:
        """Return the ids of the records of a type that a tombstone erased."""
        with self._reading() as connection:
            return reading.erased(connection, name, plan_area_id)

    def history(self, record_id: UUID, name: str | None = None) -> list[Revision]:
        """Return every revision of a record, oldest first; without ``name`` all types are searched."""
        names = [name] if name else [kind.noun.name for kind in record_types()]
        with self._reading() as connection:
            return [found for one in names for found in reading.history(connection, one, record_id)]

    def imported_by(
        self, name: str, import_ids: Iterable[UUID], plan_area_id: str
    ) -> list[Revision]:
        """Return every revision that these imports saved in a plan area, oldest first."""
        with self._reading() as connection:
            return reading.imported_by(connection, name, list(import_ids), plan_area_id)
