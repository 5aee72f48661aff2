"""A function or file that wants more has two nouns in it (STYLE: sizes)."""

import pytest

from tests.house.source import functions, named, python_files, templates

MODULE, FUNCTION, TEST, PAGE, PARTIAL = 300, 30, 25, 120, 40


@pytest.mark.parametrize("path", [*python_files(), *python_files("tests")], ids=named)
def test_modules_stay_small(path):
    assert len(path.read_text().splitlines()) <= MODULE


@pytest.mark.parametrize("path", list(python_files()), ids=named)
def test_functions_stay_small(path):
    too_long = [node.name for node in functions(path) if node.end_lineno - node.lineno + 1 > FUNCTION]
    assert not too_long


@pytest.mark.parametrize("path", list(python_files("tests")), ids=named)
def test_tests_stay_small(path):
    too_long = [
        node.name
        for node in functions(path)
        if node.name.startswith("test_") and node.end_lineno - node.lineno + 1 > TEST
    ]
    assert not too_long


@pytest.mark.parametrize("path", list(templates()), ids=named)
def test_templates_stay_small(path):
    most = PARTIAL if path.name.startswith("_") else PAGE
    assert len(path.read_text().splitlines()) <= most
