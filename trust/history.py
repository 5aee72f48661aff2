"""Who changed what in any record, when and why; for those who may read the record's papers.

Where each kind of record belongs stands in trust.records. A record that is not named there has no page. What is in the
minutes, and what arose from them, has its page only for those who read the whole minutes as they stand: a draft at the
desk is nobody else's.
"""

from typing import Any

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.queries.action import actions_known_to, actions_managed_by
from boards.models import Board
from boards.permissions import (
    CHAIR,
    MANAGE,
    MINUTE,
    SEE_EXEMPT,
    SEE_PAPERS,
    check_may_edit_person,
    check_may_know_of,
    keeps_register,
    may_answer_for,
    words_on,
)
from boards.queries.access import boards_known_to, boards_where
from boards.queries.partners import has_colleagues_at
from boards.queries.people import people_known_to
from commissioning.models import Allocation, Bid, Fund
from commissioning.queries.fund import funds_seen_by
from commissioning.queries.sight import allocations_seen_by, bids_seen_by
from meetings.models import AgendaItem, Decision, Declaration, Edition, Meeting
from meetings.permissions import words_at
from meetings.queries.decisions import decisions_known_to
from meetings.queries.entitled import items_closed_to, sight_at
from meetings.queries.meeting import meetings_known_to
from meetings.queries.minutes import reading_of
from trust.records import RECORDS, Kept
from trust.tools.history import changes_of
from trust.tools.refusal import NotPermitted

SENTENCE = "Only those who read the papers of this board read the history of its records."


def along(record: Any, way: str) -> Any:
    """What stands at the end of a way; None where there is no way or it breaks off."""
    if not way:
        return None
    for name in way.split(".") if way != "self" else ():
        record = getattr(record, name, None)
    return record


def check_may_read_history(user: Any, record: Any, kept: Kept) -> None:
    """The papers' readers; of an exempt item's records only who sees exempt matter. 404 for who may not know of it."""
    board, meeting = along(record, kept.board), along(record, kept.meeting)
    if board is None and meeting is None:
        return _check_not_of_a_board(user, record, kept)
    if meeting is not None and not meetings_known_to(user).filter(pk=meeting.pk).exists():
        raise Http404
    words = words_at(user, meeting) if meeting is not None else words_on(user, board)
    if _is_closed(user, record, kept, meeting, words) or (kept.led and not words & {MINUTE, CHAIR}):
        raise Http404
    if _is_kept_from(user, along(record, kept.money)):
        raise Http404
    if kept.in_minutes and reading_of(user, meeting).edition != Edition.FULL:
        raise Http404
    paper = along(record, kept.paper)
    if paper is not None and paper.exempt_paragraphs and SEE_EXEMPT not in words:
        raise Http404
    action = along(record, kept.action)
    if action is not None and not _knows_of(user, action):
        raise Http404
    if SEE_PAPERS not in words:
        check_may_know_of(user, board or meeting.board)
        raise NotPermitted(SENTENCE)


def _is_kept_from(user: Any, money: Any) -> bool:
    """A bid or an allocation to one, from those who sit for whoever would be paid by it."""
    if money is None:
        return False
    seen = bids_seen_by(user) if isinstance(money, Bid) else allocations_seen_by(user)
    return not seen.filter(pk=money.pk).exists()


def _knows_of(user: Any, action: Any) -> bool:
    today = timezone.localdate()
    return any(known(user, on=today).filter(pk=action.pk).exists() for known in (actions_known_to, actions_managed_by))


def _is_closed(user: Any, record: Any, kept: Kept, meeting: Meeting | None, words: frozenset[str]) -> bool:
    """Whether it is of an item closed to this reader, or declares an interest in such items alone."""
    item = along(record, kept.item)
    items = list(record.items.all()) if isinstance(record, Declaration) else [item] if item else []
    if meeting is None:
        return any(one.is_exempt for one in items) and SEE_EXEMPT not in words
    sight = sight_at(user, meeting, words)
    return bool(items) and not any(sight.sees(one) for one in items)


def _check_not_of_a_board(user: Any, record: Any, kept: Kept) -> None:
    """A partner's records are for those who work with it, a person's for their officers; the rest for any officer."""
    partner, person = along(record, kept.partner), along(record, kept.person)
    if kept.register:
        if not keeps_register(user, on=timezone.localdate()):
            raise Http404
    elif kept.answers:
        if not may_answer_for(user, partner) or not _knows_of(user, along(record, kept.action)):
            raise Http404
    elif person is not None:
        if not people_known_to(user).filter(pk=person.pk).exists():
            raise Http404
        if not user.is_authenticated or person.user_id != user.pk:
            check_may_edit_person(user, person, on=timezone.localdate())
    elif not (has_colleagues_at(partner, user) if partner else boards_where(user, MANAGE).exists()):
        raise Http404


def _page_of(record: Any) -> str:
    """The record's own page; "" where it has none."""
    try:
        return record.get_absolute_url()
    except (AttributeError, NoReverseMatch):
        return ""


def known_to(user: Any) -> dict[Any, QuerySet]:
    """What may be named to this reader in the history of something else."""
    items = AgendaItem.objects.exclude(pk__in=items_closed_to(user))
    known = {Board: boards_known_to(user), Meeting: meetings_known_to(user), AgendaItem: items}
    known |= {Decision: decisions_known_to(user), Fund: funds_seen_by(user)}
    return known | {Bid: bids_seen_by(user), Allocation: allocations_seen_by(user)}


@require_safe
def history(request: HttpRequest, model: str, pk: int) -> HttpResponse:
    """Every change of one record, latest first."""
    kept = RECORDS.get(model)
    record = apps.get_model(model)._default_manager.filter(pk=pk).first() if kept else None
    if kept is None or record is None:
        raise Http404("No record is at this address.")
    check_may_read_history(request.user, record, kept)
    pages = Paginator(changes_of(record, kept.parts, known=known_to(request.user)), 50)
    context = {
        "record": record,
        "back": _page_of(record),
        "page": pages.get_page(request.GET.get("page")),
    }
    return render(request, "history.html", context)
