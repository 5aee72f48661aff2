"""Papers of an item: who reads and opens them, and the officers' acts on them, as each of the cast."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from boards.models import Seat
from boards.operations.access import refresh_board_access
from meetings.models import Paper
from tests.factories import create_action, create_minutes
from tests.meetings.papers import PAGE, at, called, of, pdf, sent, with_file
from tests.meetings.test_meeting_pages import EVERYBODY, statuses
from trust.tools.documents import MEGABYTE

pytestmark = pytest.mark.django_db
ADD = {"title": "The strategy", "kind": "report", "author_post": "Director of Public Health"}


@pytest.fixture
def meeting(cast):
    return called(cast)


def add(client, meeting, **fields):
    return client.post(f"{PAGE}agenda/{of(meeting).pk}/papers/add/", ADD | fields)


@pytest.mark.parametrize(("public", "exempt", "reads"), [
    (True, "", {"clerk", "chair", "member", "member_of_another_partner", "outsider", "public"}),
    (True, "3", {"clerk", "chair", "member"}),
    (False, "", {"clerk", "chair", "member"}),
])  # fmt: skip
def test_who_reads_a_paper_and_opens_its_file(cast, as_, public, exempt, reads):
    paper = with_file(called(cast, public=public), exempt_paragraphs=exempt)
    expected = {who: 200 if who in reads else 404 for who in EVERYBODY}
    assert statuses(as_, at(paper)) == expected
    assert statuses(as_, at(paper, "file/")) == expected


def test_an_observer_learns_neither_title_nor_count_of_an_exempt_paper(cast, as_, meeting):
    with_file(meeting, "Price list", exempt_paragraphs="3")
    Seat.objects.filter(pk=cast.seats["member"].pk).update(role="observer", voting=False)
    refresh_board_access(cast.board, on=meeting.date)
    page = as_("member").get(PAGE).text
    assert "Price list" not in page
    assert "Supporting documents" not in page


def test_a_paper_of_an_exempt_item_is_not_there_for_the_public(as_, meeting):
    paper = with_file(meeting, "Price list", item="Price")
    assert as_("member").get(at(paper, "file/")).status_code == 200
    assert {as_(who).get(at(paper)).status_code for who in EVERYBODY[3:]} == {404}


def test_the_file_is_handed_out_to_be_saved_and_nothing_else(as_, meeting):
    answer = as_("public").get(at(with_file(meeting), "file/"))
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"] == 'attachment; filename="Strategy.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/pdf"


def test_a_paper_of_another_meeting_is_not_found_here(cast, as_, meeting):
    paper = with_file(meeting)
    other = called(cast, date=meeting.date.replace(day=28))
    assert as_("clerk").get(f"{other.get_absolute_url()}papers/{paper.pk}/").status_code == 404


def test_0_6_the_clerk_adds_a_report_with_its_file_and_its_pages_are_counted(as_, meeting):
    assert add(as_("clerk"), meeting, file=sent(), pages="9").status_code == 302
    paper = Paper.objects.get()
    assert (paper.pages, paper.file_name, paper.history.get().history_user.email) == (
        3,
        "Report.pdf",
        "clerk@example.org",
    )
    page = as_("public").get(PAGE).text
    assert "The strategy</a>, three pages, report of the Director of Public Health" in page
    assert "PDF, " in page


@pytest.mark.parametrize(("name", "content", "said"), [
    ("report.exe", b"MZ", "Files of this kind are not kept here."),
    ("report.pdf", b"MZ", "What is in the file is not what its name says"),
    ("report.pdf", b"%PDF-1.4 cut", "The PDF is damaged or cut off."),
    ("report.pdf", b"", "The file is empty."),
])  # fmt: skip
def test_a_file_that_is_not_kept_gets_a_sentence_and_the_words_stay(as_, meeting, name, content, said):
    answer = add(as_("clerk"), meeting, file=SimpleUploadedFile(name, content))
    assert answer.status_code in (409, 422)
    assert said in answer.text
    assert 'value="Director of Public Health"' in answer.text
    assert not Paper.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(as_, meeting):
    answer = add(as_("clerk"), meeting, file=SimpleUploadedFile("r.pdf", b"%PDF-" + b"x" * (21 * MEGABYTE)))
    assert answer.status_code == 413
    assert "larger than 20 MB" in answer.text


def test_an_exempt_paper_says_why(as_, meeting):
    answer = add(as_("clerk"), meeting, exempt_paragraphs="3")
    assert "Say why the public interest favours keeping it closed." in answer.text
    assert "from 1 to 7" in add(as_("clerk"), meeting, exempt_paragraphs="9", exempt_reason="x").text


@pytest.mark.parametrize("act", ["change/", "replace/", "withdraw/", "put-back/", "report/", "bodies/add/"])
def test_only_the_clerk_acts_on_a_paper(as_, meeting, act):
    paper = with_file(meeting)
    found = statuses(as_, at(paper, act))
    assert (found["clerk"], found["chair"], found["member"]) == (200, 403, 403)
    for who in EVERYBODY[1:]:
        assert as_(who).post(at(paper, act), {"title": "x", "reason": "x", "confirmed": "yes"}).status_code == 403
    assert Paper.objects.get().withdrawn_at is None


def test_a_replaced_file_is_a_new_version_and_the_old_is_kept_for_officers(as_, meeting):
    paper = with_file(meeting)
    as_("clerk").post(at(paper, "replace/"), {"file": sent("New.pdf", pdf(5)), "why": "A figure was wrong."})
    paper.refresh_from_db()
    assert (paper.version, paper.pages, paper.file_name) == (2, 5, "New.pdf")
    assert paper.history.latest().history_change_reason == "A figure was wrong."
    old = as_("clerk").get(at(paper, "versions/1/"))
    assert old["Content-Disposition"] == 'attachment; filename="Strategy.pdf"'
    assert "Earlier files" in as_("clerk").get(at(paper)).text
    assert "Earlier files" not in as_("member").get(at(paper)).text
    assert as_("member").get(at(paper, "versions/1/")).status_code == 403
    assert as_("clerk").get(at(paper, "versions/2/")).status_code == 404


def test_a_paper_is_put_right(as_, meeting):
    paper = with_file(meeting)
    as_("clerk").post(at(paper, "change/"), ADD | {"title": "The strategy, corrected", "standing": "draft"})
    assert (
        "The strategy, corrected</a>, three pages, report of the Director of Public Health, draft"
        in as_("public").get(PAGE).text
    )


def test_papers_are_ordered_by_the_clerk(as_, meeting):
    with_file(meeting, "First", position=1)
    second = with_file(meeting, "Second", position=2)
    assert as_("clerk").post(at(second, "move/"), {"to": "up"}).status_code == 302
    assert [paper.title for paper in Paper.objects.all()] == ["Second", "First"]


def test_a_paper_withdrawn_from_an_agenda_that_is_out_says_why_and_opens_no_more(as_, meeting):
    paper = with_file(meeting)
    refused = as_("clerk").post(at(paper, "withdraw/"), {"reason": "", "confirmed": "yes"})
    assert (refused.status_code, "Say why the paper is withdrawn" in refused.text) == (409, True)
    as_("clerk").post(at(paper, "withdraw/"), {"reason": "It names a child.", "confirmed": "yes"})
    assert "It names a child." in as_("public").get(PAGE).text
    assert as_("public").get(at(paper, "file/")).status_code == 404
    assert as_("clerk").get(at(paper, "file/")).status_code == 200
    as_("clerk").post(at(paper, "put-back/"), {"confirmed": "yes"})
    assert as_("public").get(at(paper, "file/")).status_code == 200


def test_a_paper_withdrawn_before_the_agenda_went_out_was_never_there(cast, as_):
    meeting = called(cast, state="preparing")
    paper = with_file(meeting)
    as_("clerk").post(at(paper, "withdraw/"), {"reason": "", "confirmed": "yes"})
    meeting.state = "called"
    meeting.save()
    assert "The strategy" not in as_("member").get(PAGE).text
    assert "The strategy" in as_("clerk").get(PAGE).text


def test_papers_change_no_more_once_the_minutes_are_circulated_but_can_be_withdrawn(cast, as_, meeting):
    paper = with_file(meeting)
    create_minutes(meeting, state="circulated", circulated_at=timezone.now(), circulated_by=cast.clerk)
    assert add(as_("clerk"), meeting).status_code == 409
    as_("clerk").post(at(paper, "withdraw/"), {"reason": "It names a child.", "confirmed": "yes"})
    assert as_("member").get(at(paper, "file/")).status_code == 404


@pytest.mark.parametrize(("kind", "until"), [("background", "13 October 2029"), ("report", "13 October 2031")])
def test_domain_14_and_16_open_papers_say_until_when_they_are_open_to_inspection(cast, as_, meeting, kind, until):
    paper = with_file(meeting, kind=kind)
    assert f"Open to inspection until {until}" in as_("public").get(at(paper)).text
    paper.exempt_paragraphs = "3"
    paper.save()
    assert "Open to inspection" not in as_("member").get(at(paper)).text


def test_domain_17_an_exempt_paper_has_its_history_for_the_entitled_alone(cast, as_, meeting):
    paper = with_file(meeting, exempt_paragraphs="3")
    there = f"/history/meetings.paper/{paper.pk}/"
    assert statuses(as_, there)["clerk"] == 200
    assert {statuses(as_, there)[who] for who in EVERYBODY[2:]} == {404}


@pytest.mark.parametrize(("item", "exempt", "reads"), [
    ("Transition strategy", "", True), ("Transition strategy", "3", False), ("Price", "", False),
])  # fmt: skip
def test_an_action_lists_the_papers_of_its_item_that_its_reader_may_see(cast, as_, item, exempt, reads):
    meeting = called(cast, public=False)
    with_file(meeting, item=item, exempt_paragraphs=exempt)
    action = create_action(cast.board, "Ask", owners=[cast.person("member")], meeting=meeting)
    action.items.add(of(meeting, item))
    assert "The strategy" in as_("clerk").get(action.get_absolute_url()).text
    Seat.objects.filter(pk=cast.seats["member"].pk).update(role="observer", voting=False)
    refresh_board_access(cast.board, on=meeting.date)
    answer = as_("member").get(action.get_absolute_url())
    assert ("The strategy" in answer.text) is reads
