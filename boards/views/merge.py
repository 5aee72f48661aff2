"""Two entries that are one person, and the way back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms import merge as forms
from boards.operations import merge as operations
from boards.queries.people_list import entries_beside, merges_of
from boards.views.acts import act_page
from boards.views.post import kept_person, persons_act


def merge_people(request: HttpRequest, person: int) -> HttpResponse:
    """Say that another entry is this person. What moves is read before it is done."""
    kept, today = kept_person(request, person), timezone.localdate()
    act = persons_act(
        kept,
        title=f"Merge another entry into {kept.name}",
        about="Two people may share a name: be sure that they are one.",
        button="Merge the entries",
        next_step=f"The other entry’s page leads to this one. Posts, seats and what is still open go over to "
        f"{kept.name}; a post that both held at once becomes one. Minutes that were approved or signed keep what they "
        "say. The merge can be undone from this page.",
        said="The entries are one person now.",
        points_out=lambda given: operations.what_moves(given["merged"], kept),
    )

    def do(given: dict[str, Any]) -> object:
        by, at = request.user, timezone.now()
        return operations.merge_people(kept=kept, **given, by=by, at=at, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.MergeForm(request.POST or None, entries=entries_beside(kept)), do)


def undo_merge(request: HttpRequest, person: int, merge: int) -> HttpResponse:
    """They are two people after all."""
    kept, today = kept_person(request, person), timezone.localdate()
    found = merges_of(kept).filter(pk=merge).first()
    if found is None:
        raise Http404("Nothing to undo is at this address.")
    act = persons_act(
        kept,
        title=f"Undo the merge of {found.merged.name} into {kept.name}",
        about=found.reason,
        button="Make them two again",
        next_step="Exactly what was moved goes back. What was put down since stays where it is.",
        said="They are two entries again.",
    )

    def do(given: dict[str, Any]) -> object:
        by, at = request.user, timezone.now()
        return operations.undo_merge(merge=found, **given, by=by, at=at, on=today)  # type: ignore[arg-type]

    return act_page(request, act, forms.UndoForm(request.POST or None), do)
