"""Issue 2 §3.9: history of each record: who, when, what changed, from → to, and why."""

import datetime as dt

import pytest
from django.apps import apps
from django.utils import timezone

from boards.models import Adoption, Agreement
from boards.operations import seat as operations
from commissioning.models import Contribution, Fund, FundYear
from meetings.models import Declaration
from tests.commissioning.planned import create_decision
from tests.factories import (
    create_action,
    create_attendance,
    create_block,
    create_item,
    create_meeting,
    create_minutes,
)
from tests.house.source import STOREYS
from trust.history import along
from trust.records import RECORDS
from trust.tools.history import changes_of
from trust.tools.keeping import keep

TODAY = timezone.localdate  # asked by each test: a long run may go past midnight
WHO = ["clerk", "member", "member_of_another_partner", "outsider", "public"]


def kept_models():
    models = [model for storey in STOREYS for model in apps.get_app_config(storey).get_models()]
    return {model._meta.label_lower for model in models if hasattr(getattr(model, "history", None), "model")}


def test_every_record_that_keeps_history_has_a_page_for_it():
    assert set(RECORDS) == kept_models()


@pytest.mark.parametrize("label", sorted(RECORDS))
def test_the_ways_to_a_board_are_there(label):
    kept, model = RECORDS[label], apps.get_model(label)
    for way in (kept.board, kept.meeting, kept.item, kept.partner, kept.person):
        at = model
        for name in way.split(".") if way not in ("", "self") else ():
            at = at._meta.get_field(name).related_model
    for part in kept.parts:
        assert model._meta.get_field(part).related_model


def test_a_way_that_breaks_off_leads_nowhere():
    assert along(object(), "block.item") is None


@pytest.mark.django_db
def test_from_and_to_with_who_and_why(cast):
    held = cast.seats["member"].holdings.get()
    operations.end_holding(holding=held, last_day=TODAY(), why="Moved post", by=cast.clerk, on=TODAY())
    change = changes_of(cast.seats["member"], ["holdings"])[0]
    assert (change.who, change.what, change.why) == ("Kirsty Sandhu", "Changed", "Moved post")
    assert change.thing == "Seat holding: Joss Lindqvist, Northshire Health Trust"
    assert [(field.label, field.before) for field in change.fields] == [("To", "")]


@pytest.mark.django_db
def test_an_account_is_named_by_its_person(cast):
    minutes = create_minutes(create_meeting(cast.board), state="circulated")
    minutes.circulated_at, minutes.circulated_by = timezone.now(), cast.clerk
    keep(minutes, by=cast.clerk)
    said = {field.label: field.after for field in changes_of(minutes)[0].fields}
    assert said["Circulated by"] == "Kirsty Sandhu"


@pytest.mark.django_db
def test_what_was_done_does_not_run_on_from_the_words_of_a_minute(cast, as_):
    minutes = create_minutes(create_meeting(cast.board))
    create_block(minutes, create_item(minutes.meeting), "Bids had come in.")
    page = as_("clerk").get(f"/history/meetings.minutes/{minutes.pk}/").content.decode()
    assert "Bids had come in.</h2>" in page
    assert "Added <time" in page


@pytest.mark.django_db
def test_choices_booleans_and_records_are_in_words(cast):
    seat = cast.seats["member"]
    seat.role, seat.voting, seat.partner = "vice_chair", False, cast.police
    keep(seat, by=cast.clerk)
    found = {field.label: (field.before, field.after) for field in changes_of(seat)[0].fields}
    assert found == {
        "Role": ("Member", "Vice-chair"),
        "Voting": ("yes", "no"),
        "Partner": ("Northshire Health Trust", "Northshire Police"),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "status"), [*zip(WHO, [200, 200, 404, 404, 404], strict=True)])
def test_a_closed_boards_history_is_for_those_who_read_its_papers(cast, as_, who, status):
    meeting = create_meeting(cast.board)
    records = {"boards.board": cast.board, "boards.seat": cast.seats["member"], "meetings.meeting": meeting}
    records["meetings.agendaitem"] = create_item(meeting)
    pages = [f"/history/{model}/{record.pk}/" for model, record in records.items()]
    assert [as_(who).get(page).status_code for page in pages] == [status] * 4


