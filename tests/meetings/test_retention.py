"""Disposal signed off by a named person: what is destroyed is gone, with its history; what is sealed stays whole."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.http import Http404
from django.utils import timezone

from meetings.models import Act, Comment, Decision, Disposal, Hold, Minute, MinutedItem, Paper, Recording, Seal
from meetings.operations.disposing import dispose
from meetings.operations.retention import adopt_standard, lift_hold, set_hold, set_rule
from tests.meetings.kept import COMMENT, DRAFT, NOTE, TODAY, add_paper, adopt, create_kept, keys_due, sign_off
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db


def everywhere(words: str) -> list[str]:
    """The tables of the database that hold these words anywhere."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{words}%"])
            found += [table] if cursor.fetchone()[0] else []
    return found


def record() -> list[list[dict[str, object]]]:
    return [list(model.objects.order_by("pk").values()) for model in (Minute, Decision, Seal)]


def test_domain_54_nothing_is_due_before_a_rule_is_set_nor_before_approval(cast):
    create_kept(cast)
    assert keys_due(cast.board) == []
    adopt(cast)
    assert [key.split("-")[0] for key in keys_due(cast.board)] == ["drafts", "notes", "comments", "recordings"]


@pytest.mark.parametrize(
    ("kind", "words"), [("drafts", DRAFT), ("comments", COMMENT), ("notes", NOTE)], ids=["drafts", "comments", "notes"]
)
def test_domain_54_the_words_are_nowhere_in_the_database_afterwards(cast, kind, words):
    create_kept(cast)
    adopt(cast)
    assert everywhere(words)
    sign_off(cast, "drafts", "comments") if kind == "drafts" else sign_off(cast, kind)
    assert everywhere(words) == []


def test_domain_54_approved_minutes_and_their_seals_stay_whole(cast, capsys):
    minutes = create_kept(cast)
    adopt(cast)
    before = record()
    wording = list(MinutedItem.objects.values("wording"))
    sign_off(cast)
    assert record() == before
    assert wording == list(MinutedItem.objects.values("wording"))
    assert minutes.history.count()
    call_command("check_record")
    assert Minute.history.filter(text="Four options were presented.").exists()


def test_domain_54_who_commented_and_what_became_of_it_stay(cast):
    create_kept(cast)
    adopt(cast)
    sign_off(cast, "comments")
    comment = Comment.objects.get()
    assert (comment.person, comment.state, comment.quoted) == (cast.person("member"), "not_taken_up", "")
    assert comment.text.startswith("Destroyed on")
    assert keys_due(cast.board).count(f"comments-{comment.minutes.meeting_id}") == 0


def test_domain_54_a_recording_is_put_down_as_destroyed(cast):
    create_kept(cast)
    adopt(cast)
    sign_off(cast, "recordings", "notes")
    assert Recording.objects.get().destroyed_date == TODAY()
    assert Act.objects.get().asked == {}


def test_domain_16_papers_go_after_their_years_and_keep_their_title(cast, django_capture_on_commit_callbacks):
    minutes = create_kept(cast)
    report, background = add_paper(minutes), add_paper(minutes, kind="background")
    adopt(cast)
    assert not [key for key in keys_due(cast.board) if key.startswith(("papers", "background"))]
    put = {"keep_for": "years", "years": 1, "since": "meeting", "source": "Schedule 1", "from_date": TODAY()}
    set_rule(board=cast.board, kind="background", **put, by=cast.clerk, on=TODAY())
    storage, name = background.file.storage, background.file.name
    with django_capture_on_commit_callbacks(execute=True):
        sign_off(cast, "background")
    assert (storage.exists(name), storage.exists(report.file.name)) == (False, True)
    assert Paper.objects.get(pk=background.pk).title == "Options for the forum"
    assert everywhere(name) == []


