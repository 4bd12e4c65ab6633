"""Opening a vote and counting hands: as the page drives them, down to the store."""

from __future__ import annotations

import planning_kit as kit
from planning_kit.errors import KitError
from planning_kit.language import speaking
from planning_kit.records.poll import Poll
from planning_kit.records.vote_total import PairTotal, VoteTotal

ONE, TWO = "99010101", "99010102"


def kept(workbook, kind):
    """Return the records that stand, as plain values by natural key."""
    return {one.natural_key(): one for one in workbook.records(kind)}


# --- opening and closing -------------------------------------------------------------------
def test_a_new_vote_is_saved_at_once_on_the_problems_that_stand(planned, drive, opened):
    opened(planned, poll_code="V07")
    tool = drive(kit.vote_setup(planned, who="ผู้อำนวย", why="เปิด"))
    answer = tool.answer(("new|problem", True))
    saved = kept(planned, Poll)["V08",]
    assert saved.option_codes == ("P1", "P2", "P3")
    assert (saved.method, saved.is_closed) == ("criteria", False)
    assert answer["standing"][0] == "saved"
    revision = next(s.revision for s in planned.stored("poll") if s.record.poll_code == "V08")
    assert (revision.who, revision.why) == ("ผู้อำนวย", "เปิด")


def test_weights_wait_until_they_are_a_hundred_together(planned, drive, opened):
    opened(planned, method="criteria")
    tool = drive(kit.vote_setup(planned))
    tool.answer(("weight|weight_size", "40"), ("weight|weight_severity", "30"))
    assert kept(planned, Poll)["V01",].weight_size is None
    assert "70" in tool.text() and tool.standing[0] == "late"
    assert tool.part("weight|weight_size")["value"] == "40"
    # What else is answered meanwhile is saved all the same.
    tool.answer(("field|title", "ลำดับปัญหา"))
    assert kept(planned, Poll)["V01",].title == "ลำดับปัญหา"
    tool.answer(("weight|weight_ease", "๒๐"), ("weight|weight_concern", 10))
    saved = kept(planned, Poll)["V01",]
    assert [saved.weight_size, saved.weight_severity, saved.weight_ease, saved.weight_concern] == [
        40,
        30,
        20,
        10,
    ]
    assert tool.standing[0] == "saved"


def test_once_people_voted_neither_the_way_nor_a_voted_option_goes(planned, drive, opened):
    opened(planned)
    total = VoteTotal(poll_code="V01", option_code="P2", village_code=ONE, votes=3, voters=5)
    planned.save(total, who="a", why="b")
    tool = drive(kit.vote_setup(planned))
    tool.answer(("field|method", "dots"))
    tool.answer(("options", ["P1"]))
    saved = kept(planned, Poll)["V01",]
    assert (saved.method, saved.option_codes) == ("hands", ("P1", "P2", "P3"))
    assert "P2" in tool.said("options")
    tool.answer(("options", ["P1", "P2"]), ("gone", True))
    assert kept(planned, Poll)["V01",].option_codes == ("P1", "P2")


def test_a_closed_vote_takes_nothing_until_it_is_opened_again(planned, drive, opened):
    opened(planned)
    setup, count = drive(kit.vote_setup(planned)), drive(kit.hand_count(planned))
    setup.answer(("close", True))
    assert kept(planned, Poll)["V01",].is_closed is True
    count.answer(("village", ONE))
    assert not count.has("votes|P1") and count.has("reopen")
    count.answer(("reopen", True))
    assert kept(planned, Poll)["V01",].is_closed is False and count.has("votes|P1")


# --- counting in the hall ----------------------------------------------------------------------
def test_hands_are_counted_by_village_and_added_up(planned, drive, opened):
    opened(planned)
    tool = drive(kit.hand_count(planned))
    tool.answer(("village", ONE), ("voters", 9), ("votes|P1", 4), ("votes|P2", "๕"))
    tool.answer(("village", TWO), ("votes|P1", 3))
    found = {key[1:3]: one.votes for key, one in kept(planned, VoteTotal).items()}
    assert (found["P1", ONE], found["P2", ONE], found["P1", TWO]) == (4, 5, 3)
    assert found["P3", ONE] is None
    assert tool.part("votes|P1")["note"].endswith("7")


