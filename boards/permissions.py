"""Who may: the words held on a board or a partner. Closed by default; what a board has published is another matter.

The words are Django permissions on exactly two pegs, held by groups (``models.grants``), and everything below a board
derives from them. Ask ``words_on`` once where a page asks several questions.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from boards.models import (
    Agreement,
    Board,
    BoardGrant,
    Partner,
    PartnerGrant,
    Person,
    Post,
    SeatHolding,
    Substitute,
    User,
)
from trust.tools.refusal import NotPermitted

SEE_PAPERS, SEE_EXEMPT = "see_papers", "see_exempt"
MINUTE, CHAIR, PUBLISH, SIGN, MANAGE = "minute", "chair", "publish", "sign", "manage"
REPRESENT_PARTNER, MANAGE_PARTNER = "represent_partner", "manage_partner"


#: Every word that %(reader)s holds on the ``board`` of a statement written out (trust.tools.statement).
WORDS_HELD = """ARRAY(
    SELECT permission.codename FROM boards_boardgrant held
    JOIN auth_permission permission ON permission.id = held.permission_id
    JOIN boards_user_groups mine ON mine.group_id = held.group_id
    WHERE held.content_object_id = board.id AND mine.user_id = %(reader)s
)"""


def words_on(user: Any, board: Board) -> frozenset[str]:
    """Every word this user holds on this board. Nobody signed in holds any.

    One statement; none where the door that read the board for this user read the words with it.
    """
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if user.pk in board.words_read:
        return board.words_read[user.pk]
    grants = BoardGrant.objects.filter(content_object=board, group__user=user.pk)
    return frozenset(grants.values_list("permission__codename", flat=True))


def seats_on_day(user: Any, boards: Iterable[int], day: dt.date) -> list[tuple[int | None, str]]:
    """The seats of these boards that the user held or covered on a day, as partner and role. One statement."""
    held = SeatHolding.objects.held_on(day).filter(person__user=user.pk, seat__board__in=boards)
    covered = Substitute.objects.held_on(day).filter(person__user=user.pk, seat__board__in=boards)
    told = ("seat__partner", "seat__role")
    return list(held.order_by().values_list(*told).union(covered.order_by().values_list(*told)))


def partners_on_day(user: Any, boards: Iterable[int], day: dt.date) -> set[int]:
    """The partners for which the user sat at these boards on a day, by key.

    Whoever sat in a seat that is no partner's own sat for those whose posts they held.
    """
    seats = seats_on_day(user, boards, day)
    partners = {partner for partner, _ in seats if partner}
    if any(partner is None for partner, _ in seats):
        partners |= set(Post.objects.held_on(day).filter(person__user=user.pk).values_list("partner", flat=True))
    return partners


def words_on_partner(user: Any, partner: Partner) -> frozenset[str]:
    """Every word this user holds on this partner."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    grants = PartnerGrant.objects.filter(content_object=partner, group__user=user.pk)
    return frozenset(grants.values_list("permission__codename", flat=True))


def check_word(user: Any, board: Board, words: Iterable[str], sentence: str) -> None:
    """Refuse with ``sentence`` unless the user holds one of ``words``; 404 where they may not know of the board."""
    held = words_on(user, board)
    if held.intersection(words):
        return
    if not held and board.visibility != Board.Visibility.PUBLIC:
        raise Http404
    raise NotPermitted(sentence)


def check_may_know_of(user: Any, board: Board) -> None:
    """A public board is known to all; another only to those who hold a word on it."""
    if board.visibility != Board.Visibility.PUBLIC and not words_on(user, board):
        raise Http404


def check_may_see_papers(user: Any, board: Board) -> None:
    check_word(user, board, [SEE_PAPERS], "Only members and officers of this board see its papers.")


def check_may_see_seats(user: Any, board: Board) -> None:
    """Who sat where and who covers whom: for members, and for who manages the seats without reading papers."""
    check_word(user, board, [SEE_PAPERS, MANAGE], "Only members and officers of this board see who held its seats.")


def check_may_see_exempt(user: Any, board: Board) -> None:
    check_word(user, board, [SEE_EXEMPT], "Only those entitled to exempt papers of this board see this.")


def check_may_minute(user: Any, board: Board) -> None:
    check_word(user, board, [MINUTE], "Only the officers who minute this board may do this.")


def check_may_minute_some(user: Any) -> None:
    """For what officers share across boards: the word list, and phrases of their own."""
    if not user.is_authenticated or not Board.objects.granted(user, MINUTE).exists():
        raise NotPermitted("Only officers who minute a board may do this.")


def check_may_chair(user: Any, board: Board) -> None:
    check_word(user, board, [CHAIR], "Only the chair of this board may do this.")


def check_may_publish(user: Any, board: Board) -> None:
    check_word(user, board, [PUBLISH], "Only the officers who publish for this board may do this.")


def check_may_sign(user: Any, board: Board) -> None:
    check_word(user, board, [SIGN], "Only those who sign for this board may do this.")


