"""Seats that go with a post: whoever holds the post sits there (requirement 1.7)."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Post, Seat
from boards.operations.following import follow_post
from boards.operations.seat import appoint
from boards.operations.seats import add_seats
from boards.permissions import words_on
from boards.rules.following import Stay, stays
from boards.rules.person import NewPerson
from boards.rules.place import Place
from tests.factories import create_person, create_user

TODAY = timezone.localdate()
A_DAY = dt.timedelta(days=1)
JAN, MARCH, APRIL, JUNE = dt.date(2026, 1, 1), dt.date(2026, 3, 31), dt.date(2026, 4, 1), dt.date(2026, 6, 30)


def post(person, begins=None, ends=None):
    return Post(person_id=person, from_date=begins, to_date=ends)


@pytest.mark.parametrize(
    ("posts", "seat", "found"),
    [
        pytest.param([], Seat(), [], id="nobody holds the post"),
        pytest.param([post(1)], Seat(), [Stay(1, None, None)], id="always held"),
        pytest.param([post(1)], Seat(from_date=APRIL), [Stay(1, APRIL, None)], id="from the seat's first day"),
        pytest.param(
            [post(1, JAN, MARCH), post(2, APRIL)], Seat(), [Stay(1, JAN, MARCH), Stay(2, APRIL, None)], id="one by one"
        ),
        pytest.param(
            [post(2, MARCH), post(1, JAN, APRIL)],
            Seat(),
            [Stay(1, JAN, APRIL), Stay(2, APRIL + A_DAY, None)],
            id="who held it first stays while two hold it",
        ),
        pytest.param([post(1, JAN, MARCH)], Seat(from_date=APRIL), [], id="left before there was a seat"),
        pytest.param([post(1, JAN)], Seat(to_date=JUNE), [Stay(1, JAN, JUNE)], id="the seat ends"),
    ],
)
def test_1_7_who_sits_by_a_post(posts, seat, found):
    assert stays(posts, seat) == found


@pytest.fixture
def commander(cast):
    """A seat of the board that goes with the post of Borough Commander, which somebody with a login holds."""
    user = create_user()
    person = create_person("Imogen Prett", user=user)
    held = Post.objects.create(person=person, partner=cast.police, title="Borough Commander", from_date=JAN)
    place = Place(partner=cast.police, title="Borough Commander", follows_post=True)
    [seat] = add_seats(board=cast.board, place=place, from_date=APRIL, by=cast.clerk, on=TODAY)
    return seat, held, user


@pytest.mark.django_db
def test_1_7_the_seat_is_filled_by_whoever_holds_the_post(cast, commander):
    seat, held, user = commander
    assert [(one.person, one.from_date, one.to_date) for one in seat.holdings.all()] == [(held.person, APRIL, None)]
    assert "see_papers" in words_on(user, cast.board)


@pytest.mark.django_db
def test_1_7_another_takes_up_the_post_and_access_goes_with_it(cast, commander):
    seat, held, user = commander
    held.to_date = TODAY - A_DAY
    held.save()
    next_user = create_user()
    new = create_person("Lars Cheung", user=next_user)
    Post.objects.create(person=new, partner=cast.police, title="borough commander", from_date=TODAY)
    follow_post(partner=cast.police, title="Borough Commander", by=cast.clerk, on=TODAY)
    assert list(seat.holdings.values_list("person__name", "to_date")) == [
        ("Imogen Prett", TODAY - A_DAY),
        ("Lars Cheung", None),
    ]
    assert not words_on(user, cast.board)
    assert "see_papers" in words_on(next_user, cast.board)


@pytest.mark.django_db
def test_1_7_a_post_given_up_leaves_the_seat_vacant_and_keeps_who_held_it(cast, commander):
    seat, held, _ = commander
    held.delete()
    follow_post(partner=cast.police, title="Borough Commander", by=cast.clerk, on=TODAY)
    [holding] = seat.holdings.all()
    assert holding.to_date == TODAY - A_DAY
    assert holding.history.first().history_change_reason == "Follows the post"


@pytest.mark.django_db
def test_1_7_appointing_to_such_a_seat_gives_the_post(cast, commander):
    seat, held, _ = commander
    held.to_date = TODAY - A_DAY
    held.save()
    follow_post(partner=cast.police, title="Borough Commander", by=cast.clerk, on=TODAY)
    appoint(seat=seat, person=NewPerson("Asha Quill"), from_date=TODAY, by=cast.clerk, on=TODAY)
    assert Post.objects.get(person__name="Asha Quill").title == "Borough Commander"
    follow_post(partner=cast.police, title="Borough Commander", by=cast.clerk, on=TODAY)
    assert seat.holdings.get(to_date=None).person.name == "Asha Quill"
