"""One report to be made, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import Words

FORMATS = ("html", "pdf", "png", "xlsx")
_UNSAFE = '<>:"/\\|?* \t'


@dataclass(frozen=True)
class Job:
    """A notebook to run for one area: the years are B.E., the language ``"th"`` or ``"en"``."""

    area: str
    plan_start: int
    fiscal_year: int
    language: str = "th"
    notebook: str = "06_tambon_plan"
    formats: tuple[str, ...] = ("html",)

    @property
    def parameters(self) -> dict[str, object]:
        """Return what the notebook's ``parameters`` cell is filled with."""
        return {
            "area": self.area,
            "plan_start": self.plan_start,
            "fiscal_year": self.fiscal_year,
            "language": self.language,
        }

    @property
    def stem(self) -> str:
        """Return the name of its files, without folder and ending, safe on every disk."""
        name = self.notebook.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".ipynb")
        text = f"{self.area}-{self.plan_start}-{name}-{self.language}"
        return "".join("_" if char in _UNSAFE else char for char in text)


def year_before(plan_start: int) -> int:
    """Return the fiscal year a report looks at by default: the last before the plan, B.E."""
    return plan_start - 1


class State(StrEnum):
    """How one report of a batch ended."""

    DONE = "done"
    KEPT = "kept"
    FAILED = "failed"
    INTERRUPTED = "interrupted"

    @property
    def words(self) -> Words:
        """Return the state in Thai and in English."""
        return _STATE_WORDS[self]

    @property
    def is_good(self) -> bool:
        """Tell whether the report is there."""
        return self in (State.DONE, State.KEPT)


_STATE_WORDS = {
    State.DONE: Words("เสร็จแล้ว", "done"),
    State.KEPT: Words("ทำไว้แล้ว ข้อมูลไม่เปลี่ยน", "made before, nothing has changed"),
    State.FAILED: Words("ไม่สำเร็จ", "failed"),
    State.INTERRUPTED: Words("ถูกหยุดก่อนเสร็จ", "stopped before it was done"),
}


@dataclass(frozen=True)
class Outcome:
    """What came of one job.

    ``files`` and ``log`` are names inside the output folder. ``sentence`` holds the error in
    ``th`` and ``en``; it and ``code`` are empty where the report was made.
    """

    job: Job
    state: State
    title: str = ""
    files: tuple[str, ...] = ()
    seconds: float = 0.0
    attempts: int = 0
    fingerprint: str = ""
    code: str = ""
    sentence: dict[str, str] = field(default_factory=dict)
    log: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the outcome as it stands in ``receipt.json``."""
        whole = asdict(self)
        return {**whole.pop("job"), **whole, "state": self.state.value}

    @classmethod
    def from_dict(cls, entry: dict[str, Any]) -> Outcome:
        """Return the outcome an entry of ``receipt.json`` describes.

        Raises ``KeyError``, ``TypeError`` or ``ValueError`` for what is no such entry.
        """
        job_fields = {name: entry[name] for name in Job.__dataclass_fields__}
        job = Job(**{**job_fields, "formats": tuple(entry["formats"])})
        rest = {
            name: entry[name]
            for name in cls.__dataclass_fields__
            if name not in {"job", "state", "files"}
        }
        return cls(job, State(entry["state"]), files=tuple(entry["files"]), **rest)


def failed(job: Job, error: KitError, **known: Any) -> Outcome:
    """Return the outcome of a job that ended in ``error``."""
    return Outcome(
        job,
        State.FAILED,
        code=error.code,
        sentence={"th": error.say("th"), "en": error.say("en")},
        **known,
    )
