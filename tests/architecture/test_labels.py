"""Every label, help line, unit and answer of every record is there in Thai and in English."""

import re

import pytest

from planning_kit.language import Words
from planning_kit.records import Choices, Kind, record_types

THAI = re.compile("[\u0e00-\u0e7f]")
# Names that Thai farmers and officers write in Latin letters.
LATIN_IN_THAI = {"GAP", "UTM", "n", "N"}
SEPARATORS = re.compile(r"[,;|\n，]")


def word_faults(place: str, words: Words) -> list[str]:
    """Say what a pair of wordings lacks."""
    said = []
    if not words.th.strip() or not words.en.strip():
        said.append(f"{place}: a wording is empty")
    if THAI.search(words.en):
        said.append(f"{place}: Thai letters in the English {words.en!r}")
    if not THAI.search(words.th) and words.th not in LATIN_IN_THAI:
        said.append(f"{place}: no Thai letter in the Thai {words.th!r}")
    if words.th != words.th.strip() or words.en != words.en.strip():
        said.append(f"{place}: blanks at an end")
    return said


def answer_faults(place: str, choices: type[Choices], *, several: bool) -> list[str]:
    """Say which answers cannot be told apart, or break apart when listed in a cell."""
    said = []
    for language in ("th", "en"):
        wordings = [answer.words.say(language) for answer in choices]
        if len({"".join(wording.split()).casefold() for wording in wordings}) < len(wordings):
            said.append(f"{place}: two answers with one wording in {language}")
        if several:
            said += [f"{place}: {w!r} would be split" for w in wordings if SEPARATORS.search(w)]
    return said


def _records():
    for kind in record_types():
        name = kind.noun.name
        yield f"{name} title", kind.noun.title
        yield f"{name} help", kind.noun.help
        for spec in kind.fields():
            yield f"{name}.{spec.name} label", spec.label
            for part in ("help", "unit", "group"):
                if getattr(spec, part) is not None:
                    yield f"{name}.{spec.name} {part}", getattr(spec, part)
            for answer in spec.choices or ():
                yield f"{name}.{spec.name}={answer}", answer.words


def test_every_wording_is_there_in_both_languages():
    assert [line for place, words in _records() for line in word_faults(place, words)] == []


def test_every_answer_can_be_told_from_the_others_and_listed():
    said = []
    for kind in record_types():
        for spec in kind.fields():
            if spec.choices is not None:
                place = f"{kind.noun.name}.{spec.name}"
                several = spec.kind is Kind.CHOICES
                said += answer_faults(place, spec.choices, several=several)
    assert said == []


def test_no_two_columns_of_a_sheet_share_a_heading():
    twice = []
    for kind in record_types():
        for language in ("th", "en"):
            labels = [spec.label.say(language) for spec in kind.fields()]
            twice += [(kind.noun.name, lab) for lab in set(labels) if labels.count(lab) > 1]
    assert twice == []


@pytest.mark.parametrize(
    "words", [Words("", "Land"), Words("ที่ดิน", ""), Words("Land", "Land"), Words("ไร่", "ไร่"),
              Words("ไร่ ", "rai")]
)  # fmt: skip
def test_a_missing_wording_is_caught(words):
    assert word_faults("x", words)


def test_answers_that_blur_or_break_are_caught():
    class Blur(Choices):
        A = "a", "น้ำ", "water"
        B = "b", "น้ำ", "rain"

    class Break(Choices):
        A = "a", "ห้วย", "stream, canal"

    assert answer_faults("x", Blur, several=False)
    assert answer_faults("x", Break, several=True)
    assert answer_faults("x", Break, several=False) == []
    assert word_faults("x", Words("GAP", "GAP")) == []
