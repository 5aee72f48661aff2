"""Two officers in one item, by table and by any sequence of keys, saves and lost answers: nothing lost, nothing twice.

The desk's own modules do it, in a browser without a page; two_writers.js is their keyboards and their server.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
#: Two keyboards and the server, as one function of the browser.
WRITERS = (Path(__file__).parent / "two_writers.js").read_text()
#: base, mine, theirs, together
TOGETHER = [
    ("The forum met", "The forum met.", "The forum met twice.", "The forum met. twice."),
    ("said; ", "said; mine; ", "said; theirs; ", "said; theirs; mine; "),
    ("said;", "said;mine; ", "said; theirs; ", "said; theirs; mine; "),
    ("said;", "said; mine; ", "misaid;", "misaid; mine; "),
    ("el", "kirsty1; el", "elan1; ", "kirsty1; elan1; "),
    ("school", "schools", "school children", "schools children"),
    ("school", "schools", "schooling", "schooling schools"),
    ("£4", "£14", "£40", "£40 £14"),
    ("£4", "£4,500", "£4.50", "£4.50 £4,500"),
    ("cat", "cats", "dogs", "dogs cats"),
    ("met", "met", "met twice", "met twice"),
]
STEP = st.tuples(
    st.integers(0, 1), st.sampled_from(["press", "press", "save", "lose", "pulse", "take"]), st.integers(1, 20)
)
#: Half a word is saved before a whole one, who wrote that goes on; and a save whose answer is lost.
GLUED = [(0, "press", 8), (0, "save", 1), (1, "pulse", 1), (1, "press", 3), (1, "save", 1), (0, "press", 9)]
UNANSWERED = [(0, "press", 9), (0, "lose", 1), (1, "pulse", 1), (1, "press", 7), (1, "save", 1), (0, "press", 9)]


@pytest.fixture
def written(page, live_server):
    """``written(steps)``: what two writers come to."""
    page.goto(f"{live_server.url}/account/login/")
    return lambda steps: page.evaluate(WRITERS, [steps, "/static/trust/desk/"])


def check_once(come_to):
    """Every word typed stands in the record once, and both desks show the record."""
    found = {word: come_to["record"].count(word) for word in come_to["typed"]}
    assert found == dict.fromkeys(found, 1), come_to
    assert {text.strip() for text in come_to["screens"]} == {come_to["record"].strip()}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=60))
@example(steps=GLUED)
@example(steps=UNANSWERED)
def test_whatever_two_write_save_and_lose_every_word_stands_once(written, steps):
    check_once(written(steps))


@pytest.mark.parametrize(("base", "mine", "theirs", "together"), TOGETHER)
def test_two_wordings_are_put_together(ask, base, mine, theirs, together):
    assert ask("merge", "(m, given) => m.mergedText(...given)", [mine, theirs, base]) == together
