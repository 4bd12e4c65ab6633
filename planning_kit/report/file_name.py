"""What a file may be called after a code that people made up."""

from __future__ import annotations


def in_file_name(code: str) -> str:
    """Return ``code`` with “_” for whatever no file name may hold."""
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in code)
