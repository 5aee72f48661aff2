"""Writes the documents that are read aloud to a machine: python -m tests.print.written FOLDER

Draft, sealed and public minutes of the shape of a real meeting, and a document whose tables run over pages.
"""

import sys
import tempfile
from pathlib import Path

from tests.bench import ground


def write(folder: Path) -> None:
    """Whatever is made for it in the database is taken back."""
    from django.conf import settings
    from django.db import transaction

    from tests.print.sample import sample_pdf

    folder.mkdir(parents=True, exist_ok=True)
    settings.TEST_KEY_FOLDER, settings.SIGNING_PKCS12 = Path(tempfile.mkdtemp()), ""
    (folder / "tables-over-pages.pdf").write_bytes(sample_pdf())
    with transaction.atomic():
        for name, content in minutes_in_editions().items():
            (folder / f"{name}.pdf").write_bytes(content)
        transaction.set_rollback(True)


def minutes_in_editions() -> dict[str, bytes]:
    from django.utils import timezone

    from meetings import pdf
    from meetings.queries.minutes import minutes_document
    from tests import cast
    from tests.journeys import twin
    from tests.print.minuted import approved, minuted
    from trust.tools.signing import sign
    from trust.tools.signing_keys import signing_key

    people = cast.assemble()
    minutes = minuted(twin.read(), people.board)
    draft = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    made = {"draft": pdf.minutes_pdf(draft, minutes)}
    minutes, key = approved(minutes, people.clerk), signing_key(at=timezone.now())
    for edition in ("full", "public"):
        document = minutes_document(minutes.meeting, edition=edition, with_exempt=edition == "full")
        unsigned = pdf.minutes_pdf_for_signing(document, minutes, is_test=True, head="0" * 64)
        made[edition] = sign(unsigned, key=key, reason="Approved minutes", name=key.name, at=timezone.now())
    return made


if __name__ == "__main__":
    ground.set_up()
    with ground.databases("read_aloud"):
        ground.stand_on("read_aloud")
        write(Path(sys.argv[1]))
