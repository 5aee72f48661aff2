"""What partners are asked to agree, and who may answer for each."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from boards.models import Partner, Person, Post, SeatHolding
from boards.permissions import REPRESENT_PARTNER
from boards.queries.seats import sitting
from boards.queries.succession import followers_of, money_answered_for
from meetings.models import Decision, Meeting, SpendingLine
from meetings.queries.entitled import sight_at
from meetings.queries.outcome import standing, with_standing
from meetings.rules.consent import agrees, latest
from meetings.rules.edition import is_closed
from trust.tools.markup import as_html
from trust.tools.words import money


@dataclass(frozen=True)
class Asked:
    """One partner's money in one decision, as its representative is asked about it."""

    partner: Partner
    decision: Decision
    lines: tuple[SpendingLine, ...]

    @property
    def meeting(self) -> Meeting:
        return self.decision.block.item.meeting

    @property
    def address(self) -> str:
        """Where its representative answers."""
        return reverse("meetings:give_consent", args=[self.decision.block.key, self.partner.slug])

    @property
    def amount(self) -> str:
        return money(sum(line.amount_pence for line in self.lines))

    @property
    def is_answered(self) -> bool:
        return all(line.consents.all() for line in self.lines)

    @property
    def is_open(self) -> bool:
        """Whether an answer can still change what stands."""
        dispute = getattr(self.decision, "dispute", None)
        every = self.decision.spending.all()
        return (dispute is None or dispute.state != "lapsed") and not all(agrees(line) for line in every)

    @property
    def waits(self) -> bool:
        return self.is_open and not self.is_answered

    @property
    def answer(self) -> str:
        """Agreed, Not agreed, Agreed in part, or what is still asked."""
        answers = {getattr(latest(line.consents.all()), "answer", "") for line in self.lines}
        words = {"agreed": "Agreed", "declined": "Not agreed", "": "Has not answered"}
        return words[answers.pop()] if len(answers) == 1 else "Answered in part"

    @property
    def tone(self) -> str:
        return {"Agreed": "ok", "Not agreed": "warn"}.get(self.answer, "decide")

    @property
    def words(self) -> SafeString:
        return as_html(self.decision.block.text)

    @property
    def sentence(self) -> str:
        return standing(self.decision).sentence


def asked_of(reader: Any, *, partner: str = "", only_unanswered: bool = False) -> list[Asked]:
    """What the reader's partners are asked, unanswered first, then the latest meeting. Only what is recorded as
    decided; of exempt business only those entitled on the day are told. Eight statements at most, but for that.
    ``only_unanswered``: of decisions on which one of them is silent on some money."""
    partners = {one.pk: one for one in represented_by(reader) if partner in ("", one.slug)}
    decisions = Decision.objects.filter(recorded_at__isnull=False, struck_reason="", spending__partner__in=partners)
    decisions = decisions.exclude(outcome=Decision.Outcome.LOST).distinct() if partners else Decision.objects.none()
    if only_unanswered:
        silent = SpendingLine.objects.filter(decision=OuterRef("pk"), partner__in=partners, consents=None)
        decisions = decisions.filter(Exists(silent))
    found: list[Asked] = []
    for decision in with_standing(decisions).select_related("block__item__section"):
        if is_told(decision, reader):
            found += _asked_on(decision, partners)
    return sorted(found, key=lambda one: (not one.waits, -one.meeting.date.toordinal(), one.decision.pk))


def asked_at(reader: Any, block: UUID, partner: str) -> Asked:
    """One of them; 404 where the reader is not asked."""
    for one in asked_of(reader, partner=partner):
        if one.decision.block.key == block:
            return one
    raise Http404("Nothing is asked at this address.")


def waiting_for(reader: Any) -> list[Asked]:
    """Those that wait for an answer of the reader's partners."""
    return [one for one in asked_of(reader, only_unanswered=True) if one.waits]


def represented_by(reader: Any) -> QuerySet[Partner]:
    """Partners for whose money the reader answers, by sitting for them or for what took the place of one that ended:
    taking the minutes is not sitting for one."""
    return money_answered_for(reader, REPRESENT_PARTNER, on=timezone.localdate()).order_by("name")


def representatives_of(partner: Partner, *, on: dt.date) -> QuerySet[Person]:
    """Those who sit in a seat of the partner on the day, or of what took its place where it has ended; where a class of
    partners has the seat, those of its posts."""
    return sitting_for([partner, *followers_of(partner, on=on)], on=on)


def successor_sat_for(person: Person, partner: Partner, *, on: dt.date) -> Partner | None:
    """For which of those that took its place they sit; None where they sit for itself."""
    if sitting_for([partner], on=on).filter(pk=person.pk).exists():
        return None
    followers = followers_of(partner, on=on)
    return next((one for one in followers if sitting_for([one], on=on).filter(pk=person.pk).exists()), None)


def sitting_for(
    partners: Collection[Partner], *, on: dt.date, boards: Collection[int] | None = None
) -> QuerySet[Person]:
    """``boards``: those who sit for one of the partners on one of these; on any where not given."""
    held = sitting(SeatHolding.objects.held_on(on))
    if boards is not None:
        held = held.filter(seat__board__in=boards)
    in_class = held.filter(seat__partner=None, seat__constituency__isnull=False).values("person")
    with_post = Post.objects.held_on(on).filter(partner__in=partners).values("person")
    own = held.filter(seat__partner__in=partners).values("person")
    return Person.objects.filter(Q(pk__in=own) | Q(pk__in=in_class) & Q(pk__in=with_post)).order_by("name", "pk")


def _asked_on(decision: Decision, partners: Mapping[int, Partner]) -> Iterator[Asked]:
    """The money of each of these partners in one decision."""
    for pk, partner in partners.items():
        if own := tuple(line for line in decision.spending.all() if line.partner_id == pk):
            yield Asked(partner, decision, own)


def is_told(decision: Decision, reader: Any) -> bool:
    """Of closed business only those to whom it is open at its meeting are told."""
    item = decision.block.item
    return not is_closed(item) or sight_at(reader, item.meeting).sees(item)