def test_more_votes_than_voters_are_refused_under_the_counter_and_kept_there(
    planned, drive, opened
):
    opened(planned)
    tool = drive(kit.hand_count(planned))
    tool.answer(("village", ONE), ("voters", 4), ("votes|P1", 4))
    tool.answer(("votes|P1", 5))
    assert "5" in tool.said("votes|P1") and "4" in tool.said("votes|P1")
    assert tool.part("votes|P1")["value"] == "5" and tool.standing[0] == "late"
    assert kept(planned, VoteTotal)["V01", "P1", ONE, None].votes == 4
    tool.answer(("voters", 6))
    assert kept(planned, VoteTotal)["V01", "P1", ONE, None].votes == 5
    assert tool.said("votes|P1") == "" and tool.standing[0] == "saved"


def test_a_pair_written_the_other_way_round_is_counted_on(planned, drive, opened):
    opened(planned, method="pairwise", option_codes=("P1", "P2"))
    row = PairTotal(poll_code="V01", option_code="P2", against_code="P1", votes_for=3)
    planned.save(row, who="a", why="b")
    tool = drive(kit.hand_count(planned))
    tool.answer(("pair|P1|P2|votes_for", 7))
    found = kept(planned, PairTotal)
    assert list(found) == [("V01", "P2", "P1", None)]
    one = found["V01", "P2", "P1", None]
    assert (one.votes_for, one.votes_against) == (3, 7)
    # What the page shows is told from its own side.
    assert tool.part("pair|P1|P2|votes_for")["value"] == "7"


# --- two writers, trouble, language --------------------------------------------------------------
def test_two_recorders_at_one_counter_get_both_versions_and_choose(planned, drive, opened):
    opened(planned)
    mine, theirs = drive(kit.hand_count(planned)), drive(kit.hand_count(planned))
    for tool in (mine, theirs):
        tool.answer(("village", ONE))
    theirs.answer(("votes|P1", 6))
    # This page was drawn before, and still shows a blank.
    mine.tool.desk._read = {"vote_total"}
    mine.tool.desk.look_anew = lambda: None
    mine.answer(("votes|P1", 8))
    assert kept(planned, VoteTotal)["V01", "P1", ONE, None].votes == 6
    [conflict] = mine.tool.conflicts.values()
    assert "6" in conflict._said.value and "8" in conflict._said.value
    [paper] = mine.tool.desk.unsaved()
    mine.tool._settle(mine.tool.desk.keep_mine, paper)
    assert kept(planned, VoteTotal)["V01", "P1", ONE, None].votes == 8
    assert mine.tool.conflicts == {}


def test_a_store_in_trouble_loses_nothing_and_is_tried_again(planned, drive, monkeypatch, opened):
    opened(planned)
    tool = drive(kit.hand_count(planned))
    write = planned.store.write

    def locked(_revisions, **_more):
        raise KitError("store.locked", "The store is locked")

    monkeypatch.setattr(planned.store, "write", locked)
    told = tool.send("a-1", ("village", ONE), ("votes|P1", 2))
    assert (told["tell"], told["n"]) == ("trouble", "a-1")
    monkeypatch.setattr(planned.store, "write", write)
    told = tool.send("a-1", ("village", ONE), ("votes|P1", 2))
    assert told["tell"] == "view" and tool.standing[0] == "saved"
    assert kept(planned, VoteTotal)["V01", "P1", ONE, None].votes == 2


def test_a_message_that_comes_twice_is_worked_through_once(planned, drive):
    tool = drive(kit.vote_setup(planned))
    tool.send("a-1", ("new|project", True))
    tool.send("a-1", ("new|project", True))
    assert list(kept(planned, Poll)) == [("V01",)]


def test_a_tool_speaks_the_language_of_its_cell(planned, drive, opened):
    opened(planned)
    with speaking("en"):
        tool = drive(kit.hand_count(planned))
    tool.answer(("village", ONE), ("voters", 1), ("votes|P1", 3))
    assert "count again" in tool.said("votes|P1")
    assert tool.standing[1].startswith("Not saved yet")


def test_the_code_of_a_vote_taken_out_is_not_given_to_another(planned, drive):
    tool = drive(kit.vote_setup(planned))
    tool.answer(("new|problem", True))
    tool.answer(("gone", True))
    tool.answer(("new|project", True))
    assert list(kept(planned, Poll)) == [("V02",)]
