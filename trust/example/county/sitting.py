"""Which posts sit on which of the county's boards, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass

from trust.example.cast import SB, TB
from trust.example.county.bodies import (
    AUTHORITY,
    CAREERS,
    DISTRICT,
    FIRE,
    FUND,
    HEALTH,
    POLICE,
    SCHOOL,
    VOLUNTARY,
    YOUTH,
)
from trust.example.county.network import (
    CAB,
    CPC,
    CSP,
    CSPB,
    DELIVERY,
    DLO,
    ECG,
    HWB,
    JCG,
    LG,
    NT,
    PANEL,
    PILOTS,
    PN,
    THEMES,
    TRAINING,
)
from trust.example.county.terms import AGENCIES


@dataclass(frozen=True)
class Sits:
    """Whoever holds a post of a partner sits there, over the days of the board or from so many years ago until
    others. A class or a stated agency owns the seat where one is named."""

    partner: str
    post: str
    role: str = "member"
    of_class: str = ""
    stated: str = ""
    membership: str = "core"
    follows: bool = False
    since: int = 0
    until: int = 0

    @property
    def votes(self) -> bool:
        return self.role not in ("minute_taker", "observer") and self.membership != "attendee"


DIRECTOR, CHIEF, CONSTABLE = "Director of Children’s Services", "Chief Executive", "Chief Constable"
OFFICER, SUPPORT = "Partnership Officer", "Partnership Support Officer"
AREA, FIRE_CHIEF, YOUTH_HEAD, VCS = "Area Lead", "Chief Fire Officer", "Head of Service", "Chief Officer"
FAMILY, COMMISSIONER = "Director, Child and Family Health", "Head of Commissioning"
SAFEGUARDING = "Manager, Safeguarding and Review"
#: The parts of the county that partners without a district divide it into.
QUARTERS, AREAS = ("North", "South", "East", "West"), ("East", "West", "the coast")
DIVISION = "Divisional Commander"


def clerk(post: str = OFFICER) -> Sits:
    return Sits("Council", post, "minute_taker")


def seat_of(of_class: str, partner: str, post: str, role: str = "member") -> Sits:
    return Sits(partner, post, role, of_class=of_class)


SITTING: Mapping[str, tuple[Sits, ...]] = {
    CAB: (
        Sits("Council", "Leader of the Council", "chair"),
        Sits("Council", "Portfolio Holder for Children", "vice_chair"),
        Sits("Council", "Portfolio Holder for Resources"),
        Sits("Council", "Portfolio Holder for Adults"),
        Sits("Council", "Portfolio Holder for Places"),
        Sits("Council", "Democratic Services Manager", "minute_taker"),
        Sits("Council", DIRECTOR, "observer"),
    ),
    NT: (
        Sits("Council", "Leader of the Council", "chair"),
        Sits("East PCT", CHIEF, until=3),
        Sits("West PCT", CHIEF, until=3),
        Sits("Health Trust", CHIEF, "vice_chair", since=3),
        Sits("Police", DIVISION, follows=True),
        Sits("Fire and Rescue", FIRE_CHIEF, follows=True),
        Sits("Voluntary sector", VCS),
        Sits("Faith Forum", "Convenor", membership="associate"),
        Sits("Aldermoor", CHIEF),
        Sits("Tarnside", CHIEF),
        clerk(),
    ),
    CSPB: (
        Sits("Council", DIRECTOR, "chair"),
        Sits("East PCT", CHIEF),
        Sits("West PCT", CHIEF),
        Sits("Police", CONSTABLE),
        Sits("Pathways", "Director", until=4),
        Sits("Careers", AREA, since=4),
        Sits("Play Council", "Director"),
        clerk(),
    ),
    CSP: (
        seat_of(HEALTH, "Health Trust", CHIEF, "chair"),
        seat_of(HEALTH, "Hospitals", "Director of Nursing"),
        seat_of(DISTRICT, "Aldermoor", CHIEF, "vice_chair"),
        seat_of(DISTRICT, "Brackwater", "Head of Communities"),
        seat_of(DISTRICT, "Kelderwick", "Head of Communities"),
        seat_of(DISTRICT, "Tarnside", "Head of Communities"),
        seat_of(SCHOOL, "Tarnside College", "Principal"),
        seat_of(SCHOOL, "Aldermoor Primaries", "Head Teacher"),
        seat_of(VOLUNTARY, "Voluntary sector", VCS),
        seat_of(VOLUNTARY, "Harbour Project", "Manager"),
        seat_of(VOLUNTARY, "Parents’ Voice", "Chair"),
        seat_of(POLICE, "Police", "Superintendent, Partnerships"),
        seat_of(YOUTH, "Youth Justice", YOUTH_HEAD),
        seat_of(FIRE, "Fire and Rescue", "Head of Prevention"),
        seat_of(CAREERS, "Careers", AREA),
        seat_of(FUND, "Children’s Fund", "Programme Manager"),
        seat_of(AUTHORITY, "Council", DIRECTOR),
        clerk(SUPPORT),
    ),
    CPC: (
        Sits("Council", "Head of Child Protection", "chair"),
        Sits("Police", "Head of Public Protection"),
        Sits("East PCT", "Designated Doctor"),
        Sits("West PCT", "Designated Nurse"),
        Sits("Probation", "Assistant Chief Officer"),
        clerk(SAFEGUARDING),
    ),
    HWB: (
        Sits("Health Trust", CHIEF, "chair"),
        Sits("Council", "Portfolio Holder for Adults", "vice_chair"),
        Sits("Council", "Director of Public Health", membership="statutory"),
        Sits("Council", DIRECTOR, membership="statutory"),
        Sits("Hospitals", CHIEF),
        Sits("Voluntary sector", VCS),
        Sits("Police", DIVISION, follows=True),
        clerk(),
    ),
    JCG: (
        Sits("Council", COMMISSIONER, "joint_chair"),
        Sits("Health Trust", COMMISSIONER, "joint_chair"),
        Sits("Hospitals", "Finance Director"),
        Sits("Children’s Fund", "Programme Manager"),
        Sits("Schools", "Bursar"),
        Sits("Police", "Superintendent, Partnerships", membership="attendee"),
        clerk(SUPPORT),
    ),
    ECG: (
        Sits("Health Trust", "Locality Manager, East", "chair"),
        Sits("Council", "Commissioning Manager"),
        Sits("Aldermoor", "Head of Communities"),
        Sits("Hexmarsh", "Head of Communities"),
        clerk(SUPPORT),
    ),
    LG: (
        *(Sits("Council", f"Service Manager, {area}", stated=AGENCIES[0]) for area in QUARTERS),
        *(Sits("Health Trust", f"Locality Manager, {area}", stated=AGENCIES[1]) for area in AREAS),
        Sits("Health Trust", "Head of School Nursing", "chair", stated=AGENCIES[1]),
        *(Sits("", "", stated=AGENCIES[2]) for _ in range(3)),
        clerk("Policy Officer"),
    ),
    DLO: (
        Sits("Kelderwick", "Head of Communities", "chair"),
        Sits("Larkholme", "Head of Communities"),
        Sits("Ravensby", "Head of Communities"),
        Sits("Westmere", "Head of Communities"),
        clerk(),
    ),
    PN: (
        Sits("Harbour Project", "Manager", "chair"),
        Sits("Parents’ Voice", "Chair"),
        Sits("Council", "Participation Worker"),
        Sits("Family Centre", "Manager"),
    ),
    PANEL: (
        Sits("Council", "Independent Chair", "chair"),
        Sits("Police", "Detective Inspector"),
        Sits("Hospitals", "Named Doctor"),
        Sits("Probation", "Assistant Chief Officer"),
        clerk(SAFEGUARDING),
    ),
    TRAINING: (
        Sits("Schools", "Training Lead", "chair"),
        Sits("Hospitals", "Named Nurse"),
        Sits("Faith Forum", "Convenor"),
        clerk(SAFEGUARDING),
    ),
    TB: (Sits("Fire and Rescue", FIRE_CHIEF, follows=True), Sits("Kelderwick", CHIEF)),
    SB: (Sits("Hospitals", "Named Doctor", membership="statutory"), Sits("Probation", "Assistant Chief Officer")),
    **{
        name: (
            Sits("Council", f"Service Manager, {name.split()[0]}", "chair"),
            Sits("Police", f"Inspector, {name.split()[0]}"),
            Sits("Health Trust", "Head of School Nursing", since=3),
            Sits("Voluntary sector", f"Development Worker, {name.split()[0]}"),
            clerk(),
        )
        for name in DELIVERY
    },
    **{
        name: (
            Sits(lead, post, "chair"),
            Sits("Council", f"Adviser, {name.split()[0]}"),
            Sits("Schools", f"Lead, {name.split()[0]}"),
            Sits("Family Centre", "Manager"),
            clerk(),
        )
        for name, (lead, post) in zip(
            THEMES,
            (
                ("Health Trust", "Head of School Nursing"),
                ("Police", "Head of Public Protection"),
                ("Schools", "Training Lead"),
                ("Harbour Project", "Manager"),
                ("Careers", "Manager, Leavers"),
            ),
            strict=True,
        )
    },
    **{
        f"{place} Local Partnership": (
            Sits(place, "Head of Communities", "chair"),
            Sits("Play Council", "Director"),
            Sits("Schools", "Training Lead"),
            clerk(),
        )
        for place in PILOTS
    },
}
