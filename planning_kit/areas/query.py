"""What a person typed in the search box, cut into names with the level each one claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from planning_kit.areas.area import Level
from planning_kit.areas.spelling import is_latin, name_key, sound_key, strip_level_word

_MOST_WORDS = 7
_MOST_PARTS = 3

_CLAIMS = (
    (re.compile(r"^\s*(?:จังหวัด|จ\.|changwat\b)|\bprovince\s*$", re.I), Level.PROVINCE),
    (re.compile(r"^\s*(?:ตำบล|แขวง|ต\.|(?:tambon|tambol|khwaeng)\b)", re.I), Level.TAMBON),
    (re.compile(r"\bsub-?district\s*$|^\s*sub-?district\b", re.I), Level.TAMBON),
    (
        re.compile(
            r"^\s*(?:กิ่งอำเภอ|อำเภอ|เขต|อ\.|(?:amphoe|amphur|ampur|ampoe|khet|district)\b)|"
            r"(?<!sub)(?<!sub-)\bdistrict\s*$",
            re.I,
        ),
        Level.AMPHOE,
    ),
)

# Where one area ends and the next begins when people leave out the space. "จ.ป.ร." is a
# tambon of Ranong, and "สามตำบล" one of Nakhon Si Thammarat: neither may be cut.
_NEXT_AREA = re.compile(
    r"\s*,\s*"
    r"|(?<=[^\s.])\s*(?=(?:ต\.|อ\.|จ\.(?!ป\.ร)))"
    r"|(?<=\S)\s*(?=(?:อำเภอ|จังหวัด))"
    r"|\s+(?=(?:ตำบล|แขวง|เขต))"
    r"|\s+(?=(?:tambon|khwaeng|amphoe|amphur|khet|changwat)\b)",
    re.IGNORECASE,
)
_LEVEL_WORD_ALONE = re.compile(
    r"(ตำบล|แขวง|กิ่งอำเภอ|อำเภอ|เขต|จังหวัด|(?<![^\s])[ตอจ]\.)\s+", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """One name of a query: as typed, and the level it claims to be (``None``: any)."""

    text: str
    level: Level | None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return the key without its level word, then the key as typed, if they differ."""
        bare, whole = name_key(strip_level_word(self.text)), name_key(self.text)
        return tuple(key for key in dict.fromkeys((bare, whole)) if key)

    @cached_property
    def sound(self) -> str:
        """Return the sound key of the bare name."""
        return sound_key(self.keys[0])


def read_part(text: str) -> Part | None:
    """Return the part a piece of text stands for, ``None`` when no name is left in it."""
    if not name_key(strip_level_word(text)):
        return None
    level = next((level for pattern, level in _CLAIMS if pattern.search(text)), None)
    return Part(text.strip(), level)


def readings(text: str) -> Iterator[tuple[Part, ...]]:
    """Yield the ways to cut a query into one to three names, the likeliest first.

    "ต.บางปลา อ.บางเลน" has one; "Bang Pla Bang Len" has several, since English names
    have spaces inside. A query too long to be three names is read as commas and level
    words cut it, or not at all.
    """
    from planning_kit.thai.normalize import clean

    text = _LEVEL_WORD_ALONE.sub(r"\1", clean(text))
    pieces = [piece for piece in _NEXT_AREA.split(text) if piece and piece.strip()]
    seen: set[tuple[str, ...]] = set()
    for cut in [[text], pieces, *_word_cuts(text, pieces)]:
        parts = tuple(part for part in map(read_part, cut) if part is not None)
        shape = tuple(part.text for part in parts)
        if parts and len(parts) <= _MOST_PARTS and shape not in seen:
            seen.add(shape)
            yield parts


def _word_cuts(text: str, pieces: list[str]) -> Iterator[list[str]]:
    if len(pieces) > 1 and any(is_latin(piece) for piece in pieces):
        return
    words = text.replace(",", " ").split()
    if not 1 < len(words) <= _MOST_WORDS:
        return
    for count in range(2, min(_MOST_PARTS, len(words)) + 1):
        for ends in combinations(range(1, len(words)), count - 1):
            bounds = (0, *ends, len(words))
            yield [" ".join(words[a:b]) for a, b in pairwise(bounds)]
