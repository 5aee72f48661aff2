"""What an agency owes on every board, what others owe to it, and who of it can take a part over (issue 6 §3)."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import Http404

from actions.models import FINISHED, SETTLED, Action, ActionQuerySet, Part, Progress, State
from actions.permissions import agencies_on
from actions.queries.action import actions_known_to, actions_managed_by, parts_of_partners, parts_owed_by
from actions.queries.lines import NO_RETURN, ActionLine, line, with_lines
from actions.queries.silence import reported_on, times_reminded
from actions.rules.reminder import is_silent
from boards.models import Board, Partner, Person, Post, SeatHolding
from boards.permissions import MANAGE_PARTNER, MINUTE, may_answer_for, words_on, words_on_partner
from boards.queries.held import held_by

COLUMNS = ("Reference", "Board", "Action", "Who", "When by", "State", "How late")


@dataclass(frozen=True)
class AgencyLine:
    """One part that the agency owes; ``about`` is its action."""

    part: Part
    about: ActionLine
    who: str
    board: Board
    state: str
    silent: bool = False

    @property
    def place(self) -> str:
        return f"{self.about.address}parts/{self.part.pk}/"

    @property
    def late(self) -> str:
        return next((words for words, _ in self.about.tags if words.endswith("late")), "")


#: What a column's header sorts by, beside the date.
ORDERS: dict[str, Callable[[AgencyLine], Any]] = {
    "reference": lambda one: (one.board.reference_prefix, one.part.action.year, one.part.action.number),
    "action": lambda one: one.about.text.casefold(),
    "now": lambda one: (not one.silent, one.state),
}


def agency_for(reader: Any, slug: str) -> Partner:
    """The partner, for those who represent or manage it; to everybody else there is no such page."""
    found = Partner.objects.filter(slug=slug).first()
    if found is None or not may_answer_for(reader, found):
        raise Http404("No page is at this address.")
    return found


def agency_lines(partner: Partner, reader: Any, *, on: dt.date, board: str = "", who: str = "") -> list[AgencyLine]:
    """Every open part, what is latest first. Constant statements."""
    parts = parts_of_partners([partner.pk], on=on).exclude(state__in=SETTLED)
    own = Prefetch("parts", parts.select_related("person", "partner", "seat").distinct(), to_attr="ours")
    found = with_lines(_known(reader, on).filter(Exists(parts.filter(action=OuterRef("pk")))).outstanding().confirmed())
    found = found.prefetch_related(own).order_by(F("due_on").asc(nulls_last=True), "board__name", "year", "number")
    lines = _with_silence([_line(part, action, on) for action in found for part in _ours(action)])
    return [one for one in lines if (not board or one.board.slug == board) and (not who or one.who == who)]


def _ours(action: Any) -> list[Part]:
    for part in action.ours:
        part.action = action
    return action.ours


def _line(part: Part, action: Action, on: dt.date) -> AgencyLine:
    return AgencyLine(part, line(action, today=on), part.name, action.kept_by, State(part.state).label)


def _with_silence(lines: list[AgencyLine]) -> list[AgencyLine]:
    """Of which of them nobody has said a word; two statements."""
    waiting = {one.part.pk for one in lines if one.part.state not in FINISHED}
    reported, reminded = reported_on(waiting), times_reminded(waiting)
    return [
        replace(one, silent=is_silent(is_late=bool(one.late), reported=key in reported, reminded=reminded.get(key, 0)))
        if (key := one.part.pk) in waiting
        else one
        for one in lines
    ]


def _known(reader: Any, on: dt.date) -> ActionQuerySet:
    """What the reader may know of, and what the partners they manage owe."""
    held = held_by(reader)
    ways = [known(reader, on=on, held=held).order_by().values("pk") for known in (actions_known_to, actions_managed_by)]
    return Action.objects.filter(pk__in=ways[0].union(ways[1]))


def ordered(lines: list[AgencyLine], order: str) -> list[AgencyLine]:
    """By a column, "-" turned round; anything else leaves what is latest first. What has no date stays last."""
    column, turned = order.removeprefix("-"), order.startswith("-")
    if column == "when":
        dated = [one for one in lines if one.part.action.due_on]
        dated.sort(key=lambda one: one.part.action.due_on or dt.date.max, reverse=turned)
        return dated + [one for one in lines if not one.part.action.due_on]
    key = ORDERS.get(column)
    return sorted(lines, key=key, reverse=turned) if key else lines


def grouped(lines: list[AgencyLine], *, by_board: bool) -> list[tuple[str, list[AgencyLine]]]:
    """Under each person or board; whoever has the latest comes first, and of each what is latest."""
    groups: dict[str, list[AgencyLine]] = {}
    for one in lines:
        groups.setdefault(one.board.name if by_board else one.who, []).append(one)
    return list(groups.items())


def rows_of(lines: list[AgencyLine]) -> Iterator[tuple[object, ...]]:
    """For a file."""
    for one in lines:
        about = one.about
        state = NO_RETURN if one.silent else one.state
        yield (about.reference, about.board, about.text, one.who, about.when, state, one.late)


def to_return(lines: list[AgencyLine], partner: Partner, reader: Any, *, on: dt.date) -> list[AgencyLine]:
    """Of what the partner owes what this reader can report on: who manages the partner, on everything."""
    open_ones = [one for one in lines if one.part.state not in FINISHED]
    if MANAGE_PARTNER in words_on_partner(reader, partner):
        return open_ones
    mine = parts_owed_by(reader, on=on).filter(pk__in=[one.part.pk for one in open_ones])
    keys = set(mine.values_list("pk", flat=True))
    minuted = {board for board in {one.board for one in open_ones} if MINUTE in words_on(reader, board)}
    return [one for one in open_ones if one.part.pk in keys or one.board in minuted]


def waited_for(partner: Partner, reader: Any, *, on: dt.date) -> list[Progress]:
    """What others say they wait for from this agency or one of its people."""
    posted = Post.objects.held_on(on).filter(partner=partner).values("person")
    ours = Q(waits_for_partner=partner) | Q(waits_for_person__in=posted)
    theirs = parts_of_partners([partner.pk], on=on).values("pk")
    return list(_blocked(reader, on).filter(ours).exclude(part__in=theirs))


def owed_to(partner: Partner, reader: Any, *, on: dt.date) -> list[ActionLine]:
    """What others owe that arose from business that pays or judges this agency: the agenda says which it is."""
    parts = parts_of_partners([partner.pk], on=on)
    known = _known(reader, on).outstanding().confirmed()
    concerned = Q(block__item__concerns=partner) | Q(items__concerns=partner)
    keys = known.filter(concerned).exclude(Exists(parts.filter(action=OuterRef("pk")))).order_by().values("pk")
    found = with_lines(Action.objects.filter(pk__in=keys))
    return [line(action, today=on) for action in found.order_by(F("due_on").asc(nulls_last=True), "pk")]


def we_wait_for(partner: Partner, reader: Any, *, on: dt.date) -> list[Progress]:
    """What blocks the agency’s own parts."""
    return list(_blocked(reader, on).filter(part__in=parts_of_partners([partner.pk], on=on).values("pk")))


def _blocked(reader: Any, on: dt.date) -> QuerySet[Progress]:
    """The latest word on every part that is blocked now, where it says by whom."""
    last = Progress.objects.filter(part=OuterRef("part"), state=State.BLOCKED).order_by("-pk").values("pk")[:1]
    known = _known(reader, on).outstanding().values("pk")
    found = Progress.objects.filter(part__state=State.BLOCKED, action__in=known, pk=Subquery(last))
    return found.exclude(waits_for="").select_related("part", "action__board", "action__block")


def colleagues_for(part: Part, *, on: dt.date) -> QuerySet[Person]:
    """To whom it can be handed on: those with a post at the same agency on the day, or in one of its seats."""
    agencies = agencies_on(part, on)
    posted = Post.objects.held_on(on).filter(partner__in=agencies).values("person")
    seated = SeatHolding.objects.held_on(on).filter(seat__partner__in=agencies).values("person")
    found = Person.objects.filter(Q(pk__in=posted) | Q(pk__in=seated), merged_into=None)
    if part.person_id:
        found = found.exclude(pk=part.person_id)
    return found.order_by("name", "pk")
