"""Requests and referrals to another board, and to a body outside: asked, arrived, answered, withdrawn (0.4; gap 8)."""

import uuid

import pytest
from django.utils import timezone

from boards.models import Board, BoardRelation
from meetings.models import Decision, Meeting, Referral
from meetings.operations import referral as operations
from meetings.operations.disposal import defer, put_back
from meetings.operations.meeting import call_off_meeting, prepare_meeting
from meetings.operations.subscription import deliver
from meetings.queries.referral import lines_of, unanswered
from tests.at_once import at_once
from tests.factories import create_block, create_meeting, create_minutes
from tests.meetings.neighbours import create_asking, create_neighbours, create_prepared, in_days
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db


@pytest.fixture
def near(cast):
    return create_neighbours(cast)


def refer(cast, item, **given) -> Referral:
    asked = {"decision": None, "kind": "request", "to_board": None, "to_body": "", "request": "Send us the figures."}
    asked |= {"asks_for_minutes": False, "reply_due_date": None, "by": cast.clerk, "at": timezone.now()}
    return operations.refer(item=item, **asked | given)


def test_0_4_a_request_arrives_on_the_draft_agenda_with_who_asks(cast, near):
    meeting = create_prepared(near.asked)
    referral = refer(cast, create_asking(cast), to_board=near.asked, reply_due_date=in_days(30))
    arrived = meeting.items.get(arose_from=referral)
    assert (arrived.title, arrived.section.title) == ("Request of the Executive Group", "Decision making")
    assert arrived.text.startswith("Send us the figures.\n\nFrom its meeting on ")
    assert "A reply is asked for by" in arrived.text
    assert (referral.sent_date, referral.sent_by) == (in_days(0), cast.clerk)


def test_0_4_it_names_the_decision_it_arose_from(cast, near):
    meeting, item = create_prepared(near.asked), create_asking(cast)
    block = create_block(create_minutes(item.meeting), item, "That the Board be asked.", kind="decision")
    numbered = {"number": "EG 2025/7", "number_year": 2025, "number_in_year": 7}
    decision = Decision.objects.create(block=block, kind="requested", **numbered)
    refer(cast, item, to_board=near.asked, decision=decision)
    assert "Decision EG 2025/7 of its meeting on" in meeting.items.get(arose_from__decision=decision).text


def test_it_waits_for_the_next_agenda_that_is_drawn_up(cast, near):
    create_prepared(near.asked, days=5, state="called")
    referral = refer(cast, create_asking(cast), to_board=near.asked)
    assert referral.arrived_as is None
    meeting = prepare_meeting(board=near.asked, by=near.clerk_there, date=in_days(40))
    referral.refresh_from_db()
    assert referral.arrived_as.meeting == meeting


def test_it_goes_along_when_the_item_is_deferred_or_the_meeting_called_off(cast, near):
    first, second = create_prepared(near.asked), create_prepared(near.asked, days=50)
    referral = refer(cast, create_asking(cast), to_board=near.asked)
    item = first.items.get(arose_from=referral)
    done = defer(item=item, reason="No time.", by=near.clerk_there)
    referral.refresh_from_db()
    assert referral.arrived_as == done.arrived_as
    put_back(item=item, by=near.clerk_there)
    referral.refresh_from_db()
    assert referral.arrived_as == item
    call_off_meeting(meeting=first, state="cancelled", reason="Snow.", by=near.clerk_there)
    referral.refresh_from_db()
    assert (referral.arrived_as.meeting, referral.arrived_as.came_from) == (second, item)


def test_exempt_business_stays_exempt_where_it_arrives(cast, near):
    meeting = create_prepared(near.asked)
    item = create_asking(cast, exempt_paragraphs="3", exempt_reason="Prices.")
    arrived = meeting.items.get(arose_from=refer(cast, item, to_board=near.asked))
    assert (arrived.exempt_paragraphs, arrived.exempt_reason) == ("3", "Prices.")


def test_a_closed_board_is_not_named_on_the_agenda_of_another(cast, near):
    Board.objects.filter(pk=near.asking.pk).update(visibility="members")
    meeting, item = create_prepared(near.asked), create_asking(cast)
    arrived = meeting.items.get(arose_from=refer(cast, item, to_board=near.asked))
    assert (arrived.title, arrived.text) == ("Request of another board", "Send us the figures.")
    line = lines_of(near.asked, near.member_there, on=in_days(0))[0]
    assert (line.other, line.other_board) == ("Another board", None)


