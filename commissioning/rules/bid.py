"""What may be done with a bid, and who keeps out of it (DOMAIN rule 44)."""

import datetime as dt
from collections.abc import Collection

from trust.tools.refusal import Refused
from trust.tools.words import listing, money, short_date


def check_open(withdrawn: dt.date | None) -> None:
    """A bid that was withdrawn or turned down is not changed: another may be put down."""
    if withdrawn is not None:
        raise Refused(f"It was withdrawn or turned down on {short_date(withdrawn)}. Take that back first.")


def check_nothing_allocated(live: int) -> None:
    if live:
        raise Refused("Something is allocated to it. Withdraw that first.")


def check_can_close(day: dt.date, *, today: dt.date, received: dt.date | None) -> None:
    if day > today:
        raise Refused("That day has not come yet.")
    if received is not None and day < received:
        raise Refused(f"The bid came in on {short_date(received)}. Give that day or a later one.")


def check_asks(pence: int) -> None:
    if pence == 0:
        raise Refused("It asks for nothing. Enter what is asked for.")


def check_amendment(was: str, becomes: str) -> None:
    """An amendment says from what to what (requirement 2.11)."""
    if bool(was) != bool(becomes):
        raise Refused("An amendment says both what it was and what it is now: three years, two years.")
    if was and was.casefold() == becomes.casefold():
        raise Refused("Both say the same. Leave both empty where nothing was amended.")


def check_asked_stays(was: int, becomes: int, allocated: int) -> None:
    """What was asked is what the bid says; once something is allocated to it, it is not made to fit."""
    if was != becomes and allocated:
        raise Refused(f"{money(allocated)} is allocated to this bid, so what it asked stays as it was.")


def left_words(partners: Collection[str]) -> str:
    """Why an item is closed to those who sit for a provider."""
    return f"{listing(partners)} would be paid by a bid under this item."


def sentence_of_counted(name: str, partner: str, item: str) -> str:
    """What the desk says of somebody in the room at their own bid’s item."""
    return (
        f"{item} {name} sits for {partner}, which would be paid by a bid under this item, and is not recorded as out "
        "of the room for it."
    ).strip()
