"""A board endorses an agreement by a decision that is cited; each partner’s own body answers after (gap 2)."""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Agreement
from boards.permissions import check_may_manage_agreement
from meetings.models import Decision, Endorsement
from meetings.queries.endorsement import decisions_to_cite
from trust.tools.keeping import keep
from trust.tools.refusal import Refused


@transaction.atomic
def cite_endorsement(*, agreement: Agreement, decision: Decision, by: Any, on: dt.date) -> Endorsement:
    """A decision of its own board that carried, once."""
    held = Agreement.objects.select_for_update(of=["self"]).select_related("board").get(pk=agreement.pk)
    check_may_manage_agreement(by, held, on=on)
    if not decisions_to_cite(held, by).filter(pk=decision.pk).exists():
        raise Refused("Cite a decision of the board that puts it to the partners, and that carried.")
    if Endorsement.objects.filter(agreement=held, decision=decision).exists():
        raise Refused("This decision is cited already.")
    return keep(Endorsement(agreement=held, decision=decision), by=by)
