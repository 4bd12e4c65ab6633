"""The records of the plan: their workbook, their keys, and the rules inside one record."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from planning_kit.records import Kind, Privacy, record_type, record_types, template_types

PLAN = [kind for kind in record_types() if kind.noun.book == "plan"]


def example(name: str, **changes):
    kind = record_type(name)
    values = {spec.name: spec.example for spec in kind.fields() if spec.example is not None}
    return kind.model_validate({**values, **changes})


def broken(record) -> list[str]:
    return [check.code for check in record.noun.checks if not check.holds(record)]


def test_each_excel_workbook_asks_for_its_own_records_only() -> None:
    survey, plan = set(template_types()), set(template_types("plan"))
    assert record_type("household") in survey
    assert record_type("project") in plan
    assert not survey & plan
    assert survey | plan == set(template_types(None))
    # The kit makes bytes and fingerprints itself; a pilot is chosen in a province, and the sheets
    # are those of a tambon.
    assert {kind.noun.name for kind in PLAN} - {kind.noun.name for kind in plan} == {
        "attachment",
        "endorsement",
        "pilot_candidate",
        "pilot_weight",
        "pilot_score",
        "council_resolution",
        "problem_group",
        "proposal_step",
        "proposal_origin",
        "request_answer",
    }


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_two_sheets_share_a_title_and_excel_takes_each_whole(language: str) -> None:
    everything = [kind.noun.title.say(language)[:31] for kind in template_types(None)]
    assert len(everything) == len(set(everything))
    titles = [kind.noun.title.say(language) for kind in template_types("plan")]
    assert [title for title in titles if len(title) > 31 or set(title) & set("[]:*?/\\'")] == []


def test_the_plan_is_public_but_what_one_person_answers_is_shown_only_in_groups() -> None:
    for kind in PLAN:
        classes = {spec.privacy for spec in kind.fields()}
        of_one = kind.noun.name in ("ballot_mark", "training_need")
        assert classes == {Privacy.GROUPED if of_one else Privacy.PUBLIC}, kind.noun.name


def test_every_record_of_the_plan_has_a_key_that_is_stated() -> None:
    for kind in PLAN:
        assert kind.noun.key, kind.noun.name
        assert kind.field(kind.noun.key[0]).required, kind.noun.name


def test_fields_of_codes_link_or_choose_from_a_list() -> None:
    free = {"option_codes", "adopted_codes", "computed_codes", "aliases"}
    free |= {"member_refs", "left_out_refs"}
    for kind in PLAN:
        linked = {link.field for link in kind.noun.links}
        for spec in kind.fields():
            if spec.kind is Kind.CODES and spec.name not in free:
                assert spec.name in linked or spec.taxonomy, (kind.noun.name, spec.name)


@pytest.mark.parametrize(
    ("name", "changes", "code"),
    [
        ("forum", {"men": 30, "women": 24, "present": 42}, "forum.sexes-above-present"),
        ("forum", {"under_25": 30}, "forum.ages-above-present"),
        ("forum", {"members": 20, "members_present": 21}, "forum.members-present-above-members"),
        (
            "forum",
            {"present": 42, "members_present": 43},
            "forum.members-present-above-present",
        ),
        # 40 + 0 + 2 votes fill the room of 42; one more is too many.
        ("forum", {"votes_against": 1}, "forum.votes-above-present"),
        # In a council meeting guests do not vote: 42 present, but only 21 members.
        ("forum", {"members": 30, "members_present": 21}, "forum.votes-above-present"),
        ("attendance", {"women": 43}, "attendance.women-above-present"),
        ("problem", {"merged_into": "P01"}, "problem.merged-into-itself"),
        ("problem", {"is_set_aside": True}, "problem.set-aside-without-reason"),
        ("tree_node", {"parent_code": "C1"}, "tree.hangs-on-itself"),
        ("swot_item", {"linked_codes": "O1, S1"}, "swot.linked-to-itself"),
        ("calendar_entry", {"peak_months": "ส.ค."}, "calendar.peak-outside-months"),
        ("poll", {"weight_ease": None}, "poll.weight-missing"),
        ("poll", {"weight_ease": 26}, "poll.weights-not-100"),
        ("poll", {"option_codes": "P01, P02, P01"}, "poll.option-twice"),
        ("poll", {"method": "dots"}, "poll.no-dots"),
        ("ballot_mark", {"against_code": "P01"}, "ballot.against-itself"),
        ("ballot_mark", {"against_code": "P02", "preferred": "P03"}, "ballot.prefers-a-third"),
        # 20 people giving 1 to 4 each give 20 to 80 points together.
        ("vote_total", {"size_sum": 81}, "vote-total.sums-impossible"),
        ("vote_total", {"ease_sum": 19}, "vote-total.sums-impossible"),
        ("pair_total", {"against_code": "P01"}, "pair-total.against-itself"),
        ("decision", {"adopted_codes": "P01, P01"}, "decision.adopted-twice"),
        ("decision", {"reason": None}, "decision.departs-without-reason"),
        ("pilot_candidate", {"is_withdrawn": True}, "pilot.withdrawn-without-reason"),
        (
            "council_resolution",
            {"answer": "conditions", "words": None},
            "council-resolution.no-words",
        ),
        ("project", {"start_be": 2573}, "project.years-out-of-order"),
        ("project", {"previous_code": "PJ01"}, "project.follows-itself"),
        ("pledge", {"answered_on": "14 พ.ย. 2569"}, "pledge.answered-before-asked"),
        ("pledge", {"by_date": "14 พ.ย. 2569"}, "pledge.needed-before-asked"),
        ("project_status", {"due": "14 พ.ย. 2569"}, "status.due-before-date"),
        ("cash_item", {"amount": None, "price": None}, "cash.no-amount"),
        # 300 kg at 120 baht are 36,000 baht.
        ("cash_item", {"amount": 35000}, "cash.amount-differs"),
        ("proposal", {"answered_on": "14 พ.ย. 2569"}, "proposal.answered-before-sent"),
        ("problem_group", {"member_refs": "670101/P01, P03"}, "problem-group.not-a-ref"),
        ("problem_group", {"member_refs": "670101/P01, 670101/P01"}, "problem-group.member-twice"),
        ("problem_group", {"member_refs": "670101/P01"}, "problem-group.alone"),
        (
            "problem_group",
            {"forum_code": None, "confirmed_on": None},
            "problem-group.confirmed-nowhere",
        ),
        ("problem_group", {"is_confirmed": None}, "problem-group.proposed-unconfirmed"),
        ("proposal_step", {"resolution": "rejected", "reason": None}, "proposal-step.no-reason"),
        ("proposal_step", {"votes_against": 32}, "proposal-step.lost-vote"),
        ("proposal_origin", {"from_ref": "N01"}, "proposal-origin.not-a-ref"),
        ("taxon", {"parent_code": "temple_fund"}, "taxon.above-itself"),
        # Quarter 2 of 2571 begins on 1 January 2571.
        ("project_progress", {"reported_on": "31 ธ.ค. 2570"}, "progress.reported-before-quarter"),
        ("todo", {"state": "open"}, "todo.done-but-open"),
        ("contact", {"due": "17 พ.ย. 2569"}, "contact.due-before-date"),
        ("joint_action", {"lead": "codi"}, "joint.lead-takes-no-part"),
        ("dataset_holding", {"received_on": "9 ต.ค. 2569"}, "dataset.received-before-asked"),
        ("dataset_holding", {"refused_on": "1 พ.ย. 2569"}, "dataset.refused-without-reason"),
    ],
)
def test_what_contradicts_itself_is_named(name: str, changes: dict, code: str) -> None:
    assert broken(example(name)) == []
    assert code in broken(example(name, **changes))


@pytest.mark.parametrize("name", [kind.noun.name for kind in PLAN])
def test_silence_breaks_no_rule(name: str) -> None:
    kind = record_type(name)
    needed = {spec.name: spec.example for spec in kind.fields() if spec.required}
    # What a record asks for outright is not silence: an amount, and the dots of a dot vote.
    assert set(broken(kind.model_validate(needed))) <= {"cash.no-amount"}


@pytest.mark.parametrize(("field", "score"), [("size", 0), ("ease", 5), ("concern", -1)])
def test_a_score_outside_1_to_4_cannot_be_written(field: str, score: int) -> None:
    with pytest.raises(ValidationError):
        example("ballot_mark", **{field: score})


def test_zero_dots_and_no_dots_stay_apart() -> None:
    assert example("ballot_mark", dots=0).dots == 0
    assert example("ballot_mark").dots is None


def test_who_does_a_project_is_compulsory() -> None:
    with pytest.raises(ValidationError):
        example("project", reliance_class=None)
