"""Sign-in and its pages: in the house's words, without inline script, and of use to password managers."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories import PASSWORD


def page_of(client: Client, name: str) -> str:
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    return answer.content.decode()


def test_sign_in_page_helps_password_managers_and_passkeys(client: Client, db: None) -> None:
    page = page_of(client, "account_login")
    assert "<title>Sign in – " in page
    assert 'autocomplete="username webauthn"' in page
    assert 'autocomplete="current-password"' in page
    assert "Sign in with a passkey" in page
    assert "placeholder=" not in page


def test_wrong_password_is_refused_in_one_sentence_with_the_title_saying_so(client: Client, cast: Cast) -> None:
    answer = client.post(reverse("account_login"), {"login": cast.member.email, "password": "not this one"})
    page = answer.content.decode()
    assert "<title>Error: Sign in – " in page
    assert "That e-mail address and password do not belong together." in page


def test_missing_answers_are_asked_for_by_name(client: Client, db: None) -> None:
    page = client.post(reverse("account_login"), {}).content.decode()
    assert 'href="#id_login">Fill in “E-mail address”.' in page


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_signup", "accessibility"])
def test_pages_for_anybody_have_one_heading_and_no_inline_code(client: Client, db: None, name: str) -> None:
    assert_plain(page_of(client, name))


@pytest.mark.parametrize("name", ["account_change_password", "account_logout", "mfa_index"])
def test_pages_of_a_person_have_one_heading_and_no_inline_code(as_, name: str) -> None:
    assert_plain(page_of(as_("member"), name))


def assert_plain(page: str) -> None:
    assert page.count("<h1") == 1
    assert "style=" not in page
    for script in re.findall(r"<script[^>]*>", page):
        assert "src=" in script or 'type="application/json"' in script


def test_a_page_that_is_not_there_says_so_in_the_house(client: Client, db: None) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_passkey_page_asks_who_one_is_and_then_speaks_plainly(client: Client, cast: Cast) -> None:
    cast.member.set_password("three unrelated words")
    cast.member.save()
    client.force_login(cast.member)
    assert client.get(reverse("mfa_add_webauthn")).status_code == 302
    client.post(reverse("account_reauthenticate"), {"password": "three unrelated words"})
    page = page_of(client, "mfa_add_webauthn")
    assert "Sign in with it alone, without the password" in page
    assert "Passwordless" not in page
    assert_plain(page)


@pytest.mark.parametrize("name", ["mfa_list_webauthn", "mfa_add_webauthn", "mfa_activate_totp"])
def test_whoever_signed_in_by_password_can_add_another_way(client: Client, cast: Cast, name: str) -> None:
    """Nobody is asked to prove an address that the partnership itself put down."""
    client.post(reverse("account_login"), {"login": cast.member.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert_plain(page_of(client, name))


@pytest.mark.parametrize("at", ["email/", "confirm-email/", "3rdparty/"])
def test_addresses_are_the_partnerships_to_change(as_, at: str) -> None:
    assert as_("member").get(f"/account/{at}").status_code == 404
    assert as_("member").post(f"/account/{at}", {"email": "x@example.org", "action_add": ""}).status_code == 404


def test_a_forgotten_password_is_answered_in_the_house_s_words(client: Client, cast: Cast) -> None:
    client.post(reverse("account_reset_password"), {"email": cast.member.email})
    assert mail.outbox[0].subject == "Choose a new password"
    assert "the address works once" in mail.outbox[0].body
    assert "testserver!" not in mail.outbox[0].body


def test_no_mail_goes_to_an_address_that_nobody_signs_in_with(client: Client, cast: Cast) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "stranger@example.org"})
    assert (answer.status_code, mail.outbox) == (302, [])
