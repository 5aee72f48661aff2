"""What stands round the meetings of an area: how its boards hang together, who sat on them before, what was agreed.

Written straight into the tables, like the area itself. Two relations and a name for each board, a holder of each seat
every three years, a substitute for every other seat, and for every board a document with eight clauses, put to forty
partners of whom half have answered. Nothing here keeps history: it is a load, not a record.
"""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from boards.models import (
    Adoption,
    Agreement,
    AskedPartner,
    Board,
    BoardName,
    BoardRelation,
    Clause,
    Partner,
    Person,
    Post,
    Seat,
    SeatHolding,
    Substitute,
    User,
)
from boards.operations.access import refresh_all_access
from tests.bench.area import Size

CLAUSES, PARTNERS, STAY = 8, 40, dt.timedelta(days=3 * 365)
ANSWERS = ("agreed", "in_principle", "amended", "declined")


def add_structure(size: Size) -> User:
    """Returns who keeps the register of it: somebody who knows of every board and manages its seats."""
    on = timezone.localdate()
    began = on - dt.timedelta(days=365 * size.years)
    boards = list(Board.objects.order_by("pk"))
    hang(boards, began)
    hold_seats(on, began)
    agree(boards, on)
    user = User.objects.create_user("keeper@area.example", "area")
    person = Person.objects.create(name="Keeper of the register", user=user)
    Post.objects.create(person=person, partner=Partner.objects.earliest("pk"), title="Keeper", keeps_register=True)
    refresh_all_access(on=on)
    return user


def hang(boards: list[Board], began: dt.date) -> None:
    """Each under the one at a third of its place, as trusts hang under areas; and by a word besides."""
    rows = []
    for place, board in enumerate(boards[1:], start=1):
        above, beside = boards[(place - 1) // 6], boards[place - 1]
        rows.append(BoardRelation(board=board, to_board=above, kind="under", from_date=began))
        rows.append(BoardRelation(board=board, to_board=beside, kind="receives_minutes_of", from_date=began))
    BoardRelation.objects.bulk_create(rows)
    until = began + STAY
    BoardName.objects.bulk_create(
        named
        for board in boards
        for named in (
            BoardName(board=board, name=f"{board.name} as it was", from_date=began, to_date=until),
            BoardName(board=board, name=board.name, from_date=until + dt.timedelta(days=1)),
        )
    )


def hold_seats(on: dt.date, began: dt.date) -> None:
    """Who sits now came last; before them one after the other since the board began."""
    seats = list(Seat.objects.order_by("pk"))
    latest = on - STAY / 2
    SeatHolding.objects.update(from_date=latest)
    times = [(begins, min(begins + STAY, latest) - dt.timedelta(days=1)) for begins in _every(began, latest)]
    people = iter(
        Person.objects.bulk_create(
            Person(name=f"Former {n} of seat {seat.pk}") for seat in seats for n in range(len(times))
        )
    )
    held = [(seat, next(people), *days) for seat in seats for days in times]
    Post.objects.bulk_create(
        Post(person=who, partner_id=seat.partner_id, title="Director", from_date=begins, to_date=ends)
        for seat, who, begins, ends in held
    )
    SeatHolding.objects.bulk_create(
        SeatHolding(seat=seat, person=who, from_date=begins, to_date=ends) for seat, who, begins, ends in held
    )
    others = [who for _, who, *_ in held]
    Substitute.objects.bulk_create(
        Substitute(seat=seat, person=others[place], from_date=latest) for place, seat in enumerate(seats) if place % 2
    )


def _every(began: dt.date, latest: dt.date) -> Iterator[dt.date]:
    while began < latest:
        yield began
        began += STAY


def agree(boards: list[Board], on: dt.date) -> None:
    partners = Partner.objects.bulk_create(
        Partner(name=f"Other body {n}", short_name=f"O{n}", slug=f"other-body-{n}") for n in range(PARTNERS - 8)
    )
    partners = list(Partner.objects.all())
    asked = on - dt.timedelta(days=90)
    for board in boards:
        paper = Agreement.objects.create(title=f"Commitment to {board.name}", kind="commitment", board=board)
        Agreement.objects.filter(pk=paper.pk).update(status="asked")
        clauses = Clause.objects.bulk_create(
            Clause(agreement=paper, number=str(n), text=f"The partners do thing {n}.", position=n)
            for n in range(1, CLAUSES + 1)
        )
        AskedPartner.objects.bulk_create(
            AskedPartner(agreement=paper, partner=partner, asked_date=asked) for partner in partners
        )
        Adoption.objects.bulk_create(
            _answer(paper, clause, partner, n, asked) for n, partner in enumerate(partners[::2]) for clause in clauses
        )


def _answer(paper: Agreement, clause: Clause, partner: Partner, n: int, asked: dt.date) -> Adoption:
    decided, word = asked + dt.timedelta(days=n), ANSWERS[n % len(ANSWERS)]
    told = {"answer": word, "amendment": "In other words" if word == "amended" else "", "by_body": "Its board"}
    return Adoption(agreement=paper, clause=clause, partner=partner, decided_date=decided, **told)
