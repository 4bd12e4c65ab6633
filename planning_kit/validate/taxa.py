"""The lists that people choose from: a name or alias is read as its code, a stranger flagged."""

from __future__ import annotations

from planning_kit.language import N_
from planning_kit.records import FieldSpec, Taxon, shipped_taxa
from planning_kit.records.agency_names import AgencyNames
from planning_kit.records.plan_choices import TaxonomyName
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.facts import Held
from planning_kit.validate.finding import Finding, Level, in_row

_UNKNOWN = N_(
    "“{value}” is not in the list “{list}”; choose one that is, or add it with its source in the "
    "sheet “{sheet}”"
)

_SEVERAL = N_(
    "“{value}” may mean {names}; nothing was chosen for you. Write the one you mean as the list "
    "“{list}” has it"
)


class TaxonLists:
    """The shipped lists, widened by what the area keeps and by what this file adds."""

    def __init__(self, held: Held | None = None) -> None:
        self._codes: dict[tuple[str, str], str] = {}
        self._agencies = AgencyNames()
        for name in TaxonomyName:
            for taxon in shipped_taxa(name):
                self._add(taxon)
        for record in (held or {}).get("taxon", ()):
            self._add(record)

    def enter(self, row: CheckedRow) -> None:
        """Take in a judged row of the sheet of lists."""
        if row.is_kept and isinstance(row.record, Taxon):
            self._add(row.record)

    def code(self, taxonomy: str, said: str) -> str | None:
        """Return the code that ``said`` is or names in a list, ``None`` where it is unknown."""
        found = self._codes.get((taxonomy, plain(said)))
        if found is None and taxonomy == TaxonomyName.AGENCY:
            return self._agencies.find(said).code
        return found

    def candidates(self, taxonomy: str, said: str) -> list[str]:
        """Return what an agency that is not understood may be called; none for other lists."""
        if taxonomy != TaxonomyName.AGENCY:
            return []
        found = self._agencies.find(said).candidates
        return [self._agencies.label(code) for code in found]

    def _add(self, taxon: object) -> None:
        if not isinstance(taxon, Taxon) or taxon.code is None:
            return
        self._agencies.add(taxon)
        self._codes[str(taxon.taxonomy), plain(taxon.code)] = taxon.code
        for name in (taxon.label_th, taxon.label_en, *(taxon.aliases or ())):
            if name:
                self._codes.setdefault((str(taxon.taxonomy), plain(name)), taxon.code)


def plain(text: str) -> str:
    """Return a name as compared: without spaces, full stops at its end, and capitals."""
    return "".join(text.split()).rstrip(".").casefold()


def read_taxa(row: CheckedRow, lists: TaxonLists) -> None:
    """Read the entries a row names into their codes; flag what no list holds.

    People write a name as the drop-down shows it; what the cell said stays in ``raw``.
    """
    assert row.record is not None
    changes: dict[str, object] = {}
    for spec in row.record.fields():
        value = getattr(row.record, spec.name)
        if spec.taxonomy is None or value is None:
            continue
        several = isinstance(value, tuple)
        said = value if several else (value,)
        read = tuple(_read(row, spec, spec.taxonomy, one, lists) for one in said)
        if read != said:
            changes[spec.name] = read if several else read[0]
    if changes:
        row.record = row.record.with_changes(**changes)


def _read(row: CheckedRow, spec: FieldSpec, taxonomy: str, said: str, lists: TaxonLists) -> str:
    code = lists.code(taxonomy, said)
    if code is None:
        row.findings.append(_stranger(row, spec, taxonomy, said, lists))
    return code or said


def _stranger(
    row: CheckedRow, spec: FieldSpec, taxonomy: str, said: str, lists: TaxonLists
) -> Finding:
    words = TaxonomyName.of(taxonomy).words
    if near := lists.candidates(taxonomy, said):
        names = {"list": words, "names": " · ".join(near)}
        return in_row(
            row.raw, Level.FLAG, "validate.several-in-list", _SEVERAL, spec, value=said, **names
        )
    names = {"list": words, "sheet": Taxon.noun.title}
    return in_row(row.raw, Level.FLAG, "validate.not-in-list", _UNKNOWN, spec, value=said, **names)
