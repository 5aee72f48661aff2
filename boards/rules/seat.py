"""When a seat can be filled, left, covered or ended."""

import datetime as dt
from collections.abc import Iterable

from boards.models import Person, Post, Seat, SeatHolding, Substitute
from boards.models.dated import Dated
from trust.tools.refusal import Refused
from trust.tools.words import listing, short_date

#: The parts that have the chair.
CHAIRS = frozenset({Seat.Role.CHAIR, Seat.Role.JOINT_CHAIR})


def check_in_order(from_date: dt.date | None, to_date: dt.date | None) -> None:
    if from_date and to_date and to_date < from_date:
        raise Refused(f"The last day, {short_date(to_date)}, is before the first, {short_date(from_date)}.")


def check_within_seat(seat: Seat, from_date: dt.date | None, to_date: dt.date | None) -> None:
    """Nobody holds or covers a seat on days on which there is no such seat."""
    if seat.from_date and (from_date is None or from_date < seat.from_date):
        raise Refused(f"This seat begins on {short_date(seat.from_date)}. Start on that day or later.")
    if seat.to_date and (to_date is None or to_date > seat.to_date):
        raise Refused(f"This seat ends on {short_date(seat.to_date)}. Give that day or an earlier one as the last day.")


def check_within_days(seat: Seat, day: dt.date) -> None:
    """What a seat is can change while there is such a seat."""
    if seat.to_date and day > seat.to_date:
        raise Refused(f"This seat ends on {short_date(seat.to_date)}. Give that day or an earlier one.")


def check_vacant(holdings: Iterable[SeatHolding], day: dt.date) -> None:
    for holding in holdings:
        if holding.holds_on(day):
            raise Refused(f"{holding.person.name} holds this seat: it is not vacant.")


def check_seat_free(holdings: Iterable[SeatHolding], from_date: dt.date | None, to_date: dt.date | None) -> None:
    """One holder at a time: names whoever holds the seat on some of these days, and says what to do about it."""
    for holding in holdings:
        if overlaps(holding, from_date, to_date):
            raise Refused(_held(holding, from_date))


def overlaps(dated: Dated, from_date: dt.date | None, to_date: dt.date | None) -> bool:
    """Whether some day belongs to both; both ends count, and an empty end is open."""
    begins_in_time = to_date is None or dated.from_date is None or dated.from_date <= to_date
    ends_late_enough = from_date is None or dated.to_date is None or dated.to_date >= from_date
    return begins_in_time and ends_late_enough


def _held(holding: SeatHolding, from_date: dt.date | None) -> str:
    name = holding.person.name
    if from_date and holding.from_date and holding.from_date > from_date:
        return (
            f"{name} holds this seat from {short_date(holding.from_date)}. Give an earlier last day, or end that first."
        )
    if holding.to_date:
        return f"{name} holds this seat until {short_date(holding.to_date)}. End that first, or start later."
    return f"{name} holds this seat and no last day is set. End that first."


def check_can_end(dated: SeatHolding | Substitute, last_day: dt.date) -> None:
    """A last day can be set or brought forward; to put it back is to appoint again."""
    name = dated.person.name
    if dated.from_date and last_day < dated.from_date:
        raise Refused(f"{name} began on {short_date(dated.from_date)}. The last day cannot be before that.")
    if dated.to_date and last_day > dated.to_date:
        raise Refused(
            f"{name}’s last day is already {short_date(dated.to_date)}. To go on after it, appoint them again."
        )


def check_can_substitute(
    person: Person,
    holdings: Iterable[SeatHolding],
    substitutes: Iterable[Substitute],
    from_date: dt.date | None,
    to_date: dt.date | None,
) -> None:
    """A substitute is somebody else than the holder, and is named once."""
    if any(holding.person_id == person.pk and overlaps(holding, from_date, to_date) for holding in holdings):
        raise Refused(f"{person.name} holds this seat. A substitute is somebody else.")
    if any(other.person_id == person.pk and overlaps(other, from_date, to_date) for other in substitutes):
        raise Refused(f"{person.name} is a substitute for this seat already on some of those days.")


