"""The rules that look at many rows at once, one after another."""

from __future__ import annotations

from planning_kit.validate.alike_names import alike_names
from planning_kit.validate.between_tables import between_tables
from planning_kit.validate.consent import missing_consent
from planning_kit.validate.disagreement import disagreements
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.near_duplicates import near_duplicates
from planning_kit.validate.outliers import outliers
from planning_kit.validate.plan_together import PLAN_RULES
from planning_kit.validate.survey_dates import dates_outside_surveys
from planning_kit.validate.village_totals import village_totals


def judged_together(facts: Facts, foreign: bool) -> Marks:
    """Yield what is found where rows are seen side by side; every row stays as it is."""
    yield from missing_consent(facts, foreign=foreign)
    for rule in (
        dates_outside_surveys,
        between_tables,
        outliers,
        near_duplicates,
        alike_names,
        disagreements,
        village_totals,
        *PLAN_RULES,
    ):
        # Each rule has looked before the first of its flags lands on a row.
        yield from list(rule(facts))
