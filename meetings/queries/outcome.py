"""What the standing of a decision follows from, read from its rows."""

import datetime as dt

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from boards.models import TermsOfReference
from boards.queries.terms import terms_on
from meetings.models import Condition, Consent, Decision, SpendingLine
from meetings.rules.consent import latest
from meetings.rules.outcome import Awaited, DecisionFacts, Quarrel, Share, Standing, standing_of

Outcome = Decision.Outcome
#: What was recorded when it was decided, as the vote's result. Of a status quo that ended agreement is what counts.
CARRIED = {Outcome.CARRIED: True, Outcome.WAITS: True, Outcome.STATUS_QUO: True, Outcome.LOST: False}


#: The answers on a line with who gave each, and for which successor.
CONSENTS = Prefetch("consents", Consent.objects.select_related("person", "successor"))


def with_standing(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """With all that ``standing`` reads, so that a list costs no statement for each."""
    ratifying = Decision.objects.filter(recorded_at__isnull=False, outcome=Outcome.CARRIED, struck_reason="")
    return decisions.select_related("block__item__meeting__board", "dispute").prefetch_related(
        Prefetch("spending", SpendingLine.objects.select_related("partner").prefetch_related(CONSENTS)),
        Prefetch("conditions", Condition.objects.select_related("board")),
        Prefetch("ratified_by", ratifying.select_related("block__item__meeting"), to_attr="ratifications"),
    )


def answer_on(line: str) -> Coalesce:
    """Of the spending line that ``line`` names in the outer statement: its owner’s latest answer."""
    answers = Consent.objects.filter(line=OuterRef(line)).order_by("-recorded_at", "-pk")
    return Coalesce(Subquery(answers.values("answer")[:1]), Value(""))


def plainly_standing() -> QuerySet[Decision]:
    """Those that stand and have nothing to be weighed: carried, waiting for no answer, never in dispute, agreed to by
    everyone whose money they spend. Of any other ``standing`` tells."""
    money = SpendingLine.objects.filter(decision=OuterRef("pk")).annotate(answer=answer_on("pk"))
    waits = Condition.objects.filter(decision=OuterRef("pk"))
    plain = {"struck_reason": "", "needs_ratifying": False, "dispute": None}
    carried = Decision.objects.filter(outcome__in=[Outcome.CARRIED, Outcome.WAITS], **plain)
    return carried.exclude(Exists(money.exclude(answer=Consent.Answer.AGREED))).exclude(Exists(waits))


def standing(decision: Decision) -> Standing:
    """How a decision stands by what is recorded of it; of one not recorded yet, that it has no result."""
    return standing_of(facts_of(decision, carried=CARRIED.get(Outcome(decision.outcome)) if decision.outcome else None))


def standing_if(
    decision: Decision, *, carried: bool | None, voted: str = "", status_quo: bool | None = None
) -> Standing:
    """How it would stand with this result of the vote: what is asked when the item is decided.

    ``outcome`` and ``sentence`` are then what is recorded; "" means that there is nothing to record yet.
    ``status_quo`` says whether a difference leaves the status quo; as the terms have it where not given.
    """
    meeting = decision.block.item.meeting
    terms = terms_on(meeting.board, meeting.date) if status_quo is None else None
    by_consensus = bool(status_quo) or (terms is not None and terms.voting == TermsOfReference.Voting.CONSENSUS)
    return standing_of(facts_of(decision, carried=carried, voted=voted, by_consensus_only=by_consensus, afresh=True))


def facts_of(
    decision: Decision,
    *,
    carried: bool | None,
    voted: str = "",
    by_consensus_only: bool = False,
    afresh: bool = False,
) -> DecisionFacts:
    """``afresh`` leaves out what followed from an earlier record of it: its outcome and its dispute."""
    dispute = None if afresh else getattr(decision, "dispute", None)
    return DecisionFacts(
        decided=decision.taken_date or decision.block.item.meeting.date,
        carried=carried,
        voted=voted if afresh else voted or decision.outcome_words,
        by_consensus_only=by_consensus_only,
        shares=shares_of(decision),
        conditions=[
            Awaited(str(one.board or one.body), one.answer, one.answered_date, one.expected_date, one.answer_words)
            for one in decision.conditions.all()
        ],
        needs_ratifying=decision.needs_ratifying,
        ratified=_ratified(decision),
        dispute=Quarrel(dispute.state, dispute.ended_date, dispute.ended_words) if dispute else None,
        was_status_quo=not afresh and decision.outcome == Outcome.STATUS_QUO,
        struck=bool(decision.struck_reason),
    )


def shares_of(decision: Decision) -> list[Share]:
    """The money, line by line, each with its owner's latest answer."""
    shares = []
    for line in decision.spending.all():
        answer = latest(line.consents.all())
        shares.append(
            Share(line.partner.name, line.amount_pence, answer.answer, answer.date)
            if answer
            else Share(line.partner.name, line.amount_pence)
        )
    return shares


def _ratified(decision: Decision) -> dt.date | None:
    """The day of the meeting that ratified it."""
    found = getattr(decision, "ratifications", None)
    if found is None:
        found = decision.ratified_by.filter(recorded_at__isnull=False, outcome=Outcome.CARRIED, struck_reason="")
    return min((one.block.item.meeting.date for one in found), default=None)
