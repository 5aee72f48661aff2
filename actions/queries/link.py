"""What a link in a mail opens, or the sentence that says why it opens nothing (issue 6 §2)."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from actions.models import FINISHED, Action, MailLink, Part
from actions.queries.action import of_closed
from actions.queries.owners import owners_of
from actions.rules.link import Standing, standing_of
from meetings.models import Minutes
from trust.tools.words import the_day


@dataclass(frozen=True)
class Opened:
    """A link that was followed. Only while it ``opens`` is anything of the action told."""

    link: MailLink | None
    standing: Standing

    @property
    def opens(self) -> bool:
        return self.standing.opens


def opened_by(sha256: str, *, at: dt.datetime, locked: bool = False) -> Opened:
    """The link with this fingerprint, and how it stands. ``locked``: held until what is said by it is recorded."""
    links = MailLink.objects.select_for_update(of=["self"]) if locked else MailLink.objects.all()
    found = links.select_related("person__user", "part__action__board", "part__action__followed_by")
    found = found.select_related("part__action__meeting", "part__person", "part__partner", "part__seat")
    link = found.filter(sha256=sha256).first()
    return Opened(link, standing_of(_told(link, at)) if link else Standing.UNKNOWN)


def _told(link: MailLink, at: dt.datetime) -> dict[str, bool]:
    """What the rule asks of a link."""
    part, minutes = link.part, Minutes.objects.filter(meeting=link.part.action.meeting_id).first()
    return {
        "at_desk": bool(minutes and minutes.state == Minutes.State.DRAFT),
        "settled": part.action.is_settled,
        "passed_on": link.person not in owners_of(part, on=the_day(at)) or part.state == "not_needed",
        "done": part.state in FINISHED,
        "spent": link.spent_at is not None,
        "expired": link.expires_at <= at,
    }


def is_of_closed_business(action: Action) -> bool:
    """Whether its words are kept from the public: then a link does not tell them either."""
    return Action.objects.filter(of_closed(AnonymousUser()), pk=action.pk).exists()


def open_part(link: MailLink) -> Part:
    """The part with its action as its page is made of it."""
    link.part.action = (
        Action.objects.with_due_on()
        .select_related("board", "followed_by", "meeting__board", "due_meeting", "block__item__meeting__board")
        .get(pk=link.part.action_id)
    )
    return link.part
