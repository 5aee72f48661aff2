"""One database on the test server, of which every test database is a copy.

It is made from the models, in seconds; migrating from nothing takes about a minute. That both come to the same tables
is a test of its own (``tests/house/test_migrations.py``). Its name carries a fingerprint of what it is made from, so a
change of that makes a new one.

A test that commits is cleared up after by deleting what it wrote. Django's own way truncates every table and then makes
all content types and permissions again, which takes a second, longer than most of those tests.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import distributions
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.test import TransactionTestCase

from tests.house.source import ROOT, STOREYS
from trust.tools.new_database import make_tables

NAME = "concordat_template"
LOCK = 20_110_125
TRIES = 4  # where a browser still asks for something, and what it asks crosses the clearing up
#: What the template holds already, and no test changes.
KEPT = {"django_migrations", "django_content_type", "auth_permission"}

truncate_all = TransactionTestCase._fixture_teardown


def pytest_configure() -> None:
    TransactionTestCase._fixture_teardown = clear_up


def clear_up(case: TransactionTestCase) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
        (may_set_triggers_aside,) = cursor.fetchone()
    if not may_set_triggers_aside:
        return truncate_all(case)
    for _ in range(TRIES):
        with suppress(OperationalError):
            return delete_what_was_written()
    delete_what_was_written()


@transaction.atomic
def delete_what_was_written() -> None:
    """Delete every row of the tables that hold any, locked records too; waits for whoever still writes."""
    with connection.cursor() as cursor:
        # Neither the triggers that refuse to delete a locked record fire, nor those that check references.
        cursor.execute("SET LOCAL session_replication_role = replica")
        tables = written_tables()
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN EXCLUSIVE MODE")
        for table in filled(tables):
            cursor.execute(f"DELETE FROM {table}")


def written_tables() -> list[str]:
    """Every table, but for those whose rows come with the template."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
        return sorted({row[0] for row in cursor.fetchall()} - KEPT)


def filled(tables: list[str]) -> list[str]:
    """Those of the tables that hold any row."""
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"(SELECT '{table}' FROM {table} LIMIT 1)" for table in tables))
        return sorted(row[0] for row in cursor.fetchall())


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any) -> None:
    """Make the template if it is not there, and let Django copy it."""
    with django_db_blocker.unblock(), server() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        name = f"{NAME}_{fingerprint()}"
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{NAME}%"])
        there = {row[0] for row in cursor.fetchall()}
        if name not in there:
            for old in there:
                cursor.execute(f'DROP DATABASE IF EXISTS "{old}"')
            make(cursor, name)
    connection.settings_dict["TEST"] |= {"TEMPLATE": name, "MIGRATE": False}


@contextmanager
def server() -> Iterator[Any]:
    """The server's own database; closing it lets go of the lock."""
    with connection._nodb_cursor() as cursor:
        yield cursor


def fingerprint() -> str:
    seen = hashlib.sha256()
    sources = [ROOT / "trust" / "models.py", *(ROOT / "trust").glob("migrations/*.py")]
    for storey in STOREYS:
        sources += [path for room in ("models", "migrations") for path in (ROOT / storey / room).glob("*.py")]
    for path in sorted(sources):
        seen.update(path.read_bytes())
    for dist in sorted(f"{dist.name} {dist.version}" for dist in distributions()):
        seen.update(dist.encode())
    return seen.hexdigest()[:12]


def make(cursor: Any, name: str) -> None:
    making = f"{name}_making"
    cursor.execute(f'CREATE DATABASE "{making}"')
    with connected_to(making):
        make_tables()
    cursor.execute(f'ALTER DATABASE "{making}" RENAME TO "{name}"')


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Whatever asks the database meanwhile asks the one of this name."""
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


@contextmanager
def another_database(name: str) -> Iterator[None]:
    """An empty one beside those of the tests, thrown away again; whatever asks the database meanwhile asks it."""
    whole = f"{connection.settings_dict['NAME']}_{name}"
    with server() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{whole}"')
        cursor.execute(f'CREATE DATABASE "{whole}"')
        try:
            with connected_to(whole):
                yield
        finally:
            cursor.execute(f'DROP DATABASE "{whole}"')
