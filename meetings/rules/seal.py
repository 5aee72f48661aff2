"""The sealed record: how a link of its chain is made, and which is the first that does not fit.

A link's hash is over its position, its event, the hash of its record and the hash of the link before it. What stands
beside the record in the row (which minutes, version, edition, when) stands in the record as well, so that a row
changed by somebody who can get past the triggers no longer agrees with what was hashed.
"""

import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from meetings.models import Seal
from trust.tools.refusal import Refused
from trust.tools.words import instant

FORM = "concordat-seal-1"

#: Two acts of the same moment wait for one another; a clock that was set back is further off than that.
SAME_MOMENT = dt.timedelta(minutes=1)


def canonical(thing: Any) -> str:
    """Sorted keys, no spaces, Unicode in its composed form: the same thing is the same text for ever."""
    text = json.dumps(thing, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return unicodedata.normalize("NFC", text)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def enveloped(seal: Seal, told: dict[str, Any]) -> str:
    """The record of a seal: what is sealed, in the envelope that binds it to its row."""
    return canonical({"form_of_seal": FORM, **_beside(seal), "told": told})


def link_sha256(*, position: int, event: str, record_sha256: str, previous_sha256: str) -> str:
    """The hash of a link; whoever has the four can make it again without this program."""
    link = {"position": position, "event": event, "record_sha256": record_sha256, "previous_sha256": previous_sha256}
    return sha256(canonical(link))


def linked(seal: Seal, told: dict[str, Any], last: Seal | None) -> Seal:
    """``seal`` with its place in the chain after ``last``. Refused where the clock has been set back since."""
    if last is not None and seal.sealed_at < last.sealed_at:
        check_clock(seal.sealed_at, last.sealed_at)
        seal.sealed_at = last.sealed_at
    seal.position = last.position + 1 if last else 1
    seal.previous_sha256 = last.sha256 if last else ""
    seal.record = enveloped(seal, told)
    seal.record_sha256 = sha256(seal.record)
    seal.sha256 = _made_again(seal)
    return seal


def check_clock(at: dt.datetime, last_at: dt.datetime) -> None:
    """Nothing is sealed before what is sealed already: the clock may stand still, but not go back."""
    if last_at - at > SAME_MOMENT:
        raise Refused(
            f"The clock of this service says {instant(at)}, which is before the last seal of {instant(last_at)}."
            " Nothing is sealed out of order: have the clock set right, then try again."
        )


@dataclass(frozen=True)
class Misfit:
    """The first thing that does not fit: at which seal (0 where it is none), and a sentence that says how."""

    position: int
    sentence: str


def first_that_does_not_fit(seals: Iterable[Seal]) -> Misfit | None:
    """Walk the chain from its first link; ``seals`` in order of position. None where every link fits."""
    last: Seal | None = None
    for seal in seals:
        if fault := _fault(seal, last):
            return Misfit(seal.position, f"Seal {seal.position}: {fault}")
        last = seal
    return None


def told_in(record: str) -> dict[str, Any]:
    """What was sealed, out of its envelope."""
    told: dict[str, Any] = json.loads(record)["told"]
    return told


def _fault(seal: Seal, last: Seal | None) -> str:
    """What is wrong with one link, as far as it and the one before it can say; "" where nothing is."""
    due = last.position + 1 if last else 1
    if seal.position != due:
        return f"it follows where seal {due} is due; what stood between them was taken out."
    if seal.previous_sha256 != (last.sha256 if last else ""):
        return "it does not follow on the seal before it: one of the two was changed, taken out or put in."
    if seal.record_sha256 != sha256(seal.record):
        return "its record was changed after it was sealed."
    if seal.sha256 != _made_again(seal):
        return "its hash is not that of what it seals."
    if last is not None and seal.sealed_at < last.sealed_at:
        return "it is dated before the seal that it follows."
    return _envelope_fault(seal)


def _envelope_fault(seal: Seal) -> str:
    try:
        held = json.loads(seal.record)
    except ValueError:
        return "its record cannot be read."
    if any(held.get(name) != value for name, value in _beside(seal).items()):
        return "the row says another event, meeting, version, edition or time than the record that was sealed."
    return ""


def _beside(seal: Seal) -> dict[str, Any]:
    """What stands in the row beside the record, as the record says it."""
    return {
        "event": str(seal.event),
        "minutes": seal.minutes_id,
        "version": seal.version,
        "edition": str(seal.edition),
        "sealed_at": seal.sealed_at.astimezone(dt.UTC).isoformat(),
        "sealed_by": seal.sealed_by_id,
    }


def _made_again(seal: Seal) -> str:
    return link_sha256(
        position=seal.position,
        event=str(seal.event),
        record_sha256=seal.record_sha256,
        previous_sha256=seal.previous_sha256,
    )
