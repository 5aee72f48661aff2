"""The link in a mail: it opens one part of one action for one person, once, without a login (issue 6 §2).

Only its fingerprint is kept, so that nobody who reads the database can open what it opens.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from actions.models import MailLink, Part
from actions.queries.owners import address_of, owners_of
from boards.models import Person
from trust.tools.refusal import Refused
from trust.tools.words import the_day


def make_link(part: Part, *, at: dt.datetime, person: Person | None = None) -> str:
    """The whole address that opens this part for its owner, to be put into a mail to them and nowhere else.

    ``person``: which of its owners, where a partner’s or a post’s part has several. Who can sign in is given the
    action’s own page instead. Refused where the part is not this person’s, or no address of theirs is known.
    """
    owners = owners_of(part, on=the_day(at))
    owner = person or next(iter(owners), None)
    if owner is None or owner not in owners:
        raise Refused(f"{person or 'Nobody who can be written to'} owes this part of {part.action.reference}.")
    if owner.user and owner.user.is_active:
        return _whole(part.action.get_absolute_url())
    if not address_of(owner):
        raise Refused(f"No e-mail address of {owner} is known.")
    return links_for(owner, [part.pk], at=at)[part.pk]


def links_for(person: Person, parts: Iterable[int], *, at: dt.datetime) -> dict[int, str]:
    """By part, the address that opens it for this person, who has no login: the caller knows that they owe these, and
    puts the addresses into a mail to them. One statement."""
    tokens = {part: secrets.token_urlsafe(32) for part in parts}
    until = at + dt.timedelta(days=settings.MAIL_LINK_DAYS)
    whose = {"person": person, "email": address_of(person), "made_at": at, "expires_at": until}
    MailLink.objects.bulk_create(
        MailLink(part_id=part, sha256=fingerprint(token), **whose) for part, token in tokens.items()
    )
    return {part: _whole(reverse("actions:by_link", args=[token])) for part, token in tokens.items()}


def fingerprint(token: str) -> str:
    """What is kept of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


def _whole(path: str) -> str:
    return settings.SITE_ADDRESS.rstrip("/") + path


def spend(link: MailLink, *, at: dt.datetime) -> None:
    """Something was said by it: it opens nothing more."""
    link.spent_at = at
    link.save(update_fields=["spent_at"])
