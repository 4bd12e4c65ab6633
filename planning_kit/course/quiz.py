"""The quiz of an episode, read from ``quiz.toml`` in its folder."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from planning_kit.course.episode import Episode, words_of
from planning_kit.course.figure import filled, value_of
from planning_kit.language import Words
from planning_kit.learning import (
    Beside,
    Choice,
    ChoiceQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    TaskQuestion,
)
from planning_kit.records.toml_file import toml_of

QUIZ_FILE = "quiz.toml"


@cache
def quiz_of(code: str) -> tuple[Question, ...]:
    """Return the questions of the episode with this code, in order; empty where it has none.

    Raises ``KitError`` ``course.unknown-figure`` for a figure that is not kept.
    """
    from planning_kit.course.episode import episodes

    episode = next((one for one in episodes() if one.code == code), None)
    if episode is None or not (file := episode.folder / QUIZ_FILE).exists():
        return ()
    asked = toml_of(file.read_bytes())["question"]
    return tuple(_Reader(episode).question(one) for one in asked)


class _Reader:
    def __init__(self, episode: Episode) -> None:
        self._figures = episode.figures

    def question(self, said: Mapping[str, Any]) -> Question:
        kind = said["kind"]
        whole: dict[str, Any] = {
            "code": str(said["code"]),
            "objective": str(said["objective"]),
            "ask": self._words(said["ask"]),
            "explain": self._words(said["explain"]),
            "is_in_test": bool(said.get("test", False)),
        }
        if kind == "choice":
            choices = self._choices(said["choices"])
            return ChoiceQuestion(**whole, choices=choices, right=self._value(said["right"]))
        if kind == "number":
            unit = self._words(said["unit"]) if "unit" in said else None
            right, within = (Decimal(self._value(said.get(n, "0"))) for n in ("right", "within"))
            return NumberQuestion(**whole, right=right, within=within, unit=unit)
        if kind == "order":
            return OrderQuestion(**whole, steps=self._choices(said["steps"]))
        if kind == "match":
            pairs = zip(self._choices(said["firsts"]), self._choices(said["seconds"]), strict=True)
            return MatchQuestion(**whole, pairs=tuple(pairs))
        if kind == "task":
            return self._task(whole, said)
        raise ValueError(f"{said['code']}: there is no kind of question {kind!r}")

    def _task(self, whole: Mapping[str, Any], said: Mapping[str, Any]) -> TaskQuestion:
        return TaskQuestion(
            **whole,
            record=str(said["record"]),
            wanted=self._wanted(said),
            hints=tuple(self._words(one) for one in said["hints"]),
            many=int(said.get("many", 1)),
            is_new=bool(said.get("new", False)),
            beside=tuple(
                Beside(record=str(one["record"]), by=str(one["by"]), wanted=self._wanted(one))
                for one in said.get("beside", ())
            ),
            app=str(said.get("app", "")),
            tool=str(said.get("tool", "")),
        )  # fmt: skip

    def _wanted(self, said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        return tuple((field, self._value(value)) for field, value in said["want"].items())

    def _choices(self, said: list[Mapping[str, Any]]) -> tuple[Choice, ...]:
        return tuple(
            Choice(str(one.get("code", chr(ord("a") + at))), self._words(one))
            for at, one in enumerate(said)
        )

    def _words(self, said: Mapping[str, Any]) -> Words:
        return filled(words_of(said), self._figures)

    def _value(self, said: object) -> str:
        return value_of(str(said), self._figures)
