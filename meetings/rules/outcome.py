"""Whether a decision stands, since when, and what it waits for (requirements 0.10, 1.16; DOMAIN rules 23, 38).

A motion that is carried spends nobody's money by that: each partner whose money it is agrees for itself. Without that
the status quo remains, whatever the count.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from meetings.models import Condition, Consent, Decision, Dispute
from trust.tools.words import listing, money, short_date, within

Answer, Outcome = Consent.Answer, Decision.Outcome
STATUS_QUO = "The status quo remains"


@dataclass(frozen=True)
class Share:
    """Money of one partner, and its own latest answer: "" while it has given none. ``date`` is the answer's."""

    partner: str
    pence: int
    answer: str = ""
    date: dt.date | None = None

    @property
    def is_agreed(self) -> bool:
        return self.answer == Answer.AGREED


@dataclass(frozen=True)
class Awaited:
    """Another body's answer that a decision is subject to; "" while it is not in."""

    body: str
    answer: str = ""
    date: dt.date | None = None
    expected: dt.date | None = None
    words: str = ""


@dataclass(frozen=True)
class Quarrel:
    """The dispute on a decision, as far as its standing follows from it."""

    state: str
    ended: dt.date | None = None
    words: str = ""


@dataclass(frozen=True)
class DecisionFacts:
    """All that the standing of a decision follows from.

    ``carried`` is the vote's result, None while it has none; ``voted`` its sentence. ``by_consensus_only`` where the
    terms ask for consensus, so that a difference leaves the status quo. ``decided`` is the day it was taken.
    """

    decided: dt.date
    carried: bool | None
    voted: str = ""
    by_consensus_only: bool = False
    shares: Sequence[Share] = ()
    conditions: Sequence[Awaited] = ()
    needs_ratifying: bool = False
    ratified: dt.date | None = None
    dispute: Quarrel | None = None
    was_status_quo: bool = False
    struck: bool = False


@dataclass(frozen=True)
class Standing:
    """Whether it stands, the day since when, what it waits for as noun phrases, and one sentence for the page.

    ``outcome`` is what would be recorded now, "" while there is no result to record.
    """

    stands: bool
    since: dt.date | None
    waits_for: tuple[str, ...]
    sentence: str
    outcome: str = ""


def standing_of(facts: DecisionFacts) -> Standing:
    """The vote first, then the owners of the money, then other bodies, then ratification."""
    if facts.struck:
        return _not("It was recorded in error and does not stand.")
    agreed_since = _settled(facts)
    if facts.carried is None:
        voted = facts.voted or "How it was decided is not recorded."
        return Standing(False, None, ("a result",), voted)
    if not facts.carried and agreed_since is None:
        return _not_carried(facts)
    if refused := [share for share in facts.shares if not share.is_agreed]:
        return _money_refused(facts, refused)
    if facts.was_status_quo and agreed_since is None and facts.dispute is not None:
        return _still_in_dispute(facts, facts.voted or "The partners have not settled it.")
    if declined := [one for one in facts.conditions if one.answer == Condition.Answer.DECLINED]:
        said = listing(f"{within(one.body)} did not agree{_on(one.date)}" for one in declined)
        return Standing(False, None, (), f"It does not stand: {said}.", Outcome.WAITS)
    return _waiting(facts) or _standing(facts)


def in_dispute(shares: Iterable[Share]) -> tuple[str, ...]:
    """The partners that have not agreed to spend their money, each once, in the order given."""
    return tuple(dict.fromkeys(share.partner for share in shares if not share.is_agreed))


def money_words(shares: Iterable[Share]) -> list[str]:
    """What each partner has not agreed to: Northshire Police has not answered on £20,000 of its money."""
    by_partner: dict[tuple[str, bool], int] = {}
    for share in shares:
        if not share.is_agreed:
            key = (share.partner, bool(share.answer))
            by_partner[key] = by_partner.get(key, 0) + share.pence
    return [
        f"{partner} {'did not agree' if answered else 'has not agreed'} to spend {money(pence)} of its money"
        for (partner, answered), pence in by_partner.items()
    ]


