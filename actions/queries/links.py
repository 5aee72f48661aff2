"""What an action is linked to, and which other references say the same, as far as its reader may know of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from actions.models import Action, RegisterEntry
from actions.permissions import KEEPS
from actions.queries.action import actions_known_to
from boards.models import Board
from boards.permissions import words_on
from boards.queries.held import held_by
from meetings.models import AgendaItem, Decision
from meetings.queries.entitled import items_closed_to
from meetings.queries.meeting import meetings_known_to
from trust.tools.words import short_date


@dataclass(frozen=True)
class Link:
    """``pk`` is None where it cannot be removed: the item it arose from."""

    words: str
    address: str
    pk: int | None


@dataclass(frozen=True)
class Links:
    items: tuple[Link, ...]
    decisions: tuple[Link, ...]
    joined: tuple[Action, ...]
    joined_to: Action | None
    moved_to: RegisterEntry | None
    may_keep: bool

    @property
    def has_any(self) -> bool:
        return bool(self.items or self.decisions or self.joined or self.joined_to or self.moved_to)


def links_of(action: Action, reader: Any, *, on: dt.date) -> Links:
    """Items and decisions besides the one it arose from; nine statements."""
    seen = meetings_known_to(reader)
    held = held_by(reader)
    closed = items_closed_to(reader, held)
    items = action.items.filter(meeting__in=seen).exclude(pk__in=closed).select_related("meeting__board", "section")
    decisions = action.decisions.filter(block__item__meeting__in=seen).exclude(block__item__in=closed)
    known = actions_known_to(reader, on=on, held=held).select_related("board")
    entry = RegisterEntry.objects.select_related("board").filter(pk=action.moved_to_id or 0).first()
    return Links(
        items=tuple(_item(item) for item in items if not action.block or item.pk != action.block.item_id),
        decisions=tuple(_decision(one) for one in decisions.select_related("block__item__meeting__board")),
        joined=tuple(known.filter(joined_to=action).order_by("pk")),
        joined_to=known.filter(pk=action.joined_to_id or 0).first(),
        moved_to=entry,
        may_keep=bool(words_on(reader, action.kept_by) & set(KEEPS)),
    )


def _item(item: AgendaItem) -> Link:
    return Link(item_in_words(item), item.get_absolute_url(), item.pk)


def _decision(decision: Decision) -> Link:
    item = decision.block.item
    return Link(decision_in_words(decision), f"{item.meeting.get_absolute_url()}minutes/#{item.anchor}", decision.pk)


def item_in_words(item: AgendaItem) -> str:
    return f"{short_date(item.meeting.date)}: {item.number_shown} {item.title}".replace("  ", " ")


def decision_in_words(decision: Decision) -> str:
    item = decision.block.item
    named = decision.number or f"{item.number_shown} {item.title}"
    return f"{short_date(item.meeting.date)}: {decision.get_kind_display().lower()}, {named}"


def items_to_cite(board: Board, reader: Any) -> QuerySet[AgendaItem]:
    """Of the board’s meetings, latest first."""
    found = AgendaItem.objects.filter(meeting__board=board, meeting__in=meetings_known_to(reader), is_section=False)
    found = found.exclude(pk__in=items_closed_to(reader)).select_related("meeting", "section")
    return found.order_by("-meeting__date", "position")


def decisions_to_cite(board: Board, reader: Any) -> QuerySet[Decision]:
    found = Decision.objects.filter(block__item__in=items_to_cite(board, reader).order_by())
    return found.select_related("block__item__meeting").order_by("-block__item__meeting__date", "pk")


def origins_of(action: Action) -> list[int]:
    """The items it is linked to or arose from, by key."""
    linked = list(action.items.values_list("pk", flat=True))
    arose = [action.block.item_id] if action.block else []
    return list(dict.fromkeys([*arose, *linked]))


def action_called(reader: Any, prefix: str, year: int, number: int, *, on: dt.date) -> Action | None:
    """Of those the reader may know of; nothing where there is none."""
    known = actions_known_to(reader, on=on).select_related("board", "followed_by", "joined_to__board")
    return known.filter(board__reference_prefix__iexact=prefix, year=year, number=number).first()
