"""What the candidates were given: places with reasons, scorers who differ, scores still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planning_kit import areas
from planning_kit.charts.priorities import priority_bars
from planning_kit.charts.values import Form
from planning_kit.deliberate import PilotChoice
from planning_kit.language import _
from planning_kit.records.plain_rows import codes, framed
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.pilot_records import PilotRecords, coded, listed
from planning_kit.report.chapters.plan_frames import latest_decision
from planning_kit.report.chapters.poll_orders import places_apart
from planning_kit.report.chapters.told_at import told_at
from planning_kit.report.chapters.wording import joined, label, number
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai.persons import MASK

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_KINDS = {Form.INT: "number", Form.NUMBER: "number", Form.TEXT: "text"}


def pilot_scores(workbook: Workbook, records: PilotRecords) -> Section:
    """Return the order of the candidates, and why each stands where it does."""
    section = Section("pilot-scores", _("What the candidates were given"))
    choice = records.choice
    if not records.counted or choice is None:
        said = records.why_not or _("Nobody has scored a candidate yet.")
        section.sentences = [_("No order is worked out."), said]
        return section
    section.sentences = [*_scored_by(choice), *_first_said(choice), *_gaps_said(choice, records)]
    section.pictures = _pictures(workbook, choice)
    section.tables = [_means(choice, records), _reasons(choice, records)]
    for table in (_apart(choice, records), _missing(choice, records)):
        if table is not None:
            section.tables.append(table)
    told = _("n = {n} scores by {scorers} scorers", n=number(len(records.counted)),
             scorers=number(len(choice.scorers)))  # fmt: skip
    section.evidence = [*told_at(workbook, [row["forum_code"] for row in records.counted]), told]
    return section


def _scored_by(choice: PilotChoice) -> list[str]:
    said = [
        _("Scored by {scorers}. Each counts once: the mean of their scores is taken.",
          scorers=joined(choice.scorers))
    ]  # fmt: skip
    if any(MASK in scorer for scorer in choice.scorers):
        said.append(
            _("Scores under a person’s name count as one scorer, {mask}; write the organisation.",
              mask=MASK)
        )  # fmt: skip
    return said


def _first_said(choice: PilotChoice) -> list[str]:
    order = choice.ranking.order
    placed = order.loc[order["place"].notna()]
    if placed.empty:
        return [_("No candidate has been scored on every criterion, so none has a place yet.")]
    if len(order) == 1:
        return [_("There is only one candidate, so there is nothing to put in order.")]
    first = choice.ranking.top(1)
    if len(first) == len(order):
        return [_("Every candidate has the same result: these scores set no order. Talk it over.")]
    if len(first) > 1:
        return [_("By the scores, {tambons} share the first place.", tambons=listed(first))]
    return [_("By the scores, {tambons} comes first.", tambons=listed(first))]


def _gaps_said(choice: PilotChoice, records: PilotRecords) -> list[str]:
    said = []
    options = list(choice.ranking.order["option"])
    nobody = [
        name
        for name in records.criteria
        if choice.weights[name] and all(name in choice.lacking(one) for one in options)
    ]
    if nobody:
        said.append(
            _("Nobody has scored any candidate on {criteria}.",
              criteria=joined(f"“{records.criterion(one)}”" for one in nobody))
        )  # fmt: skip
    without = [one for one in options if choice.lacking(one)]
    if without and len(without) < len(options):
        said.append(
            _("Without a place, because a criterion was not scored: {tambons}.",
              tambons=listed(without))
        )  # fmt: skip
    if choice.strange:
        said.append(
            _("Scores on criteria that the list does not have are not used: {criteria}.",
              criteria=", ".join(choice.strange))
        )  # fmt: skip
    return said


def decimals(choice: PilotChoice) -> int:
    """Return how many decimals it takes until different results look different."""
    return places_apart(choice.ranking.order["value"].dropna(), 2)


def _pictures(workbook: Workbook, choice: PilotChoice) -> list[Picture]:
    order = choice.ranking.order
    if order["place"].notna().sum() < 2:
        return []
    shown = order.assign(statement=[areas.short_title(one) for one in order["option"]])
    decision = latest_decision(workbook, "pilot")
    adopted = codes(decision["adopted_codes"]) if decision else ()
    bars = priority_bars(shown, adopted=adopted, form=Form.NUMBER, places=decimals(choice), unit="")
    told = " · ".join(
        f"{areas.short_title(option)} {number(value, decimals(choice))}"
        for option, value in zip(order["option"], order["value"], strict=True)
    )
    return picture_sheets(bars, told, _("Weighted result, 4 at most"))


def _means(choice: PilotChoice, records: PilotRecords) -> Table:
    order = choice.ranking.order
    frame = order.assign(tambon=[coded(one) for one in order["option"]])
    columns = [
        Column("tambon", _("Tambon")),
        Column("place", _("Place"), Form.INT),
        Column("value", _("Weighted result"), Form.NUMBER, decimals(choice)),
    ]
    columns += [
        Column(
            name,
            _("{criterion} ({weight}%)", criterion=one.name,
              weight=number(float(choice.weights[name]))),
            Form.NUMBER,
            2,
        )
        for name, one in records.criteria.items()
    ]  # fmt: skip
    caption = _("Mean scores by criterion (1 to 4), and the weighted result")
    note = _("– : nobody has scored it there; it is neither a low score nor averaged away.")
    blank = bool(order[list(records.criteria)].isna().any(axis=None))
    return Table(frame, columns, caption=caption, wide=True, note=note if blank else "")


def _reasons(choice: PilotChoice, records: PilotRecords) -> Table:
    places = decimals(choice)
    rows: list[dict[str, Any]] = [
        {
            "place": place,
            "tambon": coded(option),
            "why": " ".join(records.say(one, places) for one in choice.ranking.reasons(option)),
        }
        for option, place in zip(
            choice.ranking.order["option"], choice.ranking.order["place"], strict=True
        )
    ]
    columns = [
        Column("place", _("Place"), Form.INT),
        Column("tambon", _("Tambon")),
        Column("why", _("Why this place")),
    ]
    return _table(rows, columns, _("The order by scores, and why"), row_heading=False)


def _apart(choice: PilotChoice, records: PilotRecords) -> Table | None:
    notes = {
        (row["tambon_code"], row["criterion"], row["scored_by"]): row["note"]
        for row in records.counted
    }
    rows = []
    for option in choice.ranking.order["option"]:
        for name in choice.apart(option):
            given = choice.cells[option, name].by_scorer
            row = {"tambon": coded(option), "criterion": records.criterion(name)}
            for end, score in (("low", min(given.values())), ("high", max(given.values()))):
                who = [one for one, own in given.items() if own == score]
                told = [f"{one}: {notes.get((option, name, one)) or '–'}" for one in who]
                row[end] = f"{number(float(score), 0 if score.denominator == 1 else 1)} — " + (
                    "\n".join(told)
                )
            rows.append(row)
    columns = [
        Column("tambon", _("Tambon")),
        Column("criterion", label("pilot_score", "criterion")),
        Column("low", _("Lowest score: who, on what evidence")),
        Column("high", _("Highest score: who, on what evidence")),
    ]
    caption = _("Where scorers are two steps or more apart")
    return _table(rows, columns, caption, wide=True) if rows else None


def _missing(choice: PilotChoice, records: PilotRecords) -> Table | None:
    rows = []
    for option in choice.ranking.order["option"]:
        lacking: dict[str, list[str]] = {}
        for scorer, name in choice.missing(option):
            lacking.setdefault(scorer, []).append(records.criterion(name))
        rows += [
            {"tambon": coded(option), "scorer": scorer, "criteria": "\n".join(names)}
            for scorer, names in lacking.items()
        ]
    columns = [
        Column("tambon", _("Tambon")),
        Column("scorer", _("Scorer")),
        Column("criteria", _("Has not scored")),
    ]
    return _table(rows, columns, _("Scores still missing")) if rows else None


def _table(rows: list[dict[str, Any]], columns: list[Column], caption: str, **more: Any) -> Table:
    frame = framed(rows, {one.name: _KINDS[Form(one.form)] for one in columns})
    return Table(frame, columns, caption=caption, whole=False, **more)
