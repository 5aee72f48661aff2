"""Indicators: on or off target by the way they should go, figures put right with their history, and a chart."""

import datetime as dt
import itertools
from decimal import Decimal

import pytest
from django.urls import reverse

from commissioning.models import Indicator, Priority, Reading
from commissioning.rules.indicators import chart, check_can_read, course, figure
from tests.boards.keeper import day, done
from tests.print.reading import Reading as Read
from tests.print.reading import failed_rules, texts_by_page
from trust.tools.refusal import why_not


@pytest.mark.parametrize(
    ("direction", "actual", "target", "word"),
    [
        ("up", "94", "90", "On target"),
        ("up", "90", "90", "On target"),
        ("up", "89.9", "90", "Off target"),
        ("down", "12", "14", "On target"),
        ("down", "15", "14", "Off target"),
        ("up", "94", None, "No target"),
        ("up", None, "90", "No figure yet"),
    ],
)
def test_on_target_hangs_on_the_way_it_should_go(direction, actual, target, word):
    reading = Reading(date=dt.date(2026, 1, 1), actual=_number(actual), target=_number(target))
    assert course(Indicator(direction=direction), [reading])[0].word == word


def _number(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words)


def _course(direction: str, *rows: tuple[str | None, str | None]):
    readings = [
        Reading(date=dt.date(2026, n + 1, 1), actual=_number(actual), target=_number(target))
        for n, (actual, target) in enumerate(rows)
    ]
    return course(Indicator(direction=direction, unit="%"), readings)


def test_an_aim_goes_on_to_hold_and_movement_is_told_by_what_is_better():
    first, second, third = _course("down", ("20", "15"), ("18", None), ("18", "10"))
    assert (second.aimed, second.is_carried, second.moved, second.sign) == ("15%", True, "Better", "↓")
    assert (third.aimed, third.moved, third.sign) == ("10%", "Same", "=")
    assert first.moved == ""


def test_the_chart_says_each_figure_and_the_aim():
    drawn = chart(_course("up", ("80", "90"), ("85", None)))
    assert drawn is not None
    assert [dot.words for dot in drawn.dots] == ["80%", "85%"]
    assert drawn.aim_at is not None
    assert drawn.aim_at.words == "90%"
    assert chart(_course("up", (None, "90"))) is None
    assert chart(_course("up", ("5", None))) is not None, "one figure, and no room to spread it"


def test_the_chart_of_many_figures_names_as_many_as_it_has_room_for():
    first = dt.date(2024, 1, 1)
    readings = [Reading(date=first + n * dt.timedelta(days=30), actual=Decimal(n - 9)) for n in range(24)]
    drawn = chart(course(Indicator(direction="up", unit="children of school age"), readings))
    assert drawn is not None
    assert len(drawn.dots) == 24
    named = [dot for dot in drawn.dots if dot.is_named]
    assert named[-1] is drawn.dots[-1], "the latest is always told"
    assert all(later.x - dot.x >= 80 for dot, later in itertools.pairwise(named))
    assert (drawn.dots[0].anchor, named[1].anchor, named[-1].anchor) == ("start", "middle", "end")


def test_a_day_that_has_not_come_has_an_aim_and_no_figure():
    today = dt.date(2026, 3, 1)
    ahead = today + dt.timedelta(days=1)
    assert why_not(check_can_read, Indicator(), [], today, Decimal(1), on=today) == ""
    assert why_not(check_can_read, Indicator(), [], ahead, None, on=today) == ""
    assert "has not come" in why_not(check_can_read, Indicator(), [], ahead, Decimal(1), on=today)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [("1234.500", "children", "1,234.5 children"), ("-2", "", "−2"), ("-1250.5", "£", "−£1,250.5")],
)
def test_figures_as_people_write_them(value, unit, said):
    assert figure(Decimal(value), unit) == said


@pytest.fixture
def indicator(cast):
    return Indicator.objects.create(board=cast.board, title="Seen within ten days", unit="%", direction="up")


def at(name: str, *keys: int) -> str:
    return reverse(f"commissioning:{name}", args=keys)


