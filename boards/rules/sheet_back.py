"""When a sheet that was brought in can be taken back."""

from collections.abc import Sequence

from boards.models import PeopleSheet
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing

#: How many of those that changed are named.
NAMED = 5


def check_can_take_back(sheet: PeopleSheet) -> None:
    if sheet.state == PeopleSheet.State.TAKEN_BACK:
        raise Refused(f"{sheet} is taken back already.")
    if sheet.state != PeopleSheet.State.BROUGHT_IN:
        raise Refused(f"{sheet} is not brought in: there is nothing to take back.")
    if not sheet.written:
        raise Refused(f"What {sheet} wrote was not noted. Put right by hand what is wrong in it.")


def check_unchanged(changed: Sequence[str]) -> None:
    """``changed``: what the sheet wrote and somebody has changed since, in words."""
    if changed:
        more = len(changed) - NAMED
        named = [*changed[:NAMED], *([f"{counted(more, 'other')}"] if more > 0 else [])]
        has = "has" if len(changed) == 1 else "have"
        since = "been changed since the sheet was brought in"
        raise Refused(f"The {listing(named)} {has} {since}. Nothing was taken back.")
