"""The log of a board: filtered, sorted, counted, as a page and as files, cut to its reader (issue 2 §3.7)."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from actions.models import Action
from tests.factories import create_action, create_meeting, create_person

TODAY = timezone.localdate  # asked by each test: a long run may go past midnight
SOME_DAYS = dt.timedelta(days=3)


@pytest.fixture
def log(cast, as_):
    """The log page as the member sees it: its words and the texts of its actions in order."""

    def read(who: str = "member", **asked: object):
        return as_(who).get(reverse("actions:log", args=[cast.board.slug]), asked)

    return read


@pytest.fixture
def actions(cast) -> dict[str, Action]:
    member, chair = cast.person("member"), cast.person("chair")
    meeting = create_meeting(cast.board)
    late, soon = ({"due_kind": "day", "due_date": day} for day in (TODAY() - SOME_DAYS, TODAY() + SOME_DAYS))
    return {
        "late": create_action(cast.board, "Late one", owners=[member], number=1, meeting=meeting, **late),
        "soon": create_action(cast.board, "Soon one", owners=[chair], number=2, state="in_progress", **soon),
        "undated": create_action(cast.board, "Undated one", owners=[member, chair], number=3),
        "closed": create_action(cast.board, "Closed one", owners=[member], number=4, state="closed", **late),
    }


def order(page) -> list[str]:
    return [line.text.split()[0] for line in page.context["lines"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Late", "Soon", "Undated"]),
        ({"state": "all"}, ["Late", "Closed", "Soon", "Undated"]),
        ({"state": "closed"}, ["Closed"]),
        ({"state": "in_progress"}, ["Soon"]),
        ({"late": "on"}, ["Late"]),
        ({"partner": "northshire-county-council"}, ["Soon", "Undated"]),
        ({"meeting": "2025-10-14"}, ["Late"]),
        ({"meeting": "2025-10-14", "partner": "northshire-county-council"}, []),
        ({"order": "-when"}, ["Soon", "Late", "Undated"]),
        ({"order": "reference"}, ["Late", "Soon", "Undated"]),
        ({"order": "-reference"}, ["Undated", "Soon", "Late"]),
        ({"order": "who"}, ["Late", "Undated", "Soon"]),
        ({"order": "now"}, ["Soon", "Late", "Undated"]),
        ({"order": "nonsense", "state": "nonsense", "owner": "999999", "page": "x"}, ["Late", "Soon", "Undated"]),
    ],
)
def test_filters_and_orders_stand_in_the_address(log, actions, asked, found):
    page = log(**asked)
    assert page.status_code == 200
    assert order(page) == found


def test_by_owner(log, actions, cast):
    assert order(log(owner=cast.person("chair").pk)) == ["Soon", "Undated"]


def test_count_and_lateness_are_in_words(log, actions):
    page = log().content.decode()
    assert "Three actions, one late" in page
    assert "3 days late" in page
    assert "0 of 2 done" in page


def test_an_empty_log_says_what_would_be_here(log):
    assert "Nothing is owed." in log().content.decode()
    assert "No action is like this." in log(state="closed").content.decode()


def test_only_the_clerk_is_offered_to_add(log):
    assert "Add an action" in log("clerk").content.decode()
    assert "Add an action" not in log("member").content.decode()


def test_a_header_keeps_the_filter_and_turns_the_order(log, actions):
    page = log(state="all").content.decode()
    assert 'aria-sort="ascending"' in page
    assert "?state=all&amp;order=-when" in page


def test_csv_tells_days_in_words_and_guards_formulas(cast, as_, actions):
    create_action(cast.board, "=HYPERLINK(evil)", number=9)
    page = as_("member").get(reverse("actions:log_sheet", args=[cast.board.slug, "csv"]), {"state": "all"})
    rows = page.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 6
    assert "14 October 2025" in rows[1]
    assert any(",'=HYPERLINK(evil)," in row for row in rows)
    assert "None" not in page.content.decode()


def test_xlsx_holds_the_same_rows_with_real_days(cast, as_, actions):
    page = as_("member").get(reverse("actions:log_sheet", args=[cast.board.slug, "xlsx"]), {"late": "on"})
    rows = list(load_workbook(io.BytesIO(page.content)).active.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["Reference", "EG/2025/1"]
    assert rows[1][2].date() == dt.date(2025, 10, 14)
    assert page["Content-Disposition"] == 'attachment; filename="actions-executive-group.xlsx"'


@pytest.mark.parametrize("who", ["outsider", "member_of_another_partner", "public"])
def test_others_find_no_log(cast, as_, actions, who):
    for name, more in (("log", []), ("log_sheet", ["csv"]), ("log_sheet", ["xlsx"]), ("add", [])):
        assert as_(who).get(reverse(f"actions:{name}", args=[cast.board.slug, *more])).status_code == 404


def test_choices_tell_nothing_of_what_a_reader_may_not_know(log, actions, cast):
    from tests.factories import create_item

    meeting = create_meeting(cast.board, dt.date(2025, 1, 7))
    item = create_item(meeting, exempt_paragraphs="3", exempt_reason="Business affairs.")
    hidden = create_action(cast.board, "Hidden", owners=[create_person("Ffion Penrose")], meeting=meeting)
    hidden.items.add(item)
    assert "Ffion Penrose" in log().content.decode()
    cast.board.boardgrant_set.filter(permission__codename="see_exempt").delete()
    page = log().content.decode()
    assert not [secret for secret in ("Hidden", "Ffion Penrose", "7 January 2025") if secret in page]


def test_statements_do_not_grow_with_the_log(as_, cast):
    client, counts = as_("member"), []
    for _ in range(2):
        for _ in range(12):
            people = [cast.person("member"), create_person()]
            create_action(
                cast.board, owners=people, meeting=create_meeting(cast.board, address=create_person().name[-9:])
            )
        with CaptureQueriesContext(connection) as statements:
            assert client.get(reverse("actions:log", args=[cast.board.slug])).status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 19


def test_a_long_log_is_read_a_page_at_a_time(log, cast):
    for _ in range(51):
        create_action(cast.board)
    page = log(order="-reference")
    assert len(page.context["lines"]) == 50
    assert 'order=-reference&amp;page=2"' in page.content.decode()
    assert len(log(page=2).context["lines"]) == 1