def test_domain_54_the_register_says_what_under_which_rule_and_never_the_words(cast):
    minutes = create_kept(cast)
    adopt(cast)
    sign_off(cast, "comments")
    line = Disposal.objects.get()
    assert (line.what, line.meeting, line.done_by) == ("One comment", minutes.meeting, cast.clerk)
    assert line.rule_stated.startswith("Until the minutes are approved.")
    with pytest.raises(DatabaseError), transaction.atomic():
        Disposal.objects.update(what="Nothing")
    with pytest.raises(DatabaseError), transaction.atomic():
        Disposal.objects.all().delete()


def test_domain_54_a_hold_stops_it_until_it_is_lifted(cast):
    minutes = create_kept(cast)
    adopt(cast)
    key = f"comments-{minutes.meeting.pk}"
    hold = set_hold(
        board=cast.board, meeting=minutes.meeting, kind="comments", reason="A request is open.", by=cast.clerk,
        at=timezone.now(),
    )  # fmt: skip
    with pytest.raises(Refused, match="held back"):
        dispose(board=cast.board, keys=[key], reason="Due.", by=cast.clerk, at=timezone.now())
    assert Comment.objects.get().text == COMMENT
    lift_hold(hold=hold, reason="Answered.", by=cast.clerk, at=timezone.now())
    sign_off(cast, "comments")
    assert Hold.objects.get().lifted_reason == "Answered."
    assert Disposal.objects.count() == 1


def test_domain_54_one_that_is_not_due_stops_all_of_it(cast):
    minutes = create_kept(cast)
    adopt(cast)
    keys = [f"comments-{minutes.meeting.pk}", f"papers-{minutes.meeting.pk}"]
    with pytest.raises(Refused, match="not due any more"):
        dispose(board=cast.board, keys=keys, reason="Due.", by=cast.clerk, at=timezone.now())
    assert Comment.objects.get().text == COMMENT
    assert not Disposal.objects.exists()


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner"])
def test_domain_54_only_who_publishes_signs_off(cast, who):
    minutes = create_kept(cast)
    adopt(cast)
    with pytest.raises((NotPermitted, Http404)):
        dispose(
            board=cast.board, keys=[f"comments-{minutes.meeting.pk}"], reason="Due.", by=getattr(cast, who),
            at=timezone.now(),
        )  # fmt: skip
    assert Comment.objects.get().text == COMMENT


def test_domain_54_rules_are_dated_and_adopting_leaves_those_that_are_set(cast):
    put = {"keep_for": "years", "years": 2, "since": "approval", "source": "Our schedule", "by": cast.clerk}
    rule = set_rule(board=cast.board, kind="recordings", **put, from_date=TODAY().replace(day=1, month=1), on=TODAY())
    adopt(cast)
    with pytest.raises(Refused, match="already"):
        adopt_standard(board=cast.board, by=cast.clerk, on=TODAY())
    assert cast.board.retention_rules.count() == 7
    set_rule(board=cast.board, kind="recordings", **put | {"years": 3}, from_date=TODAY(), on=TODAY())
    rule.refresh_from_db()
    assert rule.to_date is not None
    assert cast.board.retention_rules.filter(kind="recordings").count() == 2


def test_domain_54_a_rule_is_put_right_on_the_day_it_began_and_only_then(cast):
    adopt(cast)
    today = TODAY()
    put = {"keep_for": "years", "years": 2, "since": "approval", "source": "Our schedule", "by": cast.clerk}
    rule = set_rule(board=cast.board, kind="comments", **put, from_date=today, on=today)
    assert (rule.keep, rule.years, rule.from_date, rule.to_date) == ("years", 2, today, None)
    assert [one.keep for one in rule.history.order_by("history_id")] == ["approved", "years"]
    assert cast.board.retention_rules.filter(kind="comments").count() == 1
    tomorrow = today + dt.timedelta(days=1)
    with pytest.raises(Refused, match="began on"):
        set_rule(board=cast.board, kind="comments", **put, from_date=today, on=tomorrow)
