"""A place in one cell: "ต.บางปลา อ.บางเลน จ.นครปฐม", or "บางเลน/บางปลา" with its order said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from planning_kit import thai
from planning_kit.collect.number_columns import has_letters
from planning_kit.errors import KitError
from planning_kit.language import N_

PARTS = ("tambon", "amphoe", "province", "moo")
# อบต. and ทต. are bodies, no marks of a tambon; หมู่ and เขต are also parts of names.
_MARK = re.compile(
    r"(?P<moo>(?:หมู่ที่|หมู่|(?<![ก-๙])ม\.)\s*(?=[0-9]))|(?P<tambon>ตำบล|(?<![ก-๙])แขวง|(?<![บท])ต\.)|"
    r"(?P<amphoe>อำเภอ|(?<![ก-๙])เขต|อ\.)|(?P<province>จังหวัด|จ\.|(?=กรุงเทพ|กทม))"
)
_BETWEEN = re.compile(r"\s*[/,>|]\s*|\s+[-–]\s+")
_EDGES = " ,/|>-–;()"
_POSTCODE = re.compile(r"\s+[0-9]{5}$")
_HOUSE = re.compile(r"^(?:บ้านเลขที่|เลขที่)?\s*[0-9]+(?:/[0-9]+)?\s+")


def split_address(text: str, order: Sequence[str] = ()) -> dict[str, str]:
    """Return the parts of a place that a cell names, by ``PARTS``.

    Marks (ต. อ. จ. หมู่ that a number follows) say which is which. Without any mark the parts
    stand in ``order``, with a slash, a comma or a dash between them, or spaces. What stands
    before the first mark (a house number) is left out. Raises ``KitError`` ``collect.address-…``
    where it is not plain which part is which.
    """
    text = _POSTCODE.sub("", thai.to_arabic_digits(thai.clean(text)))
    marks = list(_MARK.finditer(text))
    if not text:
        return {}
    return _by_marks(text, marks) if marks else _by_order(text, order)


def has_marks(text: str) -> bool:
    """Tell whether a cell says with marks which part is the tambon and which is wider."""
    kinds = {match.lastgroup for match in _MARK.finditer(thai.to_arabic_digits(text))}
    return "tambon" in kinds and bool(kinds & {"amphoe", "province"})


def _by_marks(text: str, marks: list[re.Match[str]]) -> dict[str, str]:
    ends = [match.start() for match in marks[1:]] + [len(text)]
    found: dict[str, str] = {}
    for match, end in zip(marks, ends, strict=True):
        part = str(match.lastgroup)
        name = text[match.end() : end].strip(_EDGES)
        if part == "moo":
            # Often the name of the village follows its number.
            name = "".join(takewhile(str.isdigit, name))
        if found.get(part, name) != name:
            raise KitError(
                "collect.address-twice",
                N_("“{text}” names two places of one level; leave one"),
                text=_shown(text),
            )
        found[part] = name
    before = _HOUSE.sub("", text[: marks[0].start()])
    if "tambon" not in found and has_letters(before) and not before.startswith("บ้าน"):
        # “บางปลา อ.บางเลน”: the tambon may be what stands before, and a wider place is a guess.
        raise _not_said(text)
    return {part: name for part, name in found.items() if name}


def _not_said(text: str) -> KitError:
    return KitError(
        "collect.address-no-order",
        N_(
            "“{text}” does not say which part is the tambon; write ต. อ. จ. before the names, "
            "or say it in the mapping, such as order = [{example}] under [table.place]"
        ),
        text=_shown(text),
        example='"amphoe", "tambon"',
    )


def _by_order(text: str, order: Sequence[str]) -> dict[str, str]:
    if not order:
        raise _not_said(text)
    parts = [part.strip(_EDGES) for part in _BETWEEN.split(text)]
    if len(parts) == 1:
        parts = text.split()
    if len(parts) != len(order):
        raise KitError(
            "collect.address-other-order",
            N_("“{text}” has {n} parts, but the mapping’s order names {wanted} ({order})"),
            text=_shown(text),
            n=len(parts),
            wanted=len(order),
            order=", ".join(order),
        )
    return {part: name for part, name in zip(order, parts, strict=True) if name}


def _shown(text: str) -> str:
    # A house number tells who a person is.
    return _HOUSE.sub("", text)
