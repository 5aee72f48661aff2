"""Two officers appoint to one seat at the same moment: one of them gets the sentence."""

import datetime as dt
from threading import Barrier, Thread

import pytest
from django.db import connection

from boards.models import Person, SeatHolding
from boards.operations import seat as operations
from boards.rules.person import NewPerson
from tests import cast as the_cast
from tests.factories import create_seat
from trust.tools.refusal import Refused

TODAY = dt.date(2026, 3, 3)


@pytest.mark.django_db(transaction=True)
def test_one_of_two_appointments_is_refused_and_leaves_nothing():
    cast = the_cast.assemble()
    seat, start, answers = create_seat(cast.board, partner=cast.police), Barrier(2), []

    def appoint(name):
        start.wait(timeout=60)
        try:
            held = operations.appoint(seat=seat, person=NewPerson(name), from_date=TODAY, by=cast.clerk, on=TODAY)
            answers.append(held.person.name)
        except Refused as refusal:
            answers.append(str(refusal))
        finally:
            connection.close()

    both = [Thread(target=appoint, args=[name]) for name in ("Asha Quill", "Bryn Toller")]
    [thread.start() for thread in both]
    [thread.join(timeout=120) for thread in both]
    holder = SeatHolding.objects.get(seat=seat).person.name
    assert set(answers) == {holder, f"{holder} holds this seat and no last day is set. End that first."}
    assert Person.objects.filter(name__in=["Asha Quill", "Bryn Toller"]).count() == 1
