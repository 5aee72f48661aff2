"""A decision's page, how it was decided, recording and reopening, and the register: as each of the cast."""

import pytest
from django.utils import timezone

from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Decision
from meetings.operations.deciding import decide_item
from tests.meetings.deciding import create_decision, create_to_decide, set_terms
from tests.meetings.minuted import AT, HELD, HERE, create_held, in_state, row

pytestmark = pytest.mark.django_db

REGISTER = "/boards/executive-group/decisions/"


@pytest.fixture
def decision(cast):
    return create_to_decide(cast)


def at(decision, page=""):
    return f"{HERE}decisions/{decision.block.key}/{page}"


def to_decide(decision, page="decide"):
    return f"{HERE}items/{decision.block.item_id}/{page}/"


def text(answer):
    return " ".join(answer.content.decode().split())


def fresh(decision):
    return Decision.objects.get(pk=decision.pk)


def count(*given, **more):
    counts = dict(zip(("votes_for", "votes_against", "abstentions"), given, strict=False))
    return {"way": "count", "counted": "person"} | counts | more


def test_how_it_was_decided_is_recorded_and_told(as_, decision):
    joss = row(decision.block.item.meeting)
    answer = as_("clerk").post(at(decision, "how/"), count(3, 1, 0, mover=joss.pk), follow=True)
    assert answer.status_code == 200
    assert "How it was decided is recorded." in text(answer)
    assert "Carried: 3 for, 1 against, 0 abstained." in text(answer)
    assert fresh(decision).mover == joss


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param(count(5, 1), "Four people could vote on this item, and six votes are recorded.", id="too many"),
        pytest.param(count(3, 0, 0), "one vote is missing", id="too few"),
        pytest.param({"way": "count"}, "Give the number of votes, or choose another way.", id="no number"),
        pytest.param({"way": "roll"}, "Say how somebody voted, or choose another way.", id="no names"),
        pytest.param({"way": "guess"}, "That cannot be chosen", id="no way"),
    ],
)
def test_a_count_that_does_not_match_the_room_loses_nothing(as_, decision, given, sentence):
    answer = as_("clerk").post(at(decision, "how/"), given)
    assert answer.status_code == 422
    assert sentence in text(answer)
    if "votes_for" in given:
        assert f'value="{given["votes_for"]}"' in text(answer)
    assert fresh(decision).votes_for is None


def test_demand_14_who_left_is_not_offered_and_not_taken(as_, decision):
    joss = row(decision.block.item.meeting)
    joss.movements.create(direction="left", item=decision.block.item)
    clerk = as_("clerk")
    assert f"vote_{joss.pk}" not in text(clerk.get(at(decision, "how/")))
    answer = clerk.post(at(decision, "how/"), {"way": "roll", f"vote_{joss.pk}": "for"})
    assert answer.status_code == 422
    assert not decision.votes.exists()


def test_demand_14_who_left_with_the_page_open_is_named_not_passed_over(as_, decision):
    meeting = decision.block.item.meeting
    joss, rhiannon = row(meeting), row(meeting, "Rhiannon Vale")
    joss.movements.create(direction="left", item=decision.block.item)
    votes = {"way": "roll", f"vote_{joss.pk}": "for", f"vote_{rhiannon.pk}": "for", "mover": joss.pk}
    answer = as_("clerk").post(at(decision, "how/"), votes)
    assert answer.status_code == 422
    assert "Joss Lindqvist was not in the room" in text(answer)
    assert "Whoever was chosen was not in the room" in text(answer)
    assert not decision.votes.exists()


def test_domain_35_how_it_was_decided_says_who_alone_votes_on_a_reserved_matter(as_, cast, decision):
    assert "Only members for" not in text(as_("clerk").get(at(decision, "how/")))
    matter = terms_on(cast.board, HELD).reserved_matters.create(label="The funding formula")
    matter.partners.add(cast.health)
    AgendaItem.objects.filter(pk=decision.block.item_id).update(matter=matter.label)
    page = text(as_("clerk").get(at(decision, "how/")))
    assert f"Only members for {cast.health.short_name} vote on “The funding formula”: the terms reserve it." in page


