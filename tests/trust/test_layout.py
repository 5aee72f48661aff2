"""What every page wears: status words, navigation, the partnership's own colour."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from trust import brand
from trust.templatetags.layout import current, navigation
from trust.tools.colour import contrast, soft

STATIC = Path(settings.BASE_DIR) / "trust/static/trust"


def written(source: str, **context: object) -> str:
    return Template("{% load layout %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{% tag "Approved" "ok" %}', '<strong class="c-tag c-tag--ok">Approved</strong>'),
        ("{% tag state %}", '<strong class="c-tag">&lt;b&gt;</strong>'),
        ('{% count 3 "thing" %}', "Three things"),
        ("{{ nothing|day }}{{ nothing|money }}{{ unset|instant }}", ""),
        ("{{ pence|money }}", "£1,234"),
        ("{{ names|listing }}", "Vale &amp; Co and Lindqvist"),
        ('{% address "no:such" as there %}[{{ there }}]', "[]"),
    ],
)
def test_words_on_a_page(source: str, expected: str) -> None:
    assert written(source, nothing=None, pence=123_400, state="<b>", names=["Vale & Co", "Lindqvist"]) == expected


def test_a_tone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        written('{% tag "Approved" "shiny" %}')


def base_page(**context: object) -> str:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return render_to_string("base.html", context, request=request)


def test_base_page_has_one_main_one_status_region_and_no_inline_script_or_style() -> None:
    page = base_page()
    assert page.count("<main") == page.count('role="status"') == 1
    assert 'lang="en-GB"' in page
    assert "style=" not in page
    assert "<style" not in page
    assert "<script>" not in page
    assert "Sign in" in page


@pytest.mark.parametrize(
    ("view_name", "expected"),
    [
        ("home", ("home", "page")),
        ("meetings:verify", ("meetings:verify", "page")),
        ("meetings:agenda", ("meetings:meetings", "true")),
        ("actions:end_board", ("boards:boards", "true")),
        ("account_login", ("", "true")),
        ("", ("", "true")),
    ],
)
def test_navigation_marks_the_page_or_its_section(view_name: str, expected: tuple[str, str]) -> None:
    assert current(view_name, ["home", "boards:boards", "meetings:meetings", "meetings:verify"]) == expected


def test_navigation_says_where_one_is(client: Client, db: None) -> None:
    place = SimpleNamespace(view_name="boards:boards")
    entry = {"words": "Boards", "address": "/boards/", "current": "page"}
    assert '<a href="/boards/" aria-current="page">Boards</a>' in render_to_string(
        "_navigation.html", {"entries": [entry]}
    )
    shown = navigation(Context({"request": SimpleNamespace(resolver_match=place)}))["entries"]
    assert len(shown) <= 6
    assert all(entry["address"] for entry in shown)


@pytest.mark.parametrize(
    ("colour", "reason"),
    [
        ("#4b2a6b", ""),
        ("purple", "BRAND_COLOUR must be written like #14505c; “purple” is ignored."),
        ("#ffcc00", "BRAND_COLOUR #ffcc00 is ignored: its contrast with white is 1.5, and 4.5 is needed."),
    ],
)
def test_own_colour_must_be_readable(colour: str, reason: str, settings: object) -> None:
    settings.BRAND_COLOUR = colour
    assert brand.why_ignored(colour) == reason
    assert [str(said.msg) for said in brand.check_brand_colour(None)] == ([reason] if reason else [])
    assert bool(brand.own_colour()) == (not reason)


def test_own_colour_reaches_the_page_through_a_sheet(client: Client, settings: object) -> None:
    settings.BRAND_COLOUR = "#4B2A6B"
    assert "/brand.css?of=4b2a6b" in base_page()
    sheet = client.get("/brand.css").content.decode()
    assert "--c-brand: #4b2a6b" in sheet
    assert contrast("#4b2a6b", soft("#4b2a6b")) >= 4.5


def test_the_sheet_holds_no_crown_nor_its_font() -> None:
    sheet = (STATIC / "concordat.css").read_text()
    for trace in ("GDS Transport", "govuk-crest", "govuk-footer__copyright", "crown"):
        assert trace not in sheet
    assert "font-display:swap" in sheet
