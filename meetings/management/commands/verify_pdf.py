"""manage.py verify_pdf FILE: leaves with 0 if intact, 1 if altered, 2 if not ours or not readable."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from meetings.queries.verify import record_with_fingerprint
from meetings.rules.verdict import Outcome, verdict
from trust.tools.signing import verify


class Command(BaseCommand):
    help = "Says whose signature a PDF carries and whether it was altered (0 intact, 1 altered, 2 not ours)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            content = file.read_bytes()
        except OSError:
            self.stderr.write(f"“{file.name}” cannot be read.")
            sys.exit(Outcome.NOT_OURS.value)
        found = verify(content)
        said = verdict(found, record_with_fingerprint(found.sha256))
        self.stdout.write("\n".join([said.heading, *said.sentences]))
        if not said.is_intact:
            sys.exit(said.outcome.value)
