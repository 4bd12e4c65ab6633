"""What each step of the four criteria means, in a sentence people can point at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.deliberate.weights import CRITERIA, CRITERION_WORDS, HIGHEST, LOWEST
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_, Words


@dataclass(frozen=True)
class Criterion:
    """One of the four: its name, what is asked, and the words of the steps 1 to 4."""

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
    found = {}
    for code in CRITERIA:
        given = declared.get(code)
        own = given if isinstance(given, Mapping) else {}
        texts = {
            key: _words(code, key, own.get(key), mistakes)
            for key in ("name", "question", *(f"step_{at}" for at in range(LOWEST, HIGHEST + 1)))
        }
        steps = {at: texts[f"step_{at}"] for at in range(LOWEST, HIGHEST + 1)}
        found[code] = Criterion(code, texts["name"], texts["question"], steps)
    if mistakes:
        raise KitErrors(mistakes)
    return found


def _words(code: str, key: str, given: Any, mistakes: list[KitError]) -> Words:
    both = given if isinstance(given, Mapping) else {}
    texts = [both.get(language) for language in ("th", "en")]
    if all(isinstance(text, str) and text.strip() for text in texts):
        return Words(str(texts[0]).strip(), str(texts[1]).strip())
    mistakes.append(
        KitError(
            "deliberate.criteria-wording",
            N_("“{criterion}”: write {key} in Thai (th) and in English (en)."),
            criterion=CRITERION_WORDS[code],
            key=key,
        )
    )
    return Words("–", "–")
