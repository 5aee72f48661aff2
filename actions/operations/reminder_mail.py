"""A reminder as a mail: plain text, with the way to turn reminders off beside it."""

import datetime as dt

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from actions.models import Reminder
from actions.operations.links import links_for
from actions.queries.letter import Letter, my_actions, with_links
from actions.queries.owners import address_of
from actions.queries.preference import preference_address
from trust.tools.post import message_id


def text_of(letter: Letter, *, shows_link: bool = True) -> str:
    """The words of the mail. A preview does not show its signed links, which are for whom it is written to."""
    context = {
        "letter": letter,
        "mine": my_actions() if letter.person.user_id else "",
        "preferences": preference_address(letter.person) if shows_link else "",
        "partnership_name": settings.PARTNERSHIP_NAME,
    }
    return render_to_string("actions/email/reminder.txt", context)


def mail_of(reminder: Reminder, letter: Letter, *, at: dt.datetime) -> EmailMessage:
    """Its Message-ID is the reminder’s own: the same however often it is handed over. Who has no login is given a link
    for each part, which is kept with the mail that it stands in."""
    if not letter.person.user_id:
        letter = with_links(letter, links_for(letter.person, {one.part for one in letter.entries if one.part}, at=at))
    headers = {
        "Message-ID": message_id(reminder.code),
        "List-Unsubscribe": f"<{preference_address(letter.person)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    to = address_of(letter.person)
    return EmailMessage(letter.subject, text_of(letter), None, [to], headers=headers)
