"""Which language the command speaks, known before its options are read."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from planning_kit.language import LANGUAGES, N_, translate

LANGUAGE_VARIABLE = "PLANNING_KIT_LANGUAGE"

# argparse's own words. They are its message ids, so they keep its places.
_ARGPARSE_WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
)


def language_of(arguments: Sequence[str]) -> str:
    """Return ``--language`` of a command line, else PLANNING_KIT_LANGUAGE, else Thai.

    The system's locale is not asked: it is English on many laptops in Thai villages.
    """
    said = os.environ.get(LANGUAGE_VARIABLE, "").strip().lower()[:2]
    for at, argument in enumerate(arguments):
        if argument == "--language" and at + 1 < len(arguments):
            said = arguments[at + 1]
        elif argument.startswith("--language="):
            said = argument.partition("=")[2]
    return said if said in LANGUAGES else "th"


@contextmanager
def argparse_speaks() -> Iterator[None]:
    """Let argparse say its own words in the language in use, inside a ``with`` block.

    It asks gettext for compiled catalogues on the disk; ours are read as they are.
    """
    name = "_"
    own = getattr(argparse, name)
    setattr(argparse, name, lambda text: translate(text) if text in _ARGPARSE_WORDS else own(text))
    try:
        yield
    finally:
        setattr(argparse, name, own)
