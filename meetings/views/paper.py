"""The papers of an item: read and handed out, added, put right, replaced, ordered, withdrawn."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from boards.permissions import MINUTE
from boards.views.acts import Act, act_page, confirm_page
from meetings.forms.paper import NAMES, FileForm, NewPaperForm, PaperForm, WithdrawForm
from meetings.models import Meeting, Paper
from meetings.operations import paper as operations
from meetings.permissions import words_at
from meetings.queries.entitled import items_seen
from meetings.queries.meeting import meeting_minuted_by
from meetings.queries.paper import paper_for, paper_line, versions_of
from meetings.queries.report import paper_page
from meetings.rules.paper import is_out, is_pdf
from meetings.views.trails import meeting_trail
from trust.tools.attachments import LARGEST, attachment_answer, too_large
from trust.tools.uploads import at_most

#: What a form around a file adds to it.
FORM_BYTES = 64 * 1024
OUT = "The agenda has been sent out: whoever reads it reads this at once."
FORM = "meetings/paper_form.html"


def _too_large(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Nothing of the request was read."""
    return render(request, "refused.html", {"refusal": too_large()}, status=413)


takes_files = at_most(LARGEST + FORM_BYTES, _too_large)


@require_safe
def paper(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    """One paper: its file, what stands at the head of a report, and for its officers what it still lacks."""
    found, line = paper_for(request.user, board, meeting, paper)
    page = paper_page(found, line, words_at(request.user, found), request.user)
    return render(request, "meetings/paper.html", {"meeting": found, "page": page})


@require_safe
def paper_file(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    """Its file as it stands, for whoever may read it; saved, never opened within a page of ours."""
    found, line = paper_for(request.user, board, meeting, paper)
    if line.is_withdrawn and MINUTE not in words_at(request.user, found):
        raise Http404("This paper is withdrawn.")
    return _handed_out(line.paper)


@require_safe
def paper_version(request: HttpRequest, board: str, meeting: str, paper: int, number: int) -> HttpResponse:
    """A file that another took the place of, for the officers."""
    line = officers_paper(request, board, meeting, paper)[1]
    row = next((one for one in versions_of(line.paper) if one.version == number), None)
    if row is None:
        raise Http404("No file of this version is kept.")
    return _handed_out(row.instance)


def _handed_out(paper: Paper) -> HttpResponse:
    name = str(paper.file)
    if not name or not paper.file.storage.exists(name):
        raise Http404("This paper has no file here.")
    return attachment_answer(paper.file, paper.file_name or f"{paper.title}.{name.rpartition('.')[2]}")


@takes_files
def add(request: HttpRequest, board: str, meeting: str, item: int) -> HttpResponse:
    found = meeting_minuted_by(request.user, board, meeting)
    of = get_object_or_404(items_seen(request.user, found).select_related("meeting__board"), pk=item)
    form = NewPaperForm(request.POST or None, request.FILES or None, initial={"author_post": of.report_of})
    act = _act(found, "Add a paper", str(of), "Add the paper", "The paper is on the agenda.", found.get_absolute_url())
    made: list[Paper] = []
    answer = act_page(
        request, act, form, lambda given: made.append(operations.add_paper(item=of, **given, by=request.user))
    )
    if made and made[0].kind == Paper.Kind.REPORT:
        return redirect(address_of(found, made[0]))
    return redirect(f"{found.get_absolute_url()}#{of.anchor}") if made else answer


def change(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    found, line = officers_paper(request, board, meeting, paper)
    form = PaperForm(request.POST or None, initial={name: getattr(line.paper, name) for name in NAMES})
    if is_pdf(line.paper):
        del form.fields["pages"]
    act = act_on(found, line.paper, "Put it right", "Save the paper", "The paper is changed.")
    return act_page(
        request, act, form, lambda given: operations.change_paper(paper=line.paper, **given, by=request.user)
    )


@takes_files
def replace(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    """A new version of its file."""
    found, line = officers_paper(request, board, meeting, paper)
    title, said = ("Replace its file", "The file is replaced.") if line.paper.file else ("Add its file", "It is added.")
    act = act_on(found, line.paper, title, title, said)
    form = FileForm(request.POST or None, request.FILES or None)
    return act_page(
        request, act, form, lambda given: operations.replace_file(paper=line.paper, **given, by=request.user)
    )


@require_POST
def move(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    """Up or down by one among the papers of its item: the way ``to`` says."""
    found, line = officers_paper(request, board, meeting, paper)
    up = request.POST.get("to") == "up"
    operations.shift_paper(paper=line.paper, up=up, by=request.user)
    messages.success(request, f"“{line.paper}” has moved {'up' if up else 'down'}.")
    return redirect(f"{found.get_absolute_url()}#{line.paper.item.anchor}")


def withdraw(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    """With the reason, which is asked for once the agenda is out."""
    found, line = officers_paper(request, board, meeting, paper)
    next_step = "Its file opens for the officers alone. "
    next_step += "Its line on the agenda says why." if is_out(found) else "Nobody has read it yet, and nobody is told."
    act = act_on(found, line.paper, "Withdraw it", "Withdraw the paper", "The paper is withdrawn.", next_step)
    at = timezone.now()
    return act_page(
        request,
        act,
        WithdrawForm(request.POST or None),
        lambda given: operations.withdraw_paper(paper=line.paper, **given, by=request.user, at=at),
    )


def put_back(request: HttpRequest, board: str, meeting: str, paper: int) -> HttpResponse:
    found, line = officers_paper(request, board, meeting, paper)
    next_step = "Whoever reads the agenda reads the paper again."
    act = act_on(found, line.paper, "Put it back", "Put the paper back", "The paper is back.", next_step)
    return confirm_page(request, act, lambda: operations.put_back_paper(paper=line.paper, by=request.user))


def officers_paper(request: HttpRequest, board: str, meeting: str, pk: int) -> tuple[Meeting, Any]:
    """A paper for those who prepare the agenda."""
    found = meeting_minuted_by(request.user, board, meeting)
    return found, paper_line(request.user, found, pk, words_at(request.user, found))


def address_of(meeting: Meeting, paper: Paper, name: str = "paper") -> str:
    return reverse(f"meetings:{name}", args=[meeting.board.slug, meeting.address, paper.pk])


def act_on(meeting: Meeting, paper: Paper, title: str, button: str, said: str, next_step: str = "") -> Act:
    return _act(meeting, title, str(paper), button, said, address_of(meeting, paper), next_step, (paper,))


def _act(
    meeting: Meeting, title: str, about: str, button: str, said: str, then: str, next_step: str = "", above: Any = ()
) -> Act:
    """``above``: the paper whose page is above it."""
    return Act(
        title=title,
        about=about,
        button=button,
        next_step=next_step,
        said=said,
        place="Paper",
        then=then,
        at_once=not next_step,
        page=FORM if not next_step else Act.page,
        shown=OUT if is_out(meeting) and not next_step else "",
        trail=meeting_trail(meeting, *((one.title, address_of(meeting, one)) for one in above)),
    )
