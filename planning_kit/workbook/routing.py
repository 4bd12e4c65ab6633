"""Which plan area each row of a file goes to."""

from __future__ import annotations

from planning_kit.language import N_
from planning_kit.store import TOO_LONG, too_long
from planning_kit.validate import Checked, CheckedRow, Finding
from planning_kit.validate import Level as Grade
from planning_kit.workbook.plan_areas import id_of
from planning_kit.workbook.target import Target

Routes = list[tuple[CheckedRow, list[str]]]

_NO_PLAN_AREA = N_(
    "No plan area holds village {code}; add it to a plan area of its tambon, or make one for it "
    "with planning-kit new --villages"
)
_WHICH_TAMBON = N_(
    "The row does not say which tambon it belongs to; state its village, or import the file for "
    "one tambon"
)
_NO_WORKBOOK = N_(
    "There is no workbook yet that this figure is for; import the data of its tambons first, or "
    "make a workbook with planning-kit new"
)


_WHICH_PLAN = N_(
    "This belongs to a plan, not to one of the tambons of {area}; import the file for one plan area "
    "with --area and its id (planning-kit new --area … --id … makes one of several tambons, "
    "planning-kit new --level province --code … that of a province)"
)


def refuse(row: CheckedRow, code: str, message_id: str, /, **values: object) -> None:
    """Refuse a row for a reason that only the workbook can see."""
    _mark(row, Grade.REFUSE, code, message_id, values)


def flag(row: CheckedRow, code: str, message_id: str, /, **values: object) -> None:
    """Mark a row for a reason that only the workbook can see."""
    _mark(row, Grade.FLAG, code, message_id, values)


def note(row: CheckedRow, code: str, message_id: str, /, **values: object) -> None:
    """Remark on a row what only the workbook can see."""
    _mark(row, Grade.NOTE, code, message_id, values)


def _mark(
    row: CheckedRow, grade: Grade, code: str, message_id: str, values: dict[str, object]
) -> None:
    place = row.raw.place
    row.findings.append(Finding(grade, code, message_id, values, place.sheet, place.row))


def route(checked: Checked, target: Target, homes: dict[str, str]) -> Routes:
    """Return every kept row with the ids of its plan areas; rows that have none are refused.

    ``homes`` gives the plan area of each household kept already and is filled up with those
    of the file. A source goes wherever a row cites it.
    """
    for row in (*checked.sources, *checked.rows):
        _refuse_long_number(row)
    places = _places_of_plan(checked, target)
    # Rows with a village first: they tell where households are and which plan areas there are.
    for by in ("village_code", "household_id", "area_code"):
        for row in checked.rows:
            if row.is_kept and id(row) not in places and _own(row, by):
                places[id(row)] = _places(row, by, target, homes)
    for row in checked.rows:
        if row.is_kept and id(row) not in places:
            only = target.only()
            places[id(row)] = [only] if only else []
            if only is None:
                refuse(row, "workbook.which-tambon", _WHICH_TAMBON)
    routes = [(row, places[id(row)]) for row in checked.rows if places.get(id(row))]
    return [*_routes_of_sources(checked, target, routes), *routes]


def _places_of_plan(checked: Checked, target: Target) -> dict[int, list[str]]:
    """Send what belongs to a plan to the plan area of the import, wherever it takes place.

    A file for a province brings the province's own plan, where it has a workbook.
    """
    places: dict[int, list[str]] = {}
    for row in checked.rows:
        if not row.is_kept or row.record is None or row.record.noun.book != "plan":
            continue
        own = [id_of(target.above)] if target.above else []
        places[id(row)] = own if target.is_wide else target.ids
        if not places[id(row)]:
            refuse(row, "workbook.which-plan", _WHICH_PLAN, area=target.title)
    return places


def _places(row: CheckedRow, by: str, target: Target, homes: dict[str, str]) -> list[str]:
    code = str(_own(row, by))
    if by == "village_code":
        found = target.area_of_village(code)
        if found is None:
            refuse(row, "workbook.no-plan-area", _NO_PLAN_AREA, code=code)
            return []
        if row.raw.record == "household":
            homes[str(_own(row, "household_id"))] = found
        return [found]
    if by == "household_id":
        home = homes.get(code) or target.only()
        if home is None:
            refuse(row, "workbook.which-tambon", _WHICH_TAMBON)
        return [home] if home else []
    concerned = target.areas_concerned(code)
    if not concerned and target.ids:
        # A neighbour's figure in a file of the whole province is nobody's mistake.
        row.is_elsewhere = True
    elif not concerned:
        refuse(row, "workbook.no-workbook-for-figure", _NO_WORKBOOK)
    return concerned


def _routes_of_sources(checked: Checked, target: Target, routes: Routes) -> Routes:
    citing: dict[str, dict[str, None]] = {}
    for row, ids in routes:
        citing.setdefault(str(_own(row, "source_code")), {}).update(dict.fromkeys(ids))
    found: Routes = []
    for row in checked.sources:
        if row.is_kept:
            cited_in = list(citing.get(str(_own(row, "source_code")), {}))
            # For one plan area a source is kept even before the first row that cites it.
            found.append((row, cited_in if target.is_wide else target.ids))
    return found


def _refuse_long_number(row: CheckedRow) -> None:
    name = too_long(row.record) if row.record is not None and row.is_kept else None
    if row.record is not None and name is not None:
        label = row.record.field(name).label
        refuse(row, "workbook.number-too-long", TOO_LONG, label=label)


def _own(row: CheckedRow, name: str) -> object:
    return getattr(row.record, name, None)
