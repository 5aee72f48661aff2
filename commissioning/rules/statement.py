"""A partner's own statement of a year: what it put in, what it agreed to, what was done with it, what waits for it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import Partner
from commissioning.models import Allocation, AllocationLine, SpendReport
from commissioning.rules.ledger import Balance, Put
from commissioning.rules.spend import latest
from commissioning.rules.standing import Standing
from meetings.models import Consent
from meetings.rules.consent import latest as answered
from trust.tools.words import counted, money, short_date

#: Days after which a further report of what was spent is wanted.
QUARTER = 92


@dataclass(frozen=True)
class Share:
    """Its money in one allocation, what it answered, and what has been spent of the whole."""

    allocation: Allocation
    standing: Standing
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
        return f"{money(self.report.spent_pence)} of {money(self.standing.pence)}, {self._as_of}"

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
    undated: tuple[Share, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.puts or self.shares or self.waits or self.undated)

    @property
    def undated_told(self) -> str:
        """Its money for which no year is stated; "" where there is none."""
        if not self.undated:
            return ""
        pence, count = sum(share.pence for share in self.undated), counted(len(self.undated), "allocation")
        return f"Year not stated: {money(pence)} of our money in {count}. It is in no year’s sums."

    @property
    def agreed_pence(self) -> int:
        return sum(share.pence for share in self.shares if share.tone == "ok")

    @property
    def allocated_pence(self) -> int:
        return sum(share.pence for share in self.shares)


def share_of(line: AllocationLine, standing: Standing, reports: Iterable[SpendReport]) -> Share:
    """The consents of the line loaded: the latest counts, and so does the latest report."""
    consent = answered(line.spending_line.consents.all()) if line.spending_line else None
    return Share(line.allocation, standing, line.amount_pence, consent, latest(reports))


def report_wanted(allocation: Allocation, standing: Standing, told: SpendReport | None, *, on: dt.date) -> str:
    """That nothing was reported for more than a quarter on an allocation that stands; "" where nothing is wanted."""
    since = told.as_of if told else standing.since
    if not standing.counts or since is None or (on - since).days <= QUARTER:
        return ""
    ago = counted((on - since).days, "day")
    if told:
        return f"Say what has been spent of {allocation.purpose}: last reported as of {short_date(since)}, {ago} ago."
    return f"Say what has been spent of {allocation.purpose}: it has stood for {ago}, and nothing is reported."
