"""Notes that an agency writes to itself about an action: nobody else ever reads them (issue 6 §3)."""

import datetime as dt
from typing import Any

from django.db import transaction

from actions.models import Action, AgencyNote
from actions.operations.progress import signed
from actions.rules.action import Incomplete
from boards.models import Partner
from boards.permissions import may_answer_for
from trust.tools.keeping import discard
from trust.tools.plain import plain
from trust.tools.refusal import NotPermitted

LONGEST = 2_000


def check_may_note(user: Any, partner: Partner) -> None:
    if not may_answer_for(user, partner):
        raise NotPermitted(f"Only those who represent or manage {partner.name} may do this.")


@transaction.atomic
def write_note(*, action: Action, partner: Partner, text: str, by: Any, at: dt.datetime) -> AgencyNote:
    check_may_note(by, partner)
    text = plain(text).strip()
    if not text:
        raise Incomplete("Write the note first.")
    if len(text) > LONGEST:
        raise Incomplete(f"A note holds up to {LONGEST:,} characters; this one has {len(text):,}.")
    return signed(AgencyNote(action=action, partner=partner, text=text, at=at, by=by), by, at, "")


@transaction.atomic
def remove_note(*, note: AgencyNote, by: Any) -> None:
    """It stays in the agency’s own history."""
    check_may_note(by, note.partner)
    discard(note, by=by, because="Taken out")
