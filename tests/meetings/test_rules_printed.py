"""What was noted and what was resolved are printed as lists, each decision still one of its own (0.1 to 0.3)."""

import pytest

from meetings.models import Decision, Minute
from meetings.rules.printed import letters_of, printed_words, words_alone
from trust.tools.markup import as_text


def block(pk, kind, text, **fields):
    """A decision of ``kind``, or a block of another kind where it is "discussion" or "noting"."""
    if kind in ("discussion", "noting"):
        found = Minute(pk=pk, kind="noted" if kind == "noting" else kind, text=text)
        found._state.fields_cache["decision"] = None
        return found
    found = Minute(pk=pk, kind="decision", text=text)
    found.decision = Decision(pk=pk, block=found, kind=kind, **fields)
    return found


def blocks(*given):
    return [block(pk, *one) if isinstance(one, tuple) else one for pk, one in enumerate(given, 1)]


@pytest.mark.parametrize(
    ("kinds", "letters"),
    [
        ([], []),
        (["agreed"], [""]),
        (["agreed", "requested"], ["a", "b"]),
        (["resolved", "resolved", "resolved"], ["1", "2", "3"]),
        (["resolved", "resolved", "requested"], ["1", "2", ""]),
        (["resolved", "agreed"], ["a", "b"]),
        (["noted", "resolved", "resolved"], ["", "1", "2"]),
        (["noted", "agreed"], ["", ""]),
        (["agreed", "resolved", "lost", "resolved"], ["a", "1", "b", "2"]),
    ],
)
def test_0_1_several_decisions_are_lettered_or_numbered(kinds, letters):
    assert letters_of([one.decision for one in blocks(*((kind, "Words.") for kind in kinds))]) == letters


def test_after_z_comes_aa():
    assert letters_of([one.decision for one in blocks(*[("agreed", "So.")] * 28)])[-3:] == ["z", "aa", "ab"]


def printed(*given):
    found = blocks(*given)
    words = printed_words(found)
    return [as_text(words.get(one.pk, one.text)) for one in found]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(
            [("noted", "RESOLVED: That the report be noted."), ("requested", "the trust be requested to reply.")],
            ["RESOLVED: That\n(1) the report be noted; and", "(2) the trust be requested to reply."],
            id="0.3 two resolutions of different kinds",
        ),
        pytest.param(
            [("resolved", "That one;"), ("resolved", "(2) two; and"), ("resolved", "RESOLVED That three")],
            ["RESOLVED: That\n(1) one;", "(2) two; and", "(3) three."],
            id="three, however they were ended",
        ),
        pytest.param([("resolved", "That it be so.")], ["That it be so."], id="one is as it was typed"),
        pytest.param(
            [("resolved", "one."), ("discussion", "They spoke."), ("resolved", "two.")],
            ["RESOLVED: That\n(1) one.", "They spoke.", "RESOLVED: That\n(2) two."],
            id="talk between them",
        ),
        pytest.param(
            [("resolved", "The one."), ("resolved", "two."), ("agreed", "Option 3 was agreed.")],
            ["RESOLVED: That\n(1) the one; and", "(2) two.", "Option 3 was agreed."],
            id="another kind after them",
        ),
        pytest.param(
            [("noting", "- referrals had risen\n  - from schools"), ("noting", "the wait")],
            ["The Board noted:\n• referrals had risen\n  • from schools", "• the wait"],
            id="0.2 noted points with sub-points",
        ),
        pytest.param(
            [("noting", "The Board noted:\n- one")], ["The Board noted:\n• one"], id="its lead is not said twice"
        ),
        pytest.param(
            [("discussion", "The Board noted:"), ("noting", "- one"), ("noting", "two")],
            ["The Board noted:", "• one", "• two"],
            id="its lead is not said twice where it stands in a block of its own",
        ),
        pytest.param([("noting", "The report was noted.")], ["The report was noted."], id="a whole sentence"),
        pytest.param(
            [("noted", "Three are red."), ("noted", "The minutes were there."), ("requested", "More is asked.")],
            ["The Board noted:\n• Three are red.", "• The minutes were there.", "More is asked."],
            id="0.1 sentences noted one after another",
        ),
        pytest.param(
            [("noted", "Three are red."), ("noted", "The report was noted.")],
            ["Three are red.", "The report was noted."],
            id="sentences that say it themselves",
        ),
        pytest.param([("noted", "the report.")], ["The Board noted:\n• the report."], id="a decision to note"),
    ],
)
def test_0_1_printed_as_one_list(given, told):
    assert printed(*given) == told


def test_what_was_recorded_in_error_is_in_no_list():
    struck = block(2, "resolved", "two.", struck_reason="Twice.")
    given = [block(1, "resolved", "one."), struck, block(3, "resolved", "three.")]
    assert printed_words(given) == {1: "**RESOLVED: That**\n(1) one.", 3: "**RESOLVED: That**\n(2) three."}


@pytest.mark.parametrize("outcome", ["status_quo", "lost"])
def test_1_16_v_what_was_not_carried_or_not_agreed_is_not_under_resolved(outcome):
    kept = block(2, "resolved", "the money be spent.", outcome=outcome, letter="2")
    given = [block(1, "resolved", "one."), kept, block(3, "resolved", "three.")]
    assert printed_words(given) == {1: "**RESOLVED: That**\n(1) one.", 3: "**RESOLVED: That**\n(3) three."}


@pytest.mark.parametrize(("outcome", "words"), [
    ("status_quo", "That the money be spent."),
    ("lost", "That the money be spent."),
    ("carried", "RESOLVED: That the money be spent."),
    ("", "RESOLVED: That the money be spent."),
])  # fmt: skip
def test_1_16_v_nothing_is_called_resolved_that_was_not(outcome, words):
    assert words_alone(block(1, "resolved", "RESOLVED: That the money be spent.", outcome=outcome)) == words
