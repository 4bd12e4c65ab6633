"""From the folder of an episode to its lesson, with its figures in place."""

from __future__ import annotations

from functools import cache
from typing import Any

from planning_kit.course.cards import CardSet, case_for_groups, texts_of
from planning_kit.course.episode import Episode, episodes, words_of
from planning_kit.course.figure import filled
from planning_kit.course.folder import EpisodeFolder, fields_asked, read_folder
from planning_kit.course.lesson import (
    SECTIONS,
    Lesson,
    Line,
    Material,
    Objective,
    Part,
    Step,
    Worksheet,
)
from planning_kit.course.lesson_checks import folder_faults
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.thai.collation import sort_key

_NOT_WHOLE = N_("The episode {code} of the course is not whole: {faults}")


@cache
def lessons() -> tuple[Lesson, ...]:
    """Return the lessons of the course in their order, without those still being written.

    Raises ``KitError`` as :func:`lesson_of`.
    """
    return tuple(lesson_of(one) for one in episodes() if not one.is_draft)


def lesson_of(episode: Episode) -> Lesson:
    """Return the lesson of an episode; raises ``KitError`` ``course.not-whole`` with what lacks."""
    if faults := folder_faults(episode.folder):
        raise KitError("course.not-whole", _NOT_WHOLE, code=episode.code, faults="; ".join(faults))
    return _Reader(read_folder(episode.folder)).lesson()


class _Reader:
    def __init__(self, folder: EpisodeFolder) -> None:
        self._folder = folder
        self._figures = folder.figures

    def lesson(self) -> Lesson:
        folder, said = self._folder, self._folder.said
        names = {heading: name for name, heading in SECTIONS.items()}
        sections = {names[heading]: self._text(text) for heading, text in folder.lesson}
        return Lesson(
            code=folder.code,
            title=self._words(said["title"]),
            day=int(said.get("day", 0)),
            minutes=int(said["minutes"]),
            app=str(said.get("app", "")),
            questions=tuple(map(self._words, folder.rows("question"))),
            objectives=tuple(
                Objective(row["code"], self._words(row)) for row in folder.rows("objective")
            ),
            key_points=tuple(map(self._words, folder.rows("key_point"))),
            materials=tuple(map(self._material, folder.rows("material"))),
            steps=tuple(map(self._step, folder.rows("step"))),
            worksheets=tuple(map(self._worksheet, folder.rows("worksheet"))),
            sections=sections,
            handout=self._text(folder.handout),
            examples={name: self._figures[name].said for name in folder.example_names()},
            case=case_for_groups(
                sections["group_case"], {str(row.get("from")) for row in folder.rows("cards")}
            ),
            cards=tuple(map(self._cards, folder.rows("cards"))),
        )

    def _step(self, row: dict[str, Any]) -> Step:
        return Step(
            part=Part(row["part"]),
            minutes=int(row["minutes"]),
            title=self._words(row["title"]),
            do=self._text(row["do"]),
            say=self._text(row["say"]),
            look=self._text(row["look"]),
            slide=tuple(map(self._text, row.get("slide", ()))),
            uses_app=bool(row.get("app")),
            is_quiz=bool(row.get("quiz")),
        )

    def _material(self, row: dict[str, Any]) -> Material:
        return Material(self._text(row["th"]), row["each"], int(row["count"]))

    def _worksheet(self, row: dict[str, Any]) -> Worksheet:
        return Worksheet(
            code=row["code"],
            title=self._words(row["title"]),
            record=row["record"],
            fields=fields_asked(row),
            example=str(row["example"]),
            each=row["each"],
            how=self._text(row["how"]),
            rows=int(row.get("rows", 0)),
            lines=tuple(
                Line(
                    one["after"],
                    self._words(one),
                    filled(Words(one["is"], one["is"]), self._figures),
                )
                for one in self._folder.rows("line")
                if one["worksheet"] == row["code"]
            ),
        )

    def _cards(self, row: dict[str, Any]) -> CardSet:
        texts = texts_of(row, self._folder.card_sources())
        said = tuple(map(self._text, texts))
        mixed = bool(row.get("mixed"))
        return CardSet(row["code"], self._words(row["title"]), row["each"],
                       tuple(sorted(said, key=sort_key)) if mixed else said,
                       bool(row.get("large")), mixed)  # fmt: skip

    def _words(self, said: dict[str, Any]) -> Words:
        return filled(words_of(said), self._figures)

    def _text(self, said: str) -> str:
        return filled(Words(said, said), self._figures).th.strip()
