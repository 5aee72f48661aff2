"""What the check page finds in a draft, and in what is about to be published."""

from boards.queries.terms import terms_on
from meetings.models import Meeting, Minutes
from meetings.queries.attendance import attendance_rows
from meetings.queries.business import blocks_of, items_in_order
from meetings.queries.minutes import minutes_of, next_meeting_words
from meetings.rules.attendance import quorum
from meetings.rules.checks import (
    Finding,
    attendance_findings,
    item_findings,
    quorum_findings,
    withheld_findings,
)


def draft_findings(meeting: Meeting) -> list[Finding]:
    """All that is amiss in the draft of a meeting, what stops it first. A constant number of statements."""
    attendances = attendance_rows(meeting)
    items, blocks = items_in_order(meeting), blocks_of(minutes_of(meeting))
    counted = quorum(terms_on(meeting.board, meeting.date), attendances)
    found = attendance_findings(attendances)
    found += quorum_findings(blocks, met=counted.met, sentence=counted.sentence)
    found += item_findings(items, blocks, next_meeting=next_meeting_words(meeting))
    return sorted(found, key=lambda finding: not finding.stops)


def public_findings(minutes: Minutes) -> list[Finding]:
    """Names withheld in lists that the text of the public edition would still tell."""
    meeting = minutes.meeting
    items = [item for item in items_in_order(meeting) if not item.is_exempt]
    blocks = blocks_of(minutes)
    people = [row.person for row in attendance_rows(meeting) if row.person and row.person.public_name]
    texts = {item: "\n".join(block.text for block in blocks.get(item.pk, [])) for item in items}
    return withheld_findings({person.name: person.public_name for person in people}, texts)


def exempt_count(meeting: Meeting) -> int:
    """How many items the public edition leaves out; for the desk's eyes."""
    return sum(item.is_exempt for item in meeting.items.all())
