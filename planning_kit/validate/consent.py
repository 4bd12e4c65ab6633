"""Households that were not asked whether their data may be used, or whose answer is missing."""

from __future__ import annotations

from planning_kit.language import N_
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, at_place, in_row

_FIELD = "consent_given"
_ROW = N_(
    "Whether the household agreed to the use of its data is not stated; ask and fill it in, or "
    "leave the row out"
)
_FILE = N_(
    "None of {n} households says whether it agreed to the use of its data; make sure of the right "
    "to use them (Personal Data Protection Act B.E. 2562)"
)


def missing_consent(facts: Facts, *, foreign: bool) -> Marks:
    """Yield a flag for each household without an answer where others of its source have one.

    Where no household of the file has one, the question was not asked: one remark says so
    for the whole file, as a note where it is somebody else's table, whose own rules hold.
    """
    asked = {
        fact.record.source_code
        for fact in facts.of("household")
        if fact.record.consent_given is not None
    }
    silent = [(home, row) for home, row in facts.new("household") if home.consent_given is None]
    never_asked = 0
    for home, row in silent:
        if home.source_code not in asked:
            never_asked += 1
        # A date without an answer has a sentence of its own.
        elif home.consent_date is None:
            spec = home.field(_FIELD)
            yield row, in_row(row.raw, Level.FLAG, "validate.consent-not-stated", _ROW, spec)
    if never_asked:
        level = Level.NOTE if foreign else Level.FLAG
        yield None, at_place(level, "validate.consent-never-asked", _FILE, None, n=never_asked)
