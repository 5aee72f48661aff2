"""What is said of a PDF that somebody brings: one outcome, one or two sentences."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from trust.tools.signing_check import SignatureCheck
from trust.tools.words import long_date


class Outcome(Enum):
    """What was found; the value is what a command leaves with."""

    INTACT = 0
    ALTERED = 1
    NOT_OURS = 2


class Known(Protocol):
    """A record of ours with exactly these bytes."""

    @property
    def is_latest(self) -> bool: ...

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


def verdict(found: SignatureCheck, known: Known | None) -> Verdict:
    """Whose signature, of which meeting, intact or altered, the latest version or not."""
    if not found.is_signed:
        return Verdict(Outcome.NOT_OURS, "Not a signed record", (found.problem,))
    if not found.is_unaltered:
        return Verdict(Outcome.ALTERED, "Altered: do not rely on this file", (_altered(found),))
    if not found.is_trusted:
        stranger = "The file is whole, but it was signed by somebody whom this partnership has no reason to trust."
        return Verdict(Outcome.NOT_OURS, "Not signed by this partnership", (stranger,))
    sentences = (_intact(found, known), *((TEST_WARNING,) if found.is_test else ()))
    return Verdict(Outcome.INTACT, _heading(known), sentences)


def _heading(known: Known | None) -> str:
    if known is None:
        return "Intact, but not among the records kept here"
    return "Intact, and the latest version" if known.is_latest else "Intact, but superseded by a later version"


def _intact(found: SignatureCheck, known: Known | None) -> str:
    what = f"These are the signed minutes of {known.subject}" if known else "This file was"
    by = f"{', ' if known else ' '}signed by {_who(found)}{_when(found)}"
    standing = " They are the latest version." if known and known.is_latest else ""
    if known and not known.is_latest:
        standing = " A later version has taken their place."
    return f"{what}{by}, and unchanged since.{standing}"


def _altered(found: SignatureCheck) -> str:
    if not found.signer:
        return found.problem
    return f"The file was signed by {_who(found)}{_when(found)}, and was changed afterwards."


def _who(found: SignatureCheck) -> str:
    return f"“{found.signer}”" + (f" of {found.organisation}" if found.organisation else "")


def _when(found: SignatureCheck) -> str:
    return f" on {long_date(found.signed_at)}" if found.signed_at else ""
