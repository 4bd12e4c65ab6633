"""Whether a text is plain enough: the words of its sentences, counted by the Thai word splitter.

Thai writes no full stop: a space ends a sentence or a clause. One beside a number, a quotation,
Latin letters, brackets or the sign ๆ ends nothing, it only sets them off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planning_kit.language import _
from planning_kit.thai.dictionary import dictionary

MOST_WORDS = 22
"""Words of one sentence."""
MOST_IN_A_LINE = 70
"""Words of one paragraph or list item."""
_SET_OFF = r"[\dA-Za-z๐-๙“”\"'()\[\]{}…ๆฯ%→=×÷+/–-]"
_END = re.compile(rf"(?<!{_SET_OFF})[ \t]+(?!{_SET_OFF})|\n+|[?!;:](?=\s|$)")
_LETTER = re.compile(r"[ก-ฮ\dA-Za-z๐-๙]")
_TYPED = re.compile(
    r"[\d๐-๙][\d๐-๙,.]*\s*(?:ล้าน|แสน|หมื่น|พัน)?(?:บาท|ไร่|ครัวเรือน|หลังคาเรือน|เปอร์เซ็นต์|%)"
)


def words_of(text: str) -> list[str]:
    """Return a text cut into its words, with signs and spaces as they stand."""
    from pythainlp.tokenize import word_tokenize

    return list(word_tokenize(text, custom_dict=dictionary(), engine="newmm"))


def words_in(text: str) -> int:
    """Return how many words a text has; signs and spaces are none."""
    return sum(1 for word in words_of(text) if _LETTER.search(word))


def sentences(line: str) -> list[str]:
    """Return the sentences of a paragraph or list item."""
    return [one.strip() for one in _END.split(line) if one and one.strip()]


def reading_faults(where: str, line: str, allowed: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield a sentence for each sentence of a line that is too long, and for too long a line.

    ``allowed`` are beginnings of sentences that may be longer.
    """
    for one in sentences(line):
        # Three letters and marks make a word at the least; most lines need no counting.
        if len(one) > MOST_WORDS and not one.startswith(allowed or ("\0",)):
            count = words_in(one)
            if count > MOST_WORDS:
                yield _(
                    "{where}: a sentence has {n} words, more than {most}: “{text}”",
                    where=where, n=count, most=MOST_WORDS, text=one,
                )  # fmt: skip
    if len(line) > MOST_IN_A_LINE and (count := words_in(line)) > MOST_IN_A_LINE:
        yield _(
            "{where}: a paragraph has {n} words, more than {most}: “{text} …”",
            where=where, n=count, most=MOST_IN_A_LINE, text=line[:40],
        )  # fmt: skip


def typed_figures(line: str) -> list[str]:
    """Return the amounts of money, land and households that are typed into a text."""
    return _TYPED.findall(line)
