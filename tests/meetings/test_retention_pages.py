"""The retention page, signing off and the register, as each of the cast reads and uses them."""

import io

import pytest
from openpyxl import load_workbook

from boards.models import BoardRoleGroup
from meetings.models import Comment, Disposal, Hold
from meetings.rules.approval import CORRECTED
from tests.factories import create_person, create_user
from tests.meetings.kept import COMMENT, DRAFT, TODAY, adopt, create_kept, sign_off
from tests.meetings.minuted import create_minuted
from tests.meetings.signed import approve

pytestmark = pytest.mark.django_db

AT = "/boards/executive-group/retention/"
STRANGERS = ("member_of_another_partner", "outsider", "public")


def today() -> dict[str, int]:
    on = TODAY()
    return {"from_date_day": on.day, "from_date_month": on.month, "from_date_year": on.year}


def test_domain_54_members_read_the_rules_and_officers_what_is_due(cast, as_):
    create_kept(cast)
    adopt(cast)
    for who in ("member", "chair"):
        page = as_(who).get(AT).content.decode()
        assert "Until the minutes are approved" in page
        for officers in ("Due for disposal", "Held back", "Sign off", "Change the rule", "One comment"):
            assert officers not in page
    page = as_("clerk").get(AT).content.decode()
    for words in (
        "Four disposals to sign off",
        "One comment",
        "One recording",
        "Change the rule",
        "does not reach backups",
    ):
        assert words in page
    assert page.index("One comment") < page.index("One recording")


@pytest.mark.parametrize("who", STRANGERS)
def test_domain_54_nobody_else_finds_any_of_it(cast, as_, who):
    cast.board.visibility = "public"
    cast.board.save()
    create_kept(cast)
    adopt(cast)
    for address in (AT, f"{AT}register/", f"{AT}register.csv", f"{AT}sign-off/", f"{AT}hold/", f"{AT}rules/papers/"):
        assert as_(who).get(address).status_code in (302, 403, 404)
    board = as_(who).get("/boards/executive-group/").content.decode()
    assert "Retention" not in board
    assert "disposal" not in board


def test_domain_54_who_keeps_the_register_sets_rules_and_signs_nothing_off(cast, as_, client):
    create_kept(cast)
    keeper = create_user("keeper@example.org")
    create_person("Mabel Garrick", user=keeper)
    keeper.groups.add(BoardRoleGroup.objects.get(board=cast.board, role="keeper").group)
    client.force_login(keeper)
    client.post(f"{AT}standard/", {"confirmed": "yes"})
    page = client.get(AT).content.decode()
    assert "Change the rule" in page
    assert "One comment" not in page
    assert client.get(f"{AT}sign-off/").status_code == 403
    assert client.get(f"{AT}register/").status_code == 403


def test_domain_54_a_rule_is_set_by_form_with_its_authority(cast, as_):
    page = as_("clerk").get(f"{AT}rules/signed/").content.decode()
    assert "Until the minutes are approved" not in page
    wrong = as_("clerk").post(f"{AT}rules/papers/", {"keep_for": "years", "source": "x"} | today())
    assert (wrong.status_code, "Say for how many years." in wrong.content.decode()) == (422, True)
    put = {"keep_for": "years", "years": 4, "since": "meeting", "source": "Our schedule, line 9"} | today()
    cast.board.terms.update(inspection_years=6)
    check = as_("clerk").post(f"{AT}rules/papers/", put).content.decode()
    assert "open to inspection for six years: this is shorter" in check
    as_("clerk").post(f"{AT}rules/papers/", put | {"confirmed": "yes"})
    assert "Our schedule, line 9" in as_("member").get(AT).content.decode()


def test_domain_54_the_check_page_says_what_goes_and_what_stays_and_does_nothing_yet(cast, as_):
    minutes = create_kept(cast)
    adopt(cast)
    keys = {"keys": [f"comments-{minutes.meeting.pk}"], "reason": "The quarter’s disposals."}
    check = as_("clerk").post(f"{AT}sign-off/", keys).content.decode()
    for words in ("Destroyed: The words of each comment", "Remains: Who commented when", "cannot be brought back"):
        assert words in check
    assert Comment.objects.get().text == COMMENT
    answer = as_("clerk").post(f"{AT}sign-off/", keys | {"confirmed": "yes"})
    assert answer.headers["Location"] == f"{AT}register/"
    register = as_("clerk").get(f"{AT}register/").content.decode()
    for words in ("One comment", "Kirsty Sandhu", "The quarter’s disposals.", "Until the minutes are approved"):
        assert words in register
    assert COMMENT not in register


