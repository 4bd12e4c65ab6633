"""The hazard chapter: when, where and on what crops farming was struck, as far as is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import thai
from planning_kit.charts.bars import bars
from planning_kit.language import Words, _
from planning_kit.profile import hazards as profile
from planning_kit.report.chapters import hazard_findings as findings
from planning_kit.report.chapters.hazard_protection import protected
from planning_kit.report.chapters.hazard_tables import (
    NO_RECORD,
    hazard_table,
    record_table,
    shortest,
    year_by_village,
)
from planning_kit.report.chapters.village_names import village_name, village_names
from planning_kit.report.chapters.wording import answer, evidence, number, sheet
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

RECORDS = Words("รายการ", "records")


def hazards(workbook: Workbook) -> Section:
    """Return the chapter on hazards, with a part each for years, villages, crops and kinds."""
    frame = workbook.frame("hazard")
    section = Section("hazards", _("Hazards to farming"))
    if frame.empty:
        section.sentences.append(
            _(
                "This workbook holds no record of hazards yet; that does not mean that none "
                "struck. They can be added in the sheet “{sheet}”.",
                sheet=sheet("hazard"),
            )
        )
        return section
    names = village_names(workbook.villages(), frame["village_code"])
    tables = protected(frame)
    years, villages = tables["year_be"], tables["village_code"]
    crops, kinds = tables["crop"], tables["kind"]
    section.sentences += _findings(frame, tables, names)
    section.notes.append(
        _(
            "The records tell what was reported: a village or a year with more records was not "
            "always struck harder."
        )
    )
    section.evidence.append(_evidence(workbook, int(kinds["events"].sum())))
    section.parts = [
        _by_year(years),
        _by_village(frame, years, villages, names),
        _by_crop(frame, crops),
        _by_kind(kinds),
    ]
    for part in section.parts:
        part.evidence = list(section.evidence)
    return section


def _findings(
    frame: pd.DataFrame, tables: Mapping[str, pd.DataFrame], names: Mapping[str, str]
) -> list[str]:
    years, kinds = tables["year_be"], tables["kind"]
    events, stated = int(kinds["events"].sum()), int(kinds["area_n"].sum())
    stricken = float(profile.in_all(frame)["affected_rai"].iloc[0])
    villages = tables["village_code"]
    return [
        *findings.opening(years, int(villages["key"].notna().sum())),
        *findings.area(stricken, stated, events),
        *findings.most(years, findings.TOP_YEAR, _year),
        *findings.most(villages, findings.TOP_VILLAGE, lambda code: village_name(code, names)),
        *findings.most(tables["crop"], findings.TOP_CROP, str),
        *findings.kind_unknown(kinds),
        *findings.years_without(years),
        *findings.not_stated(years),
        *findings.copies(int(kinds["copies"].sum())),
    ]


def _by_year(years: pd.DataFrame) -> Section:
    part = Section("hazards-years", _("Hazards by year"))
    drawn = years.assign(label=[_year(year) for year in years["key"]])
    caption = _("Hazard records by year")
    if len(years) > 1:
        part.pictures.append(_bars(drawn, caption))
    note = "" if years["recorded"].all() else _(NO_RECORD)
    part.tables.append(hazard_table(years, _("Year"), _year, _("Records and areas by year"), note))
    return part


def _by_village(
    frame: pd.DataFrame, years: pd.DataFrame, villages: pd.DataFrame, names: Mapping[str, str]
) -> Section:
    part = Section("hazards-villages", _("Hazards by village"))
    struck = set(villages["key"])
    part.sentences += findings.villages_without(
        name for code, name in names.items() if code not in struck
    )
    ranked = villages.assign(label=[village_name(code, names) for code in villages["key"]])
    if len(villages) > 1:
        drawn = ranked.sort_values("events", ascending=False, kind="stable")
        part.pictures.append(_bars(drawn, _("Hazard records by village")))
    part.tables.append(
        hazard_table(
            villages,
            _("Village"),
            lambda code: village_name(code, names),
            _("Records and areas by village"),
        )
    )
    every = [int(year) for year in years["key"]]
    if len(every) > 1:
        grid, columns = year_by_village(
            profile.by_two(frame, "village_code", "year_be"), every, names
        )
        caption = _("Number of records by village and year")
        part.tables.append(Table(grid, columns, caption=caption, note=_(NO_RECORD), totals=1))
    return part


def _by_crop(frame: pd.DataFrame, crops: pd.DataFrame) -> Section:
    part = Section("hazards-crops", _("Hazards by crop"))
    groups = profile.by_crop(frame, group=True)
    if groups["key"].notna().any():
        drawn = groups.assign(label=[_crop(key) for key in groups["key"]])
        part.pictures.append(_bars(drawn, _("Hazard records by crop group")))
        # Group less crop would give the area of a single plot, so groups are only counted.
        part.tables.append(record_table(groups, _("Crop group"), _crop, _("Records by crop group")))
    shown_crops, more = shortest(crops)
    part.tables.append(
        hazard_table(shown_crops, _("Crop"), _crop, _("Records and areas by crop"), more)
    )
    return part


def _by_kind(kinds: pd.DataFrame) -> Section:
    part = Section("hazards-kinds", _("Kinds of hazard"))
    if kinds["key"].isna().all():
        part.sentences.append(
            _(
                "The kind of hazard is not stated in any record. Asking the villages what struck "
                "in each year would be the first thing to add."
            )
        )
        return part
    drawn = kinds.assign(label=[_kind(key) for key in kinds["key"]])
    part.pictures.append(_bars(drawn, _("Hazard records by kind")))
    part.tables.append(
        hazard_table(kinds, _("Kind of hazard"), _kind, _("Records and areas by kind"))
    )
    return part


def _bars(drawn: pd.DataFrame, caption: str) -> Picture:
    shares = [
        _("{key}: {n}", key=label, n=number(events))
        if not pd.isna(events)
        else _("{key}: no record", key=label)
        for label, events in zip(drawn["label"], drawn["events"], strict=True)
    ]
    # Only areas are ever hidden; a year without record must not look like a hidden one.
    figure = bars(drawn.assign(hidden=False), label="label", value="events", unit=str(RECORDS))
    return Picture(figure, alt=f"{caption}. {'; '.join(shares)}", caption=caption)


def _evidence(workbook: Workbook, events: int) -> str:
    return evidence(workbook, "hazard", events, of=RECORDS)


def _year(year: object) -> str:
    return thai.format_be(int(str(year)))


def _crop(key: object) -> str:
    return key if isinstance(key, str) else _("not stated")


def _kind(key: object) -> str:
    if not isinstance(key, str):
        return _("not stated")
    return answer("hazard", "kind", key)
