"""Plain typed functions that make things. Invented people only."""

import datetime as dt
import itertools
import uuid

from django.utils import timezone
from django.utils.text import slugify

from actions.models import Action, Part
from boards.models import Board, Partner, Person, Post, Seat, SeatHolding, TermsOfReference, User
from boards.operations.access import refresh_board_access, refresh_partner_access
from meetings.models import AgendaItem, Attendance, Meeting, Minute, Minutes

_count = itertools.count(1)
PASSWORD = "correct-horse-battery"
LONG_AGO = dt.date(2005, 1, 1)


def create_partner(name: str = "", *, short_name: str = "", **fields: object) -> Partner:
    name = name or f"Partner {next(_count)}"
    return Partner.objects.create(name=name, short_name=short_name or name, slug=slugify(name), **fields)


def create_user(email: str = "", *, password: str = PASSWORD, **fields: object) -> User:
    return User.objects.create_user(email or f"person{next(_count)}@example.org", password, **fields)


def create_person(
    name: str = "", *, partner: Partner | None = None, post: str = "", user: User | None = None, **fields: object
) -> Person:
    """Somebody, with a post if a partner is given, and with a login if a user is."""
    name = name or f"Person {next(_count)}"
    fields.setdefault("initials", "".join(word[0] for word in name.split())[:6].upper())
    person = Person.objects.create(name=name, user=user, **fields)
    if partner:
        Post.objects.create(person=person, partner=partner, title=post, from_date=LONG_AGO)
    return person


def create_board(name: str = "", *, terms: dict[str, object] | None = None, **fields: object) -> Board:
    """A board with terms in force; ``terms`` sets fields of theirs."""
    number = next(_count)
    name = name or f"Board {number}"
    fields.setdefault("reference_prefix", f"B{number}")
    board = Board.objects.create(name=name, slug=slugify(name), **fields)
    given = {"quorum_members": 2, "quorum_partners": 1} | (terms or {})
    TermsOfReference.objects.create(board=board, status="in_force", from_date=LONG_AGO, **given)
    return board


def create_seat(
    board: Board, *, partner: Partner | None = None, holder: Person | None = None, **fields: object
) -> Seat:
    """A seat, held by ``holder`` if given; access is refreshed as appointing would."""
    fields.setdefault("position", next(_count))
    fields.setdefault("from_date", LONG_AGO)
    if not partner and not fields.get("title") and not fields.get("constituency"):
        fields["title"] = "Independent member"
    seat = Seat.objects.create(board=board, partner=partner, **fields)
    if holder:
        SeatHolding.objects.create(seat=seat, person=holder, from_date=LONG_AGO)
        today = timezone.localdate()
        refresh_board_access(board, on=today)
        if partner:
            refresh_partner_access(partner, on=today)
    return seat


def create_meeting(board: Board, date: dt.date = dt.date(2025, 10, 14), **fields: object) -> Meeting:
    fields.setdefault("address", date.isoformat())
    fields.setdefault("starts_at", dt.time(14))
    fields.setdefault("venue", "Civic Centre, Room 2")
    fields.setdefault("state", Meeting.State.CALLED)
    if fields["state"] != Meeting.State.PREPARING and "called_by" not in fields:
        fields |= {"called_at": timezone.now(), "called_by": create_user()}
    return Meeting.objects.create(board=board, date=date, **fields)


def create_item(meeting: Meeting, title: str = "Business", *, number: str = "", **fields: object) -> AgendaItem:
    fields.setdefault("position", next(_count))
    return AgendaItem.objects.create(meeting=meeting, title=title, number=number, **fields)


def create_attendance(
    meeting: Meeting, person: Person, *, seat: Seat | None = None, status: str = "present", **fields: object
) -> Attendance:
    post = person.posts.select_related("partner").first()
    fields.setdefault("position", next(_count))
    return Attendance.objects.create(
        meeting=meeting,
        person=person,
        seat=seat,
        status=status,
        name=person.name,
        initials=person.initials,
        post=post.title if post else "",
        organisation=post.partner.short_name if post else "",
        partner=post.partner if post else None,
        **fields,
    )


def create_minutes(meeting: Meeting, **fields: object) -> Minutes:
    return Minutes.objects.create(meeting=meeting, **fields)


def create_block(minutes: Minutes, item: AgendaItem, text: str = "Noted.", *, kind: str = "discussion") -> Minute:
    return Minute.objects.create(minutes=minutes, item=item, text=text, kind=kind, position=next(_count))


def create_action(board: Board, text: str = "Do it", *, owners: list[Person] | None = None, **fields: object) -> Action:
    """An action of the board, with a part for each of ``owners``."""
    fields.setdefault("year", 2025)
    fields.setdefault("number", next(_count))
    fields.setdefault("recorded_at", timezone.now())
    fields.setdefault("key", uuid.uuid4())
    action = Action.objects.create(board=board, text=text, **fields)
    for position, person in enumerate(owners or []):
        Part.objects.create(action=action, owner="person", person=person, name=person.name, position=position)
    return action
