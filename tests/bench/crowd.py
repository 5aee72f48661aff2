"""Those who press on the server while a desk is measured: plain HTTP clients in a process of their own.

A desk saves every second and sends its pulse every four; a follower asks every four whether anything changed. Each
keeps to its own beat, set off at a moment of its own; what could not be asked in time is asked late and not twice.
"""

import http.client
import json
import random
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import Event, Process, Queue
from typing import Any

SAVES, ASKS = 1.0, 4.0
TOKEN = "a" * 32


@dataclass(frozen=True)
class Visitor:
    """Somebody's session, and where it goes: to a desk with an item, or to follow a meeting."""

    cookie: str
    meeting: str
    item: int | None = None


@dataclass
class Told:
    """What came back: milliseconds by what was asked, and how often with which status."""

    taken: dict[str, list[float]] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)

    def note(self, what: str, status: int, ms: float) -> None:
        self.taken.setdefault(what, []).append(ms)
        named = f"{what} {status}"
        self.statuses[named] = self.statuses.get(named, 0) + 1


@contextmanager
def pressing(port: int, visitors: list[Visitor]) -> Iterator[Callable[[], Told]]:
    """The visitors at work; called within, they leave and tell what they were told."""
    ends, told = Event(), Queue()
    crowd = Process(target=_press, args=(port, visitors, ends, told), daemon=True)
    crowd.start()

    def leave() -> Told:
        ends.set()
        found: Told = told.get(timeout=30)
        return found

    try:
        yield leave
    finally:
        ends.set()
        crowd.join(10)
        if crowd.is_alive():
            crowd.terminate()


def _press(port: int, visitors: list[Visitor], ends: Any, told: Any) -> None:
    noted = Told()
    acts = [act for visitor in visitors for act in _acts(port, visitor, noted)]
    threads = [threading.Thread(target=_keep_on, args=(*act, ends), daemon=True) for act in acts]
    for thread in threads:
        thread.start()
    ends.wait()
    for thread in threads:
        thread.join(5)
    told.put(noted)


def _keep_on(every: float, act: Callable[[], None], ends: Any) -> None:
    due = time.monotonic() + random.random() * every
    while not ends.wait(max(0.0, due - time.monotonic())):
        with suppress(OSError, http.client.HTTPException):
            act()
        due = max(due + every, time.monotonic())


def _acts(port: int, visitor: Visitor, noted: Told) -> list[tuple[float, Callable[[], None]]]:
    if visitor.item is None:
        return [(ASKS, _follower(port, visitor, noted))]
    return [(SAVES, _saver(port, visitor, noted)), (ASKS, _pulse(port, visitor, noted))]


def _saver(port: int, visitor: Visitor, noted: Told) -> Callable[[], None]:
    state: dict[str, Any] = {"base": 0, "text": "Members heard that the report would come back with costs. " * 4}
    key = str(uuid.uuid4())

    def save() -> None:
        state["text"] += " and"
        block = {"key": key, "kind": "discussion", "text": state["text"]}
        body = {"save": str(uuid.uuid4()), "base": state["base"], "blocks": [block]}
        status, answer, _ = _ask(port, visitor, "save", f"desk/items/{visitor.item}/save/", noted, body)
        if status in (200, 409):  # somebody was at this item in an earlier round
            state["base"] = json.loads(answer)["version"]

    return save


def _pulse(port: int, visitor: Visitor, noted: Told) -> Callable[[], None]:
    body = {"window": str(uuid.uuid4()), "item": visitor.item, "wrote": True}
    return lambda: _ask(port, visitor, "pulse", "desk/pulse/", noted, body) and None


def _follower(port: int, visitor: Visitor, noted: Told) -> Callable[[], None]:
    mark = [""]

    def look() -> None:
        mark[0] = _ask(port, visitor, "follow", "follow/now/", noted, mark=mark[0])[2] or mark[0]

    return look


def _ask(
    port: int, visitor: Visitor, what: str, path: str, noted: Told, body: Any = None, mark: str = ""
) -> tuple[int, bytes, str]:
    headers = {"Cookie": f"{visitor.cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN, "Accept": "*/*"}
    headers |= {"Content-Type": "application/json"} if body else {"If-None-Match": mark}
    started = time.perf_counter()
    to = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        to.request("POST" if body else "GET", visitor.meeting + path, json.dumps(body) if body else None, headers)
        answer = to.getresponse()
        content = answer.read()
    finally:
        to.close()
    noted.note(what, answer.status, (time.perf_counter() - started) * 1000)
    return answer.status, content, answer.headers.get("ETag", "")
