"""When a link in a mail opens, and what is said when it does not, as a table (issue 6 §2, bad input)."""

import pytest

from actions.rules.link import Standing, standing_of

ASKED = ("at_desk", "settled", "passed_on", "done", "spent", "expired")


@pytest.mark.parametrize(
    ("so", "standing"),
    [
        ((), Standing.OPENS),
        (("at_desk",), Standing.UNKNOWN),
        (("at_desk", "settled", "spent"), Standing.UNKNOWN),
        (("settled",), Standing.SETTLED),
        (("settled", "passed_on", "done", "spent", "expired"), Standing.SETTLED),
        (("passed_on",), Standing.PASSED_ON),
        (("passed_on", "done"), Standing.PASSED_ON),
        (("done",), Standing.DONE),
        (("done", "spent"), Standing.DONE),
        (("spent",), Standing.SPENT),
        (("spent", "expired"), Standing.SPENT),
        (("expired",), Standing.EXPIRED),
    ],
)
def test_bad_input_what_lasts_is_said_before_what_a_fresh_link_mends(so, standing):
    assert standing_of({name: name in so for name in ASKED}) is standing


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_its_sentence_and_only_what_passes_may_be_renewed(standing):
    assert bool(standing.sentence) != standing.opens
    assert standing.may_renew == (standing in (Standing.SPENT, Standing.EXPIRED))
