import json
from pathlib import Path
from threading import Event

import pytest

from planning_kit.errors import KitError
from planning_kit.language import current_language, speaking
from planning_kit.runs import Executed, Job, State
from planning_kit.runs.batch import run_many
from planning_kit.runs.failure import kernel_died
from planning_kit.runs.known import Known
from planning_kit.runs.one import run_notebook


class Press:
    """Stands for run_notebook: writes a file, or does what it was told to for an area."""

    def __init__(self, **troubles):
        self.troubles = troubles
        self.made: list[str] = []

    def __call__(self, notebook, parameters, *, out_dir, stem, formats, **rest):
        area = parameters["area"]
        self.made.append(area)
        trouble = self.troubles.get(f"a{area}")
        if isinstance(trouble, list):
            trouble = trouble.pop(0) if trouble else None
        if trouble is not None:
            raise trouble
        files = tuple(out_dir / f"{stem}.{form}" for form in formats)
        for file in files:
            file.write_text(current_language())
        return Executed(str(notebook), area, files, 0.1)


def known(job, store_url):
    return Known(f"ตำบล {job.area}", "v1")


@pytest.fixture
def batch(tmp_path, notebook_file):
    path = str(notebook_file("print(area)"))

    def go(press, areas=("1", "2", "3"), **options):
        jobs = [Job(area, 2571, 2570, "en", path) for area in areas]
        options = {"look_up": known, "workers": 1, "progress": False, **options}
        return run_many(jobs, out_dir=tmp_path / "out", run=press, **options)

    return go


def _states(receipt):
    return {outcome.job.area: outcome.state.value for outcome in receipt.outcomes}


def _on_disk(tmp_path: Path):
    return json.loads((tmp_path / "out" / "receipt.json").read_text(encoding="utf-8"))


def test_one_failure_never_stops_the_rest_and_the_receipt_says_so(batch, tmp_path):
    receipt = batch(Press(a2=KitError("store.locked", "Area two is locked")))
    assert _states(receipt) == {"1": "done", "2": "failed", "3": "done"}
    assert not receipt.all_good
    told = _on_disk(tmp_path)
    assert told["asked"] == 3 and not told["interrupted"] and told["finished"]
    assert told["totals"] == {"done": 2, "kept": 0, "failed": 1, "interrupted": 0}
    second = told["runs"][1]
    assert (second["area"], second["code"]) == ("2", "store.locked")
    assert second["sentence"]["en"] == "Area two is locked" and second["files"] == []
    for run in told["runs"][::2]:
        assert [(tmp_path / "out" / name).is_file() for name in run["files"]] == [True]


def test_a_fault_of_the_program_is_an_outcome_too_and_its_text_is_not_kept(batch, tmp_path):
    receipt = batch(Press(a1=ZeroDivisionError("นายสมชาย")))
    first = receipt.outcomes[0]
    assert (first.state, first.code) == (State.FAILED, "runs.unexpected")
    log = (tmp_path / "out" / first.log).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log and "test_batch.py" in log
    assert "นายสมชาย" not in log + json.dumps(first.as_dict(), ensure_ascii=False)


def test_a_kernel_that_died_is_tried_once_more_and_only_once(batch):
    press = Press(
        a1=[kernel_died("tiny", "1")],
        a2=[kernel_died("tiny", "2"), kernel_died("tiny", "2"), kernel_died("tiny", "2")],
        a3=[KitError("runs.cell-failed", "no")],
    )
    receipt = batch(press)
    assert press.made == ["1", "1", "2", "2", "3"]
    assert _states(receipt) == {"1": "done", "2": "failed", "3": "failed"}
    assert [outcome.attempts for outcome in receipt.outcomes] == [2, 2, 1]


def test_resume_makes_only_what_is_missing(batch):
    batch(Press(a2=KitError("x.y", "no")))
    again = Press()
    receipt = batch(again, resume=True)
    assert again.made == ["2"]
    assert _states(receipt) == {"1": "kept", "2": "done", "3": "kept"}
    assert receipt.all_good
    third = Press()
    assert _states(batch(third, resume=True)) == dict.fromkeys("123", "kept")
    assert third.made == []


