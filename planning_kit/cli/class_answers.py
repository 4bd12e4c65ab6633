"""What the class of a plan area answered, wherever it lies: with the plan, or beside practice data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planning_kit.workbook.learners import LearnerAnswer


@dataclass(frozen=True)
class ClassAnswers:
    """``place`` is the name of the plan area."""

    place: str
    practice: bool
    answers: list[LearnerAnswer]


def class_answers(code: str, store_url: str | None) -> ClassAnswers:
    """Return the answers of the class of a plan area.

    The practice tambon's lie in this user's own practice data, unless ``store_url`` holds it.
    Raises ``KitError`` as ``find_plan_area`` and ``Store.open``.
    """
    from planning_kit import areas
    from planning_kit.cli.practice_store import practice_store
    from planning_kit.practice import practice_plan_area
    from planning_kit.workbook import default_store_url
    from planning_kit.workbook.learners import LearnerBook
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.plan_areas import codes_of, find_plan_area

    is_our_own = code == str(practice_plan_area().plan_area_id)
    url = practice_store(store_url) if is_our_own else store_url or default_store_url()
    with opened(url, leave_no_trace=True) as store:
        area = find_plan_area(store, code)
        practice = all(areas.get(one[:6]).invented for one in codes_of(area))
    with LearnerBook.beside(url, str(area.plan_area_id), practice=practice) as book:
        return ClassAnswers(str(area.name), practice, book.answers())
