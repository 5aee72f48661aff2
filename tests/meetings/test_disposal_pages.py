"""What becomes of items, on plain pages without JavaScript; and what the agenda then tells its readers."""

import pytest
from django.urls import reverse

from meetings.models import AgendaItem
from meetings.operations.disposal import defer
from meetings.operations.late import table_next
from tests.meetings.sitting import agenda, create_going_on, create_next, titled
from trust.tools.words import short_date

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast):
    return create_going_on(cast)


@pytest.fixture
def at(meeting):
    def address(name: str, item: AgendaItem | None = None) -> str:
        args = [meeting.board.slug, meeting.address, *([item.pk] if item else [])]
        return reverse(f"meetings:{name}", args=args)

    return address


def words(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("way", "fields", "said"),
    [
        ("defer", {"reason": "No figures."}, "Item 2.1 is deferred to the meeting on"),
        ("withdraw", {}, "Item 2.1 is withdrawn."),
        ("move_into", {"into": "d"}, "Item 2.1 is taken with item 2.2."),
        ("split", {"title": "Costs"}, "2.1A Costs is an item of its own."),
        ("table_next", {"title": "Costs"}, "“Costs” is on the agenda of"),
    ],
)
def test_2_3_each_way_is_recorded_and_said(cast, as_, meeting, at, way, fields, said):
    create_next(cast)
    if "into" in fields:
        fields = fields | {"into": titled(meeting, fields["into"]).pk}
    answer = as_("clerk").post(at("dispose", titled(meeting, "c")), {"way": way, **fields}, follow=True)
    assert answer.status_code == 200
    assert said in words(answer)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "What becomes of it"),
        ({"way": "move_into"}, "Choose the item with which it is taken."),
        ({"way": "split"}, "Give it a title."),
        ({"way": "table_next", "title": "Fees"}, "No later meeting of this board is in the calendar yet."),
        ({"way": "burn"}, "That cannot be chosen, or not any more."),
    ],
)
def test_what_is_amiss_is_said_and_nothing_lost(as_, meeting, at, sent, sentence):
    sent = sent | {"reason": "Kept words."}
    answer = as_("clerk").post(at("dispose", titled(meeting, "c")), sent)
    assert answer.status_code in (409, 422)
    assert sentence in words(answer)
    assert "Kept words." in words(answer)


def test_withdrawn_is_put_back_from_its_page(cast, as_, meeting, at):
    item = titled(meeting, "c")
    as_("clerk").post(at("dispose", item), {"way": "withdraw", "reason": "Settled."})
    page = words(as_("clerk").get(at("dispose", item)))
    assert "Settled." in page
    assert "Put it back on the agenda" in page
    as_("clerk").post(at("put_back", item))
    assert titled(meeting, "c").state == "open"


def test_h8_a_late_item_is_added_with_its_reason_and_taken_off(as_, meeting, at):
    sent = {"title": "Flooding", "after": titled(meeting, "c").pk}
    assert as_("clerk").post(at("late_item"), sent).status_code == 422
    page = words(as_("clerk").post(at("late_item"), sent | {"reason": "The school closed."}, follow=True))
    assert "2.1A" in page
    assert "Reason for lateness: The school closed." in page
    as_("clerk").post(at("put_back", titled(meeting, "Flooding")), {"off": "1"})
    assert "Flooding" not in agenda(meeting)


def test_2_3_the_order_taken_is_seen_and_put_right(as_, meeting, at):
    client = as_("clerk")
    assert "No item has been taken yet." in words(client.get(at("order_taken")))
    for title in "dc":
        client.post(at("order_taken"), {"item": titled(meeting, title).pk, "to": "down"})
    assert "Item 2.2 was taken before item 2.1." in words(client.get(at("order_taken")))
    client.post(at("order_taken"), {"item": titled(meeting, "d").pk, "to": "down"})
    assert "the minutes say nothing of it" in words(client.get(at("order_taken")))
    client.post(at("order_taken"), {"item": titled(meeting, "d").pk, "to": "out"})
    assert titled(meeting, "d").taken_position is None
    assert client.post(at("order_taken"), {"item": "x", "to": "up"}).status_code == 404


def test_a_deferred_item_says_so_to_readers_and_leads_to_where_it_arrived(cast, as_, meeting):
    later = create_next(cast, state="called")
    defer(item=titled(meeting, "c"), reason="No figures.", by=cast.clerk)
    page = words(as_("member").get(meeting.get_absolute_url()))
    assert "Deferred to a later meeting. No figures." in page
    assert f"On the agenda of {short_date(later.date)}: 2.3 c" in page
    then = words(as_("member").get(later.get_absolute_url()))
    assert f"Deferred from the meeting on {short_date(meeting.date)}." in then
    assert f'href="{titled(meeting, "c").get_absolute_url()}"' in then


def test_demand_21_neither_a_meeting_not_called_nor_an_exempt_item_is_told_of(cast, as_, meeting):
    later = create_next(cast)
    item = titled(meeting, "c")
    table_next(item=item, title="Fees", by=cast.clerk)
    assert "On the agenda of" in words(as_("clerk").get(meeting.get_absolute_url()))
    assert "On the agenda of" not in words(as_("member").get(meeting.get_absolute_url()))
    later.state = "called"
    later.save()
    later.items.filter(title="Fees").update(exempt_paragraphs="1", exempt_reason="A child.")
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert "Fees" not in words(as_("member").get(meeting.get_absolute_url()))


@pytest.mark.parametrize(
    ("who", "status"), [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("outsider", 404)]
)
def test_only_who_minutes_opens_these_pages(as_, meeting, at, who, status):
    item = titled(meeting, "c")
    pages = [at("dispose", item), at("late_item"), at("order_taken")]
    assert {as_(who).get(page).status_code for page in pages} == {status}
    assert as_(who).post(at("put_back", item)).status_code == status


def test_demand_21_no_choice_names_what_stands_under_an_exempt_heading(cast, as_, meeting, at):
    titled(meeting, "c").section.items.update(taken_position=1)
    meeting.items.filter(title="c").update(title="Fees")
    args = [meeting.board.slug, meeting.address]
    pages = [at("dispose", titled(meeting, "a")), at("late_item"), at("order_taken")]
    pages += [reverse(f"meetings:{name}", args=args) for name in ("add_movement", "add_presiding", "add_declaration")]
    assert [page for page in pages if "Fees" not in words(as_("clerk").get(page))] == []
    meeting.items.filter(title="Decisions").update(exempt_paragraphs="3", exempt_reason="Prices.")
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert [page for page in pages if "Fees" in words(as_("clerk").get(page))] == []
