"""Funds: the list, the page of one, its agreement line by line, and setting one up."""

from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.queries.agreements import agreements_known_to
from boards.queries.partners import partners_known_to
from boards.queries.seen import seen
from boards.views.acts import Act, act_page
from boards.views.as_of import as_of
from boards.views.listed import as_asked
from commissioning.forms.fund import FundForm, FundsFilter
from commissioning.models import Fund
from commissioning.operations.fund import set_up_fund as set_up
from commissioning.permissions import check_may_set_up
from commissioning.queries.fund import boards_set_up_by, fund_for
from commissioning.queries.funds import FundRead, boards_with_funds, contents_listed, funds_listed, page_of
from commissioning.rules.gate import wrong_agreement
from commissioning.rules.years import financial_year
from trust.tools.refusal import NotPermitted
from trust.tools.sheets import KINDS, sheet
from trust.tools.words import listing, money

PAGE = 100
HEADS = ("Fund", "Board", "What it is", "Host", "Amount", "Cash", "In kind", "Staff", "Posts", "Allocated", "Missing")
OF_ONE = (
    "Year",
    "Partner",
    "What",
    "Description",
    "Pounds",
    "As stated",
    "Posts",
    "First stated, pounds",
    "Variations",
)

STILL_POOLED = (
    "While partners’ money is together in it the law asks an agreement of them, whatever it is called here. Change it "
    "only where it was put down wrongly, or nothing is pooled in it any more."
)


def managed(request: HttpRequest, pk: int) -> Fund:
    """The fund, for who sets it up; 404 for who may not know of it."""
    found = fund_for(request.user, pk)
    check_may_set_up(request.user, found.board)
    return found


def fund_act(fund: Fund, **said: Any) -> Act:
    """An act done on the page of a fund."""
    at = fund.get_absolute_url()
    given: dict[str, Any] = {
        "about": fund.name,
        "place": fund.name,
        "then": at,
        "trail": (*trail_of_funds(), (fund.name, at)),
    }
    return Act(**given | said)


def trail_of_funds() -> tuple[tuple[str, str], ...]:
    return (("Budgets", reverse("commissioning:budgets")), ("Funds", reverse("commissioning:funds")))


def _filter(request: HttpRequest) -> FundsFilter:
    return FundsFilter(request.GET, boards=boards_with_funds(request.user))


@login_required
@require_safe
def funds(request: HttpRequest) -> HttpResponse:
    cut = _filter(request)
    found = funds_listed(request.user, cut.cut(), on=timezone.localdate())
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "reads": page.object_list,
        **as_asked(request, cut, cut.cut()["order"] or "name"),
        "may_set_up": boards_set_up_by(request.user).exists(),
    }
    return render(request, "commissioning/funds.html", context)


@login_required
@require_safe
def funds_sheet(request: HttpRequest, kind: str) -> HttpResponse:
    _check_kind(kind)
    today = timezone.localdate()
    rows = (_row(read) for read in funds_listed(request.user, _filter(request).cut(), on=today))
    return sheet(kind, f"funds-{today:%d-%m-%Y}", HEADS, rows)


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise Http404("No file of this kind is kept.")


def _row(read: FundRead) -> tuple[object, ...]:
    fund, columns = read.fund, read.columns
    amount = "Not yet confirmed" if read.sums.amount is None else money(read.sums.amount)
    sums = [money(one) for one in (columns.cash, columns.in_kind, columns.staff)]
    own = (fund.name, str(fund.board), fund.get_kind_display(), str(fund.host or ""))
    return (*own, amount, *sums, columns.posts, money(read.sums.allocated), " ".join(read.gate.missing))


@login_required
@require_safe
def fund(request: HttpRequest, pk: int) -> HttpResponse:
    """As of a day: contributions as they were varied by then, the agreement as it stood."""
    when = as_of(request)
    found = fund_for(request.user, pk)
    context = {"page": page_of(found, request.user, on=when.day), "fund": found, "when": when}
    return render(request, "commissioning/fund.html", context, status=when.status)


