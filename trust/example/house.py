"""Makes the example's partners, boards, people and seats."""

import datetime as dt
from typing import Any

from django.utils.text import slugify

from boards.models import (
    Board,
    BoardRelation,
    Partner,
    PartnerAlias,
    Person,
    Post,
    ReservedMatter,
    Seat,
    SeatHolding,
    TermsOfReference,
    User,
)
from boards.operations.access import refresh_all_access
from meetings.models import StandingItem
from trust.example import business, cast

WITHOUT_VOTE = (Seat.Role.MINUTE_TAKER, Seat.Role.OBSERVER)


def make_house(*, on: dt.date) -> None:
    """Everything that stands before the first meeting; seats have been held for three years."""
    since = dt.date(on.year - 3, 4, 1)
    partners = {given.short_name: _partner(given) for given in cast.PARTNERS}
    boards: dict[str, Board] = {}
    for given in cast.BOARDS:
        boards[given.name] = _board(given, boards.get(given.parent), partners["Council"], since)
    people: dict[str, Person] = {}
    for position, seat in enumerate(cast.SEATS):
        _seat(seat, boards[seat.board], partners[seat.partner], people, position, since)
    for board, title, partner in cast.VACANT:
        Seat.objects.create(
            board=boards[board], title=title, partner=partners.get(partner), position=90, from_date=since
        )
    manager = Post.objects.get(person__name="Joss Lindqvist")
    manager.manages_partner = True
    manager.save()
    keeper = Post.objects.get(person__name=cast.KEEPER)
    keeper.keeps_register = True
    keeper.save()
    refresh_all_access(on=on)


def _partner(given: cast.PartnerOf) -> Partner:
    partner = Partner.objects.create(
        name=given.name, short_name=given.short_name, slug=slugify(given.name), category=given.category
    )
    for alias in given.aliases:
        PartnerAlias.objects.create(partner=partner, name=alias)
    return partner


def _board(given: cast.BoardOf, parent: Board | None, holder: Partner, since: dt.date) -> Board:
    board = Board.objects.create(
        name=given.name,
        slug=slugify(given.name),
        reference_prefix=given.prefix,
        kind=given.kind,
        purpose=given.purpose,
        visibility=given.visibility,
        status=given.status,
        strapline=given.strapline,
        record_holder=holder,
        founded_date=since,
    )
    if parent:
        BoardRelation.objects.create(board=board, to_board=parent, kind=BoardRelation.Kind.UNDER, from_date=since)
    terms = TermsOfReference.objects.create(
        board=board,
        status=TermsOfReference.Status.IN_FORCE,
        from_date=since,
        quorum_members=given.quorum,
        quorum_partners=given.partners,
        meetings_a_year=6,
        **given.terms,
    )
    for label, voters in given.reserved.items():
        matter = ReservedMatter.objects.create(terms=terms, label=label)
        matter.partners.set(Partner.objects.filter(short_name__in=voters))
    _standing_items(board)
    return board


def _standing_items(board: Board) -> None:
    for position, (title, items) in enumerate(business.STANDING.items()):
        section = StandingItem.objects.create(board=board, title=title, is_section=True, position=position * 10)
        for offset, (item, purpose) in enumerate(items, start=1):
            StandingItem.objects.create(
                board=board, section=section, title=item, purpose=purpose, position=position * 10 + offset
            )


def _seat(
    given: cast.SeatOf, board: Board, partner: Partner, people: dict[str, Person], position: int, since: dt.date
) -> None:
    if given.name not in people:
        initials = "".join(word[0] for word in given.name.split())
        told = {"name": given.name, "initials": initials, "public_name": given.public_name}
        people[given.name] = Person.objects.create(**told)
        Post.objects.create(person=people[given.name], partner=partner, title=given.post, from_date=since)
    person = people[given.name]
    if given.sign_in:
        person.email = cast.address(given.sign_in)
        person.user = User.objects.create_user(person.email, cast.PASSWORD)
        person.save()
    fields: dict[str, Any] = {"voting": given.role not in WITHOUT_VOTE, "role": given.role}
    seat = Seat.objects.create(board=board, partner=partner, position=position, from_date=since, **fields)
    SeatHolding.objects.create(seat=seat, person=person, from_date=since)
