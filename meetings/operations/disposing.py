"""Destroying what is due, once a named person has signed it off: the words, and the history of the words.

Nothing here runs by itself. What is sealed, locked or held back is not touched; a line of the register stays for ever.
"""

import datetime as dt
import logging
from collections.abc import Callable, Collection
from typing import Any

from django.core.files.storage import Storage
from django.db import models, transaction
from django.utils import timezone

from boards.models import Board
from boards.permissions import check_may_publish
from meetings.models import (
    Act,
    Comment,
    Decision,
    Disposal,
    Meeting,
    Minute,
    MinutedItem,
    Minutes,
    Paper,
    RecordClass,
    Recording,
    SetAside,
)
from meetings.queries.retention import Due, due_of, papers_held
from meetings.rules.retention import check_can_destroy, destroyed_words, rule_words
from trust.tools.keeping import keep, keep_all
from trust.tools.plain import plain
from trust.tools.refusal import Refused

BECAUSE = "Destroyed under the board’s retention rule"
NO_KEY = "00000000-0000-0000-0000-000000000000"
log = logging.getLogger(__name__)

DECIDED = ("outcome_words", "struck_reason", "amended_from", "amended_to", "subject_to", "delegation_scope")

#: Where a draft’s words are, by the way from each row of history to its meeting.
DRAFTED: tuple[tuple[type[models.Model], str, tuple[str, ...]], ...] = (
    (Minute, "minutes__meeting", ("text",)),
    (Decision, "block__minutes__meeting", DECIDED),
)


@transaction.atomic
def dispose(*, board: Board, keys: Collection[str], reason: str, by: Any, at: dt.datetime) -> list[Disposal]:
    """Destroy what was ticked, each by its key, and enter it in the register. Refuses all of it if any is not due."""
    board = Board.objects.select_for_update(of=["self"]).get(pk=board.pk)
    check_may_publish(by, board)
    list(Minutes.objects.select_for_update(of=["self"]).filter(meeting__in=[key.rpartition("-")[2] for key in keys]))
    reason, on = plain(reason).strip(), timezone.localdate(at)
    if not reason:
        raise Refused("Say why it is destroyed now: the register keeps your words.")
    free = {one.key: one for one in due_of(board, on=on) if one.hold is None}
    check_can_destroy(free, keys)
    return [_destroy(free[key], reason, by, at) for key in free if key in set(keys)]


def _destroy(due: Due, reason: str, by: Any, at: dt.datetime) -> Disposal:
    DESTROYERS[due.kind](due.meeting, timezone.localdate(at), by)
    stated = f"{rule_words(due.rule)}. {due.rule.source}"
    put = {"what": due.what, "rule": due.rule, "rule_stated": stated, "due_date": due.since, "reason": reason}
    line = Disposal(board=due.meeting.board, meeting=due.meeting, kind=due.kind, done_at=at, done_by=by, **put)
    return keep(line, by=by, because=reason)


def _drafts(meeting: Meeting, on: dt.date, by: Any) -> None:
    """Earlier words in history, where they are not the words that were approved; the approved rows are locked."""
    said = destroyed_words(on)
    for model, way, fields in DRAFTED:
        _blank(model, model._default_manager.filter(**{way: meeting}), _of_meeting(model, meeting), fields, said)
    standing = MinutedItem.objects.filter(minutes__meeting=meeting)
    gone = [{"key": NO_KEY, "kind": "note", "text": said}]
    _blank(MinutedItem, standing, MinutedItem.history.filter(minutes__meeting=meeting), ("wording",), gone)
    aside = list(SetAside.objects.filter(meeting=meeting))
    for one in aside:
        one.sentence = said
    keep_all(aside, ["sentence"], by=by, because=BECAUSE)
    _blank(SetAside, aside, SetAside.history.filter(meeting=meeting), ("sentence",), said)


def _of_meeting(model: Any, meeting: Meeting) -> Any:
    """Rows of history that belong to a meeting, those of blocks that are gone among them."""
    if model is Minute:
        return Minute.history.filter(minutes__meeting=meeting)
    blocks = Minute.history.filter(minutes__meeting=meeting).values("id")
    return model.history.filter(block__in=blocks)


def _blank(model: Any, standing: Any, rows: Any, fields: Collection[str], said: Any) -> None:
    """In each row of history whatever is not as it stands now."""
    now = {one.pk: one for one in standing}
    changed = []
    for row in rows:
        stands = now.get(row.id)
        gone = [name for name in fields if getattr(row, name) and getattr(row, name) != getattr(stands, name, None)]
        for name in gone:
            setattr(row, name, said)
        changed += [row] if gone else []
    model.history.bulk_update(changed, fields, batch_size=500)


def _comments(meeting: Meeting, on: dt.date, by: Any) -> None:
    """Who commented, when, and what became of it stay."""
    said = destroyed_words(on)
    found = list(Comment.objects.filter(minutes__meeting=meeting))
    for one in found:
        one.text, one.quoted, one.answer = said, "", said if one.answer else ""
    keep_all(found, ["text", "quoted", "answer"], by=by, because=BECAUSE)
    rows = list(Comment.history.filter(minutes__meeting=meeting))
    for row in rows:
        row.text, row.quoted, row.answer = said, "", said if row.answer else ""
    Comment.history.bulk_update(rows, ["text", "quoted", "answer"], batch_size=500)


def _notes(meeting: Meeting, on: dt.date, by: Any) -> None:
    Act.objects.filter(meeting=meeting).update(asked={}, answer={})
    _mark_destroyed(meeting, [Recording.Kind.NOTES], on, by)


def _recordings(meeting: Meeting, on: dt.date, by: Any) -> None:
    _mark_destroyed(meeting, [Recording.Kind.SOUND, Recording.Kind.FILM], on, by)


def _mark_destroyed(meeting: Meeting, kinds: Collection[str], on: dt.date, by: Any) -> None:
    for one in meeting.recordings.filter(kind__in=kinds, destroyed_date=None):
        one.destroyed_date = on
        keep(one, by=by, because=BECAUSE)


def _papers(meeting: Meeting, on: dt.date, by: Any) -> None:
    _delete_files(papers_held().filter(item__meeting=meeting).exclude(kind=Paper.Kind.BACKGROUND), by)


def _background(meeting: Meeting, on: dt.date, by: Any) -> None:
    _delete_files(papers_held().filter(item__meeting=meeting, kind=Paper.Kind.BACKGROUND), by)


def _delete_files(papers: Any, by: Any) -> None:
    """The files that the papers had at any time; what they were called goes as well."""
    for paper in papers:
        storage, rows = paper.file.storage, list(Paper.history.filter(id=paper.pk).exclude(file=""))
        names = {paper.file.name, *(str(row.file) for row in rows)}
        paper.file = ""
        keep(paper, by=by, because=BECAUSE)
        for row in rows:
            row.file = ""
        Paper.history.bulk_update(rows, ["file"])
        for name in names:
            transaction.on_commit(_deleter(storage, name))


def _deleter(storage: Storage, name: str) -> Callable[[], None]:
    def delete() -> None:
        try:
            storage.delete(name)
        except OSError:
            log.exception("A paper is destroyed in the record, and its file could not be deleted: %s", name)

    return delete


DESTROYERS: dict[str, Callable[[Meeting, dt.date, Any], None]] = {
    RecordClass.DRAFTS: _drafts,
    RecordClass.NOTES: _notes,
    RecordClass.COMMENTS: _comments,
    RecordClass.RECORDINGS: _recordings,
    RecordClass.PAPERS: _papers,
    RecordClass.BACKGROUND: _background,
}
