"""New terms of reference: who sets them, what they leave of the old."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from boards.models import QuorumKind, TermsOfReference
from boards.queries.terms import kinds_of, matter_labels, matters_of, terms_on
from tests.factories import create_board

pytestmark = pytest.mark.django_db

READ = "/boards/executive-group/terms/"
PAGE = "/boards/executive-group/terms/change/"
TODAY = timezone.localdate()
ASKED = {
    "quorum_numerator": "2",
    "quorum_denominator": "5",
    "quorum_partners": "2",
    "voting": "majority",
    "majority": "two_thirds",
    "decision_numbers": "calendar",
    "comment_days": "10",
    "chair_clears": "on",
    "casting_vote": "on",
    "meetings_a_year": "6",
    "notice_days": "5",
    "numbering": "plain",
    "signatory": "chair",
    "approves_minutes": "on",
    "from_date_day": TODAY.day,
    "from_date_month": TODAY.month,
    "from_date_year": TODAY.year,
}


KIND = {"kind_0_label": "a police officer", "kind_0_number": "1"}


@pytest.mark.parametrize(
    ("who", "status"), [("clerk", 200), ("chair", 403), ("member", 403), ("outsider", 404), ("public", 404)]
)
def test_who_may_change_the_terms(as_, who, status):
    assert as_(who).get(PAGE).status_code == status
    assert as_(who).post(PAGE, ASKED).status_code == status


def test_they_are_read_as_they_will_stand_before_they_are_in_force(cast, as_):
    QuorumKind.objects.create(terms=cast.board.terms.get(), label="a police officer", partner=cast.police)
    form = as_("clerk").get(PAGE).content.decode()
    assert 'value="a police officer"' in form
    asked = ASKED | KIND
    read = as_("clerk").post(PAGE, asked | {"kind_0_whose": f"partner-{cast.police.pk}"}).content.decode()
    said = "Two fifths of the voting seats (1 of 2), two partners and a police officer must be present."
    assert said in read
    asked |= {"kind_0_whose": f"partner-{cast.police.pk}", "confirmed": "yes"}
    done = as_("clerk").post(PAGE, asked, follow=True).content.decode()
    assert said in done
    assert "By majority: two thirds of the votes cast." in done
    assert "Approved at a following meeting; signed by the chair of the board." in done
    assert "Members may comment on a circulated draft for 10 days. The chair clears a draft" in done


def test_meetings_before_keep_the_terms_of_their_day(cast, as_):
    old = cast.board.terms.get()
    as_("clerk").post(PAGE, ASKED | {"confirmed": "yes"})
    assert terms_on(cast.board, TODAY - dt.timedelta(days=1)) == old
    new = terms_on(cast.board, TODAY)
    assert (new.version, new.quorum_denominator, new.history.get().history_user) == ("2", 5, cast.clerk)


def test_a_second_change_on_one_day_is_refused_with_nothing_lost(cast, as_):
    as_("clerk").post(PAGE, ASKED | {"confirmed": "yes"})
    page = as_("clerk").post(PAGE, ASKED | {"notice_days": "7", "confirmed": "yes"})
    assert page.status_code == 409
    assert "New terms begin on a later day." in page.content.decode()
    assert 'value="7"' in page.content.decode()
    assert cast.board.terms.count() == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"quorum_denominator": ""}, "Give both numbers of the part, such as 2 in every 5, or neither."),
        ({"quorum_numerator": "6"}, "The part cannot be more than the whole."),
        ({"quorum_partners": "-1"}, "Enter 0 or more."),
        ({"notice_days": "99999999"}, "or less."),
        ({"voting": "consensus"}, "By consensus nobody votes, so nobody has a casting vote."),
        (KIND, "Choose who sends them."),
        ({"matter_0_label": "funding formula"}, "Choose whose members vote on it."),
        ({"kind_0_whose": "partner-999999"}, "That cannot be chosen, or not any more."),
    ],
)
def test_a_quorum_that_cannot_be_is_asked_for_again(as_, asked, said):
    page = as_("clerk").post(PAGE, ASKED | asked)
    assert page.status_code == 422
    assert said in page.content.decode()


def test_35_reserved_matters_are_set_down_and_go_on_into_the_next_terms(cast, as_):
    whose = f"partner-{cast.health.pk}"
    formula = {"matter_0_label": "Funding formula", "matter_0_whose": whose, "confirmed": "yes"}
    as_("clerk").post(PAGE, ASKED | formula)
    matters = matters_of(terms_on(cast.board, TODAY))
    assert [(matter.label, matter.voters) for matter in matters] == [("Funding formula", ["Health Trust"])]
    form = as_("clerk").get(PAGE).content.decode()
    assert 'value="Funding formula"' in form
    assert re.search(rf'value="{whose}"[^>]*checked', form)
    assert matter_labels(cast.board, TODAY) == ["Funding formula"]
    assert matter_labels(cast.board, TODAY - dt.timedelta(days=1)) == []


def test_another_row_is_asked_for_with_nothing_lost_and_nothing_refused(cast, as_):
    whose = f"partner-{cast.council.pk}"
    asked = ASKED | {"kind_0_label": "a councillor", "kind_0_whose": whose, "another": "kind", "notice_days": "x"}
    page = as_("clerk").post(PAGE, asked)
    text = page.content.decode()
    assert page.status_code == 200
    assert 'value="a councillor"' in text
    assert 'name="kind_1_label"' in text
    assert 'value="x"' in text
    assert "Error" not in text
    assert TermsOfReference.objects.filter(board=cast.board).count() == 1


def test_a_row_without_words_is_taken_out(cast, as_):
    QuorumKind.objects.create(terms=cast.board.terms.get(), label="a police officer", partner=cast.police)
    emptied = {"kind_0_label": "", "kind_0_whose": f"partner-{cast.police.pk}", "confirmed": "yes"}
    as_("clerk").post(PAGE, ASKED | emptied)
    assert kinds_of(terms_on(cast.board, TODAY)) == ()


def test_one_matter_is_not_reserved_twice(cast, as_):
    whose = f"partner-{cast.health.pk}"
    rows = {"matter_0_label": "Formula", "matter_0_whose": whose, "matter_1_label": "formula", "matter_1_whose": whose}
    page = as_("clerk").post(PAGE, ASKED | rows)
    assert page.status_code == 422
    assert "This matter is there twice." in page.content.decode()


def test_the_terms_of_every_day_can_be_read(cast, as_):
    as_("clerk").post(PAGE, ASKED | {"confirmed": "yes"})
    read = as_("member").get(READ).content.decode()
    assert "Decisions are numbered by calendar year: EG 2025/7." in read
    assert "version 1" in read
    assert "Two voting seats and one partner must be present." in read
    assert [as_(who).get(READ).status_code for who in ("member_of_another_partner", "public")] == [404, 404]


def test_a_board_that_approves_is_named_to_those_who_may_know_of_it(cast, as_):
    """Two boards: the one read is open to the public, the one that approves is known to its own members only."""
    board = create_board("Youth Forum", visibility="public", terms={"approving_board": cast.board})
    page = f"/boards/{board.slug}/terms/"
    assert "Approved by the Executive Group" in as_("member").get(page).content.decode()
    for who in ("member_of_another_partner", "public"):
        text = as_(who).get(page).content.decode()
        assert "Approved by another board" in text
        assert "Executive Group" not in text
