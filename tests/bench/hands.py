"""An officer's hands at the desk: every key and every click counted, by what it was for."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.journeys.script import Business, Decided, Spoken

#: What an officer types at the start of a line for a kind of decision; others are chosen from the list.
COMMANDS = {"agreed": "/dec ", "approved": "/app ", "endorsed": "/end ", "amended": "/ame ", "resolved": "/res "}


class Hands:
    """A press is one key however many are held with it; a typed letter is one; a click is one."""

    def __init__(self, page: Any) -> None:
        self.page, self.keys, self.what = page, Counter[str](), "going about"

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        before, self.what = self.what, what
        try:
            yield
        finally:
            self.what = before

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys[self.what] += len(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys[self.what] += 1

    @property
    def focused(self) -> str:
        """The tag of what has the focus, with its label."""
        found: str = self.page.evaluate("""() => {
            const on = document.activeElement;
            return `${on.tagName} ${on.labels?.[0]?.textContent ?? on.getAttribute("aria-label") ?? ""}`.trim();
        }""")
        return found

    def press_until(self, key: str, words: str) -> None:
        for _ in range(8):
            if words in self.focused:
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {words}; it stands at {self.focused}.")

    # attendance

    def attend(self, marks: list[str]) -> None:
        """From the first line of the list on: each mark goes on to the next line."""
        self.press("Control+Alt+p")
        self.page.locator("#desk-attendance [data-row] [data-key='p']").first.wait_for()
        for _ in range(30):
            if "Present" in self.page.evaluate("document.activeElement.textContent"):
                break
            self.press("Tab")
        with self.doing("attendance mark"):
            for mark in marks:
                self.press(mark)

    # an item

    def minute(self, item: Business, readings: dict[str, Any]) -> None:
        for paragraph in item.prose:
            with self.doing("prose"):
                self.block("Control+Alt+s")
                self.typed_in_points(paragraph)
        for decided in item.decided:
            self.decide(decided)
        for spoken in item.actions:
            self.owe(spoken, readings[spoken.text])

    def block(self, key: str) -> None:
        self.press(key)

    def typed_in_points(self, paragraph: str) -> None:
        """Points go on by themselves: after the first, Enter brings the next one's mark."""
        lines = paragraph.split("\n")
        for place, line in enumerate(lines):
            goes_on = place and lines[place - 1].startswith("- ") and line.startswith("- ")
            if place:
                self.press("Enter")
            self.type(line.removeprefix("- ") if goes_on else line)

    def decide(self, decided: Decided) -> None:
        with self.doing("new decision"):
            self.block("Control+Alt+s" if decided.kind in COMMANDS else "Control+Alt+d")
            if command := COMMANDS.get(decided.kind):
                self.type(command)
            else:
                self.press_until("Shift+Tab", "Kind of decision")
                self.choose(decided.kind)
                self.press_until("Tab", "TEXTAREA")
        with self.doing("its words"):
            self.type(decided.text)
        if decided.was:
            with self.doing("amendment"):
                self.press_until("Shift+Tab", "now")
                self.type(decided.becomes)
                self.press_until("Shift+Tab", "instead of")
                self.type(decided.was)

    def choose(self, kind: str) -> None:
        """By the first letters of its name."""
        label = self.page.evaluate(
            "kind => [...document.activeElement.options].find((one) => one.value === kind).textContent", kind
        )
        for letter in label:
            if self.page.evaluate("document.activeElement.value") == kind:
                return
            self.type(letter.lower())

    def owe(self, spoken: Spoken, line: str) -> None:
        """As it is spoken where that is read as it is meant; otherwise field by field."""
        with self.doing("new action"):
            self.block("Control+Alt+a")
        if not line:
            return self.owe_by_fields(spoken)
        with self.doing("owner, spoken"):
            self.type(f"{spoken.who} to ")
        with self.doing("its words"):
            self.type(line)
        if spoken.when:
            with self.doing("due, spoken"):
                self.type(f" by {spoken.when}")
        self.page.locator(".c-heard:visible").wait_for()
        with self.doing("new action"):
            self.press("Enter")

    def owe_by_fields(self, spoken: Spoken) -> None:
        with self.doing("its words"):
            self.type(spoken.text)
        self.page.wait_for_timeout(600)
        if self.page.locator(".c-heard:visible").count():
            with self.doing("new action"):
                self.press("Escape")
        with self.doing("owner, in its field"):
            self.press_until("Tab", "Who by")
            self.type(spoken.who)
        if spoken.when:
            with self.doing("due, in its field"):
                self.press_until("Tab", "When by")
                self.type(spoken.when)
