"""The pages of commissioning on "one board" and on a "large two-tier area" of fifteen years (issue 7 §6).

python -m tests.bench.bench_commissioning [--quick]     --quick: a tenth of the large area, to try the program itself

Every board has three pots with eight contributions and six allocations each year, five priorities with milestones, a
round each year, and six areas on which twelve reporters return every quarter. Pools rest on an agreement in force.
What was given before this year stands: resolved, and agreed to by the partner whose money it is; in every fifth year
one of the six replaced another. This year's waits. Statements must not grow.
"""

import datetime as dt
import sys
from dataclasses import replace
from typing import Any

from tests.bench import ground
from tests.bench.bench_pages import statements

SMALL, BIG, TIMES = "bench_one_board", "bench_large_area", 5
POTS, GIVEN, PRIORITIES, AREAS, REPORTERS = 3, 6, 5, 6, 12


def add_money(years: int) -> None:
    """Written straight into the tables, like the area itself; the clerk of the first board reads all of it."""
    from boards.models import Board, Partner
    from tests.bench.bench_log import seat_everywhere

    clerk, partners = seat_everywhere(), list(Partner.objects.order_by("pk"))
    first = dt.date.today().year - years + 1
    for board in Board.objects.order_by("pk"):
        priorities, agreement = _priorities(board), _agreement(board, partners)
        for number in range(POTS):
            fund = _pot(board, number, partners, agreement, range(first, first + years))
            _give(fund, partners, priorities, range(first, first + years))
        _resolve(board, clerk)
        _returns(board, clerk, range(first, first + years))


def _priorities(board: Any) -> list[Any]:
    from commissioning.models import Milestone, Priority

    found = Priority.objects.bulk_create(
        Priority(board=board, title=f"Priority {n} of {board}", position=n) for n in range(PRIORITIES)
    )
    Milestone.objects.bulk_create(
        Milestone(priority=one, title=f"Mark {n}", due_date=dt.date(2026, 1 + n, 1)) for one in found for n in range(4)
    )
    return found


def _agreement(board: Any, partners: list[Any]) -> Any:
    """In force since before the first year, adopted by everybody, and saying all seven."""
    from boards.models import Adoption, Agreement, AskedPartner
    from commissioning.models import AgreementContent

    told = {"kind": "section_75", "status": "asked", "from_date": dt.date(2000, 4, 1)}
    agreement = Agreement.objects.create(title=f"Pooling agreement of {board}", board=board, **told)
    asked, agreed = dt.date(2000, 1, 1), {"answer": "agreed", "by_body": "Its board", "decided_date": "2000-02-01"}
    AskedPartner.objects.bulk_create(AskedPartner(agreement=agreement, partner=p, asked_date=asked) for p in partners)
    Adoption.objects.bulk_create(Adoption(agreement=agreement, partner=one, **agreed) for one in partners)
    AgreementContent.objects.bulk_create(
        AgreementContent(agreement=agreement, content=content, place="schedule 2")
        for content in AgreementContent.Content.values
    )
    return agreement


def _pot(board: Any, number: int, partners: list[Any], agreement: Any, years: range) -> Any:
    from commissioning.models import Contribution, Fund, FundYear, Round

    kind = ("pooled", "aligned", "grant")[number % 3]
    told = {"kind": kind, "host": partners[0], "agreement": None if kind == "grant" else agreement}
    fund = Fund.objects.create(name=f"Pot {number} of {board}", board=board, **told)
    FundYear.objects.bulk_create(FundYear(fund=fund, year=year, amount_pence=80_000_00) for year in years)
    Contribution.objects.bulk_create(
        Contribution(fund=fund, partner=partner, year=year, amount_pence=10_000_00)
        for partner in partners
        for year in years
    )
    Round.objects.bulk_create(
        Round(fund=fund, title=f"Round {year}", year=year, amount_pence=80_000_00) for year in years
    )
    return fund


def _give(fund: Any, partners: list[Any], priorities: list[Any], years: range) -> None:
    """The last of a fifth year replaces the first of it."""
    from commissioning.models import Allocation

    for year in years:
        given = Allocation.objects.bulk_create(
            Allocation(
                fund=fund,
                year=year,
                priority=priorities[n % PRIORITIES],
                purpose=f"Purpose {n}",
                amount_pence=12_000_00,
                responsible=partners[n % len(partners)],
            )
            for n in range(GIVEN)
        )
        if year % 5 == 0:
            Allocation.objects.filter(pk=given[-1].pk).update(replaces=given[0])