def test_an_own_vote_on_request(as_, decision):
    clerk, joss = as_("clerk"), row(decision.block.item.meeting)
    clerk.post(at(decision, "how/"), count(3, 1))
    answer = clerk.post(at(decision, "own-vote/"), {"attendance": joss.pk, "choice": "against"}, follow=True)
    assert "Against: Joss Lindqvist (minuted at their own request)." in text(answer)
    assert clerk.post(at(decision, "own-vote/"), {"attendance": joss.pk, "choice": "abstained"}).status_code == 422


def test_recording_is_checked_confirmed_and_reopened(as_, decision):
    clerk = as_("clerk")
    check = text(clerk.get(to_decide(decision)))
    assert "Each decision gets its number" in check
    assert "Agreed without a vote." in check
    answer = text(clerk.post(to_decide(decision), follow=True))
    assert "What was decided is recorded" in answer
    assert "EG 2025/1" in answer
    assert clerk.post(to_decide(decision)).status_code == 409
    assert clerk.post(to_decide(decision, "reopen"), {"reason": " "}).status_code == 422
    answer = text(clerk.post(to_decide(decision, "reopen"), {"reason": "Misheard."}, follow=True))
    assert "is open again" in answer
    assert fresh(decision).recorded_at is None


def test_a_motion_only_moved_says_why_it_is_not_recorded(as_, decision):
    Decision.objects.filter(pk=decision.pk).update(kind="moved")
    answer = as_("clerk").get(to_decide(decision))
    assert "It was moved, and what became of the motion is not recorded." in text(answer)
    assert "<button" not in text(answer).split("What happens next")[1].split("</main>")[0]


def test_recorded_in_error_keeps_its_number(as_, cast, decision):
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    clerk = as_("clerk")
    answer = text(clerk.post(at(decision, "recorded-in-error/"), {"reason": "Recorded twice."}, follow=True))
    assert "Recorded in error" in answer
    assert "Its number stays and is not given again." in answer


def test_what_was_only_noted_has_nothing_to_stand(as_, cast):
    set_terms(cast)
    (noted,) = create_decision(create_held(cast), "Three are red.", kind="noted")
    Decision.objects.filter(pk=noted.pk).update(recorded_at=AT, recorded_by=cast.clerk, outcome="carried")
    told = text(as_("clerk").get(at(noted)))
    assert ">Noted</strong>" in told
    assert "Stands" not in told
    assert "How it stands" not in told


@pytest.mark.parametrize("who", ["member", "chair"])
def test_members_read_the_decision_of_a_circulated_draft_and_change_nothing(as_, cast, decision, who):
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    in_state(decision.block.minutes, "circulated", cast)
    client = as_(who)
    answer = client.get(at(decision))
    assert "Option 3 was agreed." in text(answer)
    assert "Reopen the item" not in text(answer)
    for page, given in (("how/", count(4, 0)), ("recorded-in-error/", {"reason": "x"})):
        assert client.post(at(decision, page), given).status_code == 403
    assert client.post(to_decide(decision, "reopen"), {"reason": "x"}).status_code == 403
    assert fresh(decision).recorded_at is not None


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_others_find_nothing(as_, cast, decision, who):
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    client = as_(who)
    for address in (at(decision), at(decision, "how/"), to_decide(decision), REGISTER):
        assert client.get(address).status_code == 404
        assert client.post(address, {"way": "consensus", "reason": "x"}).status_code in (404, 405)


