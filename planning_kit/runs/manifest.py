"""A batch written down: a TOML manifest, or a plain list of areas with one setting for all.

A manifest looks like this; what stands at the top holds for all, ``[[report]]`` differs::

    plan_start = 2571
    fiscal_year = 2570              # where left out, the year before the plan
    language = "th"
    notebook = "06_tambon_plan"
    formats = ["html"]
    areas = ["730201", "730202"]    # or: areas_file = "areas.txt"

    [[report]]
    area = "730203"
    language = "en"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import LANGUAGES, N_
from planning_kit.records.toml_file import TomlFault, toml_of
from planning_kit.runs.area_list import content_of, read_area_list
from planning_kit.runs.job import FORMATS, Job, year_before
from planning_kit.runs.shelf import BOOK

_SETTINGS: dict[str, type] = {
    "plan_start": int,
    "fiscal_year": int,
    "language": str,
    "notebook": str,
    "formats": list,
}
_TOP: dict[str, type] = {**_SETTINGS, "areas": list, "areas_file": str, "report": list}
_REPORT: dict[str, type] = {**_SETTINGS, "area": str}
_FIRST_YEAR_BE, _LAST_YEAR_BE = 2500, 2700


def jobs_for(
    areas: Sequence[str],
    *,
    plan_start: int,
    fiscal_year: int | None = None,
    language: str = "th",
    notebook: str = BOOK,
    formats: Sequence[str] = ("html",),
) -> list[Job]:
    """Return one job per area, alike in all else; the fiscal year is by default the one before the plan."""
    year = year_before(plan_start) if fiscal_year is None else fiscal_year
    return [Job(area, plan_start, year, language, notebook, tuple(formats)) for area in areas]


def read_manifest(path: Path, *, defaults: Mapping[str, Any] | None = None) -> list[Job]:
    """Return the jobs a TOML manifest asks for.

    ``defaults`` holds settings that stand in where the manifest states none. Raises
    ``KitError`` ``runs.bad-manifest`` or ``KitErrors`` with everything that is wrong in it.
    """
    content = _load(path)
    wrong = _problems(content, _TOP, path, "")
    reports = content.get("report", [])
    for number, report in enumerate(reports if isinstance(reports, list) else [], start=1):
        where = f"report {number}: "
        if not isinstance(report, dict):
            wrong.append(_bad(path, where, N_("{place}write it as a table, [[report]]")))
            continue
        wrong += _problems(report, _REPORT, path, where)
        if "area" not in report:
            wrong.append(_bad(path, where, N_("{place}area is missing")))
    if wrong:
        raise KitErrors(wrong)
    common = {**(defaults or {}), **{k: content[k] for k in _SETTINGS if k in content}}
    listed = [{"area": area} for area in _areas(content, path)]
    return [_job({**common, **entry}, path) for entry in (*listed, *reports)]


def _load(path: Path) -> dict[str, Any]:
    try:
        return toml_of(content_of(path))
    except TomlFault as fault:
        raise KitError(
            "runs.bad-manifest",
            N_("{file} is not a TOML file that can be read: {reason}"),
            file=path.name,
            reason=fault.where,
        ) from fault


def _areas(content: Mapping[str, Any], path: Path) -> list[str]:
    areas = list(content.get("areas", []))
    if "areas_file" in content:
        areas += read_area_list(path.parent / content["areas_file"])
    return areas


def _job(entry: Mapping[str, Any], path: Path) -> Job:
    if entry.get("plan_start") is None:
        raise _bad(path, "", N_("{place}plan_start is missing; state the first year, such as 2571"))
    common = {key: value for key, value in entry.items() if key != "area"}
    return jobs_for([entry["area"]], **common)[0]


def _problems(
    table: Mapping[str, Any], known: Mapping[str, type], path: Path, where: str
) -> list[KitError]:
    wrong = []
    for key, value in table.items():
        if key not in known:
            sentence = N_("{place}there is no setting {key}; known are: {known}")
            wrong.append(_bad(path, where, sentence, key=key, known=", ".join(known)))
        elif not isinstance(value, known[key]) or isinstance(value, bool):
            sentence = N_("{place}{key} = {value} is of the wrong kind; {example} would be right")
            example = _EXAMPLES[key]
            wrong.append(_bad(path, where, sentence, key=key, value=repr(value), example=example))
        elif not _allowed(key, value):
            sentence = N_("{place}{key} cannot be {value}; {example} would be right")
            example = _EXAMPLES[key]
            wrong.append(_bad(path, where, sentence, key=key, value=repr(value), example=example))
    return wrong


_EXAMPLES = {
    "plan_start": "2571",
    "fiscal_year": "2571",
    "language": '"th"',
    "notebook": f'"{BOOK}"',
    "formats": '["html"]',
    "areas": '["730201", "730202"]',
    "areas_file": '"areas.txt"',
    "area": '"730201"',
    "report": "[[report]]",
}


def _allowed(key: str, value: Any) -> bool:
    if key in ("plan_start", "fiscal_year"):
        return _FIRST_YEAR_BE <= value <= _LAST_YEAR_BE
    if key == "language":
        return value in LANGUAGES
    if key == "formats":
        return bool(value) and all(form in FORMATS for form in value)
    if key == "areas":
        return all(isinstance(area, str) for area in value)
    return True


def _bad(path: Path, where: str, sentence: str, **values: object) -> KitError:
    return KitError(
        "runs.bad-manifest",
        sentence,
        place=f"{path.name}, {where}" if where else f"{path.name}: ",
        **values,
    )