@pytest.mark.django_db
def test_a_public_boards_history_is_for_those_who_read_its_papers(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    page = f"/history/boards.board/{cast.board.pk}/"
    assert [as_(who).get(page).status_code for who in WHO] == [200, 200, 403, 403, 403]
    assert "Only those who sit on it or serve it" in as_("clerk").get(page).content.decode()


@pytest.mark.django_db
def test_an_exempt_items_history_is_for_who_sees_exempt_matter(cast, as_):
    cast.seats["member"].role, cast.seats["member"].voting = "observer", False
    cast.seats["member"].save()
    operations.refresh_board_access(cast.board, on=TODAY())
    item = create_item(create_meeting(cast.board), exempt_paragraphs="3", exempt_reason="A contract")
    page = f"/history/meetings.agendaitem/{item.pk}/"
    assert [as_(who).get(page).status_code for who in WHO] == [200, 404, 404, 404, 404]


@pytest.mark.django_db
def test_a_board_the_reader_may_not_know_of_is_not_named(cast, as_):
    cast.board.relations.create(to_board=cast.other_board, kind="under")
    cast.board.relations.create(to_board=cast.other_board, kind="supported_by")
    page = f"/history/boards.board/{cast.board.pk}/"
    assert "Safer Streets" not in as_("clerk").get(page).content.decode()
    cast.other_board.visibility = "public"
    cast.other_board.save()
    assert as_("clerk").get(page).content.decode().count("Safer Streets") >= 2


@pytest.mark.django_db
def test_exempt_matter_is_not_in_the_history_of_the_whole(cast, as_):
    """Neither in the meeting's, by its item's title, nor in the minutes', by the words under it."""
    cast.seats["member"].role, cast.seats["member"].voting = "observer", False
    cast.seats["member"].save()
    operations.refresh_board_access(cast.board, on=TODAY())
    meeting = create_meeting(cast.board)
    closed = create_item(meeting, "Contract sum", exempt_paragraphs="3", exempt_reason="A contract")
    minutes = create_minutes(meeting, state="circulated", circulated_at=timezone.now(), circulated_by=cast.clerk)
    create_block(minutes, closed, "Words of the closed part")
    create_block(minutes, create_item(meeting, "Open business"), "Words of the open part")
    pages = [f"/history/meetings.meeting/{meeting.pk}/", f"/history/meetings.minutes/{minutes.pk}/"]
    clerk = "".join(as_("clerk").get(page).content.decode() for page in pages)
    observer = "".join(as_("member").get(page).content.decode() for page in pages)
    assert all(words in clerk for words in ("Contract sum", "Open business", "closed part", "open part"))
    assert all(words in observer for words in ("Open business", "open part"))
    assert not any(words in observer for words in ("Contract sum", "closed part"))


@pytest.mark.django_db
def test_the_history_of_a_fund_tells_its_years_in_pounds_and_as_people_write_them(cast, as_):
    fund = keep(Fund(name="Early help pool", kind="aligned", board=cast.board), by=cast.clerk)
    year = FundYear(fund=fund, year=2026, amount_pence=16_200_000, amount_stated="162k")
    keep(year, by=cast.clerk)
    page = as_("member").get(f"/history/commissioning.fund/{fund.pk}/").content.decode()
    assert "Fund year: Early help pool, 2026/27" in page
    said = {one.label: one.after for one in changes_of(fund, ["years"])[0].fields}
    assert said == {"Financial year": "2026/27", "Amount": "£162,000", "Amount, as stated": "162k"}


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "is_exempt", "seen_by"), [("draft", False, "clerk"), ("circulated", True, "clerk")])
def test_a_decision_is_not_named_where_it_is_cited_to_who_may_not_read_it(cast, as_, state, is_exempt, seen_by):
    """A contribution by a resolution that is still at the desk, or was taken in exempt business."""
    cast.seats["member"].role, cast.seats["member"].voting = "observer", False
    cast.seats["member"].save()
    operations.refresh_board_access(cast.board, on=TODAY())
    exempt = {"exempt_paragraphs": "3", "exempt_reason": "A contract"} if is_exempt else {}
    decision = create_decision(cast, TODAY(), "The bidder’s price is met.", state=state, **exempt)
    fund = Fund.objects.create(name="Early help pool", kind="aligned", board=cast.board)
    put = keep(Contribution(fund=fund, partner=cast.health, year=2026, decision=decision, kind="cash"), by=cast.clerk)
    page = f"/history/commissioning.contribution/{put.pk}/"
    assert [as_(who).get(page).status_code for who in WHO] == [200, 200, 404, 404, 404]
    assert "The bidder’s price is met." in as_(seen_by).get(page).content.decode()
    assert "The bidder’s price is met." not in as_("member").get(page).content.decode()


