"""Who there is in the example: partners, boards, and people in their seats. All invented."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PASSWORD = "northshire-example"


@dataclass(frozen=True)
class PartnerOf:
    name: str
    short_name: str
    category: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class BoardOf:
    name: str
    prefix: str
    kind: str
    purpose: str
    parent: str = ""
    visibility: str = "public"
    status: str = "standing"
    strapline: str = ""
    quorum: int = 4
    partners: int = 2
    terms: Mapping[str, Any] = field(default_factory=dict)
    reserved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class SeatOf:
    """A person in a seat of a board: with a login where an address is given, and under another name to the public
    where ``public_name`` is."""

    board: str
    name: str
    partner: str
    post: str
    role: str = "member"
    sign_in: str = ""
    shown: str = ""
    public_name: str = ""


PARTNERS = (
    PartnerOf("Northshire County Council", "Council", "lead", ("NCC", "County Council")),
    PartnerOf("Northshire Health Trust", "Health Trust", "relevant", ("NHT", "Primary Care Trust")),
    PartnerOf("Northshire Police", "Police", "relevant"),
    PartnerOf("Northshire Voluntary Action", "Voluntary sector", "voluntary", ("NVA",)),
    PartnerOf("Careers Northshire", "Careers", "relevant"),
    PartnerOf("Northshire Youth Justice Service", "Youth Justice", "relevant", ("YJS", "Youth Offending Team")),
    PartnerOf("Westmere District Council", "Westmere", "district"),
    PartnerOf("Northshire Schools Forum", "Schools", "school"),
)

BOARDS = (
    BoardOf(
        "Children’s Trust Board",
        "TB",
        "trust_board",
        "Agrees the plan for children and young people, and the money that goes with it.",
        strapline="Growing up well together",
        quorum=3,
    ),
    BoardOf(
        "Executive Group",
        "EG",
        "executive",
        "Carries out what the Trust Board has agreed, and settles what cannot wait for it.",
        parent="Children’s Trust Board",
        terms={
            "voting": "majority",
            "casting_vote": True,
            "decision_numbers": "calendar",
            "chair_clears": True,
            "takes_declarations": True,
        },
        reserved={"Schools’ share of the fund": ("Council", "Schools")},
    ),
    BoardOf(
        "Westmere District Trust",
        "WDT",
        "district_trust",
        "Brings the county’s plan down to Westmere.",
        parent="Children’s Trust Board",
        quorum=2,
        partners=1,
    ),
    BoardOf(
        "Safeguarding Board",
        "SB",
        "safeguarding",
        "Sees to it that agencies keep children safe, and holds them to it.",
        visibility="members",
        quorum=2,
    ),
    BoardOf(
        "Carers’ Forum Task Group",
        "CF",
        "task_group",
        "Finds a lasting home for the parents’ and carers’ forum.",
        parent="Executive Group",
        visibility="members",
        status="time_limited",
        quorum=2,
        partners=1,
    ),
)

EG, TB, SB, WDT = "Executive Group", "Children’s Trust Board", "Safeguarding Board", "Westmere District Trust"
SEATS = (
    SeatOf(EG, "Rhiannon Vale", "Council", "Director of Children’s Services", "chair", "rhiannon", "chairs"),
    SeatOf(EG, "Joss Lindqvist", "Health Trust", "Director, Child and Family Health", "vice_chair", "joss", "sits on"),
    SeatOf(EG, "Oyin Adeyemi", "Police", "Superintendent", "member", "oyin", "sits on"),
    SeatOf(EG, "Tomos Beynon", "Voluntary sector", "Chief Officer", "member", "tomos", "sits on"),
    SeatOf(EG, "Delyth Sorrell", "Careers", "Area Lead"),
    SeatOf(EG, "Gwil Jarrow", "Youth Justice", "Head of Service"),
    SeatOf(
        EG,
        "Mabel Garrick",
        "Council",
        "Partnership Principal Officer",
        "member",
        "mabel",
        "keeps the register, sits on",
    ),
    SeatOf(EG, "Lars Cheung", "Council", "Manager, Youth Support"),
    SeatOf(EG, "Miriam Bakare", "Health Trust", "Deputy Director, Family Services"),
    SeatOf(EG, "Kirsty Sandhu", "Council", "Policy Officer", "minute_taker", "kirsty", "minutes"),
    SeatOf(EG, "Hal Okonedo", "Council", "Partnership Support Officer", "minute_taker", "hal", "also minutes"),
    SeatOf(EG, "Effie Rowan", "Voluntary sector", "Member, Youth Cabinet", "observer", public_name="A young person"),
    SeatOf(TB, "Aled Farrow", "Council", "Chief Executive", "chair"),
    SeatOf(TB, "Rhiannon Vale", "Council", "Director of Children’s Services"),
    SeatOf(TB, "Joss Lindqvist", "Health Trust", "Director, Child and Family Health"),
    SeatOf(TB, "Imogen Prett", "Police", "Chief Constable"),
    SeatOf(TB, "Tomos Beynon", "Voluntary sector", "Chief Officer"),
    SeatOf(TB, "Kirsty Sandhu", "Council", "Policy Officer", "minute_taker"),
    SeatOf("Westmere District Trust", "Sunita Blythe", "Westmere", "Head of Communities", "chair"),
    SeatOf("Westmere District Trust", "Delyth Sorrell", "Careers", "Area Lead"),
    SeatOf("Westmere District Trust", "Noor Whitlam", "Westmere", "Democratic Services Officer", "minute_taker"),
    SeatOf(SB, "Bryn Whitlock", "Council", "Independent Chair", "chair"),
    SeatOf(SB, "Imogen Prett", "Police", "Chief Constable"),
    SeatOf(SB, "Nerys Holt", "Police", "Detective Inspector", "member", "nerys", "sits on"),
    SeatOf(SB, "Piers Adeyo", "Council", "Manager, Safeguarding and Review", "minute_taker", "piers", "minutes"),
    SeatOf(SB, "Kirsty Sandhu", "Council", "Policy Officer", "observer"),
    SeatOf("Carers’ Forum Task Group", "Miriam Bakare", "Health Trust", "Deputy Director, Family Services", "chair"),
    SeatOf("Carers’ Forum Task Group", "Tomos Beynon", "Voluntary sector", "Chief Officer"),
    SeatOf("Carers’ Forum Task Group", "Mabel Garrick", "Council", "Partnership Principal Officer", "minute_taker"),
)

#: Whose post keeps the register of partners, people and boards.
KEEPER = "Mabel Garrick"

#: Seats agreed and vacant: board, title, partner.
VACANT = ((EG, "Head teacher", "Schools"), (TB, "Member of the Youth Cabinet", ""))


def address(sign_in: str) -> str:
    return f"{sign_in}@northshire.example"
