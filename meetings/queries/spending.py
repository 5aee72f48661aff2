"""What stands beside a decision: its money, whose it is, what it waits for and what it delegates."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from boards.models import Partner
from boards.permissions import MINUTE, SEE_PAPERS
from boards.queries.agreements import has_agreed_in_law
from meetings.models import (
    AgendaItem,
    Condition,
    Consent,
    Decision,
    DelegationUse,
    Dispute,
    Meeting,
    Minutes,
    SpendingLine,
)
from meetings.queries.decision import decision_for
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.outcome import CONSENTS, standing
from meetings.rules.consent import agrees, check_money_open, latest, proposed_amounts
from meetings.rules.delegation import amiss
from meetings.rules.dispute import dispute_sentence
from meetings.rules.outcome import Standing
from trust.tools.plain import plain_line
from trust.tools.refusal import why_not
from trust.tools.words import money, short_date


@dataclass(frozen=True)
class DecisionRead:
    """A decision, its meeting and minutes, and the words its reader holds there."""

    decision: Decision
    meeting: Meeting
    minutes: Minutes
    words: frozenset[str]

    @property
    def may_minute(self) -> bool:
        return MINUTE in self.words

    @property
    def is_inside(self) -> bool:
        """Whether the reader reads the board's papers, and not only what is published."""
        return SEE_PAPERS in self.words

    @property
    def standing(self) -> Standing:
        return standing(self.decision)


def decision_read(reader: Any, board: str, meeting: str, block: UUID) -> DecisionRead:
    """The decision of this block; 404 unless the reader reads it in the minutes as they stand."""
    page = decision_for(reader, board, meeting, block)
    return DecisionRead(page.decision, page.meeting, page.reading.minutes, page.reading.words)


def decision_minuted(reader: Any, board: str, meeting: str, block: UUID) -> DecisionRead:
    """The same for whoever minutes the meeting; nobody else is let through."""
    meeting_minuted_by(reader, board, meeting)
    return decision_read(reader, board, meeting, block)


@dataclass(frozen=True)
class MoneyLine:
    """One line of money as a page shows it: whose, how much, what for, and what its owner answered."""

    line: SpendingLine
    answer: str
    tone: str
    said: str

    @property
    def is_answered(self) -> bool:
        return bool(self.said)

    @property
    def stated(self) -> str:
        """The words of the paper, where they say the sum otherwise."""
        stated = self.line.amount_stated
        return stated if plain_line(stated) not in ("", money(self.line.amount_pence)) else ""


def money_lines(decision: Decision, *, named: bool) -> list[MoneyLine]:
    """Every line with its owner's latest answer; who gave it only where people are ``named``."""
    return [_money_line(line, named=named) for line in decision.spending.all()]


def _money_line(line: SpendingLine, *, named: bool) -> MoneyLine:
    last = latest(line.consents.all())
    if last is None:
        return MoneyLine(line, "Has not answered", "decide", "")
    how = "at the meeting" if last.attendance_id else "in writing" if _is_entered(last) else "signed in"
    who = f"{last.who}, {how}" if named else f"{how[:1].upper()}{how[1:]}"
    said = f"{who}, {short_date(last.date)}"
    return MoneyLine(line, last.get_answer_display(), "ok" if last.answer == "agreed" else "warn", said)


def _is_entered(consent: Consent) -> bool:
    """Whether somebody else wrote it down for whoever answered."""
    return consent.person.user_id != consent.recorded_by_id


def lines_of(decision: Decision) -> QuerySet[SpendingLine]:
    return SpendingLine.objects.filter(decision=decision).select_related("partner").prefetch_related(CONSENTS)


def line_of(decision: Decision, pk: int) -> SpendingLine:
    """One of its lines; 404 where there is none such."""
    found = lines_of(decision).filter(pk=pk).first()
    if found is None:
        raise Http404("This decision has no such line of money.")
    return found


def has_adopted(partner: Partner, item: AgendaItem, *, on: dt.date) -> bool:
    """Whether the legal agreement on the item’s joint money was in force that day, and the partner had agreed to it."""
    return has_agreed_in_law(partner, on=on, agreement=item.agreement_id)


def proposed(decision: Decision) -> list[tuple[int, str]]:
    """Sums its words name and no line has yet: pence, and the words themselves."""
    had = [line.amount_pence for line in decision.spending.all()]
    return [(one.pence, one.words) for one in proposed_amounts(decision.block.text, had)]


@dataclass(frozen=True)
class Used:
    """One use of a delegated power, with what is amiss with it."""

    use: DelegationUse
    amiss: tuple[str, ...]


@dataclass(frozen=True)
class Spent:
    """What stands beside a decision: its money, what it waits for, what it delegates, and what may still be done."""

    read: DecisionRead
    standing: Standing
    lines: tuple[MoneyLine, ...]
    conditions: tuple[Condition, ...]
    uses: tuple[Used, ...]
    dispute: Dispute | None
    dispute_says: str
    locked_because: str

    @property
    def decision(self) -> Decision:
        return self.read.decision

    @property
    def may_write(self) -> bool:
        """Whether the reader may still change what was decided."""
        return self.read.may_minute and not self.locked_because

    @property
    def has_more_to_say(self) -> bool:
        """Whether an officer can still say something of it that is not said: its money, a condition, a power."""
        return self.may_write and not (self.lines and self.conditions and self.decision.delegated_to)

    @property
    def total(self) -> int:
        return sum(one.line.amount_pence for one in self.lines)

    @property
    def owners(self) -> list[Partner]:
        """The partners whose money it is, each once."""
        return list(dict.fromkeys(one.line.partner for one in self.lines))

    @property
    def proposed(self) -> list[tuple[int, str]]:
        return proposed(self.decision) if self.may_write else []

    @property
    def may_be_answered(self) -> bool:
        """Whether an officer may enter what a partner answered."""
        lapsed = self.dispute is not None and self.dispute.state == Dispute.State.LAPSED
        settled = bool(self.decision.recorded_at) and all(agrees(one.line) for one in self.lines)
        return self.read.may_minute and not settled and not lapsed


def spent_of(read: DecisionRead, *, today: dt.date) -> Spent:
    """Five statements beside those of the decision."""
    decision, stands = read.decision, read.standing
    dispute = getattr(decision, "dispute", None)
    held = decision.taken_date or read.meeting.date
    uses = decision.uses.select_related("recorded_by__person") if read.is_inside else []
    return Spent(
        read=read,
        standing=stands,
        lines=tuple(money_lines(decision, named=read.is_inside)),
        conditions=tuple(decision.conditions.all()),
        uses=tuple(Used(use, amiss(use, decision, stands, held=held)) for use in uses),
        dispute=dispute,
        dispute_says=dispute_sentence(dispute, today=today) if dispute else "",
        locked_because=why_not(check_money_open, decision, read.minutes),
    )
