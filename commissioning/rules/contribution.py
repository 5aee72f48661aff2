"""What a partner puts in, on a day: as first stated, as varied since, or withdrawn. Three columns that stay apart."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from boards.models import Partner
from commissioning.models import Contribution, FundYear, Variation
from commissioning.rules.years import financial_year, last_day
from trust.tools.refusal import Refused
from trust.tools.words import counted as in_words
from trust.tools.words import listing, money, short_date

Kind = Contribution.Kind
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Counted:
    """A contribution on a day. ``pence`` and ``posts`` (full-time equivalents) are None where not confirmed yet."""

    contribution: Contribution
    pence: int | None
    stated: str
    posts: Decimal | None
    variation: Variation | None = None
    is_withdrawn: bool = False
    variations: tuple[Variation, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Of staff, either their number or their value says that they come."""
        return self.pence is not None or self.posts is not None

    @property
    def is_unvalued(self) -> bool:
        """Staff of a known number that nobody has valued."""
        return self.pence is None and self.posts is not None


def counted(contribution: Contribution, variations: Iterable[Variation], *, on: dt.date) -> Counted:
    """The latest variation by the day is the whole from then on; of two of one day, the one written later."""
    told = tuple(sorted(variations, key=lambda one: (one.date, one.pk or 0)))
    last = next((one for one in reversed(told) if one.date <= on), None)
    if contribution.withdrawn_date and contribution.withdrawn_date <= on:
        return Counted(contribution, 0, "", None, last, is_withdrawn=True, variations=told)
    held = last or contribution
    return Counted(contribution, held.amount_pence, held.amount_stated, held.full_time_equivalent, last, False, told)


@dataclass(frozen=True)
class Columns:
    """Cash, goods and staff apart, in pence, with the posts. ``unconfirmed`` and ``unvalued`` are counts."""

    cash: int = 0
    in_kind: int = 0
    staff: int = 0
    posts: Decimal = NOTHING
    unconfirmed: int = 0
    unvalued: int = 0

    def __add__(self, other: "Columns") -> "Columns":
        return Columns(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Columns)))

    @property
    def whole(self) -> int:
        """The cash and the values of the rest together, told beside the three and never instead of them."""
        return self.cash + self.in_kind + self.staff

    @property
    def open_points(self) -> str:
        """Two contributions are not yet confirmed; one of staff is not valued."""
        said = []
        if self.unconfirmed:
            are = "is" if self.unconfirmed == 1 else "are"
            said.append(f"{in_words(self.unconfirmed, 'contribution')} {are} not yet confirmed")
        if self.unvalued:
            are = "is" if self.unvalued == 1 else "are"
            said.append(f"{in_words(self.unvalued, 'contribution')} of staff {are} not valued")
        words = listing(said)
        return f"{words[:1].upper()}{words[1:]}." if words else ""


def columns_of(lines: Iterable[Counted]) -> Columns:
    """Exact in pence: every line counts in the one column of its kind."""
    pence = dict.fromkeys(Kind.values, 0)
    posts, unconfirmed, unvalued = NOTHING, 0, 0
    for one in lines:
        pence[one.contribution.kind] += one.pence or 0
        posts += one.posts or NOTHING
        unconfirmed += not one.is_confirmed
        unvalued += one.is_unvalued
    return Columns(pence[Kind.CASH], pence[Kind.IN_KIND], pence[Kind.STAFF], posts, unconfirmed, unvalued)


def does_not_add_up(year: FundYear, columns: Columns) -> str:
    """What is put in cash, with what was brought forward, against what the year is said to hold."""
    if year.amount_pence is None or not columns.cash:
        return ""
    there = columns.cash + (year.brought_forward_pence or 0)
    if there == year.amount_pence:
        return ""
    relation = "more" if there > year.amount_pence else "less"
    brought = f" with {money(year.brought_forward_pence)} brought forward" if year.brought_forward_pence else ""
    apart = money(abs(there - year.amount_pence))
    said = f"{financial_year(year.year)}: cash contributed{brought} comes to {money(there)}, {apart} {relation}"
    waits = f" {columns.open_points}" if columns.unconfirmed else ""
    return f"{said} than the {money(year.amount_pence)} of the year.{waits}"


def ended_partner(partner: Partner, year: int, successors: Sequence[Partner]) -> str:
    """That a contribution of the year stands under the name of a partner that ended before the year did."""
    end = partner.ended_date
    if end is None or end >= last_day(year):
        return ""
    after = f" {listing(one.name for one in successors)} came after it." if successors else " Nobody came after it."
    said = f"{partner.name} ended on {short_date(end)}.{after}"
    return f"{said} What it puts in for {financial_year(year)} still stands under its name."


def check_year_open(year: FundYear | None) -> None:
    """Nothing of a closed year changes any more."""
    if year is not None and year.closed_date is not None:
        raise Refused(
            f"{financial_year(year.year)} of this fund was closed on {short_date(year.closed_date)}. Nothing of it "
            "changes any more, unless the officers open it again."
        )


def check_in_its_kind(kind: str, posts: Decimal | None) -> None:
    if posts is not None and kind != Kind.STAFF:
        raise Refused("Full-time equivalents are of staff. Choose staff, or leave them out.")


def check_can_vary(contribution: Contribution, date: dt.date) -> None:
    """It is varied within its year, while it is there."""
    check_not_withdrawn(contribution)
    _check_within(contribution, date)


def check_can_withdraw(contribution: Contribution, date: dt.date) -> None:
    """Within its year, or before it begins, and once."""
    check_not_withdrawn(contribution)
    _check_within(contribution, date)


def check_can_take_back(contribution: Contribution, there: Iterable[Contribution]) -> None:
    """``there``: what the fund holds that is not withdrawn. What took its place would be counted beside it."""
    if not contribution.withdrawn_date:
        raise Refused("It is not withdrawn: there is nothing to take back.")
    check_once(there, contribution)


def _check_within(contribution: Contribution, date: dt.date) -> None:
    end = last_day(contribution.year)
    if date > end:
        raise Refused(
            f"{financial_year(contribution.year)} ends on {short_date(end)}. Choose that day or an earlier one."
        )


def check_not_withdrawn(contribution: Contribution) -> None:
    if contribution.withdrawn_date:
        raise Refused(f"It was withdrawn on {short_date(contribution.withdrawn_date)}. Take that back first.")


def check_can_put_right(contribution: Contribution, variations: int) -> None:
    """What was varied since is not changed under the variation."""
    check_not_withdrawn(contribution)
    if variations:
        raise Refused("It has been varied since: what was first stated stays as it was. Vary it again instead.")


def check_once(there: Iterable[Contribution], new: Contribution) -> None:
    """One sum of a kind for one thing: a second with the same words would count it twice."""
    same = (new.partner_id, new.year, new.kind, new.description.casefold())
    for one in there:
        if one.pk != new.pk and (one.partner_id, one.year, one.kind, one.description.casefold()) == same:
            raise Refused(
                f"{one.partner} has put in {one.get_kind_display().lower()} for {financial_year(one.year)} already. "
                "Vary that, or say in the description what this one is for."
            )
