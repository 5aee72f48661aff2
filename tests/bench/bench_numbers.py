"""Decisions recorded by twenty officers at the same moment: how long each waits for its number, and whether the numbers
are without a gap. Each crowd decides items of one board, which is the worst that can happen to its counter.

python -m tests.bench.bench_numbers
"""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from tests.bench import ground

CROWDS, ROUNDS = (1, 5, 20), 5


def decided_at_once(cast: Any, items: list[Any]) -> tuple[list[float], float]:
    """Milliseconds that each waited, and of the whole crowd."""
    from django.db import connection
    from django.utils import timezone

    from meetings.operations.deciding import decide_item

    gate = Barrier(len(items))

    def one(item: Any) -> float:
        try:
            gate.wait()
            start = time.perf_counter()
            decide_item(item=item, by=cast.clerk, at=timezone.now())
            return (time.perf_counter() - start) * 1000
        finally:
            connection.close()

    start = time.perf_counter()
    with ThreadPoolExecutor(len(items)) as pool:
        waited = list(pool.map(one, items))
    return waited, (time.perf_counter() - start) * 1000


def gapless() -> str:
    """Whether every number from the first to the last was given, each once."""
    from meetings.models import Decision

    given = sorted(Decision.objects.exclude(number="").values_list("number_in_year", flat=True))
    return "yes" if given == list(range(1, len(given) + 1)) else f"NO: {len(given)} given, the last is {given[-1]}"


def main() -> None:
    ground.set_up()
    with ground.databases("bench_numbers"):
        ground.stand_on("bench_numbers")
        from tests.cast import assemble
        from tests.meetings.deciding import create_decision, set_terms
        from tests.meetings.minuted import create_held

        cast = assemble()
        set_terms(cast)
        meeting = create_held(cast)
        rows = []
        for crowd in CROWDS:
            waited, whole = [], []
            for turn in range(ROUNDS):
                numbers = [f"{crowd}.{turn}.{n}" for n in range(crowd)]
                items = [create_decision(meeting, number=number)[0].block.item for number in numbers]
                each, together = decided_at_once(cast, items)
                waited += each
                whole.append(together)
            told = (f"{statistics.median(waited):.0f}", f"{max(waited):.0f}", f"{statistics.median(whole) / crowd:.0f}")
            rows.append((crowd, crowd * ROUNDS, *told, gapless()))
    head = ("officers at once", "decisions", "median ms", "slowest ms", "ms each, all told", "numbers without a gap")
    ground.table("Deciding an item, with its number", head, rows)


if __name__ == "__main__":
    main()
