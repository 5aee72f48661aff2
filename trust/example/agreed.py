"""What partners of the example are asked to agree, and what they have answered: half of them, so far."""

import datetime as dt

from boards.models import Agreement, Board, Partner, User
from boards.operations.adoption import Authority, Said, answer
from boards.operations.agreement import add_agreement, ask_partners
from boards.operations.clause import take_in_clauses
from boards.rules.clauses import read_clauses
from trust.example.cast import TB
from trust.example.meetings import clerk

COMMITMENT = """Each partner of the Children’s Trust commits itself, as a minimum, to this:
(i) It takes part in the governance that the Trust Board lays down, and holds to its vision and its principles.
(ii) It works with the other partners for the outcomes that the Trust has chosen for children and young people.
(iii) The Trust Board is the executive body to which the Executive Group answers.
(iv) What is done in a district is settled in the district, through its own trust.
(v) Each district trust sees to it that services there can act together.
(vi) It takes part in planning and in finding out what children need.
(vii) The groups that report to the Trust each work for one or more of the outcomes, or those that follow them.
(viii) It brings its services at the front line together with those of others where that helps a child."""
PROTOCOL = """(1) Each partner names somebody who answers for what it shares.
(2) What is shared is written down."""
PAPER = "Minute 41 of its board"


def ask_for_agreement(*, at: dt.datetime) -> None:
    """A statement of commitment answered clause by clause or not at all, and a protocol answered by one."""
    today = at.date()
    asked = today - dt.timedelta(days=40)
    protocol = _put(
        "Protocol for sharing information", "protocol", PROTOCOL, ("Council", "Health Trust", "Police"), asked
    )
    _answer(protocol, "Health Trust", {None: Said("agreed")}, asked + dt.timedelta(days=20), at)
    every = ("Council", "Health Trust", "Police", "Voluntary sector", "Careers", "Westmere", "Schools")
    commitment = _put("Statement of commitment", "commitment", COMMITMENT, every, asked)
    _answer(commitment, "Council", {None: Said("agreed")}, asked + dt.timedelta(days=12), at)
    _answer(commitment, "Careers", {None: Said("in_principle")}, asked + dt.timedelta(days=16), at)
    clauses = {clause.number: clause.pk for clause in commitment.clauses.all()}
    said: dict[int | None, Said] = {clauses[number]: Said("agreed") for number in ("i", "ii", "iii", "vi", "vii")}
    said[clauses["iv"]] = Said("amended", "Read “wherever that is possible” after “in the district”.")
    _answer(commitment, "Voluntary sector", said, asked + dt.timedelta(days=25), at)


def _put(title: str, kind: str, text: str, partners: tuple[str, ...], asked: dt.date) -> Agreement:
    by: User = clerk()
    board = Board.objects.get(name=TB)
    agreement = add_agreement(board=board, title=title, kind=kind, version="1", lead_in="", by=by, on=asked)
    take_in_clauses(agreement=agreement, read=read_clauses(text), by=by, on=asked)
    found = list(Partner.objects.filter(short_name__in=partners))
    due = asked + dt.timedelta(days=30)
    ask_partners(agreement=agreement, partners=found, asked_date=asked, due_date=due, by=by, on=asked)
    agreement.refresh_from_db()
    return agreement


def _answer(
    agreement: Agreement, partner: str, said: dict[int | None, Said], decided: dt.date, at: dt.datetime
) -> None:
    of = Partner.objects.get(short_name=partner)
    authority = Authority(by_body=f"Board of {of.name}", decided_date=decided, paper=PAPER)
    answer(agreement=agreement, partner=of, said=said, authority=authority, by=clerk(), at=at)
