"""A partner’s own manager puts down who works for it; what reaches beyond the partner is left to keepers."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Person, Post, SeatHolding
from boards.operations.access import refresh_partner_access
from boards.operations.person import add_person
from boards.permissions import keeps_register, words_on, words_on_partner
from boards.queries.access import partners_of
from boards.rules.post import PostGiven
from tests.boards.keeper import create_keeper, day, done
from tests.factories import LONG_AGO, create_person, create_seat
from trust.tools.refusal import NotPermitted

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def manages(cast, as_):
    """Joss manages the Health Trust."""
    cast.person("member").posts.update(manages_partner=True)
    refresh_partner_access(cast.health, on=TODAY)
    return as_("member")


@pytest.fixture
def nurse(cast):
    return create_person("Asha Quill", partner=cast.health, post="Nurse")


def test_a_manager_adds_changes_and_ends_posts_at_the_partner(cast, manages, nurse):
    page = done(
        manages, f"/people/{nurse.pk}/posts/add/", partner=cast.health.pk, title="Matron", **day("from_date", TODAY)
    )
    assert "The post is added." in page.content.decode()
    post = nurse.posts.get(title="Matron")
    done(manages, f"/people/{nurse.pk}/posts/{post.pk}/change/", title="Chief Nurse", **day("from_date", TODAY))
    done(manages, f"/people/{nurse.pk}/posts/{post.pk}/end/", **day("last_day", TODAY))
    post.refresh_from_db()
    assert (post.title, post.to_date, post.history.first().history_user) == ("Chief Nurse", TODAY, cast.member)


def test_the_check_page_is_read_before_it(cast, manages, nurse):
    asked = {"partner": cast.health.pk, "title": "Matron"}
    page = manages.post(f"/people/{nurse.pk}/posts/add/", asked).content.decode()
    assert ("Read it through" in page, nurse.posts.filter(title="Matron").exists()) == (True, False)


def test_a_manager_is_offered_their_own_partner_alone_and_links_for_its_posts(cast, manages, nurse):
    elsewhere = Post.objects.create(person=nurse, partner=cast.police, title="Adviser")
    form = manages.get(f"/people/{nurse.pk}/posts/add/").content.decode()
    assert ("Northshire Health Trust" in form, "Northshire Police" in form) == (True, False)
    page = manages.get(f"/people/{nurse.pk}/").content.decode()
    assert f"/posts/{nurse.posts.get(title='Nurse').pk}/end/" in page
    assert f"/posts/{elsewhere.pk}/" not in page


@pytest.mark.parametrize("act", ["change", "end"])
def test_posts_with_other_partners_are_refused(cast, manages, nurse, act):
    elsewhere = Post.objects.create(person=nurse, partner=cast.police, title="Adviser")
    answer = manages.post(f"/people/{nurse.pk}/posts/{elsewhere.pk}/{act}/", {"title": "x", "confirmed": "yes"})
    assert (answer.status_code, "Only those who manage Northshire Police" in answer.content.decode()) == (403, True)


def test_another_partner_in_a_plain_post_is_refused(cast, manages, nurse):
    asked = {"partner": cast.police.pk, "title": "Adviser", "confirmed": "yes"}
    assert manages.post(f"/people/{nurse.pk}/posts/add/", asked).status_code == 422
    assert not nurse.posts.filter(partner=cast.police).exists()


def test_a_manager_gives_neither_the_register_nor_the_partner(cast, manages, nurse):
    post = nurse.posts.get()
    asked = {"title": "Nurse", "keeps_register": "on", "manages_partner": "on", **day("from_date", LONG_AGO)}
    done(manages, f"/people/{nurse.pk}/posts/{post.pk}/change/", **asked)
    post.refresh_from_db()
    assert (post.keeps_register, post.manages_partner) == (False, False)


def test_a_manager_keeps_what_they_manage_when_they_change_its_title(cast, manages):
    post = cast.person("member").posts.get()
    done(manages, f"/people/{post.person_id}/posts/{post.pk}/change/", title="Director", **day("from_date", LONG_AGO))
    assert "manage_partner" in words_on_partner(cast.member, cast.health)


@pytest.mark.parametrize("act", ["change", "end"])
def test_a_post_that_keeps_the_register_is_left_to_keepers(cast, manages, act):
    keeper = create_keeper()
    post = Post.objects.get(person__user=keeper)
    post.partner = cast.health
    post.save()
    asked = {"title": "x", **day("last_day", TODAY), "confirmed": "yes"}
    answer = manages.post(f"/people/{post.person_id}/posts/{post.pk}/{act}/", asked)
    assert ("keeps the register" in answer.content.decode(), answer.status_code) == (True, 403)
    assert keeps_register(keeper, on=TODAY)


def test_a_past_in_a_seat_is_not_made_by_a_manager(cast, manages, nurse):
    create_seat(cast.other_board, partner=cast.health, title="Chief Nurse", follows_post=True)
    address = f"/people/{nurse.pk}/posts/add/"
    asked = {"partner": cast.health.pk, "title": "chief nurse", "confirmed": "yes"}
    early = manages.post(address, asked | day("from_date", YESTERDAY))
    assert ("A seat goes with this post" in early.content.decode(), early.status_code) == (True, 409)
    manages.post(address, asked | day("from_date", TODAY))
    assert SeatHolding.objects.get(seat__title="Chief Nurse").from_date == TODAY


def test_ending_a_post_ends_and_names_no_seat_of_a_board_the_manager_may_not_know_of(cast, manages, nurse):
    hidden = create_seat(cast.other_board, partner=cast.health, holder=nurse)
    address = f"/people/{nurse.pk}/posts/{nurse.posts.get().pk}/end/"
    asked = {**day("last_day", YESTERDAY), "ends_seats": "on"}
    read = manages.get(address).content.decode() + manages.post(address, asked).content.decode()
    assert ("Safer Streets" in read, "No seat of a board that you know of" in read) == (False, True)
    done(manages, address, **asked)
    assert hidden.holdings.get().to_date is None
    assert not words_on(cast.member, cast.other_board)


def test_a_person_is_read_as_of_any_day(cast, as_, nurse):
    joss = cast.person("member")
    joss.posts.update(to_date=dt.date(2015, 3, 31))
    Post.objects.create(person=joss, partner=cast.council, title="Deputy Director", from_date=dt.date(2015, 4, 1))
    page = as_("chair").get(f"/people/{joss.pk}/?on=2014-06-01")
    said = page.content.decode()
    assert ("1 June 2014" in said, "Deputy Director" in said, "Posts held before" in said) == (True, False, False)
    assert "Director, Child and Family Health" in said


def test_a_day_that_is_none_is_said(cast, as_):
    page = as_("chair").get(f"/people/{cast.person('member').pk}/?on=1066-02-30")
    assert (page.status_code, "is no day" in page.content.decode()) == (422, True)


def test_a_manager_adds_somebody_new_with_a_post_at_the_partner(cast, manages):
    Person.objects.create(name="Robin Hale")
    asked = {"name": "Robin Hale", "title": "Matron", "partner": cast.health.pk}
    check = manages.post("/people/add/", asked).content.decode()
    assert ("Read it through" in check, "Already in the register" in check) == (True, False)
    done(manages, "/people/add/", **asked)
    assert Post.objects.get(title="Matron").partner == cast.health


@pytest.mark.parametrize("who", ["clerk", "chair", "member_of_another_partner", "outsider", "public"])
def test_others_add_nobody(cast, as_, who):
    answer = as_(who).post("/people/add/", {"name": "Robin Hale", "partner": cast.health.pk, "confirmed": "yes"})
    assert (answer.status_code, Person.objects.filter(name="Robin Hale").exists()) == (403, False)


def test_a_manager_adds_nobody_without_a_post_nor_at_another_partner(cast, manages):
    for asked in ({"name": "Robin Hale"}, {"name": "Robin Hale", "partner": cast.police.pk}):
        assert manages.post("/people/add/", asked | {"confirmed": "yes"}).status_code == 422
    with pytest.raises(NotPermitted):
        add_person(partner=None, post=PostGiven(), name="Robin Hale", by=cast.member, on=TODAY)
    assert not Person.objects.filter(name="Robin Hale").exists()


def test_who_represents_a_partner_does_not_manage_it_by_that(cast, manages):
    assert list(partners_of(cast.chair, "manage_partner")) == []
    assert list(partners_of(cast.chair, "represent_partner")) == [cast.council]