def check_can_end_seat(
    seat: Seat, holdings: Iterable[SeatHolding], substitutes: Iterable[Substitute], last_day: dt.date
) -> None:
    """A seat ends after those who hold or cover it."""
    if seat.from_date and last_day < seat.from_date:
        raise Refused(f"This seat began on {short_date(seat.from_date)}. Its last day cannot be before that.")
    if seat.to_date and last_day > seat.to_date:
        raise Refused(f"This seat’s last day is already {short_date(seat.to_date)}. To go on after it, add a seat.")
    for holding in holdings:
        if overlaps(holding, last_day + dt.timedelta(days=1), None):
            raise Refused(f"{holding.person.name} holds this seat after {short_date(last_day)}. End that first.")
    for substitute in substitutes:
        if overlaps(substitute, last_day + dt.timedelta(days=1), None):
            name = substitute.person.name
            raise Refused(f"{name} is a substitute for this seat after {short_date(last_day)}. End that first.")


def check_owned(*, partner: object, constituency: object, title: str, agency_stated: str = "") -> None:
    if not partner and not constituency and not title and not agency_stated:
        raise Refused("Say whose seat it is: a partner, a class of partners, or a post.")


def check_vote(role: str, membership: str = "", *, voting: bool) -> None:
    if role == Seat.Role.OBSERVER and voting:
        raise Refused("An observer does not vote.")
    if membership == Seat.Membership.ATTENDEE and voting:
        raise Refused("Somebody in attendance does not vote. Take the vote away, or choose another membership.")


def check_post_named(*, follows_post: bool, partner: object, title: str) -> None:
    """A seat can follow a post only where post and partner are named (requirement 1.7)."""
    if follows_post and not (partner and title):
        raise Refused("Name both the partner and the post, so that the seat can follow whoever holds it.")


def check_one_chair(chairs: Iterable[Seat], role: str) -> None:
    """One chair, or joint chairs: never both. ``chairs`` are the other seats of chairs on some of these days."""
    if role not in CHAIRS:
        return
    for seat in chairs:
        if role == Seat.Role.CHAIR:
            raise Refused(f"The board has a chair’s seat: {seat}. End it first, or make both of them joint chairs.")
        if seat.role == Seat.Role.CHAIR:
            raise Refused(f"{seat} is the seat of the one chair. Make it a joint chair’s seat first.")


def check_same_agency(seat: Seat, person: Person, posts: Iterable[Post], *, without_post: str = "") -> None:
    """A substitute comes from the same agency (habit H1). ``posts``: those the person holds on the first day.

    Who holds no post anywhere may sit for the agency, with the reason: ``without_post``.
    """
    held = list(posts)
    if not seat.partner_id and not seat.constituency_id:
        return
    if any(_is_of(post, seat) for post in held):
        return
    agency = seat.partner.name if seat.partner else str(seat.constituency)
    bodies = listing(dict.fromkeys(post.partner.name for post in held))
    if without_post and not held:
        return
    has = f"{person.name} has a post with {bodies}, and none" if held else f"{person.name} has no post"
    same = "partner" if seat.partner_id else "class of partners"
    say = "" if held else " If they sit for it all the same, say why they do so without a post."
    raise Refused(f"{has} with {agency}. A substitute comes from the same {same}.{say}")


def _is_of(post: Post, seat: Seat) -> bool:
    if seat.partner_id:
        return post.partner_id == seat.partner_id
    return post.partner.constituency_id == seat.constituency_id


def check_not_by_post(seat: Seat, person: Person) -> None:
    """Whoever sits by their post leaves the seat with the post."""
    if seat.follows_post:
        raise Refused(
            f"{person.name} sits here as {seat.title}, and leaves the seat when they leave that post. "
            "Put the end of the post on their page."
        )


def check_unconfirmed(seat: Seat) -> None:
    """Which partner a seat is for can be said once, where the paper left it open (requirement 3.6)."""
    if seat.partner_id:
        raise Refused(f"This seat is {seat.partner}’s already.")
    if not seat.agency_stated:
        raise Refused("This seat does not wait for a partner to be confirmed.")
