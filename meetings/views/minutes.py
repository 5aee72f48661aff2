"""The minutes page: one address, cut to its reader."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.permissions import MINUTE, PUBLISH
from meetings.models import Meeting, Minutes
from meetings.queries.approval import approving_meeting
from meetings.queries.inspection import open_until
from meetings.queries.meeting import ANNOUNCED, meeting_minuted_by, next_meeting
from meetings.queries.minutes import Reading, minutes_for, minutes_of
from meetings.queries.public import reason_told
from meetings.queries.publication import standing_publication
from meetings.queries.versions import earlier_versions
from meetings.queries.way import way_for
from meetings.views.signed_card import signature_card, signed_card


@require_safe
def minutes(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    reading = minutes_for(request.user, board, meeting)
    cards = signed_card(reading) | signature_card(reading, request.user) | versions_around(reading)
    page = page_of(reading)
    page["way"] = way_for(reading, page["document"], on=timezone.localdate())
    return render(request, "meetings/minutes.html", cards | page)


def page_of(reading: Reading) -> dict[str, Any]:
    """What the page needs besides the document: which steps this reader may take next."""
    minutes_, words = reading.minutes, reading.words
    minutes_officer, publisher = MINUTE in words, PUBLISH in words
    circulated = minutes_.state in (Minutes.State.CIRCULATED, Minutes.State.CLEARED)
    following = next_meeting(reading.meeting)
    return {
        "reading": reading,
        "document": reading.document,
        "meeting": reading.meeting,
        "board": reading.meeting.board,
        "minutes": minutes_,
        "may_minute": minutes_officer,
        "may_check": minutes_officer and minutes_.state == Minutes.State.DRAFT,
        "may_correct": minutes_officer and circulated,
        "may_publish": publisher and minutes_.is_locked,
        "approving": approving_meeting(reading.meeting, minutes_) if minutes_officer and circulated else None,
        "open_until": open_until(reading.meeting) if reading.is_published else "",
        "following": following if following and following.state in ANNOUNCED else None,
    }


def versions_around(reading: Reading) -> dict[str, Any]:
    """The versions before the one read; that it was opened again, where its reader reads on what was published."""
    if reading.minutes.version == 1:
        return {}
    opened = reading.minutes.reopenings.filter(version_left__gte=reading.version).first()
    earlier = earlier_versions(reading.minutes, reading.words, reading.sight, current=reading.version)
    is_out = standing_publication(reading.minutes) is not None if earlier else False
    return {
        "earlier_versions": earlier,
        "opened_again": opened if reading.publication else None,
        "why_opened": reason_told(reading.minutes, opened.reason) if opened and reading.publication else "",
        "may_withdraw": PUBLISH in reading.words and not reading.minutes.is_locked and is_out,
    }


def minuting(request: HttpRequest, board: str, meeting: str) -> tuple[Meeting, Minutes]:
    """The meeting and its minutes, for whoever minutes it; nobody else is let through."""
    found = meeting_minuted_by(request.user, board, meeting)
    standing = minutes_of(found)
    if standing is None:
        raise Http404("There are no minutes of this meeting yet.")
    standing.meeting = found
    return found, standing
