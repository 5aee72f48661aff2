"""The embedded database starts whatever happened before, and leaves the folders around it as they were."""

import os
import shutil
import signal
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from trust.tools import embedded_postgres


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "private" / "var"
    folder.mkdir(parents=True)
    folder.parent.chmod(0o700)
    yield folder
    embedded_postgres.stop(folder)
    shutil.rmtree(embedded_postgres._home(folder), ignore_errors=True)
    embedded_postgres._home(folder).with_suffix(".lock").unlink(missing_ok=True)
    shutil.rmtree(embedded_postgres._socket_folder(folder), ignore_errors=True)


def ask(var: Path, question: str) -> object:
    door = embedded_postgres.django_database(var)
    with psycopg.connect(host=door["HOST"], user=door["USER"], dbname=door["NAME"], autocommit=True) as connection:
        cursor = connection.execute(question)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def process_number(var: Path) -> int:
    return int((embedded_postgres._home(var) / "data" / "postmaster.pid").read_text().split("\n")[0])


def modes_above(var: Path) -> dict[Path, int]:
    homes = [var, embedded_postgres._home(var), *Path(embedded_postgres.__file__).parents]
    folders = {folder for home in homes for folder in (home, *home.parents)}
    return {folder: stat.S_IMODE(folder.stat().st_mode) for folder in folders if folder.exists()}


def test_starts_once_and_stops(var: Path) -> None:
    assert embedded_postgres.start(var) is True
    assert embedded_postgres.start(var) is False
    assert ask(var, "show fsync") == "on"
    embedded_postgres.stop(var)
    assert not embedded_postgres.is_running(var)
    embedded_postgres.stop(var)


def test_a_throwaway_server_does_not_wait_for_the_disk(var: Path) -> None:
    embedded_postgres.start(var, throwaway=True)
    assert ask(var, "show fsync") == "off"


def test_no_folder_that_was_there_is_loosened(var: Path) -> None:
    before = modes_above(var)
    embedded_postgres.start(var)
    assert {folder: mode for folder, mode in modes_above(var).items() if folder in before} == before
    for ours in (embedded_postgres._home(var), embedded_postgres._socket_folder(var)):
        assert stat.S_IMODE(ours.stat().st_mode) == 0o700


def test_starts_clean_after_everything_was_killed(var: Path) -> None:
    embedded_postgres.start(var)
    ask(var, "create table kept as select 1 as one")
    os.kill(process_number(var), signal.SIGKILL)
    assert embedded_postgres.start(var) is True
    assert ask(var, "select one from kept") == 1


def test_a_lock_file_naming_somebody_elses_process_does_not_stop_a_start(var: Path) -> None:
    embedded_postgres.start(var)
    lock = embedded_postgres._home(var) / "data" / "postmaster.pid"
    written = lock.read_text()
    os.kill(process_number(var), signal.SIGKILL)
    time.sleep(1)
    lock.write_text(written.replace(written.split("\n")[0], str(os.getpid()), 1))
    assert embedded_postgres.start(var) is True


def test_two_starts_at_once_start_one_server(var: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(embedded_postgres.start, [var, var])) == [False, True]


def test_an_interrupted_first_start_leaves_nothing_half_made(var: Path) -> None:
    embedded_postgres._ensure_folders(var)
    half_made = embedded_postgres._home(var) / "data.new"
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18\n")
    assert embedded_postgres.start(var) is True


def test_a_long_path_gets_a_short_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_postgres, "_as_root", lambda: False)
    long = tmp_path / ("long" * 30)
    assert len(embedded_postgres.django_database(long)["HOST"]) < embedded_postgres.SOCKET_PATH_LIMIT
