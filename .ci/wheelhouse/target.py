"""The laptop the folder is for, and what its wheels say they need there.

pip judges ``sys_platform == "win32"`` by the machine it runs on, even when it downloads
for another. So the requirements are walked here, in the environment of the target.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import ClassVar

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename


@dataclass(frozen=True)
class Target:
    """A platform by its short name, and the version of its Python, such as "3.12"."""

    name: str
    python: str

    PLATFORMS: ClassVar[dict[str, tuple[str, str, str, tuple[str, ...]]]] = {
        # name: system, sys_platform, machine, wheel tags from newest to oldest
        "win_amd64": ("windows", "win32", "AMD64", ("win_amd64",)),
        "macosx_arm64": (
            "macos",
            "darwin",
            "arm64",
            (*tuple(f"macosx_{major}_0_{kind}" for major in (14, 13, 12, 11) for kind in ("arm64", "universal2")), "macosx_10_9_universal2"),
        ),
        "macosx_x86_64": (
            "macos",
            "darwin",
            "x86_64",
            tuple(f"macosx_{major}_{kind}" for major in ("11_0", "10_15", "10_13", "10_12", "10_9")
                  for kind in ("x86_64", "universal2")),
        ),
        "linux_x86_64": (
            "linux",
            "linux",
            "x86_64",
            ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_26_x86_64",
             "manylinux_2_24_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64",
             "manylinux_2_12_x86_64", "manylinux2010_x86_64", "manylinux_2_5_x86_64",
             "manylinux1_x86_64"),
        ),
    }  # fmt: skip

    @property
    def system(self) -> str:
        """Return "windows", "macos" or "linux"."""
        return self.PLATFORMS[self.name][0]

    def pip_options(self) -> list[str]:
        """Return what makes pip download wheels for this target."""
        tags = self.PLATFORMS[self.name][3]
        platforms = [word for tag in tags for word in ("--platform", tag)]
        return [
            "--only-binary=:all:",
            *platforms,
            "--implementation",
            "cp",
            "--python-version",
            self.python,
        ]

    def environment(self) -> dict[str, str]:
        """Return the values that requirement markers are judged by on the target."""
        system, sys_platform, machine, _tags = self.PLATFORMS[self.name]
        called = {"windows": "Windows", "macos": "Darwin", "linux": "Linux"}[system]
        return {
            "os_name": "nt" if system == "windows" else "posix",
            "sys_platform": sys_platform,
            "platform_system": called,
            "platform_machine": machine,
            "platform_release": "",
            "platform_version": "",
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "platform_python_implementation": "CPython",
        }


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def _walk(wheels: Path, target: Target) -> tuple[set[Path], dict[str, str]]:
    """Return the wheels reached from the kit, and the requirements without a wheel."""
    here = {parse_wheel_filename(wheel.name)[0]: wheel for wheel in wheels.glob("*.whl")}
    reached: set[Path] = set()
    lacking: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    left = [Requirement("planning-kit")]
    while left:
        need = left.pop()
        name = canonicalize_name(need.name)
        if name not in here:
            lacking[name] = f"{need.name}{need.specifier}"
            continue
        reached.add(here[name])
        for extra in ("", *need.extras):
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            values = {**target.environment(), "extra": extra}
            for line in _metadata(here[name]).get_all("Requires-Dist") or ():
                found = Requirement(line)
                if found.marker is None or found.marker.evaluate(values):
                    left.append(found)
    return reached, lacking


def missing(wheels: Path, target: Target) -> list[str]:
    """Return the requirements that the wheels in the folder name and that lie not there."""
    return sorted(_walk(wheels, target)[1].values())


def needed(wheels: Path, target: Target) -> set[Path]:
    """Return the wheels that an install of the kit on ``target`` would use."""
    return _walk(wheels, target)[0]
