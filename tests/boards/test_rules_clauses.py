"""Clauses out of a pasted text, and the trap of one that runs on in another’s line."""

import pytest

from boards.rules import clauses as rules
from boards.rules.clauses import Words, findings, read_clauses, run_on
from trust.tools.refusal import why_not

EIGHT = "\n".join(f"({number}) Words of {number}." for number in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))


def test_4_6_eight_clauses_in_their_order():
    read = read_clauses(f"4.7 Each partner is asked to commit itself to these:\n{EIGHT}")
    assert read.lead_in == "4.7 Each partner is asked to commit itself to these:"
    assert [clause.number for clause in read.clauses] == ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
    assert read.clauses[3].text == "Words of iv."
    assert list(findings(read.clauses)) == []


def test_4_13_a_clause_run_on_in_anothers_line_is_shown_and_not_split():
    read = read_clauses("(iii) is not the first\n" + EIGHT.replace("\n(v)", " (v)"))
    assert [clause.number for clause in read.clauses] == ["i", "ii", "iii", "iv", "vi", "vii", "viii"]
    assert list(findings(read.clauses)) == [
        (3, "(v) stands within (iv). If it is a clause of its own, split it there.")
    ]
    seen = run_on(read.clauses[3], "vi")
    assert (seen.before, seen.next_number, seen.after) == ("Words of iv.", "v", "Words of v.")


def test_a_missing_number_is_pointed_out():
    read = read_clauses("1. One\n2. Two\n4. Four")
    assert list(findings(read.clauses)) == [(1, "(4) follows (2): a number may be missing between them.")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("a) One\nb) Two", ["a", "b"], id="letters"),
        pytest.param("1. One\n  more of it\n2. Two", ["1", "2"], id="a second line belongs to its clause"),
        pytest.param(
            "(i) One\n(a) of this\n(b) of that\n(ii) Two", ["i", "ii"], id="a list within a clause stays in it"
        ),
        pytest.param("1.1 One\n1.2 Two", ["1.1", "1.2"], id="numbers of two figures"),
        pytest.param("No clause at all", [], id="words without a number"),
    ],
)
def test_reading(text, numbers):
    assert [clause.number for clause in read_clauses(text).clauses] == numbers


@pytest.mark.parametrize(
    ("clauses", "refusal"),
    [
        pytest.param([], "No line begins with a number such as (i) or 1.", id="none"),
        pytest.param([Words("i", "")], "Give the clause its words.", id="without words"),
        pytest.param([Words("i", "x")], "", id="one"),
    ],
)
def test_what_can_be_taken_in(clauses, refusal):
    assert why_not(rules.check_pasted, clauses).startswith(refusal)
    assert bool(why_not(rules.check_pasted, clauses)) == bool(refusal)


def test_a_number_stands_once():
    assert why_not(rules.check_clause, "II", "Words", ["i", "ii"]) == "There is a clause II already."
