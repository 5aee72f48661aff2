"""A fresh link for who holds one that has been used or is too old: to the same address, and to no other."""

import datetime as dt

from actions.models import MailLink
from actions.operations.answer_mail import mail_part
from actions.queries.link import opened_by
from actions.queries.owners import address_of
from trust.tools import jobs

#: Fresh links that are sent for one part within an hour.
MOST = 3


def renew(sha256: str, *, at: dt.datetime) -> None:
    """Have a fresh link sent, where there is one to send. Whoever asks learns nothing by it: there is no answer."""
    opened = opened_by(sha256, at=at)
    if opened.link is None or not opened.standing.may_renew:
        return
    recent = MailLink.objects.filter(part=opened.link.part_id, made_at__gt=at - dt.timedelta(hours=1))
    if recent.count() < MOST and address_of(opened.link.person) == opened.link.email:
        jobs.later(
            mail_fresh_link,
            about=f"fresh link for {opened.link.pk}",
            subject=f"Mail with a fresh link, {opened.link.part.action.reference}",
            link_id=opened.link.pk,
        )


@jobs.task
def mail_fresh_link(*, link_id: int) -> None:
    """The worker’s part."""
    rows = MailLink.objects.select_related("person__user", "part__person__user", "part__action__board")
    link = rows.get(pk=link_id)
    mail_part(link.part, link.person, "fresh_link.txt", "a fresh link")
