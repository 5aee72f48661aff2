"""One autosave at the server, against a bare view that runs the very same statements, for a meeting of one item and of
sixty, of plain text and of an action.

Both are measured in turn in one run, so that whatever else the machine does is done to both.

python -m tests.bench.bench_save
"""

import json
import statistics
import uuid
from typing import Any

from tests.bench import bare, ground

TIMES, ROUNDS = 40, 9
SENTENCE = "Members heard that the report would come back with costs in the spring. "
AIM = 1.5


def meeting_of(items: int) -> tuple[Any, str]:
    """An item at the desk of a meeting with so many items, and its save address; the clerk's."""
    from django.utils import timezone

    from tests.factories import create_attendance, create_item, create_meeting

    cast = _cast()
    meeting = create_meeting(cast.board, timezone.localdate(), address=f"of-{items}-{uuid.uuid4().hex[:6]}")
    for who in ("chair", "member", "clerk"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who])
    item = [create_item(meeting, f"Item {n}", number=f"1.{n}") for n in range(1, items + 1)][-1]
    return item, f"/boards/{cast.board.slug}/meetings/{meeting.address}/desk/items/{item.pk}/save/"


CAST: list[Any] = []


def _cast() -> Any:
    from tests.cast import assemble

    if not CAST:
        CAST.append(assemble())
    return CAST[0]


class Typing:
    """An officer who types on: each send is one more second of it."""

    def __init__(self, address: str, *, action: bool) -> None:
        from django.test import Client

        self.client, self.address, self.base, self.text = Client(), address, 0, SENTENCE * 6
        self.client.force_login(_cast().clerk)
        self.blocks: list[dict[str, Any]] = [self._block("discussion")]
        if action:
            self.blocks.append(self._block("action", action={"who": "JL", "when": "7 February"}))

    def _block(self, kind: str, **more: Any) -> dict[str, Any]:
        return {"key": str(uuid.uuid4()), "kind": kind, "text": self.text, **more}

    def send(self, address: str = "") -> None:
        self.text += "x"
        self.blocks[-1]["text"] = self.text
        body = {"save": str(uuid.uuid4()), "base": self.base, "blocks": self.blocks}
        answer = self.client.post(address or self.address, json.dumps(body), content_type="application/json")
        assert answer.status_code == 200, (answer.status_code, answer.content[:300])
        if not address:
            self.base = answer.json()["version"]


def measured(items: int, *, action: bool) -> tuple[float, float, int]:
    """Milliseconds of a save and of the bare view, and the statements of each."""
    from django.test import override_settings

    officer, twin = (Typing(meeting_of(items)[1], action=action) for _ in range(2))
    for _ in range(10):
        officer.send()
        twin.send()
    with bare.kept():
        twin.send()
    bare.SAVED_TEXT[0] = twin.text
    rounds = []
    for _ in range(ROUNDS):
        ours = ground.median_ms(officer.send, TIMES)
        with override_settings(ROOT_URLCONF="tests.bench.bare", MIDDLEWARE=[]):
            rounds.append((ours, ground.median_ms(lambda: twin.send("/bare/"), TIMES)))
    return statistics.median(r[0] for r in rounds), statistics.median(r[1] for r in rounds), len(bare.STATEMENTS)


def main() -> None:
    ground.set_up()
    with ground.databases("bench_save"):
        ground.stand_on("bench_save")
        rows = []
        for action in (False, True):
            for items in (1, 60):
                ours, floor, statements = measured(items, action=action)
                what = f"{'an action’s text' if action else 'plain text'}, meeting of {items}"
                rows.append((what, statements, f"{ours:.2f}", f"{floor:.2f}", f"{ours / floor:.2f}"))
    head = ("one autosave", "statements", "ms", "ms of a bare view with these statements", f"ratio (aim {AIM})")
    ground.table("One autosave, in process: median of medians", head, rows)


if __name__ == "__main__":
    main()
