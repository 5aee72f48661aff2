"""What the check page finds amiss in executive decisions: no statement of one, no notice of a key one."""

from django.urls import reverse

from meetings.models import AgendaItem, Meeting
from meetings.queries.executive import missing_of
from meetings.queries.key_decision import notices_amiss
from meetings.rules.checks import Finding


def executive_findings(meeting: Meeting, items: list[AgendaItem]) -> list[Finding]:
    """A constant number of statements."""
    by_key = {item.pk: item for item in items}
    found = []
    for decision in missing_of(meeting):
        item, key = by_key[decision.block.item_id], decision.block.key
        address = reverse("meetings:statement", args=[meeting.board.slug, meeting.address, key])
        sentence = f"{item} has an executive decision without its written statement."
        found.append(Finding("statement", sentence, item, decision.block, about=str(key), address=address))
    for pk, sentence in notices_amiss(meeting, items).items():
        found.append(Finding("key_decision", sentence, by_key[pk]))
    return found
