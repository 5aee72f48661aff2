"""What a board sent out, what came back, and what waits for an answer (requirements 3.2, 3.3, 3.4)."""

import datetime as dt

import pytest

from boards.models import Issue, IssueResponse, Submission
from tests.boards.agreed import TODAY, day
from tests.boards.keeper import signed_in

pytestmark = pytest.mark.django_db

SENT, TOLD = dt.date(2003, 3, 31), dt.date(2003, 7, 9)
FOUR = "1. Budgets to pool\n2. Governance\n3. Coverage of a section 31 agreement\n4. A model for involving families"
AT = "/boards/executive-group/submissions/"


@pytest.fixture
def clerk(cast, as_):
    cast.board.visibility = "public"
    cast.board.save()
    return as_("clerk")


@pytest.fixture
def bid(clerk):
    given = {"title": "Pathfinder trust", "kind": "bid", "to_body": "the Department", **day("sent_date", SENT)}
    assert clerk.post(f"{AT}add/", given | {"confirmed": "yes"}).status_code == 302
    return Submission.objects.get()


def at(bid, act=""):
    return f"{AT}{bid.pk}/{act}"


def do(client, address, **given):
    return client.post(address, given | {"confirmed": "yes"})


def text(client, address):
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_3_2_its_way_with_the_body_that_took_each_step(as_, clerk, bid):
    steps = [
        (dt.date(2003, 5, 13), "Cabinet", "goes on irrespective of pilot status"),
        (dt.date(2003, 1, 28), "Cabinet", "decides to submit"),
    ]
    for date, body, what in steps:
        assert do(clerk, at(bid, "steps/add/"), **day("date", date), body=body, what=what).status_code == 302
    page = text(as_("public"), at(bid))
    assert page.index("decides to submit") < page.index("irrespective of pilot status")
    assert "28 January 2003" in page
    do(clerk, at(bid, f"steps/{bid.steps.first().pk}/take-out/"))
    assert "decides to submit" not in text(clerk, at(bid))


def test_3_3_outcome_with_reasons_and_four_issues(as_, clerk, bid):
    reasons = {"outcome": "unsuccessful", **day("outcome_date", TOLD), "outcome_words": "Others were further on."}
    do(clerk, at(bid, "outcome/"), **reasons)
    do(clerk, at(bid, "issues/add/"), issues=FOUR)
    page = text(as_("public"), at(bid))
    assert all(said in page for said in ("Unsuccessful", "9 July 2003", "Others were further on.", "Governance"))
    assert list(bid.issues.values_list("number", flat=True)) == ["1", "2", "3", "4"]


def test_3_4_an_issue_without_a_response_stays_visibly_open(as_, cast, clerk, bid):
    do(clerk, at(bid, "issues/add/"), issues=FOUR)
    for issue in bid.issues.exclude(number="3"):
        given = {"text": f"Answer to {issue.number}", "by_body": "Cabinet", **day("date", TOLD)}
        do(clerk, at(bid, f"issues/{issue.pk}/answer/"), **given)
    public, page = as_("public"), text(as_("public"), at(bid))
    assert "Answer to 4" in page
    assert page.count("No response yet.") == 1
    assert "One issue unanswered" in page
    assert "with one issue unanswered" in text(public, AT)
    assert "One issue unanswered" in text(public, cast.board.get_absolute_url())
    waits = "One of the four issues raised on “Pathfinder trust” has no response: 3."
    for address in ("/boards/attention/", f"{cast.board.get_absolute_url()}attention/"):
        assert waits in text(clerk, address)
    do(clerk, at(bid, f"issues/{bid.issues.get(number='3').pk}/answer/"), text="x", by_body="y", **day("date", TODAY))
    assert "Pathfinder" not in text(clerk, f"{cast.board.get_absolute_url()}attention/")


