"""How alike many statements are: shared words as in ``similar``, and shared meanings.

Two statements are as alike as the words they share (Dice's coefficient, rare words counting
more). People word one trouble in twenty ways, so what a statement means counts as a word too, of
threefold weight: “น้ำไม่พอ” and “ขาดแคลนน้ำ” share no word and one meaning. Which wordings mean one
thing is declared in ``data/meanings``, and shown, so that nobody need believe it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planning_kit.deliberate.similar import content_words, word_weights
from planning_kit.records.meanings import Meaning, meanings_in, opposites

_RAREST = 20
"""A word used by fewer than one statement in twenty says no more than one used by just that."""
_MEANING = 4.0
_MARK = "≈"
_ROWS = 1000
_SAYS_NOTHING = frozenset({"ไม่", "ทำ", "มี"})
"""Words that are compared, but explain nothing to anybody."""


@dataclass(frozen=True)
class Shared:
    """What the statements of a group have in common: words and codes of meanings."""

    words: tuple[str, ...]
    meanings: tuple[str, ...]


class Likeness:
    """Compares statements under their codes; the order in which they come never matters."""

    def __init__(self, statements: Mapping[str, str], meanings: Sequence[Meaning]) -> None:
        self._words = {code: content_words(text) for code, text in sorted(statements.items())}
        self._said = {code: meanings_in(text, meanings) for code, text in statements.items()}
        marked = {
            code: words | {_MARK + one for one in self._said[code]}
            for code, words in self._words.items()
        }
        weights = word_weights(marked, rarest=_RAREST)
        self._weight = {
            word: weight * (_MEANING if word.startswith(_MARK) else 1.0)
            for word, weight in weights.items()
        }
        # Added in one order: sums of the same numbers must not differ in the last digit.
        self._marked = {code: sorted(words) for code, words in marked.items()}
        self._size = {
            code: sum(self._weight[word] for word in words) for code, words in self._marked.items()
        }
        self._pairs = opposites(meanings)

    def between(self, codes: Sequence[str]) -> NDArray[np.float64]:
        """Return how alike each is to each, 0-1."""
        table = self._table(codes)
        return self._compared(table, table, codes, codes)

    def linked(self, codes: Sequence[str], least: float) -> NDArray[np.bool_]:
        """Return which pairs are at least ``least`` alike, for as many as there may be."""
        table = self._table(codes)
        rows = [
            self._compared(table[at : at + _ROWS], table, codes[at : at + _ROWS], codes) >= least
            for at in range(0, len(codes), _ROWS)
        ]
        return np.concatenate(rows) if rows else np.zeros((0, 0), dtype=bool)

    def opposed(self, codes: Sequence[str]) -> NDArray[np.bool_]:
        """Return which pairs say opposite things, each of them one side only."""
        found = np.zeros((len(codes), len(codes)), dtype=bool)
        for one, other in self._pairs:
            here = np.array([one in self._said[code] for code in codes], dtype=bool)
            there = np.array([other in self._said[code] for code in codes], dtype=bool)
            only_here, only_there = here & ~there, there & ~here
            found |= np.outer(only_here, only_there) | np.outer(only_there, only_here)
        return found

    def says_both(self, code: str) -> bool:
        """Tell whether a statement says both sides of an opposite: flood and drought."""
        return any({one, other} <= self._said[code] for one, other in self._pairs)

    def shared(self, codes: Iterable[str]) -> Shared:
        """Return what at least half of them say (and two at least), most weighty first."""
        listed = list(codes)
        counts = Counter(word for code in listed for word in self._marked[code])
        enough = max(2, (len(listed) + 1) // 2)
        common = [word for word, n in counts.items() if n >= enough]
        common.sort(key=lambda word: (-counts[word] * self._weight[word], word))
        words = tuple(w for w in common if not w.startswith(_MARK) and w not in _SAYS_NOTHING)
        meant = tuple(word.removeprefix(_MARK) for word in common if word.startswith(_MARK))
        return Shared(words, meant)

    def _table(self, codes: Sequence[str]) -> NDArray[np.float32]:
        counts = Counter(word for code in codes for word in self._marked[code])
        column = {word: at for at, word in enumerate(sorted(w for w, n in counts.items() if n > 1))}
        table = np.zeros((len(codes), len(column)), dtype=np.float32)
        for row, code in enumerate(codes):
            for word in self._marked[code]:
                if word in column:
                    table[row, column[word]] = self._weight[word] ** 0.5
        return table

    def _compared(
        self,
        rows: NDArray[np.float32],
        columns: NDArray[np.float32],
        row_codes: Sequence[str],
        column_codes: Sequence[str],
    ) -> NDArray[np.float64]:
        common = (rows @ columns.T).astype(np.float64)
        first = np.array([self._size[code] for code in row_codes])
        second = np.array([self._size[code] for code in column_codes])
        whole = first[:, None] + second[None, :]
        found = np.divide(2 * common, whole, out=np.zeros_like(common), where=whole > 0)
        # Single precision, and a sum of it in another order: the sixth digit says nothing.
        return np.minimum(np.round(found, 5), 1.0)
