"""What the public is told of business taken in private (LGA 1972 s 100C(2)), and by which resolution it was closed."""

from meetings.models import AgendaItem, Decision, Minutes
from meetings.rules.edition import is_closed
from trust.tools.refusal import Refused

TAKEN_IN_PRIVATE = "Taken in private. This is the proper officer’s summary."
RESOLUTIONS = (Decision.Kind.EXCLUDED, Decision.Kind.NOT_EXCLUDED)


def check_can_summarise(item: AgendaItem, *, is_out: bool) -> None:
    """Until the version is published: what the public has read changes only with the next version."""
    if not is_closed(item):
        raise Refused("This item is open: the public reads its minute, and needs no summary.")
    if is_out:
        raise Refused("These minutes are published. Withdraw publication before changing what the public reads.")


def check_can_record_resolution(item: AgendaItem, decision: Decision, minutes: Minutes | None) -> None:
    """A resolution of the same meeting, on an item that was proposed to be closed, while the draft is at the desk."""
    if minutes is None or minutes.state != Minutes.State.DRAFT:
        raise Refused("The draft has left the desk. Return it there to record the resolution.")
    if decision.block.item.meeting_id != item.meeting_id or decision.kind not in RESOLUTIONS:
        raise Refused("Choose a resolution of this meeting to exclude the public, or not to.")
    if not item.is_exempt:
        raise Refused("This item gives no paragraph of Schedule 12A, so there is nothing to exclude the public from.")


def resolution_words(item: AgendaItem) -> str:
    """Public excluded by the resolution under item 1.4. "" where none is recorded."""
    resolved = item.excluded_by
    if resolved is None:
        return ""
    under = resolved.block.item
    where = f"under item {under.number_shown}" if under.number_shown else f"under “{under.title}”"
    numbered = f" ({resolved.number})" if resolved.number else ""
    if resolved.kind == Decision.Kind.NOT_EXCLUDED:
        return f"It was resolved {where}{numbered} not to exclude the public from this item."
    return f"The public was excluded from this item by the resolution {where}{numbered}."
