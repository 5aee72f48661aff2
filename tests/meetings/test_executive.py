"""The written statement of an executive decision (DOMAIN rule 19), as each of the cast reads and makes it."""

import pytest
from django.utils import timezone

from boards.models import Board
from meetings.models import ExecutiveStatement
from meetings.operations.executive import change_statement, make_statement, take_back_statement
from meetings.queries.minutes import minutes_document
from meetings.queries.record import check_record
from tests.meetings.deciding import create_to_decide
from tests.meetings.minuted import AT, HERE, in_state
from tests.meetings.signed import approve
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db

WORDS = {"reasons": "It costs least.\n\nSchools asked for it.", "alternatives": "Option 2, as dearer.", "conflicts": ""}
REASON = "Reasons: It costs least. Schools asked for it."


@pytest.fixture
def decision(cast):
    """Recorded, at a board that anybody may know of and that takes executive decisions."""
    cast.board.visibility = Board.Visibility.PUBLIC
    cast.board.save()
    made = create_to_decide(cast, is_executive=True)
    made.recorded_at, made.recorded_by, made.outcome = timezone.now(), cast.clerk, "carried"
    made.save()
    return made


def state(cast, decision, at=AT, **words):
    return make_statement(decision=decision, by=cast.clerk, at=at, **WORDS | {"dispensations": ""} | words)


def page_of(decision, act=""):
    return f"{HERE}decisions/{decision.block.key}/statement/{act}"


def test_domain_19_the_clerk_states_it_and_the_public_reads_it_before_the_minutes_are_out(cast, as_, decision):
    assert "No statement is made yet." in as_("clerk").get(page_of(decision)).content.decode()
    read = as_("clerk").post(page_of(decision, "write/"), WORDS).content.decode()
    assert "What happens next" in read
    assert not ExecutiveStatement.objects.exists()
    as_("clerk").post(page_of(decision, "write/"), WORDS | {"confirmed": "yes"})
    for who in ("member", "member_of_another_partner", "public"):
        page = as_(who).get(page_of(decision)).content.decode()
        for words in ("Option 3 was agreed.", "Schools asked for it.", "Option 2, as dearer.", "None was declared."):
            assert words in page
        assert "Write the statement" not in page
        assert "Take it back" not in page


@pytest.mark.parametrize("missing", ["reasons", "alternatives"])
def test_domain_19_reasons_and_alternatives_are_asked_for_and_nothing_is_lost(as_, decision, missing):
    answer = as_("clerk").post(page_of(decision, "write/"), WORDS | {missing: ""})
    kept = "Option 2, as dearer." if missing == "reasons" else "It costs least."
    assert (answer.status_code, kept in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "public"])
def test_domain_19_only_the_officers_state_it(cast, as_, decision, who):
    assert as_(who).post(page_of(decision, "write/"), WORDS | {"confirmed": "yes"}).status_code in (302, 403, 404)
    assert not ExecutiveStatement.objects.exists()
    with pytest.raises(NotPermitted):
        make_statement(decision=decision, by=cast.chair, at=AT, **WORDS)


@pytest.mark.parametrize(("fields", "sentence"), [
    ({"recorded_at": None, "recorded_by": None, "outcome": ""}, "Record what was decided under the item first"),
    ({"kind": "noted"}, "Nothing was decided by it"),
    ({"outcome": "status_quo"}, "Nothing was decided by it"),
])  # fmt: skip
def test_domain_19_of_what_a_statement_is_made(cast, decision, fields, sentence):
    for name, value in fields.items():
        setattr(decision, name, value)
    decision.save()
    with pytest.raises(Refused, match=sentence):
        state(cast, decision)


def test_domain_19_a_board_that_is_not_executive_asks_for_none(cast, as_, decision):
    cast.board.terms.update(is_executive=False)
    with pytest.raises(Refused, match="takes no executive decisions"):
        state(cast, decision)
    page = as_("clerk").get(f"{HERE}decisions/{decision.block.key}/").content.decode()
    assert "Written statement" not in page


def test_domain_19_it_is_printed_with_the_decision_and_sealed_with_the_minutes(cast, decision):
    made = state(cast, decision, conflicts="Joss Lindqvist’s sister works there.")
    minutes = in_state(decision.block.minutes, "circulated", cast)
    details = printed(minutes)
    assert REASON in details
    assert "Conflicts of interest declared: Joss Lindqvist’s sister works there." in details
    approve(minutes, cast)
    assert check_record().misfit is None
    with pytest.raises(Refused, match="The approved minutes hold this statement"):
        change_statement(statement=made, reason="A slip.", by=cast.clerk, **WORDS)


