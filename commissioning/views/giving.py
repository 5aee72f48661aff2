"""A reporter returns; the officers chase those who have not."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from boards.views.acts import Act, act_page
from commissioning.forms.returns import Chasing, ReturnForm
from commissioning.models import Period, Reporter, Return, Scheme
from commissioning.operations import chase_returns as chasing
from commissioning.operations.returns import give_return as give
from commissioning.permissions import check_may_return
from commissioning.queries.latest import latest_of
from commissioning.queries.returns import asked_of, with_one_before
from commissioning.queries.schemes import Seen, period_for, periods_of, scheme_for
from commissioning.queries.silent import silence
from commissioning.views.schemes import act_of, managed
from trust.tools.refusal import Refused
from trust.tools.words import counted, short_date


@login_required
def give_return(request: HttpRequest, scheme: int, period: int, reporter: int) -> HttpResponse:
    """Every area on one form, read through, then put down; what was returned before stands in it."""
    seen = scheme_for(request.user, scheme)
    found, who = period_for(seen.scheme, period), seen.reporter(reporter)
    who.scheme = seen.scheme
    check_may_return(request.user, who, has_nobody=who.pk in seen.nobodys)
    now = latest_of(found, who)
    asked = asked_of(seen, found, who) if found.from_date <= timezone.localdate() else []
    form = ReturnForm(request.POST or None, areas=asked, now=now, before=_before(seen, found, who))
    act = _act(seen, found, who, now)

    def do(given: dict[str, Any]) -> object:
        moment = timezone.now()
        said: dict[str, Any] = {"said": form.said(), "seen": form.seen}
        said |= {"at": moment, "on": timezone.localdate(moment)}
        try:
            return give(period=found, reporter=who, **said, by=request.user)
        except Refused:
            form.with_latest_seen(max((one.pk for one in now.values()), default=0))
            raise

    return act_page(request, act, form, do)


def _before(seen: Seen, period: Period, reporter: Reporter) -> Mapping[int, Return]:
    """What it said in the period before."""
    before, *_ = with_one_before(periods_of(seen.scheme), period)
    return {} if before.pk == period.pk else latest_of(before, reporter)


def _act(seen: Seen, period: Period, reporter: Reporter, now: Mapping[int, Return]) -> Act:
    scheme = seen.scheme
    then = reverse("commissioning:return", args=[scheme.pk, period.pk, reporter.pk])
    kept = " What was returned before is kept beside it, with its reason." if now else ""
    late = period.due_date < timezone.localdate()
    due = (
        f"{'It was' if late else 'It is'} due by {short_date(period.due_date)}{'; late is taken too' if late else ''}."
    )
    nobody = " Nobody who returns for it has a login: put down what it sent." if reporter.pk in seen.nobodys else ""
    return Act(
        title=f"{'Revise the return of' if now else 'Return for'} {reporter}",
        about=f"{period}, {scheme}, to {scheme.board}. {due}{nobody}",
        button="Put the return down",
        next_step=f"{_who_reads(seen, period)}{kept} It can be revised.",
        said="The return is put down.",
        place="the return",
        then=then,
        page="commissioning/give.html",
        shown={
            "scheme": scheme,
            "latest": max(now.values(), key=lambda one: one.pk, default=None),
            "begins": period.from_date if period.from_date > timezone.localdate() else None,
        },
        trail=(
            ("Returns", reverse("commissioning:schemes")),
            (scheme.title, f"{scheme.get_absolute_url()}?period={period.pk}"),
            (str(reporter), then),
        ),
    )


def _who_reads(seen: Seen, period: Period) -> str:
    everybody = f"everybody who reads the papers of {seen.scheme.board}, and every reporter,"
    if period.shared_at or seen.scheme.shared == Scheme.Shared.AT_ONCE:
        return f"{everybody[:1].upper()}{everybody[1:]} see it at once."
    return f"You, yours and the officers of {seen.scheme.board} see it now; {everybody} once the period is shared."


@login_required
def chase_returns(request: HttpRequest, scheme: int, period: int) -> HttpResponse:
    """Who is silent, who can be written to, and what they read; once a day at most."""
    seen, today = managed(request, scheme), timezone.localdate()
    found = period_for(seen.scheme, period)
    silent = silence(found, seen.reporters, seen.areas, on=today)
    form = Chasing(request.POST or None, silent=silent)
    step = "Each has an e-mail of a few lines with the address of its return. Nobody is written to twice on a day."
    act = act_of(seen.scheme, f"Chase those silent on “{found}”", "Send the e-mails", "They are written to.", step)
    is_ahead = found.from_date > today
    shown = {"silent": silent, "period": found, "said": _said(silent), "is_ahead": is_ahead}
    then = f"{seen.scheme.get_absolute_url()}?period={found.pk}"

    def do(given: dict[str, Any]) -> object:
        return chasing.chase(period=found, **given, by=request.user, on=today)

    return act_page(request, replace(act, page="commissioning/chase_returns.html", shown=shown, then=then), form, do)


def _said(silent: list[Any]) -> str:
    told = counted(len(silent), "reporter")
    return f"{told[:1].upper()}{told[1:]} {'has' if len(silent) == 1 else 'have'} not returned."
