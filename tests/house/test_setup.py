"""The two commands, the locks and the production shape hold together."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

HOUSE = Path(__file__).resolve().parents[2]


def pins(lock: str) -> dict[str, str]:
    """Each requirement of a lock with its hashes, as one text without the comments about who asked for it."""
    text = re.sub(r"^\s*#.*$", "", (HOUSE / lock).read_text(), flags=re.MULTILINE)
    entries = re.sub(r"\\\n\s*", "", text).split("\n")
    return {entry.split(" --hash", 1)[0].strip(): entry for entry in entries if entry.strip()}


def test_the_lock_for_tests_holds_all_of_the_lock_for_serving() -> None:
    serving, testing = pins("requirements.txt"), pins("requirements-dev.txt")
    assert serving
    assert {name: testing.get(name) for name in serving} == serving


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_no_index_and_every_entry_has_its_hash(lock: str) -> None:
    assert not re.search(r"index-url|find-links|https?://", (HOUSE / lock).read_text())
    assert [name for name, entry in pins(lock).items() if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("script", ["run", "test", ".ci/run"])
def test_commands_can_be_run(script: str) -> None:
    assert os.access(HOUSE / script, os.X_OK)


@pytest.mark.parametrize("script", ["run", "test", "tools/setup.sh"])
def test_scripts_are_plain_shell(script: str) -> None:
    assert subprocess.run(["sh", "-n", HOUSE / script], check=False).returncode == 0


def test_an_unknown_argument_is_answered_with_the_usage() -> None:
    answer = subprocess.run([HOUSE / "run", "--fast"], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr.split("   ")[0]) == (1, "usage: ./run [--setup-only]")


def test_every_secret_of_the_production_shape_must_be_given() -> None:
    compose = (HOUSE / "docker-compose.yml").read_text()
    secret = re.findall(r"\$\{(\w*(?:PASSWORD|SECRET_KEY|SITE_ADDRESS)\w*)(.?.?)", compose)
    assert secret
    assert [name for name, then in secret if then != ":?"] == []


def test_what_waits_for_the_database_waits_for_its_health() -> None:
    services = yaml.safe_load((HOUSE / "docker-compose.yml").read_text())["services"]
    assert "healthcheck" in services["postgres"]
    assert services["migrate"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    for name in ("web", "worker"):
        assert services[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"


def test_every_setting_of_the_environment_is_in_the_readme() -> None:
    asked = set(re.findall(r'env\.\w+\(\s*"([A-Z_0-9]+)"', (HOUSE / "trust/settings.py").read_text()))
    explained = set(re.findall(r"`([A-Z_0-9]+)`", (HOUSE / "README.md").read_text()))
    assert asked - explained == set()
