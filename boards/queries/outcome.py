"""Lists of outcomes, and which boards work for each, also by the list that took another’s place."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from boards.models import BoardOutcome, Clause, Outcome, OutcomeList
from boards.queries.access import boards_known_to
from boards.queries.agreements import agreements_known_to
from boards.rules.outcome import standing_for


@dataclass(frozen=True)
class OutcomeLine:
    """``links``: boards that work for it on the day, by their own link or one to an outcome it follows."""

    outcome: Outcome
    follows: tuple[Outcome, ...]
    links: tuple["Link", ...]


@dataclass(frozen=True)
class Link:
    """``clause``: the one that says so, where the reader may know of its agreement."""

    link: BoardOutcome
    clause: Clause | None


@dataclass(frozen=True)
class ListRead:
    outcomes: OutcomeList
    lines: tuple[OutcomeLine, ...]
    is_in_force: bool


def outcome_lists(reader: Any, *, on: dt.date, today: dt.date) -> list[ListRead]:
    """Latest first. A constant number of statements, however many lists and links."""
    lists = list(OutcomeList.objects.order_by("-from_date", "-pk"))
    outcomes = list(Outcome.objects.prefetch_related("follows").order_by("position", "pk"))
    follows = {one.pk: [before.pk for before in one.follows.all()] for one in outcomes}
    links: dict[int, list[Link]] = defaultdict(list)
    known = set(
        agreements_known_to(reader, on=today).filter(clauses__board_outcomes__isnull=False).values_list("pk", flat=True)
    )
    found = BoardOutcome.objects.held_on(on).filter(board__in=boards_known_to(reader))
    for link in found.select_related("board", "outcome", "clause__agreement").order_by("board__name", "pk"):
        for one in standing_for(link.outcome, outcomes, follows):
            clause = link.clause if link.clause and link.clause.agreement_id in known else None
            links[one.pk].append(Link(link, clause))
    return [
        ListRead(
            each,
            tuple(
                OutcomeLine(one, tuple(one.follows.all()), tuple(links[one.pk]))
                for one in outcomes
                if one.outcomes_id == each.pk
            ),
            each.holds_on(on),
        )
        for each in lists
    ]


def link_for(reader: Any, pk: int) -> BoardOutcome:
    """404 unless the reader may know of its board."""
    found = BoardOutcome.objects.filter(pk=pk, board__in=boards_known_to(reader)).select_related("board", "outcome")
    link = found.first()
    if link is None:
        raise Http404("No board is linked to an outcome at this address.")
    return link


def outcome_list_for(pk: int) -> OutcomeList:
    found = OutcomeList.objects.filter(pk=pk).first()
    if found is None:
        raise Http404("No list of outcomes is at this address.")
    return found
