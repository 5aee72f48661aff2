"""What the public will read of a set of minutes, and what of it should not be there."""

from django.db.models import QuerySet

from boards.models import Board
from meetings.models import Edition, Meeting, Minutes, Summary
from meetings.queries.closed_business import closed_behind, exposed_in
from meetings.queries.minutes import minutes_document
from meetings.queries.withheld import withheld_at, without
from meetings.rules.checks import Finding
from meetings.rules.exposed import Exposed, exposed, places_of


def public_edition(meeting: Meeting) -> str:
    """With summaries, where one was written of what was taken in private (LGA 1972 s 100C(2))."""
    return Edition.SUMMARY if summaries_of(meeting).exists() else Edition.PUBLIC


def summaries_of(meeting: Meeting) -> QuerySet[Summary]:
    return Summary.objects.filter(item__meeting=meeting)


def exposures(minutes: Minutes) -> list[Exposed]:
    """Words of closed business that the public edition would repeat. A summary may say of it what it says."""
    document = minutes_document(minutes.meeting, edition=Edition.PUBLIC)
    return exposed(closed_behind(minutes), places_of(document))


def exposed_findings(meeting: Meeting) -> list[Finding]:
    """The same of a draft, before anybody but the desk reads it; nothing where the board publishes nothing."""
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is None or meeting.board.visibility != Board.Visibility.PUBLIC:
        return []
    return [Finding("exposed", one.sentence, about=one.words) for one in exposures(minutes)]


def reason_told(minutes: Minutes, reason: str) -> str:
    """A reason as the public reads it: with names withheld since; "" where business closed since stands in it."""
    return "" if exposed_in(minutes, "The reason", reason) else without(reason, withheld_at(minutes.meeting))
