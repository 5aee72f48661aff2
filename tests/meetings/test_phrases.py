"""Standard phrases: a board's for those who minute it, an officer's own for that officer alone."""

import pytest
from django.urls import reverse

from meetings.models import Phrase
from meetings.queries.phrases import phrases_at_desk
from meetings.rules.phrases import BLANK, LETTERS, USUAL
from tests.factories import create_board

BOARD, OWN = "meetings:phrases", "meetings:own_phrases"
SENTENCE = {"letters": "mnr", "text": "Members noted the report of [post]."}


@pytest.fixture
def lists(cast):
    """Both lists: where each is read, where one adds to it."""
    slug = [cast.board.slug]
    return {
        "board": (reverse(BOARD, args=slug), reverse("meetings:add_phrase", args=slug)),
        "own": (reverse(OWN), reverse("meetings:own_add_phrase")),
    }


@pytest.mark.parametrize("which", ["board", "own"])
def test_a_phrase_is_added_changed_deleted_and_put_back(as_, lists, which):
    clerk, (page, add) = as_("clerk"), lists[which]
    assert "Tab now writes: Members noted" in clerk.post(add, SENTENCE, follow=True).content.decode()
    phrase = Phrase.objects.get()
    one = f"{page}{phrase.pk}/"
    clerk.post(one, {"letters": "MNR", "text": "Noted."})
    phrase.refresh_from_db()
    assert (phrase.letters, phrase.text, phrase.history.count()) == ("mnr", "Noted.", 2)
    shown = clerk.post(f"{one}delete/", follow=True).content.decode()
    assert "Deleted lately" in shown
    assert not Phrase.objects.exists()
    clerk.post(add, {"letters": "mnr", "text": "Noted."})
    assert "Deleted lately" not in clerk.get(page).content.decode()


@pytest.mark.parametrize("which", ["board", "own"])
def test_an_empty_list_offers_the_usual_sentences_once(as_, lists, which):
    clerk, (page, _) = as_("clerk"), lists[which]
    assert "Begin with the usual sentences" in clerk.get(page).content.decode()
    clerk.post(f"{page}usual/")
    shown = clerk.get(page).content.decode()
    assert "Thirteen phrases" in shown or "13 phrases" in shown
    assert "Begin with the usual sentences" not in shown
    assert "already" in clerk.post(f"{page}usual/", follow=True).content.decode()
    assert Phrase.objects.count() == len(USUAL)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"letters": "m", "text": "x"}, "two to twelve letters"),
        ({"letters": "m n", "text": "x"}, "two to twelve letters"),
        ({"letters": "mnr", "text": "Again."}, "mnr stands for another sentence already"),
        ({"letters": "new", "text": ""}, "Error"),
    ],
)
def test_what_cannot_be_typed_or_stands_already_is_said_and_nothing_is_lost(as_, lists, given, sentence):
    clerk, (_, add) = as_("clerk"), lists["board"]
    clerk.post(add, SENTENCE)
    answer = clerk.post(add, given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert f'value="{given["letters"]}"' in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "board", "own"),
    [
        ("clerk", 200, 200),
        ("chair", 403, 403),
        ("member", 403, 403),
        ("member_of_another_partner", 404, 403),
        ("outsider", 404, 403),
        ("public", 302, 302),
    ],
)
def test_who_may_keep_phrases(as_, lists, who, board, own):
    client = as_(who)
    assert [client.get(lists[which][0]).status_code for which in ("board", "own")] == [board, own]
    assert [client.post(lists[which][1], SENTENCE).status_code for which in ("board", "own")] == (
        [302, 302] if who == "clerk" else [board, own]
    )
    assert Phrase.objects.count() == (2 if who == "clerk" else 0)


def test_another_officers_own_phrase_is_nowhere(as_, cast, lists):
    theirs = Phrase.objects.create(officer=cast.chair, **SENTENCE)
    clerk = as_("clerk")
    assert "Members noted the report" not in clerk.get(lists["own"][0]).content.decode().replace("“Members noted", "")
    assert clerk.get(reverse("meetings:own_phrase", args=[theirs.pk])).status_code == 404
    assert clerk.post(reverse("meetings:own_remove_phrase", args=[theirs.pk])).status_code == 404


def test_at_the_desk_an_officers_own_comes_before_the_boards_of_the_same_letters(cast):
    Phrase.objects.create(board=cast.board, **SENTENCE)
    Phrase.objects.create(board=cast.board, letters="aob", text="Nothing else.")
    Phrase.objects.create(board=create_board("Another"), letters="zzz", text="Elsewhere.")
    Phrase.objects.create(officer=cast.clerk, letters="mnr", text="Mine.")
    shown = phrases_at_desk(cast.board, cast.clerk)
    assert [(one["letters"], one["text"]) for one in shown] == [("aob", "Nothing else."), ("mnr", "Mine.")]


def test_the_usual_sentences_can_be_typed_and_their_blanks_are_found():
    assert len(dict(USUAL)) == len(USUAL) >= 12
    assert all(LETTERS.fullmatch(letters) and text.endswith(".") for letters, text in USUAL)
    assert BLANK.findall("of [post] on [a day], see [the paper](https://example.org)") == ["[post]", "[a day]"]
