"""References that are stable for life: a number is given once, also where its action does not stay."""

from actions.models import LastNumber
from boards.models import Board


def next_number(board: Board, year: int) -> int:
    """The next number of the board in that year. Holds the counter until the transaction ends."""
    held = LastNumber.objects.select_for_update()
    counter = held.filter(board=board, year=year).first()
    if not counter:
        LastNumber.objects.get_or_create(board=board, year=year)
        counter = held.get(board=board, year=year)
    counter.number += 1
    counter.save(update_fields=["number"])
    return counter.number
