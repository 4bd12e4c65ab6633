"""The words that Thai is split by: pythainlp's, kept as words.

pythainlp keeps its dictionary as a tree with a node for every letter, 60 MB of them; the words
alone are there anyway. They are found as well by asking for each beginning of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pythainlp.util import Trie


@cache
def dictionary() -> Trie:
    """Return the words of pythainlp, as its tokenizers take them in ``custom_dict``.

    Loading them takes a moment: only when something is to be split.
    """
    from pythainlp.corpus.common import thai_words
    from pythainlp.util import Trie

    class Words(_Words, Trie):
        pass

    return Words(thai_words())


class _Words:
    """What tokenizers ask of a ``Trie``, by a set of words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word.strip() for word in words)
        self._longest: dict[str, int] = {}
        for word in self._words:
            # One that is a single letter is looked for whatever follows it.
            start = word[:2]
            self._longest[start] = max(len(word), self._longest.get(start, 1))

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return the words that begin at a place of the text, short ones first."""
        longest = self._longest.get(text[start : start + 2], 1)
        ends = range(start + 1, min(start + longest, len(text)) + 1)
        return [word for end in ends if (word := text[start:end]) in self._words]

    def __contains__(self, key: Any) -> bool:
        return key in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)
