"""What a reader may know of: the one join over the grants, which every list of every storey stands on."""

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Board, BoardGrant, Partner, PartnerGrant, User
from boards.permissions import MANAGE_PARTNER, SEE_PAPERS, keeps_register


def boards_known_to(user: Any) -> QuerySet[Board]:
    """Boards whose existence this reader may know of: public ones, and those on which they hold a word."""
    if not user.is_authenticated:
        return Board.objects.filter(visibility=Board.Visibility.PUBLIC)
    return Board.objects.filter(Q(visibility=Board.Visibility.PUBLIC) | Q(boardgrant__group__user=user.pk)).distinct()


def boards_where(user: Any, *words: str) -> QuerySet[Board]:
    """Boards on which this reader holds one of the words (papers, unless said)."""
    if not user.is_authenticated:
        return Board.objects.none()
    return Board.objects.granted(user, *(words or (SEE_PAPERS,)))


def partners_of(user: Any, *words: str) -> QuerySet[Partner]:
    """Partners on which this reader holds one of the words (any, unless said)."""
    if not user.is_authenticated:
        return Partner.objects.none()
    grants = PartnerGrant.objects.filter(group__user=user.pk)
    if words:
        grants = grants.filter(permission__codename__in=words)
    return Partner.objects.filter(pk__in=grants.values("content_object"))


def partners_to_staff(user: Any, *, on: dt.date) -> QuerySet[Partner]:
    """Partners whose posts this reader puts down: every one for who keeps the register, else those they manage."""
    there = Partner.objects.filter(Q(ended_date=None) | Q(ended_date__gte=on))
    return there if keeps_register(user, on=on) else there.filter(pk__in=partners_of(user, MANAGE_PARTNER).values("pk"))


def readers_of(board: Board) -> int:
    """How many people with a login see the board’s papers."""
    grants = BoardGrant.objects.filter(content_object=board, permission__codename=SEE_PAPERS)
    return User.objects.filter(groups__in=grants.values("group"), is_active=True).distinct().count()
