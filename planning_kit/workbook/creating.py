"""Making a new workbook: a plan area, its council and its period."""

from __future__ import annotations

import re
from pathlib import Path

from planning_kit import areas
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.records import PlanArea, PlanPeriod, Record, Severity
from planning_kit.store import Revision, Store, record_uuid
from planning_kit.workbook.location import default_store_url
from planning_kit.workbook.plan_areas import DEFAULT_START_BE, PERIOD_YEARS, id_of
from planning_kit.workbook.workbook import Workbook

# An id becomes part of file names on every system.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,39}")


def whole_tambon(code: str) -> PlanArea:
    """Return a plan area of one whole tambon, under the tambon's code and name."""
    place = areas.get(code)
    return PlanArea(plan_area_id=place.code, name=place.title("th"), tambon_codes=(place.code,))


def period_of(plan_area: PlanArea, start: int = DEFAULT_START_BE) -> PlanPeriod:
    """Return a five-year period of a plan area; the first years are 2571–2575 B.E."""
    return PlanPeriod(
        plan_area_id=plan_area.plan_area_id,
        plan_start_be=start,
        plan_end_be=start + PERIOD_YEARS - 1,
    )


def create(
    plan_area: PlanArea,
    period: PlanPeriod | None = None,
    *,
    store: Store | str | Path | None = None,
    who: str,
    why: str = "",
) -> Workbook:
    """Make a workbook of a plan area for a period (default 2571–2575) and open it.

    Villages that another plan area of the store counts already are named in ``.notices``;
    the workbook is made all the same, because a tambon may rightly lie in two councils'
    areas. A further period of a plan area that is there already may state more about it.

    Raises ``KitError`` (several at once as ``KitErrors``): ``workbook.bad-id``, what
    ``areas.get`` raises for a wrong code, ``workbook.wrong-level``, the checks of the
    records, ``workbook.exists``, and what ``Store.open`` raises.
    """
    period = period or period_of(plan_area)
    _refuse_mistakes(plan_area, period)
    is_lent = isinstance(store, Store)
    opened = store if isinstance(store, Store) else Store.open(store or default_store_url())
    try:
        opened.write(_revisions(opened, plan_area, period, who, why))
        return Workbook.at(opened, id_of(plan_area), int(period.plan_start_be or 0))
    except KitError:
        if not is_lent:
            opened.close()
        raise


def create_unless_there(
    plan_area: PlanArea,
    period: PlanPeriod | None = None,
    *,
    store: Store | str | Path | None = None,
    who: str,
    why: str = "",
) -> str:
    """Make a workbook as ``create`` does, or leave the one that is there; return its id.

    Raises ``KitError`` as ``create``, but not ``workbook.exists``.
    """
    try:
        made = create(plan_area, period, store=store, who=who, why=why)
    except KitError as error:
        if error.code != "workbook.exists":
            raise
    else:
        if not isinstance(store, Store):
            made.close()
    return id_of(plan_area)


def first_revision(record: Record, plan_area_id: str, who: str, why: str) -> Revision:
    """Return the first revision of a record known by its natural key."""
    name = record.noun.name
    key = record_uuid(plan_area_id, name, record.natural_key())
    return Revision(name, key, plan_area_id, record, who, why)


def _revisions(
    store: Store, plan_area: PlanArea, period: PlanPeriod, who: str, why: str
) -> list[Revision]:
    own_id = id_of(plan_area)
    periods = [stored.record.natural_key() for stored in store.latest("plan_period", own_id)]
    if period.natural_key() in periods:
        raise KitError(
            "workbook.exists",
            N_("The workbook {id} for {start} is there already; open it, or choose another year"),
            id=own_id,
            start=period.plan_start_be,
        )
    revisions = [first_revision(period, own_id, who, why)]
    there = store.latest("plan_area", own_id)
    if not there:
        return [first_revision(plan_area, own_id, who, why), *revisions]
    old = there[0]
    stated = {name: value for name, value in plan_area.model_dump().items() if value is not None}
    fuller = old.record.with_changes(**stated)
    if fuller != old.record:
        head = old.revision
        revisions.append(
            Revision(
                "plan_area", head.record_id, own_id, fuller, who, why, parent_id=head.revision_id
            )
        )
    return revisions


def _refuse_mistakes(plan_area: PlanArea, period: PlanPeriod) -> None:
    found = [*_wrong_codes(plan_area), *_broken(plan_area), *_broken(period)]
    if not _ID.fullmatch(id_of(plan_area)):
        found.append(
            KitError(
                "workbook.bad-id",
                N_("“{id}” cannot be a plan area id; use a-z, 0-9, - and _ only, at most 40"),
                id=plan_area.plan_area_id,
            )
        )
    if period.plan_area_id != plan_area.plan_area_id:
        found.append(
            KitError(
                "workbook.other-period",
                N_("The period names plan area {other}, not {id}; give both the same id"),
                other=period.plan_area_id,
                id=plan_area.plan_area_id,
            )
        )
    if found:
        raise found[0] if len(found) == 1 else KitErrors(found)


def _wrong_codes(plan_area: PlanArea) -> list[KitError]:
    found = []
    wanted = [(code, areas.Level.TAMBON) for code in plan_area.tambon_codes or ()]
    wanted += [(code, areas.Level.VILLAGE) for code in plan_area.village_codes or ()]
    for code, level in wanted:
        try:
            place = areas.get(code)
        except KitError as error:
            found.append(error)
            continue
        if place.level is not level:
            found.append(
                KitError(
                    "workbook.wrong-level",
                    N_("{code} is {place}; here the code of a {level} is needed"),
                    code=code,
                    place=place.full_words,
                    level=level.words,
                )
            )
    return found


def _broken(record: Record) -> list[KitError]:
    return [
        KitError(check.code, check.sentence)
        for check in record.noun.checks
        if check.severity is Severity.REFUSE and not check.holds(record)
    ]
