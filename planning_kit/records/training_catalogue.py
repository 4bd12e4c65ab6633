"""The catalogue of trainings: which there are, and what people must have asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.declared_keys import entries_of, refuse_strange_keys
from planning_kit.records.profile_figures import PROFILE_FIGURES
from planning_kit.records.training_choices import Skill

FILE = ("training", "catalogue.toml")
_WORDS = ("title", "for_whom", "able_to", "teachers")
_KEYS = frozenset({"code", "skills", "hours", "session", "figure", *_WORDS})


@dataclass(frozen=True)
class Training:
    """One training to choose.

    ``able_to`` what one can do afterwards · ``teachers`` who could teach it · ``skills`` codes
    of ``Skill`` whose answer leads to it · ``session`` number of the worked-out session of the
    course, "" for none · ``figure`` key of the profile's figure that tells of the need, "".
    """

    code: str
    title: Words
    for_whom: Words
    able_to: Words
    teachers: Words
    hours: float
    skills: tuple[str, ...]
    session: str = ""
    figure: str = ""


def declared_trainings() -> tuple[Training, ...]:
    """Return the trainings of ``data/training/catalogue.toml``, or of the file in its place.

    Raises ``ReadingError`` for a file that cannot be read, and as ``trainings_from`` does.
    """
    return trainings_from(declared_toml(*FILE))


def trainings_from(data: Mapping[str, Any]) -> tuple[Training, ...]:
    """Read the trainings from the dict of ``catalogue.toml``, in file order.

    Raises ``KitError``: ``records.training-incomplete``, ``records.training-repeated``,
    ``records.training-unknown`` for a skill or figure that nothing is called.
    """
    found: dict[str, Training] = {}
    for entry in entries_of(data, "training"):
        code = str(entry.get("code", "?"))
        refuse_strange_keys(entry, _KEYS, code, FILE[-1])
        try:
            one = _training(entry)
        except (KeyError, TypeError, ValueError) as error:
            raise KitError(
                "records.training-incomplete",
                N_("The training {training} lacks {what}, or it is written differently than in "
                   "the kit’s own file. Correct it in the catalogue."),
                training=code,
                what=str(error).strip("'"),
            ) from error  # fmt: skip
        if code in found:
            raise KitError(
                "records.training-repeated",
                N_("The training {training} stands twice in the catalogue. Keep it once."),
                training=code,
            )
        _check_names(one)
        found[code] = one
    return tuple(found.values())


def leading_to(skill: str, trainings: tuple[Training, ...]) -> list[Training]:
    """Return the trainings that an answer leads to, in the order of the catalogue."""
    return [one for one in trainings if skill in one.skills]


def _training(entry: Mapping[str, Any]) -> Training:
    said = {name: Words(str(entry[name]["th"]), str(entry[name]["en"])) for name in _WORDS}
    hours = float(entry["hours"])
    if hours <= 0 or not isinstance(entry["skills"], list) or not entry["skills"]:
        raise ValueError("hours, skills")
    return Training(
        code=str(entry["code"]),
        hours=hours,
        skills=tuple(map(str, entry["skills"])),
        session=str(entry.get("session", "")),
        figure=str(entry.get("figure", "")),
        **said,
    )


def _check_names(one: Training) -> None:
    skills = [str(skill) for skill in Skill]
    strange = [skill for skill in one.skills if skill not in skills]
    strange += [one.figure] if one.figure and one.figure not in PROFILE_FIGURES else []
    if strange:
        raise KitError(
            "records.training-unknown",
            N_("The training {training} names {strange}, which nothing is called. "
               "Skills are: {skills}."),
            training=one.code,
            strange=", ".join(strange),
            skills=", ".join(skills),
        )  # fmt: skip
