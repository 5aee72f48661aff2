"""What other programs put on the clipboard, pasted at the desk: lists, numbering and emphasis, and nothing else.

``paste/*.html`` are invented texts in the shapes in which each program gives them; ``*.txt``: what is to stand then.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.at_desk import record
from trust.tools.markup import as_html, as_text

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

CORPUS = sorted((Path(__file__).parent / "paste").glob("*.html"))
PASTE = """([html, plain]) => {
    const carried = new DataTransfer();
    if (html) carried.setData("text/html", html);
    carried.setData("text/plain", plain);
    const event = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
    if (document.activeElement.dispatchEvent(event)) document.execCommand("insertText", false, plain);
}"""


def paste(desk, html: str, plain: str = "plain") -> None:
    desk.page.evaluate(PASTE, [html, plain])


class Depths(HTMLParser):
    """How deep each point of a printed text stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth, self.found = 0, []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.depth += tag in ("ul", "ol")
        if tag == "li":
            self.found.append(self.depth)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in ("ul", "ol")


@pytest.mark.parametrize("source", CORPUS, ids=lambda source: source.stem)
def test_demand_18_each_program_s_clipboard_becomes_the_house_s_markup(officer, item, source):
    expected = source.with_suffix(".txt").read_text().rstrip("\n")
    desk = officer()
    desk.blocks.last.click()
    paste(desk, source.read_text())
    assert desk.texts == [expected]
    desk.saved()
    assert record(item) == [expected]
    desk.page.keyboard.press("Control+z")
    assert desk.texts == [""]


@pytest.mark.parametrize("source", CORPUS, ids=lambda source: source.stem)
def test_demand_18_what_is_seen_is_what_is_printed(source):
    """Every line of the block is a line of the paper; only the marks of emphasis and escaping are not printed."""
    text = source.with_suffix(".txt").read_text()
    seen = [
        re.sub(r"\*\*|(?<!\d )\*|\\", "", line).strip().removeprefix("- ") for line in text.splitlines() if line.strip()
    ]
    printed = [line.strip().removeprefix("• ") for line in as_text(text).splitlines()]
    assert seen == printed


def test_sub_points_are_printed_under_their_points():
    for source in CORPUS:
        text = source.with_suffix(".txt").read_text()
        if source.stem in ("word-365", "google-docs", "outlook"):
            assert max(Depths(as_html(text)).found) == (3 if source.stem == "word-365" else 2)


def test_plain_text_pastes_plainly(officer):
    desk = officer()
    desk.blocks.last.click()
    paste(desk, "", "* one\n*two* <b>three</b>")
    assert desk.texts == ["* one\n*two* <b>three</b>"]
    desk.page.keyboard.press("Control+z")
    assert desk.texts == [""]


def test_ctrl_shift_v_pastes_plainly_whatever_is_carried(officer):
    desk = officer()
    desk.blocks.last.click()
    desk.page.keyboard.down("Control")
    desk.page.keyboard.down("Shift")
    desk.page.evaluate("""() => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { code: "KeyV", key: "V", ctrlKey: true, shiftKey: true, bubbles: true }))""")
    paste(desk, "<p><b>Bold</b></p>", "Bold")
    desk.page.keyboard.up("Shift")
    desk.page.keyboard.up("Control")
    assert desk.texts == ["Bold"]


def test_a_paste_goes_where_the_caret_is_and_a_list_takes_the_mark_that_was_begun(officer):
    desk = officer()
    desk.write("Before, after.")
    for _ in range(7):
        desk.page.keyboard.press("ArrowLeft")
    paste(desk, "<p>an <i>inner</i> word,</p>")
    assert desk.texts == ["Before,an *inner* word, after."]
    desk.page.keyboard.press("Control+Alt+n")
    desk.page.keyboard.type("The Board noted: ")
    paste(desk, "<ul><li>one</li><li>two</li></ul>")
    assert desk.texts[-1] == "The Board noted:\n- one\n- two"


def test_nothing_of_a_hostile_page_runs_or_is_fetched(officer):
    desk = officer()
    asked = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.blocks.last.click()
    hostile = "<img src=https://example.org/x.png onerror=\"document.title='!'\"><script>document.title='!'</script>"
    paste(desk, f"{hostile}<p onclick=alert(1)>words &lt;script&gt; [x](https://example.org)</p>")
    assert desk.texts == ["words <script> \\[x](https://example.org)"]
    expect(desk.page).not_to_have_title("!")
    assert not [url for url in asked if "example.org" in url]
