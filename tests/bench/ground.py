"""Where the benchmarks stand: databases of their own on the server of the checkout, and how a table is printed."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import django


def set_up() -> None:
    """Django with the settings of production, on whatever database the checkout uses."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trust.settings")
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    django.setup()
    from django.conf import settings

    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.ALLOWED_HOSTS.append("testserver")


@contextmanager
def databases(*names: str) -> Iterator[None]:
    """Fresh databases of these names, made from the models as those of the tests are; dropped afterwards."""
    from django.db import connection

    from tests.template import make_tables

    own = connection.settings_dict["NAME"]
    drop(names)
    try:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{names[0]}"')
        stand_on(names[0])
        make_tables()
        connection.close()
        for name in names[1:]:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{names[0]}"')
        yield
    finally:
        stand_on(own)
        drop(names)


def drop(names: Sequence[str]) -> None:
    from django.db import connection

    connection.close()
    with connection._nodb_cursor() as cursor:
        for name in names:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def stand_on(name: str) -> None:
    """Make ``name`` the database that is asked."""
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def median_ms(act: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table with the machine it was measured on."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"\n{title}\n{machine}")
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
