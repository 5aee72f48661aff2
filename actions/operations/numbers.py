"""References that are stable for life: a number is given once, also where its action does not stay."""

from actions.models import LastNumber
from boards.models import Board


def next_number(board: Board, year: int, register: str = "") -> int:
    """The next number of the board in that year, of its actions or in one of its registers.

    Holds the counter until the transaction ends.
    """
    held = LastNumber.objects.select_for_update()
    counter = held.filter(board=board, register=register, year=year).first()
    if not counter:
        LastNumber.objects.get_or_create(board=board, register=register, year=year)
        counter = held.get(board=board, register=register, year=year)
    counter.number += 1
    counter.save(update_fields=["number"])
    return counter.number
