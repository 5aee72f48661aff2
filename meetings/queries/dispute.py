"""Disputes as a board's members read them, and one of them whole."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString

from boards.models import Board, Partner, Person
from boards.permissions import MINUTE, check_may_see_papers
from boards.queries.access import boards_where
from boards.queries.boards import board_for
from boards.queries.people import people_known_to
from meetings.models import Decision, Dispute
from meetings.queries.consent import is_told
from meetings.queries.decisions import readable
from meetings.queries.outcome import standing, with_standing
from meetings.queries.spending import DecisionRead, decision_read
from meetings.rules.dispute import dispute_sentence, is_overdue
from meetings.rules.outcome import Standing
from trust.tools.markup import as_html
from trust.tools.words import listing, money

TONES = {Dispute.State.OPEN: "decide", Dispute.State.AGREED: "ok", Dispute.State.LAPSED: "warn"}


@dataclass(frozen=True)
class DisputeLine:
    """A dispute as lists and its page tell it."""

    dispute: Dispute
    decision: Decision
    standing: Standing
    says: str
    is_overdue: bool

    @property
    def partners(self) -> str:
        return listing(partner.name for partner in self.dispute.partners.all())

    @property
    def amount(self) -> str:
        pence = sum(line.amount_pence for line in self.decision.spending.all())
        return money(pence) if pence else ""

    @property
    def tone(self) -> str:
        return "warn" if self.is_overdue else TONES[Dispute.State(self.dispute.state)]

    @property
    def state(self) -> str:
        return "Overdue" if self.is_overdue else self.dispute.get_state_display()

    @property
    def html(self) -> SafeString:
        return as_html(self.decision.block.text)

    @property
    def address(self) -> str:
        meeting = self.decision.block.item.meeting
        return reverse("meetings:dispute", args=[meeting.board.slug, meeting.address, self.decision.block.key])

    @property
    def words(self) -> str:
        return " ".join(self.decision.block.text.split())


def line_of_dispute(dispute: Dispute, decision: Decision, *, today: dt.date) -> DisputeLine:
    says, late = dispute_sentence(dispute, today=today), is_overdue(dispute, today=today)
    return DisputeLine(dispute, decision, standing(decision), says, late)


def disputes_of(reader: Any, board: Board, *, state: str = "", today: dt.date) -> list[DisputeLine]:
    """Open first, then the latest, of the decisions that the reader may read: a draft's are not the members' yet."""
    of_board = Decision.objects.filter(dispute__isnull=False, block__item__meeting__board=board)
    found = with_standing(of_board.filter(readable(board, reader)))
    found = found.prefetch_related("dispute__partners")
    if state in Dispute.State.values:
        found = found.filter(dispute__state=state)
    lines = [line_of_dispute(one.dispute, one, today=today) for one in found if is_told(one, reader)]
    opened = Dispute.State.OPEN
    return sorted(lines, key=lambda one: (one.dispute.state != opened, -one.dispute.opened_date.toordinal()))


def disputes_overdue(officer: Any, *, today: dt.date) -> list[DisputeLine]:
    """Those of the boards that the officer minutes whose day to be settled by is past: how each ended is to be said."""
    late = Dispute.objects.filter(state=Dispute.State.OPEN, closes_date__lt=today)
    kept = Decision.objects.filter(dispute__in=late, block__item__meeting__board__in=boards_where(officer, MINUTE))
    found = with_standing(kept).prefetch_related("dispute__partners").order_by("dispute__closes_date")
    return [line_of_dispute(one.dispute, one, today=today) for one in found if is_told(one, officer)]


def board_with_disputes(reader: Any, slug: str) -> Board:
    """The board, for who reads its papers."""
    board = board_for(reader, slug)
    check_may_see_papers(reader, board)
    return board


def dispute_read(reader: Any, board: str, meeting: str, block: UUID) -> tuple[DecisionRead, Dispute]:
    """The dispute on a decision, for those who read the board's papers; 404 for others, and where there is none."""
    read = decision_read(reader, board, meeting, block)
    dispute = Dispute.objects.filter(decision=read.decision).select_related("decision").first()
    if dispute is None or not read.is_inside:
        raise Http404("No dispute is at this address.")
    return read, dispute


def people_to_negotiate(officer: Any) -> QuerySet[Person]:
    return people_known_to(officer).order_by("name", "pk")


def sides_of(dispute: Dispute) -> QuerySet[Partner]:
    return dispute.partners.order_by("name")
