"""The details under a verdict: what is known, in order; of a signature we do not trust only what it claims."""

import datetime as dt

from meetings.rules.verdict_details import details
from trust.tools.signing_check import SignatureCheck

AT = dt.datetime(2025, 11, 12, 10, tzinfo=dt.UTC)
SIGNED = {"is_readable": True, "is_signed": True, "signer": "Democratic Services", "signed_at": AT}


def told(**said: object) -> dict[str, str]:
    return dict(details(SignatureCheck("ab" * 32, **said), None))


def test_nothing_is_said_of_no_signature():
    assert list(told()) == ["Fingerprint of the file (SHA-256)"]


def test_a_strangers_name_is_a_claim():
    assert told(**SIGNED, organisation="Northshire County Council")["Name in the signature"] == (
        "Democratic Services, Northshire County Council (not confirmed)"
    )
    assert "Certificate" not in told(**SIGNED, issuer="Anybody", valid_from=AT, valid_until=AT)


def test_our_signature_is_told_in_full():
    ours = {"is_trusted": True, "is_unaltered": True, "issuer": "Northshire Root", "valid_from": AT, "valid_until": AT}
    said = told(**SIGNED, **ours, time_stamped_by="Clock", allows_no_change=True, is_made_to_last=True)
    assert said["Signed"] == "12 November 2025, 10am, as the time-stamp authority “Clock” confirms"
    assert said["Certificate"] == "Issued by Northshire Root, valid from 12 November 2025 to 12 November 2025"
    assert said["Later changes"] == "The signature allows none."
    assert said["Made to last"].startswith("Yes: ")


def test_without_a_time_stamp_it_is_the_signers_own_word():
    assert told(**SIGNED, is_trusted=True)["Signed"] == "12 November 2025, 10am, by the signer’s own clock"
