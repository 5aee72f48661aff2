"""Entitlement is dated, and what is restricted to some partners is not there for others (demands 21, 22; gap 5)."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from actions.queries.action import actions_known_to
from boards.models import Seat, SeatHolding
from meetings.models import AgendaItem, Decision
from meetings.queries.entitled import items_closed_to, items_seen, sight_at
from tests.factories import create_action, create_block, create_meeting, create_person, create_seat, create_user
from tests.meetings.minuted import HELD, HERE, create_minuted

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 1, 10)
#: What only the Council and the Police read.
TITLE, WORDS, TO_DO = "A family known to the police", "Their house was searched.", "Ring the family"


@pytest.fixture
def minutes(cast):
    """Circulated minutes with an exempt item, and one that only the Council and the Police read."""
    minutes = create_minuted(cast)
    reason = {"restricted_reason": "An inquiry is under way."}
    section = minutes.meeting.items.get(number="2.0")
    item = AgendaItem.objects.create(meeting=minutes.meeting, section=section, title=TITLE, position=9, **reason)
    item.restricted_to.set([cast.council, cast.police])
    minutes.state = "draft"
    block = create_block(minutes, item, WORDS, kind="decision")
    Decision.objects.create(block=block, kind="agreed")
    to_do = create_block(minutes, item, TO_DO, kind="action")
    create_action(cast.board, TO_DO, meeting=minutes.meeting, block=to_do, owners=[cast.person("chair")])
    return minutes


def newcomer(cast, *, role: str = "member", begins: dt.date = HELD + dt.timedelta(days=1), partner=None):
    """Somebody whose seat begins after the meeting."""
    user = create_user("late@example.org")
    person = create_person("Nour Haddad", partner=partner or cast.health, user=user)
    seat = create_seat(cast.board, partner=partner or cast.health, holder=person, role=role)
    SeatHolding.objects.filter(seat=seat).update(from_date=begins)
    return user


def titles(reader, minutes) -> set[str]:
    return set(items_seen(reader, minutes.meeting).values_list("title", flat=True))


def test_demand_22_exempt_matter_is_for_those_entitled_on_the_day_of_the_meeting(cast, minutes):
    assert "The contractor" in titles(cast.member, minutes)
    assert "The contractor" not in titles(newcomer(cast), minutes)


def test_demand_22_whoever_keeps_or_signs_the_record_now_reads_it_whole(cast, minutes):
    assert "The contractor" in titles(newcomer(cast, role=Seat.Role.MINUTE_TAKER), minutes)


def test_demand_22_a_member_who_joined_later_is_told_so_and_reads_the_rest(cast, client, minutes):
    client.force_login(newcomer(cast))
    page = client.get(f"{HERE}minutes/").content.decode()
    assert "Option 3 was agreed." in page
    assert "before you joined" in page
    assert "The price is high." not in page
    assert "The contractor" not in client.get(HERE).content.decode()


@pytest.mark.parametrize(("who", "sees"), [("clerk", True), ("chair", True), ("member", False)])
def test_demand_21_a_restricted_item_is_there_for_the_partners_named(cast, minutes, who, sees):
    assert (TITLE in titles(getattr(cast, who), minutes)) is sees


def test_demand_21_deny_wins_over_every_word_held(cast, minutes):
    minutes.meeting.items.get(title=TITLE).restricted_to.set([cast.police])
    for who in ("clerk", "chair", "member"):
        assert TITLE not in titles(getattr(cast, who), minutes)


def test_demand_21_it_is_by_the_seat_of_the_day(cast, minutes):
    late = newcomer(cast, partner=cast.council)
    assert TITLE not in titles(late, minutes)


@pytest.mark.parametrize("who", ["clerk", "chair", "member", "member_of_another_partner", "outsider"])
def test_lists_of_many_meetings_answer_as_one_meeting_does(cast, minutes, who):
    reader = getattr(cast, who)
    sight = sight_at(reader, minutes.meeting)
    every = minutes.meeting.items.select_related("section")
    assert set(items_closed_to(reader).filter(meeting=minutes.meeting)) == {one for one in every if not sight.sees(one)}


def test_nobody_in_particular_sees_nothing_closed(minutes):
    closed = set(items_closed_to(AnonymousUser()).values_list("title", flat=True))
    assert closed == {"The contractor", TITLE}


@pytest.mark.parametrize("address", ["", "minutes/", "follow/", "attendance/", "declarations/"])
def test_gap_5_a_restricted_item_is_absent_from_every_page(as_, minutes, address):
    page = as_("member").get(HERE + address)
    assert page.status_code == 200
    for secret in (TITLE, WORDS, TO_DO, "An inquiry"):
        assert secret not in page.content.decode(), secret


def test_gap_5_it_is_there_with_its_reason_for_the_partners_named(as_, minutes):
    page = as_("chair").get(f"{HERE}minutes/").content.decode()
    for said in (TITLE, WORDS, TO_DO, "Restricted to Northshire County Council and Northshire Police", "An inquiry"):
        assert said in page, said


def test_gap_5_its_actions_are_not_in_the_log_nor_its_history_readable(as_, cast, minutes):
    assert not actions_known_to(cast.member, on=TODAY).filter(text=TO_DO).exists()
    assert actions_known_to(cast.chair, on=TODAY).filter(text=TO_DO).exists()
    block = minutes.blocks.get(text=WORDS)
    assert as_("member").get(f"/history/meetings.minute/{block.pk}/").status_code == 404
    assert as_("chair").get(f"/history/meetings.minute/{block.pk}/").status_code == 200


def test_gap_5_the_desk_of_an_officer_of_another_partner_does_not_list_it(as_, cast, minutes):
    minutes.meeting.items.get(title=TITLE).restricted_to.set([cast.police])
    type(minutes).objects.update(state="draft", circulated_at=None, circulated_by=None)
    for address in ("desk/", "check/", "desk/room/"):
        assert TITLE not in as_("clerk").get(HERE + address).content.decode()


def test_an_officer_does_not_restrict_an_item_out_of_their_own_sight(as_, cast):
    meeting = create_meeting(cast.board, TODAY + dt.timedelta(days=2000))
    given = {
        "title": "Secret",
        "purpose": "discussion",
        "restricted_reason": "Because.",
        "restricted_to": cast.health.pk,
    }
    answer = as_("clerk").post(f"{meeting.get_absolute_url()}agenda/add/", given)
    assert answer.status_code == 409
    assert "You would not see this item yourself" in answer.content.decode()
    assert not meeting.items.exists()