def test_domain_19_one_made_after_the_minutes_were_approved_has_its_own_page_only(cast, as_, decision):
    minutes = approve(in_state(decision.block.minutes, "circulated", cast), cast)
    made = state(cast, decision, at=timezone.now())
    assert REASON not in printed(minutes)
    assert check_record().misfit is None
    assert "after the minutes were approved" in as_("member").get(page_of(decision)).content.decode()
    change_statement(statement=made, reason="A slip.", by=cast.clerk, **WORDS | {"reasons": "It is safest."})
    assert made.history.first().history_change_reason == "A slip."


def printed(minutes):
    document = minutes_document(minutes.meeting, edition="full", with_exempt=True)
    return [
        said for line in document.items for block in line.blocks if block.decision for said in block.decision.details
    ]


def test_domain_19_a_statement_of_exempt_matter_is_not_there_for_others(cast, as_, decision):
    item = decision.block.item
    item.exempt_paragraphs, item.exempt_reason = "3", "Prices."
    item.save()
    state(cast, decision)
    assert as_("chair").get(page_of(decision)).status_code == 200
    for who in ("member_of_another_partner", "public"):
        assert as_(who).get(page_of(decision)).status_code == 404
        assert "Option 3" not in as_(who).get("/boards/executive-group/statements/").content.decode()


def test_domain_19_it_repeats_no_words_of_closed_business(cast, decision):
    from tests.factories import create_block, create_item

    closed = create_item(decision.block.item.meeting, "A contractor", exempt_paragraphs="3", exempt_reason="Prices.")
    create_block(decision.block.minutes, closed, "The tender of Hollin and Sons was the dearest of four.")
    with pytest.raises(Refused, match="business that is closed to the public"):
        state(cast, decision, reasons="The tender of Hollin and Sons was the dearest of four.")


def test_domain_19_taken_back_for_a_reason(cast, as_, decision):
    made = state(cast, decision)
    with pytest.raises(Refused, match="Say why"):
        take_back_statement(statement=made, reason=" ", by=cast.clerk)
    as_("clerk").post(page_of(decision, "take-back/"), {"reason": "Of another decision.", "confirmed": "yes"})
    assert as_("public").get(page_of(decision)).status_code == 404


def test_domain_19_while_its_decision_is_open_again_only_the_desk_reads_it(cast, as_, decision):
    state(cast, decision)
    decision.recorded_at = decision.recorded_by = None
    decision.outcome = ""
    decision.save()
    assert as_("public").get(page_of(decision)).status_code == 404
    assert as_("clerk").get(page_of(decision)).status_code == 200


def test_domain_19_the_list_shows_the_officers_what_wants_a_statement(cast, as_, decision):
    at = "/boards/executive-group/statements"
    assert "Not made yet" in as_("clerk").get(f"{at}/").content.decode()
    assert "No statement that you may read" in as_("public").get(f"{at}/").content.decode()
    state(cast, decision, reasons="=It costs least.")
    assert "One executive decision" in as_("public").get(f"{at}/?order=made&year=2025").content.decode()
    rows = as_("public").get(f"{at}.csv").content.decode("utf-8-sig").splitlines()
    assert "'=It costs least." in rows[1]
    assert as_("public").get(f"{at}.xlsx").status_code == 200


def test_domain_19_a_name_withheld_from_the_public_is_withheld_in_the_statement(cast, as_, decision):
    person = cast.person("member")
    person.public_name = "A young member"
    person.save()
    with pytest.raises(Refused, match="whom the public edition calls “A young member”"):
        state(cast, decision, conflicts="Joss Lindqvist declared one.")
    decision.block.text = "That Joss Lindqvist be thanked."
    decision.block.save()
    state(cast, decision)
    for at in (page_of(decision), "/boards/executive-group/statements/", "/boards/executive-group/statements.csv"):
        public = as_("public").get(at).content.decode()
        assert "Joss Lindqvist" not in public
        assert "That A young member be thanked." in public
    assert "That Joss Lindqvist be thanked." in as_("chair").get(page_of(decision)).content.decode()
