"""What is said of a copy: one outcome, in a sentence a chief executive understands."""

import datetime as dt
from dataclasses import dataclass

import pytest

from meetings.rules.record_standing import RecordStanding
from meetings.rules.verdict import TEST_WARNING, Outcome, said_of_code, verdict
from trust.tools.signing_check import SignatureCheck

SIGNED_AT = dt.datetime(2025, 11, 12, 10, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Record:
    standing: RecordStanding
    subject: str = "Executive Group, 14 October 2025"


LATEST = Record(RecordStanding())
EARLIER = Record(RecordStanding(now=2, approved=2))
OPEN = Record(RecordStanding(now=2, reopened_on=dt.date(2026, 2, 3)))
WITHDRAWN = Record(RecordStanding(withdrawn_on=dt.date(2026, 3, 4)))
OURS = "This is, byte for byte, a record of this partnership: the signed minutes of Executive Group, 14 October 2025."
REVOKED = dt.datetime(2025, 12, 1, tzinfo=dt.UTC)


def found(**said: object) -> SignatureCheck:
    given = {"is_readable": True, "is_signed": True, "signer": "Democratic Services", "signed_at": SIGNED_AT}
    return SignatureCheck("0" * 64, **given | said)


ADDED = "Something was added to the file after it was signed."
GOOD = {"is_unaltered": True, "is_trusted": True}


@pytest.mark.parametrize(
    ("check", "known", "outcome", "heading", "sentence"),
    [
        pytest.param(
            found(**GOOD, organisation="Northshire County Council"),
            LATEST,
            Outcome.INTACT,
            "Intact, and the latest version",
            "These are the signed minutes of Executive Group, 14 October 2025, signed by “Democratic Services” of "
            "Northshire County Council on Wednesday 12 November 2025, and unchanged since. "
            "They are the latest version.",
            id="the record",
        ),
        pytest.param(
            found(**GOOD),
            EARLIER,
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
            "The file is whole, but it was signed by somebody whom this partnership has no reason to trust, under "
            "the name “Democratic Services”. Anybody can write any name into a signature of their own.",
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


@pytest.mark.parametrize(
    ("check", "known", "heading", "sentences"),
    [
        pytest.param(
            found(**GOOD),
            WITHDRAWN,
            "Intact, but its publication was withdrawn",
            ("The publication of this version was withdrawn on 4 March 2026.",),
            id="withdrawn",
        ),
        pytest.param(
            found(**GOOD),
            OPEN,
            "Intact, but opened again to be corrected",
            ("opened again on 3 February 2026 to be corrected, and no later version is approved yet.",),
            id="opened again",
        ),
        pytest.param(
            found(**GOOD, revoked_on=REVOKED),
            LATEST,
            "Intact, and the latest version",
            ("The certificate it was signed with was revoked since then, on 1 December 2025.",),
            id="its certificate was revoked later",
        ),
        pytest.param(
            found(is_unaltered=True),
            LATEST,
            "Intact, and the latest version",
            (OURS, "by its signature alone it can no longer be told"),
            id="its certificate is no longer trusted",
        ),
        pytest.param(
            SignatureCheck("0" * 64), LATEST, "Intact, and the latest version", (OURS,), id="its reader broke"
        ),
    ],
)
def test_what_is_kept_here_is_ours_whatever_happened_since(check, known, heading, sentences):
    said = verdict(check, known)
    assert (said.outcome, said.heading) == (Outcome.INTACT, heading)
    assert [one for one in sentences if one not in " ".join(said.sentences)] == []


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (found(**GOOD | {"is_unaltered": False}, problem=ADDED), "2025, and something was added to it afterwards."),
        (
            found(problem=ADDED),
            f"{ADDED} It says that it was signed by “Democratic Services”. Anybody can write any name",
        ),
        (SignatureCheck("0" * 64, is_signed=True, problem="The file’s signature is damaged."), "signature is damaged."),
    ],
)
def test_what_was_done_to_an_altered_copy(check, sentence):
    said = verdict(check, None)
    assert said.outcome is Outcome.ALTERED
    assert sentence in said.sentences[0]


def test_a_revoked_certificate_is_named():
    said = verdict(found(is_unaltered=True, revoked_on=dt.datetime(2025, 3, 1, tzinfo=dt.UTC)), None)
    assert said.outcome is Outcome.NOT_OURS
    assert "a certificate revoked on 1 March 2025" in said.sentences[0]


@pytest.mark.parametrize(
    ("may_know", "says"),
    [
        (True, ("of Executive Group, 14 October 2025, version 1.", "A later version has taken their place.")),
        (False, ("It is version 1, superseded by a later version.",)),
    ],
)
def test_a_code_tells_a_stranger_no_more_than_how_it_stands(may_know, says):
    said = said_of_code(EARLIER, may_know=may_know)
    assert (said.heading, said.stands) == ("A signed record of this partnership", False)
    assert all(one in " ".join(said.sentences) for one in says)
    assert ("Executive" in " ".join(said.sentences)) is may_know


def test_a_test_certificate_is_named_as_such():
    assert TEST_WARNING in verdict(found(**GOOD, is_test=True), LATEST).sentences
