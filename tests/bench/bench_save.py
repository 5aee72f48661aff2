"""One autosave at the server, against a bare view doing its two statements, on a meeting of one item and of sixty.

python -m tests.bench.bench_save
"""

import json
import uuid
from collections.abc import Callable
from typing import Any

from tests.bench import ground

TIMES, ROUNDS = 60, 5
SENTENCE = "Members heard that the report would come back with costs in the spring. "


def meeting_of(items: int) -> tuple[Any, str]:
    """An item at the desk of a meeting with so many items, and its save address; the clerk's."""
    from django.utils import timezone

    from tests.factories import create_item, create_meeting

    board = _board()
    meeting = create_meeting(board, timezone.localdate(), address=f"of-{items}")
    item = [create_item(meeting, f"Item {n}", number=f"1.{n}") for n in range(1, items + 1)][-1]
    return item, f"/boards/{board.slug}/meetings/{meeting.address}/desk/items/{item.pk}/save/"


def _board() -> Any:
    from boards.models import Board
    from tests.cast import assemble

    return Board.objects.filter(slug="executive-group").first() or assemble().board


def typed(address: str, key: str, client: Any) -> Callable[[], None]:
    """One more second of typing, sent to an address; the version goes up with each."""
    state = {"base": 0, "text": SENTENCE * 6}

    def send() -> None:
        state["text"] += "x"
        block = {"key": key, "kind": "discussion", "text": state["text"]}
        body = {"save": str(uuid.uuid4()), "base": state["base"], "blocks": [block]}
        answer = client.post(address, json.dumps(body), content_type="application/json")
        assert answer.status_code == 200, (address, answer.status_code, answer.content[:300])
        state["base"] = answer.json()["version"]

    return send


def bare(minuted: Any, key: str) -> Callable[[], None]:
    from django.test import Client, override_settings

    send = typed(f"/bare/{minuted.pk}/", key, Client())
    settings = override_settings(ROOT_URLCONF="tests.bench.bare", MIDDLEWARE=[])

    def sent_barely() -> None:
        with settings:
            send()

    return sent_barely


def main() -> None:
    ground.set_up()
    from django.test import Client

    from boards.models import User
    from meetings.models import MinutedItem

    with ground.databases("bench_save"):
        ground.stand_on("bench_save")
        acts: dict[str, Callable[[], None]] = {}
        for items in (1, 60):
            _item, address = meeting_of(items)
            client = Client()
            client.force_login(User.objects.get(email="clerk@example.org"))
            key = str(uuid.uuid4())
            acts[f"autosave, meeting of {items}"] = typed(address, key, client)
            acts[f"autosave, meeting of {items}"]()
        free, free_address = meeting_of(2)
        key = str(uuid.uuid4())
        typed(free_address, key, client)()
        minuted = MinutedItem.objects.get(item=free)
        MinutedItem.objects.filter(pk=minuted.pk).update(version=0)
        acts["bare view, two statements"] = bare(minuted, key)
        rounds = [{name: ground.median_ms(act, TIMES) for name, act in acts.items()} for _ in range(ROUNDS)]
    best = {name: min(found[name] for found in rounds) for name in acts}
    floor = best["bare view, two statements"]
    rows = [(name, f"{ms:.2f}", f"{ms / floor:.2f}") for name, ms in best.items()]
    ground.table("One autosave, in process, best median", ("what", "ms", "ratio to the bare view"), rows)


if __name__ == "__main__":
    main()
