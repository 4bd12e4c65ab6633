from planning_kit.runs.fingerprint import fingerprint


def test_it_changes_with_the_notebook_the_parameters_the_formats_and_the_data(notebook_file):
    path = notebook_file("print(1)")
    base = fingerprint(path, {"area": "1"}, data_version="v1")
    assert base == fingerprint(path, {"area": "1"}, data_version="v1")
    others = {
        fingerprint(path, {"area": "2"}, data_version="v1"),
        fingerprint(path, {"area": "1"}, data_version="v2"),
        fingerprint(path, {"area": "1"}, data_version="v1", formats=("html", "pdf")),
        fingerprint(notebook_file("print(2)"), {"area": "1"}, data_version="v1"),
    }
    assert len(others) == 4 and base not in others


def test_the_order_of_parameters_does_not_matter(notebook_file):
    path = notebook_file()
    assert fingerprint(path, {"a": 1, "b": 2}) == fingerprint(path, {"b": 2, "a": 1})
