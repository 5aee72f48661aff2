"""One migrated database on the test server, of which every test database is a copy: migrating takes half a minute.

Its name carries a fingerprint of all migrations and models' triggers, so a change of them makes a new one.

A test that commits is cleared up after by deleting what it wrote. Django's own way truncates every table and then makes
all content types and permissions again, which takes a second, longer than most of those tests.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import distributions
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.test import TransactionTestCase

from tests.house.source import ROOT, STOREYS

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
    for storey in (*STOREYS, "trust"):
        for path in sorted((ROOT / storey / "migrations").glob("*.py")):
            seen.update(path.read_bytes())
    for dist in sorted(f"{dist.name} {dist.version}" for dist in distributions()):
        seen.update(dist.encode())
    return seen.hexdigest()[:12]


def make(cursor: Any, name: str) -> None:
    making, own = f"{name}_making", connection.settings_dict["NAME"]
    cursor.execute(f'CREATE DATABASE "{making}"')
    connection.close()
    connection.settings_dict["NAME"] = making
    try:
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own
    cursor.execute(f'ALTER DATABASE "{making}" RENAME TO "{name}"')
