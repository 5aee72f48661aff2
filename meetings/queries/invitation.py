"""Who is asked to come to a meeting besides its members, and who comes of them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from boards.models import Partner, Person, Post, Seat
from boards.permissions import MINUTE, SEE_PAPERS
from meetings.models import Attendance, Invitation, Meeting
from meetings.permissions import words_at
from meetings.queries.meeting import meeting_for


@dataclass(frozen=True)
class InvitationLine:
    """One partner asked, who comes for it, and whether anybody of it could be written to."""

    invitation: Invitation
    coming: tuple[Attendance, ...]
    is_told: bool

    @property
    def stands(self) -> bool:
        return self.invitation.withdrawn_at is None


@dataclass(frozen=True)
class Invitations:
    """All of a meeting, for one who reads its papers."""

    meeting: Meeting
    lines: tuple[InvitationLine, ...]
    may_minute: bool


def invitations_for(reader: Any, board: str, address: str) -> Invitations:
    """404 for whoever does not read the papers of this meeting. A constant number of statements."""
    meeting = meeting_for(reader, board, address)
    words = words_at(reader, meeting)
    if SEE_PAPERS not in words:
        raise Http404("Invitations are for those who read the papers.")
    rows = list(meeting.invitations.select_related("partner", "asked_by__person"))
    guests = list(meeting.attendances.filter(seat=None, partner__in=[row.partner_id for row in rows]))
    told = {post.partner_id for post in managers_of([row.partner for row in rows], meeting)}
    lines = (
        InvitationLine(row, tuple(one for one in guests if one.partner_id == row.partner_id), row.partner_id in told)
        for row in rows
    )
    return Invitations(meeting, tuple(lines), MINUTE in words)


def invitation_for(meeting: Meeting, pk: int) -> Invitation:
    return get_object_or_404(meeting.invitations.select_related("partner", "meeting__board"), pk=pk)


def partners_to_invite(meeting: Meeting) -> QuerySet[Partner]:
    """Those that exist on the day, have no seat on the board then, and are not asked yet."""
    boards = [meeting.board_id, *meeting.joint_boards.values_list("pk", flat=True)]
    seated = Seat.objects.held_on(meeting.date).filter(board__in=boards, partner__isnull=False).values("partner")
    asked = meeting.invitations.filter(withdrawn_at=None).values("partner")
    there = Q(ended_date=None) | Q(ended_date__gt=meeting.date)
    return Partner.objects.filter(there).exclude(pk__in=seated).exclude(pk__in=asked).order_by("name")


def partners_asked(meeting: Meeting, categories: Collection[str], chosen: Collection[Partner]) -> list[Partner]:
    """All of these categories, and those chosen besides, that can be asked."""
    keys = [partner.pk for partner in chosen]
    return list(partners_to_invite(meeting).filter(Q(category__in=list(categories)) | Q(pk__in=keys)))


def managers_of(partners: Collection[Partner], meeting: Meeting) -> list[Post]:
    """Who looks after these partners on the day and can be written to."""
    posts = Post.objects.held_on(meeting.date).filter(partner__in=partners, manages_partner=True)
    has_address = ~Q(person__email="") | ~Q(person__user__email="") & Q(person__user__isnull=False)
    return list(posts.filter(has_address).select_related("person__user", "partner"))


def people_of(partner: Partner, meeting: Meeting) -> QuerySet[Person]:
    """With a post there on the day, and not on the list yet."""
    posts = Post.objects.held_on(meeting.date).filter(partner=partner).values("person")
    here = meeting.attendances.exclude(person=None).values("person")
    return Person.objects.filter(pk__in=posts).exclude(pk__in=here).prefetch_related("posts__partner")
