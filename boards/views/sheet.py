"""Sheets of people and seats: the template, sending one, looking through it, bringing it in or setting it aside."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards.forms.sheet import SentSheet, WhoIsWho
from boards.models import PeopleSheet
from boards.operations import sheet as operations
from boards.queries.sheet import check_may_bring_people_in, plan_of, sheet_for, sheets_of
from boards.rules.sheet import COLUMNS, template_rows
from boards.rules.sheet_ground import ACTS
from boards.views.acts import asked
from trust.tools.htmx import asked_by_htmx
from trust.tools.refusal import Refused, why_not
from trust.tools.sheets import KINDS, sheet
from trust.tools.words import counted, listing

AT_ONCE = 100
State = PeopleSheet.State
#: What was made, in words for one and for many.
MADE = {
    "holdings": "{} sitting from a day on",
    "ended": "{} leaving a seat",
    "people": "{} put down for the first time",
    "seats": "{} made",
    "same": "{} so already",
}
OF = {"holdings": ("person", "people"), "ended": ("person", "people"), "people": ("person", "people")}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people_sheets(request: HttpRequest) -> HttpResponse:
    """The sheets sent before, and the way to send one."""
    check_may_bring_people_in(request.user)
    form, status = SentSheet(request.POST or None, request.FILES or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return redirect(_sent(request, form))
            except Refused as refusal:
                form.add_error("sheet", str(refusal))
    sheets = Paginator(sheets_of(request.user, on=timezone.localdate()), 30)
    context = {"form": form, "page": sheets.get_page(request.GET.get("page")), "columns": COLUMNS}
    return render(request, "boards/people_sheets.html", context, status=status)


def _sent(request: HttpRequest, form: SentSheet) -> PeopleSheet:
    file = form.cleaned_data["sheet"]
    told: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    return operations.send_sheet(name=file.name, content=file.read(operations.READ_AT_MOST), **told)


@login_required
@require_safe
def people_sheet_template(request: HttpRequest, kind: str) -> HttpResponse:
    """The columns, what each is for, and an example."""
    check_may_bring_people_in(request.user)
    if kind not in KINDS:
        raise Http404
    return sheet(kind, "people-and-seats", [column.head for column in COLUMNS], template_rows())


@require_safe
def people_sheet(request: HttpRequest, sheet: int) -> HttpResponse:
    """Every row and what it comes to; while it is brought in, how far that is; afterwards, what was made."""
    found = sheet_for(request.user, sheet, on=timezone.localdate())
    context = {"sheet": found, "work": operations.work_on(found)}
    if asked_by_htmx(request) and _is_under_way(found, context["work"]):
        return render(request, "boards/_people_sheet_progress.html", context)
    answer = _page(request, found)
    if asked_by_htmx(request):
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
def choose_people(request: HttpRequest, sheet: int) -> HttpResponse:
    """Keep who each row means."""
    found = sheet_for(request.user, sheet, on=timezone.localdate())
    form = WhoIsWho(request.POST, lines=plan_of(found, request.user))
    if not form.is_valid():
        return _page(request, found, form, status=422)
    operations.choose_people(sheet=found, choices=form.choices, by=request.user)  # type: ignore[arg-type]
    messages.success(request, "It is put down who is who.")
    return redirect(found)


@require_POST
def bring_in(request: HttpRequest, sheet: int) -> HttpResponse:
    """Have it brought in, whole or not at all."""
    return _done(request, sheet, operations.ask_to_bring_in)


@require_POST
def set_aside(request: HttpRequest, sheet: int) -> HttpResponse:
    """It stays to be looked up, and is not brought in."""
    said = "The sheet is set aside. Nothing of it was brought in; send it again if that was a slip."
    return _done(request, sheet, operations.set_sheet_aside, said)


def _done(request: HttpRequest, pk: int, act: Callable[..., object], said: str = "") -> HttpResponse:
    """The act, then the sheet’s page, which says what is now; a refusal is said on it with its status."""
    found = sheet_for(request.user, pk, on=timezone.localdate())
    try:
        act(sheet=found, by=request.user)
    except Refused as refusal:
        return _page(request, found, refusal=str(refusal), status=refusal.status)
    if said:
        messages.success(request, said)
    return redirect(found)


def _is_under_way(sheet: PeopleSheet, work: Any) -> bool:
    return sheet.state == State.ASKED and bool(work and work.is_under_way)


def _page(
    request: HttpRequest, sheet: PeopleSheet, form: WhoIsWho | None = None, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    work = operations.work_on(sheet)
    context: dict[str, Any] = {"sheet": sheet, "work": work, "refusal": refusal, "form": form}
    context["is_under_way"] = _is_under_way(sheet, work)
    context["is_open"] = sheet.state in (State.CHECKED, State.FAILED, State.ASKED) and not context["is_under_way"]
    if sheet.brought_in_at:
        context["made"] = _made(sheet)
    if context["is_open"]:
        lines = plan_of(sheet, request.user)
        counts, act = Counter(line.act for line in lines), asked(request, "show")
        shown = [line for line in lines if line.act == act] if act in ACTS else lines
        context |= {
            "page": Paginator(shown, AT_ONCE).get_page(request.GET.get("page")),
            "show": act if act in ACTS else "",
            "acts": [(one, word, counts[one]) for one, word in ACTS.items() if counts[one]],
            "count": len(lines),
            "who": form or WhoIsWho(lines=lines),
            "not_yet": why_not(operations.check_is_ready, lines),
        }
    return render(request, "boards/people_sheet.html", context, status=status)


def _made(sheet: PeopleSheet) -> str:
    """Two people sitting from a day on, one person leaving a seat and one seat made."""
    said = []
    for name, words in MADE.items():
        if count := sheet.made.get(name, 0):
            one, many = OF.get(name, ("seat", "seats") if name == "seats" else ("row", "rows"))
            said.append(words.format(counted(count, one, many)))
    sentence = listing(said)
    return f"{sentence[:1].upper()}{sentence[1:]}."