def _settled(facts: DecisionFacts) -> dt.date | None:
    """The day on which the partners in dispute agreed after all."""
    is_agreed = facts.dispute is not None and facts.dispute.state == Dispute.State.AGREED
    return facts.dispute.ended if facts.dispute and is_agreed else None


def _not(sentence: str, outcome: str = "") -> Standing:
    return Standing(False, None, (), sentence, outcome)


def _not_carried(facts: DecisionFacts) -> Standing:
    """Lost where heads are counted; where the terms ask for consensus the status quo remains (requirement 1.16 (v))."""
    if facts.by_consensus_only:
        return _still_in_dispute(facts, facts.voted or "The partners did not agree.")
    return _not(facts.voted or "It was lost.", Outcome.LOST)


def _money_refused(facts: DecisionFacts, refused: Sequence[Share]) -> Standing:
    return _still_in_dispute(facts, f"{listing(money_words(refused))}.", waits=_agreements(refused))


def _still_in_dispute(facts: DecisionFacts, because: str, *, waits: tuple[str, ...] = ()) -> Standing:
    quarrel = facts.dispute
    if quarrel is not None and quarrel.state == Dispute.State.LAPSED:
        reason = f" {quarrel.words.rstrip('.')}." if quarrel.words else ""
        return _not(f"{STATUS_QUO}: the dispute ended without agreement{_on(quarrel.ended)}.{reason}", "status_quo")
    waits_for = waits or ("agreement between the partners in dispute",)
    said = because if because.startswith(STATUS_QUO) else f"{STATUS_QUO}: {within(because)}"
    return Standing(False, None, waits_for, said, Outcome.STATUS_QUO)


def _agreements(refused: Iterable[Share]) -> tuple[str, ...]:
    return tuple(f"the agreement of {partner}" for partner in in_dispute(refused))


def _waiting(facts: DecisionFacts) -> Standing | None:
    waits = [f"{within(one.body)}{_expected(one.expected)}" for one in facts.conditions if not one.answer]
    waits_for = [f"the answer of {body}" for body in waits]
    if facts.needs_ratifying and facts.ratified is None:
        waits_for.append("ratification at a meeting")
    if not waits_for:
        return None
    return Standing(
        False, None, tuple(waits_for), f"It does not stand yet: it waits for {listing(waits_for)}.", "waits"
    )


def _standing(facts: DecisionFacts) -> Standing:
    days = [facts.decided, *(share.date for share in facts.shares), *(one.date for one in facts.conditions)]
    since = max(day for day in [*days, facts.ratified, _settled(facts)] if day is not None)
    changed = [one for one in facts.conditions if one.answer == Condition.Answer.AMENDED]
    changes = "".join(f" {one.body} agreed with changes{_told(one.words)}." for one in changed)
    later = _why_later(facts, since)
    return Standing(True, since, (), f"It stands since {short_date(since)}{later}.{changes}", Outcome.CARRIED)


def _why_later(facts: DecisionFacts, since: dt.date) -> str:
    """What happened on the day it began to stand, where that was after the meeting."""
    if since <= facts.decided:
        return ""
    agreed = list(dict.fromkeys(share.partner for share in facts.shares if share.date == since))
    agreed += [within(one.body) for one in facts.conditions if one.date == since]
    if agreed:
        return f", when {listing(agreed)} agreed"
    return ", when it was ratified" if facts.ratified == since else ", when the partners in dispute agreed"


def _told(words: str) -> str:
    return f": {words.rstrip('.')}" if words else ""


def _on(day: dt.date | None) -> str:
    return f" on {short_date(day)}" if day else ""


def _expected(day: dt.date | None) -> str:
    return f", expected on {short_date(day)}" if day else ""
