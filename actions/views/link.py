"""What an owner without a login opens from a mail: one part of one action, and nothing beside it."""

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from actions.forms.report import BY_LINK
from actions.operations.links import fingerprint, spend
from actions.operations.renewal import renew
from actions.queries.lines import line
from actions.queries.link import Opened, is_of_closed_business, open_part, opened_by
from actions.views.report import Updating, takes_files, update_page
from trust.tools.often import asked_too_often

TEN_MINUTES = 600
TOO_OFTEN = "That was more than we answer one computer within ten minutes. Wait ten minutes, then try again."
ON_ITS_WAY = (
    "If there is something to report at the address that link was sent to, a fresh one is on its way there. It can "
    "take some minutes."
)


@takes_files
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The action in a few lines, and what its owner can say. Once something is said, the link is spent."""
    if asked_too_often(request, "by_link", most=settings.MAIL_LINK_MOST, seconds=TEN_MINUTES):
        return _shut(request, token, TOO_OFTEN, may_renew=False, status=429)
    with transaction.atomic():
        opened = opened_by(fingerprint(token), at=timezone.now(), locked=request.method == "POST")
        if opened.opens:
            return _open(request, opened)
    standing = opened.standing
    return _shut(request, token, standing.sentence, may_renew=standing.may_renew, status=410)


def _open(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The link is held until what was said by it is recorded: two at once are one and a sentence."""
    assert opened.link is not None
    link, part = opened.link, open_part(opened.link)
    shown = {
        "person": link.person,
        "part": part,
        "board": part.action.kept_by,
        "line": line(part.action, today=timezone.localdate()),
        "is_closed": is_of_closed_business(part.action),
    }

    def done(said: str) -> HttpResponse:
        spend(link, at=timezone.now())
        return render(
            request, "actions/link_thanks.html", {"said": said, "board": shown["board"], "line": shown["line"]}
        )

    return update_page(request, Updating(part, link.person, BY_LINK), done, page="actions/by_link.html", context=shown)


def _shut(request: HttpRequest, token: str, sentence: str, *, may_renew: bool, status: int) -> HttpResponse:
    context = {"sentence": sentence, "token": token, "may_renew": may_renew}
    return render(request, "actions/link_shut.html", context, status=status)


@require_POST
def fresh(request: HttpRequest, token: str) -> HttpResponse:
    """The same answer whatever the link was, so that nobody learns by asking."""
    if asked_too_often(request, "by_link", most=settings.MAIL_LINK_MOST, seconds=TEN_MINUTES):
        return _shut(request, token, TOO_OFTEN, may_renew=False, status=429)
    renew(fingerprint(token), at=timezone.now())
    return render(request, "actions/link_fresh.html", {"said": ON_ITS_WAY})
