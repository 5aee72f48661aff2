"""A long log as a file: made by the worker for who asked, of what they may know when it is made, and kept for a day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db import transaction
from django.http import Http404, QueryDict
from django.utils import timezone

from actions.forms.asked import Asked, asked_for
from actions.pdf import log_pdf
from actions.queries.counted import counted
from actions.queries.file import KEPT
from actions.queries.lines import lines, with_lines
from actions.queries.sheet import HEADS, sheet_rows
from boards.models import User
from trust.models import MadeFile
from trust.tools import jobs
from trust.tools.refusal import Refused
from trust.tools.sheets import sheet_body

T = TypeVar("T")
#: How many files are made for one person at a time.
MOST_UNDER_WAY = 3
#: How many rows are written between two words on how far it is.
OFTEN = 1_000
#: A PDF of more would take minutes and hundreds of leaves: the spreadsheet is for that.
MOST_IN_PDF = 1_000


@transaction.atomic
def ask_for_file(
    *, board: str, query: str, kind: str, name: str, about: str, count: int, by: User, at: dt.datetime
) -> MadeFile:
    """Have the worker make it. While the same is under way for them, no second is begun."""
    check_fits(kind, count)
    User.objects.select_for_update(of=["self"]).get(pk=by.pk)
    asked = {"board": board, "query": query}
    under_way = [file for file in MadeFile.objects.filter(asked_by=by, body=None) if _is_under_way(file)]
    for file in under_way:
        if (file.kind, file.asked) == (kind, asked):
            return file
    if len(under_way) >= MOST_UNDER_WAY:
        raise Refused("Three files are being made for you already. Ask again when one of them is done.")
    told: dict[str, Any] = {"name": name, "kind": kind, "about": about, "count": count, "asked": asked}
    file = MadeFile.objects.create(**told, asked_by=by, asked_at=at)
    jobs.later(make_file, about=_about(file), subject=f"{count:,} actions", by=by, file_id=file.pk)
    return file


def check_fits(kind: str, count: int) -> None:
    if kind == "pdf" and count > MOST_IN_PDF:
        raise Refused(
            f"This list holds {count:,} actions, and a PDF up to {MOST_IN_PDF:,}. Choose fewer, or take Excel."
        )


def work_on(file: MadeFile) -> jobs.Work | None:
    """How far it is, or why it failed."""
    return jobs.work_about(make_file, _about(file))


@jobs.task
def make_file(*, file_id: int) -> None:
    """The worker’s part: the list is asked for once more, of its reader and with what they hold now."""
    file = MadeFile.objects.select_related("asked_by").get(pk=file_id)
    if not file.asked_by.is_active:
        raise Refused("Whoever asked for it has no login any more.")
    today = timezone.localdate()
    try:
        asked = asked_for(file.asked_by, QueryDict(file.asked["query"]), file.asked["board"], on=today)
    except Http404 as gone:
        raise Refused("You do not read this log any more.") from gone
    file.body = file_of(asked, file.kind, on=today, file=file)
    file.save(update_fields=["body"])


def file_of(asked: Asked, kind: str, *, on: dt.date, file: MadeFile | None = None) -> bytes:
    """The list as CSV, Excel or PDF; how far it is is told where the worker makes it."""
    if kind == "pdf":
        count = counted(asked.found, on=on)
        check_fits(kind, count.whole)
        return log_pdf({"log": asked, "count": count, "lines": lines(with_lines(asked.found), today=on)}, day=on)
    rows = sheet_rows(asked.found, today=on, in_words=kind == "csv")
    return sheet_body(kind, HEADS, _telling(rows, file) if file else rows)


def _telling(rows: Iterable[T], file: MadeFile) -> Iterator[T]:
    for number, row in enumerate(rows, start=1):
        yield row
        if number % OFTEN == 0:
            jobs.tell(make_file, _about(file), f"{number:,} of {file.count:,} actions written")


def _is_under_way(file: MadeFile) -> bool:
    work = work_on(file)
    return bool(work and work.is_under_way)


def _about(file: MadeFile) -> str:
    return f"file {file.pk}"


@jobs.regularly("35 * * * *")
def throw_away() -> None:
    """Files of more than a day ago."""
    MadeFile.objects.filter(asked_at__lt=timezone.now() - KEPT).delete()
