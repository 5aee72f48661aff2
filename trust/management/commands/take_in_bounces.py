"""Mail that came back: what a mail server hands us, or what lies in a mailbox file."""

import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from actions.operations.bounce import take_in
from trust.tools.returned import failures_in, mails_from, mails_in


class Command(BaseCommand):
    help = "Take in reports of mail that did not arrive, from an mbox file, one mail, or (-) from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mailbox", help="the file, or - for one mail on standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        given = options["mailbox"]
        if given != "-" and not Path(given).is_file():
            raise CommandError(f"There is no file {given}.")
        read = taken = 0
        for mail in mails_from(sys.stdin.buffer) if given == "-" else mails_in(Path(given)):
            read += 1
            taken += sum(take_in(failure=failure, at=timezone.now()) for failure in failures_in(mail))
        self.stdout.write(f"Mails read: {read}. Addresses that fail: {taken}.")
