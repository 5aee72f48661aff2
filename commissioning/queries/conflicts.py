"""What the desk is told of a bid's item: who was in the room for it and sits for whoever would be paid (rule 44)."""

from commissioning.queries.bid import bids_tied_to
from commissioning.rules.bid import sentence_of_counted
from meetings.models import Meeting
from meetings.queries.room import room_record
from meetings.rules.checks import Finding
from meetings.rules.consent import speaks_for
from meetings.rules.room import who_sat


def conflict_findings(meeting: Meeting) -> list[Finding]:
    """A declaration with “left” settles it: then they neither heard it nor counted. Two statements where no bid is
    taken; the bid is not named, for its item may be read by others."""
    bids = list(bids_tied_to(meeting.items.all()))
    if not any(bid.providers.all() for bid in bids):
        return []
    record = room_record(meeting)
    items = {item.pk: item for item in record.order}
    found: dict[tuple[int, int, int], Finding] = {}
    for bid in bids:
        item = items.get(bid.item_id or 0)
        if item is None:
            continue
        for row in record.at(item).here:
            for partner in bid.providers.all():
                if speaks_for(row, partner.pk):
                    said = sentence_of_counted(who_sat(row), partner.name, item.number_shown)
                    about = f"{row.pk} {partner.pk}"
                    found[item.pk, row.pk, partner.pk] = Finding("own_bid", said, item, in_attendance=True, about=about)
    return list(found.values())
