"""What the command's exit code tells a script."""

from __future__ import annotations

DONE = 0
"""Everything asked for was done."""
NOT_ALL_DONE = 1
"""Something was not done, and stderr or the receipt says what: a bad file, an unknown area."""
WRONG_USE = 2
"""The command line itself cannot be read."""
FAULT = 3
"""A fault of the program; stderr names the log file."""
INTERRUPTED = 130
"""Ended with Ctrl-C."""
