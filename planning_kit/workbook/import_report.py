"""What came of an import, in sentences and as a table."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from planning_kit import thai
from planning_kit.language import N_, _, current_language, ngettext, speaking
from planning_kit.records import PlanArea, record_type
from planning_kit.validate import Finding, Level
from planning_kit.workbook.mending import MendingRows

if TYPE_CHECKING:
    import pandas as pd

    from planning_kit.workbook.plan_areas import Notice

MOST_SHOWN = 20
KEYS = (
    "read",
    "accepted",
    "flagged",
    "refused",
    "elsewhere",
    "new",
    "changed",
    "unchanged",
    "withdrawn",
)


@dataclass(frozen=True)
class LeftOutRows:
    """Rows of the file that give no record, by reason: how many, and the first of them."""

    reason: str
    rows: int
    sheet: str
    first_row: int


@dataclass
class ImportReport:
    """The outcome of ``import_file``.

    ``counts``: record name → each of ``KEYS`` → rows. ``import_id`` is ``None`` where
    nothing was saved: in a trial, because this file was imported before (``before``), or
    because a refused row held it back (``held_back``). ``mended``: how many rows that were sent
    back came in mended, by the name of the file that held them first. ``to_mend`` writes the
    rows that go back to people.
    """

    file_name: str
    dry_run: bool
    counts: dict[str, dict[str, int]]
    findings: list[Finding] = field(default_factory=list)
    left_out: list[LeftOutRows] = field(default_factory=list)
    made: list[PlanArea] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    plan_area_ids: list[str] = field(default_factory=list)
    import_id: UUID | None = None
    before: dt.datetime | None = None
    held_back: bool = False
    mended: dict[str, int] = field(default_factory=dict)
    to_mend: MendingRows = field(default_factory=MendingRows, repr=False)

    @property
    def all_accepted(self) -> bool:
        """Whether no row was refused."""
        return self.total("refused") == 0

    def total(self, key: str) -> int:
        """Return one count summed over all record types."""
        return sum(counts[key] for counts in self.counts.values())

    def lines(self, language: str | None = None, *, most: int = MOST_SHOWN) -> list[str]:
        """Return the report as sentences: counts first, then what was found, most grave first.

        Of each kind of finding the first ``most`` are told; ``findings_frame`` has all.
        """
        with speaking(language or current_language()):
            return [*self._heading(), *self._counted(), *self._told(most)]

    def findings_frame(self, language: str | None = None) -> pd.DataFrame:
        """Return every finding, one row each.

        Columns: ``level``, ``code``, ``sheet``, ``row``, ``column``, ``field``, ``value``,
        ``sentence``.
        """
        import pandas as pd

        names = ("level", "code", "sheet", "row", "column", "field", "value")
        rows = [
            {**{name: getattr(one, name) for name in names}, "sentence": one.say(language)}
            for one in self.findings
        ]
        data = pd.DataFrame(rows, columns=[*names, "sentence"])
        data["level"] = data["level"].map(str)
        data["row"] = data["row"].astype("Int64")
        return data

    def _heading(self) -> Iterator[str]:
        if self.dry_run:
            yield _("{file}: a trial only, nothing was saved", file=self.file_name)
        elif self.held_back:
            yield _(
                "{file}: nothing was saved, because rows were refused ({n})",
                file=self.file_name,
                n=self.total("refused"),
            )
        elif self.before is not None:
            day = thai.format_date(self.before.astimezone().date())
            yield _(
                "{file}: imported before, on {date}; nothing new", file=self.file_name, date=day
            )
        elif not (self.total("new") or self.total("changed")):
            yield _("{file}: read, but it holds nothing to save", file=self.file_name)
        else:
            yield _("{file}: imported", file=self.file_name)
        if self.made:
            names = ", ".join(f"{one.name} ({one.plan_area_id})" for one in self.made[:MOST_SHOWN])
            names += " …" if len(self.made) > MOST_SHOWN else ""
            said = N_("Workbooks were made for {n} tambons: {names}")
            if self.dry_run or self.held_back:
                said = N_("Workbooks would be made for {n} tambons: {names}")
            yield _(said, n=len(self.made), names=names)
        mended = N_("Rows of “{file}” that came in mended: {n}")
        if self.dry_run or self.held_back:
            mended = N_("Rows of “{file}” that are mended and not saved yet: {n}")
        for name, number in self.mended.items():
            yield _(mended, file=name, n=number)
        for message_id, values in self.notices:
            yield _(message_id, **values)

    def _counted(self) -> Iterator[str]:
        for name, counts in self.counts.items():
            yield _counts_line(str(record_type(name).noun.title), counts)
        for left in self.left_out:
            yield _(
                "{n} rows left out: {reason} (first: sheet “{sheet}” row {row})",
                n=left.rows,
                reason=_(left.reason),
                sheet=left.sheet,
                row=left.first_row,
            )

    def _told(self, most: int) -> Iterator[str]:
        for level in (Level.REFUSE, Level.FLAG, Level.NOTE):
            found = [one for one in self.findings if one.level is level]
            if found:
                yield ngettext(
                    "{level}: {n} finding", "{level}: {n} findings", len(found), level=level.words
                )
            # What goes by itself once another row is mended comes last.
            follows = {one.code: one.is_consequence for one in found}
            counted = Counter(one.code for one in found).most_common()
            for code, number in sorted(counted, key=lambda one: follows[one[0]]):
                same = [one for one in found if one.code == code]
                # A row read by several tables of a mapping says the same of one cell each time.
                shown = list(Counter(one.line() for one in same).items())[:most]
                yield from ("  " + line + (f" (×{n})" if n > 1 else "") for line, n in shown)
                left = number - sum(n for _line, n in shown)
                if left:
                    yield "  " + _("… and {n} more of this kind", n=left)


def _counts_line(title: str, counts: Mapping[str, int]) -> str:
    said = _(
        "{title}: read {read}, accepted {accepted}, kept but to be checked {flagged}, "
        "refused {refused}",
        title=title,
        **{key: counts[key] for key in ("read", "accepted", "flagged", "refused")},
    )
    if counts["elsewhere"]:
        said += _(", of other areas (not saved) {n}", n=counts["elsewhere"])
    said += _(
        " · new {new}, changed {changed}, already known {unchanged}",
        **{key: counts[key] for key in ("new", "changed", "unchanged")},
    )
    if counts["withdrawn"]:
        said += _(", withdrawn earlier and left out {n}", n=counts["withdrawn"])
    return said
