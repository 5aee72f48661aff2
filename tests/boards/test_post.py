"""Posts added, changed and ended by those who keep the register; seats and access follow."""

import datetime as dt

import pytest
from django.utils import timezone

from boards.models import Post, SeatHolding
from boards.operations import post as operations
from boards.permissions import keeps_register, words_on, words_on_partner
from boards.rules.post import PostGiven
from tests.boards.keeper import create_keeper, day, done, signed_in
from tests.factories import create_person, create_seat, create_user
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - dt.timedelta(days=1)
OTHERS = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


@pytest.fixture
def keeps(cast):
    return signed_in(create_keeper())


@pytest.mark.parametrize("act", ["posts/add/", "posts/{post}/change/", "posts/{post}/end/", "merge/"])
def test_who_manages_nothing_changes_no_posts(cast, as_, keeps, act):
    cast.board.visibility = "public"
    cast.board.save()
    joss = cast.person("member")
    address = f"/people/{joss.pk}/{act.format(post=joss.posts.get().pk)}"
    statuses = [getattr(as_(who), method)(address).status_code for who in OTHERS for method in ("get", "post")]
    assert (keeps.get(address).status_code, set(statuses)) == (200, {403})


def test_a_closed_boards_people_are_not_there_for_others(cast, as_, keeps):
    joss = cast.person("member")
    assert as_("member_of_another_partner").get(f"/people/{joss.pk}/posts/add/").status_code == 404


def test_3_7_one_person_works_for_two_partners_in_a_joint_appointment(cast, as_, keeps):
    joss, begins = cast.person("member"), dt.date(2025, 4, 1)
    joss.posts.update(title="Joint Commissioner", from_date=begins)
    asked = {"partner": cast.council.pk, "title": "Joint Commissioner", **day("from_date", begins)}
    page = done(keeps, f"/people/{joss.pk}/posts/add/", **asked).content.decode()
    assert ("The post is added." in page, page.count("Joint appointment")) == (True, 1)
    assert "Since 1 April 2025" in as_("chair").get(f"/people/{joss.pk}/").content.decode()


def test_a_post_is_not_held_twice_at_once(cast, keeps):
    joss = cast.person("member")
    asked = {"partner": cast.health.pk, "title": joss.posts.get().title, **day("from_date", TODAY)}
    page = keeps.post(f"/people/{joss.pk}/posts/add/", asked)
    assert (page.status_code, "on some of those days already" in page.content.decode()) == (409, True)


def test_a_post_that_ends_before_it_begins_is_said_and_kept(cast, keeps):
    asked = {"partner": cast.health.pk, "title": "Nurse", **day("from_date", TODAY), **day("to_date", YESTERDAY)}
    page = keeps.post(f"/people/{cast.person('member').pk}/posts/add/", asked)
    assert (page.status_code, "The last day is before the first." in page.content.decode()) == (422, True)
    assert "Nurse" in page.content.decode()


def test_what_falls_vacant_is_read_before_a_post_ends(cast, keeps):
    joss = cast.person("member")
    address = f"/people/{joss.pk}/posts/{joss.posts.get().pk}/end/"
    assert "Executive Group: member, which they have for this partner" in keeps.get(address).content.decode()
    check = keeps.post(address, {**day("last_day", YESTERDAY), "ends_seats": "on"}).content.decode()
    assert "Executive Group: member: falls vacant after" in check
    stays = keeps.post(address, day("last_day", YESTERDAY)).content.decode()
    assert "Joss Lindqvist goes on in it" in stays


@pytest.mark.parametrize(("ends", "sees"), [(True, False), (False, True)])
def test_seats_end_with_the_post_only_if_chosen(cast, keeps, ends, sees):
    joss = cast.person("member")
    asked = day("last_day", YESTERDAY) | ({"ends_seats": "on"} if ends else {})
    done(keeps, f"/people/{joss.pk}/posts/{joss.posts.get().pk}/end/", **asked)
    assert joss.posts.get().to_date == YESTERDAY
    assert (SeatHolding.objects.get(person=joss).to_date == YESTERDAY) is ends
    assert ("see_papers" in words_on(cast.member, cast.board)) is sees


def commander(cast):
    """Sid Marsh, Borough Commander, in the seat that goes with the post."""
    user = create_user("sid@example.org")
    person = create_person("Sid Marsh", partner=cast.police, post="Borough Commander", user=user)
    title = {"title": "Borough Commander", "follows_post": True}
    create_seat(cast.board, partner=cast.police, holder=person, **title)
    return person


def test_1_7_a_seat_that_goes_with_the_post_passes_to_whoever_holds_it_next(cast, keeps):
    sid, oyin = commander(cast), cast.person("member_of_another_partner")
    asked = {"partner": cast.police.pk, "title": "Borough Commander", **day("from_date", TODAY)}
    done(keeps, f"/people/{oyin.pk}/posts/add/", **asked)
    address = f"/people/{sid.pk}/posts/{sid.posts.get().pk}/end/"
    check = keeps.post(address, day("last_day", YESTERDAY)).content.decode()
    assert "Borough Commander: passes to Oyin Adeyemi, who holds the post next." in check
    done(keeps, address, **day("last_day", YESTERDAY))
    assert "see_papers" in words_on(cast.member_of_another_partner, cast.board)
    assert "see_papers" not in words_on(sid.user, cast.board)


def test_another_title_leaves_the_seat_of_the_old_one(cast, keeps):
    sid = commander(cast)
    now = {"title": "Superintendent", **day("from_date", dt.date(2020, 1, 1))}
    done(keeps, f"/people/{sid.pk}/posts/{sid.posts.get().pk}/change/", **now)
    assert not SeatHolding.objects.held_on(TODAY).filter(person=sid).exists()
    assert "see_papers" not in words_on(sid.user, cast.board)


def test_who_keeps_the_register_and_manages_a_partner_may_do_so_at_once(cast, keeps):
    petra = cast.person("outsider")
    asked = {"partner": cast.health.pk, "title": "Governance", "keeps_register": "on", "manages_partner": "on"}
    done(keeps, f"/people/{petra.pk}/posts/add/", **asked)
    assert keeps_register(cast.outsider, on=TODAY)
    assert "manage" in words_on(cast.outsider, cast.other_board)
    assert "manage_partner" in words_on_partner(cast.outsider, cast.health)
    done(keeps, f"/people/{petra.pk}/posts/{petra.posts.get().pk}/change/", title="Governance")
    assert not words_on(cast.outsider, cast.other_board)
    assert not words_on_partner(cast.outsider, cast.health)


def test_operations_ask_who_is_there_and_leave_nothing_behind(cast):
    joss = cast.person("member")
    with pytest.raises(NotPermitted):
        operations.add_post(person=joss, partner=cast.police, given=PostGiven("Nurse"), by=cast.clerk, on=TODAY)
    with pytest.raises(NotPermitted):
        operations.end_post(post=joss.posts.get(), last_day=TODAY, by=cast.clerk, on=TODAY)
    assert Post.objects.filter(person=joss, to_date=None).count() == 1


def test_nobody_takes_up_a_post_with_a_partner_that_has_ended(cast):
    keeper = create_keeper()
    cast.police.ended_date = YESTERDAY
    cast.police.save()
    given = PostGiven("Nurse", from_date=TODAY)
    with pytest.raises(Refused, match="Northshire Police ended on"):
        operations.add_post(person=cast.person("member"), partner=cast.police, given=given, by=keeper, on=TODAY)
