"""Members comment on a circulated draft, per item; the officers answer each (issue 4 §2)."""

import datetime as dt

import pytest

from boards.operations.access import refresh_board_access
from meetings.models import Comment, Correction, Minutes
from meetings.operations.circulation import circulate_minutes, return_to_desk
from meetings.operations.comment import leave_as_is, make_comment, take_up, withdraw_comment
from meetings.operations.correction import take_correction_away
from meetings.rules import comment as rules
from tests.meetings.minuted import AT, HERE, create_minuted
from trust.tools.refusal import why_not

ADD = f"{HERE}minutes/comments/add/"
DAY = dt.date(2025, 10, 20)


def paragraph(minutes):
    return minutes.blocks.get(text="Four options were presented.")


def commented(cast, minutes, **given) -> Comment:
    asked = {"item": None, "block": paragraph(minutes), "text": "There were five.", "by": cast.member, "at": AT}
    return make_comment(minutes=minutes, **asked | given)


@pytest.mark.parametrize(
    ("state", "until", "refusal"),
    [
        ("circulated", None, ""),
        ("circulated", DAY, ""),
        ("circulated", DAY - dt.timedelta(days=1), "Comments closed on Sunday 19 October 2025. Raise it where the draft"
         " is approved."),
        ("draft", None, "These minutes are at the desk. They can be commented on once they are circulated."),
        ("cleared", None, "The chair has cleared this draft, and comments are closed. Raise it where it is approved."),
        ("approved", None, "These minutes are approved and cannot be changed."),
    ],
)  # fmt: skip
def test_when_a_draft_can_be_commented_on(state, until, refusal):
    assert why_not(rules.check_can_comment, Minutes(state=state, comments_until=until), on=DAY) == refusal


def test_a_member_comments_step_by_step(cast, as_):
    minutes = create_minuted(cast)
    said = {"about": f"paragraph-{paragraph(minutes).pk}", "comment": "There were five."}
    check = as_("member").post(ADD, said)
    assert "Everybody who reads this draft reads your comment, under your name." in check.content.decode()
    assert not Comment.objects.exists()
    sent = as_("member").post(ADD, said | {"sure": "yes"}, follow=True)
    assert sent.redirect_chain == [(f"{HERE}minutes/comments/", 302)]
    made = minutes.comments.get()
    assert (made.person, made.quoted) == (cast.person("member"), "Four options were presented.")
    assert "There were five." in as_("chair").get(f"{HERE}minutes/comments/").content.decode()


def test_an_empty_comment_is_said_to_be_and_a_changed_mind_loses_nothing(cast, as_):
    create_minuted(cast)
    assert as_("member").post(ADD, {"comment": ""}).status_code == 422
    again = as_("member").post(ADD, {"comment": "Once more.", "change": "yes"})
    assert ">\nOnce more.</textarea>" in again.content.decode()


def test_after_the_last_day_the_words_are_shown_to_be_taken_elsewhere(cast, as_):
    minutes = create_minuted(cast)
    Minutes.objects.filter(pk=minutes.pk).update(comments_until=DAY)
    late = as_("member").post(ADD, {"comment": "There were five.", "sure": "yes"})
    assert late.status_code == 409
    assert "Comments closed on Monday 20 October 2025." in late.content.decode()
    assert "There were five." in late.content.decode()


def test_circulating_sets_the_last_day_by_the_terms(cast):
    minutes = create_minuted(cast, state="draft")
    assert circulate_minutes(meeting=minutes.meeting, by=cast.clerk, at=AT).comments_until == dt.date(2025, 11, 18)


def test_taken_up_it_is_a_correction_and_open_again_when_that_goes(cast, as_):
    minutes = create_minuted(cast)
    made = commented(cast, minutes)
    answered = {"outcome": "taken_up", "text": "Five options were presented."}
    assert as_("clerk").post(f"{HERE}minutes/comments/{made.pk}/answer/", answered).status_code == 302
    made.refresh_from_db()
    noted = Correction.objects.get(comment=made)
    assert (made.state, noted.was, noted.becomes) == ("taken_up", "Four", "Five")
    take_correction_away(correction=noted, by=cast.clerk)
    made.refresh_from_db()
    assert (made.state, made.answered_at) == ("open", None)


