"""What one partner answered to an agreement, as its reader may see it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from boards.models import Adoption, Agreement, Delegation, Partner
from boards.permissions import may_answer_for, may_manage_agreement
from boards.queries.agreements import Read, read_on
from boards.queries.partners import has_colleagues_at, partners_known_to
from boards.rules.adoption import Stand, amiss
from boards.rules.asked import letter_in_words


@dataclass(frozen=True)
class PartnersAnswers:
    """``given``: every answer there is, latest first. Who entered them is named to those who work with the partner.

    ``answers_itself``: the reader is one of those who answer for it, and no officer who enters what it said.
    """

    agreement: Agreement
    read: Read
    stand: Stand
    given: tuple[Adoption, ...]
    is_known: bool
    may_answer: bool
    answers_itself: bool
    may_manage: bool
    names_who: bool

    @property
    def partner(self) -> Partner:
        return self.stand.partner

    @property
    def letters(self) -> list[str]:
        """When those who answer for it were written to; for them and for who manages the agreement."""
        asked = self.stand.asked
        if asked is None or not (self.may_answer or self.may_manage or self.names_who):
            return []
        return [letter_in_words(letter) for letter in asked.letters.all()]

    @property
    def history(self) -> list[tuple[Adoption, str]]:
        """Each answer with what is to be looked at in it."""
        return [(one, amiss(one)) for one in self.given]


def partners_answers(
    agreement: Agreement, partner: str, reader: Any, *, on: dt.date, today: dt.date
) -> PartnersAnswers:
    """404 where the partner was neither asked by that day nor has answered."""
    read = read_on([agreement], on=on)[0]
    stand = next((one for one in read.stands if one.partner.slug == partner), None)
    if stand is None:
        raise Http404("This partner was not asked.")
    given = Adoption.objects.filter(agreement=agreement, partner=stand.partner)
    told = given.select_related("clause", "delegation", "recorded_by__person")
    may_manage = may_manage_agreement(reader, agreement, on=today)
    answers_itself = may_answer_for(reader, stand.partner)
    is_open = agreement.status in (Agreement.Status.ASKED, Agreement.Status.REVIEW) and stand.asked is not None
    return PartnersAnswers(
        agreement=agreement,
        read=read,
        stand=stand,
        given=tuple(told.order_by("-decided_date", "-pk")),
        is_known=partners_known_to(reader).filter(pk=stand.partner.pk).exists(),
        may_answer=is_open and (may_manage or answers_itself),
        answers_itself=answers_itself,
        may_manage=may_manage,
        names_who=reader.is_authenticated and (may_manage or has_colleagues_at(stand.partner, reader)),
    )


def powers_of(partner: Partner) -> QuerySet[Delegation]:
    """The powers a partner has delegated, latest first."""
    return partner.delegations.order_by("-from_date", "-pk")
