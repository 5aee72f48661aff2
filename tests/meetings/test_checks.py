"""The check page: the whole minutes with what was found in them, set aside or stopping (demand 5)."""

import pytest
from django.urls import reverse

from meetings.models import CheckSetting, Minute, SetAside
from meetings.operations.checks import set_aside_finding
from meetings.operations.circulation import circulate_minutes
from meetings.queries.checks import checked
from meetings.rules.edition import OPEN, WHOLE
from tests.meetings.minuted import AT, HERE, create_minuted
from trust.tools.refusal import Refused, why_not

NO_DECISION = "2.1 The parents’ forum is for decision and has no decision."


@pytest.fixture
def minutes(cast):
    """A draft whose only fault is an item for decision without one."""
    minutes = create_minuted(cast, state="draft")
    minutes.blocks.get(kind="decision").decision.delete()
    minutes.blocks.get(kind="decision").delete()
    minutes.meeting.items.filter(purpose="next_meeting").update(purpose="discussion", is_section=True)
    return minutes


def standing(minutes) -> list[str]:
    return [finding.sentence for finding in checked(minutes.meeting, sight=WHOLE).standing]


def fingerprint_of(minutes, check: str) -> str:
    found = checked(minutes.meeting, sight=WHOLE).standing
    return next(finding.fingerprint for finding in found if finding.check == check)


def test_the_whole_minutes_stand_there_each_part_with_its_way_back(minutes, as_):
    page = as_("clerk").get(f"{HERE}check/").content.decode()
    block = minutes.blocks.get(text="Four options were presented.")
    desk = reverse("meetings:desk", args=["executive-group", "2025-10-14"])
    for way in (f"{desk}#block-{block.key}", f"{desk}#desk-{block.item_id}", f"{desk}#desk-attendance"):
        assert f'href="{way}"' in page
    for words in ("Rhiannon Vale", "Four options were presented.", "The price is high.", "Outstanding actions"):
        assert words in page


def test_what_was_found_is_marked_at_its_part_as_well(minutes, as_):
    page = as_("clerk").get(f"{HERE}check/").content.decode()
    anchor = next(one.anchor for one in checked(minutes.meeting, sight=WHOLE).standing)
    assert standing(minutes) == [NO_DECISION]
    assert page.count(">Is for decision and has no decision.<") == 2
    assert f'id="{anchor}"' in page
    assert f'href="#at-{anchor}"' in page
    assert f'id="at-{anchor}"' in page


def test_a_warning_is_set_aside_and_taken_up_again(minutes, as_, cast):
    asked = {"finding": fingerprint_of(minutes, "no_outcome")}
    for _ in range(2):
        as_("clerk").post(f"{HERE}check/set-aside/", asked)
    put = SetAside.objects.get()
    assert (put.by, put.sentence, standing(minutes)) == (cast.clerk, NO_DECISION, [])
    page = as_("clerk").get(f"{HERE}check/").content.decode()
    assert "One finding is set aside" in page
    assert "Kirsty Sandhu" in page
    as_("clerk").post(f"{HERE}check/set-aside/{put.pk}/take-up/")
    assert standing(minutes) == [NO_DECISION]
    assert SetAside.history.count() == 2


def test_it_comes_back_if_what_it_is_about_changes(minutes, cast):
    fingerprint = fingerprint_of(minutes, "no_outcome")
    set_aside_finding(meeting=minutes.meeting, fingerprint=fingerprint, by=cast.clerk, at=AT)
    item = minutes.meeting.items.get(number="2.1")
    item.title = "The carers’ forum"
    item.save()
    assert standing(minutes) == ["2.1 The carers’ forum is for decision and has no decision."]
    refusal = why_not(set_aside_finding, meeting=minutes.meeting, fingerprint=fingerprint, by=cast.clerk, at=AT)
    assert refusal == "This is not found any more: the text has changed since the page was opened."


def test_what_the_board_lets_stop_bars_the_draft_and_is_not_set_aside(minutes, as_, cast):
    fingerprint = fingerprint_of(minutes, "no_outcome")
    set_aside_finding(meeting=minutes.meeting, fingerprint=fingerprint, by=cast.clerk, at=AT)
    CheckSetting.objects.create(board=cast.board, check_name="no_outcome", weight="stops")
    assert standing(minutes) == [NO_DECISION]
    with pytest.raises(Refused, match="That must be mended before the draft goes out"):
        circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT)
    SetAside.objects.all().delete()
    refusal = why_not(set_aside_finding, meeting=minutes.meeting, fingerprint=fingerprint, by=cast.clerk, at=AT)
    assert refusal.startswith("What stops the draft cannot be set aside.")
    page = as_("clerk").get(f"{HERE}check/").content.decode()
    assert "Circulate the draft" not in page
    assert "Must be mended" in page


def test_what_is_off_is_not_looked_for(minutes, cast):
    CheckSetting.objects.create(board=cast.board, check_name="no_outcome", weight="off")
    assert standing(minutes) == []
    circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT)


def test_what_is_exempt_is_not_told_to_whom_it_is_closed(minutes):
    secret = minutes.meeting.items.get(number="2.2")
    Minute.objects.filter(item=secret).delete()
    assert "2.2 The contractor has no minute." in standing(minutes)
    found = checked(minutes.meeting, sight=OPEN).standing
    assert [finding.sentence for finding in found] == [NO_DECISION]
    CheckSetting.objects.create(board=minutes.meeting.board, check_name="no_minute", weight="stops")
    found = checked(minutes.meeting, sight=OPEN).standing
    assert found[0].sentence == "Something stops it in exempt business, which you do not see."


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
def test_only_who_minutes_sets_aside(minutes, as_, who, status):
    asked = {"finding": fingerprint_of(minutes, "no_outcome")}
    assert as_(who).post(f"{HERE}check/set-aside/", asked).status_code == status
    assert not SetAside.objects.exists()


def test_nothing_is_set_aside_once_the_draft_has_left_the_desk(minutes, as_, cast):
    fingerprint = fingerprint_of(minutes, "no_outcome")
    circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT)
    page = as_("clerk").post(f"{HERE}check/set-aside/", {"finding": fingerprint}, follow=True)
    assert "These minutes have been circulated." in page.content.decode()
    assert not SetAside.objects.exists()
