"""Write constraints.txt: every package the kit needs, at the version installed here.

Run by ``make pins`` in the kit's own environment. Packages that only other systems need
(Windows consoles, for one) keep the pin they had.
"""

from __future__ import annotations

import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "constraints.txt"
HEADER = "# Versions the kit is tested with; made by `make pins`. No addresses, no hashes.\n"


def declared() -> list[str]:
    """Return the requirements of the project and of all its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(line for extra in extras for line in extra)]


def closure(requirements: list[str]) -> dict[str, str]:
    """Return name -> version of everything ``requirements`` bring along on this system."""
    pins: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    left = [(Requirement(line), frozenset({""})) for line in requirements]
    while left:
        need, extras = left.pop()
        if need.marker and not any(need.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        name, wanted = canonicalize_name(need.name), frozenset(need.extras)
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        found = metadata.distribution(name)
        pins[name] = found.version
        left += [(Requirement(line), wanted | {""}) for line in found.requires or ()]
    return pins


def main() -> int:
    """Write the file and say how many packages it pins."""
    kept: dict[str, str] = {}
    if TARGET.exists():
        lines = TARGET.read_text("utf-8").splitlines()
        kept = dict(line.split("==") for line in lines if "==" in line)
    pins = {**kept, **closure(declared())}
    body = "".join(f"{name}=={pins[name]}\n" for name in sorted(pins))
    TARGET.write_text(HEADER + body, "utf-8")
    sys.stdout.write(f"{len(pins)} packages in {TARGET.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
