"""How the figures were made, so that anyone may check them."""

from __future__ import annotations

from planning_kit import __version__, areas
from planning_kit.language import _
from planning_kit.profile.sampling import Sample
from planning_kit.records import is_above
from planning_kit.report.chapters.wording import sample_of
from planning_kit.report.section import Section
from planning_kit.workbook import Workbook


def method(workbook: Workbook) -> Section:
    """Return the method note: sampling, hiding, units, formulas and their sources."""
    if is_above(workbook.plan_area):
        return _of_level()
    counting = _counting(sample_of(workbook))
    parts = [
        Section("method-counts", _("What was counted"), sentences=counting),
        Section("method-hiding", _("What is hidden, and why"), sentences=_hiding()),
        Section("method-money", _("Land, units and money"), sentences=_money()),
        Section("method-formulas", _("Formulas"), sentences=_formulas()),
        Section("method-made", _("How this report was made"), sentences=_made()),
    ]
    return Section("method", _("Method"), parts=parts)


def _of_level() -> Section:
    """Return the note of a place above the tambon, which holds no household itself."""
    parts = [
        Section("method-adding", _("How figures are added up"), sentences=_adding()),
        Section("method-hiding", _("What is hidden, and why"), sentences=_hiding_above()),
        Section("method-made", _("How this report was made"), sentences=_made()),
    ]
    return Section("method", _("Method"), parts=parts)


def _adding() -> list[str]:
    return [
        _(
            "Tambons hand over sums, counts and classes, never a household. What a tambon did not "
            "state is left out; it is never taken as zero."
        ),
        _(
            "Numbers, areas and money are added. For an average the totals and the weights are "
            "added and then divided, for a share the two counts. A median is read from the added "
            "counts by class, evenly within a class; medians are never averaged."
        ),
        _(
            "Only figures of one unit, one year and one definition are added; others stand beside "
            "them. Ground that two plan areas share counts once; of two versions of one plan, the "
            "one endorsed last."
        ),
        _(
            "Beside each total stands how many tambons gave a value, out of those chosen as pilots "
            "and those that handed over a plan."
        ),
    ]


def _counting(sample: Sample) -> list[str]:
    said = [
        _("What a household did not state is left out of each figure; it is never taken as zero."),
        _("Each figure therefore carries its own n, the number that answered that question."),
    ]
    return [sample.sentence(), *said] if sample.n else said


def _hiding() -> list[str]:
    return [
        _("A figure with fewer than five households behind it is hidden."),
        _(
            "Where a hidden figure could be worked out by subtraction from a total, another "
            "one is hidden too (Hundepool and others 2012, Statistical Disclosure Control)."
        ),
        _(
            "Farming on land-reform or forest land, title deeds and informal debt are told only "
            "as a number of households, never as amounts or by village."
        ),
    ]


def _hiding_above() -> list[str]:
    return [
        _(
            "A figure of a tambon with one to four people or households behind it, or behind the "
            "other answer, is withheld here; what the tambon itself hides comes without a number."
        ),
        _(
            "Withheld figures are added at the first place, from amphoe to country, where at least "
            "four stand together and none of them can be told from their sum, by subtraction "
            "neither; until then they are in no total, and the coverage says how many these are."
        ),
        _("So a place has the same number on every page, and none gives a small one away."),
    ]


def _money() -> list[str]:
    return [
        _("1 rai = 4 ngan = 400 square wah = 1,600 square metres."),
        _("Money is in baht of the year stated; prices of different years are not adjusted."),
        _(
            "Gross margin per rai = value of sales and home use − costs, divided by the area. "
            "It is shown with cash costs only, and with own labour, own inputs and "
            "depreciation as well (Dillon and Hardaker 1993, Farm Management Research for "
            "Small Farmer Development, FAO)."
        ),
        _("A crop planted in two seasons counts its area twice: it is cropped area, not land."),
    ]


def _formulas() -> list[str]:
    return [
        _("Median and quartiles: linear interpolation (Hyndman and Fan 1996, type 7)."),
        _(
            "95% range of a mean: the usual interval with finite population correction "
            "(Cochran 1977, Sampling Techniques); of a share: Wilson’s interval (1927) "
            "with the same correction."
        ),
        _(
            "Gini coefficient: 0 where all have the same, 1 where one has everything; a "
            "negative income counts as zero (Cowell 2011, Measuring Inequality)."
        ),
        _("Crop diversity: Simpson (1949) and Shannon (1948), by planted area."),
    ]


def _made() -> list[str]:
    return [
        _(
            "Made with planning-kit {version}, by the computer from the workbook; no figure was typed.",
            version=__version__,
        ),
        areas.source_line(),
    ]
