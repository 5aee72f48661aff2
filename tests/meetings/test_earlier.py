"""Earlier wordings of an item: who may read them, and what they say."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from meetings.models import AgendaItem, MinutedItem
from meetings.operations.desk import save_item
from meetings.queries.earlier import earlier
from meetings.rules.blocks import Block
from tests.factories import create_item, create_meeting

NOW = dt.datetime(2025, 10, 14, 13, 3, tzinfo=dt.UTC)


@pytest.fixture
def item(cast) -> AgendaItem:
    return create_item(create_meeting(cast.board, dt.date(2025, 10, 14), state="held"), "Budget", number="2.3")


@pytest.fixture
def write(cast, item):
    """Each text a spell of its own, half an hour after the one before."""

    def written(*texts: str, key: uuid.UUID | None = None) -> None:
        key = key or uuid.uuid4()
        for spell, text in enumerate(texts):
            standing = MinutedItem.objects.filter(item=item).first()
            base = standing.version if standing else 0
            at = NOW + spell * dt.timedelta(minutes=30)
            blocks = [Block(key, "discussion", text)]
            save_item(item=item, save=uuid.uuid4(), base=base, blocks=blocks, by=cast.clerk, at=at)

    return written


def address(item: AgendaItem) -> str:
    return reverse("meetings:earlier", args=[item.meeting.board.slug, item.meeting.address, item.pk])


def test_demand_4_every_wording_is_listed_with_who_and_when(as_, item, write):
    write("Three options were put.", "Two options were put.", "Two options were weighed.")
    page = as_("clerk").get(address(item)).content.decode()
    for when in ("14 October 2025, 2.03pm", "14 October 2025, 2.33pm", "14 October 2025, 3.03pm"):
        assert f": {when}, Kirsty Sandhu" in page
    assert "One word put in and one word taken out." in page
    assert ">weighed<span" in page
    assert "Restore wording 2" in page


def test_demand_4_any_two_are_compared(as_, item, write):
    write("Three options were put.", "Two options were put.", "Two options were weighed.")
    page = as_("clerk").get(address(item), {"was": "1", "then": "2"}).content.decode()
    assert ">Three<span" in page
    assert ">weighed<span" not in page


@pytest.mark.parametrize("asked", [{"was": "99"}, {"was": "x", "then": "-1"}, {"was": "٣"}, {"then": "1" * 40}])
def test_numbers_that_are_not_are_as_none(as_, item, write, asked):
    write("One.", "Two.")
    assert as_("clerk").get(address(item), asked).status_code == 200


@pytest.mark.parametrize(("texts", "says"), [([], "Nothing is written"), (["Only this."], "the one that stands")])
def test_without_an_earlier_wording_the_page_says_what_will_be_here(as_, item, write, texts, says):
    write(*texts)
    assert says in as_("clerk").get(address(item)).content.decode()


def test_a_save_that_says_the_same_is_no_wording(item, write):
    key = uuid.uuid4()
    write("One.", "One.", key=key)
    assert [one.number for one in earlier(item).wordings] == [1]


@pytest.mark.parametrize(
    ("who", "status"), [("clerk", 200), ("chair", 403), ("member", 403), ("member_of_another_partner", 404)]
)
def test_only_who_minutes_the_board_reads_them(as_, item, write, who, status):
    write("One.", "Two.")
    assert as_(who).get(address(item)).status_code == status


def test_exempt_wordings_are_for_those_entitled(as_, cast, item, write):
    write("One.", "Two.")
    AgendaItem.objects.filter(pk=item.pk).update(exempt_paragraphs="3", exempt_reason="Money")
    assert as_("clerk").get(address(item)).status_code == 200
    assert as_("outsider").get(address(item)).status_code == 404


def test_what_was_typed_is_text(as_, item, write):
    write("<b>One</b>", "<script>alert(1)</script></script>")
    page = as_("clerk").get(address(item)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;" in page
