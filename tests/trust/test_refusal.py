"""How the house says no, where a page did not say it itself."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from trust.tools.refusal import NotPermitted, Refused
from trust.tools.refusal_page import RefusalPage


@pytest.mark.parametrize(
    ("exception", "status", "heading"),
    [
        (Refused("The minutes are approved."), 409, "This cannot be done"),
        (NotPermitted("Only the chair may do this."), 403, "You may not do this"),
    ],
)
def test_a_refusal_is_a_page_of_one_sentence(exception, status, heading):
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    answer = RefusalPage(lambda request: None).process_exception(request, exception)
    assert answer.status_code == status
    assert str(exception) in answer.content.decode()
    assert heading in answer.content.decode()


def test_what_is_written_in_json_is_answered_in_json():
    request = RequestFactory().post("/", "{}", content_type="application/json")
    answer = RefusalPage(lambda request: None).process_exception(request, Refused("Held already."))
    assert answer.content == b'{"sentence": "Held already."}'


def test_other_exceptions_are_left_alone():
    assert RefusalPage(lambda request: None).process_exception(RequestFactory().get("/"), ValueError()) is None


def test_what_cannot_be_read_is_answered_in_the_house_s_words(client, db):
    """More fields than any form of ours has."""
    answer = client.post("/verify/", {f"field{number}": "" for number in range(1200)})
    assert answer.status_code == 400
    assert "Nothing of it was kept." in answer.content.decode()