@pytest.mark.django_db
def test_an_indicator_is_set_up_for_a_priority_and_read(cast, as_):
    priority = Priority.objects.create(board=cast.board, title="Early help")
    given = {"board": cast.board.pk, "title": "Seen in time", "unit": "%", "direction": "up", "priority": priority.pk}
    page = done(as_("clerk"), at("add_indicator"), **given).content.decode()
    assert "Seen in time" in page
    found = Indicator.objects.get()
    put = {**day("date", dt.date(2026, 4, 1)), "actual": "1,250.5", "target": "90%"}
    page = done(as_("clerk"), at("add_reading", found.pk), **put).content.decode()
    assert "1,250.5%" in page
    assert "On target" in page
    assert "<svg" in page
    assert "Early help" in as_("member").get(at("indicator", found.pk)).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["1,5", "lots", "1.2345", "9" * 15])
def test_what_is_no_figure_is_said_and_stays(as_, indicator, words):
    given = {**day("date", dt.date(2026, 4, 1)), "actual": words}
    wrong = as_("clerk").post(at("add_reading", indicator.pk), given)
    assert wrong.status_code == 422
    assert f'value="{words}"' in wrong.content.decode()
    assert not Reading.objects.exists()


@pytest.mark.django_db
def test_a_figure_is_put_right_and_what_it_was_stays(as_, indicator):
    reading = Reading.objects.create(indicator=indicator, date=dt.date(2026, 4, 1), actual=80)
    given = {**day("date", reading.date), "actual": "93", "why": "Two schools were left out"}
    done(as_("clerk"), at("change_reading", indicator.pk, reading.pk), **given)
    page = as_("member").get(at("indicator", indicator.pk)).content.decode()
    assert "93%" in page
    assert "Was 80%" in page
    assert "Two schools were left out" in page


@pytest.mark.django_db
def test_one_figure_a_day(as_, indicator):
    Reading.objects.create(indicator=indicator, date=dt.date(2026, 4, 1), actual=80)
    given = {**day("date", dt.date(2026, 4, 1)), "actual": "93"}
    wrong = as_("clerk").post(at("add_reading", indicator.pk), given)
    assert wrong.status_code == 409
    assert "Put that one right instead." in wrong.content.decode()


@pytest.mark.django_db
def test_the_list_is_cut_and_kept_as_a_file(as_, indicator):
    Reading.objects.create(indicator=indicator, date=dt.date(2026, 4, 1), actual=80, target=90)
    assert "Off target" in as_("member").get(at("indicators")).content.decode()
    assert "<text" not in as_("member").get(at("indicators")).content.decode(), "words as small as this nobody reads"
    assert "No indicator is like this" in as_("member").get(at("indicators") + "?stands=On+target").content.decode()
    kept = as_("member").get(reverse("commissioning:indicators_file", args=["csv"])).content.decode()
    assert "Seen within ten days,Executive Group" in kept
    assert "Off target" in kept


def paper(as_, who, kept, asked=""):
    answer = as_(who).get(reverse("commissioning:indicators_file", args=["pdf"]) + asked)
    kept.write_bytes(answer.content)
    return " ".join(" ".join(texts_by_page(kept)).split())


@pytest.mark.django_db
def test_4_11_on_paper_each_has_its_course_drawn_and_its_figures_and_a_machine_reads_it(as_, indicator, tmp_path):
    for month in range(1, 13):
        Reading.objects.create(indicator=indicator, date=dt.date(2025, month, 1), actual=70 + month, target=90)
    Reading.objects.create(indicator=indicator, date=dt.date(2026, 4, 1), actual=93, note="Two schools more")
    kept = tmp_path / "indicators.pdf"
    words = paper(as_, "member", kept)
    for said in ("Seen within ten days", "93%, 1 April 2026", "On target", "Two schools more", "five earlier figures"):
        assert said in words
    assert failed_rules(kept) == []
    tags = Read(kept.read_bytes()).tags()
    assert (tags.count("Table"), tags.count("Figure")) == (2, 1)


@pytest.mark.django_db
def test_on_paper_as_it_is_cut_and_as_its_reader_may_know_of_it(as_, indicator, tmp_path):
    kept = tmp_path / "indicators.pdf"
    assert "No indicator is put down that is as it was asked for." in paper(as_, "member", kept, "?stands=On+target")
    assert "Seen within" not in paper(as_, "member_of_another_partner", kept)
    assert "No figure is put down yet." in paper(as_, "member", kept)
    assert "file/pdf/" in as_("member").get(at("indicators")).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "read", "write"),
    [("clerk", 200, 200), ("member", 200, 403), ("member_of_another_partner", 404, 404), ("public", 302, 302)],
)
def test_who_reads_and_who_writes(as_, indicator, who, read, write):
    assert as_(who).get(at("indicator", indicator.pk)).status_code == read
    assert as_(who).get(at("add_reading", indicator.pk)).status_code == write
