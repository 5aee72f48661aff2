"""The versions of one agreement against each other, as their reader may see them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Agreement
from boards.queries.agreements import agreements_known_to
from boards.rules.compared_clauses import ClauseCompared, compared_clauses
from trust.tools.compared import STAYS, Piece, pieces


@dataclass(frozen=True)
class AgreementCompared:
    """``lead_in``: the words before the clauses."""

    before: Agreement
    after: Agreement
    lead_in: Sequence[Piece]
    clauses: Sequence[ClauseCompared]

    @property
    def changed(self) -> list[ClauseCompared]:
        return [one for one in self.clauses if not one.is_same]

    @property
    def same(self) -> list[str]:
        return [one.after.number for one in self.clauses if one.is_same and one.after]

    @property
    def lead_in_changed(self) -> bool:
        return any(piece.mark != STAYS for piece in self.lead_in)


def versions_of(agreement: Agreement, reader: Any, *, on: dt.date) -> QuerySet[Agreement]:
    """The others of its line that the reader may know of, latest first. ``on`` is today."""
    line = Q(title=agreement.title) | Q(pk=agreement.supersedes_id) | Q(supersedes=agreement)
    return agreements_known_to(reader, on=on).filter(line).exclude(pk=agreement.pk).order_by("-pk")


def compared_agreements(before: Agreement, after: Agreement) -> AgreementCompared:
    """Word by word. Two statements."""
    was, now = (list(one.clauses.order_by("position", "pk")) for one in (before, after))
    return AgreementCompared(before, after, pieces(before.lead_in, after.lead_in), compared_clauses(was, now))
