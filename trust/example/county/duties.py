"""What the law and promises ask of the county, who answers to whom, and a bid that did not succeed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from boards.models import Agreement, Duty, Submission
from boards.operations.duty import add_accountability, add_duty, arrange
from boards.operations.issue import add_issues, answer_issue
from boards.operations.submission import add_step, add_submission, set_outcome
from trust.example.cast import EG, SB, TB
from trust.example.county.days import DAY, april, boards, keeper, partners
from trust.example.county.network import CAB, CSP, JCG

Kind = Duty.Kind
COUNTY, POOLED_BY = "The County Council", "Pooled budget for equipment"
ISSUES = """1. Which budgets the partners would pool
2. How the partnership is governed, and to whom it answers
3. What an agreement under section 31 would cover
4. How children and families take part"""


@dataclass(frozen=True)
class Asked:
    """A duty, in how many days it is due, and which board meets it with which words."""

    title: str
    kind: str
    source: str
    days: int | None = None
    board: str = ""
    words: str = ""
    owner: str = ""


DUTIES = (
    Asked("Co-operation for children’s well-being", Kind.LAW, "Children Act 2004, s 10", board=TB),
    Asked("A board to safeguard children", Kind.LAW, "Children Act 2004, s 13", board=SB),
    Asked("A plan for children and young people", Kind.LAW, "Regulations under s 17", 120, CSP),
    Asked("Integrated services in every district", Kind.COMMITMENT, "County strategy", -75, owner=COUNTY),
    Asked("A single assessment used by everybody", Kind.TO_FOLLOW, "Guidance", 500),
    Asked("Pooling of budgets", Kind.POWER, "NHS Act 2006, s 75 (was s 31 of 1999)", None, JCG, POOLED_BY),
)


def set_down_duties(on: dt.date) -> None:
    """A duty that is met, one that is overdue, one with days left; promises of different owners; a power."""
    by, known, council = keeper(), boards(), partners()["Council"]
    for asked in DUTIES:
        told: dict[str, Any] = {"title": asked.title, "kind": asked.kind, "source": asked.source, "owner": asked.owner}
        due = None if asked.days is None else on + asked.days * DAY
        duty = add_duty(lead=council, deadline_date=due, deadline_stated="", text="", by=by, on=on, **told)
        if asked.board:
            agreement = Agreement.objects.filter(title=POOLED_BY).first() if asked.words else None
            met: dict[str, Any] = {"board": known[asked.board], "agreement": agreement, "words": asked.words}
            arrange(duty=duty, from_date=april(on, 3), to_date=None, by=by, on=on, **met)
    _answer_to(on)
    _bid(on)


def _answer_to(on: dt.date) -> None:
    known, by = partners(), keeper()
    for short, function, answers_to in (
        ("Council", "Children’s social care", "The Director of Children’s Services"),
        ("Health Trust", "Clinical governance", "The Medical Director"),
        ("Health Trust", "School nursing in the districts", "The Head of School Nursing"),
        ("Police", "Public protection", "The Assistant Chief Constable"),
    ):
        add_accountability(
            partner=known[short],
            function=function,
            answers_to=answers_to,
            to_partner=None,
            through=boards()[EG],
            source="Scheme of accountability",
            from_date=april(on, 2),
            to_date=None,
            by=by,
            on=on,
        )


def _bid(on: dt.date) -> None:
    """Sent after the Cabinet decided it, and unsuccessful."""
    by, sent = keeper(), on - 200 * DAY
    told: dict[str, Any] = {"kind": Submission.Kind.BID, "to_body": "Department for Children", "sent_date": sent}
    title = "To be a pilot for pooled children’s services"
    bid = add_submission(board=boards()[TB], title=title, **told, by=by, on=on)
    for days, body, what in ((60, CAB, "decided to bid"), (0, TB, "sent the bid")):
        add_step(submission=bid, date=sent - days * DAY, body=body, what=what, by=by)
    words, day = "Four matters were not settled enough.", sent + 95 * DAY
    set_outcome(
        submission=bid,
        outcome=Submission.Outcome.UNSUCCESSFUL,
        outcome_date=day,
        outcome_words=words,
        by=by,
        on=on,
    )
    _answer_issues(bid, on)


def _answer_issues(bid: Submission, on: dt.date) -> None:
    """Four came back; the one on section 31 has had no answer."""
    by = keeper()
    issues = add_issues(submission=bid, issues=ISSUES, by=by)
    for place, text in (
        (0, "Equipment first, then placements; the schedule is with the finance directors."),
        (1, "By the Trust Board, which each partner’s own body has been asked to commit itself to."),
        (3, "Through the Participation Network, which has a seat in commissioning."),
    ):
        answer_issue(issue=issues[place], date=on - 60 * DAY, by_body=TB, text=text, by=by, on=on)
