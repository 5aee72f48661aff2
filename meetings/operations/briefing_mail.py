"""Members are written to that a briefing waits for them. No word of it, nor of its item, is in the mail, which is read
by more than those it is for; each is sent by a piece of work of its own, so that none is sent twice."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from meetings.models import Briefed, Meeting
from meetings.queries.between import addresses_of
from trust.tools import jobs


def tell_member(briefed: Briefed) -> None:
    """Have the member written to, where an address of theirs is known."""
    if addresses_of([briefed.person])[briefed.person]:
        jobs.later(
            mail_member,
            about=f"briefing {briefed.briefing_id} to {briefed.person_id}",
            subject=f"Mail on a briefing, {briefed.briefing.meeting}",
            briefed_id=briefed.pk,
        )


@jobs.task
def mail_member(*, briefed_id: int) -> None:
    """The worker’s part: nothing is sent once the meeting is off or over, or the member has said that they have it."""
    rows = Briefed.objects.select_related("person__user", "briefing__meeting__board", "briefing__sent_by__person")
    briefed = rows.get(pk=briefed_id)
    meeting, to = briefed.briefing.meeting, addresses_of([briefed.person])[briefed.person]
    if meeting.state != Meeting.State.CALLED or briefed.received_at or not to:
        return
    path = reverse("meetings:briefing", args=[meeting.board.slug, meeting.address, briefed.briefing_id])
    context = {
        "person": briefed.person,
        "meeting": meeting,
        "address": settings.SITE_ADDRESS.rstrip("/") + path,
        "officer": getattr(briefed.briefing.sent_by, "person", None),
        "partnership_name": settings.PARTNERSHIP_NAME,
    }
    text = render_to_string("meetings/email/briefing.txt", context)
    send_mail(f"{meeting.board}: a briefing for the next meeting", text, None, [to])
