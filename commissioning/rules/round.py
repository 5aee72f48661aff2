"""What may be done to the shares of a round."""

from collections.abc import Iterable, Sequence

from commissioning.rules.sums import pot_told
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing, money


def check_can_divide(given: Sequence[str], there: Iterable[str]) -> None:
    """Each board or body has one share of a round."""
    if not given:
        raise Refused("Choose a board, or name a body, for each share.")
    known = {name.casefold() for name in there}
    if twice := [name for name in given if name.casefold() in known]:
        raise Refused(f"{listing(twice)} {'has' if len(twice) == 1 else 'have'} a share of this round already.")
    seen: set[str] = set()
    for name in given:
        if name.casefold() in seen:
            raise Refused(f"{name} is named twice.")
        seen.add(name.casefold())


def check_returned(share: int, returned: int | None) -> None:
    if returned is not None and returned > share:
        raise Refused(f"Of a share of {money(share)} no more than that can be money returned to it.")


def check_can_shrink(was: int, becomes: int, allocated: int, because: str) -> None:
    """What is allocated already stays so: the share is then over, which is said, and why is asked."""
    if becomes < was and becomes < allocated and not because:
        raise Refused(f"{money(allocated)} is allocated from it already. Say why it becomes less than that.")


def check_can_remove_share(*, bids: int, allocations: int) -> None:
    if bids or allocations:
        raise Refused("There are bids against it, or something is allocated from it. It stays.")


def left_told(pot: int | None, there: Sequence[int], many: int, each: int) -> list[str]:
    """What equal shares come to, and beside the pot with those there already."""
    came = f"{counted(many, 'share')} of {money(each)} come to {money(many * each)}."
    return [came[:1].upper() + came[1:], *pot_told(pot, [*there, many * each])]
