"""What was decided, on paper and on the page alike: one list, its outcome and its number (requirements 0.1 to 0.3)."""

import re

import pytest

from meetings import pdf
from meetings.models import Decision
from meetings.operations.deciding import decide_item
from meetings.operations.voting import record_votes
from meetings.queries.minutes import minutes_document
from meetings.rules.voting import Recorded
from tests.factories import create_block
from tests.meetings.deciding import create_decision, set_terms
from tests.meetings.minuted import AT, HERE, create_held
from tests.print.reading import failed_rules, texts_by_page
from trust.tools.probe import missing_for_pdf

pytestmark = pytest.mark.skipif(bool(missing_for_pdf()), reason=missing_for_pdf())

TOLD = (
    "The Board noted: • referrals had risen • the wait was nine weeks",
    "RESOLVED: That (1) the report be noted; and",
    "(2) the Trust be requested to reply.",
    "Carried: 2 for, 0 against.",
)


@pytest.fixture
def meeting(cast):
    set_terms(cast)
    meeting = create_held(cast)
    texts = ("RESOLVED: That the report be noted;", "the Trust be requested to reply")
    first, second = create_decision(meeting, *texts, kind="resolved")
    Decision.objects.filter(pk=second.pk).update(kind="requested")
    noted = create_block(
        meeting.minutes, first.block.item, "- referrals had risen\n- the wait was nine weeks", kind="noted"
    )
    type(noted).objects.filter(pk=noted.pk).update(position=0)
    record_votes(decision=second, recorded=Recorded(votes_for=2, votes_against=0), by=cast.clerk)
    decide_item(item=first.block.item, by=cast.clerk, at=AT)
    return meeting


def words(text):
    return re.sub(r"\s+", " ", text)


def test_0_1_on_paper(meeting, tmp_path):
    path = tmp_path / "minutes.pdf"
    document = minutes_document(meeting, edition="full", with_exempt=True)
    path.write_bytes(pdf.minutes_pdf(document, meeting.minutes))
    printed = words(" ".join(texts_by_page(path)))
    assert [said for said in (*TOLD, "EG 2025/1", "EG 2025/2") if said not in printed] == []
    assert failed_rules(path) == []


def test_0_1_on_the_page(as_, meeting):
    page = words(re.sub(r"<[^>]+>", " ", as_("clerk").get(f"{HERE}minutes/").content.decode()))
    told = [said.replace("• ", "") for said in TOLD]
    assert [said for said in (*told, "EG 2025/1", "EG 2025/2") if said not in page] == []
