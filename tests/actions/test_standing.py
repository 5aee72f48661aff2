"""How actions stand before the meeting: late by agency, put off, silent owners, and the trend (issue 6 §4)."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from actions.operations.progress import record_progress
from actions.queries.standing import standing_of
from actions.rules.trend import Stood, drawn, trend
from tests.factories import create_action, create_meeting

DAY = dt.timedelta(days=1)
JAN, FEB, MARCH = (dt.date(2011, month, 25) for month in (1, 2, 3))


def test_h12_the_trend_counts_open_late_and_closed_at_each_meeting():
    rows = [
        Stood(1, JAN, "not_started", FEB - DAY),
        Stood(2, JAN, "not_started", None),
        Stood(2, FEB + DAY, "closed", None),
        Stood(1, MARCH, "done", FEB - DAY),
        Stood(3, MARCH, "not_started", MARCH + DAY),
    ]
    points = trend(rows, [JAN, FEB, MARCH])
    assert [(point.open, point.late, point.closed) for point in points] == [(2, 0, 0), (2, 1, 0), (2, 0, 1)]
    picture = drawn(points)
    assert [bar.words for bar in picture.bars] == ["2", "0", "2", "1", "2", "0"]
    assert [foot.words for foot in picture.feet] == ["25 January 2011", "25 February 2011", "25 March 2011"]
    assert all(0 <= bar.y <= picture.ground for bar in picture.bars)


@pytest.fixture
def owed(cast):
    today = timezone.localdate()
    meeting = create_meeting(cast.board, today - 30 * DAY, state="held")
    create_meeting(cast.board, today + 5 * DAY)
    late = {"due_kind": "day", "meeting": meeting}
    both = [cast.person("member"), cast.person("chair")]
    older = create_action(cast.board, "Older", owners=[cast.person("member")], due_date=today - 9 * DAY, **late)
    create_action(cast.board, "Newer", owners=both, due_date=today - 2 * DAY, **late)
    create_action(cast.board, "Not yet", owners=both, due_date=today + 2 * DAY, **late)
    part = older.parts.get()
    record_progress(part=part, state="in_progress", text="Begun.", by=cast.member, at=timezone.now())
    for _ in range(2):
        told = {"was": "then", "becomes": "now", "text": "Ill.", "by": cast.clerk, "at": timezone.now()}
        older.progress.create(kind="due", key=uuid.uuid4(), **told)
    return older


@pytest.mark.django_db
def test_late_by_agency_oldest_first_put_off_and_silent(owed, cast):
    found = standing_of(cast.board, cast.chair, on=timezone.localdate())
    assert [(one.name, [line.text for line in one.lines]) for one in found.agencies] == [
        ("Health Trust", ["Older", "Newer"]),
        ("Council", ["Newer"]),
    ]
    assert [(one.line.text, one.times) for one in found.extended] == [("Older", "extended twice")]
    assert {(one.name, one.agency) for one in found.silent} == {
        ("Joss Lindqvist", "Health Trust"),
        ("Rhiannon Vale", "Council"),
    }
    assert [line.text for one in found.silent for line in one.lines] == ["Newer", "Newer"]
    assert (found.open, found.late) == (3, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "status"), [("chair", 200), ("clerk", 200), ("member", 403), ("member_of_another_partner", 404)]
)
def test_it_is_for_the_chair_and_the_officers(as_, owed, cast, who, status):
    page = as_(who).get(reverse("actions:standing", args=[cast.board.slug]))
    assert page.status_code == status
    assert ("Health Trust, two late" in page.content.decode()) == (status == 200)


@pytest.mark.django_db
def test_the_same_on_paper(as_, owed, cast):
    page = as_("chair").get(reverse("actions:standing_pdf", args=[cast.board.slug]))
    assert page.content.startswith(b"%PDF-")


@pytest.mark.django_db
def test_empty_it_says_so(as_, cast):
    page = as_("chair").get(reverse("actions:standing", args=[cast.board.slug])).content.decode()
    assert "Nothing is late." in page
    assert "once the board has met" in page
