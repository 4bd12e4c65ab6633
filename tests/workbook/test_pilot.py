"""Candidates, weights and scores as a province saves them: what is refused, what is flagged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planning_kit.store import Store
from planning_kit.workbook import Workbook, create, whole_tambon
from planning_kit.workbook.higher_places import higher_place
from planning_kit.workbook.saving import Saving, asked_kind, save_answers

CANDIDATE = {"tambon_code": "670101", "proposed_by": "สภาองค์กรชุมชนตำบล", "reason": "พร้อม"}
FORUM = {"forum_code": "F01", "kind": "other", "title": "ประชุมร่วม", "date": "10 ต.ค. 2569"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kit.sqlite") as opened:
        yield opened


@pytest.fixture
def province(store: Store) -> Workbook:
    return create(higher_place("province", "67"), store=store, who="a")


@pytest.fixture
def save(province: Workbook) -> Callable[..., Saving]:
    def saved(name: str, /, workbook: Workbook = province, **answers: Any) -> Saving:
        return save_answers(workbook, asked_kind(workbook, name), answers, who="a", why="b")

    return saved


def codes(saving: Saving) -> list[str]:
    return [one.code for one in saving.findings]


@pytest.mark.parametrize(
    ("code", "finding", "said"),
    [
        ("730502", "validate.candidate-outside", "is not in Phetchabun Province"),
        ("670599", "areas.abolished-code", "670601 Tambon Si Thep"),
        ("670207", "areas.abolished-code", "no successor is recorded"),
        ("6701", "validate.candidate-no-tambon", "write its 6 digits"),
        ("670199", "areas.unknown-code", "Check the last digits"),
        ("เมือง", "areas.not-a-code", "is not an area code"),
    ],
)
def test_a_candidate_must_be_a_tambon_of_the_province(save, code, finding, said):
    saving = save("pilot_candidate", **{**CANDIDATE, "tambon_code": code})
    assert not saving.is_saved and codes(saving) == [finding]
    assert said in saving.findings[0].say("en")
    assert saving.findings[0].say("th") != saving.findings[0].say("en")


def test_a_tambon_of_the_province_is_taken_with_thai_digits_too(save):
    saving = save("pilot_candidate", **{**CANDIDATE, "tambon_code": "๖๗๐๑๐๑"})
    assert saving.is_saved and saving.record.tambon_code == "670101"


def test_a_tambon_s_own_workbook_sends_people_to_the_province(save, store):
    tambon = create(whole_tambon("670101"), store=store, who="a")
    saving = save("pilot_candidate", tambon, **CANDIDATE)
    assert codes(saving) == ["validate.candidate-not-here"]
    assert "Phetchabun Province" in saving.findings[0].say("en")


def test_a_region_takes_candidates_of_all_its_provinces(save, store):
    region = create(higher_place("region", "nesdc6-N"), store=store, who="a")
    assert save("pilot_candidate", region, **CANDIDATE).is_saved
    saving = save("pilot_candidate", region, **{**CANDIDATE, "tambon_code": "730502"})
    assert codes(saving) == ["validate.candidate-outside"]


def test_weights_are_flagged_once_all_are_there_and_do_not_make_100(save):
    save("forum", **FORUM)
    weights = {"readiness": 20, "will": 20, "household_data": 15, "farm_problems": 15,
               "partners": 15}  # fmt: skip
    for criterion, weight in weights.items():
        saving = save("pilot_weight", criterion=criterion, weight=weight, forum_code="F01")
        assert saving.is_saved and not saving.findings
    saving = save("pilot_weight", criterion="example", weight=5, forum_code="F01")
    assert saving.is_saved and codes(saving) == ["validate.pilot-weights-not-100"]
    assert "90" in saving.findings[0].say("en")


def test_a_criterion_may_be_named_and_one_that_is_not_listed_is_flagged(save):
    save("forum", **FORUM)
    saving = save("pilot_weight", criterion="ความตั้งใจของชุมชน", weight=20, forum_code="F01")
    assert saving.record.criterion == "will" and not saving.findings
    saving = save("pilot_weight", criterion="money", weight=20, forum_code="F01")
    assert saving.is_saved and codes(saving) == ["validate.unknown-pilot-criterion"]


def test_a_score_of_5_and_one_of_no_candidate_are_refused(save):
    score = {"tambon_code": "670101", "criterion": "will", "scored_by": "โต๊ะ 1"}
    assert codes(save("pilot_score", **score, score=3)) == ["validate.unknown-pilot_candidate"]
    save("pilot_candidate", **CANDIDATE)
    assert codes(save("pilot_score", **score, score=5)) == ["records.too-high"]
    assert save("pilot_score", **score, score=4).is_saved


def test_who_scores_is_an_organisation_and_a_person_is_told(save):
    save("pilot_candidate", **CANDIDATE)
    saving = save("pilot_score", tambon_code="670101", criterion="will", score=3,
                  scored_by="นายสมชาย ใจดี")  # fmt: skip
    assert saving.is_saved and len(saving.findings) == 1
    assert "person’s name" in saving.findings[0].say("en")


def test_only_a_candidate_is_decided_on_and_each_council_has_its_own_row(save):
    save("forum", **FORUM)
    save("pilot_candidate", **CANDIDATE)
    decision = {"decision_code": "D01", "about": "pilot", "forum_code": "F01",
                "date": "10 ต.ค. 2569", "subject": "เลือกตำบลนำร่อง"}  # fmt: skip
    saving = save("decision", **decision, adopted_codes="670102")
    assert codes(saving) == ["validate.unknown-pilot_candidate"]
    assert save("decision", **decision, adopted_codes="670101").is_saved
    own = {"organisation": "สภาเกษตรกรจังหวัด", "council": "farmers", "answer": "agrees"}
    assert save("council_resolution", decision_code="D01", date="12 ต.ค. 2569", **own).is_saved
    saving = save("council_resolution", decision_code="D09", date="12 ต.ค. 2569", **own)
    assert codes(saving) == ["validate.unknown-decision"]


def test_figures_of_the_province_belong_to_its_workbook_and_villages_do_not(save):
    source = {"source_code": "S1", "title": "ทะเบียน", "publisher": "จังหวัด", "method": "register"}
    save("source", **source, date_to="1 ต.ค. 2569")
    figure = {"measure": "population", "value": 5, "year_be": 2568, "source_code": "S1"}
    assert save("reference_figure", area_code="6701", **figure).is_saved
    assert codes(save("reference_figure", area_code="73", **figure)) == ["workbook.elsewhere"]
    village = save("village", village_code="67010101", name="ก", source_code="S1")
    assert codes(village) == ["validate.outside-area"]
