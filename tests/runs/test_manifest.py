import pytest

from planning_kit.errors import KitError, KitErrors
from planning_kit.runs import Job
from planning_kit.runs.manifest import jobs_for, read_manifest


@pytest.fixture
def manifest(tmp_path):
    def read(content, **defaults):
        path = tmp_path / "many.toml"
        path.write_text(content, encoding="utf-8")
        return read_manifest(path, defaults=defaults)

    return read


def test_what_stands_at_the_top_holds_for_all_and_a_report_may_differ(manifest, tmp_path):
    (tmp_path / "list.txt").write_text("730503\n")
    jobs = manifest(
        """
        plan_start = 2572
        formats = ["html", "pdf"]
        areas = ["730501", "730502"]
        areas_file = "list.txt"
        [[report]]
        area = "730504"
        language = "en"
        notebook = "01_profile"
        fiscal_year = 2569
        """
    )
    both = ("html", "pdf")
    # The fiscal year is the one before the plan where nothing is said.
    assert jobs == [
        Job("730501", 2572, 2571, "th", "06_tambon_plan", both),
        Job("730502", 2572, 2571, "th", "06_tambon_plan", both),
        Job("730503", 2572, 2571, "th", "06_tambon_plan", both),
        Job("730504", 2572, 2569, "en", "01_profile", both),
    ]


def test_defaults_stand_in_only_where_the_manifest_is_silent(manifest):
    jobs = manifest('areas = ["1"]\nlanguage = "th"', plan_start=2571, language="en")
    assert jobs == [Job("1", 2571, 2570, "th")]


def test_every_mistake_is_told_with_its_place(manifest):
    with pytest.raises(KitErrors) as caught:
        manifest(
            """
            plan_start = 2028
            langauge = "th"
            formats = ["docx"]
            areas = [730501]
            [[report]]
            plan_start = "2571"
            """
        )
    said = caught.value.say("en").splitlines()
    assert said == [
        "many.toml: plan_start cannot be 2028; 2571 would be right",
        "many.toml: there is no setting langauge; known are: plan_start, fiscal_year, language, "
        "notebook, formats, areas, areas_file, report",
        "many.toml: formats cannot be ['docx']; [\"html\"] would be right",
        'many.toml: areas cannot be [730501]; ["730201", "730202"] would be right',
        "many.toml, report 1: plan_start = '2571' is of the wrong kind; 2571 would be right",
        "many.toml, report 1: area is missing",
    ]


@pytest.mark.parametrize("content", ["areas = [", 'areas = ["1"]'])
def test_broken_toml_or_no_year_is_one_sentence(manifest, content):
    with pytest.raises(KitError) as caught:
        manifest(content)
    assert caught.value.code == "runs.bad-manifest"


def test_a_manifest_that_is_not_there(tmp_path):
    with pytest.raises(KitError) as caught:
        read_manifest(tmp_path / "none.toml")
    assert caught.value.code == "runs.no-such-list"


def test_a_list_of_areas_makes_one_job_each():
    assert jobs_for(["1", "2"], plan_start=2571, fiscal_year=2569, formats=["pdf"]) == [
        Job("1", 2571, 2569, formats=("pdf",)),
        Job("2", 2571, 2569, formats=("pdf",)),
    ]
