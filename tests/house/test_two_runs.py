"""A second ./run of one checkout never takes the database from the first; the commands they call are stood in for."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
STAND_IN = """#!/bin/sh
case "$*" in
    -c*) exec {python} "$@" ;;
    *"embedded_postgres start") [ -e up ] && echo running already || {{ : >up; echo started; }} ;;
    *"embedded_postgres stop") rm up ;;
    *gunicorn*) sleep 0.2; echo Serving >&2; exec sleep 60 ;;
    *worker*) exec sleep 60 ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    environment = tmp_path / "var" / "venv"
    (environment / "bin").mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    for name in ("run", "tools/setup.sh", "requirements.txt"):
        shutil.copy(HOUSE / name, tmp_path / name)
    shutil.copy(HOUSE / "requirements.txt", environment)
    python = environment / "bin" / "python"
    python.write_text(STAND_IN.format(python=sys.executable))
    python.chmod(0o755)
    return tmp_path


@pytest.fixture
def running(checkout: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two of them, at ports of their own."""
    runs = [begin(checkout), begin(checkout)]
    yield runs
    for one in runs:
        one.kill()
        one.wait()


def begin(checkout: Path) -> subprocess.Popen[bytes]:
    """A ./run that serves."""
    one = subprocess.Popen(
        ["./run"], cwd=checkout, env=settings(free_port()), stderr=subprocess.PIPE, start_new_session=True
    )
    assert one.stderr
    assert any(line.startswith(b"Serving") for line in one.stderr)
    return one


def end(one: subprocess.Popen[bytes]) -> None:
    os.killpg(one.pid, signal.SIGTERM)
    one.wait(timeout=120)


def settings(port: int) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"PORT": str(port)}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def test_one_whose_port_is_taken_leaves_the_database_of_the_first(checkout: Path) -> None:
    first = begin(checkout)
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
        second = subprocess.run(
            ["./run"], cwd=checkout, env=settings(port), capture_output=True, text=True, timeout=120, check=False
        )
    assert (second.returncode, "is taken" in second.stderr, (checkout / "up").exists()) == (1, True, True)
    end(first)
    assert not (checkout / "up").exists()


def test_the_last_to_leave_stops_the_database(checkout: Path, running: list[subprocess.Popen[bytes]]) -> None:
    first, second = running
    end(first)
    assert (checkout / "up").exists()
    end(second)
    assert not (checkout / "up").exists()


def test_one_that_was_killed_does_not_count(checkout: Path, running: list[subprocess.Popen[bytes]]) -> None:
    first, second = running
    first.kill()
    first.wait()
    end(second)
    assert not (checkout / "up").exists()
