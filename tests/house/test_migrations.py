"""The tables are what the models say."""

from typing import Any

import pytest
from django.core.management import call_command

from tests.house.tables import described
from tests.template import another_database
from trust.tools.new_database import is_new, make_tables

#: Django's own: the number of its rows is wider where it comes of the migrations.
WIDER = "auth_group_permissions"


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_migrations_make_what_the_tests_run_on(django_db_setup: Any, django_db_blocker: Any):
    with django_db_blocker.unblock():
        with another_database("migrated"):
            call_command("migrate", verbosity=0)
            migrated = described()
        with another_database("modelled"):
            assert is_new()
            make_tables()
            assert not is_new()
            call_command("migrate", check_unapplied=True, verbosity=0)
            modelled = described()
    differs = {line for line in migrated ^ modelled if line[1] != WIDER}
    assert not differs
    assert ("columns", "boards_board", "name") in {line[:3] for line in migrated}