def _resolve(board: Any, clerk: Any) -> None:
    """Everything of a year of a pot by one decision, with a line for each partner whose money it is."""
    from django.utils import timezone

    from commissioning.models import Allocation, AllocationLine
    from commissioning.rules.years import year_of
    from meetings.models import Consent, Decision, SpendingLine

    now, decisions = timezone.now(), Decision.objects.filter(block__item__meeting__board=board).order_by("pk")
    decisions.update(outcome="carried", recorded_at=now, recorded_by=clerk)
    before = Allocation.objects.filter(fund__board=board, year__lt=year_of(now.date())).order_by("fund", "year", "pk")
    of_pots = {
        pot: decision
        for decision, pot in zip(decisions, before.values_list("fund", "year").distinct("fund", "year"), strict=False)
    }
    given = list(before)
    for one in given:
        one.decision = of_pots[one.fund_id, one.year]
    Allocation.objects.bulk_update(given, ["decision"], batch_size=500)
    told = [{"partner_id": one.responsible_id, "amount_pence": one.amount_pence} for one in given]
    lines = SpendingLine.objects.bulk_create(
        SpendingLine(decision=one.decision, **each) for one, each in zip(given, told, strict=True)
    )
    answer = {"answer": "agreed", "person": clerk.person, "date": now.date(), "recorded_at": now, "recorded_by": clerk}
    Consent.objects.bulk_create(Consent(line=line, **answer) for line in lines)
    AllocationLine.objects.bulk_create(
        AllocationLine(allocation=one, spending_line=line, **each)
        for one, line, each in zip(given, lines, told, strict=True)
    )


def _returns(board: Any, clerk: Any, years: range) -> None:
    from django.utils import timezone

    from boards.models import Board
    from commissioning.models import Area, Period, Reporter, Return, Scheme

    scheme = Scheme.objects.create(board=board, title="How it is going", shared="at_once")
    areas = Area.objects.bulk_create(Area(scheme=scheme, title=f"Area {n}", position=n) for n in range(AREAS))
    others = list(Board.objects.exclude(pk=board.pk).order_by("pk")[: REPORTERS - 1])
    who = Reporter.objects.bulk_create(Reporter(scheme=scheme, board=one) for one in [board, *others])
    starts = [dt.date(year, month, 1) for year in years for month in (1, 4, 7, 10)]
    periods = Period.objects.bulk_create(
        Period(
            scheme=scheme,
            title=f"{start:%B %Y}",
            from_date=start,
            to_date=start + dt.timedelta(days=88),
            due_date=start + dt.timedelta(days=110),
        )
        for start in starts
    )
    put = {"colour": "amber", "reason": "As last time.", "recorded_at": timezone.now(), "recorded_by": clerk}
    Return.objects.bulk_create(
        (Return(period=period, reporter=one, area=area, **put) for period in periods for one in who for area in areas),
        batch_size=5_000,
    )


def pages() -> dict[str, str]:
    """By what they are called; of the first board where they are of one."""
    from commissioning.models import Fund, Priority, Scheme

    return {
        "budgets": "/budgets/",
        "money": "/budgets/money/",
        "money of one board": "/budgets/money/?board=board-0",
        "report": "/boards/board-0/commissioning-report/",
        "pots": "/budgets/funds/",
        "one pot": Fund.objects.earliest("pk").get_absolute_url(),
        "allocations": "/budgets/allocations/",
        "rounds": "/budgets/rounds/",
        "priorities": "/budgets/priorities/",
        "one priority": Priority.objects.earliest("pk").get_absolute_url(),
        "returns": "/budgets/returns/",
        "map": Scheme.objects.earliest("pk").get_absolute_url(),
    }


def look(name: str) -> dict[str, tuple[int, float]]:
    """Statements and the median time in ms of each page on one database."""
    from django.test import Client

    from boards.models import User

    ground.stand_on(name)
    client = Client()
    client.force_login(User.objects.get(email="clerk@area.example"))
    found = {}
    for page, address in pages().items():
        statements(client, address)
        found[page] = (statements(client, address), ground.median_ms(lambda at=address: client.get(at), TIMES))
    return found


def main() -> None:
    ground.set_up()
    from tests.bench.area import LARGE, ONE_BOARD, Size, make_area
    from tests.bench.bench_network import analyze

    large = Size("a tenth of it", 4, 15) if "--quick" in sys.argv else LARGE
    with ground.databases(SMALL, BIG):
        for name, size in ((SMALL, ONE_BOARD), (BIG, large)):
            ground.stand_on(name)
            make_area(replace(size, years=1))
            add_money(size.years)
            analyze()
        one, many = look(SMALL), look(BIG)
        rows = [(page, one[page][0], many[page][0], f"{one[page][1]:.0f}", f"{many[page][1]:.0f}") for page in one]
        head = ("page", "statements, one board", large.name, "ms, one board", large.name)
        ground.table("Pages of commissioning, to somebody who sits on every board", head, rows)


if __name__ == "__main__":
    main()
