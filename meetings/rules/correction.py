"""Corrections made on approval: only of accuracy, addressed to words that stand there (DOMAIN rule 11)."""

import re
from collections.abc import Iterable

from meetings.models import Minutes
from trust.tools.refusal import Refused

LONGEST = 50_000


def check_can_correct(minutes: Minutes) -> None:
    """Corrections are to the text as circulated: before that the desk is open, after approval nothing is."""
    if minutes.is_locked:
        raise Refused("These minutes are approved and cannot be changed.")
    if minutes.state == Minutes.State.DRAFT:
        raise Refused("These minutes are still at the desk: change them there.")


def check_correction(text: str, was: str, becomes: str) -> None:
    """The words to be corrected stand in the paragraph exactly once, and something changes."""
    if was == becomes:
        raise Refused("Nothing is corrected: the paragraph reads as it did.")
    if len(becomes) > LONGEST:
        raise Refused(f"A paragraph holds at most {LONGEST:,} characters.")
    if not text.replace(was, becomes, 1).strip():
        raise Refused("That would leave the paragraph without words.")
    times = _times(was, text)
    if times == 0:
        raise Refused(f"“{_short(was)}” does not stand in the paragraph any longer.")
    if times > 1:
        raise Refused(f"“{_short(was)}” stands in the paragraph {times} times: it must be plain which is meant.")


def corrected(text: str, corrections: Iterable[tuple[str, str]]) -> str:
    """The paragraph with its corrections made, in their order; refused where one does not fit."""
    for was, becomes in corrections:
        check_correction(text, was, becomes)
        text = text.replace(was, becomes, 1)
    return text


def difference(before: str, after: str) -> tuple[str, str]:
    """What was changed, and into what: whole words, with as many before them as it takes to find the place again."""
    old, new = re.findall(r"\s+|\S+", before), re.findall(r"\s+|\S+", after)
    first, last = 0, 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    ends, ended = len(old) - last, len(new) - last
    while first and (_times("".join(old[first:ends]), before) != 1 or not "".join(old[first:ends]).strip()):
        first -= 1
    while ends < len(old) and _times("".join(old[first:ends]), before) != 1:
        ends, ended = ends + 1, ended + 1
    return "".join(old[first:ends]), "".join(new[first:ended])


def _times(words: str, text: str) -> int:
    """How often, places that overlap counted each."""
    return len(re.findall(f"(?={re.escape(words)})", text))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
