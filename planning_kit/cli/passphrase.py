"""Asking for a passphrase: never on the command line, where others and the history would see it."""

from __future__ import annotations

import getpass
import sys

from planning_kit.errors import KitError
from planning_kit.language import N_, _


def new_passphrase() -> str:
    """Ask for a new passphrase, twice at a terminal; else read the first line of what is piped in.

    Raises ``KitError`` ``cli.passphrases-differ``.
    """
    first = ask_passphrase()
    if sys.stdin.isatty() and getpass.getpass(_("The same passphrase again: ")) != first:
        said = N_("The two passphrases differ, so nothing was written; try again")
        raise KitError("cli.passphrases-differ", said)
    return first


def ask_passphrase() -> str:
    """Ask for a passphrase at a terminal, unseen; else read the first line of what is piped in."""
    if sys.stdin.isatty():
        return getpass.getpass(_("Passphrase (it is not shown): "))
    return sys.stdin.readline().rstrip("\r\n")
