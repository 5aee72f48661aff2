"""Second notices and representations as a reader may read them, and what is amiss before an agenda goes out."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from meetings.models import KeyDecisionNotice, Meeting, Representation, SecondNotice
from meetings.queries.entitled import items_seen
from meetings.queries.executive import is_executive
from meetings.rules.second_notice import amiss, last_day_for_it, second_words, unannounced
from trust.tools.words import in_london, short_date


@dataclass(frozen=True)
class SecondRead:
    """What a reader sees of it: representations before it is published are for the officers alone."""

    notice: KeyDecisionNotice
    second: SecondNotice | None
    representations: tuple[Representation, ...]
    may_minute: bool
    amiss: str

    @property
    def sentence(self) -> str:
        if self.second is None:
            return ""
        return second_words(self.second, in_london(self.second.published_at).date())

    @property
    def last_day(self) -> str:
        return short_date(last_day_for_it(_held(self.notice)))

    @property
    def takes_more(self) -> bool:
        stands = self.notice.published_at is not None and self.notice.withdrawn_at is None
        return self.may_minute and stands and self.second is None

    @property
    def unanswered(self) -> int:
        return sum(not one.response for one in self.representations)


def second_of(notice: KeyDecisionNotice) -> SecondNotice | None:
    return SecondNotice.objects.filter(notice=notice).select_related("published_by__person").first()


def second_read(notice: KeyDecisionNotice, *, may_minute: bool, on: dt.date) -> SecondRead | None:
    """None for a notice of no private meeting. Two statements."""
    if not notice.is_private:
        return None
    second = second_of(notice)
    found = tuple(notice.representations.all()) if second or may_minute else ()
    wrong = ""
    if may_minute and notice.published_at and not notice.withdrawn_at:
        wrong = amiss(notice, second, _held(notice), "This matter", on=on)
    return SecondRead(notice, second, found, may_minute, wrong)


def _held(notice: KeyDecisionNotice) -> dt.date:
    return notice.item.meeting.date if notice.item else notice.expected_date


def representation_of(notice: KeyDecisionNotice, pk: int) -> Representation:
    found = notice.representations.filter(pk=pk).first()
    if found is None:
        raise Http404("The notice has no such representation.")
    found.notice = notice
    return found


def private_amiss(meeting: Meeting, reader: Any, *, on: dt.date) -> list[str]:
    """What is late or absent of the notices of what is to be taken in private, as far as the officer sees the items.

    Asked of boards that take executive decisions; of another its terms are read and nothing else.
    """
    if not is_executive(meeting.board, meeting.date):
        return []
    shown = list(items_seen(reader, meeting).filter(is_section=False))
    rows = KeyDecisionNotice.objects.filter(item__meeting=meeting, withdrawn_at=None).select_related("second")
    notices = {row.item_id: row for row in rows}
    found = []
    for item in shown:
        notice = notices.get(item.pk)
        if notice is not None and notice.is_private and notice.published_at:
            found.append(amiss(notice, getattr(notice, "second", None), meeting.date, str(item), on=on))
        elif item.is_exempt and not (notice and notice.is_private):
            found.append(unannounced(str(item)))
    return [sentence for sentence in found if sentence]
