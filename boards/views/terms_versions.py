"""One version of a board's terms: reading and comparing it, its document, and what becomes of a draft."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.terms_versions import AttachedDocument, PutAside, PutInForce
from boards.models import Board, TermsOfReference
from boards.operations import terms as operations
from boards.permissions import MANAGE, SEE_PAPERS, check_may_manage, words_on
from boards.queries.boards import board_for
from boards.queries.terms import compared_terms, others_to_compare, sentences_of, version_for
from boards.rules.terms import DRAFTS, check_is_draft
from boards.views.acts import Act, act_page, asked
from trust.tools.documents import document_answer


def _version(request: HttpRequest, board: str, terms: int) -> tuple[Board, TermsOfReference, frozenset[str]]:
    """The board, the version and the reader's words; a draft is for members and who manages the board."""
    found = board_for(request.user, board)
    words = words_on(request.user, found)
    return found, version_for(found, terms, with_drafts=bool(words & {MANAGE, SEE_PAPERS})), words


@require_safe
def terms_version(request: HttpRequest, board: str, terms: int) -> HttpResponse:
    """As it reads, with its document and the versions it can be compared with."""
    found, version, words = _version(request, board, terms)
    today = timezone.localdate()
    context = {
        "board": found,
        "version": {"terms": version, "sentences": sentences_of(version, request.user, on=today)},
        "is_draft": version.status in DRAFTS,
        "others": others_to_compare(version, with_drafts=bool(words & {MANAGE, SEE_PAPERS})),
        "may_manage": MANAGE in words,
    }
    return render(request, "boards/terms_version.html", context)


@require_safe
def compare_terms(request: HttpRequest, board: str, terms: int) -> HttpResponse:
    """Two versions, word by word; which is the other one is in the address."""
    found, version, _ = _version(request, board, terms)
    other = asked(request, "with")
    if not other.isdecimal():
        return redirect("boards:terms_version", board, terms)
    before = _version(request, board, int(other[:9]))[1]
    matters = compared_terms(before, version, request.user, on=timezone.localdate())
    context = {
        "board": found,
        "terms": version,
        "before": before,
        "changed": [one for one in matters if not one.is_same],
        "same": [one.matter for one in matters if one.is_same],
    }
    return render(request, "boards/terms_compared.html", context)


@require_safe
def terms_document(request: HttpRequest, board: str, terms: int) -> HttpResponse:
    """The file of the terms, for whoever may read them."""
    _, version, _ = _version(request, board, terms)
    if not version.document:
        raise Http404("These terms have no document.")
    return document_answer(version.document, version.document_name or "Terms of reference")


def _act(board: Board, terms: TermsOfReference, *, at_once: bool = False, **said: str) -> Act:
    page = reverse("boards:terms_version", args=[board.slug, terms.pk])
    return Act(**{"about": str(board), "place": "Terms of reference", "then": page} | said, at_once=at_once)  # type: ignore[arg-type]


def _draft(request: HttpRequest, board: str, terms: int) -> tuple[Board, TermsOfReference]:
    """A draft, for who may manage its board."""
    found, draft, _ = _version(request, board, terms)
    check_may_manage(request.user, found)
    check_is_draft(draft)
    return found, draft


def put_in_force(request: HttpRequest, board: str, terms: int) -> HttpResponse:
    """A draft rules meetings from a day on."""
    found, draft = _draft(request, board, terms)
    act = _act(
        found,
        draft,
        title=f"Put version {draft.version} in force",
        button="Put it in force",
        next_step="Meetings from that day on go by these terms, and those in force now end on the day before. "
        "Meetings held before keep the terms of their day.",
        said=f"Version {draft.version} is in force from the day you gave.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.put_in_force(terms=draft, **given, by=request.user)  # type: ignore[arg-type]

    return act_page(request, act, PutInForce(request.POST or None, on=timezone.localdate()), do)


def put_aside(request: HttpRequest, board: str, terms: int) -> HttpResponse:
    """A draft is given up."""
    found, draft = _draft(request, board, terms)
    act = _act(
        found,
        draft,
        title=f"Give up version {draft.version}",
        button="Give it up",
        next_step="The draft is read by nobody any more. The history of the board keeps it.",
        said="The draft is given up.",
        then=reverse("boards:terms", args=[found.slug]),
    )

    def do(given: dict[str, Any]) -> object:
        operations.put_aside(terms=draft, **given, by=request.user)  # type: ignore[arg-type]
        return None

    return act_page(request, act, PutAside(request.POST or None), do)


def attach_document(request: HttpRequest, board: str, terms: int) -> HttpResponse:
    """Bring the terms as they were agreed, as a file."""
    found, version, _ = _version(request, board, terms)
    check_may_manage(request.user, found)
    form = AttachedDocument(request.POST, request.FILES) if request.method == "POST" else AttachedDocument()
    act = _act(
        found,
        version,
        at_once=True,
        title="Attach the document",
        button="Attach it",
        next_step="",
        said="The document is attached.",
    )

    def do(given: dict[str, Any]) -> object:
        return operations.attach_document(terms=version, **given, by=request.user)  # type: ignore[arg-type]

    return act_page(request, act, form, do)
