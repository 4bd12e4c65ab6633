"""One administrative area, and the ways people write its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from planning_kit.language import Words, current_language

BANGKOK = "10"


class Level(StrEnum):
    """The steps of the ladder, widest first."""

    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    AMPHOE = "amphoe"
    TAMBON = "tambon"
    VILLAGE = "village"

    @property
    def words(self) -> Words:
        """Return what the level is called, in Thai and in English."""
        return _LEVEL_WORDS[self]


_LEVEL_WORDS = {
    Level.COUNTRY: Words("ประเทศ", "country"),
    Level.REGION: Words("ภาค", "region"),
    Level.PROVINCE: Words("จังหวัด", "province"),
    Level.AMPHOE: Words("อำเภอ", "amphoe"),
    Level.TAMBON: Words("ตำบล", "tambon"),
    Level.VILLAGE: Words("หมู่บ้าน", "village"),
}

# Bangkok is no province in law: its amphoe are khet and its tambons khwaeng.
_TITLES_TH = {Level.PROVINCE: "จังหวัด", Level.AMPHOE: "อำเภอ", Level.TAMBON: "ตำบล"}
_TITLES_TH_BANGKOK = {Level.PROVINCE: "", Level.AMPHOE: "เขต", Level.TAMBON: "แขวง"}
_SHORT_TH = {Level.PROVINCE: "จ.", Level.AMPHOE: "อ.", Level.TAMBON: "ต."}
_TITLES_EN = {Level.AMPHOE: "Amphoe ", Level.TAMBON: "Tambon "}
_TITLES_EN_BANGKOK = {Level.AMPHOE: "Khet ", Level.TAMBON: "Khwaeng "}


@dataclass(frozen=True)
class Area:
    """A province, amphoe, tambon or village, with its DOPA code as text.

    Parameters
    ----------
    code:
        2, 4, 6 or 8 digits; each pair names one step of the ladder.
    level:
        Which step this area is.
    name_th, name_en:
        The bare name, without "ตำบล", "เขต" or "Tambon". A name is never a key:
        7,436 tambons share 5,849 of them.
    invented:
        True only for the practice area, which exists nowhere.
    above:
        The area this one lies in; ``None`` for a province.
    """

    code: str
    level: Level
    name_th: str
    name_en: str
    invented: bool = False
    above: Area | None = field(default=None, repr=False, compare=False)

    @property
    def name(self) -> str:
        """Return the bare name in the language now in use."""
        return self.name_en if current_language() == "en" else self.name_th

    @property
    def words(self) -> Words:
        """Return the bare name in both languages."""
        return Words(self.name_th, self.name_en)

    @property
    def province_code(self) -> str:
        """Return the two digits of the province."""
        return self.code[:2]

    @property
    def amphoe_code(self) -> str | None:
        """Return the four digits of the amphoe, ``None`` for a province."""
        return self.code[:4] if len(self.code) >= 4 else None

    @property
    def tambon_code(self) -> str | None:
        """Return the six digits of the tambon, ``None`` for a province or an amphoe."""
        return self.code[:6] if len(self.code) >= 6 else None

    def title(self, language: str | None = None) -> str:
        """Return the name with its level: ``"ตำบลบางปลา"``, ``"Tambon Bang Pla"``."""
        english = (language or current_language()) == "en"
        return self._title_en() if english else self._title_th()

    def full_title(self, language: str | None = None) -> str:
        """Return the title with every area above it.

        ``"ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม"``, or in English
        ``"Tambon Bang Pla, Amphoe Bang Len, Nakhon Pathom Province"``.
        """
        english = (language or current_language()) == "en"
        return (", " if english else " ").join(step.title(language) for step in self._ladder())

    @property
    def full_words(self) -> Words:
        """Return the full title in both languages, for sentences said later."""
        return Words(self.full_title("th"), self.full_title("en"))

    def short_title(self, language: str | None = None) -> str:
        """Return the full title shortened: ``"ต.บางปลา อ.บางเลน จ.นครปฐม"``.

        Bangkok has no such short forms in Thai and keeps แขวง and เขต before "กรุงเทพฯ".
        In English the level words are left out.
        """
        if (language or current_language()) == "en":
            return ", ".join(step.name_en for step in self._ladder())
        return " ".join(step._short_th() for step in self._ladder())

    def _ladder(self) -> list[Area]:
        steps = [self]
        while steps[-1].above is not None:
            steps.append(steps[-1].above)
        return steps

    @property
    def _in_bangkok(self) -> bool:
        return self.province_code == BANGKOK

    def _title_th(self) -> str:
        titles = _TITLES_TH_BANGKOK if self._in_bangkok else _TITLES_TH
        return titles.get(self.level, "") + self.name_th

    def _title_en(self) -> str:
        if self.level is Level.PROVINCE and not self._in_bangkok:
            return f"{self.name_en} Province"
        titles = _TITLES_EN_BANGKOK if self._in_bangkok else _TITLES_EN
        return titles.get(self.level, "") + self.name_en

    def _short_th(self) -> str:
        if self.level is Level.VILLAGE:
            return f"ม.{int(self.code[6:])}"
        if self._in_bangkok:
            return "กรุงเทพฯ" if self.level is Level.PROVINCE else self._title_th()
        return _SHORT_TH.get(self.level, "") + self.name_th
