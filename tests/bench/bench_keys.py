"""Keys and clicks to enter a whole meeting at the desk, against the same content typed as plain text.

A scripted officer with hands on the keyboard takes attendance and minutes the meeting of the Halton shape: the real
paper where it lies beside the project, otherwise its twin. Plain text is what stands in the minutes, a key a character:
who was there, what was said and decided; of each action its words once, its owner in the column and in the table, and
its day.

python -m tests.bench.bench_keys
"""

import datetime as dt
import tempfile
from collections.abc import Iterator
from typing import Any

from tests.bench import bench_desk, ground
from tests.bench.hands import Hands
from tests.journeys.script import Business, Member, Script, Spoken

#: The day of the meeting, by which its due days are read.
DAY = dt.date(2011, 1, 25)

#: How an owner's act costs: the keys of what is typed for it, against all of its printed words.
BY_FIELDS = ("owner, in its field", "due, in its field")
ACTS = ("attendance mark", "new action", "owner, spoken", "due, spoken", *BY_FIELDS, "new decision")


def main() -> None:
    ground.set_up()
    from tests.journeys import paper, twin

    script = paper.read() if paper.is_here() else twin.read()
    with ground.databases("bench_keys"), tempfile.TemporaryDirectory() as folder:
        ground.stand_on("bench_keys")
        desk, meeting = meeting_of(script)
        readings = dict(read_as_spoken(meeting, script))
        with bench_desk.server(folder):
            hands = entered(desk, script, readings)
        check_recorded(script)
    tell(script, hands, readings)


def meeting_of(script: Script) -> tuple[bench_desk.Visitor, Any]:
    """The meeting as called: its list and its agenda are there, nothing is marked or minuted."""
    from django.utils import timezone

    from boards.models import Person, Seat, User
    from tests.factories import create_attendance, create_item, create_meeting
    from tests.journeys import partnership

    board = partnership.found(script)
    clerk = User.objects.get(email=partnership.CLERK)
    meeting = create_meeting(board, script.date, called_by=clerk, called_at=timezone.now())
    for member in script.present + script.apologies:
        person = Person.objects.get(name=member.name)
        create_attendance(
            meeting, person, seat=Seat.objects.get(board=board, holdings__person=person), status="expected"
        )
    create_meeting(board, script.next_date, called_by=clerk, called_at=timezone.now())
    items = [
        create_item(meeting, item.title, number_stated=item.number, position=n)
        for n, item in enumerate(script.business)
    ]
    place = f"/boards/{board.slug}/meetings/{meeting.address}/"
    return bench_desk.Visitor(bench_desk.cookie(clerk), place, items[0].pk), meeting


def read_as_spoken(meeting: Any, script: Script) -> Iterator[tuple[str, str]]:
    """By an action's words, what of them is said after "JL to"; "" where that is not read as it is meant."""
    from actions.queries.desk import line_spoken

    for _, spoken in script.actions:
        said = spoken.text.removeprefix(f"{spoken.who} to ")
        said = said[0].lower() + said[1:]
        by = f" by {spoken.when}" if spoken.when else ""
        read = line_spoken(meeting, f"{spoken.who} to {said}{by}")
        is_meant = (read["who"], read["when"]) == (spoken.who, spoken.when)
        yield spoken.text, said if is_meant else ""


def entered(desk: bench_desk.Visitor, script: Script, readings: dict[str, str]) -> Hands:
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=bench_desk.ARGS)
        try:
            hands = Hands(bench_desk.at_desk(browser, desk))
            hands.attend(["p"] * len(script.present) + ["a"] * len(script.apologies))
            for place, item in enumerate(script.business):
                with hands.doing("going to the next item"):
                    hands.press("Control+Enter") if place else open_first(hands, item)
                hands.minute(item, readings)
                expect(hands.page.locator("#saved")).to_contain_text("Saved ", timeout=30_000)
            return hands
        finally:
            browser.close()


def check_recorded(script: Script) -> None:
    """What was typed is in the record: a count of keys that lost half of it would be a good one."""
    from actions.models import Action
    from meetings.models import Attendance, Decision, Minute

    assert Attendance.objects.filter(status="present").count() == len(script.present)
    owed = sorted(Action.objects.values_list("owners_stated", "due_stated"))
    assert owed == sorted((spoken.who, spoken.when) for _, spoken in script.actions), owed
    decided = sorted(Decision.objects.values_list("kind", flat=True))
    assert decided == sorted(one.kind for item in script.business for one in item.decided), decided
    said = " ".join(Minute.objects.values_list("text", flat=True))
    lost = [words for item in script.business for words in item.prose if words not in said]
    assert not lost, lost


def open_first(hands: Hands, item: Business) -> None:
    hands.page.locator("a.c-desk-item", has=hands.page.get_by_text(item.number, exact=True)).click()
    hands.keys[hands.what] += 1


def tell(script: Script, hands: Hands, readings: dict[str, str]) -> None:
    rows = [(what, str(keys)) for what, keys in sorted(hands.keys.items(), key=lambda kept: -kept[1])]
    plain = sum(map(len, plain_text(script)))
    total = hands.keys.total()
    ground.table("Keys and clicks at the desk", ("for", "keys"), [*rows, ("altogether", str(total))])
    ground.table(
        f"The same content: {len(script.present)} present, {len(script.business)} items, {len(script.actions)} actions",
        ("entered", "keys", "ratio"),
        [("at the desk", total, f"{total / plain:.2f}"), ("as plain text", plain, "1.00")],
    )
    acts = [row for act in ACTS if (row := act_row(act, script, hands, readings))]
    ground.table("Each structural act", ("act", "times", "keys each", "its printed words each", "fewer"), acts)


def plain_text(script: Script) -> Iterator[str]:
    """Paragraph by paragraph, with the key that ends each."""
    for member in script.present + script.apologies:
        yield listed(member)
    for item in script.business:
        yield from (f"{paragraph}\n" for paragraph in item.prose)
        yield from (f"{decided.text}\n" for decided in item.decided)
        yield from (
            f"{line}\t" for spoken in item.actions for line in (spoken.text, *owners(script, spoken), due(spoken))
        )


def listed(member: Member) -> str:
    """A line of the attendance list."""
    return ", ".join(filter(None, (member.name, member.post, member.organisation))) + "\n"


def owners(script: Script, spoken: Spoken) -> tuple[str, str]:
    """In the column beside the minute, and in the table at the end."""
    return spoken.who, ", ".join(script.names(spoken.who))


def due(spoken: Spoken) -> str:
    """As the minutes print it."""
    from actions.rules.due import recognise_due

    return recognise_due(spoken.when, DAY).shown if spoken.when else ""


def act_row(act: str, script: Script, hands: Hands, readings: dict[str, str]) -> tuple[str, ...] | None:
    by_fields = act in BY_FIELDS
    actions = [one for _, one in script.actions if act == "new action" or bool(readings[one.text]) != by_fields]
    printed = {
        "attendance mark": [listed(member) for member in script.present + script.apologies],
        "new action": ["Action" + "\n" for _ in actions],
        "owner": ["".join(owners(script, one)) for one in actions],
        "due": [due(one) for one in actions if one.when],
        "new decision": [f"Decision: {one.kind.replace('_', ' ')}" for item in script.business for one in item.decided],
    }[act.split(",")[0]]
    if not printed:
        return None
    keys, words = hands.keys[act] / len(printed), sum(map(len, printed)) / len(printed)
    return (act, str(len(printed)), f"{keys:.1f}", f"{words:.1f}", "yes" if keys < words else "NO")


if __name__ == "__main__":
    main()
