"""What is wrong with a sheet is said on its page with its status, and nothing of it counts (issue 5, bad input)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from boards.models import PeopleSheet, Person, SeatHolding
from boards.rules.sheet import COLUMNS
from tests.boards.sheets import a_row, csv_of, xlsx_of
from tests.factories import create_person, create_seat
from trust.tools import jobs

pytestmark = pytest.mark.django_db
HEADS = ",".join(column.head for column in COLUMNS).encode()


def sent(client, content: bytes, name: str = "autumn.csv"):
    return client.post("/people/sheets/", {"sheet": SimpleUploadedFile(name, content)}, follow=True)


@pytest.fixture
def people(cast):
    """How many people and times in a seat there are."""
    return lambda: (Person.objects.count(), SeatHolding.objects.count())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"Name,Body\nAsha,Police", "The sheet has not the columns of the template", id="wrong columns"),
        pytest.param(HEADS + b",Shoe size\nExecutive Group", "is no column of this sheet", id="one too many"),
        pytest.param(
            HEADS + b"\n" + b"Executive Group,Asha\n" * 50_000,
            "The sheet has more than 2,000 rows. Send it in parts",
            id="fifty thousand rows",
        ),
        pytest.param(b"", "The file is empty.", id="empty"),
        pytest.param(b"PK\x03\x04rubbish", "Only a CSV or an Excel file (.xlsx) is read.", id="no sheet"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_refused_on_the_page(cast, as_, people, content, sentence):
    before = people()
    page = sent(as_("clerk"), content)
    assert (page.status_code, sentence in page.content.decode()) == (422, True)
    assert (PeopleSheet.objects.exists(), people()) == (False, before)


ROWS = [
    pytest.param(a_row("=HYPERLINK(1)"), "Person is a formula", id="a formula"),
    pytest.param(a_row("Asha Quill", First_day="46113"), "First day is the number 46113", id="a date as a number"),
    pytest.param(a_row("Asha Quill", First_day="31 2 2026"), "First day says", id="no such day"),
    pytest.param(a_row("Joss Lindqvist", Last_day="1 March 2026"), "is before the first", id="ends before it began"),
    pytest.param(a_row("x" * 200), "Person is longer than 120 characters", id="a very long name"),
]


@pytest.mark.parametrize("made", [csv_of, xlsx_of], ids=["csv", "xlsx"])
@pytest.mark.parametrize(("row", "sentence"), ROWS)
def test_a_wrong_row_is_told_beside_it_and_cannot_be_brought_in(cast, as_, people, row, sentence, made):
    before, clerk = people(), as_("clerk")
    page = sent(clerk, made(row), "autumn.xlsx" if made is xlsx_of else "autumn.csv").content.decode()
    assert sentence in page
    sheet = PeopleSheet.objects.get()
    assert clerk.post(f"{sheet.get_absolute_url()}bring-in/").status_code == 409
    assert (people(), PeopleSheet.objects.get().state) == (before, "checked")


def test_two_people_with_one_name_stay_two_until_the_officer_says_who_is_meant(cast, as_, people):
    for _ in range(2):
        create_seat(cast.board, partner=cast.health, holder=create_person("Asha Quill", partner=cast.health))
    before, clerk = people(), as_("clerk")
    page = sent(clerk, csv_of(a_row("Asha Quill", Partner="Police", New_seat="yes"))).content.decode()
    assert "Say below who is who." in page
    assert clerk.post(f"{PeopleSheet.objects.get().get_absolute_url()}bring-in/").status_code == 409
    assert people() == before


def test_one_person_in_two_rows_for_one_seat_is_said(cast, as_):
    row = a_row("Asha Quill", New_seat="yes")
    assert "Take one of them out." in sent(as_("clerk"), csv_of(row, row)).content.decode()


@pytest.mark.parametrize("who", ["member", "member_of_another_partner", "outsider", "public"])
def test_who_manages_no_board_sends_none(cast, as_, who):
    sent(as_(who), csv_of(a_row("Asha Quill")))
    assert not PeopleSheet.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_brings_it_in_and_its_page_says_so(cast, as_):
    clerk = as_("clerk")
    sent(clerk, csv_of(a_row("Asha Quill", New_seat="yes")))
    sheet = PeopleSheet.objects.get()
    assert "It is being brought in" in clerk.post(f"{sheet.get_absolute_url()}bring-in/", follow=True).content.decode()
    assert not Person.objects.filter(name="Asha Quill").exists()
    jobs.do_waiting()
    page = clerk.get(sheet.get_absolute_url()).content.decode()
    assert "One person sitting from a day on, one person put down for the first time and one seat made." in page
    assert Person.objects.get(name="Asha Quill").holdings.get().seat.board == cast.board
