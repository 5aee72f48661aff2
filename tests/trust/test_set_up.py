"""The one-shot step of every start."""

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from trust.management.commands.set_up import wait_for_database


@pytest.mark.django_db(transaction=True)
def test_it_can_be_repeated() -> None:
    call_command("set_up")
    call_command("set_up")
    assert "house_cache" in connection.introspection.table_names()


def test_it_waits_for_the_database_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody_there() -> None:
        raise OperationalError("nobody there")

    monkeypatch.setattr(connection, "ensure_connection", nobody_there)
    with pytest.raises(OperationalError, match="nobody there"):
        wait_for_database(0)
