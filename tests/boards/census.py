"""Changes of seats in any order, and what the seats of a day say that each may see: read plainly, by itself."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from boards.models import Board, Partner, Person, PersonMerge, Post, Seat, SeatHolding, Substitute, User
from boards.operations import access, merge, partner, post, seat, seats
from boards.operations.board import add_board
from boards.operations.ending import end_board
from boards.rules.place import Place
from boards.rules.post import PostGiven
from trust.tools.refusal import Refused

NOON = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)
TITLES = ["", "Borough Commander", "Director"]
ROLES = ["member", "chair", "joint_chair", "vice_chair", "minute_taker", "observer"]
#: What each place gives, as the README says it: whoever covers a chair reads, and does not preside or sign.
READS, EXEMPT = {"see_papers"}, {"see_papers", "see_exempt"}
HOLDS = {role: EXEMPT | {"chair", "sign"} for role in ("chair", "joint_chair", "vice_chair")} | {
    "member": EXEMPT,
    "minute_taker": EXEMPT | {"minute", "publish", "manage"},
    "observer": READS,
}
COVERS = dict.fromkeys(ROLES, EXEMPT) | {"minute_taker": HOLDS["minute_taker"], "observer": READS}

Said = tuple[dict[tuple[int, int], frozenset[str]], dict[tuple[int, int], frozenset[str]]]


def on_day(rows: Iterable[Any], day: dt.date) -> list[Any]:
    """Those whose days hold the day; an empty end is open."""
    return [one for one in rows if (one.from_date or day) <= day <= (one.to_date or day)]


def what_seats_say(day: dt.date) -> Said:
    """The words of each login on each board and each partner, by their keys."""
    boards: dict[tuple[int, int], set[str]] = {}
    partners: dict[tuple[int, int], set[str]] = {}
    there = {one.pk: one for one in on_day(Seat.objects.all(), day)}
    for rows, gives in ((SeatHolding.objects, HOLDS), (Substitute.objects, COVERS)):
        for one in on_day(rows.select_related("person"), day):
            place, login = there.get(one.seat_id), one.person.user_id
            if place is None or login is None:
                continue
            boards.setdefault((login, place.board_id), set()).update(gives[place.role])
            sits = place.role not in ("minute_taker", "observer") and place.membership != "attendee"
            if gives is HOLDS and sits and place.partner_id:
                partners.setdefault((login, place.partner_id), set()).add("represent_partner")
    keeping = set(User.objects.filter(is_superuser=True).values_list("pk", flat=True))
    for one in on_day(Post.objects.select_related("person"), day):
        if one.manages_partner and one.person.user_id:
            partners.setdefault((one.person.user_id, one.partner_id), set()).add("manage_partner")
        if one.keeps_register and one.person.user_id:
            keeping.add(one.person.user_id)
    for board in Board.objects.all():
        for login in keeping:
            boards.setdefault((login, board.pk), set()).add("manage")
    return tuple({key: frozenset(words) for key, words in found.items()} for found in (boards, partners))  # type: ignore[return-value]


@dataclass
class Office:
    """Somebody who may do everything, doing it on a day that goes on. ``n``: which of the things there are."""

    by: User
    today: dt.date

    def one_of(self, rows: Any, n: int) -> Any:
        found = list(rows.order_by("pk"))
        if not found:
            raise Refused("There is none.")
        return found[n % len(found)]

    def now(self) -> dict[str, Any]:
        return {"by": self.by, "on": self.today}

    def day(self, n: int) -> dt.date:
        return self.today + dt.timedelta(days=(n % 5 - 2) * 6)

    def appoint(self, a: int, b: int, n: int) -> None:
        """To a seat that nobody has for good."""
        to_date = None if n % 2 else self.day(n) + dt.timedelta(days=9)
        free = Seat.objects.exclude(holdings__in=SeatHolding.objects.filter(to_date=None)).filter(to_date=None)
        who = {"seat": self.one_of(free, a), "person": self.one_of(Person.objects, b)}
        seat.appoint(**who, from_date=self.day(n), to_date=to_date, **self.now())

    def leave(self, a: int, b: int, n: int) -> None:
        seat.end_holding(
            holding=self.one_of(SeatHolding.objects.filter(to_date=None), a), last_day=self.day(n), **self.now()
        )

    def swap(self, a: int, b: int, n: int) -> None:
        """Two change places: each leaves, and each is appointed to the other’s seat."""
        one, other = (self.one_of(SeatHolding.objects.filter(to_date=None), which) for which in (a, b))
        for holding in (one, other):
            seat.end_holding(holding=holding, last_day=self.day(n), **self.now())
        begins = self.day(n) + dt.timedelta(days=1)
        for place, person in ((one.seat, other.person), (other.seat, one.person)):
            seat.appoint(seat=place, person=person, from_date=begins, **self.now())

    def cover(self, a: int, b: int, n: int) -> None:
        """By somebody of the same partner: another is refused."""
        covered = self.one_of(Seat.objects.filter(to_date=None), a)
        colleagues = Person.objects.filter(posts__partner=covered.partner, merged_into=None).distinct()
        who = {"seat": covered, "person": self.one_of(colleagues, b)}
        seat.add_substitute(**who, from_date=self.day(n), **self.now())

    def cover_no_more(self, a: int, b: int, n: int) -> None:
        seat.end_substitute(
            substitute=self.one_of(Substitute.objects.filter(to_date=None), a), last_day=self.day(n), **self.now()
        )

    def add_seat(self, a: int, b: int, n: int) -> None:
        title, role = TITLES[n % 3], ROLES[n % 6]
        place = Place(
            partner=self.one_of(Partner.objects, b),
            title=title,
            follows_post=bool(title),
            role=role,
            voting=role != "observer",
        )
        seats.add_seats(board=self.one_of(Board.objects, a), place=place, from_date=self.day(b), **self.now())

    def change_seat(self, a: int, b: int, n: int) -> None:
        its = self.one_of(Seat.objects, a)
        said = {"title": its.title, "constituency": its.constituency, "follows_post": bool(n % 2 and its.title)}
        owner = its.partner if b % 2 else self.one_of(Partner.objects, b)
        place = Place(partner=owner, role=ROLES[b % 6], voting=ROLES[b % 6] != "observer", **said)
        seats.change_seat(seat=its, place=place, from_date=self.day(n), **self.now())

    def end_seat(self, a: int, b: int, n: int) -> None:
        seat.end_seat(seat=self.one_of(Seat.objects, a), last_day=self.day(n), **self.now())

    def take_up_post(self, a: int, b: int, n: int) -> None:
        given = PostGiven(TITLES[n % 3], self.day(n), None, manages_partner=n % 4 == 0, keeps_register=b % 4 == 0)
        who = {"person": self.one_of(Person.objects, a), "partner": self.one_of(Partner.objects, b)}
        post.add_post(**who, given=given, **self.now())

    def change_post(self, a: int, b: int, n: int) -> None:
        its = self.one_of(Post.objects, a)
        given = PostGiven(TITLES[b % 3], its.from_date, its.to_date, bool(n % 2), n % 3 == 0)
        post.change_post(post=its, given=given, **self.now())

    def end_post(self, a: int, b: int, n: int) -> None:
        its = self.one_of(Post.objects.filter(to_date=None), a)
        post.end_post(post=its, last_day=self.day(n), ends_seats=bool(b % 2), **self.now())

    def make_one(self, a: int, b: int, n: int) -> None:
        """Two of whom one at most has a login."""
        others = Person.objects.filter(user=None, merged_into=None)
        two = {"kept": self.one_of(Person.objects.filter(merged_into=None), a), "merged": self.one_of(others, b)}
        merge.merge_people(**two, reason="One person", at=NOON, **self.now())

    def make_two(self, a: int, b: int, n: int) -> None:
        found = self.one_of(PersonMerge.objects, a)
        merge.undo_merge(merge=found, reason="Two after all", at=NOON, **self.now())

    def succeed(self, a: int, b: int, n: int) -> None:
        two = {"partner": self.one_of(Partner.objects, a), "successor": self.one_of(Partner.objects, b)}
        partner.succeed(**two, from_date=self.day(n), seats_pass=bool(n % 3), **self.now())

    def end_partner(self, a: int, b: int, n: int) -> None:
        partner.end_partner(partner=self.one_of(Partner.objects, a), last_day=self.day(n), **self.now())

    def set_up(self, a: int, b: int, n: int) -> None:
        name = f"Group {Board.objects.count()}"
        told = {"kind": "task_group", "status": "standing", "visibility": "members"}
        add_board(name=name, founded_date=self.day(n), **told, **self.now())

    def end_board(self, a: int, b: int, n: int) -> None:
        end_board(board=self.one_of(Board.objects, a), last_day=self.day(n), **self.now())

    def new_day(self, a: int, b: int, n: int) -> None:
        """The clock goes on, and the night’s work is done."""
        self.today += dt.timedelta(days=1 + n % 9)
        access.refresh_all_access(on=self.today)


ACTS: list[Callable[[Office, int, int, int], None]] = [
    Office.appoint,
    Office.leave,
    Office.swap,
    Office.cover,
    Office.cover_no_more,
    Office.add_seat,
    Office.change_seat,
    Office.end_seat,
    Office.take_up_post,
    Office.change_post,
    Office.end_post,
    Office.make_one,
    Office.make_two,
    Office.succeed,
    Office.end_partner,
    Office.set_up,
    Office.end_board,
    Office.new_day,
]
