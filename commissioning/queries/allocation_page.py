"""The page of one allocation, cut to its reader."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from boards.permissions import MANAGE, words_on
from boards.queries.succession import followers_of
from commissioning.models import Allocation, AllocationLine, Bid, SpendReport
from commissioning.queries.allocation import (
    Asked,
    asked_for,
    decision_cited,
    dispute_of,
    lines_of,
    may_lead,
    may_report_on,
    replaced_by,
    shares_over,
)
from commissioning.queries.round import ShareRead, round_for
from commissioning.queries.round import round_read as read_round
from commissioning.queries.sight import bids_seen_by, reads_papers, rounds_seen_by
from commissioning.queries.standing import called, standing_of
from commissioning.rules import sums
from commissioning.rules.gate import ends_told
from commissioning.rules.spend import follows_told, latest
from commissioning.rules.standing import Standing
from meetings.models import Consent
from meetings.rules.consent import latest as latest_answer
from trust.tools.words import short_date


@dataclass(frozen=True)
class LineRead:
    """Whose money, with its owner's answer."""

    line: AllocationLine
    answer: str
    tone: str
    said: str


@dataclass(frozen=True)
class SpendRead:
    report: SpendReport
    counts: bool
    told: tuple[str, ...]


@dataclass(frozen=True)
class AllocationPage:
    """What is ``inside`` is for those who read a board’s papers; the rest for the partners it concerns too."""

    allocation: Allocation
    standing: Standing
    asked: tuple[Asked, ...]
    lines: tuple[LineRead, ...]
    reports: tuple[SpendRead, ...]
    share: ShareRead | None
    bid: Bid | None
    after: Allocation | None
    inside: bool
    is_over: bool
    decision_at: str
    decision_called: str
    confirmed_at: str
    confirmed_called: str
    dispute_at: str
    may_lead: bool
    may_confirm: bool
    may_report: bool
    follows_told: str
    on: dt.date

    @property
    def ends_told(self) -> str:
        """That the agreement it rests on ends before its year does, while it is still to come or goes on."""
        return ends_told(self.allocation.fund, self.allocation.year, on=self.on) if self.is_live else ""

    @property
    def confirmed_told(self) -> str:
        return sums.confirmed_told(self.allocation.amount_pence, self.allocation.confirmed_pence)

    @property
    def is_live(self) -> bool:
        return self.standing.state not in ("Withdrawn", "Replaced")

    @property
    def may_change(self) -> bool:
        return self.may_lead and self.is_live and not self.standing.stands


def page_of(allocation: Allocation, reader: Any, *, on: dt.date) -> AllocationPage:
    standing = standing_of([allocation], on=on)[allocation.pk]
    inside = reads_papers(reader, allocation)
    decision, confirmed = allocation.decision, allocation.confirmed_by_decision
    board = allocation.confirming_board
    waits = board is not None and allocation.state == Allocation.State.PROVISIONAL
    return AllocationPage(
        allocation=allocation,
        standing=standing,
        asked=tuple(asked_for(allocation, standing, reader, on=on)),
        lines=tuple(_line(line) for line in lines_of(allocation)) if inside else (),
        reports=spend_of(allocation),
        share=_share(allocation, reader, on),
        bid=bids_seen_by(reader).filter(pk=allocation.bid_id).first() if allocation.bid_id else None,
        after=replaced_by(allocation),
        inside=inside,
        is_over=bool(shares_over(_holds(allocation), reader, on=on)),
        decision_at=decision_cited(decision, reader),
        decision_called=called(decision) if decision else "",
        confirmed_at=decision_cited(confirmed, reader),
        confirmed_called=called(confirmed) if confirmed else "",
        dispute_at=dispute_of(allocation, reader),
        may_lead=may_lead(reader, allocation.fund.board),
        may_confirm=bool(waits and board and MANAGE in words_on(reader, board)),
        may_report=may_report_on(reader, allocation, on=on),
        follows_told=_follows(allocation, on),
        on=on,
    )


def _follows(allocation: Allocation, on: dt.date) -> str:
    partner = allocation.responsible
    if partner is None or partner.ended_date is None or partner.ended_date >= on:
        return ""
    return follows_told(partner.name, partner.ended_date, [one.name for one in followers_of(partner, on=on)])


def _holds(allocation: Allocation) -> dict[int, int]:
    """Its share with what that holds; nothing where it comes out of none."""
    return {allocation.share.pk: allocation.share.amount_pence} if allocation.share else {}


def spend_of(allocation: Allocation) -> tuple[SpendRead, ...]:
    """The latest first, which counts."""
    reports = list(allocation.spend_reports.select_related("recorded_by__person", "partner", "successor"))
    counts = latest(reports)
    ordered = sorted(reports, key=lambda one: (one.as_of, one.recorded_at, one.pk), reverse=True)
    given = allocation.pence
    return tuple(
        SpendRead(one, one == counts, tuple(sums.spend_told(given, one.spent_pence, one.forecast_pence)))
        for one in ordered
    )


def _line(line: AllocationLine) -> LineRead:
    spends = line.spending_line
    answer: Consent | None = latest_answer(spends.consents.all()) if spends else None
    if spends is None:
        return LineRead(line, "No line of a resolution", "warn", "")
    if answer is None:
        return LineRead(line, "Has not answered", "decide", "")
    how = "at the meeting" if answer.attendance_id else "in writing"
    said = f"{answer.who}, {how}, {short_date(answer.date)}"
    return LineRead(line, answer.get_answer_display(), "ok" if answer.answer == "agreed" else "warn", said)


def _share(allocation: Allocation, reader: Any, on: dt.date) -> ShareRead | None:
    share = allocation.share
    if share is None or not rounds_seen_by(reader).filter(pk=share.round_id).exists():
        return None
    read = read_round(round_for(reader, share.round_id), reader, on=on)
    return next((one for one in read.shares if one.share.pk == share.pk), None)
