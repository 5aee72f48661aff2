"""The word list: kept by those who minute a board, known to their desks."""

import pytest
from django.urls import reverse

from boards.models import Word
from boards.queries.words import spellings_for
from boards.rules.words import words_of_names, words_pasted
from tests.factories import create_board, create_person, create_seat

PAGE = "boards:words"


def post(client, name, *args, **given):
    return client.post(reverse(f"boards:{name}", args=args), given, follow=True).content.decode()


def test_a_word_is_added_once_and_taken_off(as_):
    clerk = as_("clerk")
    assert "No words yet." in clerk.get(reverse(PAGE)).content.decode()
    assert "Penhallow is on the list." in post(clerk, "add_word", word=" Penhallow ")
    assert "was on the list already" in post(clerk, "add_word", word="penhallow")
    word = Word.objects.get()
    assert "One word" in clerk.get(reverse(PAGE)).content.decode()
    assert "Penhallow is off the list." in post(clerk, "remove_word", word.pk)
    assert [row.history_type for row in Word.history.all()] == ["-", "+"]


def test_a_pasted_list_is_taken_in_and_told(as_):
    clerk = as_("clerk")
    post(clerk, "add_word", word="Moorings")
    shown = post(clerk, "paste_words", pasted="Moorings\nPenhallow, Tŷ Gwyn\n\npenhallow")
    assert "wo words added and one word on the list already." in shown
    assert list(Word.objects.values_list("word", flat=True)) == ["Moorings", "Penhallow", "Tŷ Gwyn"]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("add_word", {"word": ""}),
        ("add_word", {"word": "x" * 61}),
        ("paste_words", {"pasted": "Fine\n" + "x" * 61}),
        ("paste_words", {"pasted": "!!!"}),
    ],
)
def test_what_is_no_word_is_said_and_stays_in_its_field(as_, name, given):
    answer = as_("clerk").post(reverse(f"boards:{name}"), given)
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert not Word.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [("clerk", 200), ("chair", 403), ("member", 403), ("member_of_another_partner", 403), ("public", 302)],
)
def test_who_may_keep_the_list(as_, who, status):
    client, word = as_(who), Word.objects.create(word="Moorings")
    assert client.get(reverse(PAGE)).status_code == status
    assert client.get(reverse("boards:words_file")).status_code == status
    client.post(reverse("boards:add_word"), {"word": "Penhallow"})
    client.post(reverse("boards:paste_words"), {"pasted": "Ffion"})
    client.post(reverse("boards:remove_word", args=[word.pk]))
    expected = {"Penhallow", "Ffion"} if who == "clerk" else {"Moorings"}
    assert set(Word.objects.values_list("word", flat=True)) == expected


def test_the_file_is_one_word_to_a_line_with_the_names_that_the_reader_may_know_of(as_, cast):
    hidden = create_board("Closed Panel", visibility="members")
    create_seat(hidden, holder=create_person("Ysolde Quarrendon"))
    Word.objects.create(word="Moorings")
    answer = as_("clerk").get(reverse("boards:words_file"))
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert {"Moorings", "Lindqvist", "Northshire"} <= set(lines)
    assert "Quarrendon" not in lines
    assert spellings_for(cast.clerk) == lines


def test_words_of_names_and_of_a_pasted_list():
    assert words_of_names(["Ada Thorne-Iqbal", "Siân O’Dowd", "Dr Q"]) == {"Ada", "Thorne", "Iqbal", "Siân", "Dowd"}
    assert words_pasted("One\tTwo;Three\r\n1234\n") == (["One", "Two", "Three"], ["1234"])