def test_not_taken_up_it_says_why(cast, as_):
    minutes = create_minuted(cast)
    made = commented(cast, minutes)
    address = f"{HERE}minutes/comments/{made.pk}/answer/"
    refused = as_("clerk").post(address, {"outcome": "not_taken_up"})
    assert (refused.status_code, refused.context["form"].errors.keys()) == (422, {"answer"})
    as_("clerk").post(address, {"outcome": "not_taken_up", "answer": "The papers list four."})
    assert "The papers list four." in as_("member").get(f"{HERE}minutes/comments/").content.decode()


def test_a_comment_on_who_was_there_becomes_a_correction_of_its_line(cast, as_):
    made = commented(cast, create_minuted(cast), block=None, text="I came late.")
    address = f"{HERE}minutes/comments/{made.pk}/answer/"
    lines = [words for words, _ in as_("clerk").get(address).context["form"].fields["line"].choices]
    line = next(words for words in lines if "Joss" in words)
    said = {"outcome": "taken_up", "line": line, "becomes": f"{line} (from item 2.1)"}
    assert as_("clerk").post(address, said).status_code == 302
    assert made.corrections.get().was == line


def test_only_its_author_withdraws_a_comment_and_only_until_it_is_answered(cast):
    minutes = create_minuted(cast)
    made = commented(cast, minutes)
    assert why_not(withdraw_comment, comment=made, by=cast.chair) == "Only whoever made a comment withdraws it."
    leave_as_is(comment=made, answer="No.", by=cast.clerk, at=AT)
    assert "answered or withdrawn already" in why_not(withdraw_comment, comment=made, by=cast.member)
    assert withdraw_comment(comment=commented(cast, minutes), by=cast.member).state == "withdrawn"


def test_a_withdrawal_refused_says_so_with_its_status(cast, as_):
    made = commented(cast, create_minuted(cast))
    address = f"{HERE}minutes/comments/{made.pk}/withdraw/"
    other = as_("chair").post(address)
    assert (other.status_code, "Only whoever made a comment withdraws it." in other.content.decode()) == (403, True)
    assert as_("member").post(address).status_code == 302
    again = as_("member").post(address)
    assert again.status_code == 409
    assert "This comment has been answered or withdrawn already." in again.content.decode()


def test_demand_21_a_comment_on_exempt_business_is_not_there_for_who_may_not_see_it(cast, as_):
    minutes = create_minuted(cast)
    secret = minutes.blocks.get(text="The price is high.")
    made = commented(cast, minutes, block=secret, text="It is higher still.")
    cast.seats["member"].role, cast.seats["member"].voting = "observer", False
    cast.seats["member"].save()
    refresh_board_access(cast.board, on=dt.date(2025, 11, 20))
    assert "higher still" not in as_("member").get(f"{HERE}minutes/comments/").content.decode()
    assert as_("member").get(f"{HERE}minutes/").context["way"].comments == 0
    said = {"about": f"paragraph-{secret.pk}", "comment": "Guessed."}
    assert as_("member").post(ADD, said).status_code == 422
    assert as_("clerk").get(f"{HERE}minutes/comments/{made.pk}/answer/").status_code == 200


def test_back_at_the_desk_a_comment_holds_no_paragraph_and_keeps_its_words(cast):
    minutes = create_minuted(cast)
    made = commented(cast, minutes)
    return_to_desk(minutes=minutes, reason="A paragraph is missing.", by=cast.clerk)
    made.refresh_from_db()
    assert (made.block, made.item.number, made.quoted) == (None, "2.1", "Four options were presented.")


@pytest.mark.parametrize(("who", "status"), [("member_of_another_partner", 404), ("outsider", 404), ("public", 404)])
def test_nobody_else_reads_comments_or_makes_one(cast, as_, who, status):
    made = commented(cast, create_minuted(cast))
    pages = ("", "add/", f"{made.pk}/answer/", f"{made.pk}/withdraw/")
    for page in pages:
        assert as_(who).get(f"{HERE}minutes/comments/{page}").status_code in (status, 405)
        posted = as_(who).post(f"{HERE}minutes/comments/{page}", {"comment": "x", "sure": "yes"})
        assert posted.status_code in (status, 405)
    assert Comment.objects.count() == 1


def test_members_do_not_answer(cast, as_):
    made = commented(cast, create_minuted(cast))
    assert as_("member").get(f"{HERE}minutes/comments/{made.pk}/answer/").status_code == 403
    sentence = "Only the officers who minute this board may do this."
    given = {"paragraph": made.block, "text": "x", "answer": "", "by": cast.member, "at": AT}
    assert why_not(take_up, comment=made, **given) == sentence
