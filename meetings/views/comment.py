"""Comments on a circulated draft: read, made, withdrawn, answered."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards.permissions import MINUTE, check_may_minute
from meetings.forms import comment as forms
from meetings.models import Comment, Minute
from meetings.operations import comment as operations
from meetings.queries.comment import SHOWN, Commenting, commenting
from meetings.rules.comment import check_can_answer, check_can_comment, until_words
from meetings.rules.correction import record_lines
from trust.tools.refusal import Refused, why_not


@require_safe
def comments(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """What members said to the draft, item by item, with the answers."""
    found = commenting(request.user, board, meeting)
    shown = request.GET.get("show", "") if request.GET.get("show", "") in SHOWN else ""
    context = {
        "groups": found.narrowed(shown),
        "count": len(found.comments),
        "shown": shown,
        "choices": SHOWN,
        "told": until_words(found.minutes, open_ones=found.unanswered),
        "closed_because": why_not(check_can_comment, found.minutes, on=timezone.localdate()),
        "may_minute": MINUTE in found.reading.words,
    }
    return render(request, "meetings/comments.html", _page(found) | context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Write it, look it through, send it."""
    found = commenting(request.user, board, meeting)
    about = {"about": request.GET.get("about", "")}
    form = forms.Comment(request.POST or None, places=found.places(), initial=about)
    closed_because = why_not(check_can_comment, found.minutes, on=timezone.localdate())
    context = _page(found) | {"form": form, "closed_because": closed_because}
    if not form.is_valid() or closed_because:
        status = (409 if closed_because else 422) if request.method == "POST" else 200
        return render(request, "meetings/comment_add.html", context, status=status)
    if "sure" not in request.POST:
        place = dict(found.places())[form.cleaned_data["about"]]
        template = "meetings/comment_add.html" if "change" in request.POST else "meetings/comment_check.html"
        return render(request, template, context | {"place": place})
    try:
        return _send(request, found, form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return render(request, "meetings/comment_add.html", context, status=refused.status)


def _send(request: HttpRequest, found: Commenting, said: dict[str, str]) -> HttpResponse:
    item, block = found.place(said["about"])
    given: dict[str, Any] = {"minutes": found.minutes, "item": item, "block": block, "text": said["comment"]}
    operations.make_comment(**given, by=request.user, at=timezone.now())
    messages.success(
        request, "Your comment is with the officers. Members read it here, and the answer once there is one."
    )
    return _back(found)


@require_POST
def withdraw(request: HttpRequest, board: str, meeting: str, comment: int) -> HttpResponse:
    found = commenting(request.user, board, meeting)
    operations.withdraw_comment(comment=_one(found, comment), by=request.user)
    messages.success(request, "Your comment is withdrawn.")
    return _back(found)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, board: str, meeting: str, comment: int) -> HttpResponse:
    """Take it up as a correction of a paragraph, or of who was there; or say why not."""
    found = commenting(request.user, board, meeting)
    check_may_minute(request.user, found.reading.meeting.board)
    asked = _one(found, comment)
    paragraph = _paragraph(request, found, asked)
    lines = record_lines(found.document)
    initial = {"text": paragraph.text if paragraph else ""}
    form = forms.Answer(request.POST or None, lines=lines, with_text=paragraph is not None, initial=initial)
    status = 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            _answer(request, asked, paragraph, form.cleaned_data)
            messages.success(request, "The comment is answered.")
            return _back(found)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = refused.status
    closed_because = why_not(check_can_answer, asked, found.minutes)
    context = {"form": form, "comment": asked, "paragraph": paragraph, "closed_because": closed_because}
    line = found.lines.get(asked.item_id or 0)
    return render(request, "meetings/comment_answer.html", _page(found) | context | {"line": line}, status=status)


def _answer(request: HttpRequest, asked: Comment, paragraph: Minute | None, said: dict[str, str]) -> None:
    given: dict[str, Any] = {"comment": asked, "answer": said["answer"], "by": request.user, "at": timezone.now()}
    if said["outcome"] == forms.Answer.NOT_TAKEN_UP:
        operations.leave_as_is(**given)
    elif paragraph is not None:
        operations.take_up(paragraph=paragraph, text=said["text"], **given)
    else:
        operations.take_up_in_record(line=said["line"], becomes=said["becomes"], **given)


def _paragraph(request: HttpRequest, found: Commenting, asked: Comment) -> Minute | None:
    """The paragraph that is corrected: the one commented on, or one chosen of those the officer sees."""
    chosen = request.GET.get("paragraph", "")
    pk = int(chosen) if chosen.isdecimal() else asked.block_id
    if pk is None or pk not in found.document.block_pks:
        return None
    return found.minutes.blocks.select_related("item").filter(pk=pk).first()


def _one(found: Commenting, pk: int) -> Comment:
    """One of the comments that are there for this reader."""
    return get_object_or_404(found.minutes.comments.filter(pk__in=[one.pk for one in found.comments]), pk=pk)


def _page(found: Commenting) -> dict[str, Any]:
    reading = found.reading
    return {"meeting": reading.meeting, "board": reading.meeting.board, "minutes": reading.minutes}


def _back(found: Commenting) -> HttpResponse:
    return redirect("meetings:comments", found.reading.meeting.board.slug, found.reading.meeting.address)