def test_domain_54_nothing_ticked_and_no_reason_are_asked_for_and_nothing_is_lost(cast, as_):
    create_kept(cast)
    adopt(cast)
    page = as_("clerk").post(f"{AT}sign-off/", {"reason": ""})
    assert page.status_code == 422
    assert "Tick what is to be destroyed." in page.content.decode()
    assert not Disposal.objects.exists()


def test_domain_54_a_hold_is_set_and_lifted_and_shows(cast, as_):
    minutes = create_kept(cast)
    adopt(cast)
    put = {"meeting": minutes.meeting.pk, "kind": "", "reason": "Request 14 is open.", "confirmed": "yes"}
    as_("clerk").post(f"{AT}hold/", put)
    page = as_("clerk").get(AT).content.decode()
    assert "Nothing to sign off" in page
    assert "Request 14 is open." in page
    assert "Request 14" not in as_("member").get(AT).content.decode()
    hold = Hold.objects.get()
    as_("clerk").post(f"{AT}holds/{hold.pk}/lift/", {"reason": "Answered.", "confirmed": "yes"})
    assert "Four disposals to sign off" in as_("clerk").get(AT).content.decode()
    again = as_("clerk").post(f"{AT}holds/{hold.pk}/lift/", {"reason": "Again.", "confirmed": "yes"})
    assert again.status_code == 409


def test_domain_54_the_register_is_cut_sorted_and_had_as_a_file(cast, as_):
    create_kept(cast)
    adopt(cast)
    sign_off(cast)
    clerk = as_("clerk")
    assert "Four disposals" in clerk.get(f"{AT}register/").content.decode()
    assert "One disposal, as asked below" in clerk.get(f"{AT}register/?kind=comments").content.decode()
    assert "No disposal is like this." in clerk.get(f"{AT}register/?kind=papers").content.decode()
    assert clerk.get(f"{AT}register/?order=-meeting&kind=nonsense&page=99").status_code == 200
    assert "Kirsty Sandhu" in clerk.get(f"{AT}register.csv").content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(clerk.get(f"{AT}register.xlsx").content))
    assert book.active.max_row == 5
    assert clerk.get(f"{AT}register.pdf").status_code == 404


def test_domain_54_what_is_due_needs_attention_of_the_officers_alone(cast, as_):
    create_kept(cast)
    adopt(cast)
    page = as_("clerk").get("/boards/executive-group/attention/").content.decode()
    assert "Four disposals due, the oldest since" in page
    assert "disposals due" not in as_("member").get("/boards/executive-group/attention/").content.decode()


def test_domain_54_comments_and_earlier_wordings_say_that_they_were_destroyed(cast, as_):
    minutes = create_kept(cast)
    adopt(cast)
    sign_off(cast)
    item = minutes.meeting.items.get(title="The parents’ forum")
    at = minutes.meeting.get_absolute_url()
    for address in (f"desk/items/{item.pk}/earlier/", "minutes/comments/"):
        page = as_("clerk").get(f"{at}{address}").content.decode()
        assert "Destroyed on" in page
        assert DRAFT not in page


def test_domain_54_the_draft_that_is_gone_is_not_compared_and_its_corrections_stay(cast, as_):
    minutes = create_minuted(cast)
    block = minutes.blocks.get(text="Four options were presented.")
    minutes.corrections.create(item=block.item, block=block, was="Four", becomes="Five", state="accepted")
    block.text, block._change_reason = "Five options were presented.", f"{CORRECTED} at the next meeting"
    block.save()
    approve(minutes, cast)
    at = f"{minutes.meeting.get_absolute_url()}minutes/compared/"
    assert "The draft is gone" not in as_("clerk").get(at).content.decode()
    adopt(cast)
    sign_off(cast, "drafts")
    page = as_("clerk").get(at).content.decode()
    assert "The draft is gone. Destroyed on" in page
    assert "Corrected when the minutes were approved" in page
    assert "Four options were presented." not in page
