"""New terms of reference: who sets them, what they leave of the old."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import QuorumKind
from boards.queries.terms import terms_on

pytestmark = pytest.mark.django_db

PAGE = "/boards/executive-group/terms/"
TODAY = timezone.localdate()
ASKED = {
    "quorum_numerator": "2",
    "quorum_denominator": "5",
    "quorum_partners": "2",
    "voting": "majority",
    "casting_vote": "on",
    "meetings_a_year": "6",
    "notice_days": "5",
    "numbering": "plain",
    "signatory": "chair",
    "approves_minutes": "on",
    "from_date_day": TODAY.day,
    "from_date_month": TODAY.month,
    "from_date_year": TODAY.year,
}


@pytest.mark.parametrize(
    ("who", "status"), [("clerk", 200), ("chair", 403), ("member", 403), ("outsider", 404), ("public", 404)]
)
def test_who_may_change_the_terms(as_, who, status):
    assert as_(who).get(PAGE).status_code == status
    assert as_(who).post(PAGE, ASKED).status_code == status


def test_they_are_read_as_they_will_stand_before_they_are_in_force(cast, as_):
    QuorumKind.objects.create(terms=cast.board.terms.get(), label="a police officer", partner=cast.police)
    read = as_("clerk").post(PAGE, ASKED).content.decode()
    said = "Two fifths of the voting seats (1 of 2), two partners and a police officer must be present."
    assert said in read
    done = as_("clerk").post(PAGE, ASKED | {"confirmed": "yes"}, follow=True).content.decode()
    assert said in done
    assert "Approved at a following meeting; signed by the chair of the board." in done


def test_meetings_before_keep_the_terms_of_their_day(cast, as_):
    old = cast.board.terms.get()
    as_("clerk").post(PAGE, ASKED | {"confirmed": "yes"})
    assert terms_on(cast.board, TODAY - dt.timedelta(days=1)) == old
    new = terms_on(cast.board, TODAY)
    assert (new.version, new.quorum_denominator, new.history.get().history_user) == ("2", 5, cast.clerk)


def test_a_second_change_on_one_day_is_refused_with_nothing_lost(cast, as_):
    as_("clerk").post(PAGE, ASKED | {"confirmed": "yes"})
    page = as_("clerk").post(PAGE, ASKED | {"notice_days": "7", "confirmed": "yes"})
    assert page.status_code == 409
    assert "New terms begin on a later day." in page.content.decode()
    assert 'value="7"' in page.content.decode()
    assert cast.board.terms.count() == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"quorum_denominator": ""}, "Give both numbers of the part, such as 2 in every 5, or neither."),
        ({"quorum_numerator": "6"}, "The part cannot be more than the whole."),
        ({"quorum_partners": "-1"}, "greater than or equal to 0"),
        ({"notice_days": "99999999"}, "less than or equal to"),
    ],
)
def test_a_quorum_that_cannot_be_is_asked_for_again(as_, asked, said):
    page = as_("clerk").post(PAGE, ASKED | asked)
    assert page.status_code == 422
    assert said in page.content.decode()
