"""One local question as somebody wrote it, before it is read: its place and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planning_kit import thai
from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records.kinds import is_blank

KEYS: dict[str, Words] = {
    "about": Words("แผ่นงาน", "Sheet"),
    "code": Words("รหัสคำถาม", "Code"),
    "th": Words("คำถาม", "Question (Thai)"),
    "en": Words("คำถามภาษาอังกฤษ", "Question (English)"),
    "help": Words("คำอธิบาย", "Help (Thai)"),
    "help_en": Words("คำอธิบายภาษาอังกฤษ", "Help (English)"),
    "unit": Words("หน่วย", "Unit (Thai)"),
    "unit_en": Words("หน่วยภาษาอังกฤษ", "Unit (English)"),
    "kind": Words("ชนิดคำตอบ", "Kind"),
    "answers": Words("คำตอบ", "Answers"),
    "low": Words("ค่าต่ำสุด", "Lowest"),
    "high": Words("ค่าสูงสุด", "Highest"),
    "required": Words("ต้องตอบ", "Required"),
    "privacy": Words("การเปิดเผย", "Privacy"),
    "ask_if": Words("ถามเมื่อ", "Ask if"),
}
"""What a file may say of a question; in Excel these words are the headings."""


@dataclass
class Declared:
    """One question as it was written: where it stands in its file, and what it says."""

    where: Words
    values: Mapping[str, Any]
    problems: list[KitError] = field(default_factory=list)

    def complain(self, code: str, sentence: str, /, **values: object) -> None:
        """Note a mistake; the sentence begins with the place."""
        self.problems.append(KitError(code, sentence, where=self.where, **values))

    def text(self, key: str) -> str | None:
        """Return what is written under a key as clean text, ``None`` where nothing is."""
        value = self.values.get(key)
        if is_blank(value):
            return None
        if isinstance(value, (dict, list)):
            self.complain("records.question-not-a-text", _NOT_TEXT, key=named(key))
            return None
        return thai.clean(str(value))


def named(key: str) -> Words:
    """Return a key as a message names it: with its Thai heading, and as TOML has it."""
    return Words(f"{KEYS[key].th} ({key})", key) if key in KEYS else Words(key, key)


_NOT_TEXT = N_("{where}: “{key}” should be one text or number")
