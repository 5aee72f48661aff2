"""The bodies of the county: classes of partners, district councils, schools, charities, and what they were before."""

import datetime as dt
from dataclasses import dataclass

from boards.models import Constituency, District, Partner
from boards.operations.footprint import add_districts, set_footprint
from boards.operations.partner import add_alias, add_partner, change_partner, end_partner, succeed
from trust.example.county.days import DAY, april, keeper, partners
from trust.tools.keeping import keep

CLASSES = (
    "Health trusts",
    "District councils",
    "Schools and colleges",
    "Voluntary, community and faith sectors",
    "Police",
    "Youth justice",
    "Fire and rescue",
    "Careers",
    "Children’s fund",
    "Children’s services authority",
)
HEALTH, DISTRICT, SCHOOL, VOLUNTARY, POLICE, YOUTH, FIRE, CAREERS, FUND, AUTHORITY = CLASSES

DISTRICTS = (
    "Aldermoor",
    "Brackwater",
    "Calderholm",
    "Dunsmere",
    "Eskerdale",
    "Fallowbridge",
    "Hexmarsh",
    "Kelderwick",
    "Larkholme",
    "Ravensby",
    "Tarnside",
    "Westmere",
)
FOOTPRINTS = {
    "East": ("Aldermoor", "Dunsmere", "Hexmarsh", "Ravensby", "Tarnside"),
    "West": ("Calderholm", "Kelderwick", "Westmere"),
    "The coast": ("Brackwater", "Larkholme", "Tarnside"),
}


@dataclass(frozen=True)
class Body:
    name: str
    short: str
    category: str
    of_class: str = ""
    aliases: tuple[str, ...] = ()
    since: int = 0
    until: int = 0


BODIES = (
    Body("Northshire Hospitals Foundation Trust", "Hospitals", "relevant", HEALTH, ("The Hospitals", "NHFT")),
    Body("Northshire Fire and Rescue Service", "Fire and Rescue", "relevant", FIRE, ("Fire Brigade",)),
    Body("Northshire Children’s Fund", "Children’s Fund", "relevant", FUND),
    Body("Northshire Probation", "Probation", "relevant", YOUTH, ("Probation Service",)),
    Body("Tarnside Community College", "Tarnside College", "school", SCHOOL),
    Body("Aldermoor Primary Schools’ Cluster", "Aldermoor Primaries", "school", SCHOOL, ("The Cluster",)),
    Body("Brackwater Head Teachers’ Partnership", "Brackwater Heads", "school", SCHOOL),
    Body("Harbour Young People’s Project", "Harbour Project", "voluntary", VOLUNTARY, ("The Harbour",)),
    Body("Northshire Faith Forum", "Faith Forum", "voluntary", VOLUNTARY),
    Body("Kelderwick Family Centre", "Family Centre", "voluntary", VOLUNTARY),
    Body("Northshire Parents’ Voice", "Parents’ Voice", "voluntary", VOLUNTARY),
    Body("East Northshire Primary Care Trust", "East PCT", "relevant", HEALTH, ("East Health",), 12, 3),
    Body("West Northshire Primary Care Trust", "West PCT", "relevant", HEALTH, ("West Health",), 12, 3),
    Body("Pathways Northshire", "Pathways", "relevant", CAREERS, ("The Pathways Partnership",), 9, 4),
    Body("Northshire Play Council", "Play Council", "voluntary", VOLUNTARY, (), 10, 2),
)
#: Who took whose place, so many years ago, and why.
SUCCESSIONS = (
    ("East PCT", "Health Trust", 3, "The two primary care trusts of the county became one trust"),
    ("West PCT", "Health Trust", 3, "The two primary care trusts of the county became one trust"),
    ("Pathways", "Careers", 4, "Its contract was not renewed; the new service took on its staff"),
)
CLASS_OF = {
    "Council": AUTHORITY,
    "Health Trust": HEALTH,
    "Police": POLICE,
    "Voluntary sector": VOLUNTARY,
    "Careers": CAREERS,
    "Youth Justice": YOUTH,
    "Westmere": DISTRICT,
    "Schools": SCHOOL,
}


def add_bodies(on: dt.date) -> None:
    """Partners that are, and three that were: what followed each, and one that simply ended."""
    by = keeper()
    classes = {name: keep(Constituency(name=name, position=place), by=by) for place, name in enumerate(CLASSES)}
    _class_those_there(classes, on)
    for body in BODIES:
        _add(body, classes, on)
    for name in DISTRICTS[:-1]:
        told = {"name": f"{name} District Council", "short_name": name, "category": Partner.Category.DISTRICT}
        add_partner(**told, constituency=classes[DISTRICT], founded_date=None, by=by, on=on)
    known = partners()
    for before, after, years, why in SUCCESSIONS:
        succeed(partner=known[before], successor=known[after], from_date=april(on, years), reason=why, by=by, on=on)
    end_partner(partner=known["Play Council"], last_day=april(on, 2) - DAY, why="Wound up", by=by, on=on)
    _divide(on)


def _class_those_there(classes: dict[str, Constituency], on: dt.date) -> None:
    for short, partner in partners().items():
        change_partner(
            partner=partner,
            constituency=classes[CLASS_OF[short]],
            name=partner.name,
            short_name=short,
            by=keeper(),
            on=on,
        )


def _add(body: Body, classes: dict[str, Constituency], on: dt.date) -> None:
    partner = add_partner(
        name=body.name,
        short_name=body.short,
        category=body.category,
        constituency=classes[body.of_class],
        founded_date=april(on, body.since) if body.since else None,
        by=keeper(),
        on=on,
    )
    for alias in body.aliases:
        add_alias(partner=partner, name=alias, by=keeper(), on=on)


def _divide(on: dt.date) -> None:
    """Twelve districts, and three named sets of them."""
    add_districts(names=DISTRICTS, by=keeper(), on=on)
    found = {district.name: district for district in District.objects.all()}
    for name, names in (*FOOTPRINTS.items(), ("Westmere", ("Westmere",))):
        set_footprint(footprint=None, name=name, districts=[found[one] for one in names], by=keeper(), on=on)
