"""Thai labels broken into lines between words, since matplotlib never breaks a Thai line."""

from __future__ import annotations

import os
from functools import cache, lru_cache

import fontpkg_sarabun
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from planning_kit import design
from planning_kit.thai.dictionary import dictionary
from planning_kit.thai.normalize import clean

POINTS_PER_CM = 72 / 2.54
# Screens round each letter to whole pixels; the room measured must hold the widest result.
_ROUNDED_UP = 1.04
_FILES = fontpkg_sarabun.ROOT / "files"
# A line may not begin with these, nor end with those.
_CLINGS_TO_WORD_BEFORE = tuple("ๆฯ)]”»,.:;!?%/-–…")
_CLINGS_TO_WORD_AFTER = tuple("([“«/")


@cache
def _face(bold: bool) -> FT2Font:
    return font_manager.get_font(str(_FILES / f"Sarabun-{'Bold' if bold else 'Regular'}.ttf"))


if hasattr(os, "register_at_fork"):
    # An open file has one place for all who inherit it: two kernels would read past each other.
    os.register_at_fork(after_in_child=_face.cache_clear)


def close_typefaces() -> None:
    """Close the files of typefaces: what is not open, no fork need close for itself."""
    _face.cache_clear()
    # matplotlib closes its own in every fork, and offers no other way to do so.
    clear = getattr(getattr(font_manager, "_get_font", None), "cache_clear", None)
    if clear is not None:
        clear()


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = design.CHART_TEXT, *, bold: bool = False) -> float:
    """Return the width of one line of ``text`` in cm at ``size`` points, as it will be drawn."""
    face = _face(bold)
    face.set_size(size, 72)
    face.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return face.get_width_height()[0] / 64 / POINTS_PER_CM * _ROUNDED_UP


def _words(text: str) -> list[str]:
    # Loading the dictionary takes most of a second: only when a label is long.
    from pythainlp.tokenize import word_tokenize

    words: list[str] = []
    found = word_tokenize(text, custom_dict=dictionary(), engine="newmm", keep_whitespace=True)
    for word in found:
        clings = words and (
            word.startswith(_CLINGS_TO_WORD_BEFORE) or words[-1].endswith(_CLINGS_TO_WORD_AFTER)
        )
        if clings and not words[-1].isspace():
            words[-1] += word
        elif word[0].isdigit() and len(words) > 1 and words[-1].isspace():
            # "หมู่ 8", "ปี 2563": a number stays with the word that it counts.
            words[-2:] = [words[-2] + words[-1] + word]
        else:
            words.append(word)
    return words


@lru_cache(maxsize=4096)
def wrapped(
    text: str, width_cm: float, size: float = design.CHART_TEXT, *, bold: bool = False
) -> tuple[str, ...]:
    """Break ``text`` into lines no wider than ``width_cm``; nothing is ever cut off.

    Breaks fall between words of the newmm dictionary of pythainlp (which travels with that
    package). One word wider than the space gets a line of its own.
    """
    text = clean(text)
    if text_width(text, size, bold=bold) <= width_cm:
        return (text,)
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if line.strip() and text_width((line + word).strip(), size, bold=bold) > width_cm:
            lines.append(line.strip())
            line = ""
        line += word
    return (*lines, line.strip()) if line.strip() else tuple(lines)


def widest(lines: tuple[str, ...], size: float = design.CHART_TEXT) -> float:
    """Return the width in cm of the widest of ``lines``; 0 for none."""
    return max((text_width(line, size) for line in lines), default=0.0)
