"""Who held which post of which partner, over ten years. Every name is put together from two lists."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Model
from simple_history.utils import bulk_create_with_history

from boards.models import Partner, Person, Post, User
from trust.example.cast import PASSWORD, address
from trust.example.county.days import DAY, keeper

FIRST_NAMES = (
    "Ada", "Bevis", "Carys", "Dougal", "Elin", "Faisal", "Greta", "Hamish", "Ines", "Jago", "Keziah", "Lowen", "Maeve",
    "Nadim", "Olwen", "Percy", "Qadira", "Rufus", "Seren", "Tariq", "Una", "Verity", "Wilf", "Yasmin", "Zebedee",
)  # fmt: skip
SURNAMES = (
    "Ashgrove", "Birtwhistle", "Copplestone", "Dunleavy", "Ellacott", "Fothergill", "Garnault", "Hathersage", "Iqbal",
    "Jessop", "Kettlewell", "Lanyon", "Merriweather", "Nankivell", "Oakenfull", "Penhallow", "Quartermain", "Rosewarne",
    "Sallow", "Trevanion", "Umfreville", "Venables", "Wragby", "Yelland",
)  # fmt: skip
#: How many days somebody stays, one after the other.
STAYS = (1290, 980, 1640, 820, 1410, 1130)


@dataclass(frozen=True)
class Named:
    """Who holds a post today and can sign in, and what is said of them."""

    name: str
    sign_in: str
    shown: str
    manages: bool = False


NAMED = {
    ("Tarnside", "Democratic Services Officer"): Named("Ffion Dray", "ffion", "minutes Tarnside District Trust"),
    ("Council", "Democratic Services Manager"): Named("Isla Penhale", "isla", "minutes the Cabinet"),
    ("Tarnside", "Head of Governance"): Named("Petra Lovage", "petra", "answers for Tarnside", manages=True),
    ("Health Trust", "Chief Executive"): Named("Gethin Marlowe", "gethin", "chairs the Strategic Partnership"),
}


@dataclass
class Tenure:
    """Somebody in a post, from a day to a day or on."""

    person: Person
    partner: Partner
    title: str
    from_date: dt.date
    to_date: dt.date | None
    is_new: bool = True


@dataclass
class Register:
    """The posts that the boards ask for, each held by one after the other up to today."""

    on: dt.date
    tenures: dict[tuple[int, str], list[Tenure]] = field(default_factory=dict)
    asked: int = 0
    named: int = 0

    def hold(self, partner: Partner, title: str, since: dt.date) -> list[Tenure]:
        """All who held it since that day; those before the first that is known are put before them."""
        key = partner.pk, title
        if key not in self.tenures:
            self.tenures[key] = self._those_there(partner, title)
            self.asked += 1
        held = self.tenures[key]
        if not held:
            held.append(self._today(partner, title))
        while held[0].from_date > since:
            held.insert(0, self._before(held[0]))
        return held

    def _those_there(self, partner: Partner, title: str) -> list[Tenure]:
        rows = Post.objects.filter(partner=partner, title=title, to_date=None).select_related("person")[:1]
        return [Tenure(row.person, partner, title, row.from_date or self.on, None, is_new=False) for row in rows]

    def _today(self, partner: Partner, title: str) -> Tenure:
        """The latest: some left a few months ago, some leave within weeks, most stay."""
        number = self.asked
        last = partner.ended_date
        named = NAMED.get((partner.short_name, title))
        if last is None and named is None:
            left, leaves = self.on - (20 + 7 * number % 300) * DAY, self.on + (9 + 5 * number % 48) * DAY
            last = {3: left, 9: leaves}.get(number % 14)
        until = last or self.on
        begins = until - STAYS[number % len(STAYS)] * DAY // 2
        return Tenure(self._person(named), partner, title, begins, last)

    def _before(self, after: Tenure) -> Tenure:
        last = after.from_date - DAY
        begins = last - STAYS[(self.named + self.asked) % len(STAYS)] * DAY
        return Tenure(self._person(None), after.partner, after.title, begins, last)

    def _person(self, named: Named | None) -> Person:
        name = named.name if named else self._name()
        initials = "".join(word[0] for word in name.split())
        return Person(name=name, initials=initials, email=address(named.sign_in) if named else "")

    def _name(self) -> str:
        """Another with each call, for six hundred calls."""
        first, last = self.named % len(FIRST_NAMES), self.named + self.named // len(FIRST_NAMES)
        self.named += 1
        return f"{FIRST_NAMES[first]} {SURNAMES[last % len(SURNAMES)]}"

    def all_new(self) -> list[Tenure]:
        return [one for held in self.tenures.values() for one in held if one.is_new]


def write_down(register: Register) -> None:
    """The people and their posts, and the way in of those who are named."""
    new = register.all_new()
    named = {each.name: each for each in NAMED.values()}
    for tenure in new:
        if tenure.person.name in named and not tenure.person.user_id:
            tenure.person.user = User.objects.create_user(tenure.person.email, PASSWORD)
    add_all([tenure.person for tenure in new])
    add_all(
        [
            Post(
                person=tenure.person,
                partner=tenure.partner,
                title=tenure.title,
                from_date=tenure.from_date,
                to_date=tenure.to_date,
                manages_partner=tenure.person.name in named and named[tenure.person.name].manages,
            )
            for tenure in new
        ]
    )


def add_all(rows: Sequence[Model]) -> None:
    """Many rows of one kind with their history, in two statements."""
    if rows:
        bulk_create_with_history(rows, type(rows[0]), default_user=keeper())
