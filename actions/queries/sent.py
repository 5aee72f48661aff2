"""The register of reminders, as the officers of one board may read it: only what was said of their board."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from actions.models import Bounce, Reminder, ReminderLine
from actions.queries.action import actions_known_to
from actions.queries.owners import address_of
from boards.models import Board

State = Reminder.State
TONES = {
    State.QUEUED: "",
    State.HANDING_OVER: "",
    State.SENT: "ok",
    State.IN_DOUBT: "decide",
    State.REFUSED: "warn",
    State.RETURNED: "warn",
    State.WITHDRAWN: "none",
}
ORDERS = {"when": "queued_at", "who": "person__name", "state": "state"}
HEADS = ("Put in the queue", "To", "Actions", "Why", "State", "Sent", "What was said of it")


@dataclass(frozen=True)
class SentLine:
    """One mail as far as it was about this board."""

    reminder: Reminder
    about: tuple[ReminderLine, ...]

    @property
    def tone(self) -> str:
        return TONES[State(self.reminder.state)]

    @property
    def is_in_doubt(self) -> bool:
        return self.reminder.state == State.IN_DOUBT

    @property
    def waits(self) -> bool:
        return self.reminder.state == State.QUEUED

    @property
    def why(self) -> str:
        return ", ".join(dict.fromkeys(line.get_occasion_display() for line in self.about))

    @property
    def references(self) -> str:
        return ", ".join(line.reference for line in self.about)


def register_of(board: Board, reader: Any, cut: Mapping[str, Any], *, on: dt.date) -> QuerySet[Reminder]:
    """Mails about actions of the board that the officer may know of. Two statements when it is read."""
    lines = lines_known(board, reader, on=on)
    found = Reminder.objects.filter(Exists(lines.filter(reminder=OuterRef("pk"))))
    if cut.get("state"):
        found = found.filter(state=cut["state"])
    if cut.get("words"):
        found = found.filter(person__name__icontains=cut["words"])
    order = cut.get("order") or "-when"
    column = ORDERS.get(order.removeprefix("-"), "queued_at")
    found = found.order_by(f"{'-' if order.startswith('-') else ''}{column}", "-pk")
    return found.select_related("person").prefetch_related(Prefetch("lines", lines, to_attr="about"))


def lines_known(board: Board, reader: Any, *, on: dt.date) -> QuerySet[ReminderLine]:
    known = actions_known_to(reader, on=on).filter(Q(board=board) | Q(followed_by=board))
    return ReminderLine.objects.filter(Q(action=None) | Q(action__in=known.values("pk")), board=board)


def sent_lines(reminders: Iterable[Any]) -> list[SentLine]:
    return [SentLine(reminder, tuple(reminder.about)) for reminder in reminders]


def rows_of(reminders: Iterable[Any]) -> list[tuple[object, ...]]:
    """The register as a sheet, under ``HEADS``."""
    return [
        (
            line.reminder.queued_at,
            line.reminder.person.name,
            line.references,
            line.why,
            line.reminder.get_state_display(),
            line.reminder.sent_at,
            line.reminder.reason,
        )
        for line in sent_lines(reminders)
    ]


def reminder_for(board: Board, reader: Any, pk: int, *, on: dt.date) -> Reminder:
    found = register_of(board, reader, {}, on=on).filter(pk=pk).first()
    if found is None:
        raise Http404("No reminder is at this address.")
    return found


@dataclass(frozen=True)
class Failing:
    """An address of one of the board's people that fails; ``is_used``: mail would still go there."""

    bounce: Bounce
    is_used: bool


def failing_on(board: Board) -> list[Failing]:
    """Addresses that fail, of people who were reminded for this board, longest first."""
    people = ReminderLine.objects.filter(board=board).values("person")
    rows = Bounce.objects.filter(person__in=people, tried_again_at=None).select_related("person__user")
    return [
        Failing(row, address_of(row.person).casefold() == row.address.casefold()) for row in rows.order_by("first_at")
    ]


def failing_for(board: Board, pk: int) -> Bounce:
    found = next((one.bounce for one in failing_on(board) if one.bounce.pk == pk), None)
    if found is None:
        raise Http404("No failing address is here.")
    return found
