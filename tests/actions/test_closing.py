"""A task and finish group closes and hands its open actions up; let go on, it has them back (requirement 2.15)."""

import datetime as dt

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from actions.models import SETTLED, Action, State
from actions.operations.closing import close_group, reopen_group
from actions.operations.settling import drop_action, reopen_action
from actions.queries.arising import open_on_board
from actions.queries.walk import arising
from boards.models import Board, BoardRelation
from boards.operations.access import refresh_board_access
from tests.boards.keeper import day, done
from tests.factories import create_action, create_board, create_meeting, create_seat
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
FROM = dt.date(2024, 4, 1)


def group_under(board: Board, name: str = "Quay Task Group") -> Board:
    group = create_board(name, kind="task_group", founded_date=FROM, status="time_limited")
    BoardRelation.objects.create(board=group, to_board=board, kind="under", from_date=FROM)
    return group


@pytest.fixture
def group(cast) -> Board:
    found = group_under(cast.board)
    create_seat(found, partner=cast.police, holder=cast.person("member_of_another_partner"))
    return found


@pytest.fixture
def owed(cast, group) -> Action:
    return create_action(group, "Survey the quay", owners=[cast.person("member_of_another_partner")])


def close(cast, group: Board, who: str = "clerk") -> list[Action]:
    return close_group(group=group, last_day=TODAY(), by=getattr(cast, who), at=timezone.now())


def listed(board: Board, reader) -> list[str]:
    return [action.text for action in open_on_board(board.pk, reader, on=TODAY())]


def test_2_15_what_a_closed_group_left_open_is_in_its_parents_list_under_its_own_reference(cast, group, owed):
    settled = create_action(group, "Paint the quay", state="closed")
    assert close(cast, group) == [owed]
    owed.refresh_from_db()
    settled.refresh_from_db()
    assert (owed.followed_by, settled.followed_by) == (cast.board, None)
    assert owed.reference.startswith(group.reference_prefix)
    assert listed(cast.board, cast.member) == ["Survey the quay"]
    assert listed(group, cast.member_of_another_partner) == []
    assert Board.objects.get(pk=group.pk).ended_date == TODAY()


def test_the_check_page_names_what_goes_up_and_the_log_says_from_which_group(cast, as_, group, owed):
    create_seat(group, partner=cast.council, holder=cast.person("clerk"), role="minute_taker", voting=False)
    at = f"/boards/{group.slug}/close/"
    check = as_("clerk").post(at, day("last_day", TODAY())).content.decode()
    assert "One open action will be handed up to Executive Group:" in check
    assert f"{owed.reference}: Survey the quay (Oyin Adeyemi)" in check
    assert Board.objects.get(pk=group.pk).ended_date is None
    page = done(as_("clerk"), at, **day("last_day", TODAY())).content.decode()
    assert "The group is closed. What it left open is in the log of Executive Group." in page
    log = as_("member").get("/boards/executive-group/actions/").content.decode()
    assert owed.reference in log
    assert "from the Quay Task Group" in log


def test_who_may_not_read_the_groups_papers_is_not_told_its_actions_before(cast, as_, group, owed):
    check = as_("clerk").post(f"/boards/{group.slug}/close/", day("last_day", TODAY())).content.decode()
    assert "Survey the quay" not in check
    assert owed.reference not in check
    assert "business that is closed to you" in check


def test_matters_arising_of_the_parent_name_it(cast, group, owed):
    Action.objects.filter(pk=owed.pk).update(recorded_at=timezone.now() - dt.timedelta(days=3))
    close(cast, group)
    meeting = create_meeting(cast.board, TODAY())
    (line,) = arising(meeting, cast.member, on=TODAY()).outstanding
    assert (line.reference, line.handed) == (owed.reference, "from the Quay Task Group")


def test_the_owner_keeps_their_part_and_the_parents_officers_keep_the_action(cast, as_, group, owed):
    close(cast, group)
    at = f"{owed.get_absolute_url()}parts/{owed.parts.get().pk}/"
    as_("member_of_another_partner").post(at, {"state": "done", "text": "Surveyed."})
    assert owed.parts.get().state == State.DONE
    page = as_("clerk").get(owed.get_absolute_url()).content.decode()
    assert "follows it since Quay Task Group closed" in page
    assert as_("clerk").post(f"{owed.get_absolute_url()}close/", {"seen": owed.progress.last().pk}).status_code == 302
    owed.refresh_from_db()
    assert owed.state == State.CLOSED


