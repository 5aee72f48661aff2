"""manage.py minutes_pdf executive-group/2011-01-25 --edition full --out FILE"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from meetings import pdf
from meetings.models import Edition, Minutes
from meetings.queries.minutes import minutes_document
from meetings.queries.signed import signed_edition
from trust.tools.refusal import Refused


class Command(BaseCommand):
    help = "Writes the minutes of a meeting as a PDF: the signed record where there is one, else a copy made now."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("meeting", help="board/address, as in its web address: executive-group/2011-01-25")
        parser.add_argument("--edition", choices=Edition.values, default=Edition.PUBLIC)
        parser.add_argument("--out", type=Path, required=True)

    def handle(self, *args: Any, meeting: str, edition: str, out: Path, **options: Any) -> None:
        minutes = _minutes(meeting)
        signed = signed_edition(minutes, edition)
        try:
            content = bytes(signed.pdf) if signed else _made_now(minutes, edition)
            out.write_bytes(content)
        except (Refused, OSError) as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{minutes}: {'signed record' if signed else 'unsigned copy'}, {len(content):,} bytes.")


def _minutes(meeting: str) -> Minutes:
    board, _, address = meeting.strip("/").partition("/")
    found = Minutes.objects.select_related("meeting__board").filter(
        meeting__board__slug=board, meeting__address=address
    )
    minutes = found.first()
    if minutes is None:
        raise CommandError(f"No minutes of a meeting “{meeting}” are kept here. Give it as board/address.")
    return minutes


def _made_now(minutes: Minutes, edition: str) -> bytes:
    document = minutes_document(minutes.meeting, edition=edition, with_exempt=edition == Edition.FULL)
    return pdf.minutes_pdf(document, minutes)
