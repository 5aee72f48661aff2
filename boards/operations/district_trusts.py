"""One board for each district, in one act, after a template (requirement 4.2: twelve district trusts)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from boards.models import Board, BoardRelation, District, Footprint, Partner, Seat
from boards.operations.board import add_board
from boards.operations.footprint import set_footprint
from boards.operations.network import relate
from boards.operations.terms import set_terms
from boards.permissions import check_may_keep_register
from boards.queries.terms import kinds_of, matters_of, terms_on
from boards.rules.network import PLACE_OF_DISTRICT
from boards.rules.terms import Asks
from trust.tools.keeping import keep
from trust.tools.refusal import Refused

#: What is not copied of terms: whose they are, from when, and the document that was signed for that board.
OWN = {"id", "board", "version", "status", "from_date", "to_date", "document", "document_name"}


@dataclass(frozen=True)
class After:
    """The template: what each of the boards has, but for its district."""

    name: str
    founded_date: dt.date
    under: Board | None
    locality_of: Board | None
    like: Board | None
    told: dict[str, Any]


@transaction.atomic
def add_for_districts(
    *,
    districts: Sequence[District],
    name: str,
    founded_date: dt.date,
    under: Board | None = None,
    locality_of: Board | None = None,
    like: Board | None = None,
    by: Any,
    on: dt.date,
    **told: Any,
) -> list[Board]:
    """All or none. ``name`` has [district] where the district's name goes; each is for its district alone.

    ``like``: a board whose terms and seats they begin with, the seats vacant; its district council's seats are each
    district's own council's.
    """
    check_may_keep_register(by, on=on)
    if PLACE_OF_DISTRICT not in name:
        raise Refused(f"Write {PLACE_OF_DISTRICT} where the name of the district goes: the names must differ.")
    after = After(name, founded_date, under, locality_of, like, told)
    return [_made(district, after, by, on) for district in districts]


def _made(district: District, after: After, by: Any, on: dt.date) -> Board:
    board = add_board(
        name=after.name.replace(PLACE_OF_DISTRICT, district.name),
        footprint=_footprint_of(district, by, on),
        under=after.under,
        founded_date=after.founded_date,
        **after.told,
        by=by,
        on=on,
    )
    if after.locality_of:
        to, since = after.locality_of, after.founded_date
        relate(board=board, kind=BoardRelation.Kind.LOCALITY_OF, to_board=to, from_date=since, by=by, on=on)
    if after.like:
        _copy_terms(after.like, board, after.founded_date, by, on)
        _copy_seats(after.like, board, district.partner, after.founded_date, by, on)
    return board


def _footprint_of(district: District, by: Any, on: dt.date) -> Footprint:
    found = Footprint.objects.filter(name__iexact=district.name).first()
    if found is None:
        found = set_footprint(footprint=None, name=district.name, districts=[district], by=by, on=on)
    return found


def _copy_terms(like: Board, board: Board, from_date: dt.date, by: Any, on: dt.date) -> None:
    terms = terms_on(like, on)
    if terms is None:
        return
    fields = [field.name for field in terms._meta.concrete_fields if field.name not in OWN]
    asks = Asks(kinds_of(terms), matters_of(terms))
    set_terms(board=board, from_date=from_date, by=by, asks=asks, **{name: getattr(terms, name) for name in fields})


def _copy_seats(like: Board, board: Board, council: Partner | None, from_date: dt.date, by: Any, on: dt.date) -> None:
    """The seats of the day, vacant. One of a district council is the own council's, or waits for it by that name."""
    for seat in Seat.objects.held_on(on).filter(board=like).select_related("partner").order_by("position", "pk"):
        copy = Seat(board=board, from_date=from_date)
        for name in ("title", "partner", "constituency", "role", "membership", "side", "voting", "agency_stated"):
            setattr(copy, name, getattr(seat, name))
        copy.follows_post, copy.position = seat.follows_post, seat.position
        if seat.partner and seat.partner.category == Partner.Category.DISTRICT:
            copy.partner = council
            copy.follows_post = copy.follows_post and council is not None
            copy.agency_stated = "" if council else "district council"
        keep(copy, by=by)
