"""The legal gate: nothing is allocated from a pooled fund without its agreement in force, adopted by everyone who puts
money in, and saying the seven things that the regulations ask (requirement 1.16 ii; SI 2000/617 reg 7(3))."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from boards.models import Agreement, Partner
from boards.rules.in_law import LegalAgreement
from commissioning.models import AgreementContent, Fund
from commissioning.rules.years import financial_year, first_day, last_day, year_of
from trust.tools.words import short_date

Content = AgreementContent.Content


@dataclass(frozen=True)
class Line:
    """One thing missing, and whom to ask for it."""

    sentence: str
    ask: str
    is_of_agreement: bool = True


@dataclass(frozen=True)
class Gate:
    """Why nothing may be allocated on a day, line by line; ``points``: what is pointed out and refuses nothing."""

    lines: tuple[Line, ...] = ()
    points: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        return [line.sentence for line in self.lines]

    @property
    def is_open(self) -> bool:
        return not self.lines


@dataclass(frozen=True)
class Owner:
    """A partner that puts something in: how it stands to the agreement, its answering body, and who succeeds it."""

    partner: Partner
    has_agreed: bool = False
    asked_date: dt.date | None = None
    body: str = ""
    answer: str = ""
    successors: tuple[Partner, ...] = ()


@dataclass(frozen=True)
class Basis:
    """What a fund rests on, on a day. ``contents``: where the agreement says each of the seven, by content."""

    law: LegalAgreement | None = None
    owners: Sequence[Owner] = ()
    contents: Mapping[str, str] = field(default_factory=dict)


def gate(fund: Fund, basis: Basis, *, on: dt.date) -> Gate:
    if fund.kind == Fund.Kind.ALIGNED:
        return Gate(points=tuple(_of_aligned(fund, basis, on)))
    if fund.kind != Fund.Kind.POOLED:
        return Gate()
    return Gate(tuple(missing_of(fund, basis, on=on)), (*_points(fund, on), *_unnamed(fund)))


def missing_of(fund: Fund, basis: Basis, *, on: dt.date) -> Iterator[Line]:
    """What a pooled fund lacks on the day."""
    officers = f"The officers of {fund.board}"
    agreement = fund.agreement
    if agreement is None:
        yield Line("No legal agreement is named for this pooled fund.", officers, is_of_agreement=False)
        return
    if said := wrong_agreement(fund, agreement):
        yield Line(said, officers, is_of_agreement=False)
        return
    if said := out_of_its_days(agreement, on):
        yield Line(said, officers)
    yield from _of_partners(agreement, basis, officers)
    for content in Content:
        if not basis.contents.get(content):
            said = f"“{agreement}” does not say, as far as is put down here: {content.label[:1].lower()}"
            yield Line(f"{said}{content.label[1:]}.", _drafter(fund, officers), is_of_agreement=False)


def wrong_agreement(fund: Fund, agreement: Agreement) -> str:
    """The same that a meeting asks of an item on a joint budget: of that kind, of this board or of none."""
    if agreement.kind != Agreement.Kind.SECTION_75:
        return f"“{agreement}” is no section 75 agreement: a pooled fund rests on one."
    if agreement.board_id not in (None, fund.board_id):
        return f"“{agreement}” is another board’s agreement. {fund.board} can decide only under one of its own."
    return ""


def out_of_its_days(agreement: Agreement, on: dt.date) -> str:
    if agreement.from_date and on < agreement.from_date:
        return f"“{agreement}” takes effect on {short_date(agreement.from_date)}."
    if agreement.to_date and agreement.to_date < on:
        return f"“{agreement}” ended on {short_date(agreement.to_date)}."
    return ""


def _of_partners(agreement: Agreement, basis: Basis, officers: str) -> Iterator[Line]:
    """Each owner of the money that has not agreed; then whatever else keeps it from being in force."""
    for owner in basis.owners:
        if not owner.has_agreed:
            yield _of_owner(agreement, owner, officers)
    law = basis.law
    if law is None or law.is_in_force:
        return
    said = {owner.partner.name for owner in basis.owners if not owner.has_agreed}
    for name in law.missing:
        if name not in said:
            yield Line(f"{name} has not agreed to “{agreement}”.", name)
    if not law.missing and not out_of_days_only(law):
        yield Line(law.wants, officers)


def out_of_days_only(law: LegalAgreement) -> bool:
    """Whether all that is wanting is its day, which is told apart."""
    return law.otherwise.startswith(("It ended on", "All have agreed. It takes effect"))


def _of_owner(agreement: Agreement, owner: Owner, officers: str) -> Line:
    partner = owner.partner
    if owner.successors:
        after = " and ".join(one.name for one in owner.successors)
        said = f"{partner.name} puts money in, has ended, and had not agreed to “{agreement}”. {after} came after it."
        return Line(said, after)
    if owner.asked_date is None:
        said = f"{partner.name} puts something in, and has not been asked to agree to “{agreement}”."
        return Line(said, officers)
    body = f"{partner.name}: {owner.body}" if owner.body else partner.name
    asked = f"asked on {short_date(owner.asked_date)}"
    answered = f" Its answer: {owner.answer[:1].lower()}{owner.answer[1:]}." if owner.answer else ""
    return Line(f"{partner.name} has not agreed to “{agreement}”, {asked}.{answered}", body)


def _drafter(fund: Fund, officers: str) -> str:
    return f"{fund.host.name}, its host, and {officers[:1].lower()}{officers[1:]}" if fund.host else officers


def _unnamed(fund: Fund) -> Iterator[str]:
    """The host keeps the accounts of a pooled fund and appoints its manager, who reports (reg 7(4))."""
    if not fund.host:
        yield "No host partner is named here: one of the partners keeps the accounts of a pooled fund for all of them."
    if not fund.pool_manager:
        yield "No pool manager is named here: that is who reports to the partners every quarter."


def _points(fund: Fund, on: dt.date) -> Iterator[str]:
    if fund.agreement and (said := ends_within(fund.agreement, year_of(on), on=on)):
        yield said


def ends_within(agreement: Agreement, year: int, *, on: dt.date) -> str:
    """That it ends before the year does, so that the rest of an allocation has nothing behind it. ``on``: today."""
    end = agreement.to_date
    if end is None or end >= last_day(year) or end < on:
        return ""
    if end < first_day(year):
        begins = f"“{agreement}” ends on {short_date(end)}, before {financial_year(year)} begins."
        return f"{begins} What is allocated for that year has no agreement behind it."
    rest = "What is allocated for the days after it has no agreement behind it."
    return f"“{agreement}” ends on {short_date(end)}, within {financial_year(year)}. {rest}"


def ends_told(fund: Fund, year: int | None, *, on: dt.date) -> str:
    """The same of an allocation out of a fund that rests on an agreement; of no stated year, in that of the day."""
    if fund.agreement is None or fund.kind not in (Fund.Kind.POOLED, Fund.Kind.ALIGNED):
        return ""
    said = ends_within(fund.agreement, year_of(on) if year is None else year, on=on)
    follows = "From the day after it ends, nothing out of this fund stands until an agreement is in force again."
    return f"{said} {follows}" if said and fund.kind == Fund.Kind.POOLED else said


def _of_aligned(fund: Fund, basis: Basis, on: dt.date) -> Iterator[str]:
    """Each keeps its own money; but a meeting takes an item on it only under the partners’ agreement."""
    before = "A meeting takes an item on an aligned budget only under the partners’ section 75 agreement"
    if fund.agreement is None or basis.law is None:
        yield f"{before}. None is named for this fund."
        return
    said = wrong_agreement(fund, fund.agreement) or out_of_its_days(fund.agreement, on)
    said = said or ("" if basis.law.is_in_force else basis.law.wants)
    if said:
        yield f"{before}. {said}"
    yield from _points(fund, on)
