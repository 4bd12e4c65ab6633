"""What the instruction sheets say: of the workbook for field teams, and of that for the plan."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.language import N_

Parts = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class GuideText:
    """Title, purpose and numbered parts of an instruction sheet, as message ids."""

    title: str
    purpose: str
    parts: Parts
    pages: int
    """How many pages it is printed on at most; 0 for as many as it takes."""


_WHEN_DONE = (
    N_("When you are done"),
    (
        N_(
            "Save as .xlsx without a password and give it to the facilitator or the secretary "
            "of the plan’s working group."
        ),
        N_(
            "The import lists every row that needs mending, with its sheet, row and column. "
            "Mend it here and import the file again; nothing is counted twice."
        ),
    ),
)
_SURVEY = GuideText(
    N_("Data workbook for the tambon agricultural development plan"),
    N_(
        "This workbook gathers what the tambon knows of itself: its households, farming, money, "
        "groups, hazards and resources. The planning team imports it and gets the tambon’s report. "
        "Fill in only the sheets you have data for; leave the others empty, but do not delete them."
    ),
    (
        (
            N_("Before you start: consent"),
            (
                N_(
                    "Tell each household what the data is for and who will see it, and ask for its "
                    "consent. If it does not agree, do not write its row."
                ),
                N_(
                    "Write no name, telephone number, address or citizen number anywhere, and no "
                    "lender’s name. Give each household a code, such as 03-012 (village 3, number "
                    "12). Keep the list of codes and names apart, on paper, with one person."
                ),
                N_(
                    "Land papers and informal debt are only ever reported as a number of "
                    "households, never for one household."
                ),
            ),
        ),
        (
            N_("How to fill it in"),
            (
                N_(
                    "Begin with the Sources sheet: where the data comes from, when and how it was "
                    "gathered."
                ),
                N_(
                    "Then the Villages sheet, then the households, then what each household grows "
                    "and earns."
                ),
                N_("Start in the row below the grey example. The example is never imported."),
                N_(
                    "One row is one thing. Do not merge cells, and do not add totals or titles "
                    "between rows."
                ),
                N_(
                    "0 means there is none. A blank cell means it is not known. These are different."
                ),
                N_(
                    "Dates: day/month/year in the Buddhist era, such as 22/11/2569 or 22 พ.ย. 2569."
                ),
                N_(
                    "Land: rai-ngan-square wah, such as 5-2-30 (5 rai 2 ngan 30 square wah). A "
                    "number alone counts rai: 5.5 is 5 rai 2 ngan."
                ),
                N_("Money is in baht, without the word baht. Commas and Thai digits are fine."),
                N_("Months: พ.ค.-มิ.ย. or 5,6. Several answers: put a comma between them."),
                N_(
                    "You may rename sheets and move columns. Do not delete the hidden row above the "
                    "example: by it the columns are known."
                ),
            ),
        ),
        _WHEN_DONE,
    ),
    pages=1,
)
_PLAN = GuideText(
    N_("Planning workbook for the tambon agricultural development plan"),
    N_(
        "This workbook holds the plan as it is made: who met, what problems they told, how they "
        "chose, what they decided, the projects with their money and partners, and how change is "
        "measured. Fill in the sheets as the work goes on, over several meetings; leave the others "
        "empty, but do not delete them."
    ),
    (
        (
            N_("Before you start"),
            (
                N_(
                    "Write no person’s name, telephone number or citizen number anywhere. Write "
                    "groups, organisations and roles: “the water users’ group”, “the village head”."
                ),
                N_(
                    "Ballots are anonymous: a number is printed on each paper, and only that number "
                    "is typed in."
                ),
                N_(
                    "Codes are your own and short: F01 for a forum, P01 for a problem, PJ01 for a "
                    "project. By its code a row is named in the other sheets; do not change a code "
                    "once others name it."
                ),
            ),
        ),
        (
            N_("In which order"),
            (
                N_(
                    "Listening: forums and attendance, problems, the problem tree, SWOT, local "
                    "knowledge, the timeline and the seasonal calendar."
                ),
                N_(
                    "Choosing: the votes held, then ballots (one row for each option on a paper) or "
                    "totals counted in the hall, then what the meeting decided and why."
                ),
                N_(
                    "Planning: development issues, vision, indicators, projects. Begin a project with "
                    "its name, who does it and its owner; the rest follows once the meeting takes it "
                    "up. Then activities, budget lines and partners."
                ),
                N_(
                    "Afterwards: a row for each new status of a project, actual values of "
                    "indicators, policy proposals and lessons."
                ),
            ),
        ),
        (
            N_("How to fill it in"),
            (
                N_("Start in the row below the grey example. The example is never imported."),
                N_(
                    "One row is one thing. Do not merge cells, and do not add totals or titles "
                    "between rows."
                ),
                N_(
                    "0 means there is none. A blank cell means it is not known. These are different."
                ),
                N_(
                    "Dates: day/month/year in the Buddhist era, such as 22/11/2569 or 22 พ.ย. 2569."
                ),
                N_(
                    "Years of money and work are fiscal years: October to September. 2571 begins on "
                    "1 October 2570."
                ),
                N_("Money is in baht, without the word baht. Commas and Thai digits are fine."),
                N_(
                    "Where a cell offers a list of themes, agencies or sources of money, choose from "
                    "it or write the name or its abbreviation. What is missing you add in the last "
                    "sheet, with where it comes from."
                ),
                N_(
                    "Several codes or answers in one cell: put a comma between them, such as P01, P02."
                ),
                N_(
                    "You may rename sheets and move columns. Do not delete the hidden row above the "
                    "example: by it the columns are known."
                ),
            ),
        ),
        _WHEN_DONE,
    ),
    pages=0,
)
GUIDES = {"survey": _SURVEY, "plan": _PLAN}
"""The instruction sheet of each workbook."""
