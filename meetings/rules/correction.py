"""Corrections made on approval: only of accuracy, addressed to words that stand there (DOMAIN rule 11)."""

import re
from collections.abc import Collection, Iterable

from meetings.models import Minutes
from meetings.rules.document import MinutesDocument
from trust.tools.refusal import Refused
from trust.tools.words import listing

LONGEST, LONGEST_REASON = 50_000, 1_000
NO_REASON = "Say why the correction was not accepted: the approving minutes record it."


def check_can_correct(minutes: Minutes) -> None:
    """Corrections are to the text as circulated: before that the desk is open, after approval nothing is."""
    if minutes.is_locked:
        raise Refused("These minutes are approved and cannot be changed.")
    if minutes.state == Minutes.State.DRAFT:
        raise Refused("These minutes are still at the desk: change them there.")


def check_no_board_approved(names: Collection[str]) -> None:
    """What one board of a joint meeting has approved is not changed before another approves it."""
    if names:
        raise Refused(
            f"The {listing(names)} {'has' if len(names) == 1 else 'have'} approved these words already. "
            "Return the minutes to the desk to change them: every board then approves them anew."
        )


def check_ruled(reason: str) -> None:
    """A correction that is not accepted has its reason, which the approving minutes record."""
    if not reason.strip():
        raise Refused(NO_REASON)
    if len(reason) > LONGEST_REASON:
        raise Refused(f"A reason holds at most {LONGEST_REASON:,} characters.")


def check_record_correction(was: str, becomes: str) -> None:
    """A correction to what stands before the business: which line, and how it should read."""
    if not becomes.strip():
        raise Refused("Say how it should read.")
    if was.strip() == becomes.strip():
        raise Refused("Nothing is corrected: the line reads as it did.")
    if max(len(was), len(becomes)) > LONGEST_REASON:
        raise Refused(f"A line holds at most {LONGEST_REASON:,} characters.")


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


def record_lines(document: MinutesDocument) -> list[str]:
    """What stands before the business, a line each, as it is corrected: who was there, presided and declared."""
    lists = [("", document.present), (" (in attendance)", document.in_attendance)]
    lists += [(" (apologies)", document.apologies), (" (absent)", document.absent)]
    found = [
        f"{', '.join(filter(None, (one.name, one.post, one.organisation, one.note)))}{where}"
        for where, people in lists
        for one in people
    ]
    found += document.others
    found += [f"{one.name} declared: {one.interest or one.kind.lower()}" for one in document.declarations]
    return list(dict.fromkeys(filter(None, [*found, document.nil_returns])))


def _times(words: str, text: str) -> int:
    """How often, places that overlap counted each."""
    return len(re.findall(f"(?={re.escape(words)})", text))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
