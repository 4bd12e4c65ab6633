"""Join codes: one for each role and workbook, short enough to be typed, ended at will."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.hall.permissions import Role
from planning_kit.language import N_
from planning_kit.thai import to_arabic_digits

LENGTHS: Mapping[Role, int] = {Role.RECORDER: 8, Role.PARTICIPANT: 6, Role.VIEWER: 6}
"""Digits of a code by role. Longer where more can be changed."""
# Digits, for a phone shows a keypad for them; without 0 and 1, which look like letters.
_SIGNS = "23456789"
_CANNOT_KEEP = N_("The codes cannot be kept in {folder}. Free some space or choose another store.")
_DAMAGED = N_("{file} is damaged. Delete it; codes are then made anew.")


@dataclass(frozen=True)
class JoinCode:
    """A code that is good now: ``code`` is what people type, ``code_id`` what badges name.

    ``forum_code`` is the meeting for which it was made; cards written with it belong there.
    """

    code: str
    code_id: str
    role: Role
    area: str
    plan_start: int
    forum_code: str = ""

    @property
    def shown(self) -> str:
        """The code as it is written on a wall: in two halves."""
        half = len(self.code) // 2
        return f"{self.code[:half]} {self.code[half:]}"


class JoinCodes:
    """The codes in a file that only this user of the computer can read; read anew when it changed.

    Several processes may hold one: each sees at its next question what another made or ended.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int] | None = None
        self._codes: dict[str, JoinCode] = {}

    def of(self, area: str, plan_start: int) -> dict[Role, JoinCode]:
        """Return the codes of a workbook by role."""
        found = self._read().values()
        return {c.role: c for c in found if (c.area, c.plan_start) == (area, plan_start)}

    def is_good(self, code_id: str) -> bool:
        """Tell whether the code with this id was not ended."""
        return code_id in self._read()

    def named(self, code_id: str) -> JoinCode | None:
        """Return a good code by its id."""
        return self._read().get(code_id)

    def typed(self, text: str) -> JoinCode | None:
        """Return the code that somebody typed: with spaces, hyphens or Thai digits as well."""
        plain = "".join(one for one in to_arabic_digits(text[:40]) if one.isalnum())
        found = [c for c in self._read().values() if secrets.compare_digest(c.code, _ascii(plain))]
        return found[0] if found else None

    def make(self, role: Role, area: str, plan_start: int, forum_code: str = "") -> JoinCode:
        """Make a code in place of the one that the role has for this workbook, which ends.

        Raises ``KitError`` ``hall.cannot-keep-codes``.
        """
        kept = self._without(role, area, plan_start)
        taken = {one.code for one in kept.values()}
        code = _drawn(LENGTHS[role])
        while code in taken:
            code = _drawn(LENGTHS[role])
        made = JoinCode(code, secrets.token_hex(8), role, area, plan_start, forum_code)
        self._write({**kept, made.code_id: made})
        return made

    def end(self, role: Role, area: str, plan_start: int) -> None:
        """End the code of a role, and with it every badge that came of it."""
        self._write(self._without(role, area, plan_start))

    def _without(self, role: Role, area: str, plan_start: int) -> dict[str, JoinCode]:
        gone = (role, area, plan_start)
        return {i: c for i, c in self._read().items() if (c.role, c.area, c.plan_start) != gone}

    def _read(self) -> dict[str, JoinCode]:
        try:
            state = self._file.stat()
            if self._seen != (state.st_mtime_ns, state.st_ino):
                said = json.loads(self._file.read_text(encoding="ascii"))
                codes = [JoinCode(**{**one, "role": Role(one["role"])}) for one in said]
                self._codes = {one.code_id: one for one in codes}
                self._seen = (state.st_mtime_ns, state.st_ino)
        except FileNotFoundError:
            self._codes, self._seen = {}, None
        except (ValueError, TypeError, KeyError) as error:
            raise KitError("hall.bad-codes", _DAMAGED, file=str(self._file)) from error
        return self._codes

    def _write(self, codes: Mapping[str, JoinCode]) -> None:
        new = self._file.with_name(f"{self._file.name}.new")
        try:
            new.unlink(missing_ok=True)
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                json.dump([asdict(one) for one in codes.values()], out)
            new.replace(self._file)
        except OSError as error:
            folder = str(self._file.parent)
            raise KitError("hall.cannot-keep-codes", _CANNOT_KEEP, folder=folder) from error
        self._seen = None


def codes_file(keys_file: Path) -> Path:
    """Return where the codes lie: beside the PIN."""
    return keys_file.with_name(f"{keys_file.stem}-codes.json")


def _drawn(length: int) -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(length))


def _ascii(text: str) -> str:
    return text if text.isascii() else ""
