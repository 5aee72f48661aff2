"""What fails once in a browser is run again and named; nothing else is, and what fails twice fails."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import second_run
from tests.house.source import ROOT

JOURNEYS = """
import pytest

RUNS = []

@pytest.fixture
def fresh():
    return []

@pytest.mark.journey
def test_fails_once(fresh):
    assert fresh == [], "a second run has fixtures of its own"
    fresh.append(1)
    RUNS.append(1)
    assert len(RUNS) == 2

@pytest.mark.journey
def test_fails_twice():
    assert False

def test_is_no_journey():
    RUNS.append(1)
    assert len(RUNS) == 4
"""
SETTINGS = "[pytest]\nmarkers = journey\naddopts = --strict-markers\n"


@pytest.fixture
def said(tmp_path: Path) -> str:
    """What a suite of three says, of which only two are journeys."""
    (tmp_path / "test_journeys.py").write_text(JOURNEYS)
    (tmp_path / "pytest.ini").write_text(SETTINGS)
    own = ["-p", "pytest_rerunfailures", "-p", "tests.second_run", "-p", "no:cacheprovider"]
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = quiet | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", *own, str(tmp_path)]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


def test_a_journey_is_run_once_more_and_named_and_nothing_else_is(said: str) -> None:
    _, _, named = said.partition(f"= {second_run.HEADING} =")
    assert "test_journeys.py::test_fails_once: passed the second time" in named
    assert "test_journeys.py::test_fails_twice: failed twice" in named
    assert "assert len(RUNS) == 2" in named, "how the first run failed is to be read"
    assert "test_is_no_journey: " not in named
    assert "2 failed, 1 passed, 2 rerun" in said


def test_each_is_named_once() -> None:
    once, again = (SimpleNamespace(nodeid=name) for name in ("a", "b"))
    lines = second_run.second_runs([once, again, once], {"failed": [again]})
    assert lines == ["a: passed the second time", "b: failed twice"]
