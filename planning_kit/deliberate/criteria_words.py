"""What each step of a criterion means, in a sentence people can point at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.deliberate.weights import CRITERIA, CRITERION_WORDS, HIGHEST, LOWEST
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_, Words

STEPS = tuple(range(LOWEST, HIGHEST + 1))
WORDED = ("name", "question", *(f"step_{at}" for at in STEPS))
"""What a criterion must say, in Thai and in English."""


@dataclass(frozen=True)
class Criterion:
    """One criterion: its name, what is asked, and the words of the steps 1 to 4."""

    code: str
    name: Words
    question: Words
    steps: Mapping[int, Words]


def criteria_words(declared: Mapping[str, Any]) -> dict[str, Criterion]:
    """Return the four criteria as declared in ``data/criteria/four_criteria.toml``, parsed.

    Every criterion has ``name``, ``question`` and ``step_1`` … ``step_4``, each with ``th`` and
    ``en``. Raises ``KitErrors`` (``deliberate.criteria-wording``) naming everything missing.
    """
    mistakes: list[KitError] = []
    found = {
        code: criterion_read(code, declared.get(code), CRITERION_WORDS[code], mistakes)
        for code in CRITERIA
    }
    if mistakes:
        raise KitErrors(mistakes)
    return found


def criterion_read(
    code: str, given: Any, called: Words | str, mistakes: list[KitError]
) -> Criterion:
    """Return one criterion of a declaration; what it lacks is added to ``mistakes``."""
    own = given if isinstance(given, Mapping) else {}
    texts = {key: _words(called, key, own.get(key), mistakes) for key in WORDED}
    steps = {at: texts[f"step_{at}"] for at in STEPS}
    return Criterion(code, texts["name"], texts["question"], steps)


def _words(called: Words | str, key: str, given: Any, mistakes: list[KitError]) -> Words:
    both = given if isinstance(given, Mapping) else {}
    texts = [both.get(language) for language in ("th", "en")]
    if all(isinstance(text, str) and text.strip() for text in texts):
        return Words(str(texts[0]).strip(), str(texts[1]).strip())
    mistakes.append(
        KitError(
            "deliberate.criteria-wording",
            N_("“{criterion}”: write {key} in Thai (th) and in English (en)."),
            criterion=called,
            key=key,
        )
    )
    return Words("–", "–")
