"""Signing in again at an open desk, which goes on asking meanwhile."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.factories import create_meeting


@pytest.mark.parametrize("name", ["pulse", "desk"])
def test_an_answer_to_a_session_that_is_gone_takes_no_cookie_away(cast, name):
    meeting, client = create_meeting(cast.board), Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "gone" * 8
    asked = client.post if name == "pulse" else client.get
    answer = asked(reverse(f"meetings:{name}", args=[cast.board.slug, meeting.address]))
    assert answer.status_code in (302, 401)
    assert settings.SESSION_COOKIE_NAME not in answer.cookies


def test_signing_out_does(cast, as_):
    answer = as_("member").post(reverse("account_logout"))
    assert answer.cookies[settings.SESSION_COOKIE_NAME].value == ""
