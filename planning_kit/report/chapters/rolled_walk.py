"""The walk down from a total: region, province, tambon, and the file that each part came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from planning_kit import areas
from planning_kit.areas import Level
from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.rolled_ladder import scheme_of, top_of
from planning_kit.report.chapters.rolled_words import coverage_said, days_said
from planning_kit.report.table import Column, Table
from planning_kit.rollup import RollUp
from planning_kit.rollup.levels import Places
from planning_kit.rollup.part import KEY
from planning_kit.workbook.handed_plans import HandedPlan

SHOWN = 12
"""Letters of a fingerprint that are shown, as ``planning-kit bundle list`` shows them."""
_WALK = {"level": "text", "place": "text", "value": "text", "n": "number", "of": "text",
         "days": "text", "source": "text", "handover": "text", "hidden": "yes_no"}  # fmt: skip


def mark_of(plan: HandedPlan) -> str:
    """Return the beginning of the fingerprint of what was handed over."""
    return plan.handover.fingerprint[:SHOWN]


def anchor_of(mark: str) -> str:
    """Return the anchor of a handover in the page and in the spreadsheet."""
    return f"handover-{mark}"


_Kind = tuple[object, ...]


def _kind(row: Row) -> _Kind:
    return tuple(row[name] for name in KEY)


def _by_kind(rows: list[Row]) -> dict[_Kind, list[Row]]:
    found: dict[_Kind, list[Row]] = {}
    for row in rows:
        found.setdefault(_kind(row), []).append(row)
    return found


class Walk:
    """From each total of a place down to its tambons and to what they handed over.

    ``value`` says the value of a row. A hidden part is shown as hidden at every level.
    """

    def __init__(self, held: LevelPlans, found: RollUp, value: Callable[[Row], str | None]) -> None:
        self._held, self._found, self._value = held, found, value
        self._top = top_of(held.workbook)
        self._places = Places(scheme_of(held.workbook))
        self._plans = {one.area_id: one for one in held.plans}
        self._titles: dict[str, dict[str, str]] = {}
        self._by_kind: dict[Level, dict[_Kind, list[Row]]] = {}
        names = (*KEY, "plan_area", "tambons", "source")
        self._counted = _by_kind(plain_rows(found.counted, names))

    @cached_property
    def links(self) -> dict[str, str]:
        """Where each fingerprint leads to."""
        return {mark_of(one): anchor_of(mark_of(one)) for one in self._held.plans}

    def tambons(self, total: Row) -> list[Row]:
        """Return the rows of the tambons behind ``total``."""
        return self._parts(total, Level.TAMBON)

    def table(self, total: Row) -> Table:
        """Return the parts of ``total``, each place followed by those within it."""
        columns = [
            Column("level", _("Level")),
            Column("place", _("Area")),
            Column("value", _("Value"), hidden="hidden"),
            Column("n", _("n"), Form.INT),
            Column("of", _("Tambons")),
            Column("days", _("Data of")),
            Column("source", _("Source")),
            Column("handover", _("Handed over in"), links=self.links),
        ]
        return Table(framed(self._rows(total), _WALK), columns, wide=True)

    def _rows(self, total: Row) -> list[Row]:
        tambons = self.tambons(total)
        between = {
            (level, row["place"]): row
            for level in (Level.REGION, Level.PROVINCE)
            if level is not self._top and self._is_below_top(level)
            for row in self._parts(total, level)
            if not row["carried"]
        }
        within = Counter(self._above(row, Level.PROVINCE) for row in tambons)
        shown: list[Row] = []
        seen: set[tuple[Level, str]] = set()
        for row in sorted(tambons, key=self._order):
            for level in (Level.REGION, Level.PROVINCE):
                at = (level, self._above(row, level))
                # A province of one tambon says nothing that its tambon does not.
                is_wider = level is Level.REGION or within[at[1]] > 1
                if at in between and at not in seen and is_wider:
                    seen.add(at)
                    shown.append(self._wide(level, between[at]))
            shown.append(self._tambon(row))
        return shown

    def _parts(self, total: Row, level: Level) -> list[Row]:
        """Return what ``rollup.parts_of`` does; over 25 tambons a frame would be asked too often."""
        if level not in self._by_kind:
            table = self._found.at(level)
            self._by_kind[level] = _by_kind(plain_rows(table, table.columns))
        ground = {*total["tambons"], *total["withheld"]}
        alike = self._by_kind[level].get(_kind(total), ())
        return [
            row
            for row in alike
            if (own := row["tambons"] or row["withheld"]) and ground.issuperset(own)
        ]

    def _is_below_top(self, level: Level) -> bool:
        order = (Level.PROVINCE, Level.REGION, Level.COUNTRY)
        return order.index(level) < order.index(self._top)

    def _above(self, row: Row, level: Level) -> str:
        return self._places.above(str(row["place"]), level) or ""

    def _order(self, row: Row) -> tuple[str, str, str]:
        above = (self._above(row, level) for level in (Level.REGION, Level.PROVINCE))
        region, province = above
        return region, province, str(row["place"])

    def _wide(self, level: Level, row: Row) -> Row:
        return self._common(row) | {
            "level": str(level.words),
            "place": self._said(level, str(row["place"])),
            "of": coverage_said(row),
        }

    def _said(self, level: Level, code: str) -> str:
        if level is not Level.REGION:
            return said_place(code)
        listed = areas.regions(self._places.scheme)
        return next((str(one.name) for one in listed if one.code == code), code)

    def _tambon(self, row: Row) -> Row:
        sources = [
            self._source(self._plans[one["plan_area"]], one["source"])
            for one in self._behind(row)
            if one["source"]
        ]
        return self._common(row) | {
            "level": str(Level.TAMBON.words),
            "place": said_place(str(row["place"])),
            "source": " · ".join(dict.fromkeys(sources)) or None,
            "handover": self.marks(row) or None,
        }

    def marks(self, tambon: Row) -> str:
        """Return the fingerprints of the handovers behind the row of a tambon."""
        return " · ".join(mark_of(self._plans[one["plan_area"]]) for one in self._behind(tambon))

    def _behind(self, row: Row) -> list[Row]:
        ground = {*row["tambons"], *row["withheld"]}
        return [
            one
            for one in self._counted.get(_kind(row), ())
            if one["plan_area"] in self._plans and ground.issuperset(one["tambons"])
        ]

    def _source(self, plan: HandedPlan, code: str) -> str:
        if plan.area_id not in self._titles:
            own = {str(one.source_code): str(one.title) for one in plan.sources()}
            self._titles[plan.area_id] = own
        title = self._titles[plan.area_id].get(code)
        return f"{code} {title}" if title else code

    def _common(self, row: Row) -> Row:
        return {
            "value": self._value(row),
            "n": row["n"],
            "days": days_said(row),
            "hidden": row["hidden"],
        }
