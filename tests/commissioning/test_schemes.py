"""Setting a scheme up: six areas offered, every district in one act, a year's four periods; and its files."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from boards.models import District, Footprint
from commissioning.models import Area, Period, Reporter, Scheme
from commissioning.rules.schemes import SIX_AREAS
from tests.boards.keeper import day, done
from tests.commissioning.returning import (
    TODAY,
    create_district,
    create_period,
    create_reporter,
    create_scheme,
    say,
)
from tests.factories import create_board

pytestmark = pytest.mark.django_db


def at(name: str, *keys: object) -> str:
    return reverse(f"commissioning:{name}", args=keys)


def test_4_11_six_areas_are_offered_as_a_start(cast, as_):
    form = as_("clerk").get(at("add_scheme")).content.decode()
    assert all(title in form for title in SIX_AREAS)
    given = {"board": cast.board.pk, "title": "Report card", "areas": "\n".join(SIX_AREAS), "shared": "together"}
    page = done(as_("clerk"), at("add_scheme"), **given).content.decode()
    assert "<h1>Report card</h1>" in page
    assert "Set up who reports, and for which periods" in page
    assert [one.title for one in Area.objects.all()] == list(SIX_AREAS)
    again = as_("clerk").post(at("add_scheme"), given)
    assert again.status_code == 409
    assert "has a scheme called “Report card” already." in again.content.decode()


def test_every_district_reports_by_one_act(cast, as_):
    scheme = create_scheme(cast)
    boards = [create_board(f"{name} Trust", kind="district_trust", visibility="public") for name in ("East", "West")]
    district = District.objects.create(name="East")
    boards[0].footprint = Footprint.objects.create(name="East")
    boards[0].footprint.districts.add(district)
    boards[0].save()
    form = as_("clerk").get(at("add_district_reporters", scheme.pk)).content.decode()
    assert form.count("checked") == 2
    given = {"boards": [one.pk for one in boards], **day("from_date", TODAY)}
    done(as_("clerk"), at("add_district_reporters", scheme.pk), **given)
    assert [str(one) for one in Reporter.objects.all()] == ["East", "West Trust"]
    again = as_("clerk").post(at("add_reporters", scheme.pk), given)
    assert again.status_code == 422, "who reports already is not offered"


def test_a_years_four_periods_are_made_by_one_act(cast, as_):
    scheme = create_scheme(cast)
    given = {**day("from_date", dt.date(2026, 4, 1)), "days": "21"}
    read = as_("clerk").post(at("add_year", scheme.pk), given).content.decode()
    assert "January to March 2027" in read
    assert "Returns due by 21 April 2027" in read
    done(as_("clerk"), at("add_year", scheme.pk), **given)
    assert Period.objects.count() == 4
    again = as_("clerk").post(at("add_year", scheme.pk), given)
    assert "shares days with" in again.content.decode()
    wrong = as_("clerk").post(at("add_year", scheme.pk), {**day("from_date", dt.date(2026, 4, 2)), "days": "21"})
    assert "Give the first day of a month" in wrong.content.decode()


def test_days_of_areas_reporters_and_periods_change_with_history(cast, as_):
    scheme = create_scheme(cast)
    reporter = create_reporter(scheme, partner=cast.health)
    area, period = scheme.areas.first(), create_period(scheme)
    done(as_("clerk"), at("change_area", scheme.pk, area.pk), title="Safeguarding", **day("to_date", TODAY))
    done(as_("clerk"), at("change_reporter", scheme.pk, reporter.pk), why="Merged", **day("to_date", TODAY))
    days = {**day("from_date", period.from_date), **day("to_date", period.to_date), **day("due_date", TODAY)}
    done(as_("clerk"), at("change_period", scheme.pk, period.pk), title="Spring", **days)
    area.refresh_from_db()
    reporter.refresh_from_db()
    assert (area.title, area.to_date, reporter.to_date) == ("Safeguarding", TODAY, TODAY)
    assert reporter.history.first().history_change_reason == "Merged"
    assert Period.objects.get().title == "Spring"
    assert "Safeguarding" in as_("clerk").get(at("set_up_scheme", scheme.pk)).content.decode()


@pytest.mark.parametrize("who", ["member", "chair", "member_of_another_partner", "outsider", "public"])
def test_nobody_sets_up_but_who_manages_the_board(cast, as_, who):
    scheme = create_scheme(cast)
    for name in ("set_up_scheme", "change_scheme", "add_areas", "add_reporters", "add_year"):
        assert as_(who).get(at(name, scheme.pk)).status_code in (302, 403, 404)
    as_(who).post(at("add_scheme"), {"board": cast.board.pk, "title": "x", "areas": "x", "shared": "together"})
    assert Scheme.objects.count() == 1


@pytest.fixture
def shared(cast):
    """One district has returned for a period that is shared, and another is silent."""
    scheme = create_scheme(cast, shared="at_once")
    (east, officer), (west, _) = create_district(cast, "East"), create_district(cast, "West")
    period = create_period(scheme, 1)
    say(period, create_reporter(scheme, east), officer, "red", "green")
    create_reporter(scheme, west)
    return scheme


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_map_as_a_sheet_has_its_words_and_reasons(as_, shared, kind):
    kept = as_("member").get(at("map_file", shared.pk, kind)).content
    if kind == "csv":
        rows = [line.split(",") for line in kept.decode("utf-8-sig").splitlines()]
    else:
        rows = [list(row) for row in load_workbook(io.BytesIO(kept)).active.values]
    assert [row[3] for row in rows[1:]] == ["Red", "Green", "No return", "No return"]
    assert rows[1][5] == "Because red"
    everything = as_("member").get(at("map_file", shared.pk, "csv") + "?all=1").content.decode()
    assert everything.count("No return") == 2


@pytest.mark.parametrize("asked", ["?state=none", "?words=west"])
def test_the_map_is_cut(as_, shared, asked):
    page = as_("member").get(shared.get_absolute_url() + asked).content.decode()
    assert "West District Trust" in page
    assert "East District Trust" not in page


def test_the_map_is_ordered_by_an_area_red_first(cast, as_, shared):
    second = shared.areas.last()
    page = as_("member").get(f"{shared.get_absolute_url()}?order=-{second.pk}").content.decode()
    assert page.index("West District Trust") < page.index("East District Trust")


def test_one_area_and_one_reporter_over_all_periods(as_, shared):
    reporter, area = shared.reporters.first(), shared.areas.first()
    assert "Quarter 2" in as_("member").get(at("reporter", shared.pk, reporter.pk)).content.decode()
    assert "East District Trust" in as_("member").get(at("area", shared.pk, area.pk)).content.decode()


def test_the_statements_of_the_map_do_not_grow(cast, as_, shared):
    client = as_("clerk")
    client.get(shared.get_absolute_url())
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(shared.get_absolute_url())
    period = shared.periods.get()
    for name in ("North", "South", "Mid"):
        board, officer = create_district(cast, name)
        say(period, create_reporter(shared, board), officer, "red", "amber")
    create_period(shared, 0)
    with CaptureQueriesContext(connection) as many:
        client.get(shared.get_absolute_url())
    assert len(many) == len(few)
    assert len(few) < 25
