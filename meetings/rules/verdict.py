"""What is said of a PDF that somebody brings: one outcome, a sentence or more that a stranger understands."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from meetings.rules.record_standing import RecordStanding
from trust.tools.signing_check import SignatureCheck
from trust.tools.words import long_date, short_date


class Outcome(Enum):
    """What was found; the value is what a command leaves with."""

    INTACT = 0
    ALTERED = 1
    NOT_OURS = 2


class Known(Protocol):
    """A record of ours with exactly these bytes."""

    @property
    def standing(self) -> RecordStanding: ...

    @property
    def subject(self) -> str: ...


@dataclass(frozen=True)
class Verdict:
    outcome: Outcome
    heading: str
    sentences: tuple[str, ...]

    @property
    def is_intact(self) -> bool:
        return self.outcome is Outcome.INTACT


TEST_WARNING = (
    "The signature was made with a test certificate, which is for trying out only and proves nothing about who signed."
)
STRANGER = "Anybody can write any name into a signature of their own."


def verdict(found: SignatureCheck, known: Known | None) -> Verdict:
    """Whose signature, of which meeting, intact or altered, the latest version or not.

    What is kept here byte for byte is ours for ever, whatever became of the certificate it was signed with.
    """
    if known is not None:
        return Verdict(Outcome.INTACT, _heading(known.standing), _of_record(found, known))
    if not found.is_signed:
        return Verdict(Outcome.NOT_OURS, "Not a signed record", (found.problem,))
    if not found.is_unaltered:
        return Verdict(Outcome.ALTERED, "Altered: do not rely on this file", (_altered(found),))
    if not found.is_trusted:
        return Verdict(Outcome.NOT_OURS, "Not signed by this partnership", (_stranger(found),))
    sentence = f"This file was signed by {_who(found)}{_when(found)}, and unchanged since."
    heading = "Intact, but not among the records kept here"
    return Verdict(Outcome.INTACT, heading, (sentence, *_warnings(found)))


def _heading(standing: RecordStanding) -> str:
    if standing.stands:
        return "Intact, and the latest version"
    if standing.is_superseded:
        return "Intact, but superseded by a later version"
    if standing.withdrawn_on:
        return "Intact, but its publication was withdrawn"
    return "Intact, but opened again to be corrected"


def _of_record(found: SignatureCheck, known: Known) -> tuple[str, ...]:
    if not found.is_intact:
        first = f"This is, byte for byte, a record of this partnership: the signed minutes of {known.subject}."
        return (first, *known.standing.sentences, *_why_not_by_signature(found))
    first = (
        f"These are the signed minutes of {known.subject}, signed by {_who(found)}{_when(found)}, and unchanged since."
    )
    return (" ".join((first, *known.standing.sentences)), *_warnings(found))


def _why_not_by_signature(found: SignatureCheck) -> tuple[str, ...]:
    if found.revoked_on:
        return (_revoked(found),)
    return ("We know it by the copy kept here: by its signature alone it can no longer be told.",)


def _warnings(found: SignatureCheck) -> tuple[str, ...]:
    revoked = (_revoked(found),) if found.revoked_on else ()
    return (*((TEST_WARNING,) if found.is_test else ()), *revoked)


def _revoked(found: SignatureCheck) -> str:
    assert found.revoked_on is not None
    since = " since then" if found.is_trusted else ""
    return f"The certificate it was signed with was revoked{since}, on {short_date(found.revoked_on)}."


def _altered(found: SignatureCheck) -> str:
    if not found.signer:
        return found.problem
    if not found.is_trusted:
        return f"{found.problem} It says that it was signed by {_who(found)}. {STRANGER}"
    happened = "something was added to it" if found.problem.startswith("Something was added") else "was changed"
    return f"The file was signed by {_who(found)}{_when(found)}, and {happened} afterwards."


def _stranger(found: SignatureCheck) -> str:
    if found.revoked_on:
        return f"The file is whole, but it was signed with a certificate revoked on {short_date(found.revoked_on)}."
    return (
        "The file is whole, but it was signed by somebody whom this partnership has no reason to trust"
        f"{f', under the name {_who(found)}' if found.signer else ''}. {STRANGER}"
    )


def _who(found: SignatureCheck) -> str:
    return f"“{found.signer}”" + (f" of {found.organisation}" if found.organisation else "")


def _when(found: SignatureCheck) -> str:
    return f" on {long_date(found.signed_at)}" if found.signed_at else ""


@dataclass(frozen=True)
class CodeFound:
    """What is said of a code printed on paper."""

    heading: str
    sentences: tuple[str, ...]
    stands: bool


def said_of_code(known: Known, *, may_know: bool) -> CodeFound:
    """Who may not know of the minutes hears that there is a record, its version and how it stands, and no more."""
    standing = known.standing
    if not may_know:
        said = f"It is version {standing.version}, {standing.word}."
        return CodeFound("A signed record of this partnership", (said,), standing.stands)
    sentences = (f"The code is that of the signed minutes of {known.subject}, version {standing.version}.",)
    return CodeFound("A signed record of this partnership", (*sentences, *standing.sentences), standing.stands)
