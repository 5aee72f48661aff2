"""The pages of the network, on "one board" and on a "large two-tier area", as its keeper sees them (issue 5 §6).

python -m tests.bench.bench_network [--quick]     --quick: a tenth of the large area, to try the program itself

The boards have the seats of all their years, and the meetings of the last: these pages read no others. Statements must
not grow. Then each page once more with nothing asked of who may know of what: the difference is what
access costs. Turns alternate, so that a busy moment hits both, and the least of them counts.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from tests.bench import ground
from tests.bench.bench_pages import AIM, statements

SMALL, BIG = "bench_one_board", "bench_large_area"
TURNS = 7


def pages() -> dict[str, str]:
    from boards.models import Agreement, Partner, Person

    return {
        "boards": "/boards/",
        "board": "/boards/board-0/",
        "picture": "/boards/picture/",
        "what changed since": "/boards/picture/?since=2015-01-01",
        "needs attention": "/boards/attention/",
        "balance": "/boards/balance/",
        "matrix": "/agreements/matrix/",
        "one agreement": Agreement.objects.earliest("pk").get_absolute_url(),
        "partners": "/partners/",
        "partner": Partner.objects.earliest("pk").get_absolute_url(),
        "people": "/people/",
        "person": Person.objects.earliest("pk").get_absolute_url(),
    }


def everything() -> dict[str, Callable[..., Any]]:
    """By the name of each filter, what there is without it."""
    from boards.models import Agreement, Board, Partner, Person

    return {
        "boards_known_to": lambda *_, **__: Board.objects.all(),
        "boards_where": lambda *_, **__: Board.objects.all(),
        "agreements_known_to": lambda *_, **__: Agreement.objects.all(),
        "partners_known_to": lambda *_, **__: Partner.objects.all(),
        "people_known_to": lambda *_, **__: Person.objects.all(),
        "known_among": lambda _, people: set(people),
    }


@contextmanager
def unfiltered() -> Iterator[None]:
    """Every query that asks what a reader may know of gives everything, wherever it was imported."""
    put_back = []
    for module in list(sys.modules.values()):
        for name, without in everything().items():
            if module.__name__.startswith(("boards.", "meetings.", "actions.", "trust.")) and hasattr(module, name):
                put_back.append((module, name, getattr(module, name)))
                setattr(module, name, without)
    try:
        yield
    finally:
        for module, name, was in put_back:
            setattr(module, name, was)


def signed_in(name: str) -> Any:
    from django.test import Client

    from boards.models import User

    ground.stand_on(name)
    client = Client()
    client.force_login(User.objects.get(email="keeper@area.example"))
    return client


def look(name: str) -> dict[str, tuple[int, float]]:
    """Statements and the least time in ms of each page on one database."""
    client, found = signed_in(name), {}
    for page, address in pages().items():
        statements(client, address)
        taken = [ground.median_ms(lambda at=address: client.get(at), 1) for _ in range(TURNS)]
        found[page] = (statements(client, address), min(taken))
    return found


def access_cost(name: str) -> list[tuple[str, str, str, str]]:
    client, rows = signed_in(name), []
    for page, address in pages().items():
        taken: dict[bool, list[float]] = {True: [], False: []}
        for _ in range(TURNS):
            taken[True].append(ground.median_ms(lambda at=address: client.get(at), 1))
            with unfiltered():
                taken[False].append(ground.median_ms(lambda at=address: client.get(at), 1))
        filtered, free = min(taken[True]), min(taken[False])
        rows.append((page, f"{filtered:.0f}", f"{free:.0f}", f"{filtered / free:.2f}"))
    return rows


def main() -> None:
    ground.set_up()
    from tests.bench.area import LARGE, ONE_BOARD, Size, make_area
    from tests.bench.structure import add_structure

    large = Size("a tenth of it", 4, 15) if "--quick" in sys.argv else LARGE
    with ground.databases(SMALL, BIG):
        for name, size in ((SMALL, ONE_BOARD), (BIG, large)):
            ground.stand_on(name)
            make_area(replace(size, years=1))
            add_structure(size)
            analyze()
        one, many = look(SMALL), look(BIG)
        rows = [(page, one[page][0], many[page][0], f"{one[page][1]:.0f}", f"{many[page][1]:.0f}") for page in one]
        head = ("page", "statements, one board", large.name, "ms, one board", large.name)
        ground.table("Pages of the network as its keeper sees them", head, rows)
        head = ("page", "ms", "ms, nothing asked of access", f"ratio (aim ≤ {AIM})")
        ground.table(f"What access costs, {large.name}", head, access_cost(BIG))


def analyze() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    main()
