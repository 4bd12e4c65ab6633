"""Build a folder that installs the kit on a laptop without internet.

    python .ci/wheelhouse/build.py --platform win_amd64 --python 3.12

The folder holds every wheel for the named platform, a script to double-click and a
README in Thai. Nothing is compiled for the other platform: packages without a wheel for
it are made into one here only where they are pure Python.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from target import Target, missing, needed

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).resolve().parent / "texts"
CONSTRAINTS = ROOT / "constraints.txt"


@dataclass(frozen=True)
class Script:
    """One start script: its template, its name in the folder, its line ends."""

    template: str
    name: str
    newline: str


SCRIPTS = {
    "windows": (Script("start.bat", "start.bat", "\r\n"),),
    "macos": (Script("start.sh", "start.command", "\n"),),
    "linux": (Script("start.sh", "start.sh", "\n"),),
}


class BuildError(Exception):
    """The folder cannot be built; the text says why, for people."""


def pip(*words: str | Path) -> None:
    """Run pip quietly. Raises ``BuildError`` with its last lines when it fails."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *words]
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BuildError("\n".join(done.stderr.strip().splitlines()[-4:]))


def kit_wheel(wheels: Path) -> Path:
    """Build the kit's own wheel into ``wheels`` and return it."""
    pip("wheel", "--no-deps", "--wheel-dir", wheels, ROOT)
    return next(wheels.glob("planning_kit-*.whl"))


def fetch(requirements: list[str], wheels: Path, target: Target) -> None:
    """Download ``requirements`` for ``target``, each alone, at the pinned version.

    A package that offers no wheel is built here; ``BuildError`` if the result is not pure.
    """
    common = ("--no-deps", "--dest", wheels, "--constraint", CONSTRAINTS)
    try:
        pip("download", *common, *target.pip_options(), *requirements)
    except BuildError:
        for requirement in requirements:
            try:
                pip("download", *common, *target.pip_options(), requirement)
            except BuildError:
                build_pure(requirement, wheels)


def build_pure(requirement: str, wheels: Path) -> None:
    """Make a wheel of a package that ships only its source, if it is pure Python."""
    with tempfile.TemporaryDirectory() as folder:
        pip("wheel", "--no-deps", "-c", CONSTRAINTS, "--wheel-dir", folder, requirement)
        (made,) = Path(folder).glob("*.whl")
        if not made.name.endswith("-none-any.whl"):
            raise BuildError(f"{requirement} has no wheel for this platform and is not pure Python")
        shutil.copy2(made, wheels)


def gather(wheels: Path, target: Target) -> None:
    """Fill ``wheels`` with the kit and all it needs on ``target``, and nothing else."""
    for old in wheels.glob("*.whl"):
        old.unlink()
    kit_wheel(wheels)
    while wanted := missing(wheels, target):
        fetch(wanted, wheels, target)
    keep = needed(wheels, target)
    for wheel in wheels.glob("*.whl"):
        if wheel not in keep:
            wheel.unlink()


def write_texts(folder: Path, target: Target, version: str) -> None:
    """Write the start script, the README and the messages beside the wheels."""
    places = {"version": version, "python": target.python, "platform": target.name}
    for script in SCRIPTS[target.system]:
        write_text(TEXTS / script.template, folder / script.name, script.newline, places)
    end = "\r\n" if target.system == "windows" else "\n"
    (folder / "messages").mkdir(exist_ok=True)
    for message in sorted((TEXTS / "messages").glob("*.txt")):
        write_text(message, folder / "messages" / message.name, end, places)
    readme = TEXTS / f"readme_{target.system}.txt"
    write_text(readme, folder / "README-อ่านก่อน.txt", end, places)


def write_text(template: Path, path: Path, newline: str, places: dict[str, str]) -> None:
    """Fill the ``@place@`` marks of ``template`` and write it with the system's line ends."""
    text = re.sub(r"@(\w+)@", lambda mark: places[mark[1]], template.read_text("utf-8"))
    path.write_bytes(text.replace("\n", newline).encode("utf-8"))
    if path.suffix in (".sh", ".command"):
        path.chmod(0o755)


def main(words: list[str] | None = None) -> int:
    """Build the folder and say where it is."""
    ask = argparse.ArgumentParser(description="Build a folder that installs offline")
    ask.add_argument("--platform", default="win_amd64", choices=sorted(Target.PLATFORMS))
    ask.add_argument("--python", default="3.12", help="the laptop's Python, such as 3.12")
    ask.add_argument("--out", type=Path, default=ROOT / "wheelhouse")
    said = ask.parse_args(words)
    target = Target(said.platform, said.python)
    folder = said.out / f"{target.name}-py{target.python.replace('.', '')}"
    wheels = folder / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    try:
        gather(wheels, target)
    except BuildError as error:
        sys.stderr.write(f"The folder could not be built.\n{error}\n")
        return 1
    version = next(wheels.glob("planning_kit-*.whl")).name.split("-")[1]
    write_texts(folder, target, version)
    size = sum(wheel.stat().st_size for wheel in wheels.glob("*.whl")) // 1_000_000
    count = len(list(wheels.glob("*.whl")))
    sys.stdout.write(f"{folder}: {count} wheels, {size} MB. Copy the whole folder to the laptop.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
