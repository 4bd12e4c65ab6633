"""What an area asks besides: its answers, shown here alone and in no joint indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, Words, _
from planning_kit.profile.coverage import agreed
from planning_kit.profile.privacy import too_few
from planning_kit.profile.sampling import Sample
from planning_kit.profile.spread import spread_table as spread_of
from planning_kit.profile.tally import tally, tally_several, tally_yes
from planning_kit.records import LocalQuestion, Privacy, record_type
from planning_kit.records.local_questions import QuestionKind, condition_of
from planning_kit.report.chapters.answer_part import MOST_OFTEN, SEVERAL, share_picture
from planning_kit.report.chapters.answer_tables import (
    given,
    leading,
    spread_table,
    tally_table,
    worded,
)
from planning_kit.report.chapters.local_answer_counts import AMOUNTS, Answered, answered
from planning_kit.report.chapters.wording import evidence, known, number, percent, sample_of
from planning_kit.report.section import Section
from planning_kit.report.table import Table
from planning_kit.thai import SQUARE_WAH_PER_RAI, format_months

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MARK = N_("A question of this area, not a joint indicator")
_YES_NO = {"yes": Words("ใช่", "yes"), "no": Words("ไม่ใช่", "no")}
_SOME = {"yes": Words("มากกว่า 0", "more than 0")}


def local_answers(workbook: Workbook) -> Section | None:
    """Show the answers to the area's own questions; ``None`` where it asks none."""
    questions = workbook.local_questions()
    if not questions:
        return None
    return Section(
        "local-answers",
        _("Questions of this area"),
        sentences=[
            _(
                "This area asked these questions of its own. They are not joint indicators: they "
                "are not compared with other tambons and not added up for the province."
            )
        ],
        parts=[_part(workbook, question, questions) for question in questions],
    )


def _part(
    workbook: Workbook, question: LocalQuestion, questions: Sequence[LocalQuestion]
) -> Section:
    code = str(question.code).replace("_", "-")
    section = Section(f"local-{str(question.about).replace('_', '-')}-{code}", str(question.label))
    frame = workbook.frame(str(question.about))
    found = answered(agreed(frame) if question.about == "household" else frame, question)
    if not found.may_show:
        section.sentences = [
            _("Too few were asked, or too few not, for their answers to be shown.")
        ]
    elif not found.n:
        section.sentences = [_("Nobody has answered this question yet.")]
    elif question.privacy_class is Privacy.PERSONAL:
        section.sentences = [_in_own_words(found)]
    else:
        sample = sample_of(workbook) if _is_of_all(question) else None
        _show(section, question, found, sample)
    if only_if := condition_of(question, record_type(str(question.about)), questions):
        section.notes.append(str(only_if))
    section.evidence = [" · ".join([*_evidence(workbook, question, found), _(MARK)])]
    return section


def _evidence(workbook: Workbook, question: LocalQuestion, found: Answered) -> list[str]:
    if not found.may_show or not found.n:
        return []
    words = found.unit.words
    # How many there are in all says nothing of a question that is not for all of them.
    of = words if _is_of_all(question) else Words(words.th, words.en)
    return [evidence(workbook, str(question.about), found.n, of=of)]


def _is_of_all(question: LocalQuestion) -> bool:
    """Tell whether every sampled household was asked, so that a range can be worked out."""
    return question.about == "household" and not question.ask_if_field


def _in_own_words(found: Answered) -> str:
    if too_few(found.n):
        return _("Fewer than five answered in their own words. What they wrote is not shown.")
    return _(
        "{count} answered in their own words. What they wrote is not shown: it may name somebody.",
        count=found.unit.counted(found.n),
    )


def _show(
    section: Section, question: LocalQuestion, found: Answered, sample: Sample | None
) -> None:
    counts_only = question.privacy_class is Privacy.COUNT_ONLY
    if question.kind in AMOUNTS and not counts_only:
        _show_amounts(section, question, found, sample)
    else:
        _show_counts(section, question, found, sample, counts_only=counts_only)
    silent = len(found.values) - found.n
    if silent:
        section.notes.append(_("Not stated by {count}.", count=found.unit.counted(silent)))


