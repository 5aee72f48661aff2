"""The example partnership on an empty database, and how to sign in to it."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from boards.models import Board, User
from trust.example import cast
from trust.example.commissioning.indicators import count
from trust.example.commissioning.plans import plan_the_years
from trust.example.commissioning.returns import return_on_areas
from trust.example.county import grow_county
from trust.example.county.people import NAMED
from trust.example.house import make_house
from trust.example.story import tell


class Command(BaseCommand):
    help = "Fill an empty database with the example partnership. Never touches one that has boards in it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing, without complaint, where boards are")
        parser.add_argument(
            "--without-county", action="store_true", help="only the Executive Group and what is near it"
        )
        parser.add_argument("--who", action="store_true", help="only say how to sign in as each person")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["who"]:
            self.say_who()
        elif not Board.objects.exists():
            self.fill(county=not options["without_county"])
        elif not options["if_empty"]:
            raise CommandError("There are boards in this database already; the example is only for an empty one.")

    @transaction.atomic
    def fill(self, *, county: bool) -> None:
        now = timezone.now()
        make_house(on=timezone.localdate(now))
        tell(at=now)
        count(on=timezone.localdate(now))
        if county:
            grow_county(at=now)
            plan_the_years(at=now)
            return_on_areas(at=now)
        self.stdout.write("The example partnership is set up.")

    def say_who(self) -> None:
        """One line for each person of the example who can sign in; nothing where the example is not there."""
        known = set(User.objects.values_list("email", flat=True))
        lines = [
            f"  {cast.address(seat.sign_in):28} {seat.name}, {seat.partner}: {seat.shown} the {seat.board}"
            for seat in cast.SEATS
            if seat.sign_in and cast.address(seat.sign_in) in known
        ]
        lines += [
            f"  {cast.address(named.sign_in):28} {named.name}, {partner}: {named.shown}"
            for (partner, _), named in NAMED.items()
            if cast.address(named.sign_in) in known
        ]
        if lines:
            self.stdout.write(f"Sign in with the password {cast.PASSWORD} as")
            self.stdout.write("\n".join(lines))
