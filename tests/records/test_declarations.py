"""What every record declaration must offer, whoever reads it."""

import pytest

from planning_kit.records import Kind, Privacy, record_type, record_types, template_types

TYPES = record_types()


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.noun.name)
def test_every_field_is_worded_in_both_languages(kind):
    for spec in kind.fields():
        assert spec.label.th.strip() and spec.label.en.strip()
        assert not any("ก" <= letter <= "๛" for letter in spec.label.en), spec.name
        for words in (spec.help, spec.unit, spec.group):
            assert words is None or (words.th.strip() and words.en.strip())


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.noun.name)
def test_labels_of_one_record_differ_so_that_a_heading_names_one_column(kind):
    for language in ("th", "en"):
        labels = [spec.label.say(language) for spec in kind.fields()]
        assert len(labels) == len(set(labels))


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.noun.name)
def test_keys_links_and_checks_name_fields_that_exist(kind):
    names = {spec.name for spec in kind.fields()}
    assert set(kind.noun.key) <= names
    for link in kind.noun.links:
        assert link.field in names
        assert link.to_field in {spec.name for spec in record_type(link.to).fields()}
    for check in kind.noun.checks:
        assert set(check.fields) <= names


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.noun.name)
def test_the_example_of_each_field_is_a_good_record_without_findings(kind):
    example = {spec.name: spec.example for spec in kind.fields() if spec.example is not None}
    record = kind.model_validate(example)
    broken = [check.code for check in kind.noun.checks if not check.holds(record)]
    assert broken == []
    for spec in kind.fields():
        if spec.example is not None:
            assert getattr(record, spec.name) is not None


def test_choice_wordings_differ_so_that_an_answer_names_one_member():
    for kind in TYPES:
        for spec in kind.fields():
            if spec.choices:
                for language in ("th", "en"):
                    words = [member.words.say(language) for member in spec.choices]
                    assert len(words) == len(set(words)), (kind.noun.name, spec.name)


def test_strictest_class_holds_what_the_issue_names():
    household = record_type("household")
    account = record_type("household_account")
    for name in ("land_reform", "land_forest", "title_deeds"):
        assert household.field(name).privacy is Privacy.COUNT_ONLY
    assert account.field("debt_informal").privacy is Privacy.COUNT_ONLY


def test_no_field_asks_for_a_name_a_phone_or_a_citizen_number_of_a_person():
    asked = {spec.name for kind in template_types() for spec in kind.fields()}
    for word in ("citizen_id", "phone", "first_name", "last_name", "lender", "head_name"):
        assert not any(word in name for name in asked)


def test_free_notes_about_a_household_never_leave_the_store():
    for name in ("household", "production", "household_account"):
        assert record_type(name).field("note").privacy is Privacy.PERSONAL


def test_codes_are_never_numbers():
    for kind in TYPES:
        for spec in kind.fields():
            if spec.name.endswith("_code") or spec.name.endswith("_id"):
                assert spec.kind in (Kind.CODE,), spec.name


def test_wordings_of_several_answers_hold_no_list_mark_that_would_split_them():
    for kind in TYPES:
        for spec in kind.fields():
            if spec.kind is Kind.CHOICES:
                for member in spec.choices:
                    for mark in ",;|":
                        assert mark not in member.words.th + member.words.en, member
