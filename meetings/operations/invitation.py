"""Asking partners to a meeting, putting down who comes, taking it back; each is told by e-mail (requirement 4.10)."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from boards.models import Partner, Person
from boards.permissions import check_may_minute
from meetings.models import Attendance, Invitation, Meeting
from meetings.operations.attendance import add_attendance
from meetings.operations.locked import lock
from meetings.queries.between import addresses_of
from meetings.queries.invitation import managers_of, partners_asked
from meetings.rules import invitation as rules
from trust.tools import jobs
from trust.tools.keeping import keep


@transaction.atomic
def invite_partners(
    *,
    meeting: Meeting,
    categories: Collection[str],
    partners: Collection[Partner],
    words: str,
    by: Any,
    at: dt.datetime,
) -> list[Invitation]:
    """All partners of these categories and those named, but for those with a seat and those asked already."""
    meeting = lock(meeting)
    check_may_minute(by, meeting.board)
    rules.check_can_invite(meeting)
    found = partners_asked(meeting, categories, partners)
    rules.check_somebody(found)
    before = {row.partner_id: row for row in meeting.invitations.filter(partner__in=found)}
    made = []
    for partner in found:
        row = before.get(partner.pk) or Invitation(meeting=meeting, partner=partner)
        row.category = partner.category if partner.category in categories else ""
        row.words, row.asked_at, row.asked_by, row.withdrawn_at = words, at, by, None
        made.append(keep(row, by=by))
        _tell(row, at)
    return made


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Any, at: dt.datetime) -> Invitation:
    """Those who were written to are told; who was put down as coming stays on the list until taken off."""
    invitation = _held(invitation, by)
    invitation.withdrawn_at = at
    keep(invitation, by=by)
    _tell(invitation, at)
    return invitation


@transaction.atomic
def put_down_guest(*, invitation: Invitation, person: Person | None, name: str, post: str, by: Any) -> Attendance:
    """Somebody comes for a partner that was asked: in attendance, without a seat."""
    invitation = _held(invitation, by)
    partner = invitation.partner
    fields = {
        "capacity": Attendance.Capacity.IN_ATTENDANCE,
        "partner": partner,
        "organisation": partner.short_name,
        "post": post,
    } | ({} if person else {"name": name})
    return add_attendance(meeting=invitation.meeting, person=person, fields=fields, by=by)


def _held(invitation: Invitation, by: Any) -> Invitation:
    meeting = lock(invitation.meeting)
    check_may_minute(by, meeting.board)
    rules.check_can_invite(meeting)
    found = Invitation.objects.select_for_update(of=("self",)).select_related("partner", "meeting__board")
    held = found.get(pk=invitation.pk)
    rules.check_stands(held)
    return held


def _tell(invitation: Invitation, at: dt.datetime) -> None:
    """Each who looks after the partner, by a piece of work of their own."""
    for post in managers_of([invitation.partner], invitation.meeting):
        jobs.later(
            mail_invitation,
            about=f"invitation {invitation.pk} to {post.person_id} {at.isoformat()}",
            subject=f"Mail on an invitation, {invitation.meeting}",
            invitation_id=invitation.pk,
            person_id=post.person_id,
        )


@jobs.task
def mail_invitation(*, invitation_id: int, person_id: int) -> None:
    """The worker’s part: that they are asked, or no longer. Nothing of the agenda is in it."""
    invitation = Invitation.objects.select_related("meeting__board", "partner").get(pk=invitation_id)
    person, meeting = Person.objects.select_related("user").get(pk=person_id), invitation.meeting
    to = addresses_of([person])[person]
    if meeting.state != Meeting.State.CALLED or not to:
        return
    context = {"person": person, "meeting": meeting, "invitation": invitation} | {
        "address": settings.SITE_ADDRESS.rstrip("/") + meeting.get_absolute_url(),
        "partnership_name": settings.PARTNERSHIP_NAME,
    }
    asked = "is no longer asked to its meeting" if invitation.withdrawn_at else "is asked to its meeting"
    text = render_to_string("meetings/email/invited.txt", context)
    send_mail(f"{meeting.board}: {invitation.partner.short_name} {asked}", text, None, [to])
