"""Districts and footprints, and one board for each district."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms import footprint as forms
from boards.operations import footprint as operations
from boards.operations.district_trusts import add_for_districts
from boards.permissions import check_may_keep_register, keeps_register
from boards.queries.footprint import district_lines, districts, footprint_for, grounds
from boards.queries.network import boards_on
from boards.views.acts import Act, act_page
from boards.views.as_of import as_of, of_file
from trust.tools.sheets import KINDS, sheet


@require_safe
def footprints(request: HttpRequest) -> HttpResponse:
    """The districts, and which boards are for which of them, on any day."""
    today, when = timezone.localdate(), as_of(request)
    found = grounds(request.user, on=when.day)
    context = {
        "grounds": found,
        "lines": district_lines(found, districts()),
        "keeps": keeps_register(request.user, on=today),
        "when": when,
    }
    return render(request, "boards/footprints.html", context, status=when.status)


@require_safe
def footprints_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    """Boards down, districts across, as of a day."""
    if kind not in KINDS:
        raise Http404
    lines = district_lines(grounds(request.user, on=of_file(request).day), districts())
    boards = sorted({board for line in lines for board in line.boards}, key=str)
    rows = ([board.name, *("For it" if board in line.boards else "" for line in lines)] for board in boards)
    return sheet(kind, "districts-and-boards", ("Board", *(line.district.name for line in lines)), rows)


def _act(*, title: str, button: str, next_step: str, said: str, then: str = "boards:footprints") -> Act:
    place = "Districts and footprints"
    return Act(title=title, about="", button=button, next_step=next_step, said=said, place=place, then=reverse(then))


def add_districts(request: HttpRequest) -> HttpResponse:
    """Name the districts of the area."""
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    act = _act(
        title="Add districts",
        button="Add them",
        next_step="Footprints are made of them, and boards can be set up for each. The council of a district is found "
        "by its name, where it is a partner.",
        said="The districts are added.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.add_districts(**given, by=request.user, on=today)

    return act_page(request, act, forms.NewDistricts(request.POST or None), do)


def add_footprint(request: HttpRequest) -> HttpResponse:
    """Name a set of districts."""
    return _set(request, None)


def change_footprint(request: HttpRequest, footprint: int) -> HttpResponse:
    """Another name, or other districts."""
    check_may_keep_register(request.user, on=timezone.localdate())
    return _set(request, footprint_for(request.user, footprint))


def _set(request: HttpRequest, footprint: Any) -> HttpResponse:
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    act = _act(
        title="Change this footprint" if footprint else "Add a footprint",
        button="Change it" if footprint else "Add it",
        next_step="Boards that are for it say so on their pages and in the picture of the network. For the days "
        "before, it has the districts it had.",
        said="The footprint is put down.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.set_footprint(footprint=footprint, **given, by=request.user, on=today)

    return act_page(request, act, forms.FootprintForm(request.POST or None, footprint=footprint, on=today), do)


def add_boards(request: HttpRequest) -> HttpResponse:
    """One board for each district, all at once."""
    today = timezone.localdate()
    check_may_keep_register(request.user, on=today)
    form = forms.ForDistricts(request.POST or None, boards=boards_on(request.user, today), on=today)
    act = _act(
        title="Set up a board for each district",
        button="Set them up",
        next_step="Each board has a page of its own, for its own district. If one cannot be set up, none is.",
        said="The boards are set up.",
        then="boards:boards",
    )

    def do(given: dict[str, Any]) -> object:
        own = {name: given[name] for name in form.own}
        return add_for_districts(**own, **form.told(), by=request.user, on=today)

    return act_page(request, act, form, do)
