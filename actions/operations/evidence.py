"""What shows that something was done: taken in whole, or not at all."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from actions.models import Evidence, Progress
from actions.rules.request import check_address
from boards.models import Person
from trust.tools.attachments import LARGEST, check_attachment, clean_name, too_large
from trust.tools.refusal import Refused


@dataclass(frozen=True)
class Shows:
    """A file, an address on the web, both or neither."""

    file: UploadedFile | None = None
    url: str = ""

    @property
    def said(self) -> str:
        """What is shown, in a few words; "" for nothing."""
        return ", ".join(filter(None, [clean_name(self.file.name or "") if self.file else "", self.url]))


NOTHING = Shows()


def check_shows(shows: Shows) -> None:
    """Refused before anything is kept of it."""
    check_address(shows.url)
    if not shows.file:
        return
    if (shows.file.size or 0) > LARGEST:
        raise Refused(too_large())
    check_attachment(shows.file.read(), clean_name(shows.file.name or ""))
    shows.file.seek(0)


def keep_shown(entry: Progress, shows: Shows, *, by: Any, at: dt.datetime) -> None:
    """With the entry that tells of it. A file is kept under a name of ours and given out under its own."""
    if shows.url:
        _keep(Evidence(progress=entry, url=shows.url, name=shows.url[:160]), by, at)
    if shows.file:
        name = clean_name(shows.file.name or "")
        shows.file.name = f"{entry.pk}.{name.rpartition('.')[2].lower()}"
        _keep(Evidence(progress=entry, file=shows.file, name=name, size=shows.file.size or 0), by, at)


def _keep(evidence: Any, by: Any, at: dt.datetime) -> None:
    evidence._history_user, evidence._history_date = (None if isinstance(by, Person) else by), at
    evidence.save()
