"""What a board makes of each check, and what those who follow read (demand 5)."""

import pytest

from meetings.models import CheckSetting, DeskSetting
from meetings.operations.checks import set_desk
from meetings.queries.checks import chosen_weights
from meetings.queries.desk_settings import followers_read_wording
from meetings.rules.checks import CHECKS, weights
from trust.tools.refusal import why_not

PAGE = "/boards/executive-group/desk-settings/"


def asked(**changed: str) -> dict[str, str]:
    return weights({}) | {"followers_read_wording": ""} | changed


def test_every_check_stands_there_as_it_is(cast, as_):
    page = as_("clerk").get(PAGE).content.decode()
    for check in CHECKS.values():
        assert check.label in page


def test_only_what_was_changed_is_kept(cast, as_):
    page = as_("clerk").post(PAGE, asked(amounts="stops", weekday="off", followers_read_wording="yes"), follow=True)
    assert "What was changed holds from now on" in page.content.decode()
    assert chosen_weights(cast.board) == {"amounts": "stops", "weekday": "off"}
    assert followers_read_wording(cast.board)
    as_("clerk").post(PAGE, asked(weekday="off"))
    assert chosen_weights(cast.board) == {"amounts": "warns", "weekday": "off"}
    assert not followers_read_wording(cast.board)
    assert CheckSetting.history.filter(check_name="weekday").count() == 1


def test_that_something_is_minuted_is_always_asked(cast, as_):
    page = as_("clerk").post(PAGE, asked(nothing="off"))
    assert page.status_code == 422
    refusal = why_not(
        set_desk, board=cast.board, followers_read_wording=False, weights={"nothing": "off"}, by=cast.clerk
    )
    assert refusal == "“Nothing is minuted” cannot be set to “is not looked for”."
    assert not CheckSetting.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 403), ("chair", 403), ("member_of_another_partner", 404), ("outsider", 404), ("public", 404)],
)
def test_only_the_officers_of_the_board(cast, as_, who, status):
    assert as_(who).get(PAGE).status_code == status
    assert as_(who).post(PAGE, asked(amounts="stops")).status_code == status
    assert not CheckSetting.objects.exists()
    assert not DeskSetting.objects.exists()
