"""How a partner stands to an agreement on a day, clause by clause; and when an answer can be put down."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from boards.models import Adoption, Agreement, AskedPartner, Clause, Delegation, Partner
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date

SILENT, PART = "silent", "part"
Answer = Adoption.Answer

#: The worst of several answers is how the whole stands: what is declined first, what is agreed outright last.
_WORST = (Answer.DECLINED, Answer.IN_PRINCIPLE, Answer.AMENDED, Answer.AGREED)
WORDS: Mapping[str, str] = {
    SILENT: "Not considered",
    PART: "Answered in part",
    Answer.IN_PRINCIPLE: "Agreed in principle",
    Answer.AGREED: "Agreed",
    Answer.AMENDED: "Agreed with amendment",
    Answer.DECLINED: "Declined",
}
TONES: Mapping[str, str] = {
    SILENT: "none",
    PART: "decide",
    Answer.IN_PRINCIPLE: "decide",
    Answer.AGREED: "ok",
    Answer.AMENDED: "ok",
    Answer.DECLINED: "warn",
}
SETTLED = frozenset({Answer.AGREED, Answer.AMENDED})
NO_SUCH_CLAUSE = "The agreement has no such clause. Somebody may have changed it meanwhile: look at it again."


@dataclass(frozen=True)
class Answered:
    """One clause, or the whole where ``clause`` is None, with the answer that counted on the day."""

    clause: Clause | None
    adoption: Adoption | None

    @property
    def state(self) -> str:
        return self.adoption.answer if self.adoption else SILENT

    @property
    def word(self) -> str:
        return WORDS[self.state]

    @property
    def tone(self) -> str:
        return TONES[self.state]


@dataclass(frozen=True)
class Stand:
    """One partner and one agreement on a day: every clause with its answer, and whether and when it was asked."""

    partner: Partner
    answers: tuple[Answered, ...]
    on: dt.date
    asked: AskedPartner | None = None

    @cached_property
    def state(self) -> str:
        states = {one.state for one in self.answers}
        if Answer.DECLINED in states or SILENT not in states:
            return next((state for state in _WORST if state in states), SILENT)
        return SILENT if states == {SILENT} else PART

    @property
    def word(self) -> str:
        """How it stands, in words; a part of the clauses is said to be one."""
        declined = sum(one.state == Answer.DECLINED for one in self.answers)
        if declined and declined < len(self.answers):
            return "Declined in part"
        return WORDS[self.state]

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def is_settled(self) -> bool:
        """Agreed, with an amendment or without: an answer in principle has yet to be made one."""
        return self.state in SETTLED

    @property
    def whole(self) -> Adoption | None:
        """The one answer that speaks for every clause, where one does."""
        first = self.answers[0].adoption if self.answers else None
        return first if all(one.adoption == first for one in self.answers) else None

    @property
    def latest(self) -> Adoption | None:
        given = [one.adoption for one in self.answers if one.adoption]
        return max(given, key=lambda one: (one.decided_date, one.pk or 0), default=None)

    @property
    def is_silent(self) -> bool:
        """Asked, and silent on the whole or on some clause, also where it declined another: that clause waits."""
        return self.asked is not None and any(one.state == SILENT for one in self.answers)

    @property
    def waited_days(self) -> int:
        """For how long a partner that was asked has been silent, wholly or on some clauses; 0 where it is not."""
        return (self.on - self.asked.asked_date).days if self.asked and self.is_silent else 0

    @property
    def days_late(self) -> int:
        due = self.asked.due_date if self.asked else None
        return max((self.on - due).days, 0) if due and self.is_silent else 0

    @property
    def silence(self) -> str:
        """Silent for 14 days, four days late; "" for a partner that has answered, or was not asked."""
        if not self.is_silent:
            return ""
        waited = f"for {counted(self.waited_days, 'day')}" if self.waited_days else "since today"
        late = f", {counted(self.days_late, 'day')} late" if self.days_late else ""
        return f"{'Silent' if self.state == SILENT else 'Silent on the rest'} {waited}{late}"


def answers_on(clauses: Sequence[Clause], given: Iterable[Adoption], on: dt.date) -> tuple[Answered, ...]:
    """What counted on the day for each clause: the latest answer to it or to the whole.

    Of one day's answers the one to the clause itself counts; where there are no clauses, that to the whole.
    """
    past = [one for one in given if one.decided_date <= on]
    parts: Sequence[Clause | None] = clauses or [None]
    return tuple(Answered(clause, _counting(clause, past)) for clause in parts)


def _counting(clause: Clause | None, given: Iterable[Adoption]) -> Adoption | None:
    of_it = [one for one in given if one.clause_id is None or (clause is not None and one.clause_id == clause.pk)]
    return max(of_it, key=lambda one: (one.decided_date, one.clause_id is not None, one.pk or 0), default=None)


def check_left_to_partner(adoption: Adoption, *, by_partner: bool) -> None:
    """What a partner answered itself, only it puts right or takes back; an officer enters what it says next."""
    if adoption.is_its_own and not by_partner:
        raise Refused(
            f"{adoption.partner} gave this answer itself on {short_date(adoption.decided_date)}. Only those who answer "
            "for it put it right or take it back."
        )


def check_can_answer(agreement: Agreement, *, is_asked: bool, partner: Partner) -> None:
    """Only of what is with the partners, and only by who was asked."""
    if agreement.status == Agreement.Status.DRAFT:
        raise Refused("The partners have not been asked yet: it is a draft.")
    if agreement.status == Agreement.Status.WITHDRAWN:
        raise Refused("It is withdrawn. Nothing is answered any more.")
    if not is_asked:
        raise Refused(f"{partner} has not been asked to agree to this.")


def check_answer(answer: str, amendment: str, clause: Clause | None = None) -> None:
    """An amendment is given in the partner’s own words."""
    of = f" of clause {clause.number}" if clause else ""
    if answer not in Answer.values:
        raise Refused("Choose one of the answers.")
    if answer == Answer.AMENDED and not amendment:
        raise Refused(f"Give the amendment{of} in the partner’s own words.")


def check_authority(
    *,
    decided: dt.date,
    asked: dt.date,
    today: dt.date,
    paper: str,
    by_partner: bool,
    delegation: Delegation | None,
    partner: Partner,
) -> None:
    """When, by which paper and under which power. What somebody else enters for a partner names the paper."""
    if decided > today:
        raise Refused("The day of the decision has not come yet.")
    if decided < asked:
        raise Refused(f"{partner} was asked on {short_date(asked)}. It cannot have answered before that day.")
    if not by_partner and not paper:
        raise Refused(f"You enter this for {partner}: name the minute or letter that says so.")
    if delegation and delegation.partner_id != partner.pk:
        raise Refused(f"This power was given by another partner, not by {partner}.")


def amiss(adoption: Adoption) -> str:
    """What is to be looked at in an answer given under a delegated power; it is marked, and not refused."""
    power = adoption.delegation
    if power is None:
        return ""
    if power.from_date and adoption.decided_date < power.from_date:
        return f"Before the power was given, which was on {short_date(power.from_date)}."
    if power.to_date and adoption.decided_date > power.to_date:
        return f"After the power ended on {short_date(power.to_date)}."
    return ""
