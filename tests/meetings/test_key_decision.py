"""The public forward list of key decisions (DOMAIN rule 20), as each of the cast reads and keeps it."""

import pytest
from django.utils import timezone

from boards.models import Board
from meetings.models import KeyDecisionNotice
from tests.factories import create_item, create_meeting
from tests.meetings.minuted import create_minuted
from tests.meetings.neighbours import in_days

pytestmark = pytest.mark.django_db

AT = "/boards/executive-group/key-decisions/"


@pytest.fixture(autouse=True)
def executive(cast):
    """A board that anybody may know of, and that takes executive decisions."""
    cast.board.visibility = Board.Visibility.PUBLIC
    cast.board.save()
    cast.board.terms.update(is_executive=True)


def given(days: int = 60, **more: object) -> dict[str, object]:
    when = in_days(days)
    day = {"expected_date_day": when.day, "expected_date_month": when.month, "expected_date_year": when.year}
    return {"matter": "A contract for schools", "contact": "Kirsty Sandhu"} | day | more


def create_notice(cast, days: int = 60, *, published: bool = True, **fields: object) -> KeyDecisionNotice:
    out = {"published_at": timezone.now(), "published_by": cast.clerk} if published else {}
    put = {"matter": "A contract for schools", "expected_date": in_days(days)} | out | fields
    return KeyDecisionNotice.objects.create(board=cast.board, **put)


def test_domain_20_drawn_up_then_published_then_read_by_anybody(cast, as_):
    as_("clerk").post(f"{AT}add/", given())
    notice = KeyDecisionNotice.objects.get()
    assert as_("public").get(f"{AT}{notice.pk}/").status_code == 404
    assert "A contract" not in as_("member").get(AT).content.decode()
    assert "What happens next" in as_("clerk").get(f"{AT}{notice.pk}/publish/").content.decode()
    as_("clerk").post(f"{AT}{notice.pk}/publish/", {"confirmed": "yes"})
    for who in ("chair", "member", "member_of_another_partner", "public"):
        assert "A contract for schools" in as_(who).get(AT).content.decode()
        page = as_(who).get(f"{AT}{notice.pk}/").content.decode()
        assert "Other documents may be submitted" in page
        assert "Withdraw it" not in page


@pytest.mark.parametrize("act", ["add/", "1/change/", "1/publish/", "1/withdraw/"])
@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "public"])
def test_domain_20_only_the_officers_give_notice(cast, as_, who, act):
    notice = create_notice(cast)
    at = f"{AT}{act.replace('1', str(notice.pk))}"
    assert as_(who).post(at, given() | {"reason": "x", "confirmed": "yes"}).status_code in (302, 403, 404)
    notice.refresh_from_db()
    assert notice.withdrawn_at is None
    assert KeyDecisionNotice.objects.count() == 1


def test_domain_20_too_short_a_notice_is_refused_with_the_first_day_it_can_be(cast, as_):
    notice = create_notice(cast, 10, published=False)
    answer = as_("clerk").post(f"{AT}{notice.pk}/publish/", {"confirmed": "yes"})
    assert answer.status_code == 409
    assert "28 are asked for: the decision can be on or after" in answer.content.decode()
    notice.refresh_from_db()
    assert notice.published_at is None


def test_domain_20_general_exception_and_special_urgency_give_their_reason(cast, as_):
    answer = as_("clerk").post(f"{AT}add/", given(10, shorter="general"))
    assert answer.status_code == 422
    assert "Say why full notice was impracticable" in answer.content.decode()
    more = {"shorter": "urgent", "shorter_reason": "The roof fell in.", "agreed_by": "Tomos Bevan, chair of scrutiny"}
    as_("clerk").post(f"{AT}add/", given(3, **more))
    notice = KeyDecisionNotice.objects.get()
    as_("clerk").post(f"{AT}{notice.pk}/publish/", {"confirmed": "yes"})
    page = as_("public").get(f"{AT}{notice.pk}/").content.decode()
    for words in ("Special urgency", "The roof fell in.", "Tomos Bevan, chair of scrutiny"):
        assert words in page


