"""What the prose of a meeting's minutes promises, and no action says yet (requirement 2.8)."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404

from actions.models import Action, Part
from actions.queries.arising import arising_at
from actions.queries.lines import one_line, origin
from actions.rules.undertakings import is_said_already, leading_words, undertakings
from meetings.models import AgendaItem, Meeting, Minute
from meetings.queries.meeting import meeting_for
from trust.tools.markup import as_text

PROSE = [Minute.Kind.DISCUSSION, Minute.Kind.NOTED, Minute.Kind.DECISION]


@dataclass(frozen=True)
class Promise:
    """A sentence that may be an action. ``code`` says which it is in a form; ``key`` is the action's, once made."""

    block: Minute
    sentence: str
    key: uuid.UUID

    @property
    def item(self) -> AgendaItem:
        return self.block.item

    @property
    def code(self) -> str:
        return self.key.hex

    @property
    def who(self) -> str:
        return leading_words(self.sentence)


def promises_at(meeting: Meeting, actions: Iterable[Action]) -> list[Promise]:
    """What its prose promises besides these actions, in the order of the minutes. Constant statements."""
    said: dict[int, list[str]] = {}
    for action in actions:
        if item := origin(action):
            said.setdefault(item.pk, []).append(one_line(action.text))
    blocks = Minute.objects.filter(minutes__meeting=meeting, kind__in=PROSE).select_related("item__section")
    return [
        Promise(block, sentence, _key(block, sentence))
        for block in sorted(blocks, key=_place)
        for sentence in undertakings(as_text(block.text))
        if len(sentence) <= 1_000 and not is_said_already(sentence, said.get(block.item_id, []))
    ]


def has_words_to_read_again(meeting: Meeting) -> bool:
    """Whether there is an ALL, or a name that was not recognised, that another attendance list would change."""
    parts = Part.objects.filter(action__block__minutes__meeting=meeting)
    return parts.filter(Q(from_all=True) | Q(owner=Part.Owner.UNKNOWN)).exists()


def promise_for(reader: Any, board_slug: str, address: str, code: str) -> tuple[Meeting, Promise]:
    """One of them, as long as it stands in the minutes and is no action yet; 404 otherwise."""
    meeting = meeting_for(reader, board_slug, address)
    found = next((promise for promise in promises_at(meeting, arising_at(meeting)) if promise.code == code), None)
    if found is None:
        raise Http404("No such sentence stands in these minutes.")
    return meeting, found


def _place(block: Minute) -> tuple[int, int, int]:
    item = block.item
    return (item.section.position if item.section else item.position, item.position, block.position)


def _key(block: Minute, sentence: str) -> uuid.UUID:
    """The same sentence of the same block is the same action, however often it is asked for."""
    return uuid.uuid5(block.key, hashlib.sha256(sentence.encode()).hexdigest())
