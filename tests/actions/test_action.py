"""An action's page, and an owner's own word on their part, by the cast (requirements 2.4, 2.5; gap 6)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actions.models import Action, Part
from tests.factories import (
    create_action,
    create_block,
    create_item,
    create_meeting,
    create_minutes,
    create_partner,
    create_person,
)

CAST = ["clerk", "chair", "member", "member_of_another_partner", "outsider", "public"]


@pytest.fixture
def action(cast) -> Action:
    """Minuted and circulated; the member and the chair owe a part each."""
    item = create_item(create_meeting(cast.board), "Support", number="2.3")
    given = {"circulated_at": timezone.now(), "circulated_by": cast.clerk, "state": "circulated"}
    block = create_block(create_minutes(item.meeting, **given), item, "Bring the **specification**", kind="action")
    owners = [cast.person("member"), cast.person("chair")]
    made = create_action(cast.board, block.text, owners=owners, number=7, block=block, meeting=item.meeting)
    made.items.add(item)
    return made


def report(action: Action, who: str) -> str:
    part = action.parts.get(name__startswith={"member": "Joss", "chair": "Rhiannon"}[who])
    return reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])


@pytest.mark.parametrize(("who", "status"), list(zip(CAST, [200, 200, 200, 404, 404, 404], strict=True)))
def test_who_sees_the_page(action, as_, who, status):
    page = as_(who).get(action.get_absolute_url())
    assert page.status_code == status
    if status == 200:
        for words in (
            "EG/2025/7",
            "Bring the specification",
            "2.3 Support",
            "Joss Lindqvist",
            "0 of 2 done",
        ):
            assert words in page.content.decode()


def test_a_public_board_has_no_public_log(action, as_, cast):
    cast.board.visibility = "public"
    cast.board.save()
    for who in ("public", "outsider", "member_of_another_partner"):
        assert as_(who).get(action.get_absolute_url()).status_code == 404
        assert as_(who).get(reverse("actions:log", args=[cast.board.slug])).status_code == 404


def test_an_owner_without_a_seat_sees_that_action_only(action, as_, cast):
    other = create_action(cast.board, "Another")
    Part.objects.create(action=action, owner="person", person=cast.person("outsider"), name="Petra Nowak")
    page = as_("outsider").get(action.get_absolute_url())
    assert page.status_code == 200
    assert "Update your part" in page.content.decode()
    assert f'href="{reverse("actions:log", args=[cast.board.slug])}"' not in page.content.decode()
    assert as_("outsider").get(other.get_absolute_url()).status_code == 404
    assert as_("outsider").get(reverse("actions:log", args=[cast.board.slug])).status_code == 404


def test_an_action_of_an_exempt_item_is_known_only_with_the_word(action, as_, cast):
    item = action.block.item
    item.exempt_paragraphs, item.exempt_reason = "3", "Business affairs."
    item.save()
    assert as_("member").get(action.get_absolute_url()).status_code == 200
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    for who in CAST:
        assert as_(who).get(action.get_absolute_url()).status_code == 404
    assert "specification" not in as_("member").get(reverse("actions:mine")).content.decode()
    assert "specification" not in as_("member").get(reverse("actions:log", args=[cast.board.slug])).content.decode()


def test_an_exempt_section_closes_the_actions_under_it(action, as_, cast):
    section = create_item(
        action.meeting, "Part two", is_section=True, exempt_paragraphs="1", exempt_reason="About a person."
    )
    item = action.block.item
    item.section = section
    item.save()
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    assert as_("clerk").get(action.get_absolute_url()).status_code == 404


def test_what_is_still_at_the_desk_is_known_to_desk_and_chair_only(action, as_):
    minutes = action.meeting.minutes
    minutes.state, minutes.circulated_at, minutes.circulated_by = "draft", None, None
    minutes.save()
    seen = [as_(who).get(action.get_absolute_url()).status_code for who in CAST]
    assert seen == [200, 200, 404, 404, 404, 404]


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 302), ("clerk", 302), ("chair", 403), ("member_of_another_partner", 404), ("public", 404)],
)
def test_an_owner_records_their_own_part_and_nobody_elses(action, as_, who, status):
    answer = as_(who).post(report(action, "member"), {"state": "done", "text": "Sent to all."})
    assert answer.status_code == status
    part = action.parts.get(name="Joss Lindqvist")
    assert part.state == ("done" if status == 302 else "not_started")
    if status == 403:
        page = answer.content.decode()
        assert "This part is Joss Lindqvist’s: only they, or the officers of the board, may update it." in page
        assert "Sent to all." in page


def test_the_whole_follows_from_its_parts(action, as_, cast):
    as_("member").post(report(action, "member"), {"state": "done", "text": ""})
    action.refresh_from_db()
    assert action.state == "in_progress"
    assert "1 of 2 done" in as_("clerk").get(action.get_absolute_url()).content.decode()
    as_("chair").post(report(action, "chair"), {"state": "done", "text": ""})
    action.refresh_from_db()
    assert action.state == "done"
    entry = action.progress.first()
    assert (entry.by, entry.state) == (cast.member, "done")
    assert action.history.latest().history_user == cast.chair


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"state": "not_started", "text": ""}, "Nothing has changed"),
        ({"state": "blocked", "text": " "}, "Say what stands in the way, or who."),
        ({"state": "closed", "text": "x"}, "closed is not one of the available choices"),
        ({"state": "", "text": "Kept text"}, "Kept text"),
        ({"state": "done", "text": "x" * 5001}, "Use 5000 characters or fewer: this has 5001."),
    ],
)
def test_an_update_that_says_nothing_or_too_much(action, as_, given, sentence):
    answer = as_("member").post(report(action, "member"), given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not action.progress.exists()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a\u202eb\u0007c", "🙂 ‏مرحبا"])
def test_any_text_is_kept_as_text(action, as_, text):
    as_("member").post(report(action, "member"), {"state": "in_progress", "text": text})
    page = as_("clerk").get(action.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert action.progress.get().text == text.replace("\u202e", "").replace("\u0007", "")


def test_a_representative_records_for_their_partner(action, as_, cast):
    part = Part.objects.create(action=action, owner="partner", partner=cast.health, name="Health Trust")
    Part.objects.create(action=action, owner="partner", partner=create_partner("Others"), name="Others")
    address = reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])
    assert as_("chair").post(address, {"state": "done", "text": ""}).status_code == 403
    assert as_("member").post(address, {"state": "done", "text": ""}).status_code == 302
    part.refresh_from_db()
    assert part.state == "done"


def test_whoever_holds_the_seat_records_for_its_post(action, as_, cast):
    part = Part.objects.create(action=action, owner="post", seat=cast.seats["chair"], name="Chair")
    address = reverse("actions:report", args=[action.board.slug, action.year, action.number, part.pk])
    assert as_("member").post(address, {"state": "done", "text": ""}).status_code == 403
    assert as_("chair").post(address, {"state": "done", "text": ""}).status_code == 302


def test_a_part_of_another_action_is_not_here(action, as_, cast):
    other = create_action(cast.board, owners=[cast.person("member")]).parts.get()
    address = reverse("actions:report", args=[action.board.slug, action.year, action.number, other.pk])
    assert as_("member").post(address, {"state": "done"}).status_code == 404


def test_statements_on_the_page_do_not_grow(action, as_, cast):
    clerk, address = as_("clerk"), action.get_absolute_url()
    counts = []
    for n in range(3):
        with CaptureQueriesContext(connection) as statements:
            assert clerk.get(address).status_code == 200
        counts.append(len(statements))
        for person in range(10):
            Part.objects.create(action=action, owner="person", person=create_person(), name=f"Guest {n} {person}")
            action.progress.create(text=f"Update {n}", at=timezone.now(), by=cast.member)
    assert counts[1] == counts[2] <= 27


def test_overdue_is_in_words(action, as_):
    action.due_kind, action.due_date = "day", timezone.localdate() - dt.timedelta(days=10)
    action.save()
    assert "10 days late" in as_("member").get(action.get_absolute_url()).content.decode()
