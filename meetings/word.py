"""The minutes as a Word document: the same lines as page and PDF, in the same order."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

from meetings.models import Minutes
from meetings.rules.document import BlockLine, CorrectionLine, DecisionLine, ItemLine, MinutesDocument, PersonLine
from trust.tools.word import WordFile
from trust.tools.words import listing

INDENT = 0.6


def minutes_word(document: MinutesDocument, minutes: Minutes) -> bytes:
    """For working with: a draft says DRAFT on every page, and an approved copy that the record is elsewhere."""
    day = dt.datetime.combine(minutes.meeting.date, dt.time(), tzinfo=timezone.get_default_timezone())
    word = WordFile(
        title=f"{document.title} – {document.board}",
        subject=document.subject,
        author=settings.PARTNERSHIP_NAME,
        created=minutes.approved_at or day,
    )
    standing = "Draft minutes" if document.is_draft else "Approved minutes, a copy"
    head = f"{document.board}, {document.date}"
    word.on_every_page(head=head, foot=standing, warning="DRAFT" if document.is_draft else "")
    _head(word, document)
    _business(word, document)
    _tail(word, document)
    return word.bytes


def _head(word: WordFile, document: MinutesDocument) -> None:
    word.paragraph(settings.PARTNERSHIP_NAME, bold=True)
    word.heading(document.board, 0)
    if document.strapline:
        word.paragraph(document.strapline, soft=True)
    word.paragraph(document.subject)
    word.paragraph(document.state, bold=True)
    _people(word, "Present", document.present)
    _people(word, "In attendance", document.in_attendance)
    _people(word, "Apologies", document.apologies)
    _people(word, "Absent", document.absent)
    for said in document.others:
        word.paragraph(said)
    _declarations(word, document)


def _people(word: WordFile, heading: str, people: tuple[PersonLine, ...]) -> None:
    if people:
        word.heading(heading, 1)
        rows = [(f"{one.name} ({one.note})" if one.note else one.name, one.post, one.organisation) for one in people]
        word.table(("Name", "Post", "Agency"), rows, (6, 6.5, 4.5))


def _declarations(word: WordFile, document: MinutesDocument) -> None:
    rows = []
    for one in document.declarations:
        whose = f" Whose interest: {one.whose}." if one.whose else ""
        items = f" (item {listing(one.items)})" if one.items else ""
        rows.append((one.name, f"{one.kind}: {one.interest}{whose}{items}", one.consequence))
    if rows:
        word.heading("Declarations of interest", 1)
        word.table(("Name", "Interest", "What followed"), rows, (4.5, 8, 4.5))
    if document.nil_returns:
        word.paragraph(document.nil_returns)


def _business(word: WordFile, document: MinutesDocument) -> None:
    if document.items:
        word.heading("Business", 1)
    for section in document.sections:
        for line in section.lines:
            level = 2 if line is section.heading or section.heading is None else 3
            if line.part:
                word.heading(line.part, level)
            _item(word, line, level=level)


def _item(word: WordFile, item: ItemLine, *, level: int) -> None:
    word.heading(f"{item.number} {item.title}".strip(), level)
    for note in item.notes:
        word.paragraph(note, soft=True)
    for said in (*item.room, *filter(None, (item.calendar,))):
        word.paragraph(said)
    for block in item.blocks:
        _block(word, block)


def _block(word: WordFile, block: BlockLine) -> None:
    if block.decision:
        _decision(word, block.decision, block.html)
    else:
        if block.kind == "note":
            word.paragraph("Note added later", bold=True)
        word.marked_up(block.html)
    if block.who:
        word.paragraph(f"Action: {block.who}", bold=True)


def _decision(word: WordFile, decision: DecisionLine, html: str) -> None:
    letter = f"({decision.letter})" if decision.letter else ""
    if head := " ".join(filter(None, (decision.label, letter))):
        word.paragraph(f"{head} {decision.number}".strip(), bold=True, indent=INDENT)
    word.marked_up(html, indent=INDENT)
    if decision.number and not head:
        word.paragraph(decision.number, soft=True, indent=INDENT)
    if decision.amended_to:
        word.paragraph(f"Amended: “{decision.amended_to}” in place of “{decision.amended_from}”.", indent=INDENT)
    for detail in decision.details:
        word.paragraph(detail, soft=True, indent=INDENT)


def _tail(word: WordFile, document: MinutesDocument) -> None:
    if document.actions:
        word.heading("Outstanding actions", 1)
        rows = [(one.item, f"{one.text} ({one.reference})", one.who, one.when) for one in document.actions]
        word.table(("Item", "Action", "Who by", "When by"), rows, (1.6, 8.2, 3.6, 3.6))
    if document.corrections:
        word.heading("Corrections made on approval", 1)
    for correction in document.corrections:
        word.paragraph(_correction(correction))
    if document.next_meeting and not document.is_locked:
        word.heading("Next meeting", 1)
        word.paragraph(document.next_meeting)
    if document.approval:
        word.heading("Approval", 1)
    for sentence in document.approval:
        word.paragraph(sentence)
    word.paragraph(f"Fingerprint of the words (SHA-256): {document.text_sha256}", soft=True)


def _correction(correction: CorrectionLine) -> str:
    """Item 2.1: “three” was replaced by “two”."""
    where = f"Item {correction.number}: " if correction.number else ""
    if not correction.becomes:
        return f"{where}“{correction.was}” was deleted."
    return (
        f"{where}“{correction.was}” was replaced by “{correction.becomes}”."
        if correction.was
        else (f"{where}added: “{correction.becomes}”.")
    )
