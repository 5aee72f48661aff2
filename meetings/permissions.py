"""Who may, at a meeting: the words of its board; members of boards that sit with it read what it reads."""

from typing import Any

from boards.models import Board, BoardGrant
from boards.permissions import CHAIR, MANAGE, MINUTE, PUBLISH, SEE_EXEMPT, SEE_PAPERS, SIGN, check_word, words_on
from meetings.models import Meeting

#: Who knows of a meeting before it is called.
PREPARES = (MINUTE, CHAIR, PUBLISH, MANAGE)
READS = (SEE_PAPERS, SEE_EXEMPT)


def words_at(user: Any, meeting: Meeting) -> frozenset[str]:
    """Every word this reader holds at this meeting. Two statements; ask once where a page asks several questions."""
    held = words_on(user, meeting.board)
    if not user.is_authenticated or not user.is_active:
        return held
    joint = BoardGrant.objects.filter(
        content_object__joint_meetings=meeting, group__user=user.pk, permission__codename__in=READS
    )
    return held | frozenset(joint.values_list("permission__codename", flat=True))


def sees_exempt(user: Any, meeting: Meeting) -> bool:
    """Whether exempt items of this meeting are there for this reader."""
    return SEE_EXEMPT in words_at(user, meeting)


def check_may_export(user: Any, board: Board) -> None:
    sentence = "Only the officers who publish for this board, and those who sign for it, may do this."
    check_word(user, board, [PUBLISH, SIGN], sentence)


def check_may_set_desk(user: Any, board: Board) -> None:
    """How a board’s desk works is for those who sit at it, and for those who manage the board."""
    check_word(user, board, [MINUTE, MANAGE], "Only the officers of this board may change how its desk works.")
