"""Files that a tambon takes away: the plan for the province, and a locked back-up."""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path

from planning_kit.course.progress import own_progress
from planning_kit.errors import KitError
from planning_kit.language import N_, _, speaking
from planning_kit.report.plan_bundle import bundle_name, write_full, write_handover
from planning_kit.thai import format_date
from planning_kit.workbook import open_workbook
from planning_kit.workbook.bundle_locking import refuse_short
from planning_kit.workbook.bundle_manifest import Manifest, plan_words
from planning_kit.workbook.bundle_readme import handed_words

_DIFFER = N_("The two passphrases differ, so nothing was written; try again")
_GONE = N_("This file is not here any more. Make it again, then download it.")


@dataclass(frozen=True)
class Ready:
    """A handover that was made; ``data_version`` is that of the workbook it was made of."""

    file: Path
    manifest: Manifest
    data_version: str

    def said(self, title: str) -> list[str]:
        """Return what it is, in the language in use: what the command says of its file."""
        made = dt.datetime.fromisoformat(self.manifest.made_at).astimezone()
        when = _("Made on {date} at {time}.", date=format_date(made.date()), time=f"{made:%H:%M}")
        return [
            *(plan_words({**plan, "name": title}) for plan in self.manifest.plans),
            *handed_words(self.manifest),
            when,
            _("Fingerprint of the bundle (SHA-256): {it}", it=self.manifest.fingerprint),
        ]


class Outbox:
    """The handovers that were made while the hall is open: of each plan the last one."""

    def __init__(self, folder: Path, store_url: str) -> None:
        self._folder = folder
        self._store_url = store_url
        self._one_at_a_time = asyncio.Lock()
        self._ready: dict[tuple[str, int], Ready] = {}

    async def make(self, area: str, start: int, book: Path, language: str) -> None:
        """Make the handover of a plan with its printed ``book``; raises as ``write_handover``."""
        async with self._one_at_a_time:
            loop = asyncio.get_running_loop()
            made = await loop.run_in_executor(None, self._made, area, start, book, language)
            self._ready[area, start] = made

    def ready(self, area: str, start: int) -> Ready | None:
        """Return the handover of a plan that was made last."""
        return self._ready.get((area, start))

    def content(self, area: str, start: int, fingerprint: str) -> tuple[str, bytes]:
        """Return name and content of that very file; raises ``KitError`` ``hall.file-gone``."""
        ready = self.ready(area, start)
        if ready is None or ready.manifest.fingerprint != fingerprint:
            raise KitError("hall.file-gone", _GONE)
        return ready.file.name, ready.file.read_bytes()

    def _made(self, area: str, start: int, book: Path, language: str) -> Ready:
        file = self._folder / "handed" / bundle_name(area, start, handover=True)
        with speaking(language), open_workbook(area, start, store=self._store_url) as workbook:
            version = workbook.data_version()
            manifest = write_handover(
                workbook, file, book=book.read_bytes(), course=own_progress(workbook)
            )
        return Ready(file, manifest, version)


def back_up(
    area: str, start: int, store_url: str, passphrase: str, again: str
) -> tuple[str, bytes]:
    """Return name and content of the whole workbook, locked; nothing of it stays behind.

    Raises ``KitError`` ``hall.passphrases-differ``, ``bundle.short-passphrase``, and as
    ``export_bundle``.
    """
    refuse_short(passphrase)
    if passphrase != again:
        raise KitError("hall.passphrases-differ", _DIFFER)
    name = bundle_name(area, start, handover=False)
    with (
        tempfile.TemporaryDirectory(prefix="planning-kit-") as folder,
        open_workbook(area, start, store=store_url) as workbook,
    ):
        write_full(workbook, Path(folder) / name, book=None, passphrase=passphrase)
        return name, (Path(folder) / name).read_bytes()
