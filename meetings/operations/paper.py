"""Adding, putting right, replacing, ordering and withdrawing the papers of an item."""

import datetime as dt
import uuid
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from boards.permissions import check_may_minute
from meetings.models import AgendaItem, Paper
from meetings.operations.locked import lock, locked_record_refuses, open_agenda
from meetings.rules import paper as rules
from trust.tools.attachments import LARGEST, check_attachment, clean_name, too_large
from trust.tools.keeping import keep, keep_all
from trust.tools.pdf_pages import pages_of
from trust.tools.refusal import Refused

MOST_PAGES = 32_000


def add_paper(*, item: AgendaItem, file: UploadedFile | None, by: Any, **given: Any) -> Paper:
    """Last of its item. Without a file where it is to be looked at somewhere, or follows."""
    with locked_record_refuses():
        open_agenda(item.meeting, by)
        rules.check_is_paper_of_item(item.is_section)
        after = max([paper.position for paper in item.papers.all()], default=0) + 1
        paper = Paper(item=item, position=after, **given)
        if file:
            take_file(paper, file)
        return keep(paper, by=by)


def change_paper(*, paper: Paper, by: Any, **given: Any) -> Paper:
    """What it is called and how it stands; its file stays."""
    with locked_record_refuses():
        paper = _held(paper, by)
        rules.check_stands(paper)
        if rules.is_pdf(paper):
            given.pop("pages", None)
        for name, value in given.items():
            setattr(paper, name, value)
        return keep(paper, by=by)


def replace_file(*, paper: Paper, file: UploadedFile, why: str, by: Any) -> Paper:
    """A new version. The file before it is kept, for the officers to read."""
    with locked_record_refuses():
        paper = _held(paper, by)
        rules.check_stands(paper)
        paper.version += 1 if paper.file else 0
        paper.pages = None
        take_file(paper, file)
        return keep(paper, by=by, because=why)


def shift_paper(*, paper: Paper, up: bool, by: Any) -> Paper:
    """One place up or down among the papers of its item."""
    with locked_record_refuses():
        paper = _held(paper, by)
        papers = rules.moved(list(paper.item.papers.all()), paper, up=up)
        was = {one.pk: one.position for one in papers}
        for position, one in enumerate(papers, 1):
            one.position = position
        changed = [one for one in papers if was[one.pk] != one.position]
        keep_all(changed, ["position"], by=by, because="The order of the papers changed.")
    return paper


def withdraw_paper(*, paper: Paper, reason: str, by: Any, at: dt.datetime) -> Paper:
    """Nobody but the officers opens it from then on; once the agenda is out its line says why. Even after the minutes
    are circulated, as what should never have been out has to go."""
    with locked_record_refuses():
        paper = _own(paper, by)
        rules.check_can_withdraw(paper, reason, paper.item.meeting)
        paper.withdrawn_at, paper.withdrawn_reason = at, reason.strip()
        return keep(paper, by=by, because=reason.strip())


def put_back_paper(*, paper: Paper, by: Any) -> Paper:
    with locked_record_refuses():
        paper = _own(paper, by)
        rules.check_can_put_back(paper)
        paper.withdrawn_at, paper.withdrawn_reason = None, ""
        return keep(paper, by=by, because="Put back")


def take_file(record: Any, file: UploadedFile) -> None:
    """Refused before anything of it is kept. A file is kept under a name of ours and given out under its own."""
    name = clean_name(file.name or "")
    if (file.size or 0) > LARGEST:
        raise Refused(too_large())
    content = file.read()
    check_attachment(content, name)
    pages = pages_of(content)
    if pages is not None and isinstance(record, Paper):
        record.pages = min(pages, MOST_PAGES)
    file.seek(0)
    record.file_name, record.file_size = name, len(content)
    file.name = f"{uuid.uuid4().hex}.{name.rpartition('.')[2].lower()}"
    record.file = file


def _held(paper: Paper, by: Any) -> Paper:
    """As it now stands, locked with the agenda of its meeting, while that may still change."""
    open_agenda(paper.item.meeting, by)
    return _locked(paper)


def _own(paper: Paper, by: Any) -> Paper:
    """The same, whatever has become of the agenda."""
    check_may_minute(by, lock(paper.item.meeting).board)
    return _locked(paper)


def _locked(paper: Paper) -> Paper:
    return Paper.objects.select_for_update(of=("self",)).select_related("item__meeting__board").get(pk=paper.pk)
