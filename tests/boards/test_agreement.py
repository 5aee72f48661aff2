"""Agreements: who may know of them, setting them down, putting them to partners."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.models import Agreement, Post
from tests.boards.agreed import ASKED, TODAY, create_agreement, day
from tests.factories import create_partner, create_user

pytestmark = pytest.mark.django_db

WHO = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


def seen(as_, agreement: Agreement) -> list[int]:
    return [as_(who).get(agreement.get_absolute_url()).status_code for who in WHO]


def test_an_agreement_of_a_closed_board_is_for_that_board(cast, as_):
    assert seen(as_, create_agreement(cast)) == [200, 200, 200, 404, 404, 404]


def test_whoever_answers_for_a_partner_asked_reads_what_it_is_asked(cast, as_):
    agreement = create_agreement(cast)
    agreement.asked.create(partner=cast.police, asked_date=ASKED)
    assert seen(as_, agreement) == [200, 200, 200, 200, 404, 404]
    page = as_("member_of_another_partner").get(agreement.get_absolute_url()).content.decode()
    assert "Executive Group" not in page


def test_one_of_a_public_board_is_for_all_once_it_is_with_the_partners(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    assert seen(as_, create_agreement(cast, status="draft")) == [200, 200, 200, 404, 404, 404]
    assert seen(as_, create_agreement(cast, title="Protocol")) == [200] * 6


def test_one_of_no_board_is_for_those_who_work_with_a_partner_asked(cast, as_):
    agreement = create_agreement(cast, board=None)
    assert seen(as_, agreement) == [200, 200, 200, 404, 404, 404]
    draft = create_agreement(cast, title="Draft", board=None, status="draft")
    assert seen(as_, draft) == [404] * 6
    Post.objects.create(person=cast.person("member_of_another_partner"), partner=cast.police, keeps_register=True)
    assert seen(as_, draft) == [404, 404, 404, 200, 404, 404]


def test_4_13_a_clause_is_split_by_hand(cast, as_):
    agreement = create_agreement(cast, status="draft", clauses=0)
    page = f"/agreements/{agreement.pk}/clauses/"
    text = {"text": "Each partner agrees:\n(i) One. (ii) Two.\n(iii) Three."}
    read = as_("clerk").post(f"{page}paste/", text).content.decode()
    assert "Clause iii" in read
    assert not agreement.clauses.exists(), "it is read through first"
    told = as_("clerk").post(f"{page}paste/", text | {"confirmed": "yes"}, follow=True).content.decode()
    assert "(ii) stands within (i). If it is a clause of its own, split it there." in told
    clause = agreement.clauses.get(number="i")
    form = as_("clerk").get(f"{page}{clause.pk}/split/").content.decode()
    assert 'value="ii"' in form
    split = {"text": "One.", "new_number": "ii", "new_text": "Two."}
    as_("clerk").post(f"{page}{clause.pk}/split/", split)
    assert list(agreement.clauses.values_list("number", "text")) == [("i", "One."), ("ii", "Two."), ("iii", "Three.")]
    as_("clerk").post(f"{page}{agreement.clauses.get(number='ii').pk}/join/", {"confirmed": "yes"})
    assert list(agreement.clauses.values_list("text", flat=True)) == ["One. (ii) Two.", "Three."]


def test_clauses_of_a_draft_change_places_and_numbers_stay_with_the_places(cast, as_):
    agreement = create_agreement(cast, status="draft", clauses=3)
    first, second, third = agreement.clauses.all()
    at = f"/agreements/{agreement.pk}/clauses/"
    said = as_("clerk").post(f"{at}{third.pk}/move/", {"way": "up"}, follow=True).text
    assert "It has moved up, and is clause 2 now." in said
    found = agreement.clauses.values_list("number", "text")
    assert list(found) == [("1", first.text), ("2", third.text), ("3", second.text)]
    as_("clerk").post(f"{at}{first.pk}/move/", {"way": "up"})
    assert found.all()[0] == ("1", first.text), "it stays the first"
    assert as_("member").post(f"{at}{third.pk}/move/", {"way": "up"}).status_code == 403
    assert third.history.first().history_change_reason == "Put in another order"
    agreement.status = "asked"
    agreement.save()
    assert as_("clerk").post(f"{at}{third.pk}/move/", {"way": "up"}).status_code == 409


def test_it_is_set_down_and_put_to_partners_by_the_boards_officers(cast, as_):
    given = {"title": "Protocol", "kind": "protocol", "version": "1", "board": cast.board.pk}
    made = as_("clerk").post("/agreements/add/", given)
    agreement = Agreement.objects.get()
    assert made["Location"] == agreement.get_absolute_url()
    asked = {"partners": [cast.health.pk, cast.police.pk], **day("asked_date", TODAY), "body": "Its board"}
    assert as_("chair").post(f"/agreements/{agreement.pk}/ask/", asked).status_code == 403
    page = as_("clerk").post(f"/agreements/{agreement.pk}/ask/", asked | {"confirmed": "yes"}, follow=True)
    agreement.refresh_from_db()
    assert (agreement.status, agreement.asked.count()) == ("asked", 2)
    assert "Conditional: it waits for Health Trust and Police." in page.content.decode()
    assert "Answer for Health Trust: Protocol" in as_("member").get("/").content.decode()
    assert (
        "No longer ask it"
        in as_("clerk").get(f"{agreement.get_absolute_url()}partners/{cast.police.slug}/").content.decode()
    )


@pytest.mark.parametrize("who", ["chair", "member", "outsider", "public"])
def test_nobody_else_sets_one_down(cast, as_, who):
    given = {"title": "Protocol", "kind": "protocol", "version": "1", "board": cast.board.pk}
    assert as_(who).post("/agreements/add/", given).status_code == 403
    assert not Agreement.objects.exists()


def test_who_is_asked_by_mistake_is_asked_no_more(cast, as_):
    agreement = create_agreement(cast)
    for partner in (cast.council, cast.health):
        page = f"/agreements/{agreement.pk}/partners/{partner.slug}/stop/"
        as_("clerk").post(page, {"why": "Asked by mistake", "confirmed": "yes"})
    agreement.refresh_from_db()
    assert agreement.status == "draft", "nobody is asked any more"


def test_words_that_partners_took_home_are_not_changed(cast, as_):
    agreement = create_agreement(cast)
    clause = agreement.clauses.first()
    for page in ("change/", "clauses/add/", f"clauses/{clause.pk}/change/", f"clauses/{clause.pk}/remove/"):
        answer = as_("clerk").post(
            f"/agreements/{agreement.pk}/{page}", {"number": "9", "text": "Other", "confirmed": "yes"}
        )
        assert answer.status_code == 409, page
        assert "Make a new version to change them." in answer.content.decode()
    assert agreement.clauses.count() == 2


def test_2_12_a_new_version_supersedes_once_it_is_in_force(cast, as_):
    agreement = create_agreement(cast)
    for partner in (cast.council, cast.health):
        agreement.adoptions.create(partner=partner, answer="agreed", by_body="Board", decided_date=ASKED)
    as_("clerk").post(f"/agreements/{agreement.pk}/version/", {"version": "2", "confirmed": "yes"})
    new = Agreement.objects.get(version="2")
    assert (new.status, new.supersedes, new.clauses.count()) == ("draft", agreement, 2)
    assert "In force since" in as_("clerk").get(agreement.get_absolute_url()).content.decode()
    new.asked.create(partner=cast.health, asked_date=TODAY)
    new.status = "asked"
    new.save()
    new.adoptions.create(partner=cast.health, answer="agreed", by_body="Board", decided_date=TODAY)
    assert "Version 2 has taken its place." in as_("clerk").get(agreement.get_absolute_url()).content.decode()
    before = TODAY - dt.timedelta(days=1)
    assert "In force since" in as_("clerk").get(f"{agreement.get_absolute_url()}?on={before}").content.decode()


def test_3_8_it_goes_under_review_and_back_with_the_reason(cast, as_):
    agreement = create_agreement(cast)
    page = f"/agreements/{agreement.pk}/state/"
    assert as_("clerk").post(f"{page}review/", {"why": ""}).status_code == 422
    told = as_("clerk").post(f"{page}review/", {"why": "A Green Paper is awaited", "confirmed": "yes"}, follow=True)
    assert "A Green Paper is awaited. Conditional: it waits for" in told.content.decode()
    as_("clerk").post(f"{page}resume/", {"why": "It has come", "confirmed": "yes"})
    as_("clerk").post(f"{page}withdraw/", {"why": "Overtaken", "confirmed": "yes"})
    agreement.refresh_from_db()
    assert (agreement.status, agreement.status_reason) == ("withdrawn", "Overtaken")
    assert as_("clerk").post(f"{page}resume/", {"why": "x", "confirmed": "yes"}).status_code == 409


def test_1_11_a_draft_is_not_put_twice_under_one_version(cast, as_):
    create_agreement(cast, title="Terms of reference")
    given = {"title": "Terms of reference", "kind": "terms", "version": "1", "board": cast.board.pk}
    answer = as_("clerk").post("/agreements/add/", given)
    assert answer.status_code == 409
    assert "There is a version 1 of this title already." in answer.content.decode()
    assert 'value="Terms of reference"' in answer.content.decode()


@pytest.mark.parametrize("asked", ["2026-13-40", "yesterday", "'; --"])
def test_a_day_that_is_none_is_said_to_be_none(cast, as_, asked):
    answer = as_("clerk").get("/agreements/", {"on": asked})
    assert answer.status_code == 422
    assert "is no day. This is how it stands today." in answer.content.decode()


def test_the_list_is_cut_sorted_and_a_file(cast, as_):
    create_agreement(cast)
    create_agreement(cast, title="Protocol", kind="protocol")
    page = as_("clerk").get("/agreements/", {"kind": "protocol", "order": "-standing"}).content.decode()
    assert "Protocol" in page
    assert "Statement of commitment</a>" not in page
    file = as_("clerk").get("/agreements/list.csv", {"words": "protocol"}).content.decode()
    assert "Conditional: it waits for Council and Health Trust." in file
    assert file.count("\n") == 2
    assert as_("clerk").get("/agreements/list.pdf").status_code == 404


@pytest.mark.parametrize("page", ["/agreements/", "first"])
def test_statements_do_not_grow(cast, as_, page):
    client, agreement = as_("clerk"), create_agreement(cast)
    page = agreement.get_absolute_url() if page == "first" else page

    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(page)
        return len(captured)

    statements()
    before = statements()
    for number in range(8):
        partner = create_partner(f"Partner {number}")
        agreement.asked.create(partner=partner, asked_date=ASKED)
        agreement.adoptions.create(
            partner=partner, answer="agreed", by_body="Board", decided_date=TODAY, recorded_by=create_user()
        )
        create_agreement(cast, title=f"Agreement {number}")
    assert statements() == before
