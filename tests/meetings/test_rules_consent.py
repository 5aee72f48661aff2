"""Who agrees to spend whose money (requirement 1.16), as tables."""

import datetime as dt
from types import SimpleNamespace

import pytest

from boards.models import Partner, Seat
from meetings.models import Attendance, Decision, Minutes, SpendingLine
from meetings.rules import consent as rules
from trust.tools.refusal import why_not

HEALTH = Partner(pk=1, name="Health Trust")
MET, LATER, TODAY = dt.date(2025, 10, 14), dt.date(2025, 11, 3), dt.date(2025, 12, 1)
LINE = SpendingLine(partner=HEALTH, amount_pence=100)


def sitting(pk: int, partner: int | None = 1, name: str = "Joss Lindqvist", **fields) -> Attendance:
    return Attendance(pk=pk, name=name, seat=Seat(partner_id=partner, title="A seat"), **fields)


def test_who_speaks_for_a_partner():
    row = sitting(None, 1)
    assert rules.speaks_for(row, 1)
    assert not rules.speaks_for(row, 2)
    assert not rules.speaks_for(Attendance(name="Joss Lindqvist", partner_id=1), 1), "no seat, no voice"
    assert rules.speaks_for(Attendance(name="Ann", stands_for=row), 1), "in the place of an absent holder"
    assert rules.speaks_for(sitting(None, None, partner_id=1), 1), "the seat is of a class of partners"


@pytest.mark.parametrize(
    ("here", "declared", "partner", "refusal"),
    [
        pytest.param(True, False, 1, "", id="in its seat"),
        pytest.param(
            False,
            False,
            1,
            "Joss Lindqvist was not in the room for this item and cannot agree to spend money there.",
            id="out of the room",
        ),
        pytest.param(
            True,
            False,
            2,
            "Joss Lindqvist does not sit for Health Trust and cannot agree to spend its money.",
            id="another partner’s seat",
        ),
        pytest.param(
            True,
            True,
            1,
            "Joss Lindqvist declared an interest and took no part in this item. Somebody else answers for Health "
            "Trust, or it answers in writing.",
            id="took no part",
        ),
    ],
)
def test_who_answers_in_the_room(monkeypatch, here, declared, partner, refusal):
    row = Attendance(pk=7, name="Joss Lindqvist", seat=Seat(partner_id=partner))
    monkeypatch.setattr(rules, "speaks_for", lambda row, owner: row.seat.partner_id == owner)
    room = SimpleNamespace(here=(row,) if here else (), without_vote=frozenset({7} if declared else ()))
    assert why_not(rules.check_answers_there, room, row, LINE) == refusal


@pytest.mark.parametrize(
    ("on", "person", "refusal"),
    [
        (LATER, 5, ""),
        (MET, 5, ""),
        (dt.date(2026, 1, 1), 5, "The day of the answer has not come yet."),
        (
            dt.date(2025, 10, 1),
            5,
            "The meeting was on 14 October 2025. An answer in writing is given on that day or after it.",
        ),
        (LATER, 6, "Joss Lindqvist did not represent Health Trust on 3 November 2025 and cannot answer for it."),
    ],
)
def test_who_answers_in_writing(on, person, refusal):
    asked = {"name": "Joss Lindqvist", "person": person, "representatives": {5}, "held": MET, "on": on, "today": TODAY}
    assert why_not(rules.check_answers_in_writing, LINE, **asked) == refusal


@pytest.mark.parametrize(
    ("state", "recorded", "refusal"),
    [
        ("draft", None, ""),
        ("circulated", None, ""),
        ("draft", dt.datetime(2025, 10, 14, tzinfo=dt.UTC), rules.DECIDED),
        ("approved", None, "These minutes are approved and cannot be changed."),
        ("signed", None, "These minutes are approved and cannot be changed."),
    ],
)
def test_until_when_money_is_written(state, recorded, refusal):
    assert why_not(rules.check_money_open, Decision(recorded_at=recorded), Minutes(state=state)) == refusal


@pytest.mark.parametrize(
    ("capacity", "adopted", "refused"),
    [("usual", False, False), ("pooled", True, False), ("pooled", False, True), ("aligned", False, True)],
)
def test_1_16_ii_joint_money_has_its_legal_agreement_first(capacity, adopted, refused):
    said = why_not(rules.check_agreed_in_law, capacity, HEALTH, adopted=adopted, on=MET)
    assert said.startswith("Health Trust has adopted no legal agreement in force on 14 October 2025.") == refused


@pytest.mark.parametrize(
    ("text", "had", "found"),
    [
        ("That £162,000 be spent on the forum.", [], ["£162,000"]),
        ("That 162k be divided: £2m and about £5,000.", [], ["162k", "£2m"]),
        ("That £162,000 be spent.", [16_200_000], []),
        ("That £5 and £5 be spent.", [], ["£5"]),
        ("That the report be noted.", [], []),
    ],
)
def test_sums_that_the_words_name_are_proposed(text, had, found):
    assert [one.words for one in rules.proposed_amounts(text, had)] == found
