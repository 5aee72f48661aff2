"""What an officer does in the browser, from an empty calendar to a signed PDF: one method for each piece of work."""

import datetime as dt
import re
import subprocess
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.factories import PASSWORD
from tests.journeys.script import Business, Decided, Script, Section, Spoken
from trust.tools.words import short_date


def pages_of(path: Path) -> str:
    """The words of a PDF, as they stand on its pages."""
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


class AtScreen:
    """Somebody signed in, at pages of one board."""

    def __init__(self, page: Page, base: str, board: str) -> None:
        self.page, self.base, self.board = page, base, board

    def sign_in(self, email: str) -> None:
        self.page.goto(f"{self.base}/account/login/")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()

    def open(self, path: str) -> None:
        answer = self.page.goto(f"{self.base}/boards/{self.board}/{path}")
        assert answer, path
        assert answer.status == 200, (path, answer.status)

    def press(self, name: str) -> None:
        self.page.get_by_role("main").get_by_role("button", name=name).first.click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("main").get_by_role("link", name=name).first.click()

    def heading(self, words: str) -> None:
        expect(self.page.get_by_role("heading", name=words).first).to_be_visible()


class Officer(AtScreen):
    def call(self, day: dt.date, starts: str, venue: str) -> None:
        """Enter a meeting from the board's page, with its standing items."""
        self.open("")
        self.follow("Call a meeting")
        self.fill_day("Date", day)
        self.page.get_by_label("Starts").fill(starts)
        self.page.get_by_label("Where").fill(venue)
        self.press("Make the agenda")
        made, doubted = self.page.get_by_text("Nobody else sees this agenda yet"), self.page.get_by_label("Yes, this")
        expect(made.or_(doubted)).to_be_visible()
        if doubted.is_visible():
            doubted.check()
            self.press("Make the agenda")
        expect(made).to_be_visible()

    def fill_day(self, legend: str, day: dt.date) -> None:
        group = self.page.get_by_role("group", name=legend)
        for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            group.get_by_label(label).fill(str(number))

    def put_on_agenda(self, day: dt.date, section: Section, item: Business) -> None:
        self.open(f"meetings/{day}/agenda/add/")
        self.page.get_by_label("Title").fill(item.title)
        shown = self.page.get_by_label("Section", exact=True).locator("option", has_text=section.number).inner_text()
        self.page.get_by_label("Section", exact=True).select_option(label=shown)
        if item.decided:
            self.page.get_by_label("What it is for").select_option(label="For decision")
        self.press("Put on the agenda")
        self.heading(item.title)

    def enter_as_held(self) -> None:
        self.follow("Check and enter as held")
        self.press("Enter as held")
        expect(self.page.locator(".c-tags").first).to_contain_text("Held")

    def take_attendance(self, day: dt.date, script: Script) -> None:
        """Everybody present or apologies, by the buttons of their rows; the chair is put in the chair."""
        self.open(f"meetings/{day}/attendance/")
        for member, mark in [(one, "Present") for one in script.present] + [
            (one, "Apologies") for one in script.apologies
        ]:
            row = self.page.locator("[data-row]", has_text=member.name)
            row.get_by_role("button", name=mark).click()
            expect(row.get_by_role("button", name=mark)).to_have_attribute("aria-pressed", "true")
        chair = next(member.name for member in script.present if member.note == "Chair")
        self.page.get_by_label("Who takes the chair").select_option(label=chair)
        self.press("Put in the chair")
        expect(self.page.get_by_text("In the chair:")).to_contain_text(chair)


class Minuting(Officer):
    def at_desk(self, day: dt.date) -> None:
        self.open(f"meetings/{day}/desk/")
        self.page.wait_for_selector("[data-desk][data-ready]")

    def minute(self, item: Business) -> None:
        """Open the item and write its blocks, each begun by its key."""
        self.page.locator("a.c-desk-item", has=self.page.get_by_text(item.number, exact=True)).click()
        for paragraph in item.prose:
            self.begin("Control+Alt+s").get_by_role("textbox").first.fill(paragraph)
        for decided in item.decided:
            self.decide(decided)
        for spoken in item.actions:
            self.owe(spoken)
        expect(self.page.locator("#saved")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))

    def begin(self, key: str) -> Locator:
        """A new block under the open item."""
        blocks = self.page.locator("[data-item]:visible [data-key]")
        before = blocks.count()
        empty = blocks.last.locator("textarea").input_value() == "" if before else False
        if not (key.endswith("+s") and before and empty):
            self.page.keyboard.press(key)
        return blocks.last

    def decide(self, decided: Decided) -> None:
        block = self.begin("Control+Alt+d")
        block.locator("textarea").fill(decided.text)
        block.get_by_label("Kind of decision").select_option(decided.kind)
        if decided.was:
            block.get_by_label("instead of").fill(decided.was)
            block.get_by_label("now").fill(decided.becomes)

    def owe(self, spoken: Spoken) -> None:
        block = self.begin("Control+Alt+a")
        block.locator("textarea").fill(spoken.text)
        block.get_by_label("Who by").fill(spoken.who)
        block.get_by_label("When by").fill(spoken.when)

    def circulate(self, day: dt.date) -> None:
        self.open(f"meetings/{day}/check/")
        self.press("Circulate the draft")
        expect(self.page.get_by_role("main")).to_contain_text("What happens next")

    def approve(self, day: dt.date, approved: dt.date, chair: str) -> None:
        self.open(f"meetings/{day}/minutes/approve/")
        self.page.get_by_label(short_date(approved)).check()
        self.page.get_by_label("Who presided").fill(chair)
        self.press("Continue")
        self.press("Approve and lock")
        self.heading("Minutes approved")

    def sign_on_paper(self, day: dt.date, on: dt.date, leaves: Path) -> None:
        """Print the leaves, have them signed, and bring the scan with the code that is on each of them."""
        self.open(f"meetings/{day}/minutes/signature/")
        with self.page.expect_download() as download:
            self.follow("Print the leaves")
        download.value.save_as(leaves)
        code = re.findall(r"by hand, ([0-9A-F-]{14})", pages_of(leaves))[0]
        self.follow("Bring the scan")
        self.page.get_by_role("main").get_by_role("radio").first.check()
        self.fill_day("Signed on", on)
        self.page.get_by_label("Code at the foot").fill(code.lower())
        self.page.get_by_label("Every leaf is initialled").check()
        self.page.get_by_label("The scan").set_input_files(leaves)
        self.press("Keep the scan")
        self.heading("The minutes are signed")

    def publish(self, day: dt.date) -> None:
        self.open(f"meetings/{day}/minutes/publish/")
        expect(self.page.get_by_role("main")).to_contain_text("Anyone can read the public edition")
        self.press("Publish")
        expect(self.page.get_by_role("main")).to_contain_text("Published")

    def signed_pdf(self, day: dt.date, done: object, keep: Path) -> Path:
        """Keeping the scan asked for the signed PDF; let the worker do it, and download it."""
        self.open(f"meetings/{day}/minutes/")
        expect(self.page.get_by_text("is being made")).to_be_visible()
        done()
        self.open(f"meetings/{day}/minutes/")
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name="Minutes, signed PDF").click()
        download.value.save_as(keep)
        return keep
