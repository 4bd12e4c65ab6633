"""What came by file: plans handed over to a place, marks that came back to a tambon."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_, _, ngettext
from planning_kit.records import is_above, provinces_within
from planning_kit.report.agencies_asked import AskedAgency, agencies_asked
from planning_kit.report.chapters.wording import number
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook, open_workbook
from planning_kit.workbook.exchange import (
    BundleReport,
    export_comments,
    import_bundle,
    mark_handover,
    plan_name,
)
from planning_kit.workbook.handed_plans import HandedPlan, lies_in
from planning_kit.workbook.handover_marks import ACCEPTED, RETURNED, STATE_WORDS, Handover, told

ANSWERS = (ACCEPTED, RETURNED)
_NO_FILE_NAME = re.compile(r'[\x00-\x1f\\/:*?"<>|]')
_LONGEST_NAME = 80
_COUNTED = (
    ("project", N_("{count} project"), N_("{count} projects")),
    ("proposal", N_("{count} policy proposal"), N_("{count} policy proposals")),
    ("problem", N_("{count} problem"), N_("{count} problems")),
)


@dataclass(frozen=True)
class Received:
    """A plan that was received, said for its page; ``counts`` tells that no later one replaced it."""

    fingerprint: str
    title: str
    state: str
    said: list[str]
    marks: list[str]
    counts: bool


@dataclass(frozen=True)
class FilesFromOthers:
    """What the page shows: for a place the plans received, for a tambon the marks that came back."""

    title: str
    is_above: bool
    is_practice: bool
    plans: list[Received]
    marks: list[str]
    data_version: str
    agencies: list[AskedAgency]


def files_from_others(area: str, plan_start: int, store_url: str) -> FilesFromOthers:
    """Return what came by file; raises as ``open_workbook``."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        above = is_above(workbook.plan_area)
        marks = [] if above else workbook.store.handover_marks(workbook.area_id)
        return FilesFromOthers(
            workbook.title(),
            above,
            workbook.is_practice,
            _received(workbook) if above else [],
            [told(one) for one in marks],
            workbook.data_version(),
            agencies_asked([workbook]),
        )


def take_in(
    store_url: str, area: str, plan_start: int, name: str, content: bytes, *, who: str,
    passphrase: str,
) -> list[str]:  # fmt: skip
    """Take in a file that was uploaded, of whatever kind, and say what came of it.

    Raises ``KitError``: what ``import_bundle`` raises, ``hall.no-file``; nothing is then changed.
    """
    with uploaded(name, content) as path:
        report = import_bundle(path, store=store_url, who=who, ask=lambda: passphrase or None)
    with open_workbook(area, plan_start, store=store_url) as workbook:
        return [*report.lines(), *_elsewhere(workbook, report)]


@contextmanager
def uploaded(name: str, content: bytes) -> Iterator[Path]:
    """Lend a file that was uploaded, under its own name; raises ``KitError`` ``hall.no-file``."""
    if not content:
        raise KitError("hall.no-file", N_("Choose the file first, then press the button."))
    with tempfile.TemporaryDirectory(prefix="planning-kit-") as folder:
        path = Path(folder) / _safe_name(name)
        path.write_bytes(content)
        yield path


def answer(
    area: str, plan_start: int, store_url: str, fingerprint: str, state: str, *, who: str,
    comment: str,
) -> None:  # fmt: skip
    """Mark a plan that was received here; raises as ``mark_handover``, ``hall.no-such-plan``."""
    _own(area, plan_start, store_url, fingerprint)
    mark_handover(store_url, fingerprint, state, who=who, comment=comment)


def comments_file(
    area: str, plan_start: int, store_url: str, fingerprint: str
) -> tuple[str, bytes]:
    """Return name and content of the file that takes marks and comments back to the tambon.

    Raises ``KitError`` ``hall.no-such-plan``.
    """
    plan = _own(area, plan_start, store_url, fingerprint)
    name = f"comments-{plan.plan_area_id}-{plan.fingerprint[:8]}.zip"
    with tempfile.TemporaryDirectory(prefix="planning-kit-") as folder:
        path = Path(folder) / name
        export_comments(store_url, plan.fingerprint, path)
        return name, path.read_bytes()


def _own(area: str, plan_start: int, store_url: str, fingerprint: str) -> Handover:
    """Return a plan that lies in this place; another place's is as good as none."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        for one in _handovers(workbook):
            if one.fingerprint == fingerprint:
                return one
    raise KitError(
        "hall.no-such-plan",
        N_("This plan is not among those received here any more. Look at the list again."),
    )


def _handovers(workbook: Workbook) -> list[Handover]:
    provinces = provinces_within(workbook.plan_area)
    return [one for one in workbook.store.handovers() if lies_in(HandedPlan(one), provinces)]


def _received(workbook: Workbook) -> list[Received]:
    """Return every plan received here, by its area, the one that came last first."""
    listed = sorted(_handovers(workbook), key=lambda one: one.when, reverse=True)
    listed.sort(key=lambda one: one.plan_area_id)
    last: dict[str, Handover] = {}
    for one in listed:
        before = last.get(one.plan_area_id)
        if before is None or one.version > before.version:
            last[one.plan_area_id] = one
    return [_said(one, counts=last[one.plan_area_id] is one) for one in listed]


def _said(handover: Handover, *, counts: bool) -> Received:
    plan = HandedPlan(handover)
    day = format_date(handover.when.astimezone().date(), "short")
    version = (
        _("endorsed, version {n}", n=handover.version)
        if handover.version
        else _("a draft, not endorsed")
    )
    said = [
        ngettext(one, many, count, count=number(count))
        for name, one, many in _COUNTED
        if (count := len(plan.frame(name)))
    ]
    facts = " · ".join([version, _("received {date}", date=day), *said])
    lines = [facts] if counts else [facts, _("A later one took its place; it does not count.")]
    marks = [told(one) for one in handover.marks]
    state = str(STATE_WORDS[handover.state])
    return Received(handover.fingerprint, plan_name(handover), state, lines, marks, counts)


def _elsewhere(workbook: Workbook, report: BundleReport) -> list[str]:
    """Say it where a plan was received that does not count in this place."""
    if report.handover is None:
        return []
    above = is_above(workbook.plan_area)
    if above and lies_in(HandedPlan(report.handover), provinces_within(workbook.plan_area)):
        return []
    return [
        _(
            "It is kept, but does not count here: its tambon does not lie in {place}.",
            place=workbook.title(),
        )
        if above
        else _("It is kept for the province; the workbook of a tambon does not show it.")
    ]


def _safe_name(name: str) -> str:
    plain = _NO_FILE_NAME.sub("_", name).strip(" .")
    return plain[-_LONGEST_NAME:] or "plan.zip"
