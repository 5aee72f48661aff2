"""What about a board needs attention: the kinds, and each finding in a sentence."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from boards.models import Board, QuorumKind, Seat, SeatHolding, TermsOfReference
from boards.rules.seat import CHAIRS
from boards.rules.share import Share
from boards.rules.terms import DRAFTS, voting_seats_needed
from trust.tools.words import counted, listing, number, short_date

#: How long before a last day it is told.
SOON = dt.timedelta(days=60)


class Kind(StrEnum):
    VACANCY = "vacancy"
    TERM = "term"
    SUBSTITUTE = "substitute"
    ATTENDANCE = "attendance"
    COMPOSITION = "composition"
    TERMS = "terms"
    CHAIR = "chair"
    AGREEMENT = "agreement"
    ISSUE = "issue"
    PLAN = "plan"
    PRIORITY = "priority"
    FUND = "fund"
    ALLOCATION = "allocation"
    DISPOSAL = "disposal"
    HANDING = "handing"
    RETURN = "return"


LABELS = {
    Kind.VACANCY: "Vacant seat",
    Kind.TERM: "Term about to end",
    Kind.SUBSTITUTE: "No substitute",
    Kind.ATTENDANCE: "Attendance falling",
    Kind.COMPOSITION: "Composition",
    Kind.TERMS: "Terms of reference",
    Kind.CHAIR: "Rule of chairs",
    Kind.AGREEMENT: "Agreement unanswered",
    Kind.ISSUE: "Issue unanswered",
    Kind.PLAN: "Step of a plan not taken",
    Kind.PRIORITY: "Action plan",
    Kind.FUND: "Report of a fund",
    Kind.ALLOCATION: "Allocation",
    Kind.DISPOSAL: "Disposal due",
    Kind.HANDING: "Actions of a board that ends",
    Kind.RETURN: "No return",
}


@dataclass(frozen=True)
class Finding:
    """One thing amiss at a board. ``at``: the address where it is put right."""

    board: Board
    kind: Kind
    sentence: str
    at: str

    @property
    def label(self) -> str:
        return LABELS[self.kind]


@dataclass(frozen=True)
class Filled:
    """A seat on the day: who holds it, how many cover it, and when it was last held where it is vacant."""

    seat: Seat
    owner: str
    holding: SeatHolding | None
    substitutes: int = 0
    last_held: dt.date | None = None
    is_followed: bool = False
    post_ended: bool = False

    @property
    def name(self) -> str:
        """the Health Trust’s seat; the seat of the Borough Commander"""
        if self.seat.title:
            return f"the seat of {self.seat.title}"
        sent = f"{self.seat.get_side_display().lower()}’s seat" if self.seat.side else "seat"
        return f"the {sent} of {self.owner}" if self.owner else "a seat"


def vacancy(one: Filled) -> str:
    """ "" where the seat is filled, or waits for its agency, which is told of them all at once."""
    if one.holding or (one.seat.agency_stated and not one.seat.partner_id):
        return ""
    since = f" since {short_date(one.last_held + dt.timedelta(days=1))}" if one.last_held else ""
    reason = f": {one.seat.vacancy_reason}" if one.seat.vacancy_reason else ""
    been = "has been vacant" if since else "is vacant"
    return f"{_sentence(one.name)} {been}{since}{reason}."


def term_ending(one: Filled, on: dt.date) -> str:
    """Whoever leaves within ``SOON``, where nobody is appointed to follow and the seat goes on."""
    held = one.holding
    if held is None or held.to_date is None or held.to_date > on + SOON or one.is_followed:
        return ""
    if one.seat.to_date and one.seat.to_date <= held.to_date:
        return ""
    return f"{held.person.name} leaves {one.name} on {short_date(held.to_date)}, and nobody is appointed to follow."


def uncovered(seats: Sequence[Filled]) -> str:
    """The voting seats that are held and have no substitute, in one sentence of a board."""
    bare = [one.holding.person.name for one in seats if one.holding and one.seat.voting and not one.substitutes]
    if not bare:
        return ""
    named = bare if len(bare) <= 3 else [*bare[:2], counted(len(bare) - 2, "other")]
    return f"Nobody covers for {listing(named)}."


def uneven(share: Share) -> str:
    if not (share.short or share.over):
        return ""
    has = f"it has {number(share.number)}"
    return f"The terms give {share.owner} {counted(share.given or 0, 'seat')}; {has}."


def composition(
    seats: Sequence[Filled], terms: TermsOfReference | None, kinds: Sequence[QuorumKind], on: dt.date
) -> Iterator[str]:
    """What stands against a board's being as it is to be: its chair, its quorum, seats of partners that ended."""
    chairs = [one for one in seats if one.seat.role in CHAIRS]
    if not chairs and seats:
        yield "No seat is the chair’s."
    if len(chairs) > 1 and any(one.seat.role == Seat.Role.CHAIR for one in chairs):
        yield f"{_sentence(number(len(chairs)))} seats are the chair’s, where one is allowed."
    voting = [one.seat for one in seats if one.seat.voting]
    filled = [one.seat for one in seats if one.seat.voting and one.holding]
    if terms and len(filled) < (needed := voting_seats_needed(terms, len(voting))):
        yield f"Voting seats filled: {number(len(filled))} of the {number(needed)} that a quorum needs."
    for kind in kinds:
        if sum(_is_of_kind(seat, kind) for seat in filled) < kind.number:
            whose = kind.partner.short_name if kind.partner else str(kind.constituency)
            yield f"A quorum needs {kind.label}, and no filled seat of {whose} can give it."
    yield from _agencies(seats, on)


