"""The small markup of the minutes: what it reads, and what nobody can make it say."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.tools.markup import as_html, as_text, opening

POINT = '<span class="c-point">{}</span> '


@pytest.mark.parametrize(
    ("typed", "html", "words"),
    [
        ("", "", ""),
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("One line\nand the next", "<p>One line<br>and the next</p>", "One line\nand the next"),
        ("**all** agreed *again*", "<p><strong>all</strong> agreed <em>again</em></p>", "all agreed again"),
        ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "• a\n  • b\n• c"),
        (
            "1. a\n4. b",
            f'<ol class="c-points"><li>{POINT.format("1.")}a</li><li>{POINT.format("4.")}b</li></ol>',
            "1. a\n4. b",
        ),
        (
            "(a) one\n(c) three",
            f'<ol class="c-points"><li>{POINT.format("(a)")}one</li><li>{POINT.format("(c)")}three</li></ol>',
            "(a) one\n(c) three",
        ),
        (
            "(1) one\n  (a) under\n    - deeper\n(2) two",
            f'<ol class="c-points"><li>{POINT.format("(1)")}one<ol class="c-points"><li>{POINT.format("(a)")}under'
            f"<ul><li>deeper</li></ul></li></ol></li><li>{POINT.format('(2)')}two</li></ol>",
            "(1) one\n  (a) under\n    • deeper\n(2) two",
        ),
        ("(A) one", f'<ol class="c-points"><li>{POINT.format("(A)")}one</li></ol>', "(A) one"),
        ("# Heading\n> quoted", "<p># Heading<br>&gt; quoted</p>", "# Heading\n> quoted"),
        ("£30k & <b>more</b>", "<p>£30k &amp; &lt;b&gt;more&lt;/b&gt;</p>", "£30k & <b>more</b>"),
        ("(1)st not a point", "<p>(1)st not a point</p>", "(1)st not a point"),
        ("👩‍👩‍👧 ŵ שלום\u200f", "<p>👩‍👩‍👧 ŵ שלום\u200f</p>", "👩‍👩‍👧 ŵ שלום\u200f"),
        ("pay \u202e00.01£", "<p>pay 00.01£</p>", "pay 00.01£"),
    ],
)
def test_what_it_reads(typed, html, words):
    assert as_html(typed).replace("\n", "") == html
    assert as_text(typed) == words


def test_a_point_follows_a_paragraph_and_holds_points():
    html = as_html("Noted:\n(1) first\n    - under it\n(2) second").replace("\n", "")
    assert html.startswith("<p>Noted:</p><ol")
    assert "<li>under it</li>" in html
    assert html.count("<ol") == 1


@pytest.mark.parametrize("address", ["https://example.org/?a=1&b=2", "http://example.org", "mailto:clerk@example.org"])
def test_links_to_the_web_and_by_mail(address):
    assert f'<a href="{address.replace("&", "&amp;")}"' in as_html(f"[the paper]({address})")


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "[x](//example.org)",
        "[x](/account/logout/)",
        "<javascript:alert(1)>",
        "![x](https://example.org/x.png)<svg/onload=alert(1)>",
        '[x](https://example.org/"onmouseover="alert(1))',
        "(a) <style>*{display:none}</style>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_nothing_typed_becomes_more_than_text_and_links(typed):
    _check_safe(as_html(typed))


def _check_safe(html: str) -> None:
    tags = re.findall(r"<(/?)([a-z]+)([^>]*)>", html)
    assert {name for _, name, _ in tags} <= {"p", "br", "strong", "em", "ul", "ol", "li", "a", "span"}
    for _, name, rest in tags:
        allowed = ' href="(https?://|mailto:)[^"]*" rel="noopener noreferrer"| class="c-points?"'
        assert not rest or re.fullmatch(allowed, rest, re.IGNORECASE), (name, rest)


@given(st.text(alphabet="ab1i().-*_[]<>&\\\"'` \n\t#!:/\u202e", max_size=80))
def test_whatever_is_typed_is_safe(typed):
    _check_safe(as_html(typed))
    as_text(typed)


@pytest.mark.parametrize(
    "typed",
    ["*" * 50_000, "[" * 50_000, "- " * 25_000, "(1) a\n" * 8_000, "<" * 50_000, "[a](" * 12_000, "_a__b" * 9_000],
)
def test_the_longest_block_is_read_in_a_moment(typed):
    begun = time.process_time()
    as_html(typed)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (9, "Approved, with this:\n• “two” to read “three”"),
        (3, "Approved, with this:\n…"),
        (5, "Approved, with this:\n• “two” …"),
    ],
)
def test_an_opening_keeps_its_lines(words, shown):
    assert opening("Approved, with this:\n\n• “two” to read “three”", words) == shown
