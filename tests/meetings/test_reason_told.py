"""Why minutes were opened again is read by the public: it tells nothing that the public edition does not (§4)."""

import pytest

from boards.models import Board
from meetings.models import Minutes, Reopening
from tests.meetings.minuted import HERE
from tests.meetings.signed import create_approved, reopen, sign_and_publish
from tests.meetings.test_still_named import withhold
from tests.meetings.test_versions import approve_and_publish, read

SECRET = "The tender of Elm Homes is refused for its debts."


@pytest.fixture
def minutes(cast) -> Minutes:
    """Published by a public board; another item of it is closed in the sentence that stands for it."""
    Board.objects.filter(pk=cast.board.pk).update(visibility="public")
    cast.board.refresh_from_db()
    return sign_and_publish(create_approved(cast), cast)


def close_over(minutes: Minutes, text: str = SECRET) -> None:
    item = minutes.meeting.items.get(number="2.2")
    item.text = text
    item.save()


def opened(client, reason: str):
    return client.post(f"{HERE}minutes/reopen/", {"reason": reason})


def test_a_reason_that_repeats_closed_business_is_refused_and_kept_in_the_form(minutes, as_):
    answer = opened(as_("clerk"), "It should say that the price is high.")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "The reason repeats words of business that is closed to the public: “the price is high”" in page
    assert "Everybody reads the reason: say it in other words." in page
    assert "It should say that" in page
    assert not Reopening.objects.exists()


def test_a_reason_that_names_somebody_withheld_is_refused(minutes, cast, as_):
    withhold(cast)
    answer = opened(as_("clerk"), "Joss Lindqvist is named in 2.1.")
    assert "The reason names Joss Lindqvist, whose name the public is not told." in answer.content.decode()
    assert opened(as_("clerk"), "A name is told in 2.1.").status_code == 302


@pytest.mark.parametrize("path", ["", "versions/1/"])
def test_of_business_closed_since_the_public_is_not_told_the_reason(minutes, cast, as_, path):
    reopen(minutes, cast, because=SECRET)
    assert "Elm Homes" in read(as_("public"), path)
    close_over(minutes)
    assert "Elm Homes" not in read(as_("public"), path)
    approve_and_publish(minutes, cast)
    assert "A later version took its place" in read(as_("public"), "versions/1/")
    assert "Elm Homes" not in read(as_("public"), "versions/1/")
    assert "Elm Homes" not in minutes.publications.get(version=1).reason


def test_of_somebody_withheld_since_the_reason_says_what_the_public_is_told(minutes, cast, as_):
    reopen(minutes, cast, because="Joss Lindqvist asked.")
    withhold(cast)
    assert "because: A young person asked." in read(as_("public"))
