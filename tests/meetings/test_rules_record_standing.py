"""What became of a signed record, in whatever order it happened, in a few words and in sentences."""

import datetime as dt

import pytest

from meetings.rules.record_standing import RecordStanding

REOPENED, WITHDRAWN = dt.date(2026, 2, 3), dt.date(2026, 3, 4)
LATEST = "They are the latest version."
REPLACED = "A later version has taken their place."
GONE = "The publication of this version was withdrawn on 4 March 2026."


@pytest.mark.parametrize(
    ("standing", "stands", "word", "sentences"),
    [
        (RecordStanding(), True, "the latest version", (LATEST,)),
        (
            RecordStanding(withdrawn_on=WITHDRAWN),
            False,
            "the latest version, its publication withdrawn",
            (LATEST, GONE),
        ),
        (
            RecordStanding(now=2, reopened_on=REOPENED),
            False,
            "opened again to be corrected",
            (
                "The minutes were opened again on 3 February 2026 to be corrected, and no later version is approved "
                "yet.",
            ),
        ),
        (RecordStanding(now=2, approved=2), False, "superseded by a later version", (REPLACED,)),
        (
            RecordStanding(now=3, approved=2, reopened_on=REOPENED, withdrawn_on=WITHDRAWN),
            False,
            "superseded by a later version, its publication withdrawn",
            (f"{REPLACED} The minutes had been opened again on 3 February 2026 to be corrected.", GONE),
        ),
        (RecordStanding(version=2, now=2, approved=2), True, "the latest version", (LATEST,)),
        (RecordStanding(now=2), False, "opened again to be corrected", None),
    ],
)
def test_standing(standing, stands, word, sentences):
    assert (standing.stands, standing.word) == (stands, word)
    assert sentences is None or standing.sentences == sentences
