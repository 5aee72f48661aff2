"""The map of returns and one area on paper: what is in it, and how large the sheet is."""

import re
import subprocess

import pytest
from django.urls import reverse

from tests.commissioning.returning import create_district, create_period, create_reporter, create_scheme, say
from tests.print.reading import failed_rules

pytestmark = pytest.mark.django_db
#: Across, in points.
SIZES = {"a4": (841.89, 595.28), "a3": (1190.55, 841.89)}


@pytest.fixture
def told(cast):
    """East said red and green in the second quarter, West nothing; the first was not asked of anybody here."""
    scheme = create_scheme(cast, shared="at_once")
    period = create_period(scheme, 1)
    for name in ("East", "West"):
        board, officer = create_district(cast, name)
        reporter = create_reporter(scheme, board)
        if name == "East":
            say(period, reporter, officer, "red", "green")
    return scheme


def run(tool, path, *after):
    return subprocess.run([tool, str(path), *after], capture_output=True, text=True, check=True, timeout=60).stdout


def kept(answer, tmp_path):
    assert answer.status_code == 200
    path = tmp_path / "paper.pdf"
    path.write_bytes(answer.content)
    return path


def size_of(path):
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", path))
    return tuple(round(float(one), 2) for one in found.groups())


def words_in(path):
    return " ".join(run("pdftotext", path, "-").split())


@pytest.mark.parametrize("paper", SIZES)
def test_4_11_the_map_on_a_sheet_across_says_each_colour_in_words(as_, told, tmp_path, paper):
    address = reverse("commissioning:map_file", args=[told.pk, "pdf"])
    path = kept(as_("member").get(address, {"paper": paper}), tmp_path)
    assert size_of(path) == pytest.approx(SIZES[paper], abs=1)
    words = words_in(path)
    for said in ("Six areas: Quarter 2", "East District Trust", "West District Trust", "Area 1", "Area 2"):
        assert said in words
    assert words.count("No return") >= 2
    assert "R Red" in words
    assert "G Green" in words
    assert failed_rules(path) == []


@pytest.mark.parametrize("paper", SIZES)
def test_one_area_over_the_periods_on_paper(as_, told, tmp_path, paper):
    area = told.areas.first()
    address = reverse("commissioning:area", args=[told.pk, area.pk])
    path = kept(as_("member").get(address, {"paper": paper}), tmp_path)
    assert size_of(path) == pytest.approx(SIZES[paper], abs=1)
    words = words_in(path)
    assert "Six areas: Area 1" in words
    assert "Quarter 2" in words
    assert "R Red" in words
    assert "Green" not in words, "that is the other area"


def test_one_reporter_on_paper_and_no_other_paper(as_, told, tmp_path):
    address = reverse("commissioning:reporter", args=[told.pk, told.reporters.first().pk])
    words = words_in(kept(as_("member").get(address, {"paper": "a4"}), tmp_path))
    assert "Six areas: East District Trust" in words
    assert "West" not in words
    assert as_("member").get(address, {"paper": "a5"}).status_code == 404
    assert as_("member_of_another_partner").get(address, {"paper": "a4"}).status_code == 404
