"""Lists of outcomes, each in force for some days; a later list takes the place of an earlier, and links survive."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from boards.models import BoardOutcome, Outcome, OutcomeList
from trust.tools.refusal import Refused
from trust.tools.words import short_date

MOST = 30


def check_titles(titles: Sequence[str]) -> None:
    if not titles:
        raise Refused("Give the outcomes, each on a line of its own.")
    if len(titles) > MOST:
        raise Refused(f"A list has at most {MOST} outcomes here.")
    again = next((title for place, title in enumerate(titles) if title in titles[:place]), "")
    if again:
        raise Refused(f"“{again}” stands twice.")


def check_can_replace(before: OutcomeList, from_date: dt.date) -> None:
    if before.to_date is not None:
        raise Refused(f"{before} ended on {short_date(before.to_date)}: another has taken its place already.")
    if before.from_date and from_date <= before.from_date:
        raise Refused(f"{before} began on {short_date(before.from_date)}. What takes its place begins on a later day.")


def check_can_end_link(link: BoardOutcome, last_day: dt.date) -> None:
    if link.from_date and last_day < link.from_date:
        raise Refused(f"It began on {short_date(link.from_date)}: it ends on that day or after it.")
    if link.to_date and link.to_date < last_day:
        raise Refused(f"It ended on {short_date(link.to_date)} already.")


def standing_for(outcome: Outcome, current: Iterable[Outcome], follows: Mapping[int, Sequence[int]]) -> list[Outcome]:
    """What an outcome of an earlier list is today: those of the current list that follow it, over any lists between.

    ``follows``: by the key of an outcome, the keys of those whose place it took.
    """
    wanted = {outcome.pk}
    while True:
        more = {key for key, before in follows.items() if wanted & set(before)} - wanted
        if not more:
            return [one for one in current if one.pk in wanted]
        wanted |= more
