"""The decisions by which a board endorsed an agreement, as far as the reader may read them."""

from typing import Any

from django.db.models import QuerySet

from boards.models import Agreement
from meetings.models import Decision, Endorsement
from meetings.queries.decisions import decisions_of

#: Kinds of decision by which a document is endorsed.
KINDS = (
    Decision.Kind.ENDORSED,
    Decision.Kind.AGREED,
    Decision.Kind.AMENDED,
    Decision.Kind.IN_PRINCIPLE,
    Decision.Kind.APPROVED,
    Decision.Kind.ACCEPTED,
    Decision.Kind.SUPPORTED,
    Decision.Kind.RESOLVED,
)


def decisions_to_cite(agreement: Agreement, reader: Any) -> QuerySet[Decision]:
    """Recorded decisions of its board that carried and that the reader may read, latest first."""
    if agreement.board is None:
        return Decision.objects.none()
    found = decisions_of(agreement.board, reader, {})
    carried = found.filter(kind__in=KINDS, outcome=Decision.Outcome.CARRIED, struck_reason="")
    return carried.select_related("block__item__meeting__board", "block__minutes")


def endorsements_of(agreement: Agreement, reader: Any) -> QuerySet[Endorsement]:
    """One statement."""
    if agreement.board is None:
        return Endorsement.objects.none()
    read = decisions_of(agreement.board, reader, {}).order_by().values("pk")
    found = Endorsement.objects.filter(agreement=agreement, decision__in=read)
    return found.select_related("decision__block__item__meeting__board").order_by(
        "decision__block__item__meeting__date"
    )
