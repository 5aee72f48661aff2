"""The log of actions on the "large two-tier area" (32,400 actions): statements, time against SQL by hand (issue 6 §6).

python -m tests.bench.bench_log [--quick]     --quick: a tenth of the area, to try the program itself
"""

import sys
import time
from typing import Any

from tests.bench import ground

AREA, TIMES = "bench_log_area", 5

_BY_HAND = """
    SELECT action.id, action.year, action.number, action.text, action.state, action.due_date, board.name,
        (SELECT string_agg(part.name, ', ' ORDER BY part.position)
            FROM actions_part part WHERE part.action_id = action.id)
    FROM actions_action action JOIN boards_board board ON board.id = action.board_id
    WHERE action.is_confirmed AND action.state NOT IN ('closed', 'not_needed') {cut}
    ORDER BY action.due_date NULLS LAST, action.year, action.number, action.id LIMIT 50 OFFSET %s
"""
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


def by_hand(partner: int | None, offset: int) -> None:
    """The rows of the same page, counted as well, as somebody would write it who knows the tables."""
    from django.db import connection

    cut, given = (_OF_PARTNER, [partner]) if partner else ("", [])
    with connection.cursor() as cursor:
        cursor.execute(_BY_HAND.format(cut=cut), [*given, offset])
        cursor.fetchall()
        where = f"action.is_confirmed AND action.state NOT IN ('closed', 'not_needed') {cut}"
        cursor.execute(f"SELECT count(*) FROM actions_action action WHERE {where}", given)
        cursor.fetchall()


def look(client: Any, words: str, address: str, partner: int | None, page: int) -> list[object]:
    from tests.bench.bench_pages import statements

    statements(client, address)
    ours = ground.median_ms(lambda: client.get(address), TIMES)
    theirs = ground.median_ms(lambda: by_hand(partner, (page - 1) * 50), TIMES)
    return [words, statements(client, address), f"{ours:.0f}", f"{theirs:.0f}", f"{ours / theirs:.1f}"]


def main() -> None:
    ground.set_up()
    from django.db import connection
    from django.test import Client

    from actions.models import Action
    from boards.models import Partner
    from tests.bench.area import LARGE, Size, make_area

    with ground.databases(AREA):
        ground.stand_on(AREA)
        make_area(Size("a tenth of it", 4, 15) if "--quick" in sys.argv else LARGE)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as a server that has stood for a day has done by itself
        client = Client()
        client.force_login(seat_everywhere())
        partner = Partner.objects.get(slug="partner-0")
        rows = []
        for page in (1, 50):
            at = f"/actions/log/?page={page}"
            rows.append(look(client, f"all boards, page {page}", at, None, page))
            at += "&partner=partner-0"
            rows.append(look(client, f"one agency, page {page}", at, partner.pk, page))
        rows.append(look(client, "one board, page 1", "/boards/board-0/actions/", None, 1))
        begun = time.perf_counter()
        size = len(client.get("/actions/log/list.xlsx?state=all").content)
        rows.append(["all as Excel", "", f"{(time.perf_counter() - begun) * 1000:.0f}", "", f"{size // 1024} KB"])
        title = f"The log of {Action.objects.count():,} actions: statements, ms, ms by hand, times as long"
        ground.table(title, ["page", "statements", "ms", "by hand", "ratio"], rows)


if __name__ == "__main__":
    main()