@pytest.mark.parametrize("who", ["outsider", "public"])
def test_others_neither_close_it_nor_read_what_went_up(cast, as_, group, owed, who):
    for address in ("close", "close/take-back"):
        answer = as_(who).post(f"/boards/{group.slug}/{address}/", day("last_day", TODAY()) | {"confirmed": "yes"})
        assert answer.status_code in (302, 404)
    assert Board.objects.get(pk=group.pk).ended_date is None
    close(cast, group)
    assert as_(who).get(owed.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("who", ["member_of_another_partner", "member", "chair"])
def test_members_do_not_close_it(cast, as_, group, who):
    answer = as_(who).post(f"/boards/{group.slug}/close/", day("last_day", TODAY()) | {"confirmed": "yes"})
    assert answer.status_code in (403, 404)
    assert Board.objects.get(pk=group.pk).ended_date is None


def test_a_last_day_to_come_gets_a_sentence_and_closes_nothing(as_, group):
    tomorrow = TODAY() + dt.timedelta(days=1)
    answer = as_("clerk").post(f"/boards/{group.slug}/close/", day("last_day", tomorrow))
    assert answer.status_code == 409
    assert "The last day is still to come." in answer.content.decode()


def test_letting_it_go_on_hands_back_what_is_still_open(cast, as_, group, owed):
    other = create_action(group, "Mend the steps")
    close(cast, group)
    other.refresh_from_db()
    drop_action(action=other, reason="Mended", seen=other.progress.last().pk, by=cast.clerk, at=timezone.now())
    page = done(as_("clerk"), f"/boards/{group.slug}/close/take-back/").content.decode()
    assert "The group goes on, with what was still open" in page
    owed.refresh_from_db()
    other.refresh_from_db()
    assert (owed.followed_by, other.followed_by) == (None, cast.board)
    board = Board.objects.get(pk=group.pk)
    assert (board.ended_date, board.status) == (None, "time_limited")
    assert BoardRelation.objects.get(board=group, kind="under").to_date is None


def test_what_is_reopened_after_its_group_closed_is_followed_by_the_parent(cast, group):
    settled = create_action(group, "Paint the quay", state="closed")
    close(cast, group)
    create_seat(group, partner=cast.council, holder=cast.person("clerk"), role="minute_taker", voting=False)
    reopen_action(action=settled, reason="Not dry", seen=0, by=cast.clerk, at=timezone.now())
    assert listed(cast.board, cast.member) == ["Paint the quay"]


ACTS = st.lists(st.tuples(st.sampled_from(["close", "open", "drop", "undrop"]), st.integers(0, 3)), max_size=8)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
@example(acts=[("close", 2), ("close", 3), ("open", 3), ("open", 2), ("open", 3)])
@example(acts=[("close", 3), ("close", 2), ("drop", 3), ("open", 2), ("undrop", 3), ("open", 3)])
def test_whatever_is_closed_and_opened_again_an_open_action_is_in_exactly_one_list(cast, django_user_model, acts):
    by = django_user_model.objects.create_superuser(f"root{django_user_model.objects.count()}@example.org")
    chain = [cast.board]
    for place in range(3):
        name = f"Quay {Board.objects.count()} {place}"
        chain.append(group_under(chain[-1], name))
    actions = [create_action(board, "Do it", state=State.IN_PROGRESS) for board in chain]
    keep_all(by, chain)
    for act, place in acts:
        try:
            do(act, chain[place], actions[place], by)
        except Refused:
            continue
        for action in Action.objects.filter(pk__in=[one.pk for one in actions]).exclude(state__in=SETTLED):
            lists = [board for board in chain if Action.objects.kept_on(board.pk).filter(pk=action.pk).exists()]
            assert len(lists) == 1
            assert lists[0].pk == cast.board.pk or not Board.objects.get(pk=lists[0].pk).ended_date


def keep_all(by, boards) -> None:
    for board in boards:
        refresh_board_access(board, on=TODAY())


def do(act: str, board: Board, action: Action, by) -> None:
    at, seen = timezone.now(), action.progress.order_by("-pk").values_list("pk", flat=True).first() or 0
    if act == "close":
        close_group(group=board, last_day=TODAY(), by=by, at=at)
    elif act == "open":
        reopen_group(group=board, by=by, at=at)
    elif act == "drop":
        drop_action(action=action, reason="Not needed", seen=seen, by=by, at=at)
    else:
        reopen_action(action=action, reason="Needed", seen=seen, by=by, at=at)
