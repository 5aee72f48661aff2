"""The list of who came: each act one click, answered with its line."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from boards.permissions import check_may_minute, check_may_see_papers
from boards.queries.people import people_known_to
from meetings.forms.attendance import PublicForm, RowForm, SomebodyForm, StatusForm, SubstituteForm
from meetings.models import Attendance, Meeting
from meetings.operations import attendance as operations
from meetings.queries.attendance import attendance_list, partners_of_person, row_for, substitutes_for
from meetings.queries.came_and_went import came_and_went
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_for, meeting_minuted_by
from meetings.queries.minutes import minutes_of
from meetings.queries.seats_since import seats_since
from meetings.rules.attendance import check_attendance_open, warning_of
from trust.tools.htmx import asked_by_htmx
from trust.tools.refusal import NotPermitted, Refused, why_not


@require_GET
def attendance(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Who is expected, and who came: kept by the clerk, read by members."""
    found = meeting_for(request.user, board, meeting)
    check_may_see_papers(request.user, found.board)
    room = came_and_went(found, sight_at(request.user, found))
    shown = page(request, found)
    keeps = shown["may_minute"] and not shown["locked_because"]
    since = seats_since(found, shown["attendance"].rows) if keeps else []
    return render(request, "meetings/attendance.html", shown | {"room": room, "seats_since": since})