def test_gap_8_the_asked_board_answers_and_the_asker_reads_it(cast, near):
    referral = refer(cast, create_asking(cast), to_board=near.asked)
    given = {"referral": referral, "reply": "Here they are.", "replied_date": in_days(0), "at": timezone.now()}
    asker = why_not(operations.answer, **given, by=cast.clerk)
    assert asker == "Only the officers who minute this board may do this."
    itself = why_not(operations.record_reply, **given, by=cast.clerk)
    assert itself == "The board that was asked answers itself, from its own page."
    operations.answer(**given, by=near.clerk_there)
    line = lines_of(near.asking, cast.member, on=in_days(0))[0]
    assert (line.standing.word, line.referral.reply) == ("Answered", "Here they are.")


def test_0_4_a_request_for_minutes_stays_open_until_they_begin_to_arrive(cast, near):
    referral = refer(cast, create_asking(cast), to_board=near.asked, asks_for_minutes=True)
    given = {"reply": "Yes.", "replied_date": in_days(0), "by": near.clerk_there, "at": timezone.now()}
    operations.answer(referral=referral, sends_minutes=True, **given)
    assert BoardRelation.objects.get().board == near.asking
    assert lines_of(near.asking, cast.member, on=in_days(0))[0].standing.state == "minutes_awaited"
    agenda, met = create_prepared(near.asking), create_meeting(near.asked, in_days(-3), state="held")
    now = timezone.now()
    minutes = create_minutes(met, state="approved", approved_at=now, approved_by=near.clerk_there)
    deliver(minutes=minutes, by=near.clerk_there)
    assert lines_of(near.asking, cast.member, on=in_days(0))[0].standing.state == "minutes_arrived"
    assert agenda.items.filter(receives=minutes).exists()


def test_a_body_outside_gets_a_letter_that_is_marked_as_sent_and_answered(cast, near):
    referral = refer(cast, create_asking(cast), to_body="Harbour Trust")
    given = {"referral": referral, "by": cast.clerk, "at": timezone.now()}
    early = why_not(operations.record_reply, reply="Yes.", replied_date=in_days(0), **given)
    assert early == "The letter has not been marked as sent, so that nobody can have answered it."
    operations.mark_sent(sent_date=in_days(-1), **given)
    operations.record_reply(reply="Yes.", replied_date=in_days(0), **given)
    referral.refresh_from_db()
    assert (referral.sent_date, referral.reply) == (in_days(-1), "Yes.")


def test_an_act_on_a_request_has_the_trail_of_its_pages_and_names_read_within_a_sentence(cast, as_, near):
    referral = refer(cast, create_asking(cast), to_body="The Cabinet")
    page = as_("clerk").get(f"/boards/executive-group/referrals/{referral.pk}/sent/").content.decode()
    for above in (
        "/boards/",
        "/boards/executive-group/referrals/",
        f"/boards/executive-group/referrals/{referral.pk}/",
    ):
        assert f'<li><a href="{above}">' in page
    assert "Request to the Cabinet" in page
    assert "to The Cabinet" not in as_("clerk").get("/boards/executive-group/referrals/").content.decode()


@pytest.mark.parametrize("state", ["preparing", "called"])
def test_a_request_withdrawn_comes_off_the_agenda_or_says_so_there(cast, near, state):
    meeting = create_prepared(near.asked)
    referral = refer(cast, create_asking(cast), to_board=near.asked)
    Meeting.objects.filter(pk=meeting.pk).update(state=state)
    assert why_not(operations.withdraw, referral=referral, reason=" ", by=cast.clerk).startswith("Say why")
    operations.withdraw(referral=referral, reason="Settled.", by=cast.clerk)
    left = [item.state for item in meeting.items.filter(title__startswith="Request")]
    assert left == ([] if state == "preparing" else ["withdrawn"])


def test_a_board_that_the_officer_does_not_know_of_cannot_be_asked(cast, near):
    sentence = why_not(refer, cast, create_asking(cast), to_board=cast.other_board)
    assert sentence == "Choose a board from the list."
    assert not Referral.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_asked_while_the_agenda_is_drawn_up_it_arrives_all_the_same(cast, near):
    item = create_asking(cast)
    at_once(
        lambda: refer(cast, item, to_board=near.asked),
        lambda: prepare_meeting(board=near.asked, by=near.clerk_there, date=in_days(40)),
    )
    assert Referral.objects.get().arrived_as is not None


def test_the_clerk_asks_step_by_step(cast, near, as_):
    item = create_asking(cast)
    at = f"{item.meeting.get_absolute_url()}agenda/{item.pk}/refer/?decision={uuid.uuid4()}"
    given = {"kind": "request", "to_board": near.asked.pk, "request": "Send us the figures."}
    assert "It gets a letter" in as_("clerk").get(at).content.decode()
    both = as_("clerk").post(at, given | {"to_body": "Harbour Trust"})
    assert (both.status_code, "not both" in both.content.decode()) == (422, True)
    read = as_("clerk").post(at, given).content.decode()
    assert "What happens next" in read
    assert not Referral.objects.exists()
    done = as_("clerk").post(at, given | {"confirmed": "yes"}, follow=True)
    assert "No reply since it was sent on" in done.content.decode()
    assert as_("member").post(at, given | {"confirmed": "yes"}).status_code == 403


