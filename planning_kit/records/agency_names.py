"""Which agency people mean: a name, an abbreviation with or without its dots, an alias.

One registry, the list ``agency`` with what the area adds. What may mean several is never
guessed: the candidates are returned, to be asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from planning_kit.records.taxon import Taxon
from planning_kit.records.taxonomies import shipped_taxa

_MARKS = re.compile(r"[\s.\-–—_()/’'\"“”]+")
_SHORTEST_BEGINNING = 3


@dataclass(frozen=True)
class AgencyFound:
    """What a written name means: its ``code``, else the ``candidates`` to choose from.

    ``rest`` is what stood behind the name, such as the place in "อบต.บางปลา".
    """

    said: str
    code: str | None
    candidates: tuple[str, ...] = ()
    rest: str = ""


def agency_key(text: str) -> str:
    """Return a name as compared: "ธ.ก.ส.", "ธกส" and " ธ ก ส " are one."""
    return _MARKS.sub("", unicodedata.normalize("NFC", text)).casefold()


class AgencyNames:
    """Every name of every agency; ``own`` are the area's entries, which come before the kit's."""

    def __init__(self, own: Iterable[Taxon] = ()) -> None:
        self._codes: dict[str, dict[str, None]] = {}
        self._labels: dict[str, str] = {}
        for taxon in (*shipped_taxa("agency"), *own):
            self.add(taxon)

    def add(self, taxon: Taxon) -> None:
        """Take in one entry of the list; entries of other lists are passed over."""
        if taxon.taxonomy != "agency" or taxon.code is None:
            return
        code = str(taxon.code)
        self._labels[code] = str(taxon.label_th or code)
        for name in (code, taxon.label_th, taxon.label_en, *(taxon.aliases or ())):
            if name:
                self._codes.setdefault(agency_key(str(name)), {})[code] = None

    def label(self, code: str) -> str:
        """Return the Thai name of a code."""
        return self._labels.get(code, code)

    def find(self, said: str) -> AgencyFound:
        """Return what ``said`` means.

        A name with a place behind it is understood where a dot or blank parts the two
        ("อบต.บางปลา", "ธ.ก.ส. สาขาเรียนรู้") and one name only begins so.
        """
        key = agency_key(said)
        exact = tuple(self._codes.get(key, ()))
        if len(exact) == 1:
            return AgencyFound(said, exact[0])
        if exact:
            return AgencyFound(said, None, exact)
        for head, rest in _beginnings(said):
            codes = tuple(self._codes.get(agency_key(head), ()))
            if len(codes) == 1:
                return AgencyFound(said, codes[0], rest=rest)
            if codes:
                return AgencyFound(said, None, codes, rest)
        return AgencyFound(said, None, self._near(key))

    def _near(self, key: str) -> tuple[str, ...]:
        """Return the codes whose name begins as this does, or the other way round."""
        if len(key) < _SHORTEST_BEGINNING:
            return ()
        found: dict[str, None] = {}
        for name, codes in self._codes.items():
            long_enough = len(name) >= _SHORTEST_BEGINNING
            if name.startswith(key) or (long_enough and key.startswith(name)):
                found |= codes
        return tuple(found)


def _beginnings(said: str) -> list[tuple[str, str]]:
    """Return (beginning, rest) for every dot or blank inside, the longest beginning first."""
    text = said.strip()
    cuts = [found.end() for found in re.finditer(r"[.\s]+", text) if found.end() < len(text)]
    pairs = [(text[:cut], text[cut:].strip()) for cut in reversed(cuts)]
    return [pair for pair in pairs if len(agency_key(pair[0])) >= 2]


def resolve_agency(said: str, own: Iterable[Taxon] = ()) -> AgencyFound:
    """Return which agency ``said`` means, by the kit's registry and the area's ``own`` entries.

    ``resolve_agency("ธกส").code`` is ``"baac"``. Read many names with one ``AgencyNames``.
    """
    return AgencyNames(own).find(said)