def _show_amounts(
    section: Section, question: LocalQuestion, found: Answered, sample: Sample | None
) -> None:
    values = pd.to_numeric(found.values).astype("float64")
    if question.kind == QuestionKind.LAND:
        values = values / float(SQUARE_WAH_PER_RAI)
    label, unit = str(question.label), _unit(question)
    table = worded(spread_of({label: values}, sample), lambda name: name, "measure")
    row = table.iloc[0]
    if known(row["median"]):
        section.sentences = [
            _(
                "{question}: half say {median} {unit} or less; the mean is {mean} {unit}.",
                question=label,
                median=_short(row["median"]),
                mean=_short(row["mean"]),
                unit=unit,
            )
        ]
    section.tables = [
        spread_table(table, _("Question"), f"{label} ({unit})" if unit else label, Form.NUMBER)
    ]


def _short(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _unit(question: LocalQuestion) -> str:
    if question.kind == QuestionKind.LAND:
        return str(Words("ไร่", "rai"))
    if question.unit is not None:
        return str(question.unit)
    if question.kind == QuestionKind.SHARE:
        return "%"
    return str(Words("บาท", "baht")) if question.kind == QuestionKind.MONEY else ""


def _show_counts(
    section: Section,
    question: LocalQuestion,
    found: Answered,
    sample: Sample | None,
    *,
    counts_only: bool,
) -> None:
    label = str(question.label)
    counts = _counts(question, found, sample)
    if counts_only:
        counts = _hide_unanimous(counts)
    first = leading(counts)
    if first is not None:
        section.sentences = [
            _(
                MOST_OFTEN,
                question=label,
                answer=first["label"],
                count=number(first["households"]),
                households=found.unit.counted(first["n"]),
                share=percent(first["share"]),
            )
        ]
    caption = _("{question} (share of those who answered)", question=label)
    picture = share_picture(counts, caption) if len(given(counts)) > 1 else None
    section.pictures = [picture] if picture else []
    section.tables = [_table(counts, label, found)]
    if found.several and found.unit.is_household:
        section.notes.append(_(SEVERAL))


def _counts(question: LocalQuestion, found: Answered, sample: Sample | None) -> pd.DataFrame:
    if question.kind in AMOUNTS:
        some = found.values.map(lambda value: None if value is None else value > 0)
        return worded(tally_yes(some, sensitive=True, sample=sample), _SOME)
    keys, wordings = _keys(question, found)
    count = tally_several if found.several else tally
    return worded(count(found.values, keys, sample), wordings)


def _keys(question: LocalQuestion, found: Answered) -> tuple[list[str], Mapping[str, Words]]:
    """Return every possible answer in its order, an answer no longer offered included."""
    if question.kind == QuestionKind.YES_NO:
        return list(_YES_NO), _YES_NO
    if question.kind == QuestionKind.MONTHS:
        names = [Words(format_months((m,), "th"), format_months((m,), "en")) for m in range(1, 13)]
        return [str(month) for month in range(1, 13)], {
            str(month): name for month, name in enumerate(names, start=1)
        }
    stated = [one if isinstance(one, tuple) else (one,) for one in found.values.dropna()]
    said = sorted({str(part) for one in stated for part in one})
    offered = {str(member.value): member.words for member in question.answers or ()}
    return list(dict.fromkeys([*offered, *said])), {**{k: Words(k, k) for k in said}, **offered}


def _hide_unanimous(counts: pd.DataFrame) -> pd.DataFrame:
    """Hide an answer that all gave: it would tell of each one."""
    everyone = counts["households"] == counts["n"]
    hidden = counts.copy()
    hidden.loc[everyone, ["households", "share", "low", "high"]] = float("nan")
    hidden["hidden"] = hidden["hidden"] | everyone
    return hidden


def _table(counts: pd.DataFrame, label: str, found: Answered) -> Table:
    table = tally_table(counts, label, label)
    if found.unit.is_household:
        return table
    columns = [
        replace(column, label=_("Number")) if column.name == "households" else column
        for column in table.columns
    ]
    return replace(table, columns=columns, note="")