def test_the_lists_show_each_side_its_own(cast, near, as_, client):
    referral = refer(cast, create_asking(cast), to_board=near.asked)
    sent = as_("member").get(f"/boards/{near.asking.slug}/referrals/?way=sent&state=open").content.decode()
    assert "Request to Safeguarding Board" in sent
    none = as_("member").get(f"/boards/{near.asking.slug}/referrals/?way=received").content.decode()
    assert "None is like this." in none
    client.force_login(near.clerk_there)
    page = client.get(f"/boards/{near.asked.slug}/referrals/{referral.pk}/").content.decode()
    assert "Request of Executive Group" in page
    assert "Answer</a>" in page
    for who in ("public", "outsider", "member_of_another_partner"):
        assert as_(who).get(f"/boards/{near.asking.slug}/referrals/").status_code in (302, 403)
        assert as_(who).get(f"/boards/{near.asking.slug}/referrals/{referral.pk}/").status_code in (302, 403)


def test_the_sheet_has_the_same_rows(cast, near, as_):
    refer(cast, create_asking(cast), to_board=near.asked, request="=1+1")
    rows = as_("member").get(f"/boards/{near.asking.slug}/referrals.csv").content.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Which way,Kind,Board or body,Request")
    assert "Sent,Request,Safeguarding Board,'=1+1" in rows[1]


def test_the_letter_says_what_was_decided_but_nothing_exempt(cast, near, as_):
    item = create_asking(cast)
    block = create_block(create_minutes(item.meeting), item, "That the harbour be asked.", kind="decision")
    decision = Decision.objects.create(block=block, kind="requested")
    letter = refer(cast, item, to_body="Harbour Trust", decision=decision)
    at = f"/boards/{near.asking.slug}/referrals/{letter.pk}/letter/"
    page = as_("clerk").get(at).content.decode()
    assert "To Harbour Trust" in page
    assert "That the harbour be asked." in page
    assert as_("member").get(at).status_code == 403
    item.exempt_paragraphs, item.exempt_reason = "3", "Prices."
    item.save()
    assert "harbour be asked" not in as_("clerk").get(at).content.decode()


def test_answering_and_withdrawing_ask_before_they_are_done(cast, near, as_, client):
    referral = refer(cast, create_asking(cast), to_board=near.asked)
    day = in_days(0)
    given = {
        "reply": "Yes.",
        "replied_date_day": day.day,
        "replied_date_month": day.month,
        "replied_date_year": day.year,
    }
    client.force_login(near.clerk_there)
    client.post(f"/boards/{near.asked.slug}/referrals/{referral.pk}/reply/", given)
    referral.refresh_from_db()
    assert referral.reply == ""
    client.post(f"/boards/{near.asked.slug}/referrals/{referral.pk}/reply/", given | {"confirmed": "yes"})
    at = f"/boards/{near.asking.slug}/referrals/{referral.pk}/withdraw/"
    refused = as_("clerk").post(at, {"reason": "Late", "confirmed": "yes"})
    assert (refused.status_code, "It has been answered" in refused.content.decode()) == (409, True)
    assert "Yes." in as_("member").get(f"/boards/{near.asking.slug}/referrals/{referral.pk}/").content.decode()


def test_home_tells_who_is_to_answer_and_who_kept_silence(cast, near):
    create_prepared(near.asked)
    referral = refer(cast, create_asking(cast), to_board=near.asked)
    assert [line.called for line in unanswered(near.clerk_there, on=in_days(0))] == ["the Executive Group"]
    assert unanswered(cast.clerk, on=in_days(0)) == []
    Referral.objects.filter(pk=referral.pk).update(reply_due_date=in_days(-1))
    assert [line.called for line in unanswered(cast.clerk, on=in_days(0))] == ["the Safeguarding Board"]
    assert unanswered(cast.member, on=in_days(0)) == []


def test_a_decision_s_page_shows_what_was_asked_by_it(cast, near, as_):
    item = create_asking(cast)
    sent = {"state": "circulated", "circulated_at": timezone.now(), "circulated_by": cast.clerk}
    block = create_block(create_minutes(item.meeting, **sent), item, "That the Board be asked.", kind="decision")
    decision = Decision.objects.create(block=block, kind="requested")
    at = f"{item.meeting.get_absolute_url()}decisions/{block.key}/"
    assert f"refer/?decision={block.key}" in as_("clerk").get(at).content.decode()
    refer(cast, item, to_board=near.asked, decision=decision)
    page = as_("member").get(at).content.decode()
    assert "Request to Safeguarding Board" in page
    assert "refer/?decision" not in page
