"""A partner's own statement of a year: what it put in, what it agreed to, what was done with it, what waits for it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import Partner
from commissioning.models import Allocation, AllocationLine, SpendReport
from commissioning.rules.ledger import Balance, Put
from meetings.models import Consent
from trust.tools.words import counted, money, short_date


@dataclass(frozen=True)
class Share:
    """Its money in one allocation, what it answered, and what has been spent of the whole."""

    allocation: Allocation
    pence: int
    consent: Consent | None
    report: SpendReport | None

    @property
    def answer(self) -> str:
        if self.consent is None:
            return "Not answered"
        return f"{self.consent.get_answer_display()} on {short_date(self.consent.date)}"

    @property
    def tone(self) -> str:
        if self.consent is None:
            return "decide"
        return "ok" if self.consent.answer == Consent.Answer.AGREED else "warn"

    @property
    def spent(self) -> str:
        if self.report is None:
            return "Nothing reported yet"
        return f"{money(self.report.spent_pence)} of {money(self.allocation.amount_pence)}, {self._as_of}"

    @property
    def _as_of(self) -> str:
        return f"as of {short_date(self.report.as_of)}" if self.report else ""


@dataclass(frozen=True)
class Wait:
    """Something that waits for the partner, with the page where it is done."""

    sentence: str
    address: str = ""


@dataclass(frozen=True)
class Statement:
    partner: Partner
    year: int
    puts: tuple[Put, ...]
    balance: Balance | None
    shares: tuple[Share, ...]
    waits: tuple[Wait, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.puts or self.shares or self.waits)

    @property
    def agreed_pence(self) -> int:
        return sum(share.pence for share in self.shares if share.tone == "ok")

    @property
    def allocated_pence(self) -> int:
        return sum(share.pence for share in self.shares)


def share_of(line: AllocationLine, reports: Iterable[SpendReport]) -> Share:
    """Its consents loaded, the earliest first: the latest counts, and so does the latest report."""
    answered = list(line.spending_line.consents.all()) if line.spending_line else []
    told = sorted(reports, key=lambda one: (one.as_of, one.pk))
    return Share(line.allocation, line.amount_pence, answered[-1] if answered else None, told[-1] if told else None)


def report_wanted(allocation: Allocation, latest: SpendReport | None, *, on: dt.date, days: int = 92) -> str:
    """That nothing was reported on an allocation that stands for more than a quarter; "" where nothing is wanted."""
    since = latest.as_of if latest else allocation.confirmed_date
    if allocation.state != Allocation.State.CONFIRMED or since is None or (on - since).days <= days:
        return ""
    ago = counted((on - since).days, "day")
    if latest:
        return f"Say what has been spent of {allocation.purpose}: last reported as of {short_date(since)}, {ago} ago."
    return f"Say what has been spent of {allocation.purpose}: it has stood for {ago}, and nothing is reported."
