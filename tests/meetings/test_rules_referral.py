"""How a request stands, and when it can be asked, sent, answered and withdrawn (gap 8). No database."""

import datetime as dt

import pytest

from boards.models import Board
from meetings.models import AgendaItem, Decision, Meeting, Minutes, Referral
from meetings.rules import referral as rules
from trust.tools.refusal import why_not

TODAY = dt.date(2025, 11, 20)
SENT = dt.date(2025, 10, 15)
MET = Meeting(date=dt.date(2025, 10, 14), state="held", board=Board(name="Executive Group"))
THERE = Meeting(date=dt.date(2025, 12, 2), state="called")
HELD = Meeting(date=dt.date(2025, 11, 4), state="held")
NEXT = "It comes on the next agenda that is drawn up there."


def asked(**fields: object) -> Referral:
    given = {"item": AgendaItem(meeting=MET), "to_board": Board(pk=7), "request": "Tell us.", "sent_date": SENT}
    return Referral(**given | fields)


@pytest.mark.parametrize(("referral", "at", "state", "sentence"), [
    pytest.param(
        asked(to_board=None, to_body="Harbour Trust", sent_date=None), None, "to_send",
        "The letter is written and has not been marked as sent.", id="a letter not sent",
    ),
    pytest.param(
        asked(), None, "waits", f"No reply since it was sent on 15 October 2025. {NEXT}", id="on no agenda yet"
    ),
    pytest.param(
        asked(arrived_as_id=3, reply_due_date=dt.date(2025, 12, 1)), THERE, "waits",
        "No reply since it was sent on 15 October 2025. One is asked for by 1 December 2025. "
        "It is on the agenda of Tuesday 2 December 2025.", id="on an agenda the reader knows of",
    ),
    pytest.param(
        asked(arrived_as_id=3), None, "waits",
        "No reply since it was sent on 15 October 2025. It is on an agenda there.", id="on one they do not know of",
    ),
    pytest.param(
        asked(arrived_as_id=3, reply_due_date=dt.date(2025, 11, 8)), HELD, "silent",
        "No reply. One was asked for by 8 November 2025, 12 days ago. "
        "It was on the agenda of Tuesday 4 November 2025.", id="silence",
    ),
    pytest.param(
        asked(reply="Yes.", replied_date=dt.date(2025, 11, 5)), None, "answered", "Answered on 5 November 2025.",
        id="answered",
    ),
    pytest.param(
        asked(reply="Yes.", replied_date=dt.date(2025, 11, 5), asks_for_minutes=True), None, "minutes_awaited",
        "Answered on 5 November 2025. Its minutes have not begun to arrive.", id="0.4 open until minutes arrive",
    ),
    pytest.param(
        asked(asks_for_minutes=True, reply_minutes=Minutes(pk=1, meeting=HELD)), None, "minutes_arrived",
        "Its minutes arrive, first those of Tuesday 4 November 2025.", id="0.4 closed by the minutes",
    ),
    pytest.param(asked(withdrawn_reason="Settled."), None, "withdrawn", "Withdrawn: Settled.", id="withdrawn"),
])  # fmt: skip
def test_gap_8_reply_or_silence_is_a_sentence_with_its_dates(referral, at, state, sentence):
    standing = rules.standing_of(referral, on=TODAY, arrived_at=at)
    assert (standing.state, standing.sentence) == (state, sentence)
    assert standing.is_open == (state not in ("answered", "minutes_arrived", "withdrawn"))


def test_every_state_has_its_word_and_tone():
    assert all(word and isinstance(is_open, bool) for word, _tone, is_open in rules.STATES.values())


@pytest.mark.parametrize(("meeting", "decision", "refusal"), [
    pytest.param(MET, None, "", id="of a meeting held"),
    pytest.param(MET, Decision(kind="requested"), "", id="by a decision"),
    pytest.param(
        Meeting(date=TODAY, state="preparing"), None,
        "This meeting has not taken place yet. Ask once the board has dealt with the item.", id="being prepared",
    ),
    pytest.param(
        Meeting(date=TODAY, state="cancelled"), None,
        "This meeting is cancelled; nothing is asked from it.", id="called off",
    ),
    pytest.param(
        MET, Decision(kind="lost"), "That decision does not stand, and nothing is asked by it.", id="a lost motion"
    ),
    pytest.param(
        MET, Decision(struck_reason="A slip."), "That decision does not stand, and nothing is asked by it.",
        id="recorded in error",
    ),
])  # fmt: skip
def test_what_can_be_asked(meeting, decision, refusal):
    assert why_not(rules.check_can_ask, meeting, decision, on=TODAY) == refusal


@pytest.mark.parametrize(("to_board", "to_body", "refusal"), [
    pytest.param(Board(pk=2), "", "", id="a board"),
    pytest.param(None, "Harbour Trust", "", id="a body"),
    pytest.param(None, " ", "Choose a board, or name a body outside the partnership: one of the two.", id="nobody"),
    pytest.param(
        Board(pk=2), "Harbour Trust", "Choose a board, or name a body outside the partnership: one of the two.",
        id="both",
    ),
    pytest.param(Board(pk=1), "", "A board does not refer business to itself. Put it on the next agenda instead.",
                 id="itself"),
    pytest.param(
        Board(pk=2, name="Old Group", ended_date=dt.date(2025, 4, 1)), "", "The Old Group ended on 1 April 2025.",
        id="one that ended",
    ),
])  # fmt: skip
def test_whom(to_board, to_body, refusal):
    assert why_not(rules.check_whom, Board(pk=1), to_board, to_body, on=TODAY) == refusal


@pytest.mark.parametrize(("sent", "refusal"), [
    pytest.param(TODAY, "", id="today"),
    pytest.param(dt.date(2025, 11, 21), "That day has not come yet. Mark it as sent once it is.", id="tomorrow"),
    pytest.param(
        dt.date(2025, 10, 1), "The meeting was on Tuesday 14 October 2025. The letter was sent after it.",
        id="before the meeting",
    ),
])  # fmt: skip
def test_when_a_letter_was_sent(sent, refusal):
    letter = asked(to_board=None, to_body="Harbour Trust", sent_date=None)
    assert why_not(rules.check_can_be_sent, letter, sent, on=TODAY) == refusal


@pytest.mark.parametrize(("fields", "replied", "refusal"), [
    pytest.param({}, TODAY, "", id="today"),
    pytest.param({}, dt.date(2025, 10, 1), "It was sent on 15 October 2025. The reply came on that day or later.",
                 id="before it was sent"),
    pytest.param({}, dt.date(2025, 12, 1), "That day has not come yet.", id="tomorrow"),
    pytest.param({"withdrawn_reason": "Settled."}, TODAY, "It was withdrawn.", id="withdrawn"),
    pytest.param({"sent_date": None}, TODAY,
                 "The letter has not been marked as sent, so that nobody can have answered it.", id="not sent"),
])  # fmt: skip
def test_when_it_was_answered(fields, replied, refusal):
    assert why_not(rules.check_can_be_answered, asked(**fields), replied, on=TODAY) == refusal
