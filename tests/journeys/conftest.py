"""One meeting of the cast's board at the desk: two items to minute, and officers' windows on the first."""

import pytest

from tests.factories import create_attendance, create_item, create_meeting, create_person, create_seat, create_user
from tests.journeys.at_desk import AtDesk, no_more, sign_in
from tests.journeys.in_the_room import InTheRoom


@pytest.fixture
def item(cast, live_server):
    meeting = create_meeting(cast.board)
    for who in ("chair", "member", "clerk"):
        create_attendance(meeting, cast.person(who), seat=cast.seats[who], is_presiding=who == "chair")
    create_attendance(meeting, create_person("Callum Brody"), capacity="in_attendance")
    create_attendance(meeting, create_person("Cerys Bowen"), capacity="in_attendance")
    section = create_item(meeting, "Decision making", number="2.0", is_section=True)
    create_item(meeting, "Transition strategy", number="2.2", section=section, position=900)
    return create_item(
        meeting, "Support for the forum", number="2.1", section=section, purpose="decision", position=899
    )


@pytest.fixture
def second(cast):
    """Another officer who may minute: Elan Prosser."""
    user = create_user("elan@example.org")
    elan = create_person("Elan Prosser", partner=cast.council, post="Democratic Services Officer", user=user)
    create_seat(cast.board, partner=cast.council, holder=elan, role="minute_taker", voting=False)
    return user


@pytest.fixture
def officer(cast, item, live_server, new_context):
    """``officer()`` is another officer's window on the item; ``officer(context)`` one more of the same browser.

    ``officer(user=…)`` is the browser of somebody else than the clerk.
    """

    contexts = []

    def window(context=None, user=None) -> AtDesk:
        if context is None:
            context = new_context()
            contexts.append(context)
            sign_in(context, live_server.url, user or cast.clerk)
        return AtDesk(context.new_page(), live_server.url, item).open()

    yield window
    for context in contexts:
        no_more(context)


@pytest.fixture
def desk(cast, item, live_server, new_context):
    """The clerk's window on the item, with what is done in the room."""
    context = new_context()
    sign_in(context, live_server.url, cast.clerk)
    yield InTheRoom(context.new_page(), live_server.url, item).open()
    no_more(context)


@pytest.fixture
def ask(page, live_server):
    """Calls what a desk module exports: ``ask("nearly", "(m, given) => …", given)``."""
    page.goto(f"{live_server.url}/account/login/")

    def asked(module: str, act: str, given: object) -> object:
        at = f"/static/trust/desk/{module}.js"
        return page.evaluate(f"async ([at, given]) => ({act})(await import(at), given)", [at, given])

    return asked


@pytest.fixture
def counted(record_property, request):
    """``counted(found)`` notes a count for the end of the run, and fails where anything is lost or stands twice."""

    def note(found) -> None:
        record_property("counted", f"{request.node.originalname}: {found}")
        assert found.is_whole, (str(found), found.missing)

    return note


def pytest_terminal_summary(terminalreporter) -> None:
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    lines = [value for report in reports for name, value in report.user_properties if name == "counted"]
    if lines:
        terminalreporter.section("Every character typed, and where it is")
        for line in lines:
            terminalreporter.write_line(line)
