"""An agreement of the cast's board: clauses, and partners asked."""

import datetime as dt

from django.utils import timezone

from boards.models import Agreement
from tests.cast import Cast

TODAY = timezone.localdate()
ASKED = TODAY - dt.timedelta(days=30)


def create_agreement(
    cast: Cast, title: str = "Statement of commitment", clauses: int = 2, **fields: object
) -> Agreement:
    """With the partners (Council and Health Trust) unless ``status`` says otherwise; ``board`` is the cast's."""
    given = {"kind": "commitment", "board": cast.board, "status": "asked"} | fields
    agreement = Agreement.objects.create(title=title, **given)
    for place in range(1, clauses + 1):
        agreement.clauses.create(number=str(place), text=f"Words of clause {place}.", position=place)
    if agreement.status != "draft":
        for partner in (cast.council, cast.health):
            agreement.asked.create(partner=partner, asked_date=ASKED)
    return agreement


def day(name: str, on: dt.date) -> dict[str, int]:
    """A day as three boxes of a form."""
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}
