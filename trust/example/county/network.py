"""The county's boards, how they stand to each other, and what they were called and were on the way."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from boards.models import Board, BoardRelation, District, Footprint, User
from boards.operations.board import add_board, change_board
from boards.operations.district_trusts import add_for_districts
from boards.operations.ending import end_board
from boards.operations.naming import rename, set_status
from boards.operations.network import relate
from boards.operations.seats import add_seats
from boards.rules.place import Place
from trust.example.cast import EG, SB, TB, WDT
from trust.example.county.bodies import DISTRICTS
from trust.example.county.days import DAY, april, boards, keeper, partners

Kind = BoardRelation.Kind
CSP, NT, HWB = "Children and Young People’s Strategic Partnership", "Northshire Together", "Health and Wellbeing Board"
CAB, JCG, ECG = "Cabinet of the County Council", "Joint Commissioning Group", "East Commissioning Group"
LG, DLO, PN = "Leadership Group", "District Lead Officers’ Group", "Participation Network"
CSPB, CPC = "Children’s Services Programme Board", "Northshire Child Protection Committee"
PANEL, TRAINING = "Serious Case Review Panel", "Safeguarding Training Group"
DELIVERY = tuple(f"{place} Service Delivery Partnership" for place in ("North", "South", "East", "West", "Central"))
THEMES = (
    "Being Healthy Theme Group",
    "Staying Safe Theme Group",
    "Enjoying and Achieving Theme Group",
    "Making a Contribution Theme Group",
    "Economic Wellbeing Theme Group",
)
PILOTS = ("Tarnside", "Eskerdale", "Hexmarsh")


@dataclass(frozen=True)
class Founded:
    """A board, the years it was founded before this one, and what it is under."""

    name: str
    prefix: str
    kind: str
    years: int
    purpose: str
    under: str = ""
    visibility: str = "public"
    footprint: str = ""


BOARDS = (
    Founded(CAB, "CAB", "committee", 12, "Takes the County Council’s executive decisions."),
    Founded(NT, "NT", "partnership", 9, "Brings together all who serve the county, for all its people."),
    Founded(CSPB, "CSPB", "trust_board", 11, "Led the joining up of services before there was a Trust."),
    Founded(CSP, "CSP", "partnership", 11, "Plans for children with all ten classes of partners."),
    Founded(CPC, "CPC", "safeguarding", 12, "Watched over child protection in the county.", visibility="members"),
    Founded(HWB, "HWB", "wellbeing", 5, "Settles what the county’s health and care do together.", under=NT),
    *(
        Founded(name, f"SDP{n}", "group", 8, "Brings services together in its part of the county.", under=CSPB)
        for n, name in enumerate(DELIVERY, start=1)
    ),
    *(
        Founded(name, f"TG{n}", "group", 6, "Takes one outcome forward across the county.", under=CSP)
        for n, name in enumerate(THEMES, start=1)
    ),
    *(
        Founded(f"{name} Local Partnership", f"LP{n}", "group", 6, "Tried out a trust for one district.", under=CSP)
        for n, name in enumerate(PILOTS, start=1)
    ),
    Founded(PN, "PN", "group", 4, "Brings what young people say to those who decide.", under=CSP),
    Founded(DLO, "DLO", "group", 2, "Lead officers of the twelve districts compare notes.", CSP, "members"),
    Founded(JCG, "JCG", "commissioning", 3, "Buys for children what the partners pay for together.", under=EG),
    Founded(ECG, "ECG", "commissioning", 2, "Buys for the five districts of the east.", JCG, footprint="East"),
    Founded(LG, "LG", "group", 2, "Four of each of three agencies learn to lead together.", EG, "members"),
    Founded(PANEL, "SCRP", "group", 3, "Looks into the gravest cases, and what they teach.", SB, "members"),
    Founded(TRAINING, "STG", "group", 3, "Trains people of every agency in keeping children safe.", SB, "members"),
)
#: How boards stand to each other beside who is under whom: since so many years ago, until another.
RELATIONS: tuple[tuple[str, str, str, int, int], ...] = (
    (CSPB, Kind.REPORTS_TO, CAB, 11, 3),
    (CSPB, Kind.SUPPORTED_BY, CSP, 6, 3),
    (CSP, Kind.UNDER, NT, 9, 0),
    (TB, Kind.THEMATIC_OF, NT, 3, 0),
    (EG, Kind.ACCOUNTABLE_TO, TB, 3, 0),
    (TB, Kind.REPORTS_TO, CAB, 3, 0),
    (SB, Kind.REPORTS_TO, TB, 3, 0),
    (HWB, Kind.RECEIVES_MINUTES_OF, TB, 3, 0),
    (TB, Kind.RECEIVES_MINUTES_OF, SB, 3, 0),
    (DLO, Kind.REPORTS_TO, EG, 2, 0),
    (JCG, Kind.WORKS_FOR, TB, 3, 0),
)


def found_network(on: dt.date) -> None:
    """What there was ten years ago, what came and went, and what stands today."""
    by = keeper()
    for given in BOARDS:
        _found(given, on, by)
    known = boards()
    for name, kind, to, since, until in RELATIONS:
        last = april(on, until) - DAY if until else None
        relate(board=known[name], kind=kind, to_board=known[to], from_date=april(on, since), to_date=last, by=by, on=on)
    _name(known, on, by)
    _found_district_trusts(known, on, by)
    _end_those_before(on, by)


def _found(given: Founded, on: dt.date, by: User) -> None:
    add_board(
        name=given.name,
        reference_prefix=given.prefix,
        kind=given.kind,
        purpose=given.purpose,
        visibility=given.visibility,
        under=boards().get(given.under),
        footprint=Footprint.objects.filter(name=given.footprint).first(),
        record_holder=partners()["Council"],
        founded_date=april(on, given.years),
        by=by,
        on=on,
    )


def _name(known: dict[str, Board], on: dt.date, by: User) -> None:
    """Other names and other standings, each until another day."""
    forum = known[CSP]
    for name, line, years in (
        ("Children and Young People’s Forum", "", 11),
        (CSP, "Every child, every district", 6),
    ):
        rename(board=forum, name=name, strapline=line, from_date=april(on, years), by=by, on=on)
    health = known[HWB]
    for status, years, why in (
        ("interim", 5, "Shadow board until the Act"),
        ("standing", 4, "The Act came into force"),
    ):
        set_status(board=health, status=status, reason=why, from_date=april(on, years), by=by, on=on)
    for place in PILOTS:
        pilot = known[f"{place} Local Partnership"]
        set_status(board=pilot, status="pilot", reason="Two years to try it", from_date=april(on, 6), by=by, on=on)


def _found_district_trusts(known: dict[str, Board], on: dt.date, by: User) -> None:
    """Westmere's trust is the model; one act made the other eleven after it."""
    model, trust = known[WDT], known[TB]
    change_board(board=model, footprint=Footprint.objects.get(name="Westmere"), by=by)
    since = april(on, 3)
    relate(board=model, kind=Kind.LOCALITY_OF, to_board=trust, from_date=since, by=by, on=on)
    _complete(model, on, by)
    made = add_for_districts(
        districts=list(District.objects.filter(name__in=DISTRICTS[:-1])),
        name="[district] District Trust",
        founded_date=april(on, 2),
        under=trust,
        locality_of=trust,
        like=model,
        kind=Board.Kind.DISTRICT_TRUST,
        visibility=Board.Visibility.PUBLIC,
        purpose="Brings the county’s plan down to its district.",
        record_holder=partners()["Council"],
        by=by,
        on=on,
    )
    for board in made:
        place = board.name.removesuffix(" District Trust")
        if place in ("Dunsmere", "Ravensby"):
            why = "The theme group acts as the trust until its council has met"
            set_status(board=board, status="interim", reason=why, from_date=april(on, 2), by=by, on=on)


