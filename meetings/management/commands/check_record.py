"""manage.py check_record [--head HASH]: leaves with 0 if all fits, 1 at a misfit, 2 if the head is unknown, 3 if what
is published repeats words of closed business."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from meetings.queries.exposed_out import exposed_out
from meetings.queries.record import check_record, position_of
from trust.tools.words import counted


class Command(BaseCommand):
    help = "Walks the chain of seals, holds approved minutes, signatures and files against it, names the first misfit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", default="", help="a head of the record, as printed in a signed PDF")

    def handle(self, *args: Any, head: str, **options: Any) -> None:
        found = check_record()
        if found.misfit:
            self.stderr.write(f"Does not fit. {found.misfit.sentence}")
            sys.exit(1)
        held = f"{counted(found.seals, 'seal')}, {counted(found.sets, 'approved set')} of minutes".capitalize()
        self.stdout.write(f"{held}: everything fits.")
        if found.head:
            self.stdout.write(f"The head of the record is {found.head}.")
        if head:
            self._find(head)
        told = list(exposed_out())
        for sentence in told:
            self.stderr.write(f"{sentence} Withdraw it, open the minutes again, take it out, and publish them then.")
        if told:
            sys.exit(3)

    def _find(self, head: str) -> None:
        """Whether the chain still holds what somebody has on paper."""
        at = position_of(head)
        if at is None:
            self.stderr.write("No seal has that hash: it was not read right, or the chain is not the one it came from.")
            sys.exit(2)
        self.stdout.write(f"That hash is seal {at} of this chain: nothing before it was changed since.")
