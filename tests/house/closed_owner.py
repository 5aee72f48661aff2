"""What an owner of the closed board has shown and asked."""

from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from actions.models import Action, AgencyNote, Evidence, Progress, Request
from boards.models import User


def furnish_owner(action: Action, by: User) -> dict[str, Any]:
    """An update with a file, a request that waits, and a note that stays in the agency."""
    part = action.parts.get()
    asked = Progress.objects.create(action=action, part=part, kind="asked", text="Moorings", at=timezone.now(), by=by)
    evidence = Evidence(progress=asked, name="Moorings.txt", size=8)
    evidence.file.save("moorings.txt", ContentFile(b"Moorings"))
    partner = part.person.posts.get().partner
    note = AgencyNote.objects.create(action=action, partner=partner, text="Moorings", at=timezone.now(), by=by)
    return {
        "part": part.pk,
        "token": "0" * 43,
        "evidence": evidence.pk,
        "request_pk": Request.objects.create(part=part, kind="not_mine", asked=asked).pk,
        "note": note.pk,
    }