def _complete(model: Board, on: dt.date, by: User) -> None:
    """The seats a district trust has beside its chair: an officer and a member of the council among them."""
    known, since = partners(), april(on, 3)
    council = Place(partner=known["Westmere"])
    add_seats(board=model, place=council, sides=("officer", "member"), from_date=since, by=by, on=on)
    school = known["Schools"].constituency
    assert school is not None
    for place, why in (
        (Place(partner=known["Health Trust"]), ""),
        (Place(partner=known["Police"]), ""),
        (Place(constituency=school, title="Head teacher"), ""),
        (Place(partner=known["Voluntary sector"], membership="associate"), ""),
        (Place(title="Young person", membership="lay"), "young people, aspired to"),
    ):
        add_seats(board=model, place=place, vacancy_reason=why, from_date=since, by=by, on=on)


def _end_those_before(on: dt.date, by: User) -> None:
    """What the Trust took the place of, three years ago, and the pilots when every district had its trust."""
    known = boards()
    why = "The Children’s Trust was set up"
    for name, successor, under in ((CSPB, TB, EG), (CPC, SB, "")):
        last = april(on, 3) - DAY
        after: dict[str, Any] = {"successors": [known[successor]], "children_under": known.get(under)}
        end_board(board=known[name], last_day=last, why=why, **after, by=by, on=on)
    for place in PILOTS:
        trust, last = known[f"{place} District Trust"], april(on, 2) - DAY
        pilot = known[f"{place} Local Partnership"]
        end_board(board=pilot, last_day=last, why="Every district has its trust", successors=[trust], by=by, on=on)