def test_resume_makes_again_what_changed_or_went(batch, tmp_path):
    files = {o.job.area: o.files[0] for o in batch(Press()).outcomes}
    (tmp_path / "out" / files["1"]).unlink()
    press = Press()
    batch(
        press,
        resume=True,
        look_up=lambda job, url: Known("", "v2" if job.area == "3" else "v1"),
    )
    assert press.made == ["1", "3"]


def test_resume_keeps_nothing_where_the_data_version_is_not_known(batch):
    batch(Press(), look_up=lambda job, url: Known())
    press = Press()
    batch(press, resume=True, look_up=lambda job, url: Known())
    assert press.made == ["1", "2", "3"]


def test_without_resume_everything_is_made_again(batch):
    batch(Press())
    press = Press()
    batch(press)
    assert press.made == ["1", "2", "3"]


def test_an_unreadable_receipt_only_costs_work(batch, tmp_path):
    batch(Press())
    (tmp_path / "out" / "receipt.json").write_text("{")
    press = Press()
    assert batch(press, resume=True).all_good
    assert press.made == ["1", "2", "3"]


def test_ctrl_c_leaves_a_truthful_receipt(batch, tmp_path):
    def stop(outcome):
        raise KeyboardInterrupt

    class Unhurried(Press):
        """Takes a moment for each, so that all forty cannot be done before Ctrl-C is heard."""

        def __call__(self, *arguments, **options):
            Event().wait(0.1)
            return super().__call__(*arguments, **options)

    press = Unhurried()
    areas = [str(number) for number in range(40)]
    receipt = batch(press, areas=areas, on_outcome=stop)
    states = _states(receipt)
    assert receipt.interrupted and not receipt.all_good and len(states) == 40
    made = {area for area, state in states.items() if state == "done"}
    assert made == set(press.made) and "interrupted" in states.values()
    told = _on_disk(tmp_path)
    assert told["interrupted"] and told["totals"]["done"] == len(made)
    for run in told["runs"]:
        assert bool(run["files"]) == (run["area"] in made)


def test_an_area_without_a_workbook_fails_before_a_kernel_starts(batch):
    def missing(job, url):
        raise KitError("workbook.none", "There is none")

    press = Press()
    receipt = batch(press, look_up=missing)
    assert press.made == [] and receipt.totals()[State.FAILED] == 3


def test_the_reports_speak_the_language_of_the_caller(batch, tmp_path):
    with speaking("en"):
        receipt = batch(Press(), areas=("1",))
    assert (tmp_path / "out" / receipt.outcomes[0].files[0]).read_text() == "en"


def test_nothing_to_do_and_the_same_report_twice_are_refused(batch):
    for areas, code in (((), "runs.nothing-to-do"), (("A1", "a1"), "runs.same-report-twice")):
        with pytest.raises(KitError) as caught:
            batch(Press(), areas=areas)
        assert caught.value.code == code


def test_real_kernels_side_by_side(batch, notebook_file, tmp_path, text_writers):
    # One made on this thread first leaves Jupyter's event loop in its context.
    before = {**Job("0", 2571, 2570).parameters, "area": "0"}
    run_notebook(notebook_file("1"), before, out_dir=tmp_path / "0", writers=text_writers)
    path = str(notebook_file("assert area != '2', 'two'", "print(area)", name="real"))

    def run(notebook, parameters, **options):
        return run_notebook(notebook, parameters, writers=text_writers, **options)

    jobs = [Job(area, 2571, 2570, "en", path) for area in ("1", "2", "3")]
    receipt = run_many(
        jobs, out_dir=tmp_path / "out", run=run, look_up=known, workers=3, progress=False
    )
    assert _states(receipt) == {"1": "done", "2": "failed", "3": "done"}
    assert receipt.outcomes[1].code == "runs.cell-failed"
    assert (tmp_path / "out" / receipt.outcomes[1].log).is_file()
    made = [(tmp_path / "out" / receipt.outcomes[at].files[0]) for at in (0, 2)]
    assert [path.read_text(encoding="utf-8").split()[-1] for path in made] == ["1", "3"]
