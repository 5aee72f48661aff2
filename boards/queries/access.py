"""What a reader may know of: the one join over the grants, which every list of every storey stands on."""

from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Board, BoardGrant, Partner, User
from boards.permissions import SEE_PAPERS


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
    found = Partner.objects.filter(partnergrant__group__user=user.pk)
    if words:
        found = found.filter(partnergrant__permission__codename__in=words)
    return found.distinct()


def readers_of(board: Board) -> int:
    """How many people with a login see the board’s papers."""
    grants = BoardGrant.objects.filter(content_object=board, permission__codename=SEE_PAPERS)
    return User.objects.filter(groups__in=grants.values("group"), is_active=True).distinct().count()
