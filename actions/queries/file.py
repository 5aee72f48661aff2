"""Files that were made for a reader."""

import datetime as dt
from typing import Any

from django.http import Http404

from trust.models import MadeFile

#: Kept no longer than this: it holds what its asker might know on that day.
KEPT = dt.timedelta(days=1)


def file_for(reader: Any, pk: int, *, at: dt.datetime) -> MadeFile:
    """Theirs, of the last day; 404 otherwise: of another’s file not even its being there is known."""
    found = MadeFile.objects.filter(pk=pk, asked_by=reader.pk, asked_at__gte=at - KEPT).first()
    if found is None:
        raise Http404("No file is at this address.")
    return found