def test_domain_20_a_private_meeting_has_its_reasons(cast, as_):
    answer = as_("clerk").post(f"{AT}add/", given(is_private="on"))
    assert "Say why it is to be taken in private" in answer.content.decode()
    notice = create_notice(cast, is_private=True, private_reason="The bidders’ prices.")
    assert "The bidders’ prices." in as_("public").get(f"{AT}{notice.pk}/").content.decode()


def test_domain_20_what_people_have_read_stays_and_the_day_moves_later_only(cast, as_):
    notice = create_notice(cast)
    as_("clerk").post(f"{AT}{notice.pk}/change/", given(70, matter="Another", documents="The report."))
    notice.refresh_from_db()
    assert (notice.matter, notice.documents) == ("A contract for schools", "The report.")
    assert notice.expected_date == in_days(70)
    sooner = as_("clerk").post(f"{AT}{notice.pk}/change/", given(40))
    assert (sooner.status_code, "To decide sooner" in sooner.content.decode()) == (409, True)


def test_domain_20_withdrawn_with_its_reason_in_sight(cast, as_):
    notice = create_notice(cast)
    as_("clerk").post(f"{AT}{notice.pk}/withdraw/", {"reason": "The bid failed.", "confirmed": "yes"})
    assert "The bid failed." in as_("public").get(f"{AT}{notice.pk}/").content.decode()
    assert "A contract" in as_("public").get(f"{AT}?state=withdrawn").content.decode()
    assert "No notice is like this." in as_("public").get(f"{AT}?state=coming").content.decode()


def test_domain_20_the_item_is_named_to_those_who_may_know_of_it_and_says_so(cast, as_):
    meeting = create_meeting(cast.board, in_days(60))
    closed = {"exempt_paragraphs": "3", "exempt_reason": "Prices."}
    item = create_item(meeting, "Schools", number="1", **closed)
    notice = create_notice(cast, item=item)
    assert item.title in as_("chair").get(f"{AT}{notice.pk}/").content.decode()
    assert ">1 Schools<" not in as_("public").get(f"{AT}{notice.pk}/").content.decode()
    assert "Key decision: notice published" in as_("chair").get(meeting.get_absolute_url()).content.decode()


def test_domain_20_a_notice_repeats_no_words_of_closed_business(cast, as_):
    meeting = create_meeting(cast.board, in_days(60))
    closed = {"exempt_paragraphs": "3", "exempt_reason": "Prices."}
    item = create_item(meeting, "The tender of Hollin and Sons for the bridge", **closed)
    notice = create_notice(cast, published=False, item=item, matter="The tender of Hollin and Sons for the bridge")
    answer = as_("clerk").post(f"{AT}{notice.pk}/publish/", {"confirmed": "yes"})
    assert answer.status_code == 409
    assert "repeats words of business that is closed" in answer.content.decode()


def test_domain_20_a_key_decision_without_notice_is_found_before_the_draft_leaves_the_desk(cast, as_):
    meeting = create_minuted(cast, state="draft").meeting
    item = meeting.items.get(title="The parents’ forum")
    create_notice(cast, published=False, item=item)
    page = as_("clerk").get(f"{meeting.get_absolute_url()}check/").content.decode()
    assert "Is a key decision, and no notice of it is published." in page


def test_domain_20_the_list_is_sorted_and_is_a_sheet(cast, as_):
    create_notice(cast, matter="=A contract")
    create_notice(cast, 90, matter="A bridge")
    page = as_("public").get(f"{AT}?order=-date").content.decode()
    assert page.index("A bridge") < page.index("=A contract")
    rows = as_("public").get("/boards/executive-group/key-decisions.csv").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("'=A contract,")
    assert as_("public").get("/boards/executive-group/key-decisions.xlsx").status_code == 200


def test_domain_20_a_day_that_is_no_day_is_said_and_nothing_lost(as_):
    bad = given() | {"expected_date_day": "31", "expected_date_month": "2"}
    answer = as_("clerk").post(f"{AT}add/", bad)
    assert (answer.status_code, "Enter a real date." in answer.content.decode()) == (422, True)
    assert "A contract for schools" in answer.content.decode()