def _is_of_kind(seat: Seat, kind: QuorumKind) -> bool:
    if kind.partner_id:
        return seat.partner_id == kind.partner_id
    own = seat.partner.constituency_id if seat.partner else None
    return kind.constituency_id in (seat.constituency_id, own)


def _agencies(seats: Sequence[Filled], on: dt.date) -> Iterator[str]:
    """Agencies still to be confirmed, partners that are no more, holders who left the post by which they came."""
    stated = [one.seat.agency_stated for one in seats if one.seat.agency_stated and not one.seat.partner_id]
    for agency in dict.fromkeys(stated):
        count = stated.count(agency)
        waits = "waits" if count == 1 else "wait"
        yield f"{_sentence(counted(count, 'seat'))} of the {agency} still {waits} for the partner to be confirmed."
    for one in seats:
        partner = one.seat.partner
        if partner and partner.ended_date and partner.ended_date < on:
            yield f"{partner.name} ended on {short_date(partner.ended_date)}, and still has {one.name}."
        elif partner and one.holding and one.post_ended:
            yield f"{one.holding.person.name} holds {one.name}, and has no post with {partner.name} any more."


def terms_amiss(versions: Sequence[TermsOfReference], on: dt.date) -> str:
    """No terms in force, or none after a day that is near. ``versions``: those in force then, drafts and to come."""
    in_force = [one for one in versions if one.status not in DRAFTS and one.holds_on(on)]
    drafts = [one for one in versions if one.status in DRAFTS]
    waiting = f" Version {drafts[-1].version} is {drafts[-1].get_status_display().lower()}." if drafts else ""
    if not in_force:
        return f"No terms of reference are in force.{waiting}"
    ends = min((one.to_date for one in in_force if one.to_date), default=None)
    follows = any(one.from_date and ends and one.from_date > ends for one in versions if one.status not in DRAFTS)
    if ends and ends <= on + SOON and not follows:
        return f"The terms of reference end on {short_date(ends)}, and no others follow.{waiting}"
    return waiting.strip()


def unanswered(
    partner: str, title: str, *, asked: dt.date, due: dt.date | None, on: dt.date, partly: bool = False
) -> str:
    """Health Trust has not answered the Statement of commitment, asked on 1 March 2026, 82 days ago."""
    late = f" The answer was due by {short_date(due)}." if due and due < on else ""
    ago = counted((on - asked).days, "day")
    has = "has answered only a part of" if partly else "has not answered"
    return f"{partner} {has} “{title}”, asked on {short_date(asked)}, {ago} ago.{late}"


def in_principle(partner: str, title: str, *, since: dt.date) -> str:
    """An answer, but none yet by which the agreement takes effect (requirement 4.7)."""
    return f"{partner} agreed “{title}” in principle on {short_date(since)}, and has yet to agree it outright."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
