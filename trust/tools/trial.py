"""Trying an act before it is asked for in earnest."""

from collections.abc import Callable

from django.db import transaction


def try_out(act: Callable[[], object]) -> None:
    """Do it and undo it: raises what the act would refuse with, and leaves nothing behind."""
    with transaction.atomic():
        act()
        transaction.set_rollback(True)
