"""Invented pilots in real tambons, each in a store of its own, handed over to three levels.

``PILOTS`` says how many (25 for ``make soak``); five are enough to try every case. Of them one
is sent twice, one in two versions, one with a share of more than all, one in another unit, and
those that have only agreed hand over nothing.
"""

from __future__ import annotations

import csv
import hashlib
import os
import random
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from planning_kit import areas
from planning_kit.language import speaking
from planning_kit.practice.pilots import PilotTambon, pilot_tambons
from planning_kit.records import Household, PlanPeriod, record_type
from planning_kit.report.chapters.rolled_up import rolled_up
from planning_kit.report.rolled_parts import rolled_parts
from planning_kit.report.section import Section
from planning_kit.store import Revision, record_uuid
from planning_kit.workbook import Workbook, create
from planning_kit.workbook.creating import first_revision
from planning_kit.workbook.endorsing import endorse
from planning_kit.workbook.exchange import BundleKind, export_bundle, import_bundle
from planning_kit.workbook.higher_places import higher_place

PILOTS = int(os.environ.get("PILOTS", "5"))
# Chiang Mai, Phitsanulok, Ratchaburi; Pattani has a survey but no plan, Yala has only agreed.
_FIVE = ("50", "65", "70", "94", "95")
_ENDORSED = ("endorsed", "sent", "funded", "under_way")
IMPOSSIBLE, OTHER_UNIT = "groups.active", "plan.projects_done"
GAZETTEER = (
    Path(__file__).resolve().parents[3] / "shared/data/gazetteer"
    / "tambon_population_households_2021.csv"
)  # fmt: skip


@dataclass
class Handed:
    """The pilots, what each handed over, and the three places above that took it all in."""

    folder: Path
    pilots: list[PilotTambon]
    own: dict[str, Workbook] = field(default_factory=dict)
    parts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    bundles: list[tuple[str, Path]] = field(default_factory=list)
    above: dict[str, Workbook] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)

    @property
    def codes(self) -> list[str]:
        """The tambons that handed over a plan."""
        return sorted(self.parts)

    @property
    def first(self) -> str:
        """The pilot that came in two versions; its region and province are looked at."""
        return str(self.pilots[0].plan_area.plan_area_id)

    def stage(self, code: str) -> str:
        """How far a pilot has come, as its maker says."""
        return next(one.stage for one in self.pilots if one.plan_area.plan_area_id == code)

    @staticmethod
    def fingerprint(path: Path) -> str:
        """The SHA-256 of what a bundle hands over, read from the file itself."""
        with zipfile.ZipFile(path) as bundle:
            return hashlib.sha256(bundle.read("handover.json")).hexdigest()

    def place_above(self, name: str, at: tuple[str, ...]) -> Workbook:
        """Make a workbook above the tambon that has taken in every bundle, in any order."""
        area = higher_place(*at)
        period = PlanPeriod(plan_area_id=area.plan_area_id, plan_start_be=2571, plan_end_be=2575)
        url = f"sqlite:///{(self.folder / f'{name}.db').as_posix()}"
        workbook = create(area, period, store=url, who="ผู้ทดสอบ")
        order = list(self.bundles)
        random.Random(name).shuffle(order)
        for _code, path in order:
            import_bundle(path, store=workbook.store, who="ผู้ทดสอบ")
        self.above[name] = workbook
        return workbook


def _kept(pilot: PilotTambon, folder: Path) -> Workbook:
    """Write the rows of a pilot into a store of its own, every record by its natural key."""
    code = str(pilot.plan_area.plan_area_id)
    url = f"sqlite:///{(folder / f'{code}.db').as_posix()}"
    workbook = create(pilot.plan_area, pilot.period, store=url, who="ผู้ทดสอบ")
    revisions: dict[Any, Revision] = {}
    for name, rows in pilot.rows.items():
        for at, row in enumerate(rows):
            record = record_type(name).model_validate(row)
            if record.natural_key():
                made = first_revision(record, code, "ผู้ทดสอบ", "ทดสอบ")
            else:
                key = record_uuid(code, name, (str(at),))
                made = Revision(name, key, code, record, "ผู้ทดสอบ", "ทดสอบ")
            revisions.setdefault(made.record_id, made)
    workbook.store.write(list(revisions.values()))
    return workbook


