"""What needs attention, of some boards on a day. The statements are as many for forty boards as for one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Count, Max, Q
from django.urls import NoReverseMatch, reverse

from boards.models import Board, Post, QuorumKind, Seat, SeatHolding
from boards.models import TermsOfReference as Terms
from boards.permissions import MANAGE, PUBLISH, SEE_PAPERS, keeps_register
from boards.queries.access import boards_known_to, boards_where
from boards.queries.agreements import waited_for
from boards.queries.chair_bar import clashes_on
from boards.queries.seats import SeatOnDay, seats_as_of
from boards.queries.share import shares_of
from boards.queries.submission import issues_unanswered
from boards.queries.terms import terms_on_days
from boards.rules import attention as rules
from boards.rules.attention import Filled, Finding, Kind
from boards.rules.chair_bar import sentence as sentence_of_clash
from boards.rules.submission import waiting

#: Put here by the apps of storeys above when they are loaded: boards and a day to what is amiss there. They are asked
#: of boards only whose papers the reader sees.
NOTICED: list[Callable[[Collection[Board], dt.date], Iterable[Finding]]] = []

#: The same for officers alone: asked of boards only for which the reader publishes.
NOTICED_FOR_OFFICERS: list[Callable[[Collection[Board], dt.date], Iterable[Finding]]] = []

#: The same for those who manage a board, asked of boards only that the reader manages; cut to what they may know of.
NOTICED_FOR_MANAGERS: list[Callable[[Collection[Board], Any, dt.date], Iterable[Finding]]] = []

#: The same for those who keep the register, of boards that have a last day, whether or not it has come.
NOTICED_FOR_KEEPERS: list[Callable[[Collection[Board], dt.date], Iterable[Finding]]] = []

#: Of a seat that nobody else has held or will hold: when it was left, and whether somebody follows.
NEVER: tuple[dt.date | None, bool] = (None, False)
WITHOUT_NEWS = Board.Status.SUPERSEDED


def boards_to_attend_to(reader: Any, on: dt.date) -> list[Board]:
    """Boards on which the reader sits or whose seats they manage, and that there are on the day. One statement."""
    found = boards_where(reader, SEE_PAPERS, MANAGE).exclude(ended_date__lt=on).exclude(founded_date__gt=on)
    return list(found.exclude(status=WITHOUT_NEWS).order_by("name"))


def findings_of(boards: Collection[Board], reader: Any, on: dt.date, *, also_of_ended: bool = False) -> list[Finding]:
    """Everything amiss at these boards, by board and in the order of its kinds.

    ``also_of_ended``: to who keeps the register also what boards left behind that are no more.
    """
    read = boards_where(reader, SEE_PAPERS).filter(pk__in=[board.pk for board in boards])
    papers = set(read.values_list("pk", flat=True))
    of_papers = [board for board in boards if board.pk in papers]
    found = [
        *_of_seats(boards, on),
        *_of_terms(boards, on),
        *_of_chairs(boards, reader, on),
        *_of_agreements(boards, reader, on),
        *_of_issues(boards, on),
        *(one for noticed in NOTICED for one in noticed(of_papers, on)),
        *_of_officers(of_papers, reader, on),
        *_of_managers(of_papers, reader, on),
        *_of_ending(boards, reader, on, also_of_ended=also_of_ended),
    ]
    order = list(Kind)
    return sorted(found, key=lambda one: (one.board.name, one.board.pk, order.index(one.kind)))


def _of_officers(boards: Collection[Board], reader: Any, on: dt.date) -> Iterator[Finding]:
    """Of the boards whose record the reader publishes. One statement beside theirs."""
    published = set(boards_where(reader, PUBLISH).values_list("pk", flat=True)) if boards else set()
    led = [board for board in boards if board.pk in published]
    for noticed in NOTICED_FOR_OFFICERS if led else []:
        yield from noticed(led, on)


def _of_managers(boards: Collection[Board], reader: Any, on: dt.date) -> Iterator[Finding]:
    """Of the boards that the reader manages. One statement beside theirs."""
    managed = set(boards_where(reader, MANAGE).values_list("pk", flat=True)) if boards else set()
    led = [board for board in boards if board.pk in managed]
    for noticed in NOTICED_FOR_MANAGERS if led else []:
        yield from noticed(led, reader, on)


def _of_ending(boards: Collection[Board], reader: Any, on: dt.date, *, also_of_ended: bool) -> Iterator[Finding]:
    """Of boards with a last day, for those who keep the register. One statement beside theirs."""
    if not keeps_register(reader, on=on):
        return
    ended = boards_known_to(reader).filter(ended_date__lt=on) if also_of_ended else Board.objects.none()
    ending = [*(board for board in boards if board.ended_date), *ended]
    for noticed in NOTICED_FOR_KEEPERS if ending else []:
        yield from noticed(ending, on)


def _page(name: str, *parts: Any) -> str:
    """An address; "" where there is no such page."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def _of_seats(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    seated = _seated(boards, on)
    seats = _filled(seated, on)
    terms = terms_on_days([board.pk for board in boards])
    now_in_force = {board.pk: terms(board.pk, on) for board in boards}
    kinds = _kinds(now_in_force.values())
    for board in boards:
        here, page = seats[board.pk], board.get_absolute_url() + "#seats"
        for one in here:
            told = {Kind.VACANCY: rules.vacancy(one), Kind.TERM: rules.term_ending(one, on)}
            yield from (
                Finding(board, kind, said, _page("boards:seat", board.slug, one.seat.pk))
                for kind, said in told.items()
                if said
            )
        if said := rules.uncovered(here):
            yield Finding(board, Kind.SUBSTITUTE, said, page)
        now = now_in_force[board.pk]
        for said in rules.composition(here, now, kinds[now.pk] if now else [], on):
            yield Finding(board, Kind.COMPOSITION, said, page)
    for share in shares_of(boards, on, terms=terms, seated=seated):
        if said := rules.uneven(share):
            at = f"{_page('boards:balance')}?board={share.board.slug}"
            yield Finding(share.board, Kind.COMPOSITION, said, at)


