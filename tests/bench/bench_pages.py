"""Pages on "one board" and on a "large two-tier area": statements, which must not grow, and time beside each other.

python -m tests.bench.bench_pages [--quick]     --quick: a tenth of the large area, to try the program itself
"""

import sys

from tests.bench import ground

SMALL, BIG = "bench_one_board", "bench_large_area"
ROUNDS, TIMES = 3, 5
AIM = 1.2


def pages(board: str) -> dict[str, str]:
    """The pages looked at, as addresses; meetings and minutes are those of the board's last meeting held."""
    from meetings.models import Meeting

    last = Meeting.objects.filter(board__slug=board, state="held").order_by("-date").first()
    at = f"/boards/{board}/meetings/{last.address}/"
    return {
        "home": "/",
        "boards": "/boards/",
        "board": f"/boards/{board}/",
        "meeting": at,
        "desk": f"{at}desk/",
        "minutes": f"{at}minutes/",
        "action log": f"/boards/{board}/actions/",
        "my actions": "/actions/",
    }


def statements(client: object, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return len(captured)


def look(name: str) -> dict[str, tuple[int, float]]:
    """Statements and the median time in ms of each page on one database."""
    from django.test import Client

    from boards.models import User

    ground.stand_on(name)
    client = Client()
    client.force_login(User.objects.get(email="clerk@area.example"))
    found = {}
    for page, address in pages("board-0").items():
        statements(client, address)
        found[page] = (statements(client, address), ground.median_ms(lambda at=address: client.get(at), TIMES))
    return found


def main() -> None:
    ground.set_up()
    from tests.bench.area import LARGE, ONE_BOARD, Size, make_area

    large = Size("a tenth of it", 4, 15) if "--quick" in sys.argv else LARGE
    with ground.databases(SMALL, BIG):
        for name, size in ((SMALL, ONE_BOARD), (BIG, large)):
            ground.stand_on(name)
            make_area(size)
        rounds = [(look(SMALL), look(BIG)) for _ in range(ROUNDS)]
    rows = []
    for page in rounds[0][0]:
        small, big = (min(found[side][page][1] for found in rounds) for side in (0, 1))
        count = [found[page][0] for found in rounds[-1]]
        rows.append((page, *count, f"{small:.1f}", f"{big:.1f}", f"{big / small:.2f}"))
    head = ("page", "statements, one board", large.name, "ms, one board", large.name, f"ratio (aim ≤ {AIM})")
    ground.table("Pages as the clerk of a board sees them (aim 12)", head, rows)


if __name__ == "__main__":
    main()