@pytest.mark.django_db
def test_a_draft_at_the_desk_has_no_history_for_members(cast, as_):
    """Neither of the minutes, a paragraph and its action, before they have left the desk (demand 9)."""
    meeting = create_meeting(cast.board, state="held")
    minutes = create_minutes(meeting)
    block = create_block(minutes, create_item(meeting), "Words at the desk", kind="action")
    action = create_action(cast.board, block.text, block=block, meeting=meeting, owners=[cast.person("member")])
    records = {"meetings.minutes": minutes, "meetings.minute": block, "actions.action": action}
    pages = [f"/history/{model}/{record.pk}/" for model, record in records.items()]
    assert [[as_(who).get(page).status_code for who in WHO] for page in pages] == [[200, 404, 404, 404, 404]] * 3
    minutes.state, minutes.circulated_at, minutes.circulated_by = "circulated", timezone.now(), cast.clerk
    minutes.save()
    assert [as_("member").get(page).status_code for page in pages] == [200] * 3


@pytest.mark.django_db
def test_what_hangs_on_an_exempt_item_has_no_history_for_an_observer(cast, as_):
    """An action that no paragraph stands for, and an interest in exempt business alone."""
    cast.seats["member"].role, cast.seats["member"].voting = "observer", False
    cast.seats["member"].save()
    operations.refresh_board_access(cast.board, on=TODAY())
    meeting = create_meeting(cast.board, state="held")
    closed = create_item(meeting, exempt_paragraphs="3", exempt_reason="A contract")
    action = create_action(cast.board, "Tell the bidder")
    action.items.set([closed])
    attendance = create_attendance(meeting, cast.person("chair"), seat=cast.seats["chair"])
    declared = Declaration.objects.create(meeting=meeting, attendance=attendance, kind="personal", interest="A bidder")
    declared.items.set([closed])
    pages = [f"/history/actions.action/{action.pk}/", f"/history/meetings.declaration/{declared.pk}/"]
    assert [as_("clerk").get(page).status_code for page in pages] == [200, 200]
    assert [as_("member").get(page).status_code for page in pages] == [404, 404]


@pytest.mark.django_db
def test_a_persons_history_is_for_their_officers_and_themselves(cast, as_):
    page = f"/history/boards.person/{cast.person('member').pk}/"
    assert [as_(who).get(page).status_code for who in WHO] == [200, 200, 404, 404, 404]
    assert as_("chair").get(page).status_code == 403


@pytest.mark.django_db
def test_a_partners_history_is_for_those_who_work_with_it(cast, as_):
    page = f"/history/boards.partner/{cast.health.pk}/"
    assert [as_(who).get(page).status_code for who in WHO] == [200, 200, 404, 404, 404]


@pytest.mark.django_db
def test_a_partners_answer_to_a_closed_boards_agreement_is_for_that_board(cast, as_):
    """Who works with the partner elsewhere may not even know of it."""
    agreement = Agreement.objects.create(title="Closed protocol", kind="protocol", board=cast.other_board)
    answer = {"partner": cast.health, "answer": "agreed", "by_body": "Board", "decided_date": TODAY()}
    adoption = Adoption.objects.create(agreement=agreement, **answer)
    page = f"/history/boards.adoption/{adoption.pk}/"
    assert [as_(who).get(page).status_code for who in WHO] == [404, 404, 200, 404, 404]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["boards.user/1", "auth.group/1", "boards.seat/999999", "nothing/1"])
def test_what_is_not_named_has_no_page(as_, address):
    assert as_("clerk").get(f"/history/{address}/").status_code == 404


@pytest.mark.django_db
def test_statements_do_not_grow_with_the_changes(cast, django_assert_max_num_queries):
    seat = cast.seats["member"]
    for day in range(1, 12):
        seat.to_date = dt.date(2999, 1, day)
        keep(seat, by=cast.clerk)
    with django_assert_max_num_queries(12):
        assert len(changes_of(seat, ["holdings", "substitutes"])) == 13
