"""A new database: every table as the models say, with their triggers, and the migrations noted as applied.

Migrating from nothing works out the tables of every step on the way, which takes minutes; made from the models they
are there in seconds. That both come to the same is a test (``tests/house/test_migrations.py``). It is one transaction:
broken off, the database is as empty as it was.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

#: Apps whose tables are written in SQL, and come of their migrations alone.
IN_SQL = {"procrastinate"}


def is_new() -> bool:
    """Whether nothing is in the database yet."""
    return not connection.introspection.table_names()


def make_tables() -> None:
    """For an empty database only. Apps whose tables are written in SQL are migrated after the rest."""
    with transaction.atomic():
        _make_by_the_models()
    call_command("migrate", interactive=False, verbosity=0)


def _make_by_the_models() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    with _without_migrations():
        call_command("migrate", interactive=False, run_syncdb=True, verbosity=0)
    pgtrigger.install()
    recorder = MigrationRecorder(connection)
    for app, migration in MigrationLoader(connection).disk_migrations:
        if app not in IN_SQL:
            recorder.record_applied(app, migration)


@contextmanager
def _without_migrations() -> Iterator[None]:
    """Meanwhile no app has any; models that say their tables are none of Django's stay without."""
    were = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    try:
        yield
    finally:
        settings.MIGRATION_MODULES = were
