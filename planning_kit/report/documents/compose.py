"""Putting a paper together: its declared parts in order, filled from the records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.deliberate.quorum import quorum
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language, translate
from planning_kit.records.plain_rows import Row
from planning_kit.report.chapters.meeting_words import sexes_said, votes_said
from planning_kit.report.chapters.meetings import listed
from planning_kit.report.chapters.wording import number, persons
from planning_kit.report.documents.document import LINE, Block, Document
from planning_kit.report.documents.people_tables import seats_block, sign_in_blocks
from planning_kit.report.documents.places import meeting_of, places
from planning_kit.report.documents.wording import said, wording_of

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

OF_MEETING = ("invitation", "agenda", "sign_in", "minutes")
OF_PLAN = ("covering_letter", "appointment")
KINDS = (*OF_MEETING, *OF_PLAN)


@dataclass(frozen=True)
class _Making:
    """What the parts of one paper are filled from."""

    workbook: Workbook
    meeting: Row
    filled: dict[str, str]
    folder: Path | None


def compose(
    kind: str, workbook: Workbook, meeting: str | None = None, *, folder: Path | None = None
) -> Document:
    """Return a paper of one of ``KINDS`` in the language in use.

    ``meeting`` is a forum code, needed for those of ``OF_MEETING``; ``folder`` holds wordings
    of the tambon's own. Raises ``KitError``: ``report.meeting-needed``,
    ``report.no-such-meeting``, ``report.unknown-place``; ``KeyError`` for another kind.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    if kind in OF_MEETING and not meeting:
        raise KitError(
            "report.meeting-needed",
            N_("“{kind}” is a paper of a meeting; say of which, by its code."),
            kind=kind,
        )
    row = meeting_of(workbook, meeting) if meeting and kind in OF_MEETING else {}
    making = _Making(workbook, row, places(workbook, row), folder)
    declared = wording_of(kind, folder)
    blocks = [
        block
        for part in declared.get("part", ())
        for block in _blocks(part, making, f"{kind}.toml")
    ]
    title = said(declared.get("title"), making.filled, kind)
    return Document(kind, title, tuple(blocks), workbook.is_practice)


def _blocks(part: dict[str, Any], making: _Making, file: str) -> list[Block]:
    kind = str(part.get("kind", "paragraph"))
    text = said(part.get("text"), making.filled, file)
    count = int(part.get("count", 0))
    if kind == "letterhead":
        return [Block("space")]
    if kind == "lines":
        return [Block("line", LINE)] * max(count, 1)
    if kind == "signature":
        return [Block("signature", text, role=said(part.get("role"), making.filled, file))]
    if kind == "seats":
        return [seats_block(making.workbook)]
    if kind == "sign_in":
        return sign_in_blocks(making.workbook, max(count, 1))
    made = _FROM_MEETING.get(kind)
    return made(making, text, count) if made else [Block(kind, text)]


def _agenda(making: _Making, _text: str, count: int) -> list[Block]:
    items = listed(making.meeting.get("agenda")) or _usual_items(making.folder)
    # Lines to write on only where nothing has been written down yet.
    lines = 0 if making.meeting.get("minutes") else count
    blocks = []
    for at, item in enumerate(items, start=1):
        blocks.append(Block("heading", _("Agenda item {n}: {item}", n=at, item=item)))
        blocks += [Block("line", LINE)] * lines
    return blocks


def _usual_items(folder: Path | None) -> list[str]:
    items = wording_of("agenda", folder).get("items", {})
    return [str(item) for item in items.get(current_language(), items.get("th", ()))]


def _minutes(making: _Making, text: str, _count: int) -> list[Block]:
    told = listed(making.meeting.get("minutes"))
    if not told:
        return []
    return [Block("heading", text), *(Block("paragraph", line) for line in told)]


def _resolution(making: _Making, text: str, _count: int) -> list[Block]:
    row = making.meeting
    told = listed(row.get("resolution"))
    blocks = [Block("heading", text)]
    blocks += [Block("paragraph", line) for line in told] or [Block("line", LINE)] * 2
    return [*blocks, *(Block("paragraph", one) for one in votes_said(row))]


def _people(making: _Making, text: str, _count: int) -> list[Block]:
    row = making.meeting
    if row.get("present") is None:
        return [Block("item", text), Block("line", LINE)]
    said_of = [part for part in (persons(row["present"]), sexes_said(row)) if part]
    return [Block("item", f"{text}: {' · '.join(said_of)}")]


def _quorum(making: _Making, _text: str, _count: int) -> list[Block]:
    """Return the quorum of a council meeting; no other meeting has one."""
    row = making.meeting
    present, members = row.get("members_present"), row.get("members")
    if row.get("kind") != "council_meeting" or present is None or not members or present > members:
        return []
    ((message, values),) = quorum(present, members).reasons()
    told = {name: number(value) for name, value in values.items()}
    return [Block("item", translate(message).format(**told))]


_FROM_MEETING: dict[str, Callable[[_Making, str, int], list[Block]]] = {
    "agenda": _agenda,
    "minutes": _minutes,
    "resolution": _resolution,
    "people": _people,
    "quorum": _quorum,
}
