"""Handovers at the province, how they were marked, and the comments that go back by file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_, Words, _, current_language, speaking
from planning_kit.records import RequestAnswer
from planning_kit.store import (
    PAPERS,
    BadLineError,
    Handover,
    HandoverMark,
    Store,
    paper_line,
    paper_row,
)
from planning_kit.store.handovers import (
    ACCEPTED,
    MARKS,
    RECEIVED,
    RETURNED,
    mark_of,
    mark_of_row,
    row_of_mark,
)
from planning_kit.thai import format_date
from planning_kit.workbook.answers_down import NAME as ANSWERS
from planning_kit.workbook.answers_down import answer_rows, answers_for, said
from planning_kit.workbook.bundle_json import pretty
from planning_kit.workbook.bundle_opening import OpenedBundle
from planning_kit.workbook.bundle_refusals import bad_content
from planning_kit.workbook.freezing import text_of
from planning_kit.workbook.handing_over import NAME
from planning_kit.workbook.handover_checks import wrong_with
from planning_kit.workbook.location import opened

__all__ = [
    "ACCEPTED",
    "MARKS",
    "RECEIVED",
    "RETURNED",
    "STATE_WORDS",
    "Handover",
    "comments_parts",
    "find_handover",
    "handovers",
    "mark_handover",
    "plan_name",
    "read_comments",
    "read_handover",
    "told",
]

COMMENTS, TO_READ = "comments.json", "comments.txt"
_MARK = "handover_mark"
_SHORTEST = 8
STATE_WORDS = {
    RECEIVED: Words("รับไว้แล้ว", "received"),
    RETURNED: Words("ส่งกลับพร้อมความเห็น", "returned with comments"),
    ACCEPTED: Words("รับรองแล้ว", "accepted"),
}


def handovers(
    store: Store | str | Path | None = None, plan_area_id: str | None = None
) -> list[Handover]:
    """Return every handover that was received, with its marks, in the order in which they came."""
    with opened(store, leave_no_trace=True) as found:
        return found.handovers(plan_area_id)


def receipts(store: Store) -> list[HandoverMark]:
    """Return the mark of receipt of every handover, oldest first, without reading their texts."""
    return [one for one in store.handover_marks() if one.state == RECEIVED]


def mark_handover(
    store: Store | str | Path | None, fingerprint: str, state: str, *, who: str, comment: str = ""
) -> HandoverMark:
    """Mark a handover ``received``, ``returned`` (with a comment) or ``accepted``.

    Every mark is kept; the last one counts. ``fingerprint`` may be its beginning, from eight
    letters. Raises ``KitError`` ``bundle.no-such-handover``, ``bundle.no-such-state``,
    ``bundle.no-comment``.
    """
    if state not in MARKS:
        said = N_("A handover is marked {states}, not {state}")
        raise KitError("bundle.no-such-state", said, states=", ".join(MARKS), state=state)
    if state == RETURNED and not comment.strip():
        said = N_("Say in a comment what the tambon should change; without it nobody can act")
        raise KitError("bundle.no-comment", said)
    with opened(store) as found:
        mark = mark_of(find_handover(found, fingerprint), state, who, comment.strip())
        found.add_marks([mark])
    return mark


def find_handover(store: Store, fingerprint: str) -> Handover:
    """Return the one handover whose fingerprint so begins; raises ``bundle.no-such-handover``."""
    wanted = fingerprint.strip().casefold()
    found = [one for one in store.handovers() if one.fingerprint.startswith(wanted)]
    if len(found) != 1 or len(wanted) < _SHORTEST:
        raise KitError(
            "bundle.no-such-handover",
            N_(
                "No single handover here has the fingerprint “{fingerprint}”; list them with: "
                "planning-kit bundle list"
            ),
            fingerprint=fingerprint,
        )
    return found[0]


def comments_parts(store: Store, fingerprint: str) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Return the files that take the comments back, and the plan they are about."""
    handover = find_handover(store, fingerprint)
    content = json.loads(handover.content)
    plan = {
        "plan_area": handover.plan_area_id,
        "name": content["title"]["th"],
        "start_be": handover.plan_start_be,
        "end_be": content["plan_end_be"],
    }
    marks = {"handover": handover.fingerprint, "marks": [_line(one) for one in handover.marks]}
    answers = answers_for(store, handover.plan_area_id)
    read = "\n".join(_to_read(handover, plan["name"], answers)).replace("\n", "\r\n") + "\r\n"
    parts = {COMMENTS: pretty(marks), TO_READ: b"\xef\xbb\xbf" + read.encode("utf-8")}
    if answers:
        parts[ANSWERS] = pretty(answer_rows(answers))
    return parts, plan


def plan_name(handover: Handover) -> str:
    """Return the title of the plan that was handed over, with its years."""
    content = json.loads(handover.content)
    name = content["title"].get(current_language()) or content["title"]["th"]
    return f"{name} {handover.plan_start_be}–{content['plan_end_be']}"


def told(mark: HandoverMark) -> str:
    """Return a mark as one line: when, how, by whom, and the comment."""
    day = format_date(mark.when.astimezone().date(), "short")
    line = f"{day}  {STATE_WORDS[mark.state]} ({mark.who})"
    return f"{line}: {mark.comment}" if mark.comment else line


def read_comments(bundle: OpenedBundle) -> list[HandoverMark]:
    """Return the marks of a bundle of comments; raises ``bundle.bad-content``."""
    content = bundle.json(COMMENTS)
    said = content.get("marks") if isinstance(content, dict) else None
    if not isinstance(said, list):
        raise bad_content(bundle.file, COMMENTS, 1, "marks")
    marks = []
    for number, line in enumerate(said, start=1):
        try:
            row = paper_row(PAPERS[_MARK], line)
        except BadLineError as error:
            raise bad_content(bundle.file, COMMENTS, number, error) from error
        if row["state"] not in MARKS or row["area_id"] not in bundle.manifest.area_ids:
            raise bad_content(bundle.file, COMMENTS, number, "state")
        marks.append(mark_of_row(row))
    return marks


def read_handover(bundle: OpenedBundle, who: str) -> Handover:
    """Return the handover of a bundle, as it came; raises ``bundle.bad-content``."""
    content = bundle.json(NAME)
    text = bundle.read(NAME).decode("utf-8")
    wrong = next(wrong_with(content, bundle), None)
    if wrong is None and text_of(content) != text:
        wrong = "text"
    if wrong is not None:
        raise bad_content(bundle.file, NAME, 1, wrong)
    return Handover(content["plan_area"], content["plan_start_be"], content["version"], text, who)


def _to_read(handover: Handover, name: str, answers: list[RequestAnswer]) -> Iterator[str]:
    for language in ("th", "en"):
        with speaking(language):
            yield _("Comments on the plan of {name}", name=name)
            yield _("Fingerprint of what was handed over: {it}", it=handover.fingerprint)
            yield from (f"  {told(mark)}" for mark in handover.marks)
            if answers:
                yield _("Answers of agencies to requests of this plan:")
                yield from (f"  {said(one)}" for one in answers)
            yield ""


def _line(mark: HandoverMark) -> dict[str, Any]:
    return paper_line(PAPERS[_MARK], row_of_mark(mark))