def pounds(pence: int | None) -> Decimal | None:
    """Exact, as a number that a sheet adds up."""
    return None if pence is None else Decimal(pence) / 100


@login_required
@require_safe
def fund_sheet(request: HttpRequest, fund: int, kind: str) -> HttpResponse:
    """What partners put into one fund, line by line, as of a day."""
    _check_kind(kind)
    when = as_of(request)
    page = page_of(fund_for(request.user, fund), request.user, on=when.day)
    rows = (
        (
            financial_year(year.year),
            line.contribution.partner.name,
            line.contribution.get_kind_display(),
            line.contribution.description,
            "Withdrawn" if line.is_withdrawn else "Not yet confirmed" if line.pence is None else pounds(line.pence),
            line.stated,
            line.posts,
            pounds(line.contribution.amount_pence),
            len(line.variations),
        )
        for year in page.years
        for row in year.rows
        for line in row.lines
    )
    return sheet(kind, f"fund-{page.fund.pk}-{when.day:%d-%m-%Y}", OF_ONE, rows)


@login_required
@require_safe
def fund_agreement(request: HttpRequest, fund: int) -> HttpResponse:
    """What the agreement of a fund lacks, and whom to ask; where it says each of the seven."""
    when = as_of(request)
    found = fund_for(request.user, fund)
    page = page_of(found, request.user, on=when.day)
    context = {"page": page, "fund": found, "gate": page.read.gate, "contents": contents_listed(found), "when": when}
    return render(request, "commissioning/fund_agreement.html", context, status=when.status)


def set_up_fund(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    was = managed(request, pk) if pk else None
    boards, today = boards_set_up_by(request.user), timezone.localdate()
    if not boards.exists():
        raise NotPermitted("Only the officers who manage a board set up its budgets.")
    partners, agreements = partners_known_to(request.user), agreements_known_to(request.user, on=today)
    form = FundForm(request.POST or None, boards=boards, partners=partners, agreements=agreements, fund=was)
    act = Act(
        title="Change the fund" if was else "Add a fund",
        about=was.name if was else "",
        button="Save it",
        next_step="Whoever reads the papers of its board reads it here. What it was before stays in its history.",
        said="The fund is changed." if was else "The fund is added.",
        place=was.name if was else "Funds",
        then=was.get_absolute_url() if was else reverse("commissioning:funds"),
        trail=(*trail_of_funds(), *([(was.name, was.get_absolute_url())] if was else [])),
        points_out=lambda given: [*_pool_no_more(was, given), *_points_out(given)],
        seen=seen(was) if was else None,
    )

    def do(given: dict[str, Any]) -> object:
        return set_up(fund=was, told=form.told(was), by=request.user, because=given.get("because", ""))

    return act_page(request, act, form, do)


def _pool_no_more(was: Fund | None, given: dict[str, Any]) -> list[str]:
    """That nothing asks for the agreement of a fund any more, once it is said to be no pool."""
    if was is None or was.kind != Fund.Kind.POOLED or given["kind"] == Fund.Kind.POOLED:
        return []
    return [f"It is a pooled fund until now. {STILL_POOLED}"]


def _points_out(given: dict[str, Any]) -> list[str]:
    """What a pooled fund will want before anything is allocated from it."""
    if given["kind"] != Fund.Kind.POOLED:
        return []
    wrong = wrong_agreement(Fund(board=given["board"]), given["agreement"]) if given["agreement"] else ""
    wanted = {"its agreement": given["agreement"], "its host": given["host"], "its pool manager": given["pool_manager"]}
    lacking = [name for name, there in wanted.items() if not there]
    needs = f"A pooled fund needs {listing(lacking)} before money is given out of it." if lacking else ""
    return [said for said in (wrong, needs) if said]
