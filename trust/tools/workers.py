"""Processes beside the server’s own, for what would hold it up or could bring it down. Spawned when first needed."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotInTime
from concurrent.futures.process import BrokenProcessPool
from threading import Lock
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Died(Exception):
    """The worker ended before it answered."""


class TookTooLong(Exception):
    """The worker was ended as it did not answer in time."""


class Workers:
    """The workers of this server process for one kind of work; made anew when one has died.

    ``start`` is called in each new worker with what ``given`` says at that time, and should call ``end_with_parent``.
    """

    def __init__(
        self, start: Callable[..., None], given: Callable[[], tuple[Any, ...]], count: Callable[[], int] = lambda: 1
    ) -> None:
        self._start, self._given, self._count = start, given, count
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._owner = 0

    def pool(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None or self._owner != os.getpid():
                self._owner = os.getpid()
                self._pool = ProcessPoolExecutor(
                    max_workers=self._count(),
                    mp_context=multiprocessing.get_context("spawn"),
                    initializer=self._start,
                    initargs=self._given(),
                )
            return self._pool

    def run(self, seconds: float, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``work`` returns, done by a worker within so many seconds."""
        pool = self.pool()
        try:
            return pool.submit(work, *args, **kwargs).result(timeout=seconds)
        except BrokenProcessPool:
            self._replace(pool)
            raise Died from None
        except NotInTime:
            self._replace(pool)
            raise TookTooLong from None

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        for process in list((getattr(broken, "_processes", None) or {}).values()):
            process.kill()
        broken.shutdown(wait=False, cancel_futures=True)


def end_with_parent() -> None:
    """A server that is killed leaves no worker behind."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
