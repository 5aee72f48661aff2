"""The log of actions on the "large two-tier area" (32,400 actions): statements, time against SQL by hand, and all of
them as a file (issue 6 §6).

python -m tests.bench.bench_log [--quick]     --quick: a tenth of the area, to try the program itself

One item in thirty is exempt, and the reader sits on every board: what is closed to whom has to be asked.
"""

import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.bench import ground
from tests.bench.bench_reminders import resident_megabytes

AREA, TIMES = "bench_log_area", 7

_OPEN = "AND action.state NOT IN ('closed', 'not_needed')"
_FROM = (
    "FROM actions_action action JOIN boards_board board ON board.id = action.board_id WHERE action.is_confirmed {cut}"
)
_BY_HAND = f"""
    SELECT action.id, action.year, action.number, action.text, action.state, action.due_date, board.name,
        (SELECT string_agg(part.name, ', ' ORDER BY part.position)
            FROM actions_part part WHERE part.action_id = action.id)
    {_FROM} ORDER BY action.due_date NULLS LAST, action.year, action.number, action.id LIMIT 50 OFFSET %s
"""
_COUNT = f"SELECT count(*), count(*) FILTER (WHERE action.due_date < now()) {_FROM}"
_OF_PARTNER = """AND EXISTS (
    SELECT 1 FROM actions_part part LEFT JOIN boards_seat seat ON seat.id = part.seat_id
    LEFT JOIN boards_post post ON post.person_id = part.person_id
    WHERE part.action_id = action.id AND %s IN (part.partner_id, seat.partner_id, post.partner_id)
)"""


def seat_everywhere() -> Any:
    """The first board's clerk sits on every board, and so reads every log."""
    from django.utils import timezone

    from boards.models import Board, Partner, Seat, SeatHolding, User
    from boards.operations.access import refresh_board_access

    user = User.objects.get(email="clerk@area.example")
    for board in Board.objects.all():
        seat = Seat.objects.create(board=board, partner=Partner.objects.first(), voting=False, position=99)
        SeatHolding.objects.create(seat=seat, person=user.person)
        refresh_board_access(board, on=timezone.localdate())
    return user


def close_some() -> None:
    """One item of business in thirty is exempt."""
    from meetings.models import AgendaItem

    some = AgendaItem.objects.filter(is_section=False).extra(where=["id %% 30 = 0"])
    some.update(exempt_paragraphs="3", exempt_reason="Money.")


def analyze() -> None:
    """As a server that has stood for a day has done by itself."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def by_hand(cut: str, given: list[Any], offset: int) -> None:
    """The rows of the same page, counted as well, as somebody would write it who knows the tables."""
    from django.db import connection

    with connection.cursor() as cursor:
        for asked, more in ((_BY_HAND, [offset]), (_COUNT, [])):
            cursor.execute(asked.format(cut=cut), [*given, *more])
            cursor.fetchall()


def look(client: Any, words: str, address: str, cut: str, given: list[Any]) -> list[object]:
    from tests.bench.bench_pages import statements

    page = re.search(r"Page (\d+) of \d+", client.get(address).text)
    offset = (int(page[1]) - 1) * 50 if page else 0
    words = f"{words}, {page[0].lower()}" if page else words
    ours = ground.median_ms(lambda: client.get(address), TIMES)
    theirs = ground.median_ms(lambda: by_hand(cut, given, offset), TIMES)
    return [
        words,
        statements(client, address),
        f"{ours:.0f}",
        f"{theirs:.0f}",
        f"{ours / theirs:.1f}",
    ]


def pages(client: Any) -> Iterator[list[object]]:
    from boards.models import Board, Partner

    partner, board = Partner.objects.get(slug="partner-2"), Board.objects.get(slug="board-1")
    agency, log = ("&partner=partner-2", _OF_PARTNER, [partner.pk]), "/actions/log/?"
    for words, (more, cut, given) in (("all boards", ("", "", [])), ("one agency", agency)):
        yield look(client, f"{words}, open", f"{log}page=1{more}", _OPEN + cut, given)
        yield look(client, f"{words}, all", f"{log}state=all&page=1{more}", cut, given)
        yield look(client, f"{words}, all", f"{log}state=all&page=50{more}", cut, given)
    yield look(client, "one board, open", "/boards/board-1/actions/", f"{_OPEN} AND board.id = %s", [board.pk])


@contextmanager
def most_memory() -> Iterator[list[float]]:
    """The most megabytes that the process holds meanwhile, looked at every twentieth of a second."""
    seen, over = [resident_megabytes()], threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            seen[0] = max(seen[0], resident_megabytes())

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield seen
    finally:
        over.set()
        watching.join()


def files(user: Any) -> Iterator[list[object]]:
    """All actions as the worker makes them."""
    from django.http import QueryDict
    from django.utils import timezone

    from actions.forms.asked import asked_for
    from actions.operations.file import ask_for_file, make_file

    today = timezone.localdate()
    count = asked_for(user, QueryDict("state=all"), on=today).found.count()
    for kind in ("csv", "xlsx"):
        told = {"kind": kind, "name": "actions", "about": "All", "count": count}
        file = ask_for_file(board="", query="state=all", **told, by=user, at=timezone.now())
        before, begun = resident_megabytes(), time.perf_counter()
        with most_memory() as most:
            make_file.function(file_id=file.pk)
        taken = time.perf_counter() - begun
        file.refresh_from_db()
        size = f"{len(file.body) / 1024 / 1024:.1f}"
        yield [kind, f"{count:,}", f"{taken:.1f}", f"{count / taken:,.0f}", size, f"{before:.0f}", f"{most[0]:.0f}"]


def main() -> None:
    ground.set_up()
    from django.test import Client

    from actions.models import Action
    from tests.bench.area import LARGE, Size, make_area

    with ground.databases(AREA):
        ground.stand_on(AREA)
        make_area(Size("a tenth of it", 4, 15) if "--quick" in sys.argv else LARGE)
        user, client = seat_everywhere(), Client()
        close_some()
        analyze()
        client.force_login(user)
        title = f"The log of {Action.objects.count():,} actions: statements, ms, ms by hand, times as long"
        ground.table(title, ["page", "statements", "ms", "by hand", "ratio"], list(pages(client)))
        heads = ["as", "actions", "seconds", "a second", "MB", "MB resident before", "most meanwhile"]
        ground.table("All of them as a file, made by the worker", heads, list(files(user)))


if __name__ == "__main__":
    main()
