"""The hall's keys: the facilitator's PIN as a salted hash, and the secret that signs cookies."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.thai import to_arabic_digits

SHORTEST_PIN, LONGEST_PIN = 6, 12
_COST = {"n": 2**14, "r": 8, "p": 1}
_CANNOT_KEEP = N_("The PIN cannot be kept in {folder}. Free some space or choose another store.")


class HallKeys:
    """The keys in a file that only this user of the computer can read.

    A new PIN brings a new secret, so that whoever was signed in before is so no longer.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        kept = _read(file)
        self.cookie_secret = base64.b64decode(kept.get("secret", "")) or secrets.token_bytes(32)
        self._salt = base64.b64decode(kept.get("salt", ""))
        self._hash = base64.b64decode(kept.get("hash", ""))
        if not kept:
            self._write()

    @property
    def has_pin(self) -> bool:
        """Tell whether a PIN was set."""
        return bool(self._hash)

    def set_pin(self, pin: str) -> None:
        """Keep ``pin`` as its hash; raises ``KitError`` ``hall.bad-pin`` or ``hall.cannot-keep``."""
        digits = _digits(pin)
        if not (digits.isascii() and digits.isdigit()) or not (
            SHORTEST_PIN <= len(digits) <= LONGEST_PIN
        ):
            raise KitError(
                "hall.bad-pin",
                N_("A PIN has {shortest} to {longest} digits and nothing else."),
                shortest=SHORTEST_PIN,
                longest=LONGEST_PIN,
            )
        self._salt = secrets.token_bytes(16)
        self._hash = _hashed(digits, self._salt)
        self.cookie_secret = secrets.token_bytes(32)
        self._write()

    def forget_pin(self) -> None:
        """Forget the PIN and sign everybody out."""
        self._salt = self._hash = b""
        self.cookie_secret = secrets.token_bytes(32)
        self._write()

    def is_pin(self, tried: str) -> bool:
        """Tell whether ``tried`` is the PIN; takes the same time whether it is or not."""
        same = hmac.compare_digest(_hashed(_digits(tried)[:64], self._salt or b"-"), self._hash)
        return self.has_pin and same

    def _write(self) -> None:
        kept = {"secret": self.cookie_secret, "salt": self._salt, "hash": self._hash}
        text = json.dumps({name: base64.b64encode(key).decode() for name, key in kept.items()})
        new = self._file.with_name(f"{self._file.name}.new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.unlink(missing_ok=True)
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(text)
            new.replace(self._file)
        except OSError as error:
            folder = str(self._file.parent)
            raise KitError("hall.cannot-keep", _CANNOT_KEEP, folder=folder) from error


def _read(file: Path) -> dict[str, str]:
    try:
        kept: dict[str, str] = json.loads(file.read_text(encoding="ascii"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise KitError(
            "hall.bad-keys",
            N_("{file} is damaged. Delete it; the PIN is then set anew."),
            file=str(file),
        ) from error
    return kept


def _digits(pin: str) -> str:
    return to_arabic_digits("".join(pin.split()))


def _hashed(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, **_COST)