@require_POST
def open_list(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Bring the list up to the seats of the day."""
    found = meeting_minuted_by(request.user, board, meeting)
    operations.bring_up_to_date(meeting=found, by=request.user)
    messages.success(request, "The list is as the seats are on the day.")
    return redirect(_address(found))


@require_POST
def record(request: HttpRequest, board: str, meeting: str, attendance: int) -> HttpResponse:
    """Present, apologies, absent, or expected again."""
    found = meeting_minuted_by(request.user, board, meeting)
    form = StatusForm(request.POST)
    if not form.is_valid():
        raise Refused("Choose present, apologies or absent.")
    row = row_for(found, attendance)
    row = operations.record_attendance(
        attendance=row, status=form.cleaned_data["status"], by=request.user, at=timezone.now()
    )
    return _row(request, found, row, said=f"{row.name}: {row.get_status_display().lower()}.", quiet=True)


@require_http_methods(["GET", "POST"])
def substitute(request: HttpRequest, board: str, meeting: str, attendance: int) -> HttpResponse:
    """Who sits for the holder of a seat."""
    found = meeting_minuted_by(request.user, board, meeting)
    row = row_for(found, attendance)
    if row.seat is None:
        raise Refused("Only the holder of a seat has a substitute.")
    initial = {"substitute": row.substitute_id or ""}
    form = SubstituteForm(request.POST or None, groups=substitutes_for(row, request.user), initial=initial)

    def name(given: dict[str, Any]) -> tuple[Attendance, str]:
        changed = operations.name_substitute(attendance=row, substitute=given["who"], by=request.user)
        if changed.substitute is None:
            return changed, f"Nobody sits for {row.name}."
        warning = warning_of(changed, partners_of_person(changed.substitute.pk, found.date))
        return changed, f"{changed.substitute} sits for {row.name}. {warning}".strip()

    return _row_form(request, found, row, form, name, f"Who sits for {row.name}")


@require_http_methods(["GET", "POST"])
def stand_in(request: HttpRequest, board: str, meeting: str, attendance: int) -> HttpResponse:
    """One more who stands in for somebody away."""
    found = meeting_minuted_by(request.user, board, meeting)
    row = row_for(found, attendance)
    if row.seat is None:
        raise Refused("Only the holder of a seat has a substitute.")
    form = SubstituteForm(request.POST or None, groups=substitutes_for(row, request.user), nobody="Choose")
    status = 422 if form.errors else 200
    if form.is_valid() and form.cleaned_data["who"] is None:
        form.add_error("substitute", "Choose who stands in, or give a name.")
        status = 422
    elif form.is_valid():
        try:
            added = operations.add_stand_in(attendance=row, person=form.cleaned_data["who"], by=request.user)
            warning = warning_of(row, partners_of_person(added.person_id or 0, found.date))
            messages.success(request, f"{added.name} stands in for {row.name}. {warning}".strip())
            return redirect(_address(found, added))
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {"meeting": found, "row": row, "form": form, "title": f"Who else stands in for {row.name}"}
    return render(request, "meetings/attendance_row.html", context, status=status)


@require_http_methods(["GET", "POST"])
def change_row(request: HttpRequest, board: str, meeting: str, attendance: int) -> HttpResponse:
    """How a line is printed: initials, post, capacity, by video, for which items."""
    found = meeting_minuted_by(request.user, board, meeting)
    row = row_for(found, attendance)
    form = RowForm(request.POST or None, row=row, sight=sight_at(request.user, found))

    def change(given: dict[str, Any]) -> tuple[Attendance, str]:
        changed = operations.amend_attendance(attendance=row, fields=given, by=request.user)
        return changed, f"{row.name}: the line is changed."

    return _row_form(request, found, row, form, change, row.name)


@require_POST
def remove(request: HttpRequest, board: str, meeting: str, attendance: int) -> HttpResponse:
    """Take off somebody added by name."""
    found = meeting_minuted_by(request.user, board, meeting)
    row = row_for(found, attendance)
    operations.remove_attendance(attendance=row, by=request.user)
    messages.success(request, f"{row.name} is no longer on the list.")
    return redirect(_address(found))


@require_POST
def take_chair(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Who presides."""
    found = meeting_minuted_by(request.user, board, meeting)
    try:
        chosen = int(request.POST.get("attendance", ""))
    except ValueError:  # no number, or one of more figures than Python reads
        raise Refused("Choose who is in the chair.") from None
    row = operations.take_the_chair(attendance=row_for(found, chosen), by=request.user)
    said = f"{row.substitute or row.name} is in the chair."
    return _whole(request, found, said)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    """Somebody without a seat."""
    found = meeting_minuted_by(request.user, board, meeting)
    here = found.attendances.exclude(person=None).values("person")
    people = people_known_to(request.user).exclude(pk__in=here).prefetch_related("posts__partner")
    form = SomebodyForm(request.POST or None, people=people)
    status = 422 if form.errors else 200
    if form.is_valid():
        person = form.cleaned_data.pop("person")
        try:
            row = operations.add_attendance(meeting=found, person=person, fields=form.cleaned_data, by=request.user)
            messages.success(request, f"{row.name} is on the list.")
            return redirect(_address(found))
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    return render(request, "meetings/attendance_add.html", {"meeting": found, "form": form}, status=status)


@require_POST
def count_public(request: HttpRequest, board: str, meeting: str) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    form = PublicForm(request.POST)
    if not form.is_valid():
        raise Refused("Give the number of members of the public in figures, up to 10,000.")
    operations.count_public(meeting=found, count=form.cleaned_data["count"], by=request.user)
    return _whole(
        request, Meeting.objects.select_related("board").get(pk=found.pk), "The number of the public is kept."
    )


def page(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    """What the list shows; the desk includes it too."""
    return {
        "meeting": found,
        "attendance": attendance_list(found),
        "may_minute": not why_not(check_may_minute, request.user, found.board),
        "sight": sight_at(request.user, found),
        "locked_because": why_not(check_attendance_open, found, minutes_of(found)),
    }


def _address(found: Meeting, row: Attendance | None = None) -> str:
    at = reverse("meetings:attendance", args=[found.board.slug, found.address])
    return f"{at}#attendance-{row.pk}" if row else at


def _row(request: HttpRequest, found: Meeting, row: Attendance, *, said: str, quiet: bool = False) -> HttpResponse:
    """The line as it now is, with the quorum beside it; without htmx the page at that line."""
    if not asked_by_htmx(request):
        messages.success(request, said)
        return redirect(_address(found, row))
    context = page(request, row.meeting) | {
        "row": row_for(found, row.pk),
        "said": said,
        "quiet": quiet,
        "changed": True,
    }
    answer = render(request, "meetings/_attendance_row.html", context)
    answer["HX-Trigger"] = "attendance-changed"
    return answer


def _whole(request: HttpRequest, found: Meeting, said: str) -> HttpResponse:
    if not asked_by_htmx(request):
        messages.success(request, said)
        return redirect(_address(found))
    answer = render(request, "meetings/_attendance_summary.html", page(request, found) | {"said": said})
    answer["HX-Trigger"] = "attendance-changed"
    return answer


def _row_form(
    request: HttpRequest, found: Meeting, row: Attendance, form: forms.Form, do: Any, title: str
) -> HttpResponse:
    """The line with its form in it, or the form on a page of its own."""
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            changed, said = do(form.cleaned_data)
            return _row(request, found, changed, said=said)
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {"meeting": found, "row": row, "form": form, "title": title, "may_minute": True}
    context["sight"] = sight_at(request.user, found)
    if asked_by_htmx(request):
        return render(request, "meetings/_attendance_row.html", context, status=status)
    return render(request, "meetings/attendance_row.html", context, status=status)