def test_a_response_taken_out_opens_the_issue_again(clerk, bid):
    do(clerk, at(bid, "issues/add/"), issues="Budgets")
    issue = Issue.objects.get()
    do(clerk, at(bid, f"issues/{issue.pk}/answer/"), text="Agreed", by_body="Cabinet", **day("date", TOLD))
    answer = do(clerk, at(bid, f"issues/{issue.pk}/take-out/"))
    assert answer.status_code == 409
    assert "It has a response." in answer.content.decode()
    do(clerk, at(bid, f"issues/{issue.pk}/responses/{IssueResponse.objects.get().pk}/take-out/"))
    assert "No response yet." in text(clerk, at(bid))
    do(clerk, at(bid, f"issues/{issue.pk}/change/"), number="a", text="Which budgets?")
    assert "a. Which budgets?" in text(clerk, at(bid))
    assert do(clerk, at(bid, f"issues/{issue.pk}/take-out/")).status_code == 302
    assert do(clerk, at(bid, "take-out/")).status_code == 302
    assert not Submission.objects.exists()


def test_what_is_not_sent_is_for_the_boards_own_people(as_, clerk):
    do(clerk, f"{AT}add/", title="A letter in hand", kind="letter", to_body="the Minister")
    assert "A letter in hand" in text(as_("member"), AT)
    assert "A letter in hand" not in text(as_("public"), AT)
    assert as_("public").get(at(Submission.objects.get())).status_code == 404
    answer = do(clerk, at(Submission.objects.get(), "issues/add/"), issues="x")
    assert "It has not been sent" in answer.content.decode()


@pytest.mark.parametrize("who", ["outsider", "public", "member_of_another_partner"])
def test_of_a_hidden_board_nothing_is_found(as_, cast, clerk, bid, who):
    cast.board.visibility = "members"
    cast.board.save()
    for address in (AT, at(bid), f"{AT}list.csv", at(bid, "outcome/")):
        assert as_(who).get(address).status_code == 404


@pytest.mark.parametrize("who", ["member", "chair", "outsider", "public", "member_of_another_partner"])
def test_only_its_officers_write(as_, clerk, bid, who):
    acts = ("change/", "outcome/", "take-out/", "steps/add/", "issues/add/")
    for address in (f"{AT}add/", *(at(bid, act) for act in acts)):
        answer = do(as_(who), address, issues="x", outcome="awaited", title="x")
        assert answer.status_code in (302, 403), address
    assert (Submission.objects.get().title, Issue.objects.count()) == ("Pathfinder trust", 0)
    assert "Put down the outcome" not in text(as_(who), at(bid))


@pytest.mark.parametrize(
    ("act", "given", "said"),
    [
        (
            "change/",
            {"title": "x", "kind": "bid", "to_body": "y", **day("sent_date", TODAY + dt.timedelta(9))},
            "still to",
        ),
        ("outcome/", {"outcome": "successful"}, "Say on which day you were told."),
        ("issues/add/", {"issues": "1. Once\n1. Twice"}, "There is an issue 1 already."),
        (
            "steps/add/",
            {"body": "Cabinet", "what": "decides", "date_day": "31", "date_month": "2", "date_year": "2003"},
            "real date",
        ),
    ],
)
def test_bad_input_is_said_and_nothing_is_done(clerk, bid, act, given, said):
    answer = do(clerk, at(bid, act), **given)
    assert answer.status_code in (409, 422)
    assert said in answer.content.decode()
    assert (bid.issues.count(), bid.steps.count()) == (0, 0)


def test_the_list_is_cut_and_kept_as_a_file(as_, clerk, bid):
    do(clerk, f"{AT}add/", title="Letter of thanks", kind="letter", to_body="Ada", **day("sent_date", TODAY))
    do(clerk, at(bid, "issues/add/"), issues="Budgets")
    public = as_("public")
    assert "Letter of thanks" not in text(public, f"{AT}?issues=open")
    assert "Pathfinder" not in text(public, f"{AT}?kind=letter")
    rows = public.get(f"{AT}list.csv?order=title").content.decode().splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["Letter of thanks", "Pathfinder trust"]
    assert public.get(f"{AT}list.xlsx").status_code == 200


def test_history_is_for_readers_of_the_papers(cast, clerk, bid):
    assert signed_in(cast.member).get(f"/history/boards.submission/{bid.pk}/").status_code == 200
    assert signed_in(cast.outsider).get(f"/history/boards.submission/{bid.pk}/").status_code == 403
