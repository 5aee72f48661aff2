"""A person's page, what is put down about them, and their way in."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from boards.operations import person as operations
from boards.permissions import words_on
from tests.factories import create_person, create_seat
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db

EVERYBODY = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


def statuses(cast, as_, act="", who="member"):
    return [as_(one).get(f"/people/{cast.person(who).pk}/{act}").status_code for one in EVERYBODY]


def test_somebody_on_a_closed_board_is_known_to_those_on_it(cast, as_):
    assert statuses(cast, as_) == [200, 200, 200, 404, 404, 404]


def test_somebody_on_a_public_board_is_known_to_all(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    assert statuses(cast, as_) == [200] * 6
    assert statuses(cast, as_, "edit/") == [200, 403, 403, 403, 403, 403]


def test_a_young_person_is_not_found_by_those_outside(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    person = create_person("Tam Reedy", public_name="Young person A")
    create_seat(cast.board, title="Young people’s representative", holder=person)
    found = [as_(who).get(f"/people/{person.pk}/").status_code for who in EVERYBODY]
    assert found == [200, 200, 200, 404, 404, 404]


@pytest.mark.parametrize(
    ("is_public", "who", "seen"), [(False, "member", True), (False, "public", False), (True, "public", True)]
)
def test_how_to_reach_somebody_is_for_colleagues_unless_public(cast, as_, is_public, who, seen):
    cast.board.visibility = "public"
    cast.board.save()
    person = cast.person("chair")
    person.email, person.contact_is_public = "rhiannon@example.org", is_public
    person.save()
    assert ("rhiannon@example.org" in as_(who).get(f"/people/{person.pk}/").content.decode()) is seen


def test_seats_on_boards_the_reader_may_not_know_of_are_not_there(cast, as_):
    create_seat(cast.other_board, partner=cast.health, holder=cast.person("member"))
    assert "Safer Streets" not in as_("clerk").get(f"/people/{cast.person('member').pk}/").content.decode()


def test_officers_change_what_is_put_down(cast, as_):
    person = cast.person("member")
    asked = {"name": "Joss  Lindqvist-Hale", "initials": "JLH", "email": "joss@example.org", "confirmed": "yes"}
    page = as_("clerk").post(f"/people/{person.pk}/edit/", asked, follow=True)
    assert "Joss Lindqvist-Hale" in page.content.decode()
    person.refresh_from_db()
    assert (person.initials, person.history.first().history_user) == ("JLH", cast.clerk)
    assert as_("member").post(f"/people/{person.pk}/edit/", asked).status_code == 403


def test_officers_say_whose_name_the_public_is_not_told(cast, as_):
    person = cast.person("member")
    asked = {"name": person.name, "initials": "JL", "public_name": "A young person"}
    check = as_("clerk").post(f"/people/{person.pk}/edit/", asked).content.decode()
    assert "What the public is told" in check
    as_("clerk").post(f"/people/{person.pk}/edit/", asked | {"confirmed": "yes"})
    person.refresh_from_db()
    assert person.public_name == "A young person"


def invited(cast, email="asha@example.org"):
    person = create_person("Asha Quill", email=email)
    create_seat(cast.board, partner=cast.health, holder=person)
    return person


def test_an_invitation_gives_the_seats_access_and_a_password_of_ones_own(cast, as_, django_capture_on_commit_callbacks):
    person = invited(cast)
    with django_capture_on_commit_callbacks(execute=True):
        page = as_("clerk").post(f"/people/{person.pk}/invite/", follow=True)
    assert "on its way to asha@example.org" in page.content.decode()
    person.refresh_from_db()
    assert "see_papers" in words_on(person.user, cast.board)
    (address,) = re.findall(r"https?://[^/]+(/\S+)", mail.outbox[0].body)
    new = Client()
    choose = new.get(address, follow=True)
    chosen = {"password1": "a-long-enough-secret", "password2": "a-long-enough-secret"}
    new.post(choose.request["PATH_INFO"], chosen)
    person.user.refresh_from_db()
    assert person.user.check_password("a-long-enough-secret")


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("", "Give Asha Quill an e-mail address first"),
        ("member@example.org", "Somebody else signs in with member@example.org."),
    ],
)
def test_an_invitation_needs_an_address_of_ones_own(cast, email, said):
    with pytest.raises(Refused, match=said):
        operations.invite(person=invited(cast, email), by=cast.clerk, on=timezone.localdate())
    assert not mail.outbox


def test_whoever_can_sign_in_is_not_invited_again(cast, as_):
    page = as_("clerk").post(f"/people/{cast.person('member').pk}/invite/")
    assert page.status_code == 409
    assert "can sign in already" in page.content.decode()


def test_a_login_that_opens_another_board_is_not_the_officers_to_make(cast):
    """An officer of one board cannot let themselves into another by inviting one of its members."""
    person = invited(cast)
    create_seat(cast.other_board, partner=cast.police, holder=person)
    with pytest.raises(NotPermitted):
        operations.invite(person=person, by=cast.clerk, on=timezone.localdate())
    assert person.user is None
