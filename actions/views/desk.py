"""The minuting desk's save, and an item as another desk saved it: one item, in JSON."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from actions.forms.desk import TOO_MUCH, read_sent_item, read_sent_line
from actions.operations import desk
from actions.queries.desk import item_at_desk, item_in_conflict, item_now, line_spoken, saved_item
from meetings.queries.meeting import meeting_minuted_by
from meetings.rules.blocks import BlockRefused
from meetings.rules.conflict import Conflict
from meetings.views.officer import not_the_officer
from trust.tools.body import body_of
from trust.tools.refusal import Refused


@require_POST
def save_item(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """200 with the server's own time; 409 with the other text; 422 with the block; 401 when signed out."""
    if signed_out := not_the_officer(request):
        return signed_out
    found = item_at_desk(request.user, board, meeting, item)
    try:
        sent = read_sent_item(body_of(request, too_much=TOO_MUCH))
        saved = desk.save_item(
            item=found,
            save=sent.save,
            base=sent.base,
            window=sent.window,
            blocks=sent.blocks,
            by=request.user,
            at=timezone.now(),
        )
    except Conflict as conflict:
        return JsonResponse(item_in_conflict(conflict.current, found, str(conflict)), status=conflict.status)
    except BlockRefused as refusal:
        answer = {"sentence": str(refusal), "key": str(refusal.key or "")}
        return JsonResponse(answer, status=refusal.status)
    except Refused as refusal:
        return JsonResponse({"sentence": str(refusal)}, status=refusal.status)
    return JsonResponse(saved_item(saved.minuted, found, sent.blocks, saved.version, saved.actions))


@require_POST
def read_line(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """200 with who, what and when of a spoken line; nothing is written, so 401 and 422 lose nothing."""
    if signed_out := not_the_officer(request):
        return signed_out
    try:
        found = meeting_minuted_by(request.user, board, meeting)
        return JsonResponse(line_spoken(found, read_sent_line(body_of(request))))
    except Refused as refusal:
        return JsonResponse({"sentence": str(refusal)}, status=refusal.status)


@require_safe
@never_cache
def show_item(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    """The item as it stands now, for a desk that has not touched it; 401 when signed out."""
    if signed_out := not_the_officer(request):
        return signed_out
    return JsonResponse(item_now(item_at_desk(request.user, board, meeting, item)))
