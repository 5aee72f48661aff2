"""A reminder as a mail: plain text, with the way to turn reminders off beside it."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from actions.models import Part, Reminder
from actions.operations.links import make_link
from actions.queries.letter import Letter, my_actions, site
from actions.queries.owners import address_of
from actions.queries.preference import preference_address
from boards.models import Person
from trust.tools.post import message_id
from trust.tools.refusal import Refused


def link_for(person: Person, *, at: dt.datetime) -> Callable[[int], str]:
    """Makes the address that opens one part for who has no login; it is kept with the mail that it stands in."""

    def link(part: int) -> str:
        owed = Part.objects.select_related("action__board").get(pk=part)
        try:
            return make_link(owed, at=at, person=person)
        except Refused:
            return site(owed.action.get_absolute_url())

    return link


def text_of(letter: Letter, *, shows_link: bool = True) -> str:
    """The words of the mail. A preview does not show its signed links, which are for whom it is written to."""
    context = {
        "letter": letter,
        "mine": my_actions() if letter.person.user_id else "",
        "preferences": preference_address(letter.person) if shows_link else "",
        "partnership_name": settings.PARTNERSHIP_NAME,
    }
    return render_to_string("actions/email/reminder.txt", context)


def mail_of(reminder: Reminder, letter: Letter) -> EmailMessage:
    """Its Message-ID is the reminder’s own: the same however often it is handed over."""
    headers = {
        "Message-ID": message_id(reminder.code),
        "List-Unsubscribe": f"<{preference_address(letter.person)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    to = address_of(letter.person)
    return EmailMessage(letter.subject, text_of(letter), None, [to], headers=headers)
