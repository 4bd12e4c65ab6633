"""The sentences for a bundle that is not what it should be, each written once."""

from __future__ import annotations

from planning_kit.errors import KitError
from planning_kit.language import N_, Words

_SENTENCES = {
    "bundle.broken": N_(
        "“{file}” is no whole .zip file: it was not copied to its end, or is something else. "
        "Copy it again. Nothing was changed"
    ),
    "bundle.unsafe": N_(
        "“{file}” holds parts that no bundle has (paths that point outside, links, two parts of "
        "one name), so it is not opened. Ask its sender for a new one. Nothing was changed"
    ),
    "bundle.too-big": N_(
        "“{file}” grows beyond all measure when unpacked, so it is not opened. Ask its sender for "
        "a new one. Nothing was changed"
    ),
    "bundle.no-manifest": N_(
        "“{file}” is no bundle of planning-kit: bundle.json is missing in it, or cannot be read. "
        "Choose the right file. Nothing was changed"
    ),
    "bundle.unknown-kind": N_(
        "“{file}” is a bundle of a kind that this planning-kit does not know. Install the newest "
        "version. Nothing was changed"
    ),
    "bundle.newer": N_(
        "“{file}” was made by a newer planning-kit ({version}). Install that version, then import "
        "it again. Nothing was changed"
    ),
    "bundle.tampered": N_(
        "“{file}” is not as it was made: the fingerprint of {part} does not agree. Ask its sender "
        "for a new one. Nothing was changed"
    ),
    "bundle.bad-content": N_(
        "“{file}”: {part}, line {line}, holds what no planning-kit wrote ({field}). Ask its sender "
        "for a new one. Nothing was changed"
    ),
    "bundle.locked": N_(
        "“{file}” is locked. Import it with its passphrase; whoever made it knows it"
    ),
    "bundle.wrong-passphrase": N_(
        "The passphrase does not open “{file}”. Mind capital letters and the language of the "
        "keyboard, and try again. Nothing was changed"
    ),
}


def refused(code: str, file: str, **values: object) -> KitError:
    """Return the error of this code about a file."""
    return KitError(code, _SENTENCES[code], file=file, **values)


def bad_content(
    file: str, part: str, line: int, field: object, title: Words | str = ""
) -> KitError:
    """Return ``bundle.bad-content``: which line of which part, and what of it."""
    named = (
        Words(f"{title.th}: {field}", f"{title.en}: {field}") if isinstance(title, Words) else field
    )
    return refused("bundle.bad-content", file, part=part, line=line, field=named)


# What is said of a table in a zip, said of a bundle.
OF_ZIP = {
    "collect.broken-file": "bundle.broken",
    "collect.encrypted": "bundle.unsafe",
    "collect.unsafe-file": "bundle.unsafe",
    "collect.unpacks-too-big": "bundle.too-big",
}
