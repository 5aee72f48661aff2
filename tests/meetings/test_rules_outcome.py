"""Whether a decision stands, and what it waits for, as a table (requirements 0.10, 1.16)."""

import datetime as dt

import pytest

from meetings.rules.outcome import Awaited, DecisionFacts, Quarrel, Share, in_dispute, standing_of

MET, LATER, LAST = dt.date(2025, 10, 14), dt.date(2025, 11, 3), dt.date(2025, 12, 1)
HEALTH = Share("Health Trust", 16_200_000)
AGREED = Share("Health Trust", 16_200_000, "agreed", MET)
AGREED_LATER = Share("Health Trust", 16_200_000, "agreed", LATER)
DECLINED = Share("Health Trust", 16_200_000, "declined", MET)
POLICE = Share("Police", 2_000_000)
BODY = Awaited("The Executive Board", expected=LATER)
ANSWERED = Awaited("The Executive Board", "agreed", LATER)
CHANGED = Awaited("The Executive Board", "amended", LATER, words="From May.")
SAID_NO = Awaited("The Executive Board", "declined", LATER)
OPEN, SETTLED = Quarrel("open"), Quarrel("agreed", LAST)
LAPSED = Quarrel("lapsed", LAST, "Nobody moved.")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        pytest.param({}, "It stands since 14 October 2025.", id="carried and nothing else"),
        pytest.param({"carried": False, "voted": "Lost by 2 to 3."}, "Lost by 2 to 3.", id="lost"),
        pytest.param({"carried": None, "voted": "There is a tie."}, "There is a tie.", id="no result"),
        pytest.param({"carried": None}, "How it was decided is not recorded.", id="nothing recorded"),
        pytest.param({"shares": [AGREED]}, "It stands since 14 October 2025.", id="agreed in the room"),
        pytest.param(
            {"shares": [HEALTH]},
            "The status quo remains: Health Trust has not agreed to spend £162,000 of its money.",
            id="whose money it is did not answer",
        ),
        pytest.param(
            {"shares": [DECLINED, POLICE]},
            "The status quo remains: Health Trust did not agree to spend £162,000 of its money and Police has not "
            "agreed to spend £20,000 of its money.",
            id="two owners",
        ),
        pytest.param(
            {"shares": [HEALTH, HEALTH]},
            "The status quo remains: Health Trust has not agreed to spend £324,000 of its money.",
            id="two lines of one owner",
        ),
        pytest.param(
            {"shares": [AGREED_LATER]},
            "It stands since 3 November 2025, when Health Trust agreed.",
            id="agreed in writing afterwards",
        ),
        pytest.param(
            {"shares": [DECLINED], "was_status_quo": True, "dispute": LAPSED},
            "The status quo remains: the dispute ended without agreement on 1 December 2025. Nobody moved.",
            id="lapsed",
        ),
        pytest.param(
            {"shares": [AGREED_LATER], "was_status_quo": True, "dispute": Quarrel("agreed", LATER)},
            "It stands since 3 November 2025, when Health Trust agreed.",
            id="the dispute ended as agreed",
        ),
        pytest.param(
            {"carried": False, "by_consensus_only": True},
            "The status quo remains: the partners did not agree.",
            id="no consensus",
        ),
        pytest.param(
            {"voted": "The status quo remains: two partners differ.", "was_status_quo": True, "dispute": OPEN},
            "The status quo remains: two partners differ.",
            id="no consensus, as recorded",
        ),
        pytest.param(
            {"was_status_quo": True, "dispute": SETTLED},
            "It stands since 1 December 2025, when the partners in dispute agreed.",
            id="no consensus, settled later",
        ),
        pytest.param(
            {"conditions": [BODY]},
            "It does not stand yet: it waits for the answer of the Executive Board, expected on 3 November 2025.",
            id="another body has not answered",
        ),
        pytest.param(
            {"conditions": [ANSWERED]},
            "It stands since 3 November 2025, when the Executive Board agreed.",
            id="another body agreed",
        ),
        pytest.param(
            {"conditions": [CHANGED]},
            "It stands since 3 November 2025, when the Executive Board agreed. The Executive Board agreed with "
            "changes: From May.",
            id="another body agreed with changes",
        ),
        pytest.param(
            {"conditions": [SAID_NO]},
            "It does not stand: the Executive Board did not agree on 3 November 2025.",
            id="another body did not agree",
        ),
        pytest.param(
            {"needs_ratifying": True},
            "It does not stand yet: it waits for ratification at a meeting.",
            id="to be ratified",
        ),
        pytest.param(
            {"needs_ratifying": True, "ratified": LATER},
            "It stands since 3 November 2025, when it was ratified.",
            id="ratified",
        ),
        pytest.param({"struck": True}, "It was recorded in error and does not stand.", id="recorded in error"),
    ],
)
def test_how_it_stands(given, sentence):
    facts = DecisionFacts(**{"decided": MET, "carried": True} | given)
    assert standing_of(facts).sentence == sentence


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({}, "carried"),
        ({"carried": False}, "lost"),
        ({"carried": False, "by_consensus_only": True}, "status_quo"),
        ({"carried": None}, ""),
        ({"shares": [HEALTH]}, "status_quo"),
        ({"shares": [AGREED], "conditions": [BODY]}, "waits"),
        ({"shares": [HEALTH], "conditions": [BODY]}, "status_quo"),
        ({"needs_ratifying": True}, "waits"),
        ({"carried": False, "shares": [AGREED]}, "lost"),
    ],
)
def test_what_is_recorded(given, outcome):
    standing = standing_of(DecisionFacts(**{"decided": MET, "carried": True} | given))
    assert standing.outcome == outcome
    assert standing.stands == (outcome == "carried")


def test_what_it_waits_for_is_told_in_order():
    facts = DecisionFacts(MET, True, conditions=[BODY], needs_ratifying=True)
    assert standing_of(facts).waits_for == (
        "the answer of the Executive Board, expected on 3 November 2025",
        "ratification at a meeting",
    )


def test_who_is_in_dispute():
    assert in_dispute([HEALTH, AGREED, POLICE, POLICE]) == ("Health Trust", "Police")
