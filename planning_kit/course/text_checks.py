"""Plain Thai: short sentences, no Latin words, no figure of the practice tambon typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planning_kit.course.folder import HANDOUT_FILE, EpisodeFolder
from planning_kit.course.markdown import plain_lines
from planning_kit.course.readable import reading_faults, typed_figures, words_in
from planning_kit.language import _

_MOST_EXCEPTIONS = 3
_HANDOUT_WORDS = (150, 700)
_PLACE = re.compile(r"\{[^{}]*\}")
_FIGURE = re.compile(r"0\s*\D+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
# Names of things that are written so in Thai as well.
_LATIN_NAMES = {"PDF", "Excel", "GAP", "PGS", "SWOT", "Windows", "USB", "HTML"}


def text_faults(folder: EpisodeFolder) -> Iterator[str]:
    """Yield a sentence for each text that is too long, not Thai, or holds a typed figure."""
    long = _listed(folder, "long_sentences")
    amounts = _listed(folder, "typed_figures")
    if len(long) > _MOST_EXCEPTIONS:
        yield _("episode.toml: at most {n} sentences may be excepted from being short", n=_MOST_EXCEPTIONS)  # fmt: skip
    for text in folder.texts():
        # A figure reads like one word, whatever it stands for.
        bare = _PLACE.sub("0", text.said)
        for line in plain_lines(bare) if text.is_marked else [bare]:
            yield from reading_faults(text.where, line, long)
            yield from _typed(text.where, line, amounts)
            yield from _latin(text.where, line)
    if folder.handout:
        count = words_in(" ".join(plain_lines(folder.handout)))
        low, high = _HANDOUT_WORDS
        if not low <= count <= high:
            yield _("{where}: it has {n} words; there should be {low} to {high}", where=HANDOUT_FILE, n=count, low=low, high=high)  # fmt: skip


def _listed(folder: EpisodeFolder, name: str) -> tuple[str, ...]:
    found = folder.said.get(name, [])
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _typed(where: str, line: str, allowed: tuple[str, ...]) -> Iterator[str]:
    for amount in typed_figures(line):
        if amount not in allowed and not _FIGURE.fullmatch(amount):
            yield _(
                "{where}: “{text}” is typed; name a figure in braces, or list it in typed_figures",
                where=where, text=amount,
            )  # fmt: skip


def _latin(where: str, line: str) -> Iterator[str]:
    for word in dict.fromkeys(_LATIN.findall(line)):
        if word not in _LATIN_NAMES:
            yield _("{where}: “{text}” is no Thai word", where=where, text=word)
