"""Long work: asked for within the asker's transaction, done by the worker process, told through ``Work``.

The only importer of the task queue.
"""

import functools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import close_old_connections, connection, transaction
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib import django as queue

from trust.models import Work
from trust.tools.apart import apart
from trust.tools.refusal import Refused

TRIES = 4
UNDER_WAY = [Work.State.WAITING, Work.State.RUNNING, Work.State.RETRYING]
FAULT = "It could not be finished because of a fault in the program, which is in the log. Please ask again."

log = logging.getLogger(__name__)
# Stands for the queue before it is ready and after; its own types know only one of the two.
app: Any = queue.app


@dataclass(frozen=True)
class Task:
    """A function that the worker can be asked to do."""

    kind: str
    job: Any
    function: Callable[..., None]


def task(function: Callable[..., None]) -> Task:
    """Make a function with keyword arguments (numbers and text only) into long work, each try in one transaction.

    ``Refused`` ends it with its sentence: procedure does not change by waiting. Any other failure is tried again
    after some seconds, ``TRIES`` times in all. The module must be listed in PROCRASTINATE_IMPORT_PATHS.
    """
    kind = f"{function.__module__}.{function.__qualname__}"

    @functools.wraps(function)
    def run(context: JobContext, work_id: int, **given: Any) -> None:
        _run(function, work_id, given, is_last=context.job.attempts >= TRIES - 1)

    retry = RetryStrategy(max_attempts=TRIES - 1, exponential_wait=4)
    return Task(kind, app.task(run, name=kind, pass_context=True, retry=retry), function)


def later(what: Task, *, about: str, subject: str, by: Any = None, wait_seconds: int = 0, **given: Any) -> Work:
    """Ask for work; it is done once the asker's transaction is committed, and never if that is undone; with
    ``wait_seconds`` not before so long, so that what is asked for meanwhile is done with it.

    ``about`` names the thing to the program (``work_about`` finds it by that), ``subject`` to people. Asked for twice
    while under way, it is done once.
    """
    told = {"subject": subject, "asked_by": by, "asked_at": timezone.now()}
    with transaction.atomic():
        if about:
            work, is_new = Work.objects.get_or_create(
                kind=what.kind, about=about, state__in=UNDER_WAY, defaults=told | {"state": Work.State.WAITING}
            )
        else:
            work, is_new = Work.objects.create(kind=what.kind, **told), True
        if is_new:
            job = what.job.configure(schedule_in={"seconds": wait_seconds}) if wait_seconds else what.job
            job.defer(work_id=work.pk, **given)
        return work


def work_about(what: Task, about: str) -> Work | None:
    """The latest work of this kind about a thing."""
    return Work.objects.filter(kind=what.kind, about=about).order_by("-pk").first()


def tell(what: Task, about: str, subject: str) -> None:
    """How far the work is, in words, for whoever waits: told beside its transaction, so that they read it meanwhile."""

    def say() -> None:
        for work in Work.objects.filter(kind=what.kind, about=about, state__in=UNDER_WAY):
            _tell(work.pk, Work.State(work.state), subject=subject)
        connection.close()

    apart(say)


def _run(function: Callable[..., None], work_id: int, given: dict[str, Any], *, is_last: bool) -> None:
    """One try. How it goes is told outside its transaction: it is read while the work goes on, and if it fails."""
    _let_go_of_connection()
    _tell(work_id, Work.State.RUNNING, started_at=timezone.now())
    try:
        with transaction.atomic():
            function(**given)
    except Refused as refusal:
        _tell(work_id, Work.State.FAILED, reason=str(refusal), finished_at=timezone.now())
    except Exception:
        log.exception("Work %s of kind %s failed", work_id, function.__qualname__)
        if is_last:
            _tell(work_id, Work.State.FAILED, reason=FAULT, finished_at=timezone.now())
        else:
            _tell(work_id, Work.State.RETRYING)
        raise
    else:
        _tell(work_id, Work.State.DONE, finished_at=timezone.now())
    finally:
        _let_go_of_connection()


def _let_go_of_connection() -> None:
    """Each piece of work opens its own: the worker lives for weeks, and its threads come and go."""
    if not connection.in_atomic_block:
        connection.close()


def _tell(work_id: int, state: Work.State, **more: Any) -> None:
    Work.objects.filter(pk=work_id).update(state=state, **more)


def do_waiting() -> None:
    """Do everything that waits, in this process, and return. For tests and commands; the worker serves otherwise."""

    def serve() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as served:
            served.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        connection.close()

    apart(serve)


@app.periodic(cron="*/5 * * * *")
@app.task(name="trust.tools.jobs.resume_stalled", pass_context=True, queueing_lock="resume_stalled")
async def resume_stalled(context: JobContext, timestamp: int) -> None:
    """Work whose worker was killed is taken up again."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=60):
        await app.job_manager.retry_job(job)


def nightly(function: Callable[[], None]) -> Callable[[], None]:
    """Have the worker call this without arguments shortly after each midnight; a failed night is tried again."""
    return regularly("5 0 * * *")(function)


def regularly(cron: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """The same at the times that ``cron`` says. It is called outside any transaction, and perhaps twice at once: where
    a worker was killed in the middle, another begins anew while the first is being found out."""
    return lambda function: _at_times(function, cron)


def _at_times(function: Callable[[], None], cron: str) -> Callable[[], None]:
    def run(timestamp: int) -> None:
        close_old_connections()
        function()

    name = f"{function.__module__}.{function.__qualname__}"
    app.periodic(cron=cron)(
        app.task(run, name=name, queueing_lock=name, retry=RetryStrategy(max_attempts=TRIES, wait=60))
    )
    return function
