"""Actions on other storeys' pages: generated, never typed (requirement 2.7), and cut to the reader."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.utils import timezone

from actions.models import Action, Progress
from actions.queries.arising import minuted_at
from actions.queries.checks import action_findings
from meetings.models import AgendaItem
from meetings.queries.arising import Arisen, Shown
from meetings.rules.document import MinutedAction
from meetings.rules.edition import Cut
from tests.factories import create_action, create_block, create_item, create_meeting, create_minutes
from tests.meetings.minuted import in_state

TODAY = dt.date(2025, 11, 1)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)


@pytest.fixture
def item(cast) -> AgendaItem:
    meeting = create_meeting(cast.board)
    create_minutes(meeting, state="circulated", circulated_at=timezone.now(), circulated_by=cast.clerk)
    return create_item(meeting, number="2.1")


def minuted(item: AgendaItem, text: str = "Bring the paper", owners: list | None = None, **fields: object) -> Action:
    block = create_block(item.meeting.minutes, item, text, kind="action")
    return create_action(item.meeting.board, text, owners=owners, meeting=item.meeting, block=block, **fields)


def shown(tag: str, user: object, **context: object) -> str:
    return Template("{% load action_log %}" + tag).render(Context({"user": user, **context}))


def minuted_of(item: AgendaItem, blocks: set[int] | None = None, edition: str = "full") -> Arisen:
    """What one edition of the minutes carries of the actions in ``blocks``, in all of them unless said."""
    every = set(item.meeting.minutes.blocks.values_list("pk", flat=True))
    return minuted_at(
        item.meeting, Shown(every if blocks is None else blocks, {item.pk}, Cut(edition, with_exempt=True))
    )


def due(day: dt.date) -> dict[str, object]:
    return {"due_kind": "day", "due_date": day}


def test_each_block_finds_its_action(item, cast):
    action = minuted(item, owners=[cast.person("member")], owners_stated="JL", **due(dt.date(2025, 11, 7)))
    tag = (
        "{% actions_of_meeting meeting as actions %}{% with a=actions|of_block:block %}"
        "{{ a.owners_stated }}|{{ a.owners_shown }}|{{ a.due_shown }}|{{ a.flags }}{% endwith %}"
    )
    said = shown(tag, cast.clerk, meeting=item.meeting, block=action.block)
    assert said == "JL|Joss Lindqvist|Friday 7 November 2025|[]"
    assert shown(tag, cast.clerk, meeting=item.meeting, block=create_block(item.meeting.minutes, item)) == "|||"


def test_the_table_of_outstanding_actions_holds_every_action_once(item, cast):
    texts = [f"Action number {n}." for n in range(12)]
    for text in texts:
        minuted(item, text, [cast.person("member")])
    create_action(cast.board, "Added by hand", meeting=item.meeting)
    page = shown("{% outstanding_actions meeting %}", cast.member, meeting=item.meeting)
    assert [page.count(f">{text}<") for text in texts] == [1] * 12
    assert page.count("<tr>") == 14
    assert "Not started" in page


def test_others_read_the_table_without_what_happened_since(item, cast):
    cast.board.visibility = "public"
    cast.board.save()
    minuted(item, owners=[cast.person("member")], **due(dt.date(2025, 10, 20)))
    assert "12 days late" in shown("{% outstanding_actions meeting %}", cast.member, meeting=item.meeting)
    page = shown("{% outstanding_actions meeting %}", AnonymousUser(), meeting=item.meeting)
    assert "Bring the paper" in page
    assert "late" not in page
    assert "/actions/" not in page


def test_only_actions_of_the_blocks_an_edition_shows_are_in_it(item, cast):
    kept, left = minuted(item, "Shown."), minuted(item, "Not shown.")
    document = SimpleNamespace(actions=minuted_of(item, {kept.block_id}).actions)
    for reader in (cast.clerk, AnonymousUser()):
        page = shown("{% outstanding_actions meeting %}", reader, meeting=item.meeting, document=document)
        assert "Shown." in page
        assert left.text not in page


def test_without_a_document_nothing_of_an_exempt_item_is_shown(item, cast):
    item.exempt_paragraphs, item.exempt_reason = "3", "Business affairs."
    item.save()
    action = minuted(item, "Secret.")
    action.items.add(item)
    assert "Secret." not in shown("{% outstanding_actions meeting %}", cast.clerk, meeting=item.meeting)


def test_print_gives_who_and_when_as_minuted_whatever_changed_since(item, cast):
    action = minuted(item, owners=[cast.person("member")], **due(dt.date(2025, 11, 7)))
    for was, becomes in (("Friday 7 November 2025", "x"), ("x", "y")):
        Progress.objects.create(
            action=action, kind="due", text="Ill.", was=was, becomes=becomes, at=timezone.now(), by=cast.clerk
        )
    action.due_date = dt.date(2026, 1, 1)
    action.save()
    assert [line.when for line in minuted_of(item).actions] == ["Friday 7 November 2025"]


def test_the_minutes_carry_each_action_with_its_reference(item, cast):
    action = minuted(item, owners=[cast.person("member")], owners_stated="JL", **due(dt.date(2025, 11, 7)))
    arisen = minuted_of(item)
    assert arisen.actions == (
        MinutedAction(action.reference, "2.1", "Bring the paper", "Joss Lindqvist", "7 November 2025"),
    )
    assert arisen.spoken == {action.block_id: "JL"}


def test_an_action_is_due_at_the_meeting_as_it_stood_when_the_minutes_were_approved(item, cast):
    later = create_meeting(cast.board, dt.date(2025, 11, 11))
    minuted(item, owners=[cast.person("member")], due_kind="meeting", due_meeting=later)
    before = minuted_of(item).actions
    in_state(item.meeting.minutes, "approved", cast)
    later.date = dt.date(2025, 11, 18)
    later.save()
    assert minuted_of(item).actions == before
    assert before[0].when == "Meeting of 11 November 2025"


def test_owners_changed_since_are_told_as_minuted_with_names_withheld(item, cast):
    person = cast.person("member")
    person.public_name = "A young member"
    person.save()
    action = minuted(item, owners=[cast.person("chair")])
    Progress.objects.create(
        action=action, kind="owners", text="x", was=person.name, becomes="y", at=timezone.now(), by=cast.clerk
    )
    assert minuted_of(item).actions[0].who == "Joss Lindqvist"
    assert minuted_of(item, edition="public").actions[0].who == "A young member"


def test_the_public_edition_withholds_the_names_that_ask_for_it(item, cast):
    person = cast.person("member")
    person.public_name = "A young member"
    person.save()
    minuted(item, owners=[person])
    assert [line.who for line in minuted_of(item, edition="public").actions] == ["A young member"]
    assert [line.who for line in minuted_of(item).actions] == ["Joss Lindqvist"]


def test_matters_arising_are_the_open_actions_of_earlier_meetings(item, cast):
    minuted(item, "Still open.")
    minuted(item, "Closed.", state="closed")
    later = create_meeting(cast.board, dt.date(2025, 11, 11))
    page = shown("{% matters_arising meeting %}", cast.member, meeting=later)
    assert "Still open." in page
    assert "Closed." not in page
    assert "<table" not in page, "five columns do not fit the measure of an agenda item"
    assert "Still open." not in shown("{% matters_arising meeting %}", cast.member, meeting=item.meeting)
    assert not shown("{% matters_arising meeting %}", AnonymousUser(), meeting=later).strip()


def test_open_actions_of_a_board_are_for_those_who_see_its_papers(item, cast):
    minuted(item, "Still open.", **due(dt.date(2025, 10, 31)))
    page = shown("{% open_actions board %}", cast.member, board=cast.board)
    assert "Still open." in page
    assert "1 day late" in page
    for nobody in (AnonymousUser(), cast.member_of_another_partner):
        assert not shown("{% open_actions board %}", nobody, board=cast.board).strip()


def test_checks_before_the_draft_leaves_the_desk(item, cast):
    minuted(item, "No owner", **due(TODAY))
    minuted(item, "No date", [cast.person("member")])
    odd = minuted(
        item, "Odd", [cast.person("member")], owners_flags=["JG matches nobody at this meeting"], **due(TODAY)
    )
    minuted(item, "Fine", [cast.person("member")], **due(TODAY))
    assert [(finding.check, finding.sentence) for finding in action_findings(item.meeting)] == [
        ("no_owner", "2.1 “No owner”: nobody is named to do it."),
        ("no_due", "2.1 “No date”: no date is given."),
        ("owner", "2.1 “Odd”: JG matches nobody at this meeting."),
    ]
    odd.parts.create(owner="unknown", name="JG")
    lacks = "{% action_lacks meeting as lacks %}{{ lacks|of_item:item|join:', ' }}"
    assert shown(lacks, cast.clerk, meeting=item.meeting, item=item) == "no owner, no due date, JG unknown"


def test_all_that_no_longer_fits_the_room_is_pointed_out(item, cast):
    action = minuted(item, "All of us", [cast.person("member")], **due(TODAY))
    part = action.parts.get()
    part.from_all = True
    part.save()
    assert [finding.check for finding in action_findings(item.meeting)] == ["all"]


@pytest.mark.parametrize("tag", ["outstanding_actions", "matters_arising"])
def test_statements_do_not_grow_with_the_actions(item, cast, tag, django_assert_max_num_queries):
    later = create_meeting(cast.board, dt.date(2025, 11, 11))
    meeting = later if tag == "matters_arising" else item.meeting
    for n in range(15):
        minuted(create_item(item.meeting, number=f"3.{n}"), f"Do {n}", [cast.person("member"), cast.person("chair")])
    with django_assert_max_num_queries(12):
        assert "Do 14" in shown(f"{{% {tag} meeting %}}", cast.member, meeting=meeting)
