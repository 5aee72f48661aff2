"""Who signs minutes, in which capacity, and what they state (LGA 1972 Sch 12 para 41; DOMAIN rules 1, 2, 6, 57, 58)."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from boards.models import Person, TermsOfReference
from boards.permissions import PUBLISH, SIGN
from meetings.models import Approval, Attendance, Meeting, Minutes, Signature
from trust.tools.refusal import NotPermitted, Refused
from trust.tools.words import listing, long_date, short_date

Signatory = TermsOfReference.Signatory


@dataclass(frozen=True)
class Signer:
    """Somebody who may sign a set of minutes, as what. ``person`` is None where only a name was recorded."""

    name: str
    capacity: str
    approval: Approval
    attendance: Attendance | None = None
    person: Person | None = None


def signatory_of(terms: TermsOfReference | None) -> str:
    """Whom the terms let sign; where there are none, whoever presides at the approving meeting."""
    return terms.signatory if terms else Signatory.PRESIDING


def check_somebody_signs(signatory: str) -> None:
    if signatory == Signatory.NOBODY:
        raise Refused("By its terms of reference nobody signs the minutes of this board.")


def check_can_sign(minutes: Minutes, signatory: str, signed: Signature | None) -> None:
    """Approved minutes are signed, once for each version."""
    check_somebody_signs(signatory)
    if not minutes.is_locked:
        raise Refused("These minutes are a draft. They are signed once a meeting has approved them.")
    if signed is not None:
        raise Refused(f"{signed.name} signed these minutes on {short_date(signed.signed_date)}. They are signed once.")


def check_may_see_signing(signers: Sequence[Signer], *, is_signer: bool, words: Collection[str]) -> None:
    """The page is for who signs and for the officers who keep the record; members are told who signs."""
    if is_signer or {PUBLISH, SIGN} & set(words):
        return
    raise NotPermitted(who_signs(signers) if words else "Only members and officers of this board see who signs.")


def check_may_keep_scan(own: Signer | None, words: Collection[str], named: Signer | None = None) -> None:
    """Signed on paper is as final as signed here: nobody keeps a scan in whose name somebody else signs, but those who
    publish for the board. ``own`` is as whom the one who asks may sign, ``named`` who the scan is said to be by."""
    if PUBLISH in words or (own is not None and named in (None, own)):
        return
    raise NotPermitted(
        "Only the officers who publish for this board, and whoever signs these minutes, keep the scan of the leaves."
    )


def check_signs(signer: Signer | None, signers: Sequence[Signer]) -> None:
    """Somebody else than who may, is told who may."""
    if signer is None:
        raise NotPermitted(who_signs(signers))


def who_signs(signers: Sequence[Signer]) -> str:
    """Only Rhiannon Vale signs these minutes, presiding at the meeting of …"""
    if not signers:
        return "Nobody is recorded as presiding at the approving meeting, so nobody can sign these minutes yet."
    told = listing((f"{one.name}, {one.capacity[:1].lower()}{one.capacity[1:]}" for one in signers), "or")
    return f"Only who may by the terms of reference signs these minutes: {told}."


def presiding_capacity(meeting: Meeting) -> str:
    return f"Presiding at the meeting of the {meeting.board} on {long_date(meeting.date)}"


def intention(signer: Signer, minutes: Minutes) -> str:
    """What somebody states who signs: who, as what, which text, and that it is correct."""
    return (
        f"I, {signer.name}, {signer.capacity[:1].lower()}{signer.capacity[1:]}, have read the minutes of the meeting of"
        f" the {minutes.meeting.board} on {long_date(minutes.meeting.date)}, version {minutes.version},"
        " and sign them as a correct record."
    )


def named(signers: Sequence[Signer], name: str) -> Signer:
    """The one of this full name; spaces and capitals do not matter."""
    wanted = _plain(name)
    for signer in signers:
        if _plain(signer.name) == wanted:
            return signer
    raise Refused(who_signs(signers))


def check_full_name(signer: Signer, name: str) -> None:
    if _plain(signer.name) != _plain(name):
        raise Refused(f"Give your full name as the record has it: {signer.name}.")


def check_same_text(shown: str, sealed: str) -> None:
    """What is signed is what was read: the fingerprint of the page is that of the seal."""
    if shown != sealed:
        raise Refused("These are not the words you were shown. Read the minutes again, then sign.")


def check_same_code(given: str, printed: str) -> None:
    """The code at the foot of the leaves that were signed is that of these minutes at this version."""
    if _letters(given) != _letters(printed):
        raise Refused(
            "That is not the code of these minutes. Give the one at the foot of the leaves that were signed; leaves"
            " with another code are another text, and are not a signature of this one."
        )


def check_signed_date(day: dt.date, signer: Signer, *, on: dt.date) -> None:
    """Not before the approving meeting, and not in days to come."""
    if day > on:
        raise Refused("The day of signing is still to come.")
    meeting = signer.approval.at_meeting
    if meeting is not None and day < meeting.date:
        raise Refused(f"The minutes were approved on {long_date(meeting.date)} and cannot have been signed before.")


def signed_told(signature: Signature) -> dict[str, str]:
    """What the seal of a signature says of it."""
    return {
        "name": signature.name,
        "capacity": signature.capacity,
        "intention": signature.intention,
        "means": str(signature.means),
        "signed_date": signature.signed_date.isoformat(),
        "text_sha256": signature.text_sha256,
        "scan_sha256": signature.scan_sha256,
        "approved_sha256": signature.seal.sha256,
    }


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
