"""What /verify/ costs us is limited, and nothing that is brought to it is kept."""

import socket
from urllib.parse import urlsplit

import pytest
from django.core.files import uploadedfile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from trust.tools.often import asked_too_often

ADDRESS = reverse("meetings:verify")
TOO_OFTEN = "That was more checks than we make for one computer within ten minutes."


def check(client: Client, content: bytes = b"PK", **given: str):
    return client.post(ADDRESS, {"copy": SimpleUploadedFile("minutes.pdf", content)}, **given)


def test_so_many_checks_and_no_more(db, settings):
    settings.VERIFY_MOST = 2
    client = Client()
    assert [check(client).status_code for _ in range(2)] == [200, 200]
    refused = check(client)
    assert (refused.status_code, refused["Retry-After"]) == (429, "600")
    assert TOO_OFTEN in refused.content.decode()
    assert client.get(ADDRESS, {"code": "000000000000"}).status_code == 429
    assert client.get(ADDRESS).status_code == 200


def test_another_computer_is_not_refused_for_it(db, settings):
    settings.VERIFY_MOST = 1
    client = Client()
    assert [check(client, REMOTE_ADDR=at).status_code for at in ("192.0.2.1", "192.0.2.1", "192.0.2.2")] == [
        200,
        429,
        200,
    ]


def test_a_network_of_the_newer_kind_counts_as_one(db, rf):
    asked = [
        asked_too_often(rf.get("/", REMOTE_ADDR=at), "something", most=1, seconds=60)
        for at in ("2001:db8::1", "2001:db8::2", "2001:db8:1::1")
    ]
    assert asked == [False, True, False]


def test_a_large_file_is_never_put_on_the_disk(db, monkeypatch):
    def kept(*_given: object, **_more: object) -> None:
        raise AssertionError("The file was put on the disk.")

    monkeypatch.setattr(uploadedfile.tempfile, "NamedTemporaryFile", kept)
    answer = check(Client(), b"%PDF-1.7" + b"0" * 5_000_000)
    assert answer.status_code == 200
    assert "The file is damaged or cut off" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_300_megabytes_are_refused_before_they_are_sent(live_server):
    """Only the head of the request is sent: the answer is there all the same."""
    at = urlsplit(live_server.url)
    head = [f"POST {ADDRESS} HTTP/1.1", f"Host: {at.hostname}", "Content-Type: multipart/form-data; boundary=x"]
    with socket.create_connection((at.hostname, at.port), timeout=120) as connection:
        connection.sendall("\r\n".join([*head, f"Content-Length: {300 * 1024 * 1024}", "", ""]).encode())
        answer = connection.recv(65536).decode()
    assert answer.startswith("HTTP/1.1 413")


def test_more_than_the_form_said_is_not_read(db):
    """A body without a length is not read at all."""
    answer = Client().post(ADDRESS, content_type="multipart/form-data; boundary=x", CONTENT_LENGTH="")
    assert answer.status_code == 422
    assert "Choose the PDF" in answer.content.decode()


@pytest.mark.parametrize("written", ["-1", "much"])
def test_a_length_that_is_none_breaks_nothing(db, written):
    answer = Client().post(ADDRESS, {}, CONTENT_LENGTH=written)
    assert answer.status_code in (400, 422)
