"""Setting agreements up, putting them to partners, reviewing, withdrawing and renewing them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from boards.models import Agreement, AskedPartner, AskingLetter, Board, Clause, Partner
from boards.operations.asked_mail import write_to_those_asked
from boards.permissions import check_may_manage_agreement
from boards.rules import agreement as rules
from trust.tools.documents import document_name
from trust.tools.keeping import discard, keep

Status = Agreement.Status


def held_agreement(agreement: Agreement, *, by: Any, on: dt.date) -> Agreement:
    """The agreement as it now stands, locked, for who may manage it."""
    held = Agreement.objects.select_for_update(of=["self"]).select_related("board").get(pk=agreement.pk)
    check_may_manage_agreement(by, held, on=on)
    return held


@transaction.atomic
def add_agreement(
    *, board: Board | None, by: Any, on: dt.date, supersedes: Agreement | None = None, **given: Any
) -> Agreement:
    """A draft: nobody is asked yet. ``given``: title, kind, version, lead_in, from_date, to_date."""
    agreement = Agreement(board=board, supersedes=supersedes, **given)
    check_may_manage_agreement(by, agreement, on=on)
    rules.check_version_free(versions_of(agreement.title), agreement.version)
    return keep(agreement, by=by)


@transaction.atomic
def change_agreement(*, agreement: Agreement, by: Any, on: dt.date, **given: Any) -> Agreement:
    """Its name, kind, words before the clauses and days, while nobody has been asked."""
    held = held_agreement(agreement, by=by, on=on)
    rules.check_is_draft(held)
    if (given.get("title", held.title), given.get("version", held.version)) != (held.title, held.version):
        rules.check_version_free(versions_of(given["title"]), given["version"])
    for name, value in given.items():
        setattr(held, name, value)
    return keep(held, by=by)


def versions_of(title: str) -> list[str]:
    return list(Agreement.objects.filter(title=title).values_list("version", flat=True))


@transaction.atomic
def set_days(
    *, agreement: Agreement, from_date: dt.date | None, to_date: dt.date | None, why: str, by: Any, on: dt.date
) -> Agreement:
    """From when it is to take effect, and its last day; also once partners were asked, with the reason."""
    held = held_agreement(agreement, by=by, on=on)
    rules.check_days(from_date, to_date)
    held.from_date, held.to_date = from_date, to_date
    return keep(held, by=by, because=why)


@transaction.atomic
def ask_partners(
    *,
    agreement: Agreement,
    partners: Sequence[Partner],
    asked_date: dt.date,
    due_date: dt.date | None,
    body: str = "",
    recommendation: str = "",
    tell: bool = False,
    by: Any,
    on: dt.date,
) -> list[AskedPartner]:
    """Put it to these partners; the first asking makes a draft one that is with the partners. ``tell``: by e-mail."""
    held = held_agreement(agreement, by=by, on=on)
    rules.check_can_ask(held, partners, list(held.asked.select_related("partner")))
    rules.check_days_to_answer(asked_date, due_date, today=on)
    if held.status == Status.DRAFT:
        held.status = Status.ASKED
        keep(held, by=by)
    told = {"asked_date": asked_date, "due_date": due_date, "body": body, "recommendation": recommendation}
    asked = [keep(AskedPartner(agreement=held, partner=one, recorded_by=by, **told), by=by) for one in partners]
    for one in asked if tell else []:
        write_to_those_asked(one, AskingLetter.Kind.ASKED, by=by, on=on)
    return asked


@transaction.atomic
def change_asked(
    *,
    asked: AskedPartner,
    asked_date: dt.date,
    due_date: dt.date | None,
    body: str,
    recommendation: str = "",
    by: Any,
    on: dt.date,
) -> AskedPartner:
    """Which of its bodies is to answer, by when, and what it is recommended (requirement 3.8)."""
    held = held_agreement(asked.agreement, by=by, on=on)
    rules.check_days_to_answer(asked_date, due_date, today=on)
    asked = AskedPartner.objects.select_for_update(of=["self"]).select_related("partner").get(pk=asked.pk)
    rules.check_can_recommend(asked, recommendation, held.adoptions.filter(partner=asked.partner_id).count())
    asked.asked_date, asked.due_date, asked.body = asked_date, due_date, body
    asked.recommendation = recommendation
    return keep(asked, by=by)


@transaction.atomic
def stop_asking(*, asked: AskedPartner, why: str, by: Any, on: dt.date) -> None:
    """A partner asked by mistake. When nobody is asked any more, it is a draft again."""
    held = held_agreement(asked.agreement, by=by, on=on)
    rules.check_can_stop_asking(asked, held.adoptions.filter(partner=asked.partner_id).count())
    for letter in asked.letters.all():
        discard(letter, by=by, because=why)
    discard(asked, by=by, because=why)
    if held.status == Status.ASKED and not held.asked.exists():
        held.status = Status.DRAFT
        keep(held, by=by, because=why)


@transaction.atomic
def attach_document(*, agreement: Agreement, document: UploadedFile, by: Any, on: dt.date) -> Agreement:
    """The agreement as it is written, as a file; in a draft one that was there before is replaced."""
    held = held_agreement(agreement, by=by, on=on)
    rules.check_can_attach(held)
    held.document, held.document_name = document, document_name(document, "Agreement")
    return keep(held, by=by, because="Document attached")


@transaction.atomic
def set_status(*, agreement: Agreement, status: str, reason: str, by: Any, on: dt.date) -> Agreement:
    """Put it under review, take it out of review, or withdraw it: for good, with its answers kept."""
    held = held_agreement(agreement, by=by, on=on)
    rules.check_can_become(held, status, reason)
    held.status = Status(status)
    held.status_reason = "" if status == Status.ASKED else reason
    return keep(held, by=by, because=reason)


@transaction.atomic
def make_version(*, agreement: Agreement, version: str, by: Any, on: dt.date) -> Agreement:
    """A draft with the same words that is to take this one’s place. This one holds until the new one is in force."""
    held = held_agreement(agreement, by=by, on=on)
    rules.check_version_free(versions_of(held.title), version)
    rules.check_can_renew(held)
    same = {"title": held.title, "kind": held.kind, "board": held.board, "lead_in": held.lead_in}
    new = keep(Agreement(version=version, supersedes=held, **same), by=by)
    for clause in held.clauses.all():
        keep(Clause(agreement=new, number=clause.number, text=clause.text, position=clause.position), by=by)
    return new
