"""The pots of the example: one with everything in law, one with two contents missing and a partner silent, money set
side by side, and a pool of which nobody has named an amount yet."""

import datetime as dt
from typing import Any

from boards.models import Agreement, Partner
from boards.operations.adoption import Authority, Said, answer
from boards.operations.agreement import add_agreement, ask_partners
from commissioning.models import AgreementContent, Fund
from commissioning.operations.content import place_content
from commissioning.operations.contribution import add_contribution, vary
from commissioning.operations.fund import set_up_fund, set_year
from commissioning.operations.fund_report import receive, set_due
from commissioning.rules.years import year_of
from trust.example.meetings import board, clerk
from trust.tools.words import money

POUNDS = 100
DAY = dt.timedelta(days=1)
Content = AgreementContent.Content
EVERYTHING = tuple(Content.values)
USUAL: dict[str, Any] = {
    "risk_share": "None",
    "overspend_rule": "Each partner pays for what its own services spend over.",
    "underspend_rule": "Kept in the pool for the year after, unless the partners decide otherwise.",
}


def pool_money(*, at: dt.datetime) -> None:
    on = at.date()
    full = _agreement("Pooling agreement for early help", ("Council", "Health Trust"), ("Council", "Health Trust"), on)
    early = _fund("Early help pool", "pooled", "Council", 420_000, agreement=full, **USUAL)
    _fund("Short breaks pool", "pooled", "Health Trust", 90_000, agreement=full, **USUAL)
    _place(early, EVERYTHING)
    _put_in(early, on, at)
    _report(early, on)
    half = _agreement("Pooling agreement for equipment", ("Council", "Police"), ("Council",), on)
    equipment = _fund("Equipment pool", "pooled", "Health Trust", 60_000, agreement=half)
    for partner, pounds in (("Council", 40_000), ("Police", 20_000)):
        _add(equipment, on, partner, "cash", pounds)
    _place(equipment, tuple(one for one in EVERYTHING if one not in (Content.DURATION, Content.STAFF)))
    aligned = _fund("Speech and language, side by side", "aligned", "", 75_000)
    _add(aligned, on, "Health Trust", "cash", 45_000)
    _add(aligned, on, "Schools", "in_kind", 30_000, description="Rooms in eight schools")
    hubs = _fund("Youth hubs pool", "pooled", "Council", None)
    for partner in ("Council", "Health Trust", "Voluntary sector"):
        _add(hubs, on, partner, "cash", None)


def _agreement(title: str, partners: tuple[str, ...], agreed: tuple[str, ...], on: dt.date) -> Agreement:
    """A section 75 agreement from the year before to the end of the next, asked of some and agreed to by others."""
    asked, year = on - 60 * DAY, year_of(on)
    days = {"from_date": dt.date(year - 1, 4, 1), "to_date": dt.date(year + 2, 3, 31)}
    told: dict[str, Any] = {"kind": "section_75", "version": "1", "lead_in": ""} | days
    made = add_agreement(board=board(), title=title, **told, by=clerk(), on=asked)
    found = list(Partner.objects.filter(short_name__in=partners))
    ask_partners(agreement=made, partners=found, asked_date=asked, due_date=asked + 30 * DAY, by=clerk(), on=asked)
    made.refresh_from_db()
    for partner in Partner.objects.filter(short_name__in=agreed):
        by_body = Authority(by_body=f"Board of {partner.name}", decided_date=asked + 20 * DAY, paper="Minute 12")
        answer(agreement=made, partner=partner, said={None: Said("agreed")}, authority=by_body, by=clerk(), at=_now(on))
    return made


def _now(on: dt.date) -> dt.datetime:
    return dt.datetime.combine(on, dt.time(9), tzinfo=dt.UTC)


def _fund(name: str, kind: str, host: str, pounds: int | None, agreement: Agreement | None = None, **said: str) -> Fund:
    told: dict[str, Any] = {"board": board(), "name": name, "kind": kind, "agreement": agreement, "source": ""} | said
    told["host"] = Partner.objects.get(short_name=host) if host else None
    told["pool_manager"] = "Manager, Joint Commissioning" if kind == "pooled" else ""
    told |= _amount(pounds)
    return set_up_fund(fund=None, told=told, by=clerk())


def _amount(pounds: int | None) -> dict[str, Any]:
    if pounds is None:
        return {"amount_pence": None, "amount_stated": ""}
    return {"amount_pence": pounds * POUNDS, "amount_stated": money(pounds * POUNDS)}


def _add(fund: Fund, on: dt.date, partner: str, kind: str, pounds: int | None, **said: Any) -> Any:
    of = Partner.objects.get(short_name=partner)
    told = {"partner": of, "year": year_of(on), "kind": kind, **_amount(pounds), **said}
    return add_contribution(fund=fund, told=told, by=clerk())


def _put_in(fund: Fund, on: dt.date, at: dt.datetime) -> None:
    """Cash, rooms and two and a half posts; the Health Trust gives less from today on."""
    _add(fund, on, "Council", "cash", 260_000)
    health = _add(fund, on, "Health Trust", "cash", 170_000)
    _add(fund, on, "Council", "in_kind", 18_000, description="Rooms in two children’s centres")
    _add(fund, on, "Health Trust", "staff", 96_500, full_time_equivalent="2.5", description="Health visitors")
    told: dict[str, Any] = {"date": on, "decision": None, "full_time_equivalent": None, **_amount(160_000)}
    told["reason"] = "A post is vacant until the spring."
    vary(contribution=health, told=told, by=clerk(), at=at)
    set_year(fund=fund, year=year_of(on), told=_amount(420_000) | {"brought_forward_pence": 0}, by=clerk())


def _report(fund: Fund, on: dt.date) -> None:
    """The reports of last year came but the last quarter’s and the return, which are late."""
    owed = set_due(fund=fund, year=year_of(on) - 1, days=28, annual_days=60, by=clerk())
    for place, report in enumerate(owed[:3]):
        spent = (95_000 + 4_000 * place) * POUNDS
        told = {"received_date": report.due_date - 3 * DAY, "words": "On course.", "income_pence": 105_000 * POUNDS}
        receive(report=report, told=told | {"expenditure_pence": spent}, by=clerk(), on=on)


def _place(fund: Fund, contents: tuple[str, ...]) -> None:
    for place, content in enumerate(contents, 1):
        said = f"Schedule {place}, page {2 * place + 1}"
        place_content(fund=fund, content=content, clause=None, place=said, by=clerk())
