"""An agency’s own notes, for those who answer for it and for nobody else."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from actions.models import Action, AgencyNote
from boards.models import Partner
from boards.permissions import MANAGE_PARTNER, REPRESENT_PARTNER
from boards.queries.access import partners_of


def note_writers(reader: Any) -> QuerySet[Partner]:
    """The partners for which the reader writes and reads notes."""
    return partners_of(reader, REPRESENT_PARTNER, MANAGE_PARTNER)


def notes_for(action: Action, reader: Any) -> list[tuple[Partner, list[AgencyNote]]]:
    """Under each partner of the reader what it has noted. Two statements."""
    partners = list(note_writers(reader).order_by("name"))
    notes = AgencyNote.objects.filter(action=action, partner__in=partners).select_related("by__person")
    return [(partner, [note for note in notes if note.partner_id == partner.pk]) for partner in partners]


def note_for(action: Action, reader: Any, pk: int) -> AgencyNote:
    found = AgencyNote.objects.filter(action=action, partner__in=note_writers(reader), pk=pk)
    note = found.select_related("partner").first()
    if note is None:
        raise Http404("No note is at this address.")
    return note
