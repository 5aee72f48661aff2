"""Notices of key decisions: the public forward list of a board, one notice, and the acts on it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import MINUTE, check_may_minute, words_on
from boards.queries.boards import board_for
from boards.views.acts import Act, act_page, asked, confirm_page
from meetings.forms.key_decision import NoticeForm, NoticesFilter
from meetings.forms.spending import ReasonForm
from meetings.models import KeyDecisionNotice
from meetings.operations import key_decision as operations
from meetings.queries.executive import is_executive
from meetings.queries.key_decision import (
    COLUMNS,
    NoticeLine,
    items_to_name,
    lines_of,
    notice_for,
    notices_of,
    sheet_rows,
)
from meetings.queries.second_notice import second_read
from meetings.views.trails import board_trail
from trust.tools.sheets import KINDS, sheet

FIELDS = [*NoticeForm.base_fields]
PUBLISH = (
    "Whoever may know of this board reads it on the forward list from now on. The matter, the reasons and the kind of "
    "notice then stay as they are; papers can be added, and the day moved later."
)


@require_safe
def notices(request: HttpRequest, board: str) -> HttpResponse:
    """What is to be decided, on or after which day."""
    found, cut, lines = _lines(request, board)
    listed = request.GET.copy()
    listed.pop("order", None)
    context = {
        "board": found,
        "filter": cut,
        "is_cut": any(value for name, value in cut.cut().items() if name != "order"),
        "lines": lines,
        "order": cut.cut().get("order") or "date",
        "asked": listed.urlencode(),
        "may_minute": MINUTE in words_on(request.user, found),
        "is_executive": is_executive(found, timezone.localdate()),
    }
    return render(request, "meetings/key_decisions.html", context)


@require_safe
def notices_sheet(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The same list as a file."""
    found, _, lines = _lines(request, board)
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")
    return sheet(kind, f"key-decisions-{found.slug}", COLUMNS, sheet_rows(lines, in_words=kind == "csv"))


@require_safe
def notice(request: HttpRequest, board: str, notice: int) -> HttpResponse:
    """One notice, with what the regulations ask it to say."""
    line = notice_for(request.user, board, notice)
    second = second_read(line.notice, may_minute=line.may_minute, on=timezone.localdate())
    context = {"line": line, "notice": line.notice, "board": line.notice.board, "second": second}
    return render(request, "meetings/key_decision.html", context)


def add(request: HttpRequest, board: str) -> HttpResponse:
    """Draw up a notice, of an item where one is named."""
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_minute(request.user, found)
    items = items_to_name(found, request.user, on=today, notice=None)
    item = next((one for one in items if str(one.pk) == asked(request, "item")), None)
    first = {"item": item.pk, "expected_date": item.meeting.date} if item else {}
    if item and not item.is_closed:
        first["matter"] = item.title
    form = NoticeForm(request.POST or None, items=items, initial=first)
    then = reverse("meetings:key_decisions", args=[found.slug])
    act = Act(
        title="Give notice of a key decision",
        about=str(found),
        button="Draw it up",
        next_step="",
        said="The notice is drawn up. Nobody but the officers reads it until it is published.",
        place="Key decisions",
        then=then,
        at_once=True,
        trail=board_trail(found, ("Key decisions", then)),
    )
    made: list[KeyDecisionNotice] = []

    def do(given: dict[str, Any]) -> object:
        made.append(operations.draw_up_notice(board=found, **given, by=request.user))
        return made[-1]

    answer = act_page(request, act, form, do)
    return redirect("meetings:key_decision", board, made[-1].pk) if answer.status_code == 302 and made else answer


def change(request: HttpRequest, board: str, notice: int) -> HttpResponse:
    line = _minuted(request, board, notice)
    found = line.notice
    items = items_to_name(found.board, request.user, on=timezone.localdate(), notice=found)
    now = {name: getattr(found, name) for name in FIELDS} | {"item": found.item_id}
    form = NoticeForm(request.POST or None, items=items, initial=now, is_published=not line.is_draft)
    act = _act(line, "Change the notice", "Save the change", "", "The notice is changed.", at_once=True)

    def do(given: dict[str, Any]) -> object:
        return operations.change_notice(notice=found, **given, by=request.user)

    return act_page(request, act, form, do)


def publish(request: HttpRequest, board: str, notice: int) -> HttpResponse:
    line = _minuted(request, board, notice)
    act = _act(line, "Publish the notice", "Publish", PUBLISH, "The notice is published.")

    def do() -> object:
        return operations.publish_notice(notice=line.notice, by=request.user, at=timezone.now())

    return confirm_page(request, act, do)


def withdraw(request: HttpRequest, board: str, notice: int) -> HttpResponse:
    line = _minuted(request, board, notice)
    next_step = "It stays on the list as withdrawn, with your reason. Its item can have another notice."
    act = _act(line, "Withdraw the notice", "Withdraw it", next_step, "The notice is withdrawn.")

    def do(given: dict[str, Any]) -> object:
        return operations.withdraw_notice(notice=line.notice, **given, by=request.user, at=timezone.now())

    return act_page(request, act, ReasonForm(request.POST or None), do)


def _lines(request: HttpRequest, slug: str) -> tuple[Board, NoticesFilter, list[NoticeLine]]:
    board = board_for(request.user, slug)
    cut = NoticesFilter(request.GET, may_minute=MINUTE in words_on(request.user, board))
    found = notices_of(board, request.user, cut.cut(), on=timezone.localdate())
    return board, cut, lines_of(found, board, request.user)


def _minuted(request: HttpRequest, board: str, notice: int) -> NoticeLine:
    line = notice_for(request.user, board, notice)
    check_may_minute(request.user, line.notice.board)
    return line


def _act(line: NoticeLine, title: str, button: str, next_step: str, said: str, *, at_once: bool = False) -> Act:
    found = line.notice
    then = reverse("meetings:key_decision", args=[found.board.slug, found.pk])
    above = ("Key decisions", reverse("meetings:key_decisions", args=[found.board.slug]))
    place = {"place": found.matter, "then": then, "at_once": at_once}
    place["trail"] = board_trail(found.board, above, ("The notice", then))
    return Act(title=title, about=found.matter, button=button, next_step=next_step, said=said, **place)  # type: ignore[arg-type]
