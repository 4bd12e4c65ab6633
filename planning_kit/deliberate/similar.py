"""Statements that say much the same: suggested for merging, for people to decide.

Thai is split into words by the dictionary of ``pythainlp`` (newmm, in its variant that does not
slow down on ambiguous text). Two statements are as similar as the words they share, rare words
counting more (Dice's coefficient with inverse document frequency as weight). The shared words
are the explanation. Words only: “น้ำท่วม” and “ขาดน้ำ” may look alike and mean the opposite.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import inf, log

import pandas as pd

from planning_kit.thai.dictionary import dictionary
from planning_kit.thai.normalize import clean

MERGES = ("a", "b", "similarity", "shared")
"""Columns: ``a``, ``b`` codes, ``a`` the earlier one · ``similarity`` 0–1, 1 for the same words ·
``shared`` tuple of the words both use, the rarest first."""

_WORD = re.compile(r"\w", re.UNICODE)
_LIKELY = 0.5


def suggest_merges(
    statements: Mapping[str, str] | Iterable[tuple[str, str]],
    *,
    least: float = _LIKELY,
    most_suggested: int = 200,
) -> pd.DataFrame:
    """Return ``MERGES``: pairs at least ``least`` similar, the most similar first.

    ``statements``: code -> statement. Blank statements are like nothing. At most
    ``most_suggested`` pairs, which is more than a meeting can go through.
    """
    given = dict(statements)
    words = {code: content_words(text) for code, text in given.items()}
    weight = word_weights(words)
    size = {code: sum(weight[word] for word in own) for code, own in words.items()}
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for word, users in _users(words).items():
        for at, one in enumerate(users):
            for other in users[at + 1 :]:
                shared[one, other] += weight[word]
    rows = []
    for (one, other), common in shared.items():
        similarity = min(1.0, 2 * common / (size[one] + size[other]))
        if similarity >= least:
            both = sorted(words[one] & words[other], key=lambda word: (-weight[word], word))
            rows.append((one, other, similarity, tuple(both)))
    order = {code: at for at, code in enumerate(given)}
    rows.sort(key=lambda row: (-round(row[2], 9), order[row[0]], order[row[1]]))
    table = pd.DataFrame(rows[:most_suggested], columns=list(MERGES))
    return table.astype({"similarity": "float64"})


@lru_cache(maxsize=4096)
def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a Thai or English text in order, without spaces and signs."""
    # The dictionary loads in most of a second: only when statements are compared.
    from pythainlp.tokenize import word_tokenize

    found = word_tokenize(
        clean(text).casefold(),
        custom_dict=dictionary(),
        engine="newmm-safe",
        keep_whitespace=False,
    )
    return tuple(word.strip() for word in found if _WORD.search(word))


@lru_cache(maxsize=1)
def _without_weight() -> frozenset[str]:
    from pythainlp.corpus.common import thai_stopwords

    # "Not", "little" and "lacking" carry the meaning of a problem.
    return frozenset(thai_stopwords()) - {"ไม่", "ไม่มี", "ขาด", "น้อย", "มาก", "ไม่ได้", "ไม่พอ"}


def content_words(text: str | None) -> frozenset[str]:
    """Return the words of a statement that carry its meaning; all of them where none does."""
    if not text:
        return frozenset()
    words = frozenset(split_words(text))
    return words - _without_weight() or words


def word_weights(words: Mapping[str, frozenset[str]], *, rarest: float = inf) -> dict[str, float]:
    """Return word -> weight by how few statements use it (inverse document frequency).

    ``rarest``: a word that is used by fewer than one statement in so many weighs no more.
    """
    counts = Counter(word for own in words.values() for word in own)
    return {word: log(1 + min(len(words) / n, rarest)) for word, n in counts.items()}


def _users(words: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    users: dict[str, list[str]] = defaultdict(list)
    for code, own in words.items():
        for word in own:
            users[word].append(code)
    return users
