"""Amounts that do not add up (requirement 2.14): a list, a table or a run of amounts against a total that is stated.

Few false alarms before many finds: only sure amounts count, every point of a list has to hold one, and a total has to
be called one, or to be what the amounts come from. A share of what there is may be less than it, never more.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.models import AgendaItem
from meetings.rules.amounts import Amount, amounts, said_like, slack
from meetings.rules.checks import Finding
from meetings.rules.prose import Passage

#: What says that amounts come to a total, before it and after it.
_COMES_TO = re.compile(
    r"(?:=|\b(?:(?:sub)?total\w*|sum|mak(?:es?|ing)|(?:com(?:es?|ing)|came) to|amount(?:s|ed|ing) to|add(?:s|ed|ing)?"
    r"|equal\w*|in all|altogether)\b)",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"^\s?,?\s?(?:in (?:total|all)|altogether|overall|total)\b", re.IGNORECASE)
_DIVIDED = re.compile(
    r"\b(?:divided|split|shared|allocated|apportioned|broken down|made up|consist\w*|compris\w*|distributed)\b",
    re.IGNORECASE,
)
#: What says that amounts come out of one that need not be used up.
_OUT_OF = re.compile(
    r"\b(?:against|from|out of|within|available|budget|pot|limit|share|each|grant|fund(?:s|ing)?|envelope|ceiling"
    r"|remain\w*|surplus|underspen[dt]|award|exceed\w*)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:of which|of the|includ\w+|so far|already|to date|part of|percentage of|some of|among)\b", re.IGNORECASE
)
#: Amounts of which one is taken, and amounts that are asked for: neither are shares of a sum.
_CHOICES = re.compile(
    r"\b(?:quot\w+|tender\w*|options?|between|either|or|estimate[sd]?|rates?|prices?|previous\w*|last year|compared"
    r"|instead|rather)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:bids?|request\w*|asked|sought|appli\w+)\b", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:allocat|award|receiv|given|identified|agreed|approved|granted)", re.IGNORECASE)
_TOTAL_ROW = re.compile(r"^(?:grand |sub-?|overall )?total\b|^(?:in all|altogether|sum)\b", re.IGNORECASE)
_TOTAL_SENTENCE = re.compile(
    r"^(?:(?:these|this|they|which|together|in|a|the|all|giving|making)\s+)*(?:total|sum|altogether|all\b|mak|com|add)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,;+&]|\band\b|\bplus\b", re.IGNORECASE)
_BREAKS = re.compile(
    r"(?:=|\b(?:against|total\w*|making|of|leaving|equals?|is|was|were|than|to|from|only|at|by|or|in))\s*"
    r"(?:(?:an?|the|its|their)\s*)?$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s(?:each|per|a)\b", re.IGNORECASE)
_RATE = re.compile(r"(?P<rate>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent\b)\s+of\b", re.IGNORECASE)
_SHARE_FIRST = re.compile(r"\s?[,(]?\s?(?:(?:or|is|was|being|which is)\s)?")
_SHARE_LAST = re.compile(r"\s?(?:[,(=]|is|was|equals|comes to)\s?(?:or\s|is\s)?")
LONGEST_GAP, LONGEST_ROW = 70, 90
BEFORE, AFTER = 16, 2


@dataclass(frozen=True)
class Sum:
    """Amounts, the total stated for them, and whether they are to come to it or only not to exceed it."""

    parts: tuple[Amount, ...]
    total: Amount
    exact: bool

    @property
    def comes_to(self) -> int:
        return sum(part.pence for part in self.parts)

    @property
    def is_wrong(self) -> bool:
        over = self.comes_to - self.total.pence
        allowed = slack(list(self.parts), self.total)
        return over > allowed or (self.exact and -over > allowed)

    @property
    def sentence(self) -> str:
        """The amounts come to 171k against the 162k stated, 9k over (5.6%)."""
        over = self.comes_to - self.total.pence
        by = f"{said_like(abs(over), self.total)} {'over' if over > 0 else 'short'}"
        share = f" ({abs(over) * 100 / self.total.pence:.1f}%)" if self.total.pence else ""
        come_to = said_like(self.comes_to, self.total)
        return f"the amounts come to {come_to} against the {self.total.words} stated, {by}{share}."


def sum_findings(item: AgendaItem, read: Sequence[Passage]) -> list[Finding]:
    """Each sum of an item that is wrong, at the block where its amounts stand."""
    lists = list(_lists(read))
    listed = {id(row) for _, rows, _ in lists for row in rows}
    place = {id(passage): at for at, passage in enumerate(read)}
    pots = _Pots([(at, pot) for at, one in enumerate(read) if id(one) not in listed for pot in _pots(one)])
    found: list[Finding] = []
    for lead, rows, after in lists:
        if wrong := _wrong_list(lead, rows, after, pots.near(place[id(rows[0])])):
            found.append(_finding(item, rows[0], wrong.sentence))
    for at, passage in enumerate(read):
        for sentence in passage.sentences if id(passage) not in listed else []:
            if wrong := _wrong_run(sentence, pots.near(at)):
                found.append(_finding(item, passage, wrong.sentence))
            found += [_finding(item, passage, said) for said in _wrong_shares(sentence)]
    return found


class _Pots:
    """The sums there are to share, where each is stated. Only those nearby are looked at: reading stays linear."""

    def __init__(self, stated: Sequence[tuple[int, Amount]]) -> None:
        self.at = [at for at, _ in stated]
        self.pots = [pot for _, pot in stated]

    def near(self, at: int) -> list[Amount]:
        """The last of those stated before, and the first after; each sum once."""
        here = bisect_right(self.at, at)
        return list({pot.pence: pot for pot in self.pots[max(0, here - BEFORE) : here + AFTER]}.values())


def _finding(item: AgendaItem, passage: Passage, sentence: str) -> Finding:
    return Finding("amounts", f"{item}: {sentence}", item, passage.block, about=sentence)


def _lists(read: Sequence[Passage]) -> Iterator[tuple[Passage | None, list[Passage], Passage | None]]:
    """Each list with its introduction and what follows it: points, or rows of a table, one short line after another."""
    points = {id(point) for passage in read for point in passage.points}
    rows: list[Passage] = []
    lead: Passage | None = None
    for at, passage in enumerate(read):
        if len(passage.points) > 1:
            end = _end(read, at, passage.points[-1])
            yield passage, passage.points, read[end] if end < len(read) else None
        if id(passage) not in points and not passage.points and _is_row(passage):
            rows.append(passage)
            continue
        if len(rows) > 1:
            yield lead, rows, passage
        lead, rows = passage, []
    if len(rows) > 1:
        yield lead, rows, None


def _end(read: Sequence[Passage], at: int, last: Passage) -> int:
    """Where what follows the list stands that begins at ``at`` and ends with ``last``."""
    while read[at] is not last:
        at += 1
    return at + 1 + len(last.points)


def _is_row(passage: Passage) -> bool:
    held = amounts(passage.words) if len(passage.words) <= LONGEST_ROW else []
    return len(held) == 1 and not passage.words[held[0].end :].strip(" |.;,")


def _pots(passage: Passage) -> Iterator[Amount]:
    """Sums of which a passage says that they are there to be shared out."""
    for sentence in passage.sentences:
        if _OUT_OF.search(sentence) or _DIVIDED.search(sentence):
            yield from (amount for amount in amounts(sentence) if amount.is_sure)


def _wrong_list(
    lead: Passage | None, rows: Sequence[Passage], after: Passage | None, pots: Sequence[Amount]
) -> Sum | None:
    totals = [row for row in rows if _TOTAL_ROW.match(row.words)]
    held = [amounts(row.words) for row in rows if not _TOTAL_ROW.match(row.words)]
    if len(held) < 2 or not all(len(found) == 1 and found[0].is_sure for found in held):
        return None
    parts = tuple(found[0] for found in held)
    for row in totals:
        if len(stated := amounts(row.words)) == 1:
            return _wrong(Sum(parts, stated[0], exact=True))
    said = lead.sentences[-1] if lead and lead.sentences else ""
    if after and _TOTAL_SENTENCE.match(after.words) and len(stated := amounts(after.sentences[0])) == 1:
        return _wrong(Sum(parts, stated[0], exact=True)) if stated[0].is_sure else None
    if len(stated := amounts(said)) == 1 and stated[0].is_sure:
        before, exact = said[: stated[0].start], bool(_DIVIDED.search(said))
        exact |= bool(_COMES_TO.search(before[-40:]) or _IN_ALL.match(said[stated[0].end :]))
        if exact or (_OUT_OF.search(said) and not _is_no_share(said)):
            return _wrong(Sum(parts, stated[0], exact=exact and not _PART.search(said)))
    return None if _is_no_share(said) else _over(parts, pots)


def _is_no_share(sentence: str) -> bool:
    return bool(_CHOICES.search(sentence) or (_ASKED.search(sentence) and not _GIVEN.search(sentence)))


def _wrong(one: Sum) -> Sum | None:
    return one if one.is_wrong else None


def _over(parts: tuple[Amount, ...], pots: Sequence[Amount]) -> Sum | None:
    """More than there is: close above one of the sums there are, or not far above the largest of them."""
    sums = [Sum(parts, pot, exact=True) for pot in pots]
    if not sums or not all(one.is_wrong for one in sums):
        return None
    largest = max(pot.pence for pot in pots)
    over = [
        one
        for one in sums
        if one.total.pence < one.comes_to <= one.total.pence * (2 if one.total.pence == largest else 1.25)
    ]
    return max(over, key=lambda one: one.total.pence, default=None)


def _wrong_run(sentence: str, pots: Sequence[Amount]) -> Sum | None:
    """Amounts one after another in a sentence, with the total it states, or against the sums of the item."""
    held = amounts(sentence)
    if len(held) < 3 or not all(amount.is_sure for amount in held):
        return None
    first, last = _longest_run(sentence, held)
    parts = tuple(held[first : last + 1])
    if len(parts) < 2:
        return None
    if len(held) == len(parts) + 1:
        total = held[last + 1] if first == 0 else held[0]
        between = sentence[held[last].end : total.start] if first == 0 else sentence[total.end : parts[0].start]
        return _stated_run(sentence, parts, total, between, comes_first=first > 0)
    if len(parts) < max(3, len(held)) or _is_no_share(sentence) or _OUT_OF.search(sentence):
        return None
    return _over(parts, pots)


def _stated_run(
    sentence: str, parts: tuple[Amount, ...], total: Amount, between: str, *, comes_first: bool
) -> Sum | None:
    before, after = sentence[: total.start], sentence[total.end :]
    if _EACH.match(after):
        return None
    if comes_first:
        exact = bool(_COMES_TO.search(before[-40:]) or _DIVIDED.search(between) or _DIVIDED.search(before[-40:]))
        limit = bool(_PART.search(between) or _OUT_OF.search(before + between))
        exact = exact and not _PART.search(between)
    else:
        exact = bool(_COMES_TO.search(between) or _IN_ALL.match(after))
        limit = bool(_OUT_OF.search(between))
    return _wrong(Sum(parts, total, exact)) if exact or limit else None


def _longest_run(sentence: str, held: Sequence[Amount]) -> tuple[int, int]:
    """The first and the last of the longest run of amounts that a comma, a plus or an "and" joins."""
    best, first = (0, 0), 0
    for at in range(1, len(held)):
        gap = sentence[held[at - 1].end : held[at].start]
        if len(gap) > LONGEST_GAP or not _JOINED.search(gap) or _BREAKS.search(gap) or ":" in gap:
            first = at
        if at - first > best[1] - best[0]:
            best = (first, at)
    return best


def _wrong_shares(sentence: str) -> Iterator[str]:
    """ "£50,000, 30% of £162,000": a share beside the sum it is of, where it is not that share."""
    held = amounts(sentence)
    for rate in _RATE.finditer(sentence):
        whole = next((one for one in held if rate.end() <= one.start <= rate.end() + 30), None)
        share = _beside(sentence, held, rate.start(), whole) if whole else None
        if whole and share and whole.is_sure and share.is_sure:
            figure = float(rate["rate"])
            half = 0.5 / 10 ** len(rate["rate"].partition(".")[2])
            is_it = whole.pence * figure / 100
            allowed = share.unit / 2 + whole.pence * half / 100 + whole.unit * figure / 200
            if abs(share.pence - is_it) > allowed:
                right = said_like(round(is_it / 100) * 100, whole)
                yield f"{rate['rate']}% of {whole.words} is {right}, not {share.words}."


def _beside(sentence: str, held: Sequence[Amount], rate_at: int, whole: Amount) -> Amount | None:
    """The amount that is said to be the share: right before the rate, or right after the whole."""
    for one in held:
        if one.end <= rate_at and _SHARE_FIRST.fullmatch(sentence[one.end : rate_at]):
            return one
        if one.start >= whole.end and _SHARE_LAST.fullmatch(sentence[whole.end : one.start]):
            return one
    return None
