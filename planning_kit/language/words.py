"""A pair of wordings, Thai and English, that shows itself in the language in use."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.language.speaking import current_language


@dataclass(frozen=True, slots=True)
class Words:
    """One label in Thai and in English.

    ``str(words)`` gives the wording in the language now in use;
    ``words.say("en")`` gives a named one.
    """

    th: str
    en: str

    def say(self, language: str | None = None) -> str:
        """Return the wording in ``language`` (``"th"`` or ``"en"``), or in the one now in use."""
        return self.en if (language or current_language()) == "en" else self.th

    def __str__(self) -> str:
        return self.say()
