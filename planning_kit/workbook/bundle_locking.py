"""Locking a bundle with a passphrase: AES-GCM, under a key that scrypt makes of it.

The only door to ``cryptography``. What is locked can be neither read nor changed without the
passphrase; nobody can open it where that is forgotten.
"""

from __future__ import annotations

import secrets
import unicodedata
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_

SHORTEST = 8
_SALT, _NONCE, _KEY = 16, 12, 32
# 64 MB and a fifth of a second for each guess.
_WORK = {"n": 65536, "r": 8, "p": 1}
_CIPHER, _DERIVED_BY = "AES-256-GCM", "scrypt"


class WrongPassphraseError(ValueError):
    """The passphrase is not the one that locked this, or what is locked was changed."""


def refuse_short(passphrase: str) -> None:
    """Refuse a passphrase that can be guessed. Raises ``KitError`` ``bundle.short-passphrase``."""
    if len(_plain(passphrase)) < SHORTEST:
        raise KitError(
            "bundle.short-passphrase",
            N_("The passphrase is too short: at least {least} letters; several words are best"),
            least=SHORTEST,
        )


def lock(content: bytes, passphrase: str, about: bytes) -> tuple[bytes, dict[str, Any]]:
    """Return ``content`` locked, and what is needed beside the passphrase to open it.

    ``about`` stays readable, but opening fails once it is changed.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    refuse_short(passphrase)
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    locked = AESGCM(_key(passphrase, salt)).encrypt(nonce, content, about)
    how = {"cipher": _CIPHER, "nonce": nonce.hex(), "key_from": _DERIVED_BY, **_WORK}
    return locked, {**how, "salt": salt.hex()}


def unlock(locked: bytes, passphrase: str, how: dict[str, Any], about: bytes) -> bytes:
    """Return what ``lock`` locked. Raises ``WrongPassphraseError``."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not can_unlock(how):
        raise WrongPassphraseError("locked in another way")
    key = _key(passphrase, bytes.fromhex(how["salt"]))
    try:
        return AESGCM(key).decrypt(bytes.fromhex(how["nonce"]), locked, about)
    except InvalidTag as error:
        raise WrongPassphraseError("another passphrase") from error


def can_unlock(how: Any) -> bool:
    """Tell whether this kit locks in that way; no other work is done for a stranger's file."""
    if not isinstance(how, dict):
        return False
    wanted = {"cipher": _CIPHER, "key_from": _DERIVED_BY, **_WORK}
    given = {name: how.get(name) for name in wanted}
    sizes = {"salt": _SALT, "nonce": _NONCE}
    return given == wanted and all(_is_hex(how.get(name), size) for name, size in sizes.items())


def _is_hex(text: Any, size: int) -> bool:
    return isinstance(text, str) and len(text) == 2 * size and set(text) <= set("0123456789abcdef")


def _key(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    made = Scrypt(salt=salt, length=_KEY, **_WORK)
    return made.derive(_plain(passphrase).encode("utf-8"))


def _plain(passphrase: str) -> str:
    """Return the passphrase in one form: two keyboards may write the same Thai letters apart."""
    return unicodedata.normalize("NFC", passphrase.strip())
