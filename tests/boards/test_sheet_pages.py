"""The pages of sheets of people and seats, by the cast (issue 5 §1)."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from boards.models import PeopleSheet
from boards.operations import sheet as operations
from tests.boards.keeper import create_keeper, signed_in
from tests.boards.sheets import a_row, csv_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(cast):
    def sent(*rows: dict[str, str]) -> PeopleSheet:
        return operations.send_sheet(name="autumn.csv", content=csv_of(*rows), by=cast.clerk, at=timezone.now())

    return sent


def post_file(client: Any, content: bytes, name: str = "autumn.csv") -> Any:
    return client.post("/people/sheets/", {"sheet": SimpleUploadedFile(name, content)}, follow=True)


def test_an_officer_sends_a_sheet_looks_through_it_and_brings_it_in(cast, as_):
    clerk = as_("clerk")
    page = post_file(clerk, csv_of(a_row("Asha Quill", New_seat="yes"))).content.decode()
    assert "Asha Quill, who is new, sits there from 1 April 2026." in page
    sheet = PeopleSheet.objects.get()
    page = clerk.post(f"{sheet.get_absolute_url()}bring-in/", follow=True).content.decode()
    assert "It is being brought in" in page
    assert "autumn.csv" in clerk.get("/people/sheets/").content.decode()
    operations.bring_in_sheet.function(sheet_id=sheet.pk, by_id=cast.clerk.pk)
    page = clerk.get(sheet.get_absolute_url()).content.decode()
    assert "One person sitting from a day on, one person put down for the first time and one seat made." in page


def test_a_sheet_that_is_none_is_told_on_the_page(as_):
    answer = post_file(as_("clerk"), b"\x89PNG\0\0", "map.xlsx")
    assert answer.status_code == 422
    assert "Only a CSV or an Excel file (.xlsx) is read." in answer.content.decode()


def test_a_sheet_with_a_wrong_row_cannot_be_brought_in(as_):
    clerk = as_("clerk")
    post_file(clerk, csv_of(a_row("Asha Quill", Partner="Harbour Trust")))
    answer = clerk.post(f"{PeopleSheet.objects.get().get_absolute_url()}bring-in/")
    assert answer.status_code == 409
    assert "One row must be put right or told apart first." in answer.content.decode()


def test_a_sheet_is_set_aside_and_stays_so(cast, as_, send):
    sheet, clerk = send(a_row("Asha Quill")), as_("clerk")
    clerk.post(f"{sheet.get_absolute_url()}set-aside/")
    assert "Set aside" in clerk.get("/people/sheets/").content.decode()
    assert clerk.post(f"{sheet.get_absolute_url()}bring-in/").status_code == 409
    assert PeopleSheet.objects.get().state == "withdrawn"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_is_there_as_a_file(as_, kind):
    answer = as_("clerk").get(f"/people/sheets/template.{kind}")
    assert answer.headers["Content-Disposition"].endswith(f'people-and-seats.{kind}"')
    assert post_file(as_("clerk"), answer.content, f"template.{kind}").status_code == 422


@pytest.mark.parametrize(
    ("who", "status"), [("member", 403), ("member_of_another_partner", 403), ("outsider", 403), ("public", 302)]
)
def test_only_who_manages_a_board_sends_sheets(as_, who, status):
    client = as_(who)
    assert client.get("/people/sheets/").status_code == status
    assert client.post("/people/sheets/", {"sheet": SimpleUploadedFile("a.csv", b"x")}).status_code == status
    assert not PeopleSheet.objects.exists()


def test_a_sheet_is_its_senders_and_the_keepers(cast, as_, send):
    sheet = send(a_row("Asha Quill"))
    keeper = signed_in(create_keeper())
    assert keeper.get(sheet.get_absolute_url()).status_code == 200
    mine = operations.send_sheet(
        name="b.csv", content=csv_of(a_row("B")), by=keeper.get("/").wsgi_request.user, at=timezone.now()
    )
    assert as_("clerk").get(mine.get_absolute_url()).status_code == 404
    assert as_("public").get(sheet.get_absolute_url()).status_code == 404
