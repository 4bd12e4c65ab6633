"""The command ``planning-kit``: stable, because scripts rely on it."""

from planning_kit.cli.entry import main

__all__ = ["main"]
