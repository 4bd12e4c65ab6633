"""What to say, and what to keep, when a cell of a notebook fails."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_

_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_PLACE = re.compile(
    r"^(?:File |Cell In|-+> *\d+ |\s*\d+ |\(\.\.\.\)|\[\.\.\.|-{20,}|Traceback|During handling"
    r"|The above exception)"
)
_TYPE_AND_MESSAGE = re.compile(r"^((?:\w+\.)*[A-Z]\w*)(?::.*)?$")
_WITHHELD = "(message left out: it may quote data; run again with --debug to see it)"


@dataclass(frozen=True)
class CellFailure:
    """A cell that raised: its number in the notebook from 1, and what it raised.

    ``kind`` is the name of the exception's class, ``message`` its text, ``traceback`` the
    lines Jupyter printed, which show code and never the values of variables.
    """

    notebook: str
    area: str
    cell: int
    kind: str
    message: str
    traceback: tuple[str, ...]

    @property
    def is_kit_error(self) -> bool:
        """Tell whether the cell raised one of the kit's own errors, whose words are for users."""
        return self.kind in _kit_error_names(KitError)


def _kit_error_names(base: type[KitError]) -> set[str]:
    return {base.__name__}.union(*map(_kit_error_names, base.__subclasses__()))


def write_log(failure: CellFailure, path: Path, *, with_message: bool = False) -> None:
    """Write where the cell failed to ``path``, so that a programmer can find the fault.

    Exceptions that are not the kit's may quote a row of data, names included. Their text is
    therefore left out unless ``with_message``; the places and the lines of code always stay.
    """
    whole = with_message or failure.is_kit_error
    lines = [
        f"notebook: {failure.notebook}",
        f"area: {failure.area}",
        f"cell: {failure.cell}",
        f"exception: {failure.kind}",
        f"message: {failure.message if whole else _WITHHELD}",
        "",
    ]
    for line in _COLOUR.sub("", "\n".join(failure.traceback)).splitlines():
        kept = line if whole else _without_message(line)
        if kept is not None:
            lines.append(kept.rstrip())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _without_message(line: str) -> str | None:
    if not line.strip() or _PLACE.match(line):
        return line
    raised = _TYPE_AND_MESSAGE.match(line)
    return f"{raised[1]}: {_WITHHELD}" if raised else None


def cell_failed(failure: CellFailure, log: Path) -> KitError:
    """Return the ``KitError`` ``runs.cell-failed`` that says which area and cell, and why."""
    where: dict[str, object] = {
        "notebook": failure.notebook,
        "area": failure.area,
        "cell": failure.cell,
    }
    if failure.is_kit_error:
        return KitError(
            "runs.cell-failed",
            N_("Notebook {notebook}, area {area}, cell {cell}: {reason}"),
            reason=failure.message,
            **where,
        )
    return KitError(
        "runs.cell-failed",
        N_(
            "Notebook {notebook}, area {area}, cell {cell} stopped with {kind}. "
            "This is a fault of the program or of the data; send {log} to whoever helps you."
        ),
        kind=failure.kind,
        log=log.name,
        **where,
    )


def kernel_died(notebook: str, area: str) -> KitError:
    """Return the ``KitError`` ``runs.kernel-died``: the one failure that is worth a retry."""
    return KitError(
        "runs.kernel-died",
        N_(
            "Notebook {notebook}, area {area}: its Python process ended before it was done. "
            "Close other programs to free memory, or use fewer --workers, and run it again."
        ),
        notebook=notebook,
        area=area,
    )


def cell_too_slow(notebook: str, area: str, seconds: int) -> KitError:
    """Return the ``KitError`` ``runs.cell-too-slow``."""
    return KitError(
        "runs.cell-too-slow",
        N_(
            "Notebook {notebook}, area {area}: one cell ran longer than {seconds} seconds and "
            "was stopped. Run it again when the machine has less to do."
        ),
        notebook=notebook,
        area=area,
        seconds=seconds,
    )


def unexpected(error: BaseException, area: str, log: Path) -> KitError:
    """Return the ``KitError`` ``runs.unexpected`` for a fault of the kit, and log its places.

    The log shows files, lines and code, not the exception's text, which may quote data.
    """
    places = traceback.format_list(traceback.extract_tb(error.__traceback__))
    log.write_text(f"{type(error).__name__}\n{''.join(places)}", encoding="utf-8")
    return KitError(
        "runs.unexpected",
        N_(
            "Area {area} stopped with {kind}, a fault of the program. "
            "Send {log} to whoever helps you."
        ),
        area=area,
        kind=type(error).__name__,
        log=log.name,
    )
