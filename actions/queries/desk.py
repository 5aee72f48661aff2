"""An item at the desk, with what its action lines came to."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from actions.models import Action, Part
from actions.queries.who import whom_at
from actions.rules.action import lacks as lacks_of
from actions.rules.spoken import read_spoken
from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Meeting, MinutedItem
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_for, next_meeting
from meetings.rules.blocks import Block
from meetings.rules.blocks import lacks as item_lacks
from meetings.rules.edition import is_closed
from trust.tools.statement import read
from trust.tools.words import clock

_ITEM = """
    SELECT {item}, {section} FROM meetings_agendaitem item
    LEFT JOIN meetings_agendaitem section ON section.id = item.section_id
    WHERE item.id = %(item)s AND item.meeting_id = %(meeting)s
"""


def item_at_desk(reader: Any, board_slug: str, address: str, item_id: int) -> AgendaItem:
    """An item that the reader may minute; 404 where they may not know of it, 403 where they may not minute."""
    meeting = meeting_for(reader, board_slug, address)
    for item, section in read(_ITEM, {"item": item_id, "meeting": meeting.pk}, item=AgendaItem, section=AgendaItem):
        item.meeting, item.section = meeting, section
        if not is_closed(item) or sight_at(reader, meeting).sees(item):
            check_may_minute(reader, meeting.board)
            return item
    raise Http404("No item is at this address.")


def actions_of_item(item: AgendaItem) -> QuerySet[Action]:
    """Those of the item's action blocks, with parts and due day."""
    found = Action.objects.filter(block__item=item).with_due_on()
    return found.select_related("block", "due_meeting").prefetch_related("parts")


def saved_item(
    minuted: MinutedItem, item: AgendaItem, blocks: list[Block], version: int, actions: list[Action] | None = None
) -> dict[str, Any]:
    """What the desk is told after a save: its version, time, what is lacking, and how each action line was read.

    The item's ``actions`` where they are at hand.
    """
    actions = list(actions_of_item(item)) if actions is None else actions
    wanting = [words for action in actions for words in action_lacks(action)]
    return {
        "version": version,
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
        "decided": current.decided_at is not None,
        "blocks": [
            block | ({"action": lines[block["key"]]} if block["key"] in lines else {}) for block in current.wording
        ],
    }


def item_now(item: AgendaItem) -> dict[str, Any]:
    """The item as it stands, for a desk that has not touched it: its wire, how its lines were read, what it lacks."""
    current = MinutedItem.objects.filter(item=item).select_related("saved_by__person").first()
    wire = item_in_conflict(current or MinutedItem(item=item), item, "")
    actions = list(actions_of_item(item))
    lines = {str(action.block.key): line_read(action) for action in actions if action.block}
    for block in wire["blocks"]:
        if block["key"] in lines:
            block["recognised"] = lines[block["key"]]
    wanting = [words for action in actions for words in action_lacks(action)]
    wire["lacks"] = item_lacks(item, [_sent(block) for block in wire["blocks"]], wanting)
    wire["last_save"] = str(current.last_save or "") if current else ""
    return wire


def _sent(block: Mapping[str, Any]) -> Block:
    decision = block.get("decision", {})
    amended = {half: decision.get(half, "") for half in ("amended_from", "amended_to")}
    return Block(UUID(block["key"]), block["kind"], block["text"], decision_kind=decision.get("kind", ""), **amended)


def line_read(action: Action) -> dict[str, Any]:
    """Who and when as they were understood; an owner who was not stays in the words said."""
    return {"who": owners_at_desk(action), "when": action.due_shown, "flags": action.flags}


def owners_at_desk(action: Action) -> str:
    """The names; for ALL how many it stands for, so that the clerk sees whether that is right."""
    return shown_with_all(action.owners_shown, sum(part.from_all for part in action.parts.all()))


def shown_with_all(names: str, stood_for: int) -> str:
    return names.replace("ALL", f"ALL ({stood_for} member{'s' * (stood_for > 1)})", 1) if stood_for else names


def action_lacks(action: Action) -> list[str]:
    parts = list(action.parts.all())
    unknown = [part.name for part in parts if part.owner == Part.Owner.UNKNOWN]
    return lacks_of(has_owner=bool(parts), unknown=unknown, due_kind=action.due_kind)


def line_spoken(meeting: Meeting, text: str) -> dict[str, Any]:
    """A spoken line as it would stand in the action's line; what is not sure stays in its text. Few statements."""
    whom, following = whom_at(meeting), next_meeting(meeting)
    next_date = following.date if following else None
    said = read_spoken(text, whom.people, whom.partners, whom.posts, meeting.date, next_date)
    return {
        "who": said.who,
        "text": said.text,
        "when": said.when,
        "who_read": shown_with_all(said.owners.shown, sum(owner.from_all for owner in said.owners.owners)),
        "when_read": said.due.shown,
        "flags": list(said.flags),
        "unsure": said.is_unsure,
    }