def _seated(boards: Collection[Board], on: dt.date) -> list[SeatOnDay]:
    """The seats of these boards but of those in attendance. Four statements."""
    in_order = Seat.objects.held_on(on).filter(board__in=[board.pk for board in boards])
    return seats_as_of(in_order.exclude(membership=Seat.Membership.ATTENDEE), on)


def _filled(seats: Sequence[SeatOnDay], on: dt.date) -> dict[int, list[Filled]]:
    """The seats of each board with who holds them, who left them and whether somebody follows. Two statements."""
    others = SeatHolding.objects.filter(
        Q(to_date__lt=on) | Q(from_date__gt=on), seat__in=[one.seat.pk for one in seats]
    )
    told = (
        others.order_by()
        .values_list("seat")
        .annotate(last=Max("to_date", filter=Q(to_date__lt=on)), follow=Count("pk", filter=Q(from_date__gt=on)))
    )
    past = {seat: (last, bool(follow)) for seat, last, follow in told}
    gone = _left_their_post(seats, on)
    found: dict[int, list[Filled]] = defaultdict(list)
    for one in seats:
        found[one.seat.board_id].append(
            Filled(
                seat=one.seat,
                owner=one.owner,
                holding=one.holding,
                substitutes=len(one.substitutes),
                last_held=past.get(one.seat.pk, NEVER)[0],
                is_followed=past.get(one.seat.pk, NEVER)[1],
                post_ended=bool(one.holding and (one.holding.person_id, one.seat.partner_id) in gone),
            )
        )
    return found


def _left_their_post(seats: Iterable[SeatOnDay], on: dt.date) -> set[tuple[int, int]]:
    """People and partners: who had a post with the partner whose seat they hold, and has none now. One statement."""
    holders = {one.holding.person_id for one in seats if one.holding}
    posts = Post.objects.filter(person__in=holders).order_by().values_list("person", "partner")
    kept = Count("pk", filter=Q(to_date=None) | Q(to_date__gte=on))
    return {(person, partner) for person, partner, left in posts.annotate(kept=kept) if not left}


def _kinds(terms: Iterable[Terms | None]) -> dict[int, list[QuorumKind]]:
    """The kinds of the quorum by these terms. One statement."""
    kinds: dict[int, list[QuorumKind]] = defaultdict(list)
    of_these = QuorumKind.objects.filter(terms__in=[one for one in terms if one])
    for kind in of_these.select_related("partner", "constituency").order_by("pk"):
        kinds[kind.terms_id].append(kind)
    return kinds


def _of_terms(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """One statement."""
    versions: dict[int, list[Terms]] = defaultdict(list)
    for one in Terms.objects.filter(board__in=boards).exclude(to_date__lt=on).order_by("from_date", "pk"):
        versions[one.board_id].append(one)
    for board in boards:
        if said := rules.terms_amiss(versions[board.pk], on):
            yield Finding(board, Kind.TERMS, said, _page("boards:terms", board.slug))


def _of_chairs(boards: Collection[Board], reader: Any, on: dt.date) -> Iterator[Finding]:
    """Three statements."""
    found = clashes_on([board.pk for board in boards], on)
    others = [clash.other.pk for _, clash in found]
    known = set(boards_known_to(reader).filter(pk__in=others).values_list("pk", flat=True))
    for board, clash in found:
        said = sentence_of_clash(clash, known)
        yield Finding(board, Kind.CHAIR, said, _page("boards:chair_bars", board.slug))


def _of_agreements(boards: Collection[Board], reader: Any, on: dt.date) -> Iterator[Finding]:
    """Partners that were asked and are silent, wholly or on some clauses, or have agreed in principle only."""
    by_key = {board.pk: board for board in boards}
    for read, stand in waited_for(reader, on=on):
        board = by_key.get(read.agreement.board_id or 0)
        if board is None or stand.asked is None:
            continue
        named = (stand.partner.short_name, read.agreement.title)
        if stand.is_silent:
            asked, partly = stand.asked, stand.latest is not None
            said = rules.unanswered(*named, asked=asked.asked_date, due=asked.due_date, on=on, partly=partly)
        else:
            said = rules.in_principle(*named, since=stand.latest.decided_date if stand.latest else on)
        yield Finding(board, Kind.AGREEMENT, said, _page("boards:agreement", read.agreement.pk))


def _of_issues(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """What came back on a bid or letter and has no response (requirement 3.4). One statement."""
    for submission, (issues, waits) in issues_unanswered(boards, on=on).items():
        said = waiting(submission.title, issues, waits)
        yield Finding(submission.board, Kind.ISSUE, said, submission.get_absolute_url() + "#issues")
