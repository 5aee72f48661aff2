"""Those who watch the server are told whether it is well, and nothing more."""

import pytest
from django.db import connection
from django.test import Client
from health_check import checks
from health_check.exceptions import ServiceUnavailable


@pytest.mark.django_db(transaction=True)
def test_a_server_with_its_database_is_well(client: Client) -> None:
    answer = client.get("/health/")
    assert (answer.status_code, answer.content) == (200, b"Well\n")


@pytest.mark.django_db(transaction=True)
def test_what_is_wrong_is_not_told_to_strangers(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_order(check: checks.Database) -> None:
        raise ServiceUnavailable(f"no answer from {connection.settings_dict['HOST']}")

    monkeypatch.setattr(checks.Database, "run", out_of_order)
    for form in ("", "?format=json", "?format=text", "?format=openmetrics"):
        answer = client.get(f"/health/{form}")
        assert (answer.status_code, answer.content) == (503, b"Ill\n")
