"""What the public can still read that repeats closed business: from before that was looked for, or closed since."""

from collections.abc import Iterator

from meetings.models import Publication, Summary
from meetings.queries.closed_business import closed_behind
from meetings.queries.seal import sealed_document
from meetings.rules.exposed import exposed, places_of


def exposed_out() -> Iterator[str]:
    """A sentence for each place of a publication that was not withdrawn; without the words themselves, which would
    then stand in a log. What a summary says of business in private it may say."""
    out = Publication.objects.filter(withdrawn_at=None).select_related("seal", "minutes__meeting__board")
    for one in out.order_by("minutes__meeting__date", "pk").iterator():
        document = sealed_document(one.seal)
        if document is None:
            continue
        summaries = Summary.objects.filter(item__meeting=one.minutes.meeting_id).values_list("title", "text")
        summed_up = {words for summary in summaries for words in summary}
        places = [(place, text) for place, text in places_of(document) if text not in summed_up]
        told = dict.fromkeys(found.place for found in exposed(closed_behind(one.minutes), places))
        yield from (
            f"{one.minutes}, version {one.version}: {place} repeats words of closed business." for place in told
        )
