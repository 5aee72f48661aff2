"""A view of the log is kept under a name, renamed, shared, and let go of."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import SavedView
from actions.operations.progress import signed
from actions.permissions import check_may_change_view
from actions.rules.action import Incomplete
from boards.models import Board
from trust.tools.refusal import Refused
from trust.tools.writing_spell import delete_in_history

LONGEST = 500


@transaction.atomic
def save_view(*, board: Board | None, name: str, query: str, is_shared: bool, by: Any, at: dt.datetime) -> SavedView:
    """Who may read the log keeps views of it: the caller has opened the log for them."""
    if len(query) > LONGEST:
        raise Refused("This asks for more than a view can keep. Take something out of it.")
    view = SavedView(board=board, name=name, query=query, is_shared=is_shared, made_by=by, made_at=at)
    _check_name_is_free(view)
    return signed(view, by, at, "")


@transaction.atomic
def change_view(*, view: SavedView, name: str, is_shared: bool, by: Any, at: dt.datetime) -> SavedView:
    """Another name, shared or no longer; its address stays."""
    view = _held(view)
    check_may_change_view(by, view)
    view.name, view.is_shared = name, is_shared and view.board is not None
    _check_name_is_free(view)
    return signed(view, by, at, "")


@transaction.atomic
def delete_view(*, view: SavedView, by: Any, at: dt.datetime) -> None:
    view = _held(view)
    check_may_change_view(by, view)
    delete_in_history(view, by=by, at=at)


def _held(view: SavedView) -> SavedView:
    found = SavedView.objects.select_for_update(of=["self"]).select_related("board").filter(pk=view.pk).first()
    if found is None:
        raise Refused("This view has been deleted.")
    return found


def _check_name_is_free(view: SavedView) -> None:
    others = SavedView.objects.filter(board=view.board, is_shared=view.is_shared, name=view.name).exclude(pk=view.pk)
    if not view.is_shared:
        others = others.filter(made_by=view.made_by)
    if others.exists():
        raise Incomplete(f"There is a view called “{view.name}” already. Choose another name.")
