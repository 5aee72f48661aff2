"""A board's retention: the page, its rules, its holds."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import Board
from boards.permissions import MANAGE, PUBLISH, SEE_PAPERS, check_may_manage, check_may_publish, check_word, words_on
from boards.queries.boards import board_for
from boards.queries.terms import terms_on
from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.retention import HoldForm, RuleForm, first_rule
from meetings.forms.spending import ReasonForm
from meetings.models import RecordClass
from meetings.operations import retention as operations
from meetings.queries.meeting import meetings_of
from meetings.queries.retention import classes_of, due_of, hold_for, holds_of, rule_in_force
from meetings.rules.retention import CLASSES, STANDARD, shorter_than_inspection
from meetings.views.trails import Trail, board_trail

READS = "Only members and officers of this board, and those who keep the register, read how long its records are kept."
RULE = (
    "The rule is shown to the board’s members. Nothing is destroyed by it: what comes due is listed for the officers, "
    "and one of them signs each disposal off."
)
STANDARD_RULES = (
    "Every class of record without a rule has the standard one from today on. Rules that are set already stay. Nothing "
    "is destroyed: what is due then is listed, to be looked through and signed off."
)
HOLD = "Nothing of it can be signed off for disposal until the hold is lifted. The board’s officers see it, and why."


def board_kept(request: HttpRequest, board: str) -> Board:
    """A board whose retention the reader may read."""
    found = board_for(request.user, board)
    check_word(request.user, found, [SEE_PAPERS, MANAGE], READS)
    return found


@require_safe
def retention(request: HttpRequest, board: str) -> HttpResponse:
    """Each class with its rule; for officers what is due, and what is held back."""
    found, on = board_kept(request, board), timezone.localdate()
    words = words_on(request.user, found)
    signs = PUBLISH in words
    due = due_of(found, on=on) if signs else []
    lines = classes_of(found, due, on=on)
    context = {
        "board": found,
        "lines": lines,
        "without": [line for line in lines if line.rule is None],
        "due": due,
        "free": [one for one in due if one.hold is None],
        "holds": holds_of(found) if signs else [],
        "signs": signs,
        "may_manage": MANAGE in words,
    }
    return render(request, "meetings/retention.html", context)


def set_rule(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The rule for one class of record, from a day on."""
    found, on = board_kept(request, board), timezone.localdate()
    if kind not in CLASSES:
        raise Http404("There is no such class of record.")
    check_may_manage(request.user, found)
    label, terms = RecordClass(kind).label, terms_on(found, on)
    first = first_rule(rule_in_force(found, kind, on=on), on)
    if "keep_for" not in first:
        its = STANDARD[kind]
        first |= {"keep_for": its.keep, "years": its.years, "since": its.since, "source": its.source}

    def warned(given: dict[str, Any]) -> list[str]:
        inspection = terms.inspection_years if terms else None
        said = shorter_than_inspection(kind, given["keep_for"], given["years"], inspection)
        return [said] if said else []

    def do(given: dict[str, Any]) -> object:
        return operations.set_rule(board=found, kind=kind, **given, by=request.user, on=on)

    act = _act(found, f"{label}: how long they are kept", "Set the rule", RULE, "The rule is set.", points_out=warned)
    return act_page(request, act, RuleForm(request.POST or None, kind=kind, initial=first), do)


def adopt_standard(request: HttpRequest, board: str) -> HttpResponse:
    found = board_kept(request, board)
    check_may_manage(request.user, found)
    said = "The standard rules hold for every class that had none."
    act = _act(found, "Adopt the standard rules", "Adopt them", STANDARD_RULES, said)
    return confirm_page(
        request,
        act,
        lambda: operations.adopt_standard(board=found, by=request.user, on=timezone.localdate()),
    )


def set_hold(request: HttpRequest, board: str) -> HttpResponse:
    """Keep records back while a request or a dispute is open."""
    found = board_kept(request, board)
    check_may_publish(request.user, found)
    form = HoldForm(request.POST or None, meetings=meetings_of(found, request.user).filter(board=found))

    def do(given: dict[str, Any]) -> object:
        return operations.set_hold(board=found, **given, by=request.user, at=timezone.now())

    return act_page(request, _act(found, "Hold records back", "Set the hold", HOLD, "The hold stands."), form, do)


def lift_hold(request: HttpRequest, board: str, hold: int) -> HttpResponse:
    found = board_kept(request, board)
    check_may_publish(request.user, found)
    held = hold_for(found, hold)
    next_step = "What it held back is due again where its rule says so. The hold stays on the page as lifted."
    act = _act(found, "Lift the hold", "Lift it", next_step, "The hold is lifted.", about=held.reason)

    def do(given: dict[str, Any]) -> object:
        return operations.lift_hold(hold=held, **given, by=request.user, at=timezone.now())

    return act_page(request, act, ReasonForm(request.POST or None), do)


def _act(
    board: Board, title: str, button: str, next_step: str, said: str, *, about: str = "", points_out: Any = None
) -> Act:
    return Act(
        title=title,
        about=about or board.name,
        button=button,
        next_step=next_step,
        said=said,
        place="Retention",
        then=reverse("meetings:retention", args=[board.slug]),
        trail=trail(board),
        points_out=points_out,
    )


def trail(board: Board) -> Trail:
    return board_trail(board, ("Retention", reverse("meetings:retention", args=[board.slug])))
