"""Regions of Thailand: there is no single division, so each belongs to a named scheme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from planning_kit.areas.area import Area
from planning_kit.areas.codes import read_code
from planning_kit.areas.gazetteer import get, provinces
from planning_kit.areas.region_file import RegionRow, read_region_file
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.shipped import shipped

DEFAULT_SCHEME = "codi"

# Schemes a user loaded in this process, beside the shipped ones.
_loaded: dict[str, tuple[RegionRow, ...]] = {}

_TITLES = {
    "codi": Words(
        "5 ภาคตามสำนักงานภาคของ พอช. (ค่าตั้งต้น โปรดยืนยันกับ พอช.)",
        "Five regions of CODI's offices (a default, to be confirmed with CODI)",
    ),
    "nesdc6": Words(
        "6 ภาคตามแผนพัฒนาภาคของ สศช. (โปรดยืนยันกับ สศช.)",
        "Six regions of NESDC's regional plans (to be confirmed with NESDC)",
    ),
}


@dataclass(frozen=True)
class Region:
    """One region: its code within its scheme, and its name in both languages."""

    code: str
    words: Words
    scheme: str = DEFAULT_SCHEME

    @property
    def name(self) -> str:
        """Return the name in the language now in use."""
        return self.words.say()


def schemes() -> tuple[str, ...]:
    """Return the names of the schemes at hand, shipped ones first."""
    return (*_shipped_schemes(), *_loaded)


def scheme_title(scheme: str = DEFAULT_SCHEME) -> Words:
    """Return what a scheme is called; one loaded from a file is called by its name."""
    _rows(scheme)
    return _TITLES.get(scheme, Words(scheme, scheme))


def regions(scheme: str = DEFAULT_SCHEME) -> tuple[Region, ...]:
    """Return the regions of a scheme in the order of its file.

    Raises ``KitError`` ``areas.unknown-scheme``.
    """
    return tuple(dict.fromkeys(_region(row) for row in _rows(scheme)))


def region_of(code: str, scheme: str = DEFAULT_SCHEME) -> Region:
    """Return the region in which the area with this code (of any level) lies.

    Raises ``KitError`` ``areas.no-region`` for the invented practice area, which belongs to
    no region, and the errors of :func:`planning_kit.areas.get` for a province that is none.
    """
    province = get(read_code(code)[:2])
    for row in _rows(scheme):
        if row.province_code == province.code:
            return _region(row)
    raise KitError(
        "areas.no-region",
        N_(
            "{area} ({code}) is invented and belongs to no region. "
            "Choose a real area for a regional summary."
        ),
        area=province.full_words,
        code=province.code,
    )


def provinces_in(region_code: str, scheme: str = DEFAULT_SCHEME) -> tuple[Area, ...]:
    """Return the provinces of a region, sorted by code; empty when no region has the code."""
    return tuple(
        sorted(
            (get(row.province_code) for row in _rows(scheme) if row.region_code == region_code),
            key=lambda province: province.code,
        )
    )


def load_scheme(path: str | Path) -> tuple[str, ...]:
    """Add the scheme or schemes of a CSV file for this process and return their names.

    Columns: ``scheme, province_code, region_code, region_th, region_en``, UTF-8. Each scheme
    must hold all 77 provinces exactly once. Loading a file again replaces what it gave before.

    Raises ``KitErrors`` with everything wrong in the file, or ``KitError``
    ``areas.scheme-exists`` for the name of a shipped scheme; then nothing is added.
    """
    found = read_region_file(Path(path), frozenset(area.code for area in provinces()))
    for scheme in found:
        if scheme in _shipped_schemes():
            raise KitError(
                "areas.scheme-exists",
                N_(
                    "The scheme name “{scheme}” in {file} is taken by a scheme of the kit. "
                    "Choose another name in the column scheme."
                ),
                scheme=scheme,
                file=Path(path).name,
            )
    _loaded.update(found)
    return tuple(found)


@cache
def _shipped_schemes() -> dict[str, tuple[RegionRow, ...]]:
    path = shipped("data", "areas", "regions.csv")
    return read_region_file(path, frozenset(area.code for area in provinces()))


def _rows(scheme: str) -> tuple[RegionRow, ...]:
    rows = _shipped_schemes().get(scheme) or _loaded.get(scheme)
    if rows is None:
        raise KitError(
            "areas.unknown-scheme",
            N_("No scheme of regions is called “{scheme}”. There are: {known}."),
            scheme=scheme,
            known=", ".join(schemes()),
        )
    return rows


def _region(row: RegionRow) -> Region:
    return Region(row.region_code, Words(row.region_th, row.region_en), row.scheme)
