"""What the public will read of a set of minutes, and what of it should not be there."""

from django.db.models import QuerySet

from boards.models import Board
from meetings.models import Edition, Meeting, Minutes, Summary
from meetings.queries.business import blocks_of, items_in_order
from meetings.queries.minutes import minutes_document
from meetings.queries.withheld import withheld_at, without
from meetings.rules.checks import Finding
from meetings.rules.edition import OPEN
from meetings.rules.exposed import Exposed, exposed, places_of


def public_edition(meeting: Meeting) -> str:
    """With summaries, where one was written of what was taken in private (LGA 1972 s 100C(2))."""
    return Edition.SUMMARY if summaries_of(meeting).exists() else Edition.PUBLIC


def summaries_of(meeting: Meeting) -> QuerySet[Summary]:
    return Summary.objects.filter(item__meeting=meeting)


def exposures(minutes: Minutes) -> list[Exposed]:
    """Words of closed business that the public edition would repeat. A summary may say of it what it says."""
    document = minutes_document(minutes.meeting, edition=Edition.PUBLIC)
    return exposed(closed_texts(minutes), places_of(document))


def exposed_findings(meeting: Meeting) -> list[Finding]:
    """The same of a draft, before anybody but the desk reads it; nothing where the board publishes nothing."""
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is None or meeting.board.visibility != Board.Visibility.PUBLIC:
        return []
    return [Finding("exposed", one.sentence, about=one.words) for one in exposures(minutes)]


def exposed_in(minutes: Minutes, place: str, text: str) -> list[Exposed]:
    """The same of one text that the public reads beside the minutes, such as why they were opened again."""
    return exposed(closed_texts(minutes), [(place, text)])


def reason_told(minutes: Minutes, reason: str) -> str:
    """A reason as the public reads it: with names withheld since; "" where business closed since stands in it."""
    return "" if exposed_in(minutes, "The reason", reason) else without(reason, withheld_at(minutes.meeting))


def closed_texts(minutes: Minutes) -> list[str]:
    """What stands in business that is closed to the public."""
    items = items_in_order(minutes.meeting)
    closed = OPEN.closed(items)
    if not closed:
        return []
    titles = [text for item in items if item.pk in closed for text in (item.title, item.text, item.exempt_reason)]
    written = [block.text for pk, blocks in blocks_of(minutes).items() if pk in closed for block in blocks]
    return [text for text in (*titles, *written) if text]
