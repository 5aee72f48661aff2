"""Everything between an environment and a server that can serve: the one-shot step of every start."""

import time
from typing import Any

from django.core.management import BaseCommand, CommandParser, call_command, get_commands
from django.db import OperationalError, connection

from boards.operations.access import renew_access
from boards.operations.naming import renew_names
from trust.tools.new_database import is_new, make_tables


class Command(BaseCommand):
    help = "Wait for the database, bring its tables, its cache's table and the access of the day up to date."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--wait", type=int, default=60, help="seconds to wait for the database")
        parser.add_argument("--static", action="store_true", help="collect the static files as well")
        parser.add_argument("--example", action="store_true", help="fill an empty database with the example")

    def handle(self, *args: Any, **options: Any) -> None:
        wait_for_database(options["wait"])
        if is_new():
            make_tables()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        renew_access()
        renew_names()
        if options["static"]:
            call_command("collectstatic", interactive=False, verbosity=0)
        if options["example"] and "seed_example" in get_commands():
            call_command("seed_example", "--if-empty")
            call_command("seed_example", "--who")


def wait_for_database(seconds: float) -> None:
    """Return when the database answers; after ``seconds`` without an answer, raise its last refusal."""
    until = time.monotonic() + seconds
    while True:
        try:
            connection.ensure_connection()
        except OperationalError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.5)
        else:
            return
