"""Who has not returned: whom to write to, when they last were, and what needs attention at a board."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from boards.models import Board, User
from boards.rules.attention import Finding, Kind
from commissioning.models import Area, Period, Reporter, Return, ReturnReminder
from commissioning.queries.who_returns import who_returns_for
from commissioning.rules.returns import areas_asked
from trust.tools.words import counted, listing, short_date

#: How long after it was due silence is told among what needs attention.
YEAR = dt.timedelta(days=366)


@dataclass(frozen=True)
class Silent:
    """A reporter that has not returned for a period, with those who can return for it and when it was last chased."""

    reporter: Reporter
    period: Period
    users: tuple[User, ...]
    chased: tuple[ReturnReminder, ...]
    on: dt.date

    @property
    def name(self) -> str:
        return str(self.reporter)

    @property
    def is_chased_today(self) -> bool:
        return any(one.sent_date == self.on for one in self.chased)

    @property
    def can_be_chased(self) -> bool:
        return bool(self.users) and not self.is_chased_today

    @property
    def who(self) -> str:
        """Noor Whitlam and Hal Okonedo"""
        return listing(getattr(user, "person", None) or user.email for user in self.users)

    @property
    def why_not(self) -> str:
        if not self.users:
            return "Nobody who returns for it has a login with an address. Tell it in another way."
        return "Written to today: not again before tomorrow." if self.is_chased_today else ""

    @property
    def last_chased(self) -> str:
        if not self.chased:
            return "Not chased before"
        times = counted(len(self.chased), "time") if len(self.chased) > 1 else "once"
        return f"Chased {times}, last on {short_date(self.chased[-1].sent_date)}"


def silent_in(period: Period, reporters: Sequence[Reporter], areas: Sequence[Area]) -> list[Reporter]:
    """Those asked who have not said anything of some area. One statement."""
    said: dict[int, set[int]] = defaultdict(set)
    for reporter, area in Return.objects.filter(period=period).order_by().values_list("reporter", "area").distinct():
        said[reporter].add(area)
    return [one for one in reporters if {a.pk for a in areas_asked(period, one, areas)} - said[one.pk]]


def silence(period: Period, reporters: Sequence[Reporter], areas: Sequence[Area], *, on: dt.date) -> list[Silent]:
    """With whom to write to; nobody before the period begins. Seven statements, however many are silent."""
    silent = silent_in(period, reporters, areas) if on >= period.from_date else []
    users = who_returns_for(silent)
    chased: dict[int, list[ReturnReminder]] = defaultdict(list)
    for one in ReturnReminder.objects.filter(period=period, reporter__in=silent).order_by("sent_date"):
        chased[one.reporter_id].append(one)
    return [Silent(one, period, tuple(users.get(one.pk, [])), tuple(chased[one.pk]), on) for one in silent]


def returns_noticed(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """For what needs attention: who is silent past the due day, for the officers. Four statements."""
    due = Period.objects.filter(scheme__board__in=boards, due_date__lt=on, due_date__gte=on - YEAR)
    periods = list(due.select_related("scheme").order_by("due_date", "pk"))
    schemes = {period.scheme_id for period in periods}
    areas, reporters = defaultdict(list), defaultdict(list)
    for area in Area.objects.filter(scheme__in=schemes):
        areas[area.scheme_id].append(area)
    for reporter in Reporter.objects.filter(scheme__in=schemes).select_related("board", "partner", "district"):
        reporters[reporter.scheme_id].append(reporter)
    said = set(Return.objects.filter(period__in=periods).order_by().values_list("period", "reporter", "area"))
    for period in periods:
        silent = [
            one
            for one in reporters[period.scheme_id]
            if any(
                (period.pk, one.pk, area.pk) not in said for area in areas_asked(period, one, areas[period.scheme_id])
            )
        ]
        if silent:
            yield _finding(next(one for one in boards if one.pk == period.scheme.board_id), period, silent)


def _finding(board: Board, period: Period, silent: Sequence[Reporter]) -> Finding:
    named = [str(one) for one in silent]
    shown = named if len(named) <= 4 else [*named[:3], counted(len(named) - 3, "other")]
    has = "has" if len(named) == 1 else "have"
    sentence = (
        f"{listing(shown)} {has} not returned “{period}” ({period.scheme}), due by {short_date(period.due_date)}."
    )
    at = reverse("commissioning:chase_returns", args=[period.scheme_id, period.pk])
    return Finding(board, Kind.RETURN, sentence, at)
