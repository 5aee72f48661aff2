"""What stands in the closed business of a meeting, and which open texts repeat it."""

from itertools import chain

from meetings.models import Correction, Minutes
from meetings.queries.business import blocks_of, items_in_order
from meetings.rules.edition import OPEN
from meetings.rules.exposed import Exposed, exposed


def exposed_in(minutes: Minutes, place: str, text: str) -> list[Exposed]:
    """Words of closed business in one text that stands beside the minutes, such as why they were opened again."""
    return exposed(closed_texts(minutes), [(place, text)])


def closed_texts(minutes: Minutes) -> list[str]:
    """What stands in business that is closed to the public, and what a correction took out of it or put in."""
    items = items_in_order(minutes.meeting)
    closed = OPEN.closed(items)
    if not closed:
        return []
    titles = [text for item in items if item.pk in closed for text in (item.title, item.text, item.exempt_reason)]
    written = [block.text for pk, blocks in blocks_of(minutes).items() if pk in closed for block in blocks]
    corrected = Correction.objects.filter(minutes=minutes, item__in=closed).values_list("was", "becomes")
    return [text for text in (*titles, *written, *chain.from_iterable(corrected)) if text]


def closed_behind(minutes: Minutes) -> list[str]:
    """The same, with that of the sets which this meeting approved: its minutes tell how those were corrected."""
    approved = Minutes.objects.filter(approvals__at_meeting=minutes.meeting_id).exclude(pk=minutes.pk).distinct()
    return [text for one in (minutes, *approved.select_related("meeting")) for text in closed_texts(one)]