def _hand_over(handed: Handed, code: str, version: int, change: dict[str, Any]) -> None:
    """Write a handover of a pilot; ``change`` falsifies one figure as a slip of a pen would."""
    workbook = handed.own[code]
    # A draft and its endorsed version have the same figures; only the council's word is added.
    known = handed.parts.get(code) or rolled_parts(workbook, is_endorsed=False)
    parts = [one | {"is_endorsed": version > 0} | change.get(one["figure"], {}) for one in known]
    path = handed.folder / f"{code}-{len(handed.bundles)}.zip"
    export_bundle(workbook, path, kind=BundleKind.HANDOVER, figures=parts)
    handed.bundles.append((code, path))
    handed.parts[code], handed.versions[code] = parts, version


@pytest.fixture(scope="session")
def real_households() -> dict[str, int]:
    """Return the households of every tambon, where the shared gazetteer is here."""
    return _real_households()


def _real_households() -> dict[str, int]:
    if not GAZETTEER.is_file():
        return {}
    with GAZETTEER.open(encoding="utf-8-sig", newline="") as text:
        return {row["code6"]: int(row["households"]) for row in csv.DictReader(text)}


def _with_real_households(pilot: PilotTambon, counts: dict[str, int]) -> PilotTambon:
    """Share the households that the tambon really has among its invented villages."""
    code, villages = str(pilot.plan_area.plan_area_id), pilot.rows.get("village", [])
    if code in counts and villages:
        each, rest = divmod(counts[code], len(villages))
        for at, row in enumerate(villages):
            row["households"] = each + (at < rest)
            row["farm_households"] = min(int(row["farm_households"]), int(row["households"]))
    return pilot


@pytest.fixture(scope="session")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Handed]:
    """Make the pilots, hand them over, and take all in at the province, the region, the nation."""
    counts = _real_households()
    pilots = [_with_real_households(one, counts) for one in pilot_tambons()]
    if len(pilots) > PILOTS:
        pilots = [one for one in pilots if str(one.plan_area.plan_area_id)[:2] in _FIVE]
    made = Handed(tmp_path_factory.mktemp("pilots"), pilots)
    wrong = {
        1: {IMPOSSIBLE: {"way": "share", "numerator": 13.0, "denominator": 10.0, "value": 1.3}},
        2: {OTHER_UNIT: {"unit": "แผนงาน"}},
    }
    for at, pilot in enumerate(pilots):
        code = str(pilot.plan_area.plan_area_id)
        if pilot.stage == "agreed":
            continue
        made.own[code] = _kept(pilot, made.folder)
        is_endorsed = pilot.stage in _ENDORSED
        if at == 0:
            # Handed over as a draft first: the endorsed version counts, in whatever order they come.
            _hand_over(made, code, 0, {})
        if is_endorsed:
            endorse(made.own[code], "C2", who="ผู้ทดสอบ", why="ทดสอบ", plan_title="แผน")
        _hand_over(made, code, int(is_endorsed), wrong.get(at, {}))
    made.bundles.append(made.bundles[-1])
    region = f"codi-{areas.region_of(made.first).code}"
    made.place_above("nation", ("nation",))
    made.place_above("region", ("region", region))
    made.place_above("province", ("province", made.first[:2]))
    yield made
    for workbook in (*made.own.values(), *made.above.values()):
        workbook.close()


@pytest.fixture(scope="session")
def short_of_water() -> Any:
    """Return what counts households never short of farm water, and all that say, by hand."""

    def counted(workbook: Workbook) -> tuple[int, int]:
        told = [one.water_short_months for one in workbook.records(Household)]
        stated = [one for one in told if one is not None]
        return sum(one == 0 for one in stated), len(stated)

    return counted


@pytest.fixture(scope="session")
def pages(handed: Handed) -> dict[str, Section]:
    """The chapter of totals of each level, made once."""
    with speaking("en"):
        return {book.area_id: rolled_up(book) for book in handed.above.values()}
