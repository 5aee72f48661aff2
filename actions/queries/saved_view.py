"""Saved views that a reader may use: their own, and those shared with a board whose log they may read."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from actions.models import SavedView
from boards.models import Board
from boards.permissions import SEE_PAPERS
from boards.queries.access import boards_where


def views_known_to(reader: Any) -> QuerySet[SavedView]:
    if not reader.is_authenticated:
        return SavedView.objects.none()
    reads = boards_where(reader, SEE_PAPERS)
    found = SavedView.objects.filter(Q(made_by=reader.pk) | Q(is_shared=True), Q(board=None) | Q(board__in=reads))
    return found.select_related("board", "made_by__person")


def views_of_log(board: Board | None, reader: Any) -> QuerySet[SavedView]:
    """Those of one log, shared ones and the reader's own, by name."""
    return views_known_to(reader).filter(board=board)


def view_for(reader: Any, pk: int) -> SavedView:
    """404 for who may not use it."""
    found = views_known_to(reader).filter(pk=pk).first()
    if found is None:
        raise Http404("No view is saved at this address.")
    return found
