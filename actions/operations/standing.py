"""The actions of blocks at the desk as they stand: read with every save, and held until it is done."""

from collections import defaultdict
from dataclasses import dataclass

from actions.models import Action, Part
from boards.models import Board
from meetings.models import AgendaItem, Meeting, Minute
from trust.tools.statement import read, remember


@dataclass(frozen=True)
class Standing:
    """An action, locked, and the kinds of note that were made on it."""

    action: Action
    block: Minute
    told: frozenset[str]

    def is_by_hand(self, kind: str) -> bool:
        """Whether that was changed on the action's own page: then the desk leaves it as it is."""
        return kind in self.told

    @property
    def may_mean_others(self) -> bool:
        """Whether the same words may mean other people now: attendance is taken later, or names are put right."""
        return any(part.from_all or part.owner == Part.Owner.UNKNOWN for part in self.action.parts.all())

    @property
    def is_due_at_a_meeting(self) -> bool:
        return self.action.due_kind == Action.Due.MEETING


_STANDING = """
    SELECT {action}, {block}, {board}, {due},
        ARRAY(SELECT progress.kind FROM actions_progress progress WHERE progress.action_id = action.id)
    FROM actions_action action
    JOIN meetings_minute block ON block.id = action.block_id
    JOIN meetings_minutes minutes ON minutes.id = block.minutes_id
    JOIN boards_board board ON board.id = action.board_id
    LEFT JOIN meetings_meeting due ON due.id = action.due_meeting_id
    WHERE block.item_id = %(item)s OR minutes.meeting_id = %(meeting)s
    FOR UPDATE OF action
"""
_PARTS = "SELECT {part} FROM actions_part part WHERE part.action_id = ANY(%(actions)s) ORDER BY part.position, part.id"


def standing_of(item: AgendaItem) -> list[Standing]:
    """One statement where the item has no action, otherwise two."""
    return _standing(item=item.pk, meeting=None)


def standing_at(meeting: Meeting) -> list[Standing]:
    """Those of all blocks of the meeting."""
    return _standing(item=None, meeting=meeting.pk)


def _standing(**where: int | None) -> list[Standing]:
    tables = {"action": Action, "block": Minute, "board": Board, "due": Meeting}
    found = []
    for action, block, board, due, told in read(_STANDING, where, **tables):
        action.board, action.due_meeting, action.block = board, due, block
        found.append(Standing(action, block, frozenset(told)))
    parts = defaultdict(list)
    for (part,) in read(_PARTS, {"actions": [one.action.pk for one in found]}, part=Part) if found else ():
        parts[part.action_id].append(part)
    for one in found:
        remember(one.action, "parts", parts[one.action.pk])
    return found
