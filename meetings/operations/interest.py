"""Taking up an interest that employment suggests, or setting it aside as none (habit H6)."""

import datetime as dt
from typing import Any

from meetings.models import AgendaItem, Attendance, Declaration, Meeting, SetAside
from meetings.operations.declaration import record_declaration
from meetings.operations.locked import locked_record_refuses, open_meeting, open_row
from meetings.queries.entitled import sight_at
from meetings.queries.interest import proposed_declarations
from meetings.rules.interest import INTEREST, ProposedDeclaration, fingerprint_of
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused


def declare_proposed(*, meeting: Meeting, attendance: int, partner: int, consequence: str, by: Any) -> Declaration:
    """The officer puts it down as somebody's employment, with what followed, at every item it is proposed for."""
    with locked_record_refuses():
        proposed = _proposed(open_meeting(meeting, by), attendance, partner, by)
        return record_declaration(
            attendance=proposed.attendance,
            kind=Declaration.Kind.EMPLOYMENT,
            interest=proposed.interest,
            whose="",
            consequence=consequence,
            items=proposed.items,
            by=by,
        )


def set_aside_proposed(
    *, meeting: Meeting, attendance: int, partner: int, by: Any, at: dt.datetime
) -> ProposedDeclaration:
    """No interest, at any of the items it is proposed for; who said so is kept."""
    with locked_record_refuses():
        proposed = _proposed(open_meeting(meeting, by), attendance, partner, by)
        for item in proposed.items:
            set_aside_interest(attendance=proposed.attendance, item=item, by=by, at=at)
    return proposed


def set_aside_interest(*, attendance: Attendance, item: AgendaItem, by: Any, at: dt.datetime) -> SetAside:
    """It is not proposed again for this person and item. A retry is answered with the first."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        kept = {"check_name": INTEREST, "fingerprint": fingerprint_of(row.pk, item.pk)}
        if found := SetAside.objects.filter(meeting=meeting, **kept).first():
            return found
        sentence = f"{row.name}: not an interest in {item}."
        return keep(SetAside(meeting=meeting, sentence=sentence, at=at, by=by, **kept), by=by)


def propose_interest_again(*, attendance: Attendance, item: AgendaItem, by: Any) -> None:
    """What was set aside by mistake."""
    with locked_record_refuses():
        meeting, row = open_row(attendance, by)
        fingerprint = fingerprint_of(row.pk, item.pk)
        for found in SetAside.objects.filter(meeting=meeting, check_name=INTEREST, fingerprint=fingerprint):
            discard(found, by=by)


def _proposed(meeting: Meeting, attendance: int, partner: int, by: Any) -> ProposedDeclaration:
    for one in proposed_declarations(meeting, sight=sight_at(by, meeting)):
        if (one.attendance.pk, one.partner.pk) == (attendance, partner):
            return one
    raise Refused("This is not proposed any more: it was declared, or set aside, or the item has changed.")
