"""What is said of a copy: one outcome, in a sentence a chief executive understands."""

import datetime as dt
from dataclasses import dataclass

import pytest

from meetings.rules.verdict import TEST_WARNING, Outcome, verdict
from trust.tools.signing_check import SignatureCheck

SIGNED_AT = dt.datetime(2025, 11, 12, 10, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Record:
    is_latest: bool
    subject: str = "Executive Group, 14 October 2025"


def found(**said: object) -> SignatureCheck:
    given = {"is_readable": True, "is_signed": True, "signer": "Democratic Services", "signed_at": SIGNED_AT}
    return SignatureCheck("0" * 64, **given | said)


GOOD = {"is_unaltered": True, "is_trusted": True}


@pytest.mark.parametrize(
    ("check", "known", "outcome", "heading", "sentence"),
    [
        pytest.param(
            found(**GOOD, organisation="Northshire County Council"),
            Record(True),
            Outcome.INTACT,
            "Intact, and the latest version",
            "These are the signed minutes of Executive Group, 14 October 2025, signed by “Democratic Services” of "
            "Northshire County Council on Wednesday 12 November 2025, and unchanged since. "
            "They are the latest version.",
            id="the record",
        ),
        pytest.param(
            found(**GOOD),
            Record(False),
            Outcome.INTACT,
            "Intact, but superseded by a later version",
            "These are the signed minutes of Executive Group, 14 October 2025, signed by “Democratic Services” on "
            "Wednesday 12 November 2025, and unchanged since. A later version has taken their place.",
            id="an earlier version",
        ),
        pytest.param(
            found(**GOOD),
            None,
            Outcome.INTACT,
            "Intact, but not among the records kept here",
            "This file was signed by “Democratic Services” on Wednesday 12 November 2025, and unchanged since.",
            id="from elsewhere",
        ),
        pytest.param(
            found(is_trusted=True),
            None,
            Outcome.ALTERED,
            "Altered: do not rely on this file",
            "The file was signed by “Democratic Services” on Wednesday 12 November 2025, and was changed afterwards.",
            id="altered",
        ),
        pytest.param(
            found(is_unaltered=True),
            None,
            Outcome.NOT_OURS,
            "Not signed by this partnership",
            "The file is whole, but it was signed by somebody whom this partnership has no reason to trust.",
            id="a stranger",
        ),
        pytest.param(
            SignatureCheck("0" * 64, problem="The file is empty."),
            None,
            Outcome.NOT_OURS,
            "Not a signed record",
            "The file is empty.",
            id="nothing",
        ),
    ],
)
def test_verdict(check, known, outcome, heading, sentence):
    said = verdict(check, known)
    assert (said.outcome, said.heading, said.sentences) == (outcome, heading, (sentence,))


def test_a_test_certificate_is_named_as_such():
    assert TEST_WARNING in verdict(found(**GOOD, is_test=True), Record(True)).sentences