def test_an_exempt_decision_is_not_there_for_those_not_entitled(as_, cast):
    meeting = create_held(cast)
    decision = create_decision(meeting, exempt_paragraphs="3", exempt_reason="Prices.")[0]
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    decision.block.minutes.published_at, decision.block.minutes.published_by = timezone.now(), cast.clerk
    in_state(decision.block.minutes, "circulated", cast)
    cast.board.visibility = "public"
    cast.board.save()
    assert as_("public").get(at(decision)).status_code == 404
    assert "Option 3" not in text(as_("public").get(REGISTER))
    assert "Option 3" in text(as_("clerk").get(REGISTER))


def test_0_3_the_register_sorts_numbers_as_numbers(as_, cast):
    set_terms(cast)
    meeting = create_held(cast)
    for n in range(1, 12):
        decide_item(item=create_decision(meeting, f"Number {n}.", number=f"2.{n}")[0].block.item, by=cast.clerk, at=AT)
    page = text(as_("clerk").get(f"{REGISTER}?order=number"))
    assert "Eleven decisions" in page or "11 decisions" in page
    found = [page.index(f">EG 2025/{n}<") for n in range(1, 12)]
    assert found == sorted(found)


def test_a_number_leads_to_the_page_of_its_decision_and_for_others_to_none(as_, cast, decision):
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    assert as_("clerk").get(f"{REGISTER}?number=EG 2025/1").headers["Location"] == at(decision)
    assert as_("clerk").get(f"{REGISTER}?number=EG 2025/9").status_code == 200
    assert as_("member").get(f"{REGISTER}?number=EG 2025/1").status_code == 200
    assert as_("public").get(f"{REGISTER}?number=EG 2025/1").status_code == 404


def test_the_register_is_filtered_and_kept_as_a_file(as_, cast, decision):
    clerk = as_("clerk")
    assert "No decision of this board that you may read is recorded yet." in text(clerk.get(REGISTER))
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    assert "No decision is like this." in text(clerk.get(f"{REGISTER}?words=unheard"))
    assert "EG 2025/1" in text(clerk.get(f"{REGISTER}?words=option&year=2025&kind=agreed&outcome=carried"))
    sheet = clerk.get(f"{REGISTER}decisions.csv").content.decode()
    assert "EG 2025/1,14 October 2025,2.1,The parents’ forum,Agreed,Option 3 was agreed.,Carried" in sheet
    assert clerk.get(f"{REGISTER}decisions.xlsx").status_code == 200
    assert clerk.get(f"{REGISTER}decisions.exe").status_code == 404


def test_the_points_of_a_decision_are_lines_of_their_own_in_the_register(as_, cast):
    decision = create_decision(create_held(cast), "Approved, with these corrections:\n\n- one\n- two")[0]
    decide_item(item=decision.block.item, by=cast.clerk, at=AT)
    assert "corrections:<br>• one<br>• two" in as_("clerk").get(REGISTER).content.decode()


def test_the_register_costs_the_same_for_one_decision_as_for_ten(as_, cast, django_assert_max_num_queries):
    meeting = create_held(cast)
    for n in range(10):
        decide_item(item=create_decision(meeting, number=f"2.{n}")[0].block.item, by=cast.clerk, at=AT)
    client = as_("clerk")
    with django_assert_max_num_queries(20):
        client.get(REGISTER)


@pytest.mark.parametrize(
    ("terms", "is_found"),
    [({}, True), ({"decision_numbers": "none"}, False)],
    ids=["numbered", "not numbered"],
)
def test_what_is_not_recorded_is_found_before_circulating_and_not_decided_by_it(as_, cast, terms, is_found):
    decision = create_to_decide(cast, **terms)
    sentence = "a decision that is not recorded: its outcome and number"
    clerk = as_("clerk")
    assert (sentence in text(clerk.get(f"{HERE}check/"))) == is_found
    clerk.post(f"{HERE}check/")
    assert fresh(decision).recorded_at is None
    if is_found:
        clerk.post(f"{HERE}minutes/return/", {"reason": "Not recorded."})
        decide_item(item=decision.block.item, by=cast.clerk, at=AT)
        assert sentence not in text(clerk.get(f"{HERE}check/"))
