"""Whoever asked the board something is written to once it is answered; the words stand on the action’s page."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone

from actions.models import Part, Request
from actions.operations.links import make_link
from actions.queries.owners import address_of, owners_of
from boards.models import Person
from trust.tools import jobs
from trust.tools.refusal import Refused
from trust.tools.words import the_day


def tell_asker(request: Request) -> None:
    asker = request.asked.person or getattr(request.asked.by, "person", None)
    if asker and address_of(asker):
        jobs.later(
            mail_answer,
            about=f"answer to request {request.pk}",
            subject=f"Mail on an answered request, {request.part.action.reference}",
            request_id=request.pk,
        )


@jobs.task
def mail_answer(*, request_id: int) -> None:
    """The worker’s part: with the way to the action, for as long as it is theirs."""
    rows = Request.objects.select_related("part__action__board", "part__person__user", "asked__person", "asked__by")
    request = rows.get(pk=request_id)
    asker = request.asked.person or getattr(request.asked.by, "person", None)
    if asker and address_of(asker):
        mail_part(request.part, asker, "request_answered.txt", "what you asked is answered", request=request)


def mail_part(part: Part, person: Person, template: str, subject: str, **told: object) -> None:
    """A mail about one part: which board, which action, and the one way in. No word of the action itself is in it."""
    now = timezone.now()
    try:
        address = make_link(part, at=now, person=person) if person in owners_of(part, on=the_day(now)) else ""
    except Refused:
        address = ""
    action = part.action
    context = {"person": person, "action": action, "board": action.kept_by, "address": address}
    context |= {"partnership_name": settings.PARTNERSHIP_NAME, "days": settings.MAIL_LINK_DAYS}
    text = render_to_string(f"actions/email/{template}", context | told)
    send_mail(f"{action.kept_by}: {subject}", text, None, [address_of(person)])
