"""Those who answer for a partner are written to that it is asked, and reminded while it is silent.

Each is sent by a piece of work of its own, so that a mail that fails is tried again and none is sent twice.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from boards.models import Agreement, AskedPartner, AskingLetter, User
from boards.permissions import may_answer_for
from boards.queries.agreements import read_on
from boards.queries.asked import who_answers_for
from trust.tools import jobs
from trust.tools.keeping import keep


def write_to_those_asked(asked: AskedPartner, kind: str, *, by: Any, on: dt.date) -> AskingLetter | None:
    """One letter to each who answers for the partner; None where nobody can be written to."""
    answering = who_answers_for([asked.partner]).get(asked.partner_id, [])
    if not answering:
        return None
    letter = keep(AskingLetter(asked=asked, kind=kind, sent_date=on, people=len(answering), sent_by=by), by=by)
    for user in answering:
        jobs.later(
            mail_asked,
            about=f"letter {letter.pk} to {user.pk}",
            subject=f"Mail on an agreement, {asked}",
            letter_id=letter.pk,
            user_id=user.pk,
        )
    return letter


@jobs.task
def mail_asked(*, letter_id: int, user_id: int) -> None:
    """The worker’s part: nothing is sent to who answers for it no more, nor once it is answered or taken back."""
    rows = AskingLetter.objects.select_related("asked__partner", "asked__agreement__board", "sent_by__person")
    letter = rows.filter(pk=letter_id).first()
    user = User.objects.select_related("person").get(pk=user_id)
    if letter is None or not may_answer_for(user, letter.asked.partner):
        return
    agreement, partner = letter.asked.agreement, letter.asked.partner
    stand = read_on([agreement], on=letter.sent_date)[0].stand_of(partner)
    if agreement.status != Agreement.Status.ASKED or stand is None or not stand.is_silent:
        return
    path = reverse("boards:partner_answers", args=[agreement.pk, partner.slug])
    context = {
        "user": user,
        "letter": letter,
        "stand": stand,
        "agreement": agreement,
        "address": settings.SITE_ADDRESS.rstrip("/") + path,
        "partnership_name": settings.PARTNERSHIP_NAME,
    }
    asks = "has yet to answer" if letter.kind == AskingLetter.Kind.REMINDER else "is asked to agree to"
    text = render_to_string("boards/email/asked.txt", context)
    send_mail(f"{partner.short_name} {asks} {agreement.title}", text, None, [user.email])
