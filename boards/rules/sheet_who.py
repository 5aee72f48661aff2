"""Who a row of the sheet means: somebody known, somebody of an earlier row, or somebody new."""

from boards.models import Person, Post, Seat
from boards.rules.sheet import Row
from boards.rules.sheet_ground import NEW, Ground, Planned


def say_who(line: Planned, ground: Ground, before: list[Planned]) -> None:
    """Puts the person into the line, or the choices there are. ``before``: the lines above it of that name."""
    row = line.row
    if not row["person"]:
        return
    ways = dict(_ways(line, ground, before))
    sure = _sure(line, ground, before)
    if sure is None and len(ways) > 1:
        line.choices = [(value, said) for value, (said, _) in ways.items()]
        if row.choice not in ways:
            line.act = "choose"
            return
        line.person = ways[row.choice][1]
        return
    line.person = sure or ways[NEW][1]


def _sure(line: Planned, ground: Ground, before: list[Planned]) -> Person | None:
    """Whom there is no doubt about: by address, by the seat they hold, or by a post at the seat's own partner."""
    row, known = line.row, _agreeing(line.row, ground.called(line.row["person"]))
    above = [other.person for other in before if other.person and _is_same_row_person(row, other.row)]
    if above:
        return above[0]
    by_address = [one for one in known if row["email"] and one.email.casefold() == row["email"].casefold()]
    if len(by_address) == 1:
        return by_address[0]
    sitting = {holding.person_id for seat in line.places for holding in ground.held(seat)}
    for sure in (
        [one for one in known if one.pk in sitting],
        [one for one in known if any(_is_theirs(post, line, ground) for post in ground.posts[one.pk])],
    ):
        if len(sure) == 1:
            return sure[0]
    return None


def _ways(line: Planned, ground: Ground, before: list[Planned]) -> list[tuple[str, tuple[str, Person]]]:
    """Whom the name may mean, as value, words and person; somebody new is the last."""
    row = line.row
    known = _agreeing(row, ground.called(row["person"]))
    ways = [(f"person-{one.pk}", (ground.described(one), one)) for one in known]
    above: dict[int, tuple[str, tuple[str, Person]]] = {}
    for other in before:
        if other.person and not other.person.pk and _may_be_one(row, other.row):
            said = f"The same as in row {other.row.line}"
            above.setdefault(id(other.person), (f"row-{other.row.line}", (said, other.person)))
    new = Person(name=row["person"], email=row["email"])
    return [*ways, *above.values(), (NEW, (f"Somebody else, who is new: {new.name}", new))]


def _agreeing(row: Row, people: list[Person]) -> list[Person]:
    """Without those who are known by another address than the row's."""
    said = row["email"].casefold()
    return [one for one in people if not said or not one.email or one.email.casefold() == said]


def _may_be_one(row: Row, other: Row) -> bool:
    return not (row["email"] and other["email"]) or row["email"].casefold() == other["email"].casefold()


def _is_same_row_person(row: Row, other: Row) -> bool:
    """One name with one address, or of one partner: two rows of one person."""
    if not _may_be_one(row, other):
        return False
    if row["email"] and other["email"]:
        return True
    return bool(row["partner"]) and row["partner"].casefold() == other["partner"].casefold()


def _is_theirs(post: Post, line: Planned, ground: Ground) -> bool:
    """Whether the post is with the partner, or a partner of the class, that the seat is for."""
    partner = ground.partners.get(line.row["partner"].casefold())
    if partner:
        return post.partner_id == partner.pk
    return any(_is_of(post, seat) for seat in line.places)


def _is_of(post: Post, seat: Seat) -> bool:
    if seat.partner_id:
        return post.partner_id == seat.partner_id
    return bool(seat.constituency_id) and post.partner.constituency_id == seat.constituency_id
