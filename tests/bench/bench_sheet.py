"""A county's people in one sheet: 600 rows read, looked through and brought in (issue 5 §6).

python -m tests.bench.bench_sheet [--rows 600]
"""

import argparse
import datetime as dt
import time
from collections.abc import Callable
from typing import Any

from tests.bench import ground

BOARDS, PARTNERS = 12, 10


def counted(act: Callable[[], Any]) -> tuple[Any, float, int]:
    """What it gives, the milliseconds and the statements it takes."""
    from django.db import connection

    statements = 0

    def count(execute: Callable[..., Any], *given: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(*given)

    with connection.execute_wrapper(count):
        start = time.perf_counter()
        given = act()
        taken = (time.perf_counter() - start) * 1000
    return given, taken, statements


def county(rows: int) -> tuple[Any, bytes]:
    """A keeper of twelve boards and ten partners, and a sheet with so many people on them."""
    from tests.boards.keeper import create_keeper
    from tests.boards.sheets import a_row, xlsx_of
    from tests.factories import create_board, create_partner

    boards = [create_board(f"Trust Board {n}") for n in range(BOARDS)]
    partners = [create_partner(f"Body {n}") for n in range(PARTNERS)]
    keeper = create_keeper()
    said = [
        a_row(f"Person Number {n}", Board=boards[n % BOARDS].name, Partner=partners[n % PARTNERS].name, New_seat="yes")
        for n in range(rows)
    ]
    return keeper, xlsx_of(*said)


def run(rows: int) -> None:
    from boards.operations import sheet as operations
    from boards.queries.sheet import plan_of

    keeper, content = county(rows)
    at = dt.datetime(2026, 4, 2, 9, tzinfo=dt.UTC)
    told: dict[str, Any] = {"by": keeper, "at": at}
    sheet, *read = counted(lambda: operations.send_sheet(name="county.xlsx", content=content, **told))
    _, *looked = counted(lambda: plan_of(sheet, keeper))
    _, *asked = counted(lambda: operations.ask_to_bring_in(sheet=sheet, by=keeper))
    brought, *done = counted(lambda: operations.bring_in(sheet=sheet, on=at.date(), **told))
    assert brought.made["holdings"] == rows
    lines = [("read", read), ("looked through", looked), ("asked for", asked), ("brought in", done)]
    table = [[what, f"{ms:.0f}", f"{ms / rows:.2f}", n, f"{n / rows:.2f}"] for what, (ms, n) in lines]
    ground.table(f"{rows} people from a sheet", ["what", "ms", "ms a row", "statements", "a row"], table)


if __name__ == "__main__":
    given = argparse.ArgumentParser()
    given.add_argument("--rows", type=int, default=600)
    ground.set_up()
    with ground.databases("bench_sheet"):
        run(given.parse_args().rows)
