"""What a board keeps an eye on is put down by its officers, and tied to agenda items (requirement 0.13)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from boards.models import Board
from commissioning.models import Instrument
from commissioning.permissions import check_may_set_up
from commissioning.rules.priority import check_unused
from meetings.models import AgendaItem
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused
from trust.tools.words import counted


@transaction.atomic
def add_instrument(*, board: Board, by: Any, **given: Any) -> Instrument:
    """``given``: title, note, fund, from_date, to_date."""
    check_may_set_up(by, board)
    return _written(Instrument(board=board), given, by=by)


@transaction.atomic
def change_instrument(*, instrument: Instrument, by: Any, **given: Any) -> Instrument:
    return _written(_held(instrument, by), given, by=by)


@transaction.atomic
def take_out_instrument(*, instrument: Instrument, by: Any) -> None:
    """One put down by mistake, to which no item is linked."""
    instrument = _held(instrument, by)
    count = instrument.items.count()
    check_unused([counted(count, "agenda item")] if count else [], "It")
    discard(instrument, by=by)


@transaction.atomic
def link_item(*, instrument: Instrument, item: AgendaItem, by: Any) -> Instrument:
    """The caller offered only items of the board that ``by`` may know of."""
    instrument = _held(instrument, by)
    if instrument.items.filter(pk=item.pk).exists():
        raise Refused("That item is linked to it already.")
    instrument.items.add(item)
    return keep(instrument, by=by, because=f"Linked to {item}"[:100])


@transaction.atomic
def unlink_item(*, instrument: Instrument, item: AgendaItem, by: Any) -> Instrument:
    instrument = _held(instrument, by)
    instrument.items.remove(item)
    return keep(instrument, by=by, because=f"No longer linked to {item}"[:100])


def _held(instrument: Instrument, by: Any) -> Instrument:
    found = Instrument.objects.select_for_update(of=["self"]).select_related("board").get(pk=instrument.pk)
    check_may_set_up(by, found.board)
    return found


def _written(instrument: Instrument, given: Mapping[str, Any], *, by: Any) -> Instrument:
    for name, value in given.items():
        setattr(instrument, name, value)
    first, last = instrument.from_date, instrument.to_date
    if first and last and last < first:
        raise Refused("The last day is before the first.")
    same = Instrument.objects.filter(board=instrument.board, title__iexact=instrument.title).exclude(pk=instrument.pk)
    if same.exists():
        raise Refused(f"The board keeps an eye on “{instrument.title}” already.")
    return keep(instrument, by=by)
