"""Reminding partners that were asked and are silent."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction

from boards.models import Agreement, AskingLetter
from boards.operations.agreement import held_agreement
from boards.operations.asked_mail import write_to_those_asked
from boards.queries.asked import silent_partners
from boards.rules import asked as rules


@transaction.atomic
def remind_partners(*, agreement: Agreement, partners: Collection[int], by: Any, on: dt.date) -> list[AskingLetter]:
    """Write to those who answer for these partners, by their keys. Two officers at once remind nobody twice."""
    held = held_agreement(agreement, by=by, on=on)
    rules.check_is_with_partners(held)
    reminded = rules.check_can_remind(partners, silent_partners(held, on=on))
    letters = [
        write_to_those_asked(one.stand.asked, AskingLetter.Kind.REMINDER, by=by, on=on)
        for one in reminded
        if one.stand.asked
    ]
    return [letter for letter in letters if letter]
