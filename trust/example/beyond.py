"""What the example's group asks of others: a board that answers, one that is silent, a body outside by letter."""

import datetime as dt
from dataclasses import dataclass

from boards.models import Board, User
from boards.operations.subscription import subscribe
from meetings.models import Meeting, Referral
from meetings.operations.between import put, take_urgently
from meetings.operations.meeting import prepare_meeting
from meetings.operations.referral import answer, mark_sent, refer
from trust.example import business
from trust.example.cast import SB, TB, WDT, address
from trust.example.deciding import decision
from trust.example.meetings import VENUE, board, clerk, somebody

WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Asks:
    """By which decision another is asked, for what, and how many weeks they have to reply."""

    words: str
    request: str
    weeks: int
    kind: str = Referral.Kind.REQUEST


def draw_up_agendas(today: dt.date, *, by: User) -> None:
    """Meetings that other boards are still preparing: what is asked of them and sent to them arrives there."""
    for name, weeks, officer in ((TB, 4, by), (SB, 3, piers())):
        day, named = today + weeks * WEEK, Board.objects.get(name=name)
        times = {"starts_at": dt.time(10), "ends_at": dt.time(12)}
        prepare_meeting(board=named, by=officer, date=day, venue=VENUE, **times)


def send_minutes(today: dt.date) -> None:
    """The Trust Board receives the group's minutes, by standing subscription."""
    trust_board = Board.objects.get(name=TB)
    subscribe(board=trust_board, to_board=board(), from_date=today - 52 * WEEK, by=clerk())


def ask_others(meeting: Meeting, *, at: dt.datetime) -> None:
    """Asked on the day after the meeting; the Safeguarding Board answers within the month."""
    reds = ask(SB, Asks(business.REDS, "What is being done about the three reds on the report card?", 6), at=at)
    words = "Two of the three have a plan with dates; the third is on the agenda of the Board’s next meeting."
    replied = (at + 4 * WEEK).date()
    answer(referral=reds, reply=words, replied_date=replied, by=piers(), at=at + 4 * WEEK)
    west = Asks(business.FORUM_IN_WESTMERE, "Would you host the forum in the west of the county?", 4, "referral")
    ask(WDT, west, at=at)
    write_to_carers(meeting, at=at)


def ask(name: str, asked: Asks, *, at: dt.datetime) -> Referral:
    about = decision(asked.words)
    return refer(
        item=about.block.item,
        decision=about,
        to_board=Board.objects.get(name=name),
        kind=asked.kind,
        request=asked.request,
        reply_due_date=(at + asked.weeks * WEEK).date(),
        by=clerk(),
        at=at,
    )


def write_to_carers(meeting: Meeting, *, at: dt.datetime) -> None:
    """A letter, marked as sent two days later."""
    item = meeting.items.get(title=business.FIRST[2].title)
    request = "Would your members say what they want the forum to do first?"
    letter = refer(item=item, to_body="Eskerdale Carers’ Network", request=request, by=clerk(), at=at)
    sent = at + dt.timedelta(days=2)
    mark_sent(referral=letter, sent_date=sent.date(), by=clerk(), at=sent)


def decide_between(today: dt.date, *, at: dt.datetime) -> None:
    """One decision that the chair took because it could not wait, to be ratified; one asked by e-mail, still open."""
    take_urgently(
        board=board(),
        title="Heating for the Moorings hall",
        proposal="That £900 be spent on hiring heaters for the Saturday sessions.",
        reason="The boiler failed, and the sessions would have had to stop.",
        taken_by="Rhiannon Vale, Chair",
        taken_date=at.date(),
        by=clerk(),
        at=at,
    )
    put(
        board=board(),
        means="email",
        people=[somebody(name) for name in ("Joss Lindqvist", "Oyin Adeyemi", "Tomos Beynon")],
        title="A speaker for the spring conference",
        proposal="That the Group invite the Children’s Commissioner to speak.",
        reason="The invitation must go out before the next meeting.",
        closes_date=today + WEEK,
        by=clerk(),
        at=at + WEEK,
    )


def piers() -> User:
    return User.objects.get(email=address("piers"))
