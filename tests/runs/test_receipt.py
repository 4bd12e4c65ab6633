import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planning_kit.runs import Job, Outcome, Receipt, State
from planning_kit.runs.receipt import earlier_outcomes

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20)
OUTCOMES = st.builds(
    Outcome,
    st.builds(
        Job,
        TEXTS,
        st.integers(2500, 2700),
        st.integers(2500, 2700),
        st.sampled_from(["th", "en"]),
        TEXTS,
        st.sampled_from([("html",), ("html", "pdf")]),
    ),
    st.sampled_from(State),
    TEXTS,
    st.tuples(TEXTS),
    st.floats(0, 1e4),
    st.integers(0, 2),
    TEXTS,
    TEXTS,
    st.dictionaries(st.sampled_from(["th", "en"]), TEXTS),
    TEXTS,
)


@given(st.lists(OUTCOMES, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory, outcomes):
    folder = tmp_path_factory.mktemp("out")
    Receipt(dt.datetime.now(dt.UTC), len(outcomes), outcomes).write(folder)
    assert earlier_outcomes(folder) == outcomes


def test_a_batch_that_did_not_reach_every_area_is_not_all_good():
    done = Outcome(Job("1", 2571, 2570), State.DONE)
    now = dt.datetime.now(dt.UTC)
    assert Receipt(now, 1, [done]).all_good
    assert not Receipt(now, 2, [done]).all_good
    assert not Receipt(now, 1, [done], interrupted=True).all_good


def test_file_names_are_safe_on_a_windows_disk():
    stem = Job('a:b/c\\d*"?', 2571, 2570, "th", "folder/06_tambon_plan.ipynb").stem
    assert stem.endswith("-2571-06_tambon_plan-th")
    assert not set(stem) & set('<>:"/\\|?* ')
