"""How the example's decisions were taken: votes, money with its owners' answers, a dispute, a delegation."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from boards.models import Board, Partner
from meetings.models import Attendance, Consent, Decision, Dispute, Meeting, SpendingLine
from meetings.operations.condition import add_condition, answer_condition
from meetings.operations.consent import enter_answer_there
from meetings.operations.deciding import decide_item
from meetings.operations.delegation import delegate, record_use
from meetings.operations.negotiation import consult, name_negotiator, record_view, set_closing_date
from meetings.operations.spending import add_line
from meetings.operations.summary import record_resolution
from meetings.operations.voting import own_vote, record_mover, record_votes
from meetings.rules.voting import Recorded
from trust.example import business
from trust.example.cast import SB
from trust.example.meetings import clerk, somebody

AGREED, DECLINED = Consent.Answer.AGREED, Consent.Answer.DECLINED
POUNDS = 100
#: Who was for four days, by initials; whoever else could vote was against.
FOR_FOUR_DAYS = {"TB", "DS", "JL"}


@dataclass(frozen=True)
class Pays:
    """A partner's money in a decision, and who answered for it in the room: with what."""

    partner: str
    pounds: int
    purpose: str
    who: str = ""
    answer: str = AGREED


def decision(words: str) -> Decision:
    return Decision.objects.select_related("block__item__meeting__board").get(block__text=words)


def there(meeting: Meeting, name: str) -> Attendance:
    return meeting.attendances.get(name=name)


def decide_first(meeting: Meeting, *, at: dt.datetime) -> None:
    """A motion lost by name, a decision carried over one who asked that their vote be minuted, and money agreed."""
    wait_for_health()
    vote_down(meeting)
    carried = decision(business.FORUM)
    record_votes(decision=carried, recorded=Recorded(votes_for=7, votes_against=1, abstentions=0), by=clerk())
    own_vote(decision=carried, attendance=there(meeting, "Oyin Adeyemi"), choice="against", by=clerk())
    spend(carried, Pays("Council", 24_000, "The post, each year", "Rhiannon Vale"), at=at)
    spend(carried, Pays("Health Trust", 16_000, "The post, each year", "Joss Lindqvist"), at=at)
    record_votes(decision=decision(business.PROTOCOL), recorded=Recorded(by_consensus=True), by=clerk())
    leads = decision(business.LEADS)
    until = meeting.date + dt.timedelta(weeks=26)
    scope = "Who leads each group, from among its members."
    delegate(decision=leads, to="the Chair", consulted="the vice-chair", scope=scope, until=until, by=clerk())
    decide_all(meeting, at=at)
    excluded = decision(business.EXCLUDED)
    record_resolution(item=excluded.block.item, decision=excluded, by=clerk())


def vote_down(meeting: Meeting) -> None:
    motion = decision(business.FOUR_DAYS)
    mover, seconder = there(meeting, "Tomos Beynon"), there(meeting, "Delyth Sorrell")
    record_mover(decision=motion, mover=mover, seconder=seconder, by=clerk())
    voters = meeting.attendances.filter(status="present", seat__voting=True)
    named = {row.pk: "for" if row.initials in FOR_FOUR_DAYS else "against" for row in voters}
    record_votes(decision=motion, recorded=Recorded(named=named, roll=True), by=clerk())


def wait_for_health() -> None:
    """The protocol is subject to the Health Trust's own board, which agrees three weeks later."""
    protocol = decision(business.PROTOCOL)
    held = protocol.block.item.meeting.date
    due = held + dt.timedelta(weeks=4)
    body = "Northshire Health Trust’s own board"
    add_condition(decision=protocol, board=None, body=body, expected_date=due, effect="", by=clerk())


def hear_from_health(*, at: dt.datetime) -> None:
    protocol = decision(business.PROTOCOL)
    on = protocol.block.item.meeting.date + dt.timedelta(weeks=3)
    condition = protocol.conditions.get()
    answer_condition(condition=condition, answer="agreed", on=on, words="Adopted without change.", by=clerk(), at=at)


def use_power(*, at: dt.datetime) -> None:
    """What the Chair has settled since, with the vice-chair and without."""
    leads = decision(business.LEADS)
    held = leads.block.item.meeting.date
    uses = (
        (2, "Joss Lindqvist, vice-chair", "Lars Cheung leads the group on early help."),
        (3, "", "Delyth Sorrell leads the group on leaving school."),
    )
    for weeks, consulted, what in uses:
        on = held + dt.timedelta(weeks=weeks)
        who = {"by_whom": "Rhiannon Vale, Chair", "consulted": consulted, "what": what}
        record_use(decision=leads, on=on, by=clerk(), at=at, **who)


def decide_second(meeting: Meeting, *, at: dt.datetime) -> None:
    """Money that the Police do not agree to: the status quo remains. Of some the Health Trust has yet to answer."""
    evenings = decision(business.EVENINGS)
    record_votes(decision=evenings, recorded=Recorded(votes_for=6, votes_against=1), by=clerk())
    spend(evenings, Pays("Council", 30_000, "Two youth workers", "Rhiannon Vale"), at=at)
    spend(evenings, Pays("Police", 12_000, "Two youth workers", "Oyin Adeyemi", DECLINED), at=at)
    spend(decision(business.TRANSITION), Pays("Health Trust", 28_000, "Salary for a year"), at=at)
    decide_all(meeting, at=at)
    disputes = Dispute.objects.select_related("decision__block__item__meeting__board")
    negotiate(disputes.get(decision=evenings), at=at)


def negotiate(dispute: Dispute, *, at: dt.datetime) -> None:
    """Two negotiators, a board consulted that has answered and one that has not, and a day to settle it by."""
    by, day = clerk(), dispute.opened_date
    for name, role, partner in (
        ("Imogen Prett", "Chief Constable", "Police"),
        ("Aled Farrow", "Chief Executive", "Council"),
    ):
        side = Partner.objects.get(short_name=partner)
        name_negotiator(dispute=dispute, person=somebody(name), name="", role=role, partner=side, by=by)
    week = dt.timedelta(weeks=1)
    asked: dict[str, Any] = {"dispute": dispute, "by": by, "at": at, "asked_date": day}
    answered = consult(board=Board.objects.get(name=SB), body="", **asked)
    view = "The evenings keep young people out of harm; the Board would regret their end."
    record_view(consultation=answered, reply=view, replied_date=day + dt.timedelta(days=5), by=by, at=at)
    consult(board=None, body="Tarnside youth forum", **asked)
    set_closing_date(dispute=dispute, closes_date=day + 14 * week, by=by, at=at)


def spend(about: Decision, pays: Pays, *, at: dt.datetime) -> SpendingLine:
    """A line of money; its owner's answer where somebody gave one in the room."""
    partner = Partner.objects.get(short_name=pays.partner)
    pence, by = pays.pounds * POUNDS, clerk()
    line = add_line(decision=about, partner=partner, pence=pence, stated="", purpose=pays.purpose, by=by)
    if pays.who:
        answers, row = {line.pk: pays.answer}, there(about.block.item.meeting, pays.who)
        enter_answer_there(decision=about, partner=partner, answers=answers, attendance=row, by=by, at=at)
    return line


def decide_all(meeting: Meeting, *, at: dt.datetime) -> None:
    """Record what was decided, item by item, as the meeting went."""
    for item in meeting.items.filter(blocks__decision__isnull=False).distinct().order_by("position"):
        decide_item(item=item, by=clerk(), at=at)
