"""The terms of reference of a board: reading them, and setting down new ones or a draft."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from boards.forms.terms_rows import Voters
from boards.forms.terms_versions import BeforeVersion, TermsVersion
from boards.models import Board, TermsOfReference
from boards.operations import terms as operations
from boards.permissions import MANAGE, SEE_PAPERS, check_may_manage, words_on
from boards.queries.access import boards_known_to
from boards.queries.boards import board_for
from boards.queries.seats import voting_seats_on
from boards.queries.terms import agencies, asked_by, drafts_of, terms_on, version_for, versions_of, voters_of
from boards.rules.terms import Asks, check_is_draft
from boards.views.acts import Act, act_page
from boards.views.as_of import as_of


def terms(request: HttpRequest, board: str) -> HttpResponse:
    """The terms in force on a day, those to come, those that ruled earlier meetings, and for its members drafts."""
    found, when = board_for(request.user, board), as_of(request)
    versions = versions_of(found, request.user, on=when.day)
    current = next((version for version in versions if version.is_current), None)
    words = words_on(request.user, found)
    context = {
        "board": found,
        "current": current,
        "others": [version for version in versions if version is not current],
        "drafts": list(drafts_of(found)) if words & {MANAGE, SEE_PAPERS} else [],
        "may_manage": MANAGE in words,
        "when": when,
    }
    return render(request, "boards/terms.html", context, status=when.status)


def set_terms(request: HttpRequest, board: str) -> HttpResponse:
    """Set down new terms: in force from a day, or a draft; the form begins with those in force."""
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_manage(request.user, found)
    before = _before(request, found, terms_on(found, today), today)
    form = _form(request, before, today)
    act = Act(
        title="Change the terms of reference" if before.terms else "Set down the terms of reference",
        about=str(found),
        button="Set down these terms",
        next_step="Meetings from the day on which terms are in force go by them; meetings before it keep the terms of "
        "their day. A draft rules no meeting until it is put in force.",
        said="The terms are set down.",
        place="Terms of reference",
        then=reverse("boards:terms", args=[found.slug]),
    )

    def do(given: dict[str, Any]) -> object:
        settled: dict[str, Any] = {"board": found, "asks": form.asks(), "by": request.user, **form.settled()}
        if form.is_in_force:
            return operations.set_terms(**settled)
        return operations.draft_terms(status=given["standing"], **settled)

    return act_page(request, act, form, do)


def revise_terms(request: HttpRequest, board: str, terms: int) -> HttpResponse:
    """Write a draft again."""
    found, today = board_for(request.user, board), timezone.localdate()
    check_may_manage(request.user, found)
    draft = version_for(found, terms, with_drafts=True)
    check_is_draft(draft)
    form = _form(request, _before(request, found, draft, today, is_draft=True), today)
    act = Act(
        title=f"Write version {draft.version} again",
        about=str(found),
        button="Keep the draft",
        next_step="Members read the draft as you leave it. No meeting goes by it until it is put in force.",
        said="The draft is kept.",
        place="Terms of reference",
        then=reverse("boards:terms_version", args=[found.slug, draft.pk]),
    )

    def do(given: dict[str, Any]) -> object:
        settled: dict[str, Any] = {"asks": form.asks(), "by": request.user, **form.settled()}
        return operations.revise_terms(terms=draft, status=given["standing"], **settled)

    return act_page(request, act, form, do)


def _form(request: HttpRequest, before: BeforeVersion, today: dt.date) -> TermsVersion:
    """With one more row of a list, where that was asked for."""
    form = TermsVersion(request.POST or None, before=before, on=today)
    return form.with_another(request.POST["another"]) if "another" in request.POST else form


def _before(
    request: HttpRequest, board: Board, begins: TermsOfReference | None, today: dt.date, *, is_draft: bool = False
) -> BeforeVersion:
    """What the form begins with."""
    (partners, classes), (bodies, groups) = voters_of(board), agencies()
    return BeforeVersion(
        board=board,
        terms=begins,
        asks=asked_by(begins, request.user) if begins else Asks(),
        voters=Voters(list(partners), list(classes)),
        boards=boards_known_to(request.user).exclude(pk=board.pk),
        voting_seats=voting_seats_on(board, today),
        agencies=Voters(list(bodies), list(groups)),
        is_draft=is_draft,
    )
