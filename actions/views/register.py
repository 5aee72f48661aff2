"""A board's challenge log, risk register and forward plan: list, file, page, and the acts on a line."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.forms.register import FORMS, CloseEntryForm, RegisterFilter
from actions.models import RegisterEntry
from actions.operations import register as operations
from actions.pdf import register_pdf
from actions.permissions import check_may_add, check_may_keep
from actions.queries.action import actions_known_to
from actions.queries.lines import lines, with_lines
from actions.queries.log import board_of_log
from actions.queries.register import (
    HEADS,
    WIDTHS,
    entries_of,
    entry_for,
    facts_of,
    planned_in_words,
    register_rows,
)
from actions.rules.register import WORDS, risk_in_words, state_words
from boards.models import Board, Partner
from boards.views.acts import Act, act_page, confirm_page
from trust.tools.refusal import why_not
from trust.tools.sheets import KINDS, sheet

PAGE = 50


def _asked(request: HttpRequest, slug: str, register: str) -> tuple[Board, RegisterFilter, Any]:
    if register not in WORDS:
        raise Http404("The board keeps no such register.")
    board = board_of_log(request.user, slug)
    cut = RegisterFilter(request.GET, register=register, partners=Partner.objects.all())
    return board, cut, entries_of(board, register, request.user, cut.cut())


@require_safe
def register(request: HttpRequest, board: str, register: str) -> HttpResponse:
    """Filtered by the address, a page at a time."""
    on_board, cut, found = _asked(request, board, register)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "board": on_board,
        "register": register,
        "words": WORDS[register],
        "registers": [(name, words.title) for name, words in WORDS.items()],
        "filter": cut,
        "is_cut": cut.is_cut(),
        "page": page,
        "rows": [_row(entry) for entry in page.object_list],
        "asked": asked.urlencode(),
        "may_add": not why_not(check_may_add, request.user, on_board),
    }
    return render(request, "actions/register.html", context)


def _row(entry: RegisterEntry) -> dict[str, Any]:
    tone = {"open": "act", "done": "ok"}.get(entry.state, "none")
    tags = [(state_words(entry), tone)] + ([risk_in_words(entry)] if entry.register == "risk" else [])
    about = planned_in_words(entry) if entry.register == "plan" else ""
    if entry.register == "challenge":
        about = f"{entry.from_partner} to {entry.to_partner}"
    return {"entry": entry, "tags": tags, "about": about}


@require_safe
def register_sheet(request: HttpRequest, board: str, register: str, kind: str) -> HttpResponse:
    """The same as a file: a sheet, or paper."""
    if kind not in (*KINDS, "pdf"):
        raise Http404
    on_board, _, found = _asked(request, board, register)
    name = f"{WORDS[register].title.lower().replace(' ', '-')}-{on_board.slug}"
    if kind != "pdf":
        return sheet(kind, name, HEADS[register], register_rows(found, register))
    heads = list(zip(HEADS[register], WIDTHS[register], strict=True))
    context = {"board": on_board, "words": WORDS[register], "heads": heads}
    answer = HttpResponse(
        register_pdf(context | {"rows": list(register_rows(found, register))}, day=timezone.localdate()),
        content_type="application/pdf",
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return answer


@require_safe
def entry(request: HttpRequest, board: str, register: str, year: int, number: int) -> HttpResponse:
    """One line, with the actions that were closed by moving to it."""
    found, today = entry_for(request.user, board, register, year, number), timezone.localdate()
    moved = actions_known_to(request.user, on=today).filter(moved_to=found)
    context = {
        "entry": found,
        "board": found.board,
        "words": WORDS[register],
        "facts": [fact for fact in facts_of(found) if fact[1]],
        "tags": _row(found)["tags"],
        "lines": lines(with_lines(moved), today=today),
        "may_keep": not why_not(check_may_keep, request.user, found.board),
    }
    return render(request, "actions/entry.html", context)


def add_entry(request: HttpRequest, board: str, register: str) -> HttpResponse:
    """Put down by the officers, read through first."""
    on_board, _, _ = _asked(request, board, register)
    check_may_add(request.user, on_board)
    words, today = WORDS[register], timezone.localdate()
    form = FORMS[register](request.POST or None, board=on_board, on=today)
    key = _key(request)

    def do(given: dict[str, Any]) -> object:
        told: dict[str, Any] = {"key": key, "by": request.user, "at": timezone.now()}
        return operations.add_entry(board=on_board, register=register, given=given, **told)

    title = f"Put down a {words.one}" if register != "plan" else "Put something on the forward plan"
    return act_page(
        request, _act(title, on_board, _list(on_board, register), "It is put down.", "Put it down"), form, do
    )


def _key(request: HttpRequest) -> uuid.UUID:
    """The same form sent again, by the same person, is the same line: the check page carries its token."""
    token = request.POST.get("csrfmiddlewaretoken", "")
    said = "&".join(f"{name}={value}" for name, value in sorted(request.POST.items()) if name not in _STEPS)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{request.user.pk}/{request.path}/{token[:8]}/{said}")


_STEPS = {"csrfmiddlewaretoken", "confirmed", "change"}


def change_entry(request: HttpRequest, board: str, register: str, year: int, number: int) -> HttpResponse:
    found = entry_for(request.user, board, register, year, number)
    check_may_keep(request.user, found.board)
    form = FORMS[register](request.POST or None, board=found.board, on=timezone.localdate(), entry=found)

    def do(given: dict[str, Any]) -> object:
        return operations.change_entry(entry=found, given=given, by=request.user, at=timezone.now())

    said = "It is changed. What it said before is in its history."
    return act_page(request, _act("Change it", found, found.get_absolute_url(), said, "Change it"), form, do)


def close_entry(request: HttpRequest, board: str, register: str, year: int, number: int) -> HttpResponse:
    found = entry_for(request.user, board, register, year, number)
    check_may_keep(request.user, found.board)
    form = CloseEntryForm(request.POST or None, entry=found)

    def do(given: dict[str, Any]) -> object:
        return operations.close_entry(entry=found, **given, by=request.user, at=timezone.now())

    act = _act("Say what became of it", found, found.get_absolute_url(), "That is put down.", "Put it down")
    return act_page(request, act, form, do)


def open_entry(request: HttpRequest, board: str, register: str, year: int, number: int) -> HttpResponse:
    found = entry_for(request.user, board, register, year, number)
    check_may_keep(request.user, found.board)
    act = _act("Open it again", found, found.get_absolute_url(), "It is open again.", "Open it again")
    return confirm_page(request, act, lambda: operations.open_entry(entry=found, by=request.user, at=timezone.now()))


def _list(board: Board, register: str) -> str:
    return reverse("actions:register", args=[board.slug, register])


def _act(title: str, about: object, then: str, said: str, button: str) -> Act:
    step = "Everybody who reads this board’s papers can read it. It can be changed, and history keeps what it said."
    return Act(title=title, about=str(about), button=button, next_step=step, said=said, place="the register", then=then)