def check_may_manage(user: Any, board: Board) -> None:
    check_word(user, board, [MANAGE], "Only the officers who manage this board may do this.")


def check_may_represent(user: Any, partner: Partner, *successors: Partner) -> None:
    """``successors``: those that took its place where it has ended, of which one is enough."""
    if not any(REPRESENT_PARTNER in words_on_partner(user, one) for one in (partner, *successors)):
        raise NotPermitted(f"Only those who represent {partner.name} may do this.")


def check_may_manage_partner(user: Any, partner: Partner) -> None:
    if MANAGE_PARTNER not in words_on_partner(user, partner):
        raise NotPermitted(f"Only those who manage {partner.name} may do this.")


def check_may_keep_posts(user: Any, partner: Partner, *, on: dt.date) -> None:
    """Who works for a partner is put down by the partner’s own manager, and by who keeps the register."""
    if not keeps_register(user, on=on):
        check_may_manage_partner(user, partner)


def keepers(*, on: dt.date) -> QuerySet[User]:
    """Who keeps the register of partners, people and boards: by a post that says so, and whoever set the service up."""
    posts = Post.objects.held_on(on).filter(keeps_register=True, person__user__isnull=False)
    return User.objects.filter(Q(pk__in=posts.values("person__user")) | Q(is_superuser=True), is_active=True)


def keeps_register(user: Any, *, on: dt.date) -> bool:
    return user.is_authenticated and keepers(on=on).filter(pk=user.pk).exists()


def check_may_keep_register(user: Any, *, on: dt.date) -> None:
    if not keeps_register(user, on=on):
        raise NotPermitted("Only those who keep the partnership’s register may do this.")


def check_may_edit_person(user: Any, person: Person, *, on: dt.date) -> None:
    """Officers of a board on which the person sits, or will; and who keeps the register."""
    if _boards_of(person, on).filter(pk__in=Board.objects.granted(user, MANAGE)).exists():
        return
    if not keeps_register(user, on=on):
        raise NotPermitted("Only the officers of a board this person sits on may do this.")


def check_may_edit_contact(user: Any, person: Person, *, on: dt.date) -> None:
    """Themselves, and who may change what is put down about them."""
    if not (user.is_authenticated and person.user_id == user.pk):
        check_may_edit_person(user, person, on=on)


def check_may_invite(user: Any, person: Person, *, on: dt.date) -> None:
    """A login opens every board the person sits on: only who manages all of these may make it.

    One whose post manages a partner or keeps the register can do more than sit on boards: only keepers invite them.
    """
    check_may_edit_person(user, person, on=on)
    if not keeps_register(user, on=on):
        _check_invites_nobody_with_more(person, on)
    if _boards_of(person, on).exclude(pk__in=Board.objects.granted(user, MANAGE)).exists():
        raise NotPermitted("Ask whoever looks after this service for the partnership to make this person’s login.")


def _check_invites_nobody_with_more(person: Person, on: dt.date) -> None:
    lasting = person.posts.exclude(to_date__lt=on)
    if lasting.filter(Q(manages_partner=True) | Q(keeps_register=True)).exists():
        raise NotPermitted("Ask those who keep the partnership’s register to make this person’s login.")


def _boards_of(person: Person, day: dt.date) -> QuerySet[Board]:
    """Boards whose seats the person holds or covers on the day or later."""
    last = Q(to_date=None) | Q(to_date__gte=day)
    seats = Q(seats__holdings__in=person.holdings.filter(last)) | Q(
        seats__substitutes__in=person.substitutions.filter(last)
    )
    return Board.objects.filter(seats).distinct()


def may_manage_agreement(user: Any, agreement: Agreement, *, on: dt.date) -> bool:
    """An agreement of a board is its officers’ work; one of no board that of who keeps the register."""
    if agreement.board is None:
        return keeps_register(user, on=on)
    return MANAGE in words_on(user, agreement.board)


def check_may_manage_agreement(user: Any, agreement: Agreement, *, on: dt.date) -> None:
    if not may_manage_agreement(user, agreement, on=on):
        whose = "the officers who manage this board" if agreement.board else "those who keep the partnership’s register"
        raise NotPermitted(f"Only {whose} may do this.")


def may_answer_for(user: Any, partner: Partner) -> bool:
    """Who represents or manages a partner answers for it."""
    return bool(words_on_partner(user, partner) & {REPRESENT_PARTNER, MANAGE_PARTNER})


def may_speak_for(user: Any, partner: Partner, *, on: dt.date) -> bool:
    """Who answers for the partner, and who keeps the register."""
    return may_answer_for(user, partner) or keeps_register(user, on=on)


def check_may_speak_for(user: Any, partner: Partner, *, on: dt.date) -> None:
    if not may_speak_for(user, partner, on=on):
        raise NotPermitted(f"Only those who represent or manage {partner.name} may do this.")
