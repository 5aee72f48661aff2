"""An item at the desk, with what its action lines came to."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from actions.models import Action, Part
from actions.queries.arising import is_exempt
from actions.rules.action import lacks as lacks_of
from boards.permissions import SEE_EXEMPT, check_may_minute, words_on
from meetings.models import AgendaItem, MinutedItem
from meetings.queries.meeting import meeting_for
from meetings.rules.blocks import Block
from meetings.rules.blocks import lacks as item_lacks
from trust.tools.words import clock


def item_at_desk(reader: Any, board_slug: str, address: str, item_id: int) -> AgendaItem:
    """An item that the reader may minute; 404 where they may not know of it, 403 where they may not minute."""
    meeting = meeting_for(reader, board_slug, address)
    item = meeting.items.select_related("section").filter(pk=item_id).first()
    if item is None or (is_exempt(item) and SEE_EXEMPT not in words_on(reader, meeting.board)):
        raise Http404("No item is at this address.")
    check_may_minute(reader, meeting.board)
    item.meeting = meeting
    return item


def actions_of_item(item: AgendaItem) -> QuerySet[Action]:
    """Those of the item's action blocks, with parts and due day."""
    found = Action.objects.filter(block__item=item).with_due_on()
    return found.select_related("block", "due_meeting").prefetch_related("parts")


def saved_item(minuted: MinutedItem, item: AgendaItem, blocks: list[Block]) -> dict[str, Any]:
    """What the desk is told after a save: version, time, what is lacking, and how each action line was read."""
    actions = list(actions_of_item(item))
    wanting = [words for action in actions for words in action_lacks(action)]
    return {
        "version": minuted.version,
        "saved": clock(minuted.saved_at) if minuted.saved_at else "",
        "lacks": item_lacks(item, blocks, wanting),
        "blocks": {str(action.block.key): line_read(action) for action in actions if action.block},
    }


def item_in_conflict(current: MinutedItem, item: AgendaItem, sentence: str) -> dict[str, Any]:
    """The item as somebody else saved it, in the shape in which it was sent."""
    lines = {
        str(action.block.key): {"who": action.owners_stated, "when": action.due_stated}
        for action in actions_of_item(item)
        if action.block
    }
    author = current.saved_by
    return {
        "sentence": sentence,
        "version": current.version,
        "saved": clock(current.saved_at) if current.saved_at else "",
        "by": str(getattr(author, "person", None) or author or ""),
        "blocks": [
            block | ({"action": lines[block["key"]]} if block["key"] in lines else {}) for block in current.wording
        ],
    }


def line_read(action: Action) -> dict[str, Any]:
    """Who and when as they were understood; an owner who was not stays in the words said."""
    return {"who": owners_at_desk(action), "when": action.due_shown, "flags": action.flags}


def owners_at_desk(action: Action) -> str:
    """The names; for ALL how many it stands for, so that the clerk sees whether that is right."""
    stood_for = sum(part.from_all for part in action.parts.all())
    return action.owners_shown.replace("ALL", f"ALL ({stood_for} members)", 1) if stood_for else action.owners_shown


def action_lacks(action: Action) -> list[str]:
    parts = list(action.parts.all())
    unknown = [part.name for part in parts if part.owner == Part.Owner.UNKNOWN]
    return lacks_of(has_owner=bool(parts), unknown=unknown, due_kind=action.due_kind)
