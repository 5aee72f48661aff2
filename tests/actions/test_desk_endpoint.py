"""The desk's save as the browser meets it: status and shape of every answer."""

import datetime as dt
import json
import uuid
from functools import cache

import pytest
from django.urls import reverse

from actions.models import Action
from meetings.models import AgendaItem, Minute
from tests.factories import create_attendance, create_item, create_meeting


@pytest.fixture
def item(cast) -> AgendaItem:
    meeting = create_meeting(cast.board, dt.date(2011, 1, 25))
    for who in ("chair", "member"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who])
    return create_item(meeting, number="2.1")


def address(item: AgendaItem) -> str:
    return reverse("actions:save_item", args=[item.meeting.board.slug, item.meeting.address, item.pk])


def sent(*blocks: dict, base: int = 0, **fields: object) -> dict:
    return {"save": str(uuid.uuid4()), "base": base, "blocks": list(blocks)} | fields


def line(text: str = "Meet", who: str = "", when: str = "", **fields: object) -> dict:
    return {"key": str(uuid.uuid4()), "kind": "action", "text": text, "action": {"who": who, "when": when}} | fields


@pytest.fixture
def post(as_, item):
    signed_in = cache(as_)

    def posted(body: object, who: str = "clerk", at: str = ""):
        body = body if isinstance(body, bytes) else json.dumps(body)
        return signed_in(who).post(at or address(item), body, content_type="application/json")

    return posted


def test_the_answer_says_how_each_line_was_read(post):
    first, second = line("Meet", "JL/JG", "07.02.11"), line("Think", "ALL", "")
    answer = post(sent(first, second))
    assert answer.status_code == 200
    said = answer.json()
    assert (said["version"], said["lacks"]) == (1, "JG unknown")
    assert said["saved"][2] == ":"
    assert said["blocks"][first["key"]] == {
        "who": "Joss Lindqvist, JG",
        "when": "Monday 7 February 2011",
        "flags": ["JG matches nobody at this meeting"],
    }
    assert said["blocks"][second["key"]] == {"who": "ALL (2 members)", "when": "", "flags": []}


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        (line("Meet", "JL", "asap"), ""),
        (line("Meet", "JL", ""), "no due date"),
        (line("Meet", "", "7 February"), "no owner"),
        ({"key": str(uuid.uuid4()), "kind": "discussion", "text": "Discussed."}, ""),
    ],
)
def test_what_the_item_lacks(post, given, lacks):
    assert post(sent(given)).json()["lacks"] == lacks


def test_a_tick_costs_the_same_statements_however_many_items_there_are(post, item, django_assert_num_queries):
    """Issue 3, section 6. One for an action's text besides, one for its parts."""
    first, owed = {"key": str(uuid.uuid4()), "kind": "discussion", "text": "Discussed."}, line("Meet", "JL", "07.02.11")
    post(sent(first))
    for number in range(60):
        create_item(item.meeting, number=f"3.{number}")
    with django_assert_num_queries(11):
        post(sent(first | {"text": "Discussed, and more."}, base=1))
    post(sent(owed, base=2))
    with django_assert_num_queries(13):
        post(sent(owed | {"text": "Meet the heads"}, base=3))


def test_a_retry_is_no_second_save(post):
    body = sent(line("Meet", "JL"))
    assert post(body).json() == post(body).json()
    assert Action.objects.count() == 1


def test_a_retry_is_answered_as_at_first_though_somebody_saved_since(post):
    """Its answer was lost. Met with a conflict, its own words would stand there twice."""
    first, theirs, window = line("Meet", "JL"), line("Theirs", "RV"), str(uuid.uuid4())
    body = sent(first, window=window)
    lost = post(body).json()
    post(sent(first, theirs, base=1, window=str(uuid.uuid4())))
    again = post(body).json()
    assert again | {"blocks": {first["key"]: again["blocks"][first["key"]]}} == lost
    assert Minute.objects.filter(text__in=["Meet", "Theirs"]).count() == 2
    assert post(sent(first, base=1, window=window)).status_code == 409


def test_a_stale_save_is_given_the_other_text_with_its_lines(post):
    block = line("Meet", "JL", "asap")
    post(sent(block))
    answer = post(sent(line("Other", "RV")))
    assert answer.status_code == 409
    said = answer.json()
    assert (said["version"], said["by"], said["blocks"]) == (1, "Kirsty Sandhu", [block])
    assert "Both texts are kept" in said["sentence"]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("clerk", 200),
        ("chair", 403),
        ("member", 403),
        ("member_of_another_partner", 404),
        ("outsider", 404),
        ("public", 401),
    ],
)
def test_who_may_save(post, who, status):
    answer = post(sent(line()), who)
    assert answer.status_code == status
    if status == 401:
        assert answer.json()["signed_out"] is True
    if status == 403:
        assert "Only the officers" in answer.json()["sentence"]
    assert Minute.objects.exists() == (status == 200)


@pytest.mark.parametrize(
    "body",
    [
        *[b"", b"{", b"[]", b"null", b'{"save": 1, "base": 0, "blocks": []}', b"[" * 100_000],
        *[sent(base=-1), sent(base=True), sent(blocks="x"), sent({"key": "x"}), sent({}), sent(blocks=[1])],
        sent(save="x"),
    ],
)
def test_what_is_no_item_is_refused_in_a_sentence(post, body):
    answer = post(body)
    assert answer.status_code == 422
    assert answer.json()["sentence"].startswith("What was sent is not an item of minutes.")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "ok\u0000\u202eabc", "🙂 ‏مرحبا", "x" * 50_000])
def test_any_text_is_kept_and_comes_back_as_text(post, text):
    assert post(sent(line(text, "JL\u202e", "\u0007Friday"))).status_code == 200
    action = Action.objects.get()
    assert (action.owners_stated, action.due_stated) == ("JL", "Friday")
    assert action.text == text.replace("\0", "").replace("\u202e", "")


def test_a_block_that_is_too_long_is_named(post):
    block = line("x" * 200_000)
    answer = post(sent(block))
    assert (answer.status_code, answer.json()["key"]) == (422, block["key"])


def test_an_exempt_item_is_not_known_without_the_word(post, item, cast):
    item.exempt_paragraphs, item.exempt_reason = "3", "Business affairs."
    item.save()
    assert post(sent(line())).status_code == 200
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert post(sent(line(), base=1)).status_code == 404


def test_an_item_of_another_meeting_is_not_here(post, item, cast):
    other = create_item(create_meeting(cast.other_board))
    assert post(sent(line()), at=address(item).replace(f"/{item.pk}/", f"/{other.pk}/")).status_code == 404


def test_more_than_the_server_reads_is_refused_in_words_too(post):
    """An officer pasted a whole book: the answer is JSON with a sentence, not a page of the framework's."""
    answer = post(b'{"blocks": "' + b"word " * 1_100_000 + b'"}')
    assert answer.status_code == 413
    assert answer.json()["sentence"] == "This is more text than an item holds. Divide it, or attach it as a paper."
