"""The main job from end to end, in a browser: a whole meeting of the Halton shape, from its call to its signed PDF.

The real paper is read where it lies beside the project; elsewhere its twin of invented people takes its place.
"""

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest
from django.db import connections
from playwright.sync_api import expect

from actions.models import Action, Part
from meetings.models import Meeting, Publication
from tests.journeys import paper, partnership, twin
from tests.journeys.officer import AtScreen, Minuting
from tests.journeys.script import Business
from trust.tools import jobs, probe
from trust.tools.signing import verify

pytestmark = [
    pytest.mark.journey,
    pytest.mark.long,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(bool(probe.missing_for_pdf()), reason=probe.missing_for_pdf() or "PDFs can be made"),
]


def scripts():
    read = [pytest.param(twin.read(), id="the twin")]
    return [*read, pytest.param(paper.read(), id="the real paper")] if paper.is_here() else read


@pytest.mark.parametrize("script", scripts())
def test_minute_a_real_meeting(page, new_context, live_server, tmp_path, script):
    board = partnership.found(script)
    officer = Minuting(page, live_server.url, board.slug)
    officer.sign_in(partnership.CLERK)
    call_and_minute(officer, script)
    read_on_screen(officer, script)
    report_what_is_owed(AtScreen(new_context().new_page(), live_server.url, board.slug), script)
    officer.take_attendance(script.next_date, script)
    chair = next(member.name for member in script.present if member.note == "Chair")
    officer.approve(script.next_date, script.date, chair)
    officer.sign_on_paper(script.date, script.next_date, tmp_path / "leaves.pdf")
    signed = officer.signed_pdf(script.date, let_the_worker_work, tmp_path / "minutes.pdf")
    read_the_pdf(signed, script)
    check_the_copy(officer, signed)
    officer.publish(script.date)
    read_as_a_stranger(AtScreen(new_context().new_page(), live_server.url, board.slug), script)


def let_the_worker_work():
    """In a thread of its own, as the browser's loop runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(do_waiting_and_leave).result(timeout=300)


def do_waiting_and_leave():
    jobs.do_waiting()
    connections.close_all()


def call_and_minute(officer, script):
    """2.3: sections N.0 and items N.n; no item confirms minutes or takes declarations, as the board's terms allow."""
    officer.call(script.date, script.starts, script.venue)
    for section in script.sections:
        for item in section.items:
            officer.put_on_agenda(script.date, section, item)
    officer.open(f"meetings/{script.date}/")
    for item in script.business:
        line = officer.page.locator("article", has=officer.page.get_by_role("heading", name=item.title, exact=True))
        expect(line.locator(".c-minute__number")).to_have_text(item.number)
    officer.enter_as_held()
    officer.call(script.next_date, script.starts, script.next_venue)
    officer.put_on_agenda(script.next_date, script.sections[0], Business("1.1", "Minutes of the last meeting"))
    officer.enter_as_held()
    officer.take_attendance(script.date, script)
    officer.at_desk(script.date)
    for item in script.business:
        officer.minute(item)
    flags = officer.page.locator(".c-flag").all_text_contents()
    assert {word for flag in flags for word in script.nobody if flag.startswith(word)} == script.nobody, "2.4: JG"


def read_on_screen(officer, script):
    """2.6, 2.7: every action of the column stands in the table that is generated from the actions."""
    officer.open(f"meetings/{script.date}/check/")
    for nobody in script.nobody:
        expect(officer.page.get_by_role("main")).to_contain_text(nobody)
    officer.circulate(script.date)
    officer.open(f"meetings/{script.date}/minutes/")
    main = officer.page.get_by_role("main")
    expect(main).to_contain_text("Draft")
    for item, spoken in script.actions:
        row = main.locator("table tr", has_text=spoken.text)
        for name in script.names(spoken.who):
            expect(row).to_contain_text(name)
        expect(row).to_contain_text(item.number)
    assert Action.objects.count() == len(script.actions) == 12


def report_what_is_owed(owner, script):
    """A member of another agency updates the action they owe, and nobody else's part changes."""
    owner.sign_in(partnership.OWNER)
    spoken = next(spoken for _, spoken in script.actions if spoken.who == partnership.FOLLOWED)
    owner.page.goto(f"{owner.base}/actions/")
    owner.page.get_by_role("link", name=spoken.text).first.click()
    owner.follow("Update your part")
    owner.page.get_by_label("What should the board know?").fill("Asked, and answered in writing.")
    owner.page.get_by_role("button", name="It is done", exact=True).click()
    expect(owner.page.get_by_role("main")).to_contain_text("Asked, and answered in writing.")
    done = Part.objects.get(action__owners_stated=partnership.FOLLOWED)
    assert done.state == "done"
    assert not Part.objects.exclude(pk=done.pk).exclude(state="not_started").exists()


def read_as_a_stranger(reader, script):
    """Demand 9: once published anybody reads what was decided, and that it was approved and signed."""
    reader.open(f"meetings/{script.date}/minutes/")
    main = reader.page.get_by_role("main")
    for item in script.business:
        for decided in item.decided:
            expect(main).to_contain_text(decided.text)
    expect(main).not_to_contain_text("DRAFT")
    expect(main).to_contain_text("Approved")
    assert Publication.objects.get().withdrawn_at is None


def words_of(text):
    return re.sub(r"[^\w]+", " ", text).strip()


def read_the_pdf(path, script):
    """2.1, 2.2, 2.8, 2.22: every name, item, decision and action once; twelve actions in the outstanding table."""
    run = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    text = words_of(re.sub(r"-\n", "-", run.stdout))
    for member in script.present + script.apologies:
        assert words_of(member.name) in text, member
    for item in script.business:
        assert text.count(words_of(f"{item.number} {item.title}")) >= 1, item.title
        for decided in item.decided:
            assert text.count(words_of(decided.text)) == 1, decided
    for item, spoken in script.actions:
        assert words_of(spoken.text) in text, (item.number, spoken)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) >= 2
    table = text[text.rindex("Outstanding actions") :]
    assert sum(table.count(words_of(spoken.text)) for _, spoken in script.actions) >= 12
    assert words_of(script.next_venue) in text


def check_the_copy(officer, signed):
    """A stranger's check: intact as signed, altered by one byte."""
    assert verify(signed.read_bytes()).is_intact
    altered = bytearray(signed.read_bytes())
    altered[len(altered) // 2] ^= 1
    for content, words in ((signed.read_bytes(), "intact"), (bytes(altered), "altered")):
        officer.page.goto(f"{officer.base}/verify/")
        chosen = {"name": "minutes.pdf", "mimeType": "application/pdf", "buffer": content}
        officer.page.locator("input[type=file]").set_input_files(chosen)
        officer.press("Check this copy")
        expect(officer.page.get_by_role("main")).to_contain_text(re.compile(words, re.I))
    assert Meeting.objects.filter(minutes__state="signed").count() == 1
