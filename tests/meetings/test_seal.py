"""What is approved is sealed, link after link, whoever asks at once; nothing later changes it (issue 4 §3)."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from meetings.models import Edition, Minutes, Seal
from meetings.operations.seal import seal_approved, seal_event, seal_published
from meetings.queries.minutes import minutes_document
from meetings.queries.seal import approved_seal, chain, head, sealed_document
from meetings.rules.seal import first_that_does_not_fit
from tests.at_once import at_once
from tests.meetings.minuted import AT, create_minuted
from trust.tools.refusal import Refused


@pytest.fixture
def minutes(cast) -> Minutes:
    return create_minuted(cast, state="approved")


def test_nothing_is_sealed_yet(db):
    assert head() is None
    assert not list(chain())


def test_the_first_and_the_next(minutes, cast):
    first = seal_approved(minutes=minutes, by=cast.clerk, at=AT)
    told = {"reason": "An address was told."}
    second = seal_event(minutes=minutes, event=Seal.Event.WITHDRAWN, record=told, by=cast.clerk, at=AT)
    assert (first.position, first.previous_sha256, second.position) == (1, "", 2)
    assert second.previous_sha256 == first.sha256
    assert head() == second
    assert first_that_does_not_fit(chain()) is None


def test_what_was_approved_is_sealed_once(minutes, cast):
    first = seal_approved(minutes=minutes, by=cast.clerk, at=AT)
    assert seal_approved(minutes=minutes, by=cast.clerk, at=AT + dt.timedelta(days=1)) == first
    assert approved_seal(minutes) == first


def test_the_seal_holds_every_word_and_later_names_change_none(minutes, cast):
    as_approved = minutes_document(minutes.meeting, edition=Edition.FULL, with_exempt=True)
    seal_approved(minutes=minutes, by=cast.clerk, at=AT)
    cast.board.name = "Something Else"
    cast.board.save()
    assert sealed_document(approved_seal(minutes)) == as_approved


def test_the_public_edition_is_sealed_without_exempt_matter(minutes, cast):
    seal = seal_published(minutes=minutes, edition=Edition.PUBLIC, by=cast.clerk, at=AT)
    assert "contractor" not in seal.record
    assert "price" not in seal.record
    assert "Four options were presented." in seal.record


@pytest.mark.parametrize("state", ["draft", "circulated"])
def test_a_draft_is_not_sealed(cast, state):
    with pytest.raises(Refused, match="They are sealed when they are approved"):
        seal_approved(minutes=create_minuted(cast, state=state), by=cast.clerk, at=AT)


def test_a_clock_set_back_seals_nothing(minutes, cast):
    seal_approved(minutes=minutes, by=cast.clerk, at=AT)
    with pytest.raises(Refused, match="have the clock set right"):
        seal_published(minutes=minutes, edition=Edition.PUBLIC, by=cast.clerk, at=AT - dt.timedelta(days=1))
    assert Seal.objects.count() == 1


@pytest.mark.parametrize("sql", ["UPDATE meetings_seal SET record = '{}'", "DELETE FROM meetings_seal"])
def test_the_database_refuses_to_change_a_seal(minutes, cast, sql):
    seal_approved(minutes=minutes, by=cast.clerk, at=AT)
    with pytest.raises(DatabaseError, match="annot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.django_db(transaction=True)
def test_several_at_once_make_one_chain(cast):
    minutes = create_minuted(cast, state="approved")
    told = {"event": Seal.Event.WITHDRAWN, "minutes": minutes, "by": cast.clerk, "at": AT}
    acts = [lambda number=number: seal_event(record={"number": number}, **told) for number in range(8)]
    at_once(*acts)
    assert [seal.position for seal in chain()] == list(range(1, 9))
    assert first_that_does_not_fit(chain()) is None
