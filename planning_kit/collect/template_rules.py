"""What a cell of the template accepts: drop-downs, whole numbers, and how to write the rest."""

from __future__ import annotations

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planning_kit.collect.template_cells import NO, YES, name_of_taxon, short
from planning_kit.collect.template_marks import FIRST_COLUMN, FIRST_ROW, LAST_ROW, LISTS_SHEET
from planning_kit.language import N_, Words, translate
from planning_kit.records import (
    Choices,
    FieldSpec,
    Kind,
    Record,
    Taxon,
    merged_taxa,
    offered_names,
    shipped_taxa,
)

_LONGEST_MESSAGE, _LONGEST_TITLE = 250, 30
_PROMPTS = {
    Kind.DATE: N_("Write day/month/year in the Buddhist era, such as 22/11/2569"),
    Kind.LAND: N_("Write rai-ngan-square wah, such as 5-2-30, or just the number of rai"),
    Kind.MONTHS: N_("Write months, such as พ.ค.-มิ.ย. or 5,6"),
    Kind.CODE: N_("Write the code as text; all its digits are kept"),
}
# A rule needs a bound, even where the declaration has none.
_LEAST = -1_000_000_000_000
_COUNTED = (Kind.INTEGER, Kind.YEAR_BE)
_MEASURED = (Kind.NUMBER, Kind.MONEY, Kind.SHARE)


class AnswerLists:
    """The hidden sheet of closed answer lists, one column each, shared by all sheets."""

    def __init__(self, sheet: Worksheet, language: str, taxa: tuple[Taxon, ...] = ()) -> None:
        self._sheet = sheet
        self._language = language
        self._taxa = taxa
        self._places: dict[str, str] = {}

    def reference(self, choices: type[Choices] | None) -> str:
        """Return the range that holds the answers; yes and no where ``choices`` is ``None``."""
        name = choices.__qualname__ if choices else "YesNo"
        if name not in self._places:
            words = [member.words for member in choices] if choices else [YES, NO]
            self._places[name] = self._write(name, words)
        return self._places[name]

    def names(self, taxonomy: str) -> list[Words]:
        """Return the names of a list that an area may widen, those no longer used left out."""
        own = tuple(taxon for taxon in self._taxa if taxon.taxonomy == taxonomy)
        listed = merged_taxa(shipped_taxa(taxonomy), own)
        return [name_of_taxon(taxon) for taxon in listed if taxon.is_retired is not True]

    def open_reference(self, taxonomy: str) -> str | None:
        """Return the range that holds a list’s names, ``None`` where the list is empty."""
        if taxonomy not in self._places and (words := self.names(taxonomy)):
            self._places[taxonomy] = self._write(taxonomy, words)
        return self._places.get(taxonomy)

    def declared_reference(self, name: str) -> str:
        """Return the range that holds the names of a list of data, such as the channels."""
        place = f"declared.{name}"
        if place not in self._places:
            self._places[place] = self._write(place, offered_names(name))
        return self._places[place]

    def _write(self, name: str, words: list[Words]) -> str:
        column = len(self._places) + 1
        letter = get_column_letter(column)
        self._sheet.cell(1, column, name)
        for row, wording in enumerate(words, start=2):
            self._sheet.cell(row, column, wording.say(self._language))
        sheet_name = quote_sheetname(LISTS_SHEET.say(self._language))
        return f"{sheet_name}!${letter}$2:${letter}${len(words) + 1}"


def add_rules(sheet: Worksheet, kind: type[Record], lists: AnswerLists, language: str) -> None:
    """Attach to every column the rule of its field, for all rows down to ``LAST_ROW``."""
    for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN):
        rule = rule_for(spec, lists, language)
        if rule is None:
            continue
        letter = get_column_letter(at)
        rule.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
        sheet.add_data_validation(rule)


def rule_for(spec: FieldSpec, lists: AnswerLists, language: str) -> DataValidation | None:
    """Return the rule of one field, or ``None`` where anything may be written."""
    if spec.declared is not None:
        return _named(lists.declared_reference(spec.declared))
    if spec.taxonomy is not None:
        return _open_list(spec, spec.taxonomy, lists, language)
    if spec.kind is Kind.CHOICE:
        return _list(spec, lists.reference(spec.choices), language)
    if spec.kind is Kind.YES_NO:
        return _list(spec, lists.reference(None), language)
    if spec.kind in _COUNTED:
        return _amount(spec, "whole", language)
    if spec.kind in _MEASURED:
        return _amount(spec, "decimal", language)
    if spec.kind is Kind.CHOICES and spec.choices is not None:
        said = translate(N_("Several answers, with a comma between"), language)
        answers = ", ".join(member.words.say(language) for member in spec.choices)
        return _prompt(spec, f"{said}: {answers}", language)
    sentence = _PROMPTS.get(spec.kind)
    return None if sentence is None else _prompt(spec, translate(sentence, language), language)


def _list(spec: FieldSpec, reference: str, language: str) -> DataValidation:
    rule = DataValidation(type="list", formula1=f"={reference}", allow_blank=True)
    return _with_error(rule, spec, N_("Choose an answer from the list"), language)


def _named(reference: str) -> DataValidation:
    """Offer names without insisting on them: an area may have more, and codes are read too."""
    return DataValidation(
        type="list", formula1=f"={reference}", allow_blank=True, showErrorMessage=False
    )


def _open_list(
    spec: FieldSpec, taxonomy: str, lists: AnswerLists, language: str
) -> DataValidation | None:
    """Offer a list without insisting on it: an area may have more, and several may be named."""
    if spec.kind is Kind.CODE:
        reference = lists.open_reference(taxonomy)
        return _named(reference) if reference else None
    names = ", ".join(words.say(language) for words in lists.names(taxonomy))
    said = translate(N_("Several answers, with a comma between"), language)
    return _prompt(spec, f"{said}: {names}", language) if names else None


def _amount(spec: FieldSpec, sort: str, language: str) -> DataValidation:
    low, high = spec.low, spec.high
    rule = DataValidation(type=sort, operator="greaterThanOrEqual", allow_blank=True)
    rule.formula1 = str(_LEAST if low is None else low)
    if low is None:
        sentence = N_("Write a number; leave it blank if not known")
    elif high is None:
        sentence = N_("Write a number of {low} or more; 0 means none, blank means not known")
    else:
        sentence = N_("Write a number from {low} to {high}; leave it blank if not known")
        rule.operator, rule.formula2 = "between", str(high)
    return _with_error(rule, spec, sentence, language, low=low, high=high)


def _with_error(
    rule: DataValidation, spec: FieldSpec, sentence: str, language: str, **values: object
) -> DataValidation:
    rule.showErrorMessage = True
    rule.errorTitle = short(spec.label.say(language), _LONGEST_TITLE)
    rule.error = translate(sentence, language).format(**values)[:_LONGEST_MESSAGE]
    return rule


def _prompt(spec: FieldSpec, text: str, language: str) -> DataValidation:
    rule = DataValidation(allow_blank=True, showInputMessage=True)
    rule.promptTitle = short(spec.label.say(language), _LONGEST_TITLE)
    rule.prompt = text[:_LONGEST_MESSAGE]
    return rule
