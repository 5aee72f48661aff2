"""Where an agreement says what the regulations ask of a pooled fund."""

from typing import Any

from django.db import transaction

from boards.models import Clause
from commissioning.models import AgreementContent, Fund
from commissioning.operations.fund import held
from commissioning.rules.gate import wrong_agreement
from trust.tools.keeping import discard, keep
from trust.tools.refusal import Refused


@transaction.atomic
def place_content(
    *, fund: Fund, content: str, clause: Clause | None, place: str, by: Any, because: str = ""
) -> AgreementContent:
    """In a clause of it, or at a place of its document, or both."""
    fund = held(fund, by)
    agreement = fund.agreement
    if agreement is None:
        raise Refused("No agreement is named for this fund. Name it first.")
    if said := wrong_agreement(fund, agreement):
        raise Refused(said)
    if clause is None and not place:
        raise Refused("Choose the clause, or say where in the document it is.")
    kept = agreement.contents.filter(content=content).first() or AgreementContent(agreement=agreement, content=content)
    kept.clause, kept.place = clause, place
    return keep(kept, by=by, because=because)


@transaction.atomic
def take_out_content(*, fund: Fund, content: str, why: str, by: Any) -> None:
    """It turns out that the agreement does not say it."""
    fund = held(fund, by)
    found = AgreementContent.objects.filter(agreement=fund.agreement_id, content=content).first()
    if found is None:
        raise Refused("Nothing is put down for it.")
    discard(found, by=by, because=why)
