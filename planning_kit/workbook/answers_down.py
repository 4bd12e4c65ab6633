"""Answers of agencies on their way down: in the bundle of comments, and into the tambon's workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from planning_kit.language import _
from planning_kit.records import Pledge, Record, RequestAnswer
from planning_kit.records.request_sheet import ANSWERS
from planning_kit.store import Store, Stored
from planning_kit.thai import format_date
from planning_kit.thai.persons import hide_persons
from planning_kit.workbook.all_of_store import latest_workbooks
from planning_kit.workbook.answers import asked_kind, kept_values
from planning_kit.workbook.bundle_opening import OpenedBundle
from planning_kit.workbook.bundle_refusals import bad_content
from planning_kit.workbook.freezing import plain_value
from planning_kit.workbook.plan_areas import plan_areas
from planning_kit.workbook.request_answers import answers_in, counts
from planning_kit.workbook.saving import save_answers
from planning_kit.workbook.workbook import Workbook

NAME = "answers.json"
_TOLD = ("state", "answered_on", "answer")


@dataclass(frozen=True)
class AnswersDown:
    """What became of the answers of a bundle: one line each under what came of it."""

    taken: tuple[str, ...] = ()
    same: int = 0
    otherwise: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    no_workbook: int = 0

    @property
    def is_new(self) -> bool:
        """Whether anything was taken, or has to be looked at."""
        return bool(self.taken or self.otherwise or self.unknown or self.no_workbook)

    def lines(self) -> Iterator[str]:
        """Yield the report as sentences."""
        if self.taken or self.same:
            yield _(
                "  answers of agencies: {n} taken, {same} known already",
                n=len(self.taken),
                same=self.same,
            )
        yield from (f"    {one}" for one in self.taken)
        for said in self.otherwise:
            yield _(
                "  not taken, the workbook tells another answer, later or as late: {it}", it=said
            )
        for said in self.unknown:
            yield _("  an answer to a request that is not in the workbook: {it}", it=said)
        if self.no_workbook:
            yield _(
                "  {n} answers of agencies wait: the workbook of the tambon is not in this "
                "database; bring the file in where it is",
                n=self.no_workbook,
            )


def answers_for(store: Store, area_id: str) -> list[RequestAnswer]:
    """Return the answers kept above the tambon for one plan area, the one that counts of each."""
    found = answers_in(store).values()
    own = [one for one in found if one.asked_by == area_id]
    return sorted(own, key=lambda one: str(one.request_id))


def answer_rows(answers: Iterable[RequestAnswer]) -> list[dict[str, Any]]:
    """Return answers as the file holds them."""
    return [
        {name: plain_value(value) for name, value in one if value is not None} for one in answers
    ]


def read_answers_down(bundle: OpenedBundle) -> list[RequestAnswer]:
    """Return the answers of a bundle of comments; raises ``bundle.bad-content``."""
    if NAME not in bundle.names:
        return []
    rows = bundle.json(NAME)
    if not isinstance(rows, list):
        raise bad_content(bundle.file, NAME, 1, "answers")
    found = []
    for number, row in enumerate(rows, start=1):
        try:
            answer = RequestAnswer.model_validate(row)
        except ValueError as error:
            raise bad_content(bundle.file, NAME, number, error) from error
        if answer.asked_by not in bundle.manifest.area_ids:
            raise bad_content(bundle.file, NAME, number, "asked_by")
        found.append(answer)
    return found


def take_down(store: Store, answers: Iterable[RequestAnswer], who: str) -> AnswersDown:
    """Save each answer to its request in the tambon's workbook.

    A request that its workbook says was answered later, or as late but otherwise, is left as it
    is and told. The same answers twice change nothing.
    """
    taken, otherwise, unknown, same, homeless = [], [], [], 0, 0
    areas = {str(one.plan_area_id) for one in plan_areas(store)}
    for answer in answers:
        if answer.asked_by not in areas:
            homeless += 1
            continue
        book = latest_workbooks(store, str(answer.asked_by))[0]
        stored = _request(book, answer)
        if stored is None:
            unknown.append(said(answer))
        elif all(getattr(stored.record, name) == getattr(answer, name) for name in _TOLD):
            same += 1
        elif counts(_pledge(stored.record), answer) and _saved(book, stored, answer, who):
            taken.append(said(answer))
        else:
            otherwise.append(said(answer))
    return AnswersDown(tuple(taken), same, tuple(otherwise), tuple(unknown), homeless)


def said(answer: RequestAnswer) -> str:
    """Return an answer as one line: what was asked for which project, and what came of it."""
    words = {state.value: words for state, words in ANSWERS.items()}
    state = str(getattr(answer.state, "value", answer.state))
    day = format_date(answer.answered_on, "short") if answer.answered_on else None
    asked = " ".join(one for one in (answer.project_code, answer.what) if one)
    told = " ".join(one for one in (str(words.get(state, state)), day) if one)
    return " · ".join(one for one in (asked, told, answer.answer) if one)


def _request(book: Workbook, answer: RequestAnswer) -> Stored | None:
    """Return the request that is answered: by its id, else by its words as they were handed over."""
    rows = [one for one in book.stored(Pledge) if isinstance(one.record, Pledge)]
    by_id = (one for one in rows if str(one.revision.record_id) == answer.request_id)
    by_words = (one for one in rows if _words(one.record) == _words(answer))
    return next(by_id, None) or next(by_words, None)


def _words(one: Any) -> tuple[object, ...]:
    return one.project_code, one.agency, hide_persons(str(one.what or ""))


def _pledge(record: Record | None) -> Pledge:
    assert isinstance(record, Pledge)
    return record


def _saved(book: Workbook, stored: Stored, answer: RequestAnswer, who: str) -> bool:
    kind = asked_kind(book, Pledge.noun.name)
    told = {name: getattr(answer, name) for name in _TOLD}
    why = _("answer of the agency, sent down with the comments on the plan")
    saving = save_answers(
        book, kind, kept_values(kind, stored.record) | told, who=who, why=why, over=stored.revision
    )
    return saving.is_saved
