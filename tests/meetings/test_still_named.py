"""A name withheld after publication: who keeps the record is told what still tells it (issue 4 §4; demand 21)."""

import pytest

from boards.models import Board, Person
from meetings.models import Minutes
from meetings.operations.publication import publish_minutes, withdraw_publication
from meetings.operations.signing import sign_minutes
from meetings.queries.still_named import earlier_naming, still_naming
from tests.meetings.minuted import AT, HERE
from tests.meetings.signed import create_approved, reopen, sign_and_publish
from tests.meetings.test_versions import approve_and_publish
from trust.tools.probe import missing_for_pdf

STILL = "Published minutes still name"
PUBLISH = f"{HERE}minutes/publish/"


@pytest.fixture
def minutes(cast) -> Minutes:
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    cast.board.refresh_from_db()
    return sign_and_publish(create_approved(cast), cast)


def withhold(cast) -> Person:
    person = cast.person("member")
    person.public_name = "A young person"
    person.save()
    return person


def test_once_saved_the_person_s_page_leads_the_officer_to_what_names_them(minutes, cast, as_):
    person = cast.person("member")
    assert STILL not in as_("clerk").get(person.get_absolute_url()).content.decode()
    given = {"name": person.name, "public_name": "A young person", "initials": "", "email": "", "phone": ""}
    saved = as_("clerk").post(f"{person.get_absolute_url()}edit/", given | {"confirmed": "on"}, follow=True)
    page = saved.content.decode()
    assert f"{STILL} Joss Lindqvist." in page
    assert f'href="{HERE}minutes/versions/1/"' in page
    assert f'href="{HERE}minutes/withdraw/"' in page
    assert STILL not in as_("member").get(person.get_absolute_url()).content.decode()


def test_the_publish_page_tells_of_a_version_before_that_names_them(minutes, cast, as_):
    reopen(minutes, cast)
    approve_and_publish(minutes, cast)
    assert STILL not in as_("clerk").get(PUBLISH).content.decode()
    withhold(cast)
    page = as_("clerk").get(PUBLISH).content.decode()
    assert f"{STILL} somebody whose name is withheld now." in page
    assert all(f'href="{HERE}minutes/versions/{number}/"' in page for number in (1, 2))


def test_what_was_withdrawn_or_never_named_them_is_not_told(minutes, cast):
    person = withhold(cast)
    assert [one.version for one in still_naming(person, cast.clerk)] == [1]
    withdraw_publication(minutes=minutes, reason="A name.", by=cast.clerk, at=AT)
    minutes.refresh_from_db()
    assert still_naming(person, cast.clerk) == earlier_naming(minutes) == []
    publish_minutes(minutes=minutes, by=cast.clerk, at=AT)
    assert still_naming(person, cast.clerk) == earlier_naming(minutes) == []


def test_who_may_not_know_of_the_board_is_told_nothing(minutes, cast):
    person = withhold(cast)
    Board.objects.filter(pk=cast.board.pk).update(visibility="members")
    assert still_naming(person, cast.member_of_another_partner) == []


@pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())
def test_published_anew_in_other_words_the_page_says_that_the_copy_is_without_signature(minutes, cast, as_):
    sign_minutes(minutes=minutes, edition="public", by=cast.clerk, at=AT)
    withdraw_publication(minutes=minutes, reason="A name.", by=cast.clerk, at=AT)
    told = "until version 2 is approved and signed the public gets a copy without a signature"
    assert told not in as_("clerk").get(PUBLISH).content.decode()
    withhold(cast)
    assert told in as_("clerk").get(PUBLISH).content.decode()
