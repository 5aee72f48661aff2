"""What needs attention, of some boards on a day. The statements are as many for forty boards as for one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.db.models import F, Max
from django.urls import NoReverseMatch, reverse

from boards.models import Board, Post, QuorumKind, Seat, SeatHolding
from boards.models import TermsOfReference as Terms
from boards.permissions import MANAGE, PUBLISH, SEE_PAPERS
from boards.queries.access import boards_known_to, boards_where
from boards.queries.agreements import waited_for
from boards.queries.chair_bar import clashes_on
from boards.queries.seats import SeatOnDay, seats_as_of
from boards.queries.share import shares_of
from boards.queries.submission import issues_unanswered
from boards.rules import attention as rules
from boards.rules.attention import Filled, Finding, Kind
from boards.rules.chair_bar import sentence as sentence_of_clash
from boards.rules.submission import waiting

#: Put here by the apps of storeys above when they are loaded: boards and a day to what is amiss there. They are asked
#: of boards only whose papers the reader sees.
NOTICED: list[Callable[[Collection[Board], dt.date], Iterable[Finding]]] = []

#: The same for officers alone: asked of boards only for which the reader publishes.
NOTICED_FOR_OFFICERS: list[Callable[[Collection[Board], dt.date], Iterable[Finding]]] = []

WITHOUT_NEWS = Board.Status.SUPERSEDED


def boards_to_attend_to(reader: Any, on: dt.date) -> list[Board]:
    """Boards on which the reader sits or whose seats they manage, and that there are on the day. One statement."""
    found = boards_where(reader, SEE_PAPERS, MANAGE).exclude(ended_date__lt=on).exclude(founded_date__gt=on)
    return list(found.exclude(status=WITHOUT_NEWS).order_by("name"))


def findings_of(boards: Collection[Board], reader: Any, on: dt.date) -> list[Finding]:
    """Everything amiss at these boards, by board and in the order of its kinds."""
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
    ]
    order = list(Kind)
    return sorted(found, key=lambda one: (one.board.name, one.board.pk, order.index(one.kind)))


def _of_officers(boards: Collection[Board], reader: Any, on: dt.date) -> Iterator[Finding]:
    """Of the boards whose record the reader publishes. One statement beside theirs."""
    published = set(boards_where(reader, PUBLISH).values_list("pk", flat=True)) if boards else set()
    led = [board for board in boards if board.pk in published]
    for noticed in NOTICED_FOR_OFFICERS if led else []:
        yield from noticed(led, on)


def _page(name: str, *parts: Any) -> str:
    """An address; "" where there is no such page."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def _of_seats(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    seats = _filled(boards, on)
    terms, kinds = _terms_now(boards, on)
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
        now = terms.get(board.pk)
        for said in rules.composition(here, now, kinds[now.pk] if now else [], on):
            yield Finding(board, Kind.COMPOSITION, said, page)
    for share in shares_of(boards, on):
        if said := rules.uneven(share):
            at = f"{_page('boards:balance')}?board={share.board.slug}"
            yield Finding(share.board, Kind.COMPOSITION, said, at)


def _filled(boards: Collection[Board], on: dt.date) -> dict[int, list[Filled]]:
    """The seats of each board with who holds them. Seven statements."""
    in_order = Seat.objects.held_on(on).filter(board__in=[board.pk for board in boards])
    seats = seats_as_of(in_order.exclude(membership=Seat.Membership.ATTENDEE), on)
    keys = [one.seat.pk for one in seats]
    holdings = SeatHolding.objects.filter(seat__in=keys).order_by()
    left = dict(holdings.filter(to_date__lt=on).values_list("seat").annotate(last=Max("to_date")))
    follow = set(holdings.filter(from_date__gt=on).values_list("seat", flat=True))
    gone = _left_their_post(seats, on)
    found: dict[int, list[Filled]] = defaultdict(list)
    for one in seats:
        found[one.seat.board_id].append(
            Filled(
                seat=one.seat,
                owner=one.owner,
                holding=one.holding,
                substitutes=len(one.substitutes),
                last_held=left.get(one.seat.pk),
                is_followed=one.seat.pk in follow,
                post_ended=bool(one.holding and (one.holding.person_id, one.seat.partner_id) in gone),
            )
        )
    return found


def _left_their_post(seats: Iterable[SeatOnDay], on: dt.date) -> set[tuple[int, int]]:
    """People and partners: who had a post with the partner whose seat they hold, and has none now. Two statements."""
    holders = {one.holding.person_id for one in seats if one.holding}
    posts = Post.objects.filter(person__in=holders).order_by()
    ended = set(posts.filter(to_date__lt=on).values_list("person", "partner"))
    return ended - set(posts.exclude(to_date__lt=on).values_list("person", "partner"))


def _terms_now(boards: Collection[Board], on: dt.date) -> tuple[dict[int, Terms], dict[int, list[QuorumKind]]]:
    """The terms in force at each board, and the kinds of their quorum. Two statements."""
    held = Terms.objects.held_on(on).filter(
        board__in=boards, status__in=[Terms.Status.IN_FORCE, Terms.Status.SUPERSEDED]
    )
    terms: dict[int, Terms] = {}
    for one in held.order_by("status", F("from_date").desc(nulls_last=True), "-pk"):
        terms.setdefault(one.board_id, one)
    kinds: dict[int, list[QuorumKind]] = defaultdict(list)
    of_these = QuorumKind.objects.filter(terms__in=terms.values()).select_related("partner", "constituency")
    for kind in of_these.order_by("pk"):
        kinds[kind.terms_id].append(kind)
    return terms, kinds


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
