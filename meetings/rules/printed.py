"""Decisions of an item as they are printed: what was noted as one list, what was resolved as another (0.1 to 0.3).

"RESOLVED: That (1) the report be noted; and (2) the trust be requested to reply." is one sentence over several blocks,
each of which stays a decision of its own, with its own kind and number.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from string import ascii_lowercase

from meetings.models import Decision, Minute

Kind = Decision.Kind
RESOLVED, NOTED = "RESOLVED: That", "The Board noted:"
#: What came out so keeps its letter, and stands under its outcome and not under "RESOLVED: That" (requirement 1.16 v).
NOT_RESOLVED = (Decision.Outcome.LOST, Decision.Outcome.STATUS_QUO)

_OPENS = re.compile(r"^[\s*_]*RESOLVED\b[\s*_]*:?[\s*_]*(?:that\b)?[\s*_]*:?[\s*_]*", re.IGNORECASE)
_THAT = re.compile(r"^\s*(?:that\b\s*)?(?:\(\d{1,3}\)\s*)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:The|An?)(?=\s)")
_ENDS = re.compile(r"[\s;,.]*(?:[;,]\s*and)?[\s;,.]*$")
_POINT = re.compile(r"^\s*(?:[-*+•]|\(?\w{1,3}[.)])\s+\S")
_SAYS_NOTED = re.compile(r"\bnot(?:ed|es)\b", re.IGNORECASE)
_LEADS = re.compile(r"noted\s*:\s*$", re.IGNORECASE)


def letters_of(decisions: Sequence[Decision]) -> list[str]:
    """What tells several decisions of an item apart: 1, 2, 3 for resolutions, which are one list; a, b, c for others.

    What was noted is a list of its own and has none, nor has a decision that is the only one of its list.
    """
    resolved = [place for place, member in enumerate(_resolved(decisions)) if member]
    resolved = resolved if len(resolved) > 1 else []
    others = [place for place, one in enumerate(decisions) if one.kind != Kind.NOTED and place not in resolved]
    letters = [""] * len(decisions)
    for number, place in enumerate(resolved, 1):
        letters[place] = str(number)
    for number, place in enumerate(others if len(others) > 1 else []):
        letters[place] = _letter(number)
    return letters


def letters_shown(blocks: Iterable[Minute]) -> dict[int, str]:
    """By decision: the letter it was given, or would be given now."""
    decisions = [one for block in blocks if (one := _decision(block)) and not one.struck_reason]
    letters = zip(decisions, letters_of(decisions), strict=True)
    return {one.pk: one.letter if one.recorded_at else letter for one, letter in letters}


def printed_words(blocks: Sequence[Minute]) -> dict[int, str]:
    """The words of each block that is printed in a list, by block; the others are printed as they were typed."""
    letters = letters_shown(blocks)
    printed: dict[int, str] = {}
    before: list[Minute] = []
    for name, found in groupby(blocks, key=lambda block: _list_of(block, letters)):
        run = list(found)
        if name == RESOLVED:
            printed |= _as_resolved(run, letters)
        elif name == NOTED:
            printed |= _as_noted(run, led=bool(before and _LEADS.search(before[-1].text)))
        before = run
    return printed


def words_alone(block: Minute) -> str:
    """The words of a block that is in no list: as typed, but that nothing is called resolved which was not."""
    decision = _decision(block)
    if decision is None or decision.outcome not in NOT_RESOLVED or not _OPENS.match(block.text):
        return block.text
    return f"That {_OPENS.sub('', block.text)}"


def _resolved(decisions: Sequence[Decision]) -> list[bool]:
    """Whether each is part of "RESOLVED: That": it says so, or goes on in the same sentence after one that does."""
    members: list[bool] = []
    for decision in decisions:
        words = decision.block.text
        opens = decision.kind == Kind.RESOLVED or bool(_OPENS.match(words))
        goes_on = words.lstrip()[:1].islower() or bool(re.match(r"\s*That\b", words))
        members.append(opens or (any(members) and goes_on))
    return members


def _letter(number: int) -> str:
    """a to z, then aa, ab, …"""
    before, last = divmod(number, len(ascii_lowercase))
    return (_letter(before - 1) if before else "") + ascii_lowercase[last]


def _decision(block: Minute) -> Decision | None:
    return getattr(block, "decision", None)


def _list_of(block: Minute, letters: dict[int, str]) -> str:
    decision = _decision(block)
    if decision is not None and decision.outcome in NOT_RESOLVED:
        return ""
    if decision is not None and letters.get(decision.pk, "").isdigit():
        return RESOLVED
    is_noted = block.kind == Minute.Kind.NOTED or (decision is not None and decision.kind == Kind.NOTED)
    return NOTED if is_noted and not (decision and decision.struck_reason) else ""


def _as_resolved(run: Sequence[Minute], letters: dict[int, str]) -> dict[int, str]:
    printed = {}
    for block, following in pairwise([*run, None]):
        assert block is not None
        decision = _decision(block)
        assert decision is not None
        words = _THAT.sub("", _OPENS.sub("", block.text)).rstrip()
        words = _ARTICLE.sub(lambda article: article[0].lower(), words)
        if "\n" not in words:
            then = "." if following is None else "; and" if following is run[-1] else ";"
            words = _ENDS.sub("", words) + then
        lead = f"**{RESOLVED}**\n" if block is run[0] else ""
        printed[block.pk] = f"{lead}({letters[decision.pk]}) {words}"
    return printed


def _as_noted(run: Sequence[Minute], *, led: bool) -> dict[int, str]:
    """Points get their lead, unless what stands before them is it (``led``); words that go on after it become points,
    and so do sentences that stand one after another.

    One whole sentence alone stays as it is, and so do sentences that say themselves that something was noted.
    """
    if _LEADS.search(run[0].text.strip().partition("\n")[0]):
        return {}
    follow = len(run) > 1 and all(_is_point(block.text) for block in run)
    if not follow and not all(_goes_on(block.text) for block in run):
        return {}
    printed = {}
    for block in run:
        words = block.text if _POINT.match(block.text) else f"- {block.text.lstrip()}"
        printed[block.pk] = words if led or block is not run[0] else f"{NOTED}\n{words}"
    return printed


def _goes_on(words: str) -> bool:
    return bool(_POINT.match(words)) or words.lstrip()[:1].islower()


def _is_point(words: str) -> bool:
    """Whether words may be a point of what was noted: points already, or one paragraph that does not say it was."""
    return _goes_on(words) or not ("\n" in words.strip() or _SAYS_NOTED.search(words))
