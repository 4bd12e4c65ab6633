"""Blanks of worksheets, where paper in a hall asks otherwise than the form of a survey does."""

from __future__ import annotations

from planning_kit.language import Words, _
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.taxonomies import shipped_taxa
from planning_kit.report.markup import element, text
from planning_kit.report.paper_form_blanks import answers_of, blank, comb

_MOST_TICKS = 12
_VILLAGES = {"village_code": 1, "village_codes": 6}
_DIGITS = 2


def choices_of(spec: FieldSpec) -> tuple[tuple[str, Words], ...]:
    """Return the answers to tick, with their codes: closed ones, and a list that fits on paper."""
    if offered := answers_of(spec):
        return offered
    if not spec.taxonomy:
        return ()
    taxa = [one for one in shipped_taxa(spec.taxonomy) if one.code and not one.is_retired]
    if len(taxa) > _MOST_TICKS:
        return ()
    return tuple((str(one.code), Words(str(one.label_th), str(one.label_en))) for one in taxa)


def help_of(spec: FieldSpec) -> str:
    """Return what is told below a question; codes and lists of the form are none on paper."""
    if spec.name in _VILLAGES:
        return "" if spec.name == "village_code" else _("The whole tambon: leave it blank")
    return "" if spec.taxonomy and choices_of(spec) else str(spec.help or "")


def space_for(spec: FieldSpec) -> str:
    """Return the space in which a question is answered by hand, as HTML.

    A village is written by its number in the tambon, which everybody knows, not by its code.
    """
    if spec.name in _VILLAGES:
        boxes = f"<span>{comb(_DIGITS)}</span>" * _VILLAGES[spec.name]
        return element("span", f"<span>{text(_('Village no.'))}</span>{boxes}", class_="blank")
    if spec.taxonomy and (offered := choices_of(spec)):
        ticks = "".join(f"<span>{_tick(words)}</span>" for _code, words in offered)
        return element("span", ticks, class_="blank")
    if spec.kind is Kind.CODES:
        return element("span", '<span class="line long"></span>', class_="blank")
    return blank(spec)


def _tick(words: Words) -> str:
    box = '<span class="box"></span>'
    return element("span", box + element("span", text(words)), class_="tick")
